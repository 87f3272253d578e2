"""Figures as intervals: equality, rounding, overlap, distance."""

from decimal import Decimal

import pytest

from reconcile.judge.intervals import Figure, distance, equal, exceeds_bound, figure, overlaps, rounds_to
from reconcile.judge.policy import policy_of
from reconcile.rulebook import shipped_rules
from tests.judge.cases import quantity


def read(text: str, kind: str = "count") -> Figure:
    return figure(quantity(text + " person"), kind, policy_of(shipped_rules()))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("300", "300", True),
        ("300", "some 300", True),
        ("300", "nearly 300", False),
        ("about 300", "nearly 300", True),
        ("at least 300", "at least 300", True),
        ("at least 300", "300", False),
        ("300", "301", False),
    ],
)
def test_equal(*, a: str, b: str, same: bool) -> None:
    assert equal(read(a), read(b)) is same
    assert equal(read(b), read(a)) is same


@pytest.mark.parametrize(
    ("a", "b", "kind", "rounds"),
    [
        ("48,000", "48,217", "count", True),
        ("48,000", "48,600", "count", False),
        ("1,000", "1,140", "count", False),
        ("20", "21", "count", False),
        ("2.7", "2.72", "count", True),
        ("16", "16.4", "percent", True),
        ("20", "24", "percent", False),
        ("2bn", "2.04bn", "money", True),
        ("100", "95", "duration", False),
        ("120", "124", "measure", False),
        ("2bn", "2.3bn", "money", False),
        ("3", "3.1", "rank", False),
    ],
)
def test_rounds_to(*, a: str, b: str, kind: str, rounds: bool) -> None:
    assert rounds_to(read(a, kind), read(b, kind)) is rounds
    assert rounds_to(read(b, kind), read(a, kind)) is rounds


@pytest.mark.parametrize(
    ("a", "b", "meets"),
    [
        ("at least 12", "31", True),
        ("at least 12", "11", False),
        ("up to 40", "38", True),
        ("fewer than 40", "61", False),
        ("5-7", "6", True),
        ("5-7", "8", False),
        ("about 4,200", "some 5,600", False),
        ("about 4,200", "4,290", True),
        ("about 4,200", "4,500", False),
    ],
)
def test_overlaps(*, a: str, b: str, meets: bool) -> None:
    assert overlaps(read(a), read(b)) is meets
    assert overlaps(read(b), read(a)) is meets


def test_a_share_in_words_is_a_rounding() -> None:
    words, digits = quantity("66.7 %"), quantity("67.8 %")
    policy = policy_of(shipped_rules())
    assert overlaps(figure(words, "ratio", policy), figure(digits, "percent", policy))
    assert not overlaps(figure(words, "percent", policy), figure(digits, "percent", policy))


@pytest.mark.parametrize(
    ("bound", "other", "grew"),
    [
        ("at least 12", "31", True),
        ("more than 120", "125", False),
        ("more than 41,000", "46,380", True),
        ("12", "31", False),
        ("up to 12", "31", False),
        ("at least 12", "12", False),
    ],
)
def test_exceeds_bound(*, bound: str, other: str, grew: bool) -> None:
    assert exceeds_bound(read(bound), read(other)) is grew


def test_distance_is_signed_and_tells_the_ratio() -> None:
    assert distance(read("12"), read("10")) == (Decimal(2), Decimal("1.2"))
    assert distance(read("10"), read("12"))[0] == Decimal(-2)
    assert distance(read("0"), read("3")) == (Decimal(-3), None)
    assert distance(read("more than 200"), read("165"))[0] == Decimal(35)
