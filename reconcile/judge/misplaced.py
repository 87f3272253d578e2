"""Doubt whether a figure of a draft that some source gives stands there for the same thing.

The same figure may be that of another thing: two figures exchanged, a rise for a fall, last year's for this one's. What
speaks for that is weighed as log-odds, with the weights of rules/check.toml.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from reconcile.facts import Claim
from reconcile.judge.binding import Binding
from reconcile.judge.checking import Doubting
from reconcile.judge.echo import place
from reconcile.judge.witness import Hearing, by_sentence
from reconcile.language.cues import CuesOf

_PAST = ("former", "past")
_NEXT = 15  # characters behind a figure within which a word follows it
_SCOPES = ({"level", "change"}, {"total", "change"}, {"total", "part"})  # what differs, and not by wording alone
_TURNED = ("turned", "edge", "reversed")  # a source rules out the bound, or the direction, of the very figure
_RIVALS = 3  # the other figures that are looked at for an exchange


def doubts(hearings: Sequence[Hearing], rules: Doubting, cues: CuesOf, binding: Binding) -> Mapping[str, float]:
    """For each figure that sources bear out: the log-odds that it stands there for another thing than in the draft."""
    draft = _Draft.of(hearings)
    alone = {
        hearing.claim.id: rules.weigh(
            {
                **evidence(hearing, draft, rules.most),
                **binding.evidence(hearing),
                "former": float(_former(hearing, cues)),
            },
        )
        for hearing in draft.upheld
    }
    return {each.claim.id: _of_both(each, draft, alone, rules.pair) for each in draft.upheld}


def _of_both(hearing: Hearing, draft: "_Draft", alone: Mapping[str, float], less: float) -> float:
    """The doubt of a figure, only so much `less` than that of one whose place it has: where one is in the other's, both
    are."""
    partners = (each for each in draft.upheld if each is not hearing and _in_place(hearing, each))
    return max((alone[hearing.claim.id], *(alone[each.claim.id] - less for each in partners)))


def _in_place(one: Hearing, other: Hearing) -> bool:
    """Whether each of two figures of one sentence is the nearest rival of the other."""
    if one.claim.sentence.start != other.claim.sentence.start or not (one.rivals and other.rivals):
        return False
    return one.rivals[0].fact in other.facts and other.rivals[0].fact in one.facts


def _former(hearing: Hearing, cues: CuesOf) -> bool:
    """Whether some source gives the figure as an old one, and the draft doesn't."""
    told = (claim for claim in _same(hearing) if "former" in cues(claim))
    return next(told, None) is not None and not told_as_old(hearing.claim, cues)


def told_as_old(claim: Claim, cues: CuesOf) -> bool:
    """Whether a draft says itself that a figure is of the past."""
    return not cues(claim).keys().isdisjoint(_PAST)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the figures of a draft say together: those that sources bear out, the figures that rest on each fact with
    how near, and all figures by sentence."""

    upheld: Sequence[Hearing]
    resting: Mapping[str, Sequence[tuple[float, str]]]
    sentences: Mapping[int, Sequence[Hearing]]

    @classmethod
    def of(cls, hearings: Sequence[Hearing]) -> "_Draft":
        upheld = [hearing for hearing in hearings if hearing.fors]
        resting: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
        for hearing in upheld:
            best = hearing.fors[0]
            if best.fact:
                resting[best.fact].append((best.near, hearing.claim.id))
        in_order = sorted(hearings, key=lambda hearing: hearing.claim.start)
        return cls(upheld, resting, by_sentence(in_order))

    def with_it(self, hearing: Hearing) -> Sequence[Hearing]:
        """The other figures of its sentence."""
        return [each for each in self.sentences[hearing.claim.sentence.start] if each is not hearing]

    def beside(self, hearing: Hearing) -> Sequence[Hearing]:
        """The figures before and after one in its sentence."""
        row = self.sentences[hearing.claim.sentence.start]
        at = row.index(hearing)
        return (*row[max(0, at - 1) : at], *row[at + 1 : at + 2])


def evidence(hearing: Hearing, draft: _Draft, most: float) -> Mapping[str, float]:
    """What speaks for and against another thing: how strongly, by the names of the weights."""
    claim, best = hearing.claim, hearing.fors[0]
    other = next(iter(hearing.rivals), None)
    mine, yours = _roles(claim), _roles(best.claim)
    return {
        "outdone": max(-most, min(most, other.near - hearing.nearest)) if other else -most,
        "answered": float(other is not None and other.fact in draft.resting),
        "taken": float(any(near > best.near and name != claim.id for near, name in draft.resting.get(best.fact, ()))),
        "exchanged": float(any(_exchanged(hearing, each) for each in draft.with_it(hearing) if each.fors)),
        "in-step": float(any(_steps(hearing, draft.beside(hearing), along=True))),
        "out-of-step": float(any(_steps(hearing, draft.beside(hearing), along=False))),
        "turned": float(any(w.fact == best.fact and w.stance in _TURNED for w in hearing.witnesses)),
        "only-fits": float(best.stance != "same"),
        "same-roles": float(bool(mine & yours)),
        "other-roles": float(bool(mine and yours and not mine & yours)),
        "same-measure": float(claim.measure is not None and claim.measure == best.claim.measure),
        "same-event": float(claim.event is not None and claim.event == best.claim.event),
        "other-time": float(_apart_in_time(claim, best.claim)),
        "other-scope": float({claim.scope, best.claim.scope} in _SCOPES),
        "same-next-word": float(bool(_next(claim)) and _next(claim) == _next(best.claim)),
    }


def _steps(hearing: Hearing, beside: Sequence[Hearing], *, along: bool) -> Iterator[bool]:
    """Whether a figure and one beside it stand in a sentence of a source in the same order, or in the other one."""
    for other in beside:
        ahead = hearing.claim.start < other.claim.start
        for mine, yours in product(_same(hearing), _same(other)):
            if mine.id != yours.id and place(mine) == place(yours):
                yield ((mine.start < yours.start) == ahead) == along


def _same(hearing: Hearing) -> list[Claim]:
    return [witness.claim for witness in hearing.fors if witness.stance == "same"]


def _exchanged(one: Hearing, other: Hearing) -> bool:
    """Whether two figures of one sentence are each among the nearest in the place of the other."""
    return _rivals(one) & other.facts != set() and _rivals(other) & one.facts != set()


def _rivals(hearing: Hearing) -> set[str]:
    return {witness.fact for witness in hearing.rivals[:_RIVALS]}


def _apart_in_time(a: Claim, b: Claim) -> bool:
    """Whether two claims are told of days that have nothing in common."""
    return a.when is not None and b.when is not None and (a.when.last < b.when.first or b.when.last < a.when.first)


def _roles(claim: Claim) -> set[str]:
    roles = claim.roles
    return {name.lower() for names in (roles.from_, roles.to, roles.in_, roles.by) for name in names}


def _next(claim: Claim) -> str:
    """The word that follows a figure."""
    place, word = next(((at, word) for at, word in claim.context.words if at >= claim.end), (claim.end, ""))
    return word if place - claim.end < _NEXT else ""
