"""The table of families: which exist, and which values their fields take."""

from decimal import Decimal

import pytest

from reconcile.rulebook import families
from reconcile.rulebook.families import Check, fields_of


@pytest.mark.parametrize("family", ["en/hedges", "de/hedges", "units/length", "units/anything", "align", "policy"])
def test_known(family: str) -> None:
    assert fields_of(family) is not None


@pytest.mark.parametrize("family", ["hedges", "en/hedge", "english/hedges", "e/hedges", "EN/hedges", "en/x/hedges"])
def test_unknown(family: str) -> None:
    assert fields_of(family) is None


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (families.TEXT, ["x"], ["", " ", 1, None, ["x"]]),
        (families.FLAG, [True, False], [0, 1, "true"]),
        (families.NUMBER, [0, -1, Decimal("0.5")], [True, "1", Decimal("NaN"), Decimal("Infinity")]),
        (families.AMOUNT, [1, Decimal("0.5"), "0.5", "-459.67"], ["one", "", "nan", True]),
        (families.TEXTS, [[], ["x", "y"]], ["x", [""], ["x", 1], {"x": "y"}]),
        (families.MAP, [{}, {"a": "b", "c": ["d"]}], [["a"], {"a": 1}, {"a": [""]}]),
        (families.MOMENT, ["2024-02-29", "2024-02-29T08:00:00+01:00"], ["2023-02-29", "Friday", 20240229]),
        (families.TABLES, [[], [{}]], [{}, ["x"], "x"]),
    ],
)
def test_a_check_takes_what_it_names(check: Check, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not check.accepts(value)] == []
    assert [value for value in bad if check.accepts(value)] == []
