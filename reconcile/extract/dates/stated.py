"""Dates stated by month and year ("Thursday, Oct. 16", "in March", "1 to 5 July 2025"): read here, then resolved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from reconcile.extract.dates import tense
from reconcile.extract.dates.calendar import EITHER, PAST, Days, day_near, day_of, months_near, months_of, years_of
from reconcile.extract.dates.scene import NO_ANCHOR, DateMatch, Kind, Scene

_CARRY = 60
"""A day without a year that stands this close after the day last named, counted in that day's year, shares its year."""


class Stated(NamedTuple):
    """What a text states of a date, by token span; `shift` is a year relative to publication's ("last year": -1)."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None


def read_named_weekday(scene: Scene, i: int) -> Stated | None:
    """A full date that the weekday at token `i` opens: "Thursday, Oct. 16"."""
    for k in range(i + 1, min(i + 6, scene.count)):
        if scene.names_month(k):
            stated = stated_month(scene, k)
            return stated if stated is not None and stated.first <= i else None
    return None


def stated_month(scene: Scene, i: int) -> Stated | None:
    """What is stated around the month name at token `i`, None where the word is no month here."""
    month = scene.number("month.months", i) or scene.number("month.short", i)
    if month is None:
        return None
    short = scene.number("month.short", i) is not None
    end = i + 1 if short and scene.word(i + 1) == "." and scene.glued(i + 1) else i
    before = _day_before(scene, i)
    if before is not None:
        stated = Stated(before[0], end, month=month, day=before[1])
    elif (after := _day_after(scene, i, end)) is not None:
        stated = Stated(i, after[0], month=month, day=after[1])
    else:
        stated = Stated(i, end, month=month)
    stated = _with_weekday(scene, with_year(scene, stated))
    return stated if _is_month(scene, i, stated, short=short) else None


def _is_month(scene: Scene, i: int, stated: Stated, *, short: bool) -> bool:
    """Is the word really a month: is it written as one, and is there evidence enough for "may", "march" or "mar"?"""
    if stated.day is not None or stated.year is not None:
        return scene.capital(i) or not scene.has("month.ordinary", i)
    if short:
        return scene.capital(i) and scene.word(i + 1) == "." and scene.has("month.before", i - 1)
    if not scene.has("month.ordinary", i):
        return scene.capital(i)
    at = i - 2 if scene.word(i - 1) == "-" else i - 1
    led = scene.has("month.before", at) or scene.has("range.joins", i - 1)
    adjective = scene.word(at) == "the" and scene.plain_word(i + 1) and not scene.has("year.small_words", i + 1)
    return scene.capital(i) and (led or adjective) and not scene.capital(i + 1)


def _day_before(scene: Scene, i: int) -> tuple[int, int] | None:
    """The day number that ends before the month: "3", "3rd", "3rd of", "the first of"."""
    at = i - 1
    of = scene.word(at) == "of"
    at -= of
    if of and (ordinal := scene.number("day.ordinals", at)) is not None:
        return at, ordinal
    suffixed = scene.has("ordinal.suffixes", at) and scene.glued(at)
    at -= suffixed
    day = scene.integer(at, 1, 31)
    if day is None or (of and not suffixed) or (scene.glued(at) and scene.word(at - 1) not in '(-\u2013/"\u201c'):
        return None
    return at, day


def _day_after(scene: Scene, i: int, end: int) -> tuple[int, int] | None:
    """The day number after the month, and its last token; "In March 12 people ..." has none."""
    at = end + 2 if scene.word(end + 1) == "the" else end + 1
    day = scene.integer(at, 1, 31)
    if day is None or (scene.glued(at + 1) and scene.word(at + 1) in ("%", ":")):
        return None
    if scene.has("ordinal.suffixes", at + 1) and scene.glued(at + 1):
        return at + 1, day
    counts = scene.word(i - 1) == "in" and scene.plain_word(at + 1) and not scene.has("year.small_words", at + 1)
    return None if counts or at > end + 1 else (at, day)


def with_year(scene: Scene, stated: Stated) -> Stated:
    """The year that follows: "2026", ", 2026", "of 2026", "last year", "'26" is left."""
    at = stated.last + 1
    comma = scene.word(at) == ","
    step = at + 1 if comma or scene.word(at) == "of" else at
    year = scene.integer(step, 1000, 2100)
    if year is not None and not (comma and _is_count(scene, step)):
        return stated._replace(last=step, year=year)
    for words, shift in scene.rules.year_phrases:
        if scene.phrase_at(words, step):
            return stated._replace(last=step + len(words) - 1, shift=shift)
    which = scene.number("unit.which", stated.first - 1)
    if which is not None and stated.day is None:
        return stated._replace(first=stated.first - 1, shift=which)
    return stated


def _is_count(scene: Scene, i: int) -> bool:
    """ "On March 3, 2000 people gathered": does a counted noun follow the figure?"""
    return scene.has("year.counted", i + 1) or (
        scene.plain_word(i + 1)
        and scene.word(i + 1).endswith("s")
        and not scene.has("year.small_words", i + 1)
        and not scene.has("year.nouns", i + 1)
    )


def _with_weekday(scene: Scene, stated: Stated) -> Stated:
    """The weekday before the day: "Thursday, Oct. 16", "Sunday 1 March", "Sat. Oct 4", "Monday (3 February"."""
    if stated.day is None:
        return stated
    at = stated.first - 1
    if scene.word(at) == "the":
        at -= 1
    if scene.word(at) in (",", "(", "."):
        at -= 1
    if scene.word(at) == ".":
        at -= 1
    weekday = scene.number("weekday.weekdays", at)
    if weekday is None and scene.capital(at):
        weekday = scene.number("weekday.short", at)
    return stated if weekday is None else stated._replace(first=at, weekday=weekday)


def resolve(scene: Scene, stated: Stated) -> DateMatch | None:
    """The match for a stated date; None where the calendar has no such day."""
    days, cue = days_stated(scene, stated)
    span = (stated.first, stated.last)
    reading = "month" if stated.day is None else "day"
    if days is None:
        known = stated.year is not None or scene.anchor is not None
        return None if known else scene.match(span, None, reading, NO_ANCHOR, kind=_kind(stated))
    note = "" if stated.year is not None else f"taken as {days[0].year}"
    if stated.weekday is not None and days[0].weekday() != stated.weekday:
        note = f"{days[0]} is a {days[0]:%A}; the text names another weekday"
    return scene.match(span, days, reading, note, kind=_kind(stated), cue=cue)


def _kind(stated: Stated) -> Kind:
    return "period" if stated.day is None else "day"


def days_stated(scene: Scene, stated: Stated) -> tuple[Days | None, str]:
    """The days a stated date covers, and the rule that chose the year where the text left it open."""
    year = stated.year
    if year is None and stated.shift is not None and scene.anchor is not None:
        year = scene.anchor.year + stated.shift
        if stated.day is None and scene.word(stated.first) in scene.rules.numbers.get("unit.which", {}):
            return _month_by_word(stated, scene.anchor), ""
    if year is not None:
        return _in_year(stated, year), ""
    if scene.anchor is None or stated.month is None:
        return None, ""
    way, cue = tense.look(scene, stated.first, stated.last)
    if stated.day is None:
        return months_near(scene.anchor, stated.month, 1, way), cue
    return _nearest(scene, stated, scene.anchor, way), cue


def _in_year(stated: Stated, year: int) -> Days | None:
    if stated.month is None:
        return years_of(year)
    if stated.day is None:
        return months_of(year, stated.month)
    day = day_of(year, stated.month, stated.day)
    return None if day is None else (day, day)


def _month_by_word(stated: Stated, anchor: date) -> Days:
    """ "last March" is over by now, "next March" still to come, "this March" of publication's year."""
    month, which = stated.month or 1, stated.shift or 0
    if which == 0:
        return months_of(anchor.year, month)
    begun = months_of(anchor.year, month)
    passed = begun[1] < anchor if which < 0 else begun[0] <= anchor
    return months_of(anchor.year + (which > 0) * passed - (which < 0) * (not passed), month)


def _nearest(scene: Scene, stated: Stated, anchor: date, way: int) -> Days | None:
    month, number = stated.month or 1, stated.day or 1
    if stated.weekday is not None:
        way = EITHER
    day = day_near(anchor, way, lambda year: day_of(year, month, number))
    if day is None:
        return None
    carried = _carried(scene, stated, day) if way == PAST else None
    return (carried, carried) if carried is not None else (day, day)


def _carried(scene: Scene, stated: Stated, day: date) -> date | None:
    """ "killed on 17 November 2024 ... found on 26 November": the year of a day just named goes on."""
    latest = scene.latest
    if latest is None or latest.first is None or latest.kind != "day" or latest.first.year == day.year:
        return None
    carried = day_of(latest.first.year, stated.month or 1, stated.day or 1)
    if carried is None or not timedelta(0) <= carried - latest.first <= timedelta(_CARRY):
        return None
    return carried
