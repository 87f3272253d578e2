"""What the scorers share."""

import tomllib
from typing import Any

import pytest

from tests.measuring import match, meets, raised, unit_name


def claim(name: str, start: int, end: int) -> dict[str, Any]:
    return {"id": name, "start": start, "end": end}


def test_the_best_overlap_goes_first_and_each_claim_once() -> None:
    wide, narrow = claim("c1", 0, 10), claim("c2", 6, 10)
    assert match([(5, 10), (0, 4)], [wide, narrow]) == {0: narrow, 1: wide}
    assert match([(0, 4), (2, 4)], [claim("c1", 0, 4)]) == {0: claim("c1", 0, 4)}
    assert match([(4, 8)], [claim("c1", 0, 4)]) == {}


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [((1, 2), (2, 3), True), ((1, 2), (3, None), False), ((None, 2), (1, None), True), ((5, None), (None, 4), False)],
)
def test_intervals_meet(a: Any, b: Any, meet: bool) -> None:  # noqa: FBT001
    assert meets(a, b) is meets(b, a) is meet


def test_units_by_name() -> None:
    assert unit_name("kilometers") == unit_name("km") == "km"
    assert unit_name("litre per person per day") == unit_name("litres/person/day")
    assert unit_name("USD") != unit_name("usd coin")


def test_floors_are_raised_and_never_lowered() -> None:
    reached = {"money": {"cases": 0.9, "recall": 0.5, "precision": 0.001}}
    text = raised(reached, {"money": {"cases": 0.7, "recall": 0.8}})
    assert tomllib.loads(text) == {"money": {"cases": 0.88, "recall": 0.8, "precision": 0.0}}
