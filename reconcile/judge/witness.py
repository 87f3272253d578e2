"""What the sources have to say to each figure of a draft: the witnesses, and how clearly they speak of one thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import NamedTuple

from reconcile.facts import Alignment, Claim, Link
from reconcile.judge.checking import Checking, Fitting
from reconcile.judge.echo import Chorus, Echo
from reconcile.judge.slips import number, same_amount
from reconcile.judge.stance import AGAINST, BORNE_OUT, Stance, Stances
from reconcile.judge.terms import is_share

_FAR = 1000  # times by which a figure is larger that is not taken for another
_LOOSELY = ("bound", "conversion")  # stances in which chance has more room than in a rounding
_BY_FIGURE = ("figure", "rivals", "neighbours")  # evidence of a link that rests on figures, which are in question


class Witness(NamedTuple):
    """A claim of a source beside one of the draft: its fact, how the figures stand, how `alike` the words around them
    are (0 to 1), and how `near` the claims are by all but their figures. There is one for each pair of the two, so that
    it is a bare tuple.

    `later` is the claim of a later report that superseded it.
    """

    claim: Claim
    fact: str
    stance: Stance
    near: float
    alike: float
    later: Claim | None


@dataclass(frozen=True)
class Hearing:
    """A claim of the draft with all its witnesses, the nearest first.

    `beside` are the facts that the other figure of "five of the 21" rests on: they say nothing against this one.
    """

    claim: Claim
    witnesses: tuple[Witness, ...]
    fitting: Fitting
    beside: frozenset[str] = frozenset()

    @cached_property
    def fors(self) -> tuple[Witness, ...]:
        """Those that bear the figure out today. The same figure does wherever it stands, and so does a bound or an end
        of a range that the draft gives; one that only fits must be told in like words, and more so than another figure,
        and one in another unit counts for nothing where its source has another figure for it in the draft's own."""
        elsewise = {_statement(w.claim) for w in self.witnesses if w.stance == "apart" and self._is_of_unit(w)}
        least = {"rounding": self.fitting.rounding, "bound": self.fitting.bound}
        borne_out = (
            w
            for w in self.witnesses
            if not w.later and w.stance in BORNE_OUT and (self._is_of_unit(w) or _statement(w.claim) not in elsewise)
        )
        told = [
            w for w in borne_out if w.stance not in least or w.near >= least[w.stance] or _gives(w.claim, self.claim)
        ]
        least_loosely = self._outdoing(told)
        return tuple(w for w in told if w.stance not in _LOOSELY or w.near > least_loosely)

    def _outdoing(self, told: Sequence[Witness]) -> float:
        """How near a figure that only fits may not be for another one, of another fact, to outdo it; nothing outdoes it
        where a source has the very figure."""
        if any(w.stance == "same" for w in told):
            return -inf
        facts = {w.fact for w in told}
        rivals = (w.near for w in self.witnesses if w.stance in AGAINST and w.fact not in facts and self._is_of_size(w))
        return max(rivals, default=-inf) - self.fitting.outdone

    def _is_of_unit(self, witness: Witness) -> bool:
        return witness.claim.quantity.unit == self.claim.quantity.unit

    @cached_property
    def given(self) -> tuple[Claim, ...]:
        """The claims that bear the figure out: those with the very figure, if there are any."""
        return tuple(w.claim for w in self.fors if w.stance == "same") or tuple(w.claim for w in self.fors)

    @cached_property
    def facts(self) -> frozenset[str]:
        """Those of the claims that bear the figure out ("" of a claim of none)."""
        return frozenset([w.fact for w in self.fors])

    @cached_property
    def againsts(self) -> tuple[Witness, ...]:
        """Those that give another figure, of facts that nowhere give this one."""
        fitting = self.beside | self.facts
        return tuple(w for w in self.witnesses if w.stance in AGAINST and w.fact not in fitting)

    @cached_property
    def rivals(self) -> tuple[Witness, ...]:
        """Those of `againsts` that may stand for the figure by their size: nobody takes one jab for 21,243."""
        return tuple(w for w in self.againsts if self._is_of_size(w))

    def _is_of_size(self, witness: Witness) -> bool:
        one, other = _size(self.claim), _size(witness.claim)
        return one <= other * _FAR and other <= one * _FAR

    @cached_property
    def nearest(self) -> float:
        """How near the figure is told by one that bears it out, or by one that allows it, of a fact that does."""
        facts = {w.fact for w in self.fors if w.stance == "same" and w.fact}
        allowing = (w.near for w in self.witnesses if w.stance == "loose" and w.fact in facts)
        return max(self.fors[0].near, next(allowing, self.fors[0].near))


def by_sentence(hearings: Iterable[Hearing]) -> Mapping[int, Sequence[Hearing]]:
    """The figures of each sentence of a draft, by where it starts."""
    found: defaultdict[int, list[Hearing]] = defaultdict(list)
    for hearing in hearings:
        found[hearing.claim.sentence.start].append(hearing)
    return found


def _size(claim: Claim) -> Decimal:
    return abs(number(claim) or Decimal(0))


def _gives(source: Claim, draft: Claim) -> bool:
    """Whether the number of a draft stands in a source that it fits: bare, or as the same end of what is left open."""
    one, other = draft.quantity, source.quantity
    if one.hedge == "exact":
        return same_amount(draft, source)
    if one.value is not None or one.unit != other.unit:
        return False
    return one.low == other.low if one.high is None else one.high == other.high and one.low is None


class Court:
    """Brings the claims of a draft together with their witnesses."""

    def __init__(
        self,
        alignment: Alignment,
        told: Sequence[Claim],
        fact_of: Mapping[str, str],
        stale: Mapping[str, Claim],
        echo: Echo,
        stances: Stances,
        rules: Checking,
    ) -> None:
        figures = [claim for claim in told if claim.kind != "date"]
        self._told = [_Told(one, _statement(one), fact_of.get(one.id, ""), stale.get(one.id)) for one in figures]
        self._chorus = Chorus(echo, figures)
        self._stances = stances
        self._rules = rules
        self._words = _words(alignment, rules.near.lowest)

    def hear_all(self, claims: Iterable[Claim]) -> list[Hearing]:
        """Claims of a draft in reading order, the two figures of a share and its whole each knowing the other."""
        heard = [self.hear(claim) for claim in claims]
        for at, (share, whole) in enumerate(pairwise(heard)):
            if is_share(share.claim, whole.claim):
                heard[at] = replace(share, beside=whole.facts - {""})
                heard[at + 1] = replace(whole, beside=share.facts - {""})
        return heard

    def hear(self, claim: Claim) -> Hearing:
        """All figures of the sources beside one of the draft."""
        linked, rules = self._words.get(_statement(claim), {}), self._rules.near
        seen = [
            Witness(
                other.claim,
                other.fact,
                self._stances.of(claim, other.claim),
                rules.link * linked.get(other.statement, rules.unlinked) + rules.echo * alike,
                alike,
                other.later,
            )
            for other, alike in zip(self._told, self._chorus.alike(claim), strict=True)
        ]
        return Hearing(claim, tuple(sorted(seen, key=_rank)), self._rules.fitting)


class _Told(NamedTuple):
    """A claim of a source with what is known of it whatever it is held against."""

    claim: Claim
    statement: str
    fact: str
    later: Claim | None


def _statement(claim: Claim) -> str:
    """The claim (by id) whose amount is given."""
    return claim.equivalent_of or claim.id


def _rank(witness: Witness) -> tuple[float, str, int]:
    return -witness.near, witness.claim.source, witness.claim.start


def _words(alignment: Alignment, lowest: float) -> Mapping[str, Mapping[str, float]]:
    """What the words alone say of each linked pair, in both directions; no less than `lowest`."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for link in _links(alignment):
        score = sum(r.weight for r in link.reasons if r.name.partition(".")[0] not in _BY_FIGURE)
        found[link.a][link.b] = found[link.b][link.a] = max(score, lowest)
    return found


def _links(alignment: Alignment) -> Iterable[Link]:
    yield from alignment.possible
    for group in alignment.groups:
        yield from group.links
