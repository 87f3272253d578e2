"""How a figure of the draft stands to a figure of a source: the same, a rounding of it, within its bound, or against it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reconcile.facts import Claim
from reconcile.judge.intervals import Figure, shift
from reconcile.judge.likeness import Comparer, Kin
from reconcile.judge.units import Units

Stance = Literal["same", "conversion", "rounding", "bound", "loose", "apart", "turned", "unlike"]
"""The first four bear a figure out; `loose`: both can be true, yet the one doesn't give the other; `turned`: the bounds
face opposite ways; `unlike`: the two measure different things."""

BORNE_OUT = ("same", "conversion", "rounding", "bound")
AGAINST = ("apart", "turned")

_OF_KIN: dict[Kin, Stance] = {
    "same": "same",
    "converted": "conversion",
    "rounding": "rounding",
    "overlap": "bound",
    "apart": "apart",
    "incomparable": "unlike",
}
_STRICT = ("more_than", "less_than")
_BESIDE = Decimal("1.01")  # a bound given in another unit is as near as this
_FAR = Decimal("1.25")  # a figure this many times a bound is not what the bound tells


@dataclass(frozen=True, slots=True)
class Side:
    """What a figure leaves open: `over` or under `edge`; strictly where the edge itself is left out."""

    over: bool
    edge: Decimal
    strict: bool


class Stances:
    """Compares figures of a draft with figures of sources."""

    def __init__(self, comparer: Comparer, units: Units) -> None:
        self._comparer = comparer
        self._units = units

    def of(self, draft: Claim, source: Claim) -> Stance:
        """How the figure of the draft stands to that of the source. Neither may be a date."""
        stance = _OF_KIN[self._comparer.compare(draft, source).kin]
        if stance in ("unlike", "apart"):
            return stance
        mine, yours = self._comparer.figure(draft), self._there(source, draft)
        if yours is None:
            return stance
        if turned(mine, yours):
            return "turned"
        return "loose" if stance == "bound" and _loose(mine, yours) else stance

    def _there(self, source: Claim, draft: Claim) -> Figure | None:
        """The figure of the source in the draft's unit."""
        figure = self._comparer.figure(source)
        one, other = source.quantity.unit, draft.quantity.unit
        if one == other or source.kind == draft.kind == "count" or not (one and other):
            return figure
        ways = self._units.conversions(one, other)
        return shift(figure, ways[0]) if ways else None


def turned(draft: Figure, source: Figure) -> bool:
    """Whether the bound of the draft is one that the source rules out: "more than 30" for "nearly 30" or for just 30."""
    side = _side(draft)
    if side is None or side.edge <= 0:
        return False
    if source.exact and source.value is not None:
        edge, closed = source.value, side.strict
    elif (other := _side(source)) is not None:
        edge, closed = other.edge, other.over != side.over
    else:
        high = source.stated_high if side.over else source.stated_low
        if high is None or source.value is not None:
            return False
        edge, closed = high, side.strict
    beyond = edge <= side.edge * _BESIDE if side.over else edge * _BESIDE >= side.edge
    return closed and beyond


def _side(figure: Figure) -> Side | None:
    strict = figure.hedge in _STRICT
    if figure.value is not None:
        return Side(figure.side > 0, figure.value, strict=False) if figure.side else None
    low, high = figure.stated_low, figure.stated_high
    if low is not None and high is None:
        return Side(over=True, edge=low, strict=strict)
    return Side(over=False, edge=high, strict=strict) if high is not None and low is None else None


def _loose(draft: Figure, source: Figure) -> bool:
    """Whether one is a bound that the other lies far beyond: 70 beside "at least 12"."""
    return any(_far(bound, other) for bound, other in ((draft, source), (source, draft)))


def _far(bound: Figure, other: Figure) -> bool:
    side, value = _side(bound), other.value
    if bound.value is not None or side is None or value is None or side.edge <= 0:
        return False
    return value > side.edge * _FAR if side.over else value * _FAR < side.edge
