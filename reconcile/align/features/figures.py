"""Evidence from the figures themselves. A different figure is no evidence against: that is what discrepancies are."""

import math
from collections.abc import Iterator

from reconcile.align.amounts import Amount
from reconcile.align.records import Corpus, Record

_TINY, _SMALL = 3.0, 12.0  # up to here a round figure turns up by chance everywhere
_AT_RATE = 0.035  # log ratio: a rate is rounded, and moves from day to day
_NEAR, _ALIKE = 0.22, 0.7  # log ratios: 25 percent apart, a factor of two apart


def figures(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """How alike the amounts are, at their best over the units they are given in, and how their units differ."""
    if len(a.amounts) == len(b.amounts) == 1:
        one, other = a.amounts[0], b.amounts[0]
        name = _alike(one, other) if _commensurable(one, other) else ""
    else:
        kinds = {_alike(one, other) for one in a.amounts for other in b.amounts if _commensurable(one, other)}
        name = next((kind for kind in _BY_STRENGTH if kind in kinds), "")
    if name:
        yield name, 1.0
        if name.startswith("figure.equal") and max(a.shared, b.shared) > 1:
            yield "figure.common", math.log(max(a.shared, b.shared))
        if name.startswith("figure.equal") and a.claim.quantity.hedge == b.claim.quantity.hedge != "exact":
            yield "figure.same-hedge", 1.0
        if name.startswith("figure.equal") and _alone(a, b):
            yield "figure.alone", 1.0
    if a.dimension == b.dimension and (a.bare or b.bare):
        yield "unit.bare", 1.0
    yield from _units(a, b, corpus)


_BY_STRENGTH = (
    "figure.equal-fine",
    "figure.equal-two",
    "figure.equal-round",
    "figure.equal-small",
    "figure.equal-tiny",
    "figure.rounds-fine",
    "figure.rounds",
    "figure.within",
    "figure.near",
    "figure.overlaps",
    "figure.alike",
)


def _alone(a: Record, b: Record) -> bool:
    """Whether an equal figure is all that two things of different kinds have in common: 23 arrests, 23 ambulances."""
    one, other = a.claim.measure, b.claim.measure
    return bool(one and other and one != other and a.noun != b.noun) and a.near.keys().isdisjoint(b.near)


def _commensurable(a: Amount, b: Amount) -> bool:
    return a.unit == b.unit or a.dimension == b.dimension != "money"


def _alike(a: Amount, b: Amount) -> str:
    if _equal(a, b):
        return _equal_kind(a)
    size, other = a.size, b.size
    if _rounds(a, b):
        return "figure.rounds-fine" if max(a.digits, b.digits) > 2 else "figure.rounds"
    apart = abs(math.log(size / other)) if size and other else math.inf
    if _overlap(a, b):
        return "figure.within" if apart < _NEAR * 2 else "figure.overlaps"
    if apart < _NEAR:
        return "figure.near"
    return "figure.alike" if apart < _ALIKE else ""


def _equal(a: Amount, b: Amount) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and (a.low, a.high) == (b.low, b.high)
    return abs(a.value - b.value) <= 1e-9 * max(abs(a.value), abs(b.value))


def _equal_kind(a: Amount) -> str:
    if a.digits > 1:
        return "figure.equal-fine" if a.digits > 2 else "figure.equal-two"
    if a.size > _SMALL:
        return "figure.equal-round"
    return "figure.equal-small" if a.size > _TINY else "figure.equal-tiny"


def _rounds(a: Amount, b: Amount) -> bool:
    """Whether one figure is the other one rounded to the digits written."""
    if a.value is None or b.value is None:
        return False
    step = max(a.step, b.step)
    return abs(a.value - b.value) <= 0.51 * step and step <= 0.2 * max(abs(a.value), abs(b.value))


def _overlap(a: Amount, b: Amount) -> bool:
    return not (
        (a.low is not None and b.high is not None and a.low > b.high)
        or (b.low is not None and a.high is not None and b.low > a.high)
    )


def _units(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    unit, _, rate = a.amounts[0].unit.partition("/")
    other, _, other_rate = b.amounts[0].unit.partition("/")
    if rate != other_rate and not (rate and other_rate):
        yield "unit.one-rate", 1.0
    if a.dimension == b.dimension == "money":
        if not _currencies(a) & _currencies(b):
            yield from _across(a.amounts[0], b.amounts[0], corpus)
    elif a.dimension == b.dimension == "count" and unit and other and unit != other:
        yield ("unit.person-or-thing" if "person" in (unit, other) else "unit.other-thing"), 1.0


def _currencies(record: Record) -> set[str]:
    """The currencies that a record gives its sum in, whatever period or thing the sum is for."""
    return {amount.unit.partition("/")[0] for amount in record.amounts}


def _across(a: Amount, b: Amount, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """Sums in two currencies, compared at a rate that a source gives; currencies are never converted otherwise."""
    rate = corpus.rates.get((a.unit, b.unit))
    if not rate or not a.size or not b.size:
        yield "unit.other-currency", 1.0
        return
    apart = abs(math.log(a.size * rate / b.size))
    if apart < _NEAR:
        yield ("figure.at-rate" if apart < _AT_RATE else "figure.near-at-rate"), 1.0
