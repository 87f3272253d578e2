"""How a figure of the draft stands to one of a source: the same, a rounding of it, within its bound, or against it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reconcile.facts import Claim
from reconcile.judge.checking import Bounding
from reconcile.judge.intervals import Figure, shift
from reconcile.judge.likeness import Comparer, Kin
from reconcile.judge.slips import digits_of
from reconcile.language.units import Units

Stance = Literal["same", "conversion", "rounding", "bound", "loose", "apart", "edge", "turned", "reversed", "unlike"]
"""The first four bear a figure out; `loose`: both can be true, yet the source doesn't give the draft's, which may be
finer; `edge`: the source gives the very figure that the draft calls a bound; `turned`: the bounds face opposite ways;
`reversed`: what rises in the one falls in the other; `unlike`: the two measure different things."""

BORNE_OUT = ("same", "conversion", "rounding", "bound")
AGAINST = ("apart", "edge", "turned", "reversed")

_OF_KIN: dict[Kin, Stance] = {
    "same": "same",
    "converted": "conversion",
    "rounding": "rounding",
    "overlap": "bound",
    "apart": "apart",
    "incomparable": "unlike",
}
_EQUAL = Decimal(1)
_NAMED_SORTS = ("percent", "ratio", "rank", "score")  # kinds that are never written as a mere number
_STRICT = ("more_than", "less_than")


@dataclass(frozen=True, slots=True)
class Side:
    """What a figure leaves open: `over` or under `edge`; strictly where the edge itself is left out."""

    over: bool
    edge: Decimal
    strict: bool


class Stances:
    """Compares figures of a draft with figures of sources."""

    def __init__(self, comparer: Comparer, units: Units, rules: Bounding) -> None:
        self._comparer = comparer
        self._units = units
        self._beside = 1 + Decimal(str(rules.beside))
        self._far = Decimal(str(rules.far))
        self._lone = Decimal(str(rules.lone))

    def of(self, draft: Claim, source: Claim) -> Stance:
        """How the figure of the draft stands to that of the source. Neither may be a date."""
        stance = self._of_figures(draft, source)
        return "reversed" if stance in BORNE_OUT and {draft.change, source.change} == {"up", "down"} else stance

    def _of_figures(self, draft: Claim, source: Claim) -> Stance:
        if (draft.kind == "rank") != (source.kind == "rank"):
            return "unlike"
        if draft.kind != source.kind and self._unlike(draft.quantity.unit, source.quantity.unit):
            return "same" if _elliptical(draft, source) else "unlike"
        stance = _OF_KIN[self._comparer.compare(draft, source).kin]
        if stance in ("unlike", "apart"):
            return "same" if _elliptical(draft, source) else stance if draft.kind == source.kind else "unlike"
        mine, yours = self._comparer.figure(draft), self._there(source, draft)
        if yours is None:
            return stance
        beside = _EQUAL if draft.quantity.unit == source.quantity.unit else self._beside
        if against := _turned(mine, yours, beside):
            return against
        if stance == "rounding":
            return "loose" if mine.step < yours.step else "rounding" if _natural(mine, yours, self._lone) else "apart"
        return self._of_bounds(mine, yours, beside) if stance == "bound" else stance

    def _of_bounds(self, draft: Figure, source: Figure, beside: Decimal) -> Stance:
        one, other = _side(draft), _side(source)
        if one and other and draft.value is None and source.value is None:
            return "bound" if self._gives(one, draft.step, other, source.step, beside) else "apart"
        return "loose" if self._loose(draft, source) or _finer(draft, source) else "bound"

    def _loose(self, draft: Figure, source: Figure) -> bool:
        """Whether the source's words don't give what the draft says, though they allow it: 70 beside "at least 12"."""
        if source.hedge == "vague" != draft.hedge or draft.hedge == "range" != source.hedge:
            return True
        return any(self._is_far(bound, figure) for bound, figure in ((draft, source), (source, draft)))

    def _gives(self, draft: Side, draft_step: Decimal, source: Side, source_step: Decimal, beside: Decimal) -> bool:
        """Whether the bound of the source gives the draft's: the same, or one cut down to a rounder figure. "Over 10"
        says that there are over 9, but nobody would write that."""
        low, high = (draft.edge, source.edge) if draft.over else (source.edge, draft.edge)
        if max(low, high) <= min(low, high) * beside:
            return True
        return low <= high <= low * self._far and draft_step > source_step

    def _is_far(self, bound: Figure, other: Figure) -> bool:
        side, value = _side(bound), other.value
        if bound.value is not None or side is None or value is None or side.edge <= 0:
            return False
        return value > side.edge * self._far if side.over else value * self._far < side.edge

    def _unlike(self, one: str, other: str) -> bool:
        return bool(one and other) and not self._units.conversions(one, other)

    def _there(self, source: Claim, draft: Claim) -> Figure | None:
        """The figure of the source in the draft's unit."""
        figure = self._comparer.figure(source)
        one, other = source.quantity.unit, draft.quantity.unit
        if one == other or source.kind == draft.kind == "count" or not (one and other):
            return figure
        ways = self._units.conversions(one, other)
        return shift(figure, ways[0]) if ways else None


def _finer(draft: Figure, source: Figure) -> bool:
    """Whether the draft gives digits that a source with a hedge doesn't: 4,213 beside "more than 4,200"."""
    return (
        draft.value is not None
        and draft.value not in (source.value, source.stated_low, source.stated_high)
        and draft.step < source.step
    )


def _natural(coarse: Figure, fine: Figure, lone: Decimal) -> bool:
    """Whether a figure is what another one is rounded to: halves go up, 946 is no bare 950, and a figure of one digit
    is off by no more than the part `lone`."""
    if coarse.value is None or fine.value is None:
        return True
    gap = coarse.value - fine.value
    if abs(gap) * 2 == coarse.step and gap < 0:
        return False
    if digits_of(coarse.value) == 1 and abs(gap) > abs(coarse.value) * lone and coarse.step != 1:
        return False
    scale = _THOUSAND ** (max(coarse.value.adjusted(), 0) // 3)
    return not (coarse.step == _TEN * scale and fine.step >= scale)


_TEN, _THOUSAND = Decimal(10), Decimal(1000)


def _elliptical(draft: Claim, source: Claim) -> bool:
    """Whether one of the two is a number without its unit or its rate: "174,000" for so many barrels a day."""
    one, other = draft.quantity, source.quantity
    if one.value != other.value or (one.low, one.high) != (other.low, other.high):
        return False
    return (
        _bare(draft, source)
        or _bare(source, draft)
        or _inferred(draft, source)
        or (one.unit != other.unit and one.unit == other.unit.partition("/")[0])
    )


def _bare(claim: Claim, other: Claim) -> bool:
    """Whether a claim is a mere number, which may be one of whatever the other measures."""
    return claim.kind == "count" and not (claim.quantity.unit and claim.noun) and other.kind not in _NAMED_SORTS


def _inferred(draft: Claim, source: Claim) -> bool:
    """Whether the draft, or the source beside a draft's count, has its unit from words elsewhere, so that another unit
    is no slip: "the union says 54 hours a week, the government 50.9". A number of one digit is everywhere."""
    value = draft.quantity.value
    if value is None or digits_of(value) < _TELLING:
        return False
    return is_alone(draft) or (draft.kind == "count" and is_alone(source))


def is_alone(claim: Claim) -> bool:
    """Whether a figure is written without what it counts or measures behind it."""
    if claim.kind != "count":
        return _NUMBER.fullmatch(claim.text) is not None
    return all(word != claim.context.head for at, word in claim.context.words if 0 <= at - claim.end < _BEHIND)


_TELLING = 2
_BEHIND = 30  # characters in which a counted noun follows its figure
_NUMBER = re.compile(
    r"(?!Rs)(?:[A-Za-z]+ )*[\d.,]*\d(?: ?(?:k|mn|bn|thousand|million|billion|trillion|lakh|crore))?", re.IGNORECASE
)


def _turned(draft: Figure, source: Figure, beside: Decimal) -> Stance | None:
    """Whether the source rules out the bound of the draft: "more than 30" beside "nearly 30", or beside just 30."""
    side, other = _side(draft), _side(source)
    if draft.value is None and source.value is None and _ranges(draft, source):
        return "apart"
    if side is None or side.edge <= 0:
        return None
    if other is not None:
        return "turned" if other.over != side.over and _beyond(side, other.edge, beside) else None
    edge = source.value if source.exact else source.stated_high if side.over else source.stated_low
    if edge is not None and _well_within(side, edge, source.step):
        return None
    hedged = source.value is not None and not source.exact
    return None if hedged or edge is None or not side.strict or not _beyond(side, edge, beside) else "edge"


def _well_within(side: Side, edge: Decimal, step: Decimal) -> bool:
    """Whether a figure lies within what a bound leaves open by a step of its digits: 3,215 kg is over 3.2 tonnes."""
    return (edge - side.edge if side.over else side.edge - edge) >= step > 0


def _ranges(a: Figure, b: Figure) -> bool:
    """Whether both are ranges, and not the same."""
    ends = (a.stated_low, a.stated_high, b.stated_low, b.stated_high)
    return None not in ends and ends[:2] != ends[2:] and a.hedge == b.hedge == "range"


def _beyond(side: Side, edge: Decimal, beside: Decimal) -> bool:
    """Whether all up to an edge of the source lies outside what the draft leaves open."""
    return edge <= side.edge * beside if side.over else edge * beside >= side.edge


def _side(figure: Figure) -> Side | None:
    strict = figure.hedge in _STRICT
    if figure.value is not None:
        return Side(figure.side > 0, figure.value, strict=False) if figure.side else None
    low, high = figure.stated_low, figure.stated_high
    if low is not None and high is None:
        return Side(over=True, edge=low, strict=strict)
    return Side(over=False, edge=high, strict=strict) if high is not None and low is None else None
