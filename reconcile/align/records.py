"""What alignment compares of a claim, and what it counts over all claims of a set. `corpus` works it out.

An amount that is given again in another unit shares its record with the first: the two are one statement. So do the
accounts of one thing that a source sets side by side.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.align.accounts import Account
from reconcile.align.amounts import Amount
from reconcile.align.nearness import Bag
from reconcile.facts import Claim

Place = tuple[str, int]
Location = tuple[frozenset[str], frozenset[str]]
"""The words of the places named in a role, and those of the regions that they lie in."""

_UNSEEN_WEIGHT = 2.0
_WEIGHTLESS = 1.0  # length of a set whose words all stand everywhere, so that nothing is divided by none


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence with figures: its concepts and those of the sentence `before` it.

    A mass is the length of a set of words with rare ones weighing more (for a cosine).
    """

    words: frozenset[str]
    mass: float
    before: frozenset[str]
    before_mass: float


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One statement: `others` are the amount of `claim` in other units, and other accounts of the same thing beside it.

    Every pair of statements looks at these fields, so that none is worked out or looked up from the claim again.

    `none` tells that the figure is zero. `near` weighs the concepts of the sentence by nearness to the figure, `alone`
    has those of its source that stand near several figures. `status` is the nearest event class that excludes others;
    `general` tells that the class of the noun fits things of many sorts,
    `only` that no other figure of the source has the noun. `places` are those named by role ("from", "to", "in", "by").
    `first` and `last` are the days it is dated by as ordinals, `ends` the latter as a text (0 and empty where there are
    none). `passage` is what it shares with the other statements of its sentence. `shared` tells how many statements
    give the same figure; `former` that something moved from it. `lead` and `tail` are the words before and after the
    figure as written, nearest first.
    """

    index: int
    claim: Claim
    others: tuple[Claim, ...]
    source: str
    start: int
    amounts: tuple[Amount, ...]
    dimension: str
    bare: bool
    none: bool
    hedge: str
    shared: float
    near: Bag
    alone: Mapping[str, float]
    passage: Passage
    sentence: int
    leads: bool
    names: frozenset[str]
    subject: frozenset[str]
    subject_mass: float
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    head: str
    noun: str
    measure: str | None
    general: bool
    only: bool
    modifiers: frozenset[str]
    event: str | None
    classes: frozenset[str]
    status: str
    status_weight: float
    verb: str
    places: Mapping[str, Location]
    scope: str
    change: str
    former: bool
    standing: str
    first: int
    last: int
    ends: str
    as_of: str

    @property
    def place(self) -> Place:
        """Where the statement stands: what orders statements whatever order they came in."""
        return self.source, self.start


@dataclass(frozen=True, slots=True)
class Corpus:
    """The statements of a set and what is counted over all of them.

    `rarity` weighs concepts, `rates` are the currency rates that sources give. `accounts` are, by the id of the later
    claim, the figures that a source sets beside an earlier one of the same thing.
    """

    records: tuple[Record, ...]
    rarity: Mapping[str, float]
    rates: Mapping[tuple[str, str], float]
    accounts: Mapping[str, Account]

    def weight(self, concept: str) -> float:
        """How much a concept tells in this set: the log of how seldom its sentences are."""
        return self.rarity.get(concept, _UNSEEN_WEIGHT)


def squares(concepts: Iterable[str], rarity: Mapping[str, float]) -> float:
    """What some concepts weigh in a cosine, rare ones more."""
    return sum([rarity.get(concept, _UNSEEN_WEIGHT) ** 2 for concept in concepts])


def mass_of(concepts: Iterable[str], rarity: Mapping[str, float]) -> float:
    """The length of a set of concepts with rare ones weighing more."""
    return math.sqrt(squares(concepts, rarity)) or _WEIGHTLESS
