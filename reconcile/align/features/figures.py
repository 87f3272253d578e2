"""Evidence from the figures themselves. A different figure is no evidence against: that is what discrepancies are."""

import math
from collections.abc import Iterator

from reconcile.align.amounts import Amount
from reconcile.align.records import Corpus, Record

_TINY, _SMALL = 3.0, 12.0  # up to here a round figure turns up by chance everywhere
_AT_RATE = 0.035  # log ratio: a rate is rounded, and moves from day to day
_NEAR, _ALIKE = 0.22, 0.7  # log ratios: 25 percent apart, a factor of two apart


def figures(a: Record, b: Record, corpus: Corpus) -> list[tuple[str, float]]:
    """How alike the amounts are, at their best over the units they are given in, and how their units differ."""
    found = []
    if name := _likest(a, b):
        found.append((name, 1.0))
        if name.startswith("figure.equal"):
            found += _equals(a, b)
    if (a.bare or b.bare) and a.dimension == b.dimension:
        found.append(("unit.bare", 1.0))
    if a.dimension in _UNITS or a.amounts[0].rate != b.amounts[0].rate:
        found += _units(a, b, corpus)
    return found


def _likest(a: Record, b: Record) -> str:
    """How alike the amounts are, at their best over the units; empty where they are not."""
    if len(a.amounts) == len(b.amounts) == 1:
        one, other = a.amounts[0], b.amounts[0]
        return _alike(one, other) if _commensurable(one, other) else ""
    kinds = {_alike(one, other) for one in a.amounts for other in b.amounts if _commensurable(one, other)}
    return next((kind for kind in _BY_STRENGTH if kind in kinds), "")


_UNITS = ("count", "money")  # what is told in units of its own, whatever it measures
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


def _equals(a: Record, b: Record) -> Iterator[tuple[str, float]]:
    """What makes an equal figure tell more or less."""
    if max(a.shared, b.shared) > 1:
        yield "figure.common", math.log(max(a.shared, b.shared))
    if a.hedge == b.hedge != "exact":
        yield "figure.same-hedge", 1.0
    if _alone(a, b):
        yield "figure.alone", 1.0


def _alone(a: Record, b: Record) -> bool:
    """Whether an equal figure is all that two things of different kinds have in common: 23 arrests, 23 ambulances."""
    unlike = a.measure and b.measure and a.measure != b.measure and a.noun != b.noun
    return bool(unlike) and a.near.keys().isdisjoint(b.near)


def _commensurable(a: Amount, b: Amount) -> bool:
    return a.unit == b.unit or a.dimension == b.dimension != "money" or _by_one_rate(a, b)


def _by_one_rate(a: Amount, b: Amount) -> bool:
    """Whether one currency stands with and without what it is counted by: "£79 a seat", "sold at £79"."""
    return a.thing == b.thing and not (a.rate and b.rate)


def _alike(a: Amount, b: Amount) -> str:
    if a.value is None or b.value is None:
        if a.value is b.value and (a.low, a.high) == (b.low, b.high):
            return _equal_kind(a)
    else:
        gap, larger, step = abs(a.value - b.value), max(abs(a.value), abs(b.value)), max(a.step, b.step)
        if gap <= 1e-9 * larger:
            return _equal_kind(a)
        if gap <= 0.51 * step and step <= 0.2 * larger:  # the one is the other, rounded to the digits written
            return "figure.rounds-fine" if max(a.digits, b.digits) > 2 else "figure.rounds"
    apart = abs(math.log(a.size / b.size)) if a.size and b.size else math.inf
    if _overlap(a, b):
        return "figure.within" if apart < _NEAR * 2 else "figure.overlaps"
    if apart < _NEAR:
        return "figure.near"
    return "figure.alike" if apart < _ALIKE else ""


def _equal_kind(a: Amount) -> str:
    if a.digits > 1:
        return "figure.equal-fine" if a.digits > 2 else "figure.equal-two"
    if a.size > _SMALL:
        return "figure.equal-round"
    return "figure.equal-small" if a.size > _TINY else "figure.equal-tiny"


def _overlap(a: Amount, b: Amount) -> bool:
    return not (
        (a.low is not None and b.high is not None and a.low > b.high)
        or (b.low is not None and a.high is not None and b.low > a.high)
    )


def _units(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    one, other = a.amounts[0], b.amounts[0]
    if one.rate != other.rate and not (one.rate and other.rate):
        yield "unit.one-rate", 1.0
    if a.dimension == b.dimension == "money":
        if not any(mine.thing == yours.thing for mine in a.amounts for yours in b.amounts):
            yield from _across(one, other, corpus)
    elif a.dimension == b.dimension == "count" and one.thing and other.thing and one.thing != other.thing:
        yield ("unit.person-or-thing" if "person" in (one.thing, other.thing) else "unit.other-thing"), 1.0


def _across(a: Amount, b: Amount, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """Sums in two currencies, compared at a rate that a source gives; currencies are never converted otherwise."""
    rate = corpus.rates.get((a.unit, b.unit))
    if not rate or not a.size or not b.size:
        yield "unit.other-currency", 1.0
        return
    apart = abs(math.log(a.size * rate / b.size))
    if apart < _NEAR:
        yield ("figure.at-rate" if apart < _AT_RATE else "figure.near-at-rate"), 1.0
