"""What alignment compares of a claim, worked out once: its dimension, amounts, concepts and their nearness.

An amount that is given again in another unit shares its record with the first: the two are one statement. So do the
accounts of one thing that a source sets side by side.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.align.accounts import Account, accounts
from reconcile.align.amounts import Amount, amount_of, givers_of, rates_of
from reconcile.align.lexis import EVENT, Lexis
from reconcile.align.nearness import Bag, nearness
from reconcile.facts import Claim, Roles
from reconcile.language.cues import CuesOf

Place = tuple[str, int]
_EVERYBODY = frozenset({"the", "a", "an", "he", "she", "it", "they", "of", "we", "who"})
_UNSEEN_WEIGHT = 2.0
_WEIGHTLESS = 1.0  # length of a set whose words all stand everywhere, so that nothing is divided by none
_NEXT = 4  # words on each side of a figure that are compared as written
_WINDOW = 60  # characters in which they stand
_WRITTEN = re.compile(r"[^\W\d_]+|\d+")
_BESIDE = 0.25  # nearness from which a concept counts as said of the figure


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

    The rest is read from `claim`.

    `near` weighs the concepts of the sentence by nearness to the figure, `alone` has those of its source that stand
    near several figures; `status` is the nearest event class that excludes others. `passage` is what it shares with
    the other statements of its sentence. `places` are the words of those named by role ("from", "to", "in", "by"),
    `regions` those of what they lie in. `shared` tells how many statements give the same figure; `former` that
    something moved from it.
    """

    index: int
    claim: Claim
    others: tuple[Claim, ...]
    amounts: tuple[Amount, ...]
    dimension: str
    bare: bool
    near: Bag
    alone: Mapping[str, float]
    status: str
    status_weight: float
    passage: Passage
    subject: frozenset[str]
    subject_mass: float
    modifiers: frozenset[str]
    names: frozenset[str]
    places: Mapping[str, frozenset[str]]
    regions: Mapping[str, frozenset[str]]
    classes: frozenset[str]
    head: str
    noun: str
    shared: float
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    former: bool

    @property
    def place(self) -> Place:
        """Where the statement stands: what orders statements whatever order they came in."""
        return self.claim.source, self.claim.start


@dataclass(frozen=True, slots=True)
class Corpus:
    """The statements of a set and what is counted over all of them.

    `rarity` weighs concepts, `rates` are the currency rates that sources give, `nouns` how many figures of a source
    have a noun. `accounts` are, by the id of the later claim, the figures that a source sets beside an earlier one of
    the same thing.
    """

    records: tuple[Record, ...]
    rarity: Mapping[str, float]
    rates: Mapping[tuple[str, str], float]
    nouns: Mapping[tuple[str, str], int]
    accounts: Mapping[str, Account]

    def weight(self, concept: str) -> float:
        """How much a concept tells in this set: the log of how seldom its sentences are."""
        return self.rarity.get(concept, _UNSEEN_WEIGHT)


def corpus_of(claims: Iterable[Claim], texts: Mapping[str, str], lexis: Lexis, cues: CuesOf) -> Corpus:
    """The records of all figures (dates are not figures), in the order of the claims; `texts` are those of sources."""
    figures = [claim for claim in claims if claim.kind != "date"]
    amounts = {claim.id: amount_of(claim, lexis) for claim in figures}
    known = {claim.id: claim for claim in figures}
    again = {claim.id: claim.equivalent_of for claim in figures if claim.equivalent_of in known}
    firsts = [claim for claim in figures if claim.id not in again]
    beside = {each.later: each for each in accounts(firsts, texts, amounts, cues)}
    statements = _statements(figures, again | {later: each.earlier for later, each in beside.items()})
    firsts = [members[0] for members in statements]
    sentences: dict[Place, list[Claim]] = defaultdict(list)
    for claim in firsts:
        sentences[_sentence(claim)].append(claim)
    concepts = {at: _concepts((word for _, word in group[0].context.words), lexis) for at, group in sentences.items()}
    rarity = _rarity(concepts)
    passages = {at: _passage(concepts[at], group[0], rarity, lexis) for at, group in sentences.items()}
    given = {members[0].id: tuple(amounts[claim.id] for claim in members) for members in statements}
    shared = givers_of(firsts, given)
    near = {claim.id: bag for group in sentences.values() for claim, bag in nearness(group, lexis)}
    alone = _alone(firsts, near)
    records = tuple(
        _record(
            index,
            claim,
            tuple(others),
            given[claim.id],
            near[claim.id],
            alone[claim.source],
            shared[claim.id],
            passages[_sentence(claim)],
            rarity,
            lexis,
        )
        for index, (claim, *others) in enumerate(statements)
    )
    nouns = Counter((record.claim.source, record.noun) for record in records)
    return Corpus(records, rarity, rates_of(figures), nouns, beside)


def _statements(figures: Iterable[Claim], earlier: Mapping[str, str | None]) -> list[list[Claim]]:
    """The claims in statements, each led by the one that refers to none before it."""
    found: dict[str, list[Claim]] = {}
    led = []
    for claim in figures:
        if claim.id in earlier:
            led.append(claim)
        else:
            found[claim.id] = [claim]
    for claim in led:
        found[_root(claim.id, earlier)].append(claim)
    return list(found.values())


def _root(name: str, earlier: Mapping[str, str | None]) -> str:
    while (before := earlier.get(name)) is not None:
        name = before
    return name


def _sentence(claim: Claim) -> Place:
    return claim.source, claim.sentence.start


def _concepts(words: Iterable[str], lexis: Lexis) -> frozenset[str]:
    return frozenset(map(lexis.concept, words))


def _passage(words: frozenset[str], claim: Claim, rarity: Mapping[str, float], lexis: Lexis) -> Passage:
    before = _concepts(claim.context.before, lexis)
    return Passage(words, _mass(words, rarity), before, _mass(before, rarity))


def _rarity(sentences: Mapping[Place, Iterable[str]]) -> dict[str, float]:
    """The log of how seldom a concept is in a source that has it: a word that each source uses once tells most."""
    found: Counter[str] = Counter()
    users: dict[str, set[str]] = defaultdict(set)
    for (source, _), concepts in sentences.items():
        for concept in concepts:
            found[concept] += 1
            users[concept].add(source)
    mean = len(sentences) / max(1, len({source for source, _ in sentences}))
    return {w: max(0.0, math.log((mean + 1) / (count / len(users[w]) + 0.5))) for w, count in found.items()}


def _alone(firsts: Sequence[Claim], near: Mapping[str, Bag]) -> Mapping[str, Mapping[str, float]]:
    """By source, the concepts that stand near several of its figures: 1, less the more figures there are."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in firsts:
        uses[claim.source].update(concept for concept, weight in near[claim.id].items() if weight >= _BESIDE)
    return {
        source: {concept: 1 / math.sqrt(count) for concept, count in counted.items() if count > 1}
        for source, counted in uses.items()
    }


def _mass(concepts: Iterable[str], rarity: Mapping[str, float]) -> float:
    return math.sqrt(sum(rarity.get(concept, _UNSEEN_WEIGHT) ** 2 for concept in concepts)) or _WEIGHTLESS


def _record(
    index: int,
    claim: Claim,
    others: tuple[Claim, ...],
    amounts: tuple[Amount, ...],
    near: Bag,
    alone: Mapping[str, float],
    shared: float,
    passage: Passage,
    rarity: Mapping[str, float],
    lexis: Lexis,
) -> Record:
    context = claim.context
    status, status_weight = _status(claim, near, lexis)
    subject, modifiers = _concepts(context.subject, lexis), _concepts(context.modifiers, lexis)
    places = _places(claim.roles)
    lead = _lead(claim)
    return Record(
        index=index,
        claim=claim,
        others=others,
        amounts=amounts,
        dimension=amounts[0].dimension,
        bare=claim.kind == "count" and (not claim.quantity.unit or not context.head),
        near=near,
        alone=alone,
        status=status,
        status_weight=status_weight,
        passage=passage,
        subject=subject,
        subject_mass=_mass(subject, rarity),
        modifiers=modifiers,
        names=frozenset(name.lower() for name in context.names),
        places=places,
        regions={slot: _regions(words, lexis) for slot, words in places.items()},
        classes=frozenset(context.classes) - {claim.measure},
        head=context.head,
        noun=lexis.concept(context.head) if context.head else "",
        shared=shared,
        lead=lead,
        tail=_tail(claim),
        former=claim.scope == "level" and lead[:1] == ("from",),
    )


def _lead(claim: Claim) -> tuple[str, ...]:
    at = claim.start - claim.sentence.start
    return tuple(_WRITTEN.findall(claim.sentence.text[max(0, at - _WINDOW) : at].lower())[: -_NEXT - 1 : -1])


def _tail(claim: Claim) -> tuple[str, ...]:
    at = claim.end - claim.sentence.start
    return tuple(_WRITTEN.findall(claim.sentence.text[at : at + _WINDOW].lower())[:_NEXT])


def _status(claim: Claim, near: Bag, lexis: Lexis) -> tuple[str, float]:
    """The event class that excludes others: what happens to the counted, or else the nearest such class."""
    if claim.event is not None:
        return (claim.event, 1.0) if claim.event in lexis.status else ("", 0.0)
    known = ((weight, concept.removeprefix(EVENT)) for concept, weight in near.items() if concept.startswith(EVENT))
    weight, name = max(((w, name) for w, name in known if name in lexis.status), default=(0.0, ""))
    return name, weight


def _places(roles: Roles) -> dict[str, frozenset[str]]:
    named = (("from", roles.from_), ("to", roles.to), ("in", roles.in_), ("by", roles.by))
    return {slot: words for slot, names in named if names and (words := _words(names))}


def _words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.lower().split()) - _EVERYBODY


def _regions(words: frozenset[str], lexis: Lexis) -> frozenset[str]:
    """The words of the regions that the places named lie in."""
    return frozenset(region for word in words for region in lexis.regions.get(word, ()))
