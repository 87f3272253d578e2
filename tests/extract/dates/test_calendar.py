"""Calendar arithmetic: known days, and laws that hold for any day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.dates import calendar
from reconcile.extract.dates.calendar import EITHER, FUTURE, PAST

DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, (3, 22)),
        (1943, (4, 25)),
        (2000, (4, 23)),
        (2008, (3, 23)),
        (2024, (3, 31)),
        (2025, (4, 20)),
        (2038, (4, 25)),
    ],
)
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = calendar.easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_within_a_week_on_the_side_asked_for(anchor: date, weekday: int) -> None:
    back, ahead = (calendar.weekday_near(anchor, weekday, way) for way in (PAST, FUTURE))
    assert back.weekday() == ahead.weekday() == weekday
    assert timedelta(0) <= anchor - back < timedelta(7)
    assert timedelta(0) <= ahead - anchor < timedelta(7)
    assert calendar.weekday_near(anchor, weekday, PAST, strict=True) < anchor


@pytest.mark.parametrize(
    ("way", "expected"),
    [(PAST, date(2025, 6, 1)), (FUTURE, date(2026, 6, 1)), (EITHER, date(2026, 6, 1))],
)
def test_a_day_without_a_year(way: int, expected: date) -> None:
    assert calendar.day_near(date(2026, 3, 11), way, lambda year: calendar.day_of(year, 6, 1)) == expected


def test_a_tense_does_not_reach_further_than_ten_months() -> None:
    anchor = date(2026, 3, 11)
    assert calendar.day_near(anchor, PAST, lambda year: calendar.day_of(year, 4, 2)) == date(2026, 4, 2)


def test_a_leap_day_is_sought_further() -> None:
    assert calendar.day_near(date(2026, 3, 11), EITHER, lambda year: calendar.day_of(year, 2, 29)) in {
        date(2024, 2, 29),
        date(2028, 2, 29),
    }
    assert calendar.day_near(date(2026, 3, 11), EITHER, lambda year: calendar.day_of(year, 2, 30)) is None


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        (date(2024, 3, 31), -1, "month", date(2024, 2, 29)),
        (date(2024, 2, 29), 1, "year", date(2025, 2, 28)),
        (date(2026, 3, 11), -24, "hour", date(2026, 3, 10)),
        (date(2026, 3, 11), 40, "minute", date(2026, 3, 11)),
        (date(2026, 3, 11), 1, "fortnight", date(2026, 3, 25)),
        (date(2026, 3, 11), -66_000, "year", None),
        (date(2026, 3, 11), -999_999, "day", None),
    ],
)
def test_shift(day: date, count: int, unit: str, expected: date | None) -> None:
    assert calendar.shift(day, count, unit) == expected


def test_whole_months_stay_whole() -> None:
    assert calendar.shift_days(calendar.months_of(2026, 2), 1, "month") == calendar.months_of(2026, 3)
    assert calendar.shift_days(calendar.months_of(2025, 10, 3), -1, "year") == calendar.months_of(2024, 10, 3)


@given(DAYS, st.sampled_from(["week", "month", "quarter", "year", "decade", "century"]))
def test_a_period_holds_its_day_and_is_the_same_seen_from_its_ends(day: date, unit: str) -> None:
    first, last = calendar.period_around(day, unit)
    assert first <= day <= last
    assert calendar.period_around(first, unit) == calendar.period_around(last, unit) == (first, last)


@given(DAYS, st.sampled_from(["month", "quarter", "year", "decade"]))
def test_thirds_and_halves_cover_a_period_without_a_gap(day: date, unit: str) -> None:
    whole = calendar.period_around(day, unit)
    for parts in (("early", "mid", "late"), ("first_half", "second_half")):
        pieces = [calendar.part_of(whole, part) for part in parts]
        assert (pieces[0][0], pieces[-1][1]) == whole
        assert all(b[0] - a[1] == timedelta(1) for a, b in pairwise(pieces))


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "expected"),
    [
        (2025, 11, 3, 4, date(2025, 11, 27)),
        (2025, 5, 0, -1, date(2025, 5, 26)),
        (2025, 9, 0, 1, date(2025, 9, 1)),
    ],
)
def test_nth_weekday(year: int, month: int, weekday: int, nth: int, expected: date) -> None:
    assert calendar.nth_weekday(year, month, weekday, nth) == expected


def test_months_without_a_year() -> None:
    anchor = date(2026, 3, 11)
    assert calendar.months_near(anchor, 3, 1, PAST) == calendar.months_of(2026, 3)
    assert calendar.months_near(anchor, 4, 1, PAST) == calendar.months_of(2025, 4)
    assert calendar.months_near(anchor, 2, 1, FUTURE) == calendar.months_of(2027, 2)
