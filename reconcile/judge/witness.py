"""What the sources have to say to each figure of a draft: the witnesses, and how clearly they speak of one thing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reconcile.facts import Alignment, Claim, Link
from reconcile.judge.echo import Echo
from reconcile.judge.stance import AGAINST, Stance, Stances

_BY_FIGURE = ("figure", "rivals", "neighbours")  # evidence of a link that rests on figures, which are in question
_UNLINKED, _LOWEST = -4.0, -6.0  # log-odds of two claims without a link, and the least that a link counts for
_LINK, _ECHO = 0.5, 6.0  # what the log-odds of a link, and the same words around two figures, add to their nearness
_TRUSTING, _CROSSED, _OUTDONE = -1.33, 0.3, 0.33  # logistic fit on the drafts of labelled stories
_MOST = 8.0  # beyond this a difference in nearness tells no more
_NEVER = 99.0
_LEAST = {"same": -_NEVER, "conversion": -_NEVER, "rounding": -1.7, "bound": -0.8}


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim of a source beside one of the draft: its fact, how the figures stand, how `alike` the words around them
    are (0 to 1), and how `near` the claims are by all but their figures.

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
    """A claim of the draft with all its witnesses, the nearest first."""

    claim: Claim
    witnesses: tuple[Witness, ...]

    @cached_property
    def fors(self) -> tuple[Witness, ...]:
        """Those that bear the figure out today. The same figure does wherever it stands; one that only fits must be
        told in like words."""
        return tuple(w for w in self.witnesses if not w.later and w.near >= _LEAST.get(w.stance, _NEVER))

    @cached_property
    def againsts(self) -> tuple[Witness, ...]:
        """Those that give another figure, of facts that nowhere give this one."""
        fitting = {w.fact for w in self.fors}
        return tuple(w for w in self.witnesses if w.stance in AGAINST and w.fact not in fitting)

    @cached_property
    def near(self) -> Mapping[str, float]:
        """How near each fact is, at its best."""
        best: dict[str, float] = {}
        for witness in self.witnesses:
            best.setdefault(witness.fact, witness.near)
        return best


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
    ) -> None:
        self._told = [claim for claim in told if claim.kind != "date"]
        self._fact_of = fact_of
        self._stale = stale
        self._echo = echo
        self._stances = stances
        self._words = _words(alignment)

    def hear(self, claim: Claim) -> Hearing:
        """All figures of the sources beside one of the draft."""
        seen = (self._witness(claim, other) for other in self._told)
        return Hearing(claim, tuple(sorted(seen, key=lambda w: (-w.near, w.claim.source, w.claim.start))))

    def _witness(self, claim: Claim, other: Claim) -> Witness:
        alike = self._echo.alike(claim, other)
        link = self._words.get((claim.equivalent_of or claim.id, other.equivalent_of or other.id), _UNLINKED)
        fact, later = self._fact_of.get(other.id, ""), self._stale.get(other.id)
        return Witness(other, fact, self._stances.of(claim, other), _LINK * link + _ECHO * alike, alike, later)


def _words(alignment: Alignment) -> Mapping[tuple[str, str], float]:
    """What the words alone say of each linked pair, in both directions."""
    found: dict[tuple[str, str], float] = {}
    for link in _links(alignment):
        score = sum(r.weight for r in link.reasons if r.name.partition(".")[0] not in _BY_FIGURE)
        found[link.a, link.b] = found[link.b, link.a] = max(score, _LOWEST)
    return found


def _links(alignment: Alignment) -> Iterable[Link]:
    yield from alignment.possible
    for group in alignment.groups:
        yield from group.links


def doubts(hearings: Sequence[Hearing]) -> Mapping[str, float]:
    """For each figure that sources bear out: the log-odds that it stands there for another thing than in the draft.

    Two signs: another fact with another figure is nearer by its words; and two figures of the draft would both stand
    nearer if they were exchanged.
    """
    upheld = [hearing for hearing in hearings if hearing.fors]
    crossed = _crossings(upheld)
    return {
        hearing.claim.id: _TRUSTING + _CROSSED * crossed.get(hearing.claim.id, -_MOST) + _OUTDONE * _outdone(hearing)
        for hearing in upheld
    }


def _outdone(hearing: Hearing) -> float:
    if not hearing.againsts:
        return -_MOST
    return max(-_MOST, min(_MOST, hearing.againsts[0].near - hearing.fors[0].near))


def _crossings(upheld: Sequence[Hearing]) -> Mapping[str, float]:
    """For each figure how much nearer it would stand by the best exchange with another one of the draft."""
    crossed: dict[str, float] = {}
    for number, one in enumerate(upheld):
        for other in upheld[:number]:
            gain = min(_exchanged(one, other), _MOST)
            for hearing in (one, other):
                crossed[hearing.claim.id] = max(crossed.get(hearing.claim.id, -_MOST), gain)
    return crossed


def _exchanged(one: Hearing, other: Hearing) -> float:
    """How much nearer two figures of the draft would stand with each in the place of the other."""
    mine, yours = one.fors[0], other.fors[0]
    if mine.fact in {w.fact for w in other.fors} or yours.fact in {w.fact for w in one.fors}:
        return -_MOST
    return one.near[yours.fact] + other.near[mine.fact] - mine.near - yours.near
