"""What holds as of when, and in what order."""

from dataclasses import replace

import pytest

from reconcile.facts import Claim, Sentence, Source
from reconcile.judge.timeline import order, point, timeline


def claim(id: str, as_of: str | None) -> Claim:
    return Claim(id, id, "count", 0, 1, "1", Sentence(0, 1, "1"), None, as_of=as_of)


def source(id: str, published: str | None) -> Source:
    return Source(id=id, text="1", published=published)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((None, "2026-03-03T08:00:00+00:00"), (None, "2026-03-03T19:00:00+00:00"), -1),
        ((None, "2026-03-03T08:00:00+00:00"), (None, "2026-03-03T09:00:00+01:00"), 0),
        ((None, "2026-03-03"), (None, "2026-03-03"), 0),
        (("2026-03-01", "2026-03-05"), (None, "2026-03-03"), -1),
        (("2026-03-03", "2026-03-05"), ("2026-03-03", "2026-03-04"), 1),
        (("2026-03-03T07:00", "2026-03-03T09:00:00+00:00"), (None, "2026-03-03T08:00:00+00:00"), -1),
        ((None, None), (None, "2026-03-03"), 0),
    ],
)
def test_order(first: tuple[str | None, str], second: tuple[str | None, str], expected: int) -> None:
    a, b = (point(claim("x", as_of), source("x", published)) for as_of, published in (first, second))
    assert order(a, b, 1) == expected
    assert order(b, a, 1) == -expected


def test_what_is_no_date_counts_as_not_stated() -> None:
    told = source("x", "2026-03-03T08:00:00+00:00")
    assert point(claim("x", "some day"), told) == point(claim("x", None), told)


def test_timeline_is_in_order_of_time_with_the_unknown_first() -> None:
    dated = [
        (claim(name, None), point(claim(name, None), source(name, day)))
        for name, day in (("c", "2026-03-05"), ("a", None), ("b", "2026-03-04"))
    ]
    assert [moment.claim for moment in timeline(dated)] == ["a", "b", "c"]
    assert [moment.as_of is None for moment in timeline(dated)] == [True, False, False]


def test_a_clock_time_in_the_words_takes_the_zone_of_the_source() -> None:
    at = point(claim("x", "2026-03-03T13:05"), source("x", "2026-03-03T20:00:00+03:00"))
    assert at.moment is not None
    assert at.moment.isoformat() == "2026-03-03T13:05:00+03:00"
    assert replace(at, moment=None).day == at.moment.date()


def test_a_report_weeks_after_the_day_looks_back_on_it() -> None:
    assert point(claim("x", "2026-02-02"), source("x", "2026-03-03T20:00:00+00:00")).looks_back
    assert not point(claim("x", "2026-02-27"), source("x", "2026-03-03T20:00:00+00:00")).looks_back
    assert not point(claim("x", None), source("x", "2026-03-03T20:00:00+00:00")).looks_back


def test_a_source_dated_by_the_day_alone_gives_no_clock_time() -> None:
    dated = [
        (claim(name, None), point(claim(name, None), source(name, at)))
        for name, at in (("a", "2026-03-04"), ("b", "2026-03-04T08:00:00+00:00"))
    ]
    assert [moment.as_of for moment in timeline(dated)] == ["2026-03-04", "2026-03-04T08:00:00+00:00"]
