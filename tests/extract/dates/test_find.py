"""Dates in news text: what is found, and the days it covers seen from Wednesday, 11 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.dates.find import DateMatch, DateRules, compile_dates, find_dates
from reconcile.extract.tokens import tokenize
from reconcile.rulebook import Rulebook, shipped_rules

ANCHOR = date(2026, 3, 11)
RULES: DateRules = compile_dates(shipped_rules())
SHORT = frozenset({"jan", "feb", "mar", "apr", "jul", "aug", "sept", "oct", "nov", "dec", "no"})


def read(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, DateMatch]]:
    tokens = tokenize(text, 0, SHORT)
    found = find_dates(tokens, anchor, RULES)
    return [(text[tokens.start[m.first_token] : tokens.end[m.last_token]], m) for m in found]


def only(text: str, anchor: date | None = ANCHOR) -> DateMatch:
    found = read(text, anchor)
    assert len(found) == 1, found
    return found[0][1]


@pytest.mark.parametrize(
    ("text", "surface", "day"),
    [
        ("They met Wednesday.", "Wednesday", "2026-03-11"),
        ("They met on Thursday.", "Thursday", "2026-03-05"),
        ("The panel will meet on Friday.", "Friday", "2026-03-13"),
        ("The report is due Monday.", "Monday", "2026-03-16"),
        ("Return the form by Saturday.", "Saturday", "2026-03-14"),
        ("The road was closed until Sunday.", "Sunday", "2026-03-15"),
        ("She is to be sentenced on Friday.", "Friday", "2026-03-13"),
        ("By Tuesday morning 34 had been rescued.", "Tuesday morning", "2026-03-10"),
        ("The king declared Friday a day of mourning.", "Friday", "2026-03-13"),
        ("He left last Wednesday.", "last Wednesday", "2026-03-04"),
        ("She goes next Friday.", "next Friday", "2026-03-13"),
        ("It rained on Tuesday night.", "Tuesday night", "2026-03-10"),
        ("It rained on Tuesday last week.", "Tuesday last week", "2026-03-03"),
        ("It began two Sundays ago.", "two Sundays ago", "2026-03-01"),
        ("A week on Sunday it ends.", "A week on Sunday", "2026-03-22"),
        ("Renew it by Saturday week.", "Saturday week", "2026-03-21"),
        ("He came yesterday.", "yesterday", "2026-03-10"),
        ("She met them the day before yesterday.", "the day before yesterday", "2026-03-09"),
        ("March 3", "March 3", "2026-03-03"),
        ("3 March", "3 March", "2026-03-03"),
        ("the 3rd of March", "3rd of March", "2026-03-03"),
        ("The taps run dry on the first of June.", "the first of June", "2026-06-01"),
        ("It was paid on the 3rd.", "the 3rd", "2026-03-03"),
        ("March 3, 2026", "March 3, 2026", "2026-03-03"),
        ("13/4/2026", "13/4/2026", "2026-04-13"),
        ("4/4/2026", "4/4/2026", "2026-04-04"),
        ("2026-03-04", "2026-03-04", "2026-03-04"),
        ("DATED: 19.11.2025", "19.11.2025", "2025-11-19"),
        ("It rained on Oct. 14 there.", "Oct. 14", "2025-10-14"),
        ("It opens on Dec. 3.", "Dec. 3", "2026-12-03"),
        ("on the morning of 15 October 2025", "15 October 2025", "2025-10-15"),
        ("Sunday, November 17, the year before last", "Sunday, November 17, the year before last", "2024-11-17"),
        ("MOSCOW, Feb 3 (AFP) - Talks go on.", "Feb 3", "2026-02-03"),
        ("MARCH 3, 2026", "MARCH 3, 2026", "2026-03-03"),
        ("the end of March 2026", "the end of March 2026", "2026-03-31"),
        ("It is to shut by the end of June.", "the end of June", "2026-06-30"),
        ("It began at the end of June.", "the end of June", "2025-06-30"),
        ("It opened at the start of May.", "the start of May", "2025-05-01"),
        ("They promised to pay before the end of June.", "the end of June", "2026-06-30"),
        ("by the end of the year", "the end of the year", "2026-12-31"),
        ("It burned on Christmas Day.", "Christmas Day", "2025-12-25"),
        ("Easter Monday 2025", "Easter Monday 2025", "2025-04-21"),
        ("New Year\u2019s Eve", "New Year\u2019s Eve", "2025-12-31"),
        ("Thanksgiving Day 2025", "Thanksgiving Day 2025", "2025-11-27"),
        ("It rose a day ago.", "a day ago", "2026-03-10"),
    ],
)
def test_a_day(text: str, surface: str, day: str) -> None:
    ((found, match),) = read(text)
    assert (found.removeprefix("the ").lower(), match.kind) == (surface.removeprefix("the ").lower(), "day")
    assert (str(match.first), str(match.last)) == (day, day)


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("March 3-5", "March 3-5", "2026-03-03", "2026-03-05"),
        ("from March 3 to 5", "March 3 to 5", "2026-03-03", "2026-03-05"),
        ("between March 3 and March 7", "March 3 and March 7", "2026-03-03", "2026-03-07"),
        ("from 7 to 13 July 2025", "7 to 13 July 2025", "2025-07-07", "2025-07-13"),
        ("the night of 3/4 March", "3/4 March", "2026-03-03", "2026-03-04"),
        ("January-March 2025", "January-March 2025", "2025-01-01", "2025-03-31"),
        ("December 2025 to January 2026", "December 2025 to January 2026", "2025-12-01", "2026-01-31"),
        ("It began in early March.", "early March", "2026-03-01", "2026-03-10"),
        ("since mid-2024", "mid-2024", "2024-05-01", "2024-08-31"),
        ("It began late last year.", "late last year", "2025-09-01", "2025-12-31"),
        ("the early 1990s", "early 1990s", "1990-01-01", "1993-12-31"),
        ("the first half of July 2025", "the first half of July 2025", "2025-07-01", "2025-07-15"),
        ("this week", "this week", "2026-03-09", "2026-03-15"),
        ("last month", "last month", "2026-02-01", "2026-02-28"),
        ("next year", "next year", "2027-01-01", "2027-12-31"),
        ("last weekend", "last weekend", "2026-03-07", "2026-03-08"),
        ("It fell in April.", "April", "2025-04-01", "2025-04-30"),
        ("The judges will rule in April.", "April", "2026-04-01", "2026-04-30"),
        ("last June", "last June", "2025-06-01", "2025-06-30"),
        ("in November last year", "November last year", "2025-11-01", "2025-11-30"),
        ("In October 2008, 74 people died.", "October 2008", "2008-10-01", "2008-10-31"),
        ("In March 12 people died.", "March", "2026-03-01", "2026-03-31"),
        ("since 2008", "2008", "2008-01-01", "2008-12-31"),
        ("the 2007 heatwave", "2007", "2007-01-01", "2007-12-31"),
        ("Between 2012 and 2018 he lived there.", "2012 and 2018", "2012-01-01", "2018-12-31"),
        ("model years 2017 through 2021", "2017 through 2021", "2017-01-01", "2021-12-31"),
        ("FY2024", "FY2024", "2023-01-01", "2024-12-31"),
        ("fiscal 2025", "fiscal 2025", "2024-01-01", "2025-12-31"),
        ("the 2024-25 season", "2024-25", "2024-01-01", "2025-12-31"),
        ("Q3 rose.", "Q3", "2025-07-01", "2025-09-30"),
        ("3Q 2025", "3Q 2025", "2025-07-01", "2025-09-30"),
        ("the third quarter", "the third quarter", "2025-07-01", "2025-09-30"),
        ("the December quarter 2024", "the December quarter 2024", "2024-10-01", "2024-12-31"),
        ("the first half of 2025", "the first half of 2025", "2025-01-01", "2025-06-30"),
        ("the year to March", "the year to March", "2024-04-01", "2025-03-31"),
        ("the three months to June 30", "the three months to June 30", "2025-04-01", "2025-06-30"),
        ("the week to 13 July 2025", "the week to 13 July 2025", "2025-07-07", "2025-07-13"),
        ("the last three months of 2025", "the last three months of 2025", "2025-10-01", "2025-12-31"),
        ("the 1990s", "the 1990s", "1990-01-01", "1999-12-31"),
        ("the 19th century", "the 19th century", "1801-01-01", "1900-12-31"),
        ("three weeks ago", "three weeks ago", "2026-02-16", "2026-02-22"),
        ("seven years ago", "seven years ago", "2019-01-01", "2019-12-31"),
        ("so far this year", "so far this year", "2026-01-01", "2026-03-11"),
        ("in the past 24 hours", "the past 24 hours", "2026-03-10", "2026-03-11"),
        ("over the past five years", "the past five years", "2021-03-11", "2026-03-11"),
        ("over the next two years", "the next two years", "2026-03-11", "2028-03-11"),
        ("in the last decade", "the last decade", "2016-03-11", "2026-03-11"),
        ("in the summer of 2024", "the summer of 2024", "2024-06-01", "2024-08-31"),
        ("last winter", "last winter", "2025-12-01", "2026-02-28"),
    ],
)
def test_a_period(text: str, surface: str, first: str, last: str) -> None:
    ((found, match),) = read(text)
    assert (found.removeprefix("the "), match.kind) == (surface.removeprefix("the "), "period")
    assert (str(match.first), str(match.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "They march on.",
        "She sat in the sun and was wed.",
        "It was the second time.",
        "Prices fall.",
        "Theresa May said so.",
        "June Smith said so.",
        "About 2008 people came.",
        "The army sent 2000 soldiers.",
        "It rose from 2000 to 2500.",
        "A total of $2000 was paid.",
        "Notice No. 2019 was sent.",
        "The jet left at 2030 hours.",
        "He scored in the first half.",
        "The tour will last six months.",
        "The shop opens every Monday.",
        "The Sunday Times said so.",
        "It was the day before the vote.",
        "A five-year plan and a 24-hour strike.",
        "Press release 2025/88.",
        "The H1N1 virus.",
        "February 30",
    ],
)
def test_no_date(text: str) -> None:
    assert [(found, match) for found, match in read(text) if match.first is not None] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("He vanished on 2 May 2025. Two days later he was found.", ["2025-05-02", "2025-05-04"]),
        ("It hit Monday night. The next day it rained.", ["2026-03-09", "2026-03-10"]),
        ("A report of 15 October 2025 tells of the previous day.", ["2025-10-15", "2025-10-14"]),
        ("He killed her on 17 November 2024. She was found on November 26.", ["2024-11-17", "2024-11-26"]),
        ("She died on 17 November 2024. He fled nine days after the killing.", ["2024-11-17", "2024-11-26"]),
        ("Output rose in Q4 2025. A year earlier it fell.", ["2025-10-01", "2024-10-01"]),
        ("It was 4.3% in January, against 4.1% the month before.", ["2026-01-01", "2025-12-01"]),
    ],
)
def test_counted_from_the_date_last_mentioned(text: str, days: list[str]) -> None:
    assert [str(match.first) for _, match in read(text)] == days


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("three weeks ago", True),
        ("the past 24 hours", True),
        ("in the next five years", True),
        ("a year earlier", True),
        ("on March 3", False),
        ("in 2023", False),
        ("the 1990s", False),
        ("the three months to June 30", False),
    ],
)
def test_whether_its_figures_are_claims(text: str, *, keeps: bool) -> None:
    assert only(text).keeps_figures is keeps


@pytest.mark.parametrize(
    "text",
    ["Wednesday", "March 3", "in January", "last week", "Q3", "three weeks ago", "yesterday", "on Christmas Day"],
)
def test_without_a_day_of_publication_it_is_found_but_not_told(text: str) -> None:
    match = only(text, None)
    assert (match.first, match.last) == (None, None)


def test_a_full_date_needs_no_day_of_publication() -> None:
    assert only("March 3, 2026", None).first == date(2026, 3, 3)


@pytest.mark.parametrize("text", ["in recent weeks", "in the coming days", "a few weeks ago", "3/4/2026"])
def test_found_but_open(text: str) -> None:
    assert only(text).first is None


def test_a_wrong_weekday_is_noted_and_the_date_wins() -> None:
    match = only("Friday, Oct. 16, 2025")
    assert match.first == date(2025, 10, 16)
    assert "Thursday" in match.note


def test_a_soft_period_is_not_precise() -> None:
    assert not only("in early March 2026").precise
    assert only("in March 2026").precise


def test_the_cue_names_the_rule_that_chose_the_way() -> None:
    assert only("It will close on Friday.").cue == "dates.forward"
    assert only("It was closed on Friday.").cue == "dates.backward"
    assert only("It closed on March 3, 2026.").cue == ""


@pytest.mark.parametrize(
    ("silenced", "text"),
    [("dates.century", "the 19th century"), ("dates.year", "since 2008"), ("dates.holiday", "on Christmas Day")],
)
def test_a_silenced_rule_reads_nothing(silenced: str, text: str) -> None:
    rules = compile_dates(Rulebook.of(rule for rule in shipped_rules().rules if rule.id != silenced))
    assert read(text) != []
    assert find_dates(tokenize(text), ANCHOR, rules) == ()


def test_figures_of_a_text_that_groups_its_thousands_are_years() -> None:
    assert [found for found, _ in read("The heatwave of 2007 lasted days and took 1,200 lives.")] == ["2007"]


LINKS = "3 12 1,200 , . - of the to and in last next ago later first two a early end s will was March May FY Q 2024"
WORDS = st.sampled_from(tuple(RULES.triggers)) | st.sampled_from(LINKS.split())


@given(st.lists(WORDS, max_size=30), st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_matches_are_ordered_apart_and_whole(words: list[str], anchor: date | None) -> None:
    tokens = tokenize(" ".join(words), 0, SHORT)
    end = -1
    for match in find_dates(tokens, anchor, RULES):
        assert end < match.first_token <= match.last_token < len(tokens.surface)
        assert (match.first is None) == (match.last is None)
        assert match.first is None or match.last is None or match.first <= match.last
        end = match.last_token
