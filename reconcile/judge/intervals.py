"""Figures as intervals with a written precision: are two of them the same, roundings, or apart?

An open bound is None. Everything is exact decimal arithmetic.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.facts import Quantity
from reconcile.judge.policy import Policy
from reconcile.language.units import Conversion

_HEDGED = ("about", "vague")
_OPEN = ("at_least", "more_than", "at_most", "less_than", "range")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it is compared.

    `value` is the figure itself, `low` and `high` what its words and its precision commit to, `slack` the half weight
    of the last digit of it or of its bound, `stated_low` and `stated_high` the bounds as the words give them. `side` is
    -1 where the words put the truth below the figure ("nearly 400"), 1 above it ("just over 400"), else 0.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    slack: Decimal
    step: Decimal
    stated_low: Decimal | None
    stated_high: Decimal | None
    hedge: str
    side: int

    @property
    def exact(self) -> bool:
        """Whether the figure stands without any hedge."""
        return self.hedge == "exact"


def figure(quantity: Quantity, kind: str, policy: Policy) -> Figure:
    """A quantity of a claim of some kind, with what the tolerances grant around it."""
    value, low, high = quantity.value, quantity.low, quantity.high
    anchor = next((x for x in (value, high, low) if x is not None), Decimal(0))
    slack = policy.rounding(kind).slack(anchor, quantity.step)
    if value is not None:
        size = abs(value)
        spoken = size * _spoken(quantity, kind, policy)
        spread = max(slack, size * policy.about) if _bare(quantity) else slack
        spread = max(spoken, min(spread, size * policy.exact) if quantity.hedge == "exact" else spread)
        slack = max(slack, spoken)
        low, high = _narrowed(value, low, high, quantity, kind)
        low, high = _hull(value - spread, value + spread, low, high, quantity)
    elif quantity.hedge == "at_most" and high is not None:
        high += slack
    return Figure(value, low, high, slack, quantity.step, quantity.low, quantity.high, quantity.hedge, _side(quantity))


def _narrowed(
    value: Decimal, low: Decimal | None, high: Decimal | None, quantity: Quantity, kind: str
) -> tuple[Decimal | None, Decimal | None]:
    """The bounds of an approximation, no wider than one step of its digits: "about 17,700" is not 16,500."""
    if quantity.hedge != "about" or kind == "ratio" or low is None or high is None:
        return low, high
    return max(low, value - quantity.step), min(high, value + quantity.step)


def _spoken(quantity: Quantity, kind: str, policy: Policy) -> Decimal:
    """What a share in words is granted."""
    return policy.spoken_share if kind == "ratio" and quantity.unit == "%" else Decimal(0)


def _bare(quantity: Quantity) -> bool:
    """Whether an approximation comes without the bounds it grants."""
    return quantity.hedge == "about" and quantity.low == quantity.value == quantity.high


def _hull(
    near: Decimal, far: Decimal, low: Decimal | None, high: Decimal | None, quantity: Quantity
) -> tuple[Decimal | None, Decimal | None]:
    below = None if low is None and quantity.hedge in _OPEN else near if low is None else min(near, low)
    above = None if high is None and quantity.hedge in _OPEN else far if high is None else max(far, high)
    return below, above


def _side(quantity: Quantity) -> int:
    if quantity.value is None or quantity.low == quantity.high:
        return 0
    return 1 if quantity.low == quantity.value else -1 if quantity.high == quantity.value else 0


def equal(a: Figure, b: Figure) -> bool:
    """Whether both state the same figure or the same bounds: "300" and "some 300", "up to 10" and "as much as 10"."""
    if a.value is None and b.value is None:
        return (a.stated_low, a.stated_high) == (b.stated_low, b.stated_high)
    if a.value != b.value:
        return False
    return a.side == b.side or not (a.exact or b.exact)


def rounds_to(a: Figure, b: Figure) -> bool:
    """Whether one of two unhedged figures, written more coarsely, may stand for the other."""
    if a.value is None or b.value is None or not (a.exact and b.exact):
        return False
    return abs(a.value - b.value) <= max(a.slack, b.slack)


def overlaps(a: Figure, b: Figure) -> bool:
    """Whether something can meet what both say. Two unhedged figures must be equal or roundings of one another."""
    if a.exact and b.exact and a.value is not None and b.value is not None:
        return a.value == b.value or rounds_to(a, b)
    return _at_most(a.low, b.high) and _at_most(b.low, a.high)


def exceeds_bound(bound: Figure, other: Figure) -> bool:
    """Whether a figure outgrew a lower bound: 31 against "at least 12", but not 125 against "more than 120".

    A bound is what a figure is cut down to; a figure that gives the bound when cut as the bound is did not grow.
    """
    least = bound.stated_low
    if bound.value is not None or least is None or bound.stated_high is not None or bound.step <= 0:
        return False
    figure = other.value if other.value is not None else other.stated_low
    return figure is not None and figure > least and (figure // bound.step) * bound.step != least


def distance(a: Figure, b: Figure) -> tuple[Decimal, Decimal | None]:
    """The first figure less the second, and the larger as a multiple of the smaller (None where that says nothing)."""
    x, y = _point(a, b), _point(b, a)
    small, large = sorted((abs(x), abs(y)))
    return x - y, large / small if small and (x < 0) == (y < 0) else None


def _point(figure: Figure, other: Figure) -> Decimal:
    """The figure itself, or else the bound that faces the other one."""
    if figure.value is not None:
        return figure.value
    low, high = figure.stated_low, figure.stated_high
    if low is None or high is None:
        return high if high is not None else low if low is not None else Decimal(0)
    beyond = other.value if other.value is not None else other.stated_low
    return low if beyond is not None and beyond < low else high


def _at_most(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def shift(figure: Figure, way: Conversion) -> Figure:
    """The figure in another unit."""

    def moved(value: Decimal | None) -> Decimal | None:
        return None if value is None else way.of(value)

    return Figure(
        value=moved(figure.value),
        low=moved(figure.low),
        high=moved(figure.high),
        slack=way.size(figure.slack),
        step=way.size(figure.step),
        stated_low=moved(figure.stated_low),
        stated_high=moved(figure.stated_high),
        hedge=figure.hedge,
        side=figure.side,
    )


def mirrored(figure: Figure) -> Figure:
    """The figure with the other sign."""

    def turned(value: Decimal | None) -> Decimal | None:
        return None if value is None else -value

    return replace(
        figure,
        value=turned(figure.value),
        low=turned(figure.high),
        high=turned(figure.low),
        stated_low=turned(figure.stated_high),
        stated_high=turned(figure.stated_low),
        side=-figure.side,
    )
