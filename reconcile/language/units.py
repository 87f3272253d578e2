"""Units as the rules give them, and exact conversion between those of one dimension.

A unit that no rule names is a thing that is counted ("person", "tank"), a currency (three capitals, an ISO 4217 code),
or a rate joined by slashes ("litre/person/day"), which converts part by part. Currencies never convert.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reconcile.rulebook import Rulebook

_ONE = Decimal(1)
_COUNTED = "count"
_MONEY = "money"
_BARE_DEGREE = "degree"
_SCALES = ("degC", "degF")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how many base units of its dimension it holds, where its zero stands, and whether its size varies."""

    dimension: str
    factor: Decimal = _ONE
    offset: Decimal = Decimal(0)
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Conversion:
    """From one unit to another: a figure times `times`, plus `plus`, over `over`.

    The division comes last, so that 28 days are four weeks to the digit. `approximate` where a unit has no fixed size
    (a month); `between_systems` where no round figure of one unit is round in the other (miles and kilometres, not
    kilograms and tonnes).
    """

    times: Decimal = _ONE
    plus: Decimal = Decimal(0)
    over: Decimal = _ONE
    approximate: bool = False
    between_systems: bool = False

    @property
    def shifted(self) -> bool:
        """Whether the zeros of the two units differ."""
        return self.plus != 0

    def of(self, value: Decimal) -> Decimal:
        """The figure in the other unit."""
        return (value * self.times + self.plus) / self.over

    def size(self, width: Decimal) -> Decimal:
        """A difference between figures in the other unit."""
        return width * self.times / self.over


SAME = Conversion()


class Units:
    """All units that the rules name. Conversions are worked out once for each pair of units."""

    def __init__(self, table: Mapping[str, Unit]) -> None:
        self._table = table
        self._found: dict[tuple[str, str], tuple[Conversion, ...]] = {}

    @property
    def named(self) -> Mapping[str, Unit]:
        """The units that a rule defines, by name."""
        return self._table

    def dimension(self, unit: str) -> str:
        """What the unit measures; "count" for a counted thing, the unit itself for a currency; rates part by part."""
        return "/".join(_dimension(part) for part in self._parts(unit))

    def is_money(self, unit: str) -> bool:
        """Whether a unit is a currency, also as the first part of a rate ("GBP/week")."""
        first = unit.partition("/")[0]
        return self._parts(first)[0].dimension == first and first not in self._table

    def conversions(self, source: str, target: str) -> tuple[Conversion, ...]:
        """The ways to turn a figure in `source` into one in `target`: none where they measure different things.

        Temperatures have two, as points on a scale and as differences; a bare "degree" is read on either scale.
        """
        found = self._found.get((source, target))
        if found is None:
            found = self._found[source, target] = tuple(self._between(source, target))
        return found

    def _between(self, source: str, target: str) -> Iterator[Conversion]:
        if source == target:
            yield SAME
            return
        for one in self._readings(source, target):
            for other in self._readings(target, source):
                whole = self._join(self._parts(one), self._parts(other))
                if whole is not None:
                    yield whole
                    if whole.shifted:
                        yield _difference(whole)

    def _readings(self, unit: str, beside: str) -> tuple[str, ...]:
        return _SCALES if unit == _BARE_DEGREE and beside in _SCALES else (unit,)

    def _parts(self, unit: str) -> tuple[Unit, ...]:
        known = self._table.get(unit)
        return (known,) if known else tuple(self._table.get(part) or _unnamed(part) for part in unit.split("/"))

    def _join(self, source: tuple[Unit, ...], target: tuple[Unit, ...]) -> Conversion | None:
        """The conversion of a unit or a rate; a "per" that only one of them states counts as unsaid in the other."""
        if source[0].dimension != target[0].dimension:
            return None
        times, over = source[0].factor, target[0].factor
        below = {unit.dimension: unit for unit in target[1:]}
        shared = [(unit, below[unit.dimension]) for unit in source[1:] if unit.dimension in below]
        for upper, lower in shared:
            times, over = times * lower.factor, over * upper.factor
        plus = source[0].offset - target[0].offset
        whole = _whole(max(times, over) / min(times, over))
        sizes = (source[0], target[0], *(unit for pair in shared for unit in pair))
        return Conversion(
            times,
            plus,
            over,
            approximate=not whole and any(unit.approximate for unit in sizes),
            between_systems=not whole or plus != 0,
        )


def _difference(conversion: Conversion) -> Conversion:
    return replace(conversion, plus=Decimal(0))


def _whole(factor: Decimal) -> bool:
    return abs(factor - factor.to_integral_value()) < Decimal("1e-12") * factor


def _unnamed(unit: str) -> Unit:
    return Unit(unit) if len(unit) == 3 and unit.isascii() and unit.isupper() else Unit(_COUNTED)


def _dimension(unit: Unit) -> str:
    return unit.dimension


@lru_cache(maxsize=8)
def units_of(rulebook: Rulebook) -> Units:
    """The units that a rulebook names, money aside; of several rules for one unit the first defines it."""
    table: dict[str, Unit] = {}
    for rule in rulebook.rules:
        if rule.family.startswith("units/") and rule.fields.get("dimension", _MONEY) != _MONEY:
            table.setdefault(rule.fields["unit"], _unit(rule.fields))
    for rule in rulebook.family("en/numbers"):
        spelled = rule.fields.get("spelled", {})  # rates write some units out: "litre/person/day"
        table.update((name, table[code]) for code, name in spelled.items() if code in table)
    return Units(table)


def _unit(fields: Mapping[str, Any]) -> Unit:
    return Unit(
        dimension=fields["dimension"],
        factor=Decimal(str(fields.get("factor", 1))),
        offset=Decimal(str(fields.get("offset", 0))),
        approximate=bool(fields.get("approximate", False)),
    )
