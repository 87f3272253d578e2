"""Doubt whether a figure of a draft that some source gives stands there for the same thing.

The same figure may be that of another thing: two figures exchanged, a rise for a fall, last year's for this one's. What
speaks for that is weighed as log-odds, with the weights of rules/check.toml.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from reconcile.facts import Claim
from reconcile.judge.checking import Doubting
from reconcile.judge.contrast import Contrast, roles
from reconcile.judge.echo import place
from reconcile.judge.witness import Hearing, by_sentence
from reconcile.language.cues import CuesOf

_PAST = ("former", "past")
_SCOPES = ({"level", "change"}, {"total", "change"}, {"total", "part"})  # what differs, and not by wording alone
_TURNED = ("turned", "edge", "reversed")  # a source rules out the bound, or the direction, of the very figure
_RIVALS = 3  # the other figures that are looked at for an exchange
_APART = -1.0  # a rival no nearer than this has nothing to do with the figure


def doubts(
    hearings: Sequence[Hearing], evidence: Mapping[str, Mapping[str, float]], rules: Doubting
) -> Mapping[str, float]:
    """For each figure that sources bear out: the log-odds that it stands there for another thing than in the draft."""
    upheld = [hearing for hearing in hearings if hearing.fors]
    alone = {name: rules.weigh(features) for name, features in evidence.items()}
    return {each.claim.id: _of_both(each, upheld, alone, rules.pair) for each in upheld}


def evidence(
    hearings: Sequence[Hearing], rules: Doubting, cues: CuesOf, contrast: Contrast
) -> Mapping[str, Mapping[str, float]]:
    """For each figure that sources bear out, what speaks for and against another thing: how strongly, by the names of
    the weights."""
    draft = _Draft.of(hearings)
    return {
        hearing.claim.id: {
            **_placing(hearing, draft, rules.most),
            **contrast.evidence(hearing),
            "former": float(_former(hearing, cues)),
        }
        for hearing in draft.upheld
    }


def _of_both(hearing: Hearing, upheld: Sequence[Hearing], alone: Mapping[str, float], less: float) -> float:
    """The doubt of a figure, only so much `less` than that of one whose place it has: where one is in the other's, both
    are."""
    partners = (each for each in upheld if each is not hearing and _in_place(hearing, each))
    return max((alone[hearing.claim.id], *(alone[each.claim.id] - less for each in partners)))


def _in_place(one: Hearing, other: Hearing) -> bool:
    """Whether each of two figures of one sentence is the nearest rival of the other."""
    if one.claim.sentence.start != other.claim.sentence.start or not (one.rivals and other.rivals):
        return False
    return one.rivals[0].fact in other.facts and other.rivals[0].fact in one.facts


def _former(hearing: Hearing, cues: CuesOf) -> bool:
    """Whether some source gives the figure as an old one, and the draft doesn't."""
    told = any("former" in cues(claim) for claim in hearing.given)
    return told and not told_as_old(hearing.claim, cues)


def told_as_old(claim: Claim, cues: CuesOf) -> bool:
    """Whether a draft says itself that a figure is of the past."""
    return not cues(claim).keys().isdisjoint(_PAST)


@dataclass(frozen=True, slots=True)
class _Draft:
    """The figures of a draft that sources bear out, and all of its figures by sentence."""

    upheld: Sequence[Hearing]
    sentences: Mapping[int, Sequence[Hearing]]

    @classmethod
    def of(cls, hearings: Sequence[Hearing]) -> "_Draft":
        in_order = sorted(hearings, key=lambda hearing: hearing.claim.start)
        return cls([hearing for hearing in hearings if hearing.fors], by_sentence(in_order))

    def with_it(self, hearing: Hearing) -> Sequence[Hearing]:
        """The other figures of its sentence."""
        return [each for each in self.sentences[hearing.claim.sentence.start] if each is not hearing]

    def beside(self, hearing: Hearing) -> Sequence[Hearing]:
        """The figures before and after one in its sentence."""
        row = self.sentences[hearing.claim.sentence.start]
        at = row.index(hearing)
        return (*row[max(0, at - 1) : at], *row[at + 1 : at + 2])


def _placing(hearing: Hearing, draft: _Draft, most: float) -> Mapping[str, float]:
    """What the place of a figure in the draft, and among its witnesses, says."""
    claim, best = hearing.claim, hearing.fors[0]
    other = next(iter(hearing.rivals), None)
    mine, yours = roles(claim), roles(best.claim)
    return {
        "outdone": max(-most, min(most, other.near - hearing.nearest)) if other else -most,
        "exchanged": float(any(_exchanged(hearing, each) for each in draft.with_it(hearing) if each.fors)),
        "in-step": float(any(_steps(hearing, draft.beside(hearing), along=True))),
        "out-of-step": float(any(_steps(hearing, draft.beside(hearing), along=False))),
        "company": float(_in_company(hearing, draft)),
        "turned": float(any(w.fact == best.fact and w.stance in _TURNED for w in hearing.witnesses)),
        "same-roles": float(bool(mine & yours)),
        "other-roles": float(bool(mine and yours and not mine & yours)),
        "other-time": float(_apart_in_time(claim, best.claim)),
        "other-scope": float({claim.scope, best.claim.scope} in _SCOPES),
    }


def _in_company(hearing: Hearing, draft: _Draft) -> bool:
    """Whether a sentence that bears out another figure of the draft's sentence, and not this one, gives a rival that no
    figure of the draft rests on: then that sentence is what the draft's was made from."""
    told = {place(claim) for each in draft.with_it(hearing) for claim in each.given}
    if not told or not told.isdisjoint(map(place, hearing.given)):
        return False
    near = (rival for rival in hearing.rivals if rival.near > _APART and place(rival.claim) in told)
    return any(all(rival.fact not in each.facts for each in draft.upheld) for rival in near)


def _steps(hearing: Hearing, beside: Sequence[Hearing], *, along: bool) -> Iterator[bool]:
    """Whether a figure and one beside it stand in a sentence of a source in the same order, or in the other one."""
    for other in beside:
        ahead = hearing.claim.start < other.claim.start
        for mine, yours in product(hearing.given, other.given):
            if mine.id != yours.id and place(mine) == place(yours):
                yield ((mine.start < yours.start) == ahead) == along


def _exchanged(one: Hearing, other: Hearing) -> bool:
    """Whether two figures of one sentence are each among the nearest in the place of the other."""
    return _rivals(one) & other.facts != set() and _rivals(other) & one.facts != set()


def _rivals(hearing: Hearing) -> set[str]:
    return {witness.fact for witness in hearing.rivals[:_RIVALS]}


def _apart_in_time(a: Claim, b: Claim) -> bool:
    """Whether two claims are told of days that have nothing in common."""
    return a.when is not None and b.when is not None and (a.when.last < b.when.first or b.when.last < a.when.first)
