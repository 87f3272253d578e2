"""Dates before the first words: which are believed, and which are not."""

# ruff: noqa: RUF001 - datelines are set with dashes

import pytest

from reconcile.read.dateline import archive_date, dateline_date, iso_date, line_date


def test_archive_form() -> None:
    assert archive_date(" date 2022-02-04 MOSCOW: The") == ("2022-02-04", 17)
    assert archive_date("date 2022-02-04\tMOSCOW") == ("2022-02-04", 16)


@pytest.mark.parametrize(
    "text", ["dated 2022-02-04 x", "date 2022-2-4 x", "\ndate 2022-02-04 x", "A date 2022-02-04 x"]
)
def test_not_the_archive_form(text: str) -> None:
    assert archive_date(text) is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("MOSCOW, Feb 3, 2022 (Reuters) - The", "2022-02-03"),
        ("NEW YORK, Feb. 3, 2022 — The", "2022-02-03"),
        ("\n\nPORT-AU-PRINCE, Haiti, 14 January 2010 (AFP) -- The", "2010-01-14"),
        ("Geneva, 1 June 2023 – The", "2023-06-01"),
        ("RIO DE JANEIRO (AP), September 30th, 2021: The", "2021-09-30"),
        ("LONDON - Sept 5 2020 - The", "2020-09-05"),
    ],
)
def test_datelines(opening: str, day: str) -> None:
    assert dateline_date("x: y\n" + opening, 5) == day


@pytest.mark.parametrize(
    "opening",
    [
        "MOSCOW, Feb 3 (Reuters) - The",
        "MOSCOW (Reuters) - On Feb 3, 2022, the",
        "On Feb 3, 2022 - the day it happened -",
        "The war that began on Feb 24, 2022 - and still goes on",
        "MOSCOW, Feb 31, 2022 (Reuters) - The",
        "MOSCOW, Feb 3, 2022, was cold",
        "Feb 3, 2022",
        "Feb 3, 2022-style: 5",
    ],
)
def test_no_datelines(opening: str) -> None:
    assert dateline_date(opening, 0) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2022-02-04", "2022-02-04"),
        ("2022-02-04T10:30:00+01:00", "2022-02-04T10:30:00+01:00"),
        ("2022-02-04T10:30:00Z", "2022-02-04T10:30:00Z"),
        ("4 February 2022", "2022-02-04"),
        ("Feb. 4, 2022", "2022-02-04"),
        ("29 February 2022", None),
        ("yesterday", None),
        ("2022-13-01", None),
        ("", None),
    ],
)
def test_stated_dates(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("11 March 2026", "2026-03-11"),
        ("Harrow, 11 March 2026", "2026-03-11"),
        ("Wednesday 11 March 2026", "2026-03-11"),
        ("FOR IMMEDIATE RELEASE: March 11, 2026", "2026-03-11"),
        ("Published on 11 March 2026.", "2026-03-11"),
        ("HARROW, March 11, 2026 (Northwire) - Twelve died.", "2026-03-11"),
        ("11.03.2026", "2026-03-11"),
        ("Oslo, 11. 3. 2026", "2026-03-11"),
        ("Date: 2026-03-11", "2026-03-11"),
        ("2026-03-11T18:40:00Z", "2026-03-11"),
        ("Published: March 11, 2026 6:40 PM EST", "2026-03-11"),
        ("11 March 2026, 18.40", "2026-03-11"),
        ("03/11/2026", None),
        ("Version 1.12.2026.4", None),
        ("32.13.2026", None),
        ("11 March 2026 1.5 million", None),
        ("2026-03-11 - 12 dead", None),
        ("Statement on the flood of 11 March 2026", None),
        ("11 March 2026 was a black day", None),
        ("99 March 2026", None),
        ("", None),
    ],
)
def test_a_line_that_gives_a_date_and_little_else(line: str, date: str | None) -> None:
    assert line_date(line) == date
