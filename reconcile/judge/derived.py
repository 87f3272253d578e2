"""Figures of a draft that follow from figures of the sources: sums, differences, shares, percent changes, multiples.

By chance much adds up, so the terms must stand near one another in one source, or in one fact, and be told in words
like the draft's; the result must fit to the digits written.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations
from typing import Literal

from reconcile.facts import Claim
from reconcile.judge.witness import Hearing, Witness
from reconcile.language.cues import CuesOf

How = Literal["sum", "difference", "share", "percent_change", "multiple"]

_HUNDRED = Decimal(100)
_POOL = 24  # the nearest figures that are tried
_SIZABLE = Decimal("0.02")  # the part of a sum below which a term is lost in it
_SHARES = ("percent", "ratio")
_AMOUNTS = ("count", "money", "measure", "duration")


@dataclass(frozen=True, slots=True)
class Derived:
    """How a figure follows: from which claims, and the equation in figures as written."""

    how: How
    terms: tuple[Claim, ...]
    equation: str


@dataclass(frozen=True, slots=True)
class _Search:
    """A figure of a draft, what it may differ by, the source figures near it, and whether it tells a difference."""

    claim: Claim
    value: Decimal
    slack: Decimal
    near: tuple[Witness, ...]
    moved: bool

    def fits(self, value: Decimal) -> bool:
        return abs(value - self.value) <= self.slack


def derive(hearing: Hearing, cues: CuesOf, reach: int, least: float) -> Derived | None:
    """The way in which the figure follows from those of the sources, None where there is none.

    `reach` in characters is how far apart terms may stand; `least` how alike the words of one term must be at least.
    """
    quantity = hearing.claim.quantity
    if quantity.value is None or quantity.value <= 0 or quantity.hedge not in ("exact", "about"):
        return None
    near = tuple(w for w in hearing.witnesses if _plain(w.claim))[:_POOL]
    slack = quantity.step / 2 if _rough(hearing.claim) else Decimal(0)
    search = _Search(hearing.claim, quantity.value, slack, near, _moved(hearing.claim, cues))
    likeness = {w.claim.id: w.alike for w in near}
    found = (one for way in _ways(hearing.claim) for one in way(search, reach))
    return next((one for one in found if max(likeness[term.id] for term in one.terms) >= least), None)


_Way = Callable[[_Search, int], Iterator[Derived]]


def _ways(claim: Claim) -> Sequence[_Way]:
    if claim.quantity.unit == "times":
        return (_multiples,)
    if claim.kind in _SHARES:
        return (_changes, _shares, _differences)
    return (_sums, _differences) if claim.kind in _AMOUNTS else ()


def _moved(claim: Claim, cues: CuesOf) -> bool:
    """Whether a figure is told as a difference or a part: only then may it be one."""
    return claim.change != "none" or claim.scope in ("change", "additional", "part") or "difference" in cues(claim)


def _rough(claim: Claim) -> bool:
    """Whether a figure may be a rounding: a share, an approximation, or one of three digits and more."""
    quantity = claim.quantity
    return claim.kind in _SHARES or quantity.hedge == "about" or (quantity.value or 0) >= _HUNDRED * quantity.step


def _plain(claim: Claim) -> bool:
    return (
        claim.quantity.value is not None
        and claim.quantity.value > 0
        and claim.kind not in ("date", "rank", "score", "age")
    )


def _value(claim: Claim) -> Decimal:
    return claim.quantity.value or Decimal(0)


def _alike(a: Claim, b: Claim) -> bool:
    return a.kind == b.kind and (a.kind == "count" or a.quantity.unit == b.quantity.unit)


def _together(a: Witness, b: Witness, reach: int) -> bool:
    """Whether two figures are told in one place, or are of one fact."""
    one, other = a.claim, b.claim
    if a.fact and a.fact == b.fact:
        return True
    return one.source == other.source and abs(one.start - other.start) <= reach


def _pairs(search: _Search, reach: int, kinds: Iterable[str]) -> Iterator[tuple[Witness, Witness]]:
    pool = [w for w in search.near if w.claim.kind in kinds]
    return ((a, b) for a, b in permutations(pool, 2) if _alike(a.claim, b.claim) and _together(a, b, reach))


def _sums(search: _Search, reach: int) -> Iterator[Derived]:
    least = search.value * _SIZABLE
    pool = [w for w in search.near if _alike(w.claim, search.claim) and least <= _value(w.claim) < search.value]
    for count in (2, 3):
        for parts in combinations(pool[:12], count):
            if (
                not search.fits(sum(_value(w.claim) for w in parts) or Decimal(0))
                or len({w.fact for w in parts}) < count
            ):
                continue
            if len({w.claim.source for w in parts}) == 1 and all(
                _together(a, b, reach) for a, b in combinations(parts, 2)
            ):
                terms = tuple(sorted((w.claim for w in parts), key=lambda claim: claim.start))
                yield Derived("sum", terms, f"{' + '.join(t.text for t in terms)} = {search.claim.text}")


def _differences(search: _Search, reach: int) -> Iterator[Derived]:
    unit = search.claim.quantity.unit
    if unit == "%":
        return
    unit, kinds = ("%", _SHARES) if unit == "pp" else (unit, (search.claim.kind,))
    for a, b in _pairs(search, reach, kinds) if search.moved else ():
        same = search.claim.kind == "count" or a.claim.quantity.unit == unit
        if (
            same
            and search.fits(_value(a.claim) - _value(b.claim))
            and a.claim.quantity.hedge == b.claim.quantity.hedge == "exact"
        ):
            yield Derived("difference", (a.claim, b.claim), f"{a.claim.text} - {b.claim.text} = {search.claim.text}")


def _shares(search: _Search, reach: int) -> Iterator[Derived]:
    if search.claim.quantity.unit == "%" and search.claim.change == "none":
        for part, whole in _pairs(search, reach, _AMOUNTS):
            if _value(part.claim) < _value(whole.claim) and search.fits(
                _value(part.claim) / _value(whole.claim) * _HUNDRED
            ):
                equation = f"{part.claim.text} / {whole.claim.text} = {search.claim.text}"
                yield Derived("share", (part.claim, whole.claim), equation)


def _changes(search: _Search, reach: int) -> Iterator[Derived]:
    sign = {"up": 1, "down": -1}.get(search.claim.change, 0)
    for new, old in _pairs(search, reach, _AMOUNTS) if sign and search.claim.quantity.unit == "%" else ():
        if search.fits(sign * (_value(new.claim) / _value(old.claim) - 1) * _HUNDRED):
            equation = f"{old.claim.text} -> {new.claim.text} = {search.claim.text}"
            yield Derived("percent_change", (old.claim, new.claim), equation)


def _multiples(search: _Search, reach: int) -> Iterator[Derived]:
    for large, small in _pairs(search, reach, _AMOUNTS):
        if search.fits(_value(large.claim) / _value(small.claim)):
            equation = f"{large.claim.text} / {small.claim.text} = {search.claim.text}"
            yield Derived("multiple", (large.claim, small.claim), equation)
