"""Exact conversion between the units that the rules name."""

from decimal import Decimal

import pytest

from reconcile.language.units import units_of
from reconcile.rulebook import shipped_rules

UNITS = units_of(shipped_rules())


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("1", "mile", "km", "1.609344"),
        ("28", "day", "week", "4"),
        ("210", "month", "year", "17.5"),
        ("1.5", "tonne", "kg", "1500"),
        ("104", "degF", "degC", "40"),
        ("84", "L/person/day", "L/person/week", "588"),
        ("50000", "litre/person/day", "m3/person/day", "50"),
        ("5", "person", "soldier", "5"),
    ],
)
def test_exact(value: str, source: str, target: str, expected: str) -> None:
    assert UNITS.conversions(source, target)[0].of(Decimal(value)) == Decimal(expected)


def test_a_temperature_difference_takes_the_factor_alone() -> None:
    whole, difference = UNITS.conversions("degC", "degF")
    assert whole.of(Decimal(10)) == 50
    assert difference.of(Decimal(10)) == 18


def test_a_bare_degree_is_read_on_either_scale() -> None:
    read = {way.of(Decimal(48)).quantize(Decimal(1)) for way in UNITS.conversions("degree", "degC")}
    assert {Decimal(48), Decimal(9)} <= read


@pytest.mark.parametrize(
    ("source", "target"),
    [("USD", "EUR"), ("USD", "person"), ("km", "kg"), ("%", "pp"), ("GBP/week", "USD/week"), ("bag", "tonne")],
)
def test_what_measures_different_things_does_not_convert(source: str, target: str) -> None:
    assert UNITS.conversions(source, target) == ()


def test_a_part_of_a_rate_may_go_unsaid() -> None:
    assert UNITS.conversions("L/person/day", "L/person")[0].of(Decimal(84)) == 84


@pytest.mark.parametrize(
    ("source", "target", "between", "approximate"),
    [
        ("mile", "km", True, False),
        ("kg", "tonne", False, False),
        ("day", "month", True, True),
        ("month", "year", False, False),
    ],
)
def test_kinds_of_conversion(*, source: str, target: str, between: bool, approximate: bool) -> None:
    (way,) = UNITS.conversions(source, target)
    assert (way.between_systems, way.approximate) == (between, approximate)


@pytest.mark.parametrize(
    ("unit", "money"), [("USD", True), ("GBP/week", True), ("km", False), ("BTU", False), ("person", False)]
)
def test_is_money(*, unit: str, money: bool) -> None:
    assert UNITS.is_money(unit) is money
