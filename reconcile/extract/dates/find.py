"""Dates and periods in a text: found by trigger words in one pass, read around each, counted from publication."""

from collections.abc import Callable, Mapping
from datetime import date

from reconcile.extract.dates.calendar import YEARS
from reconcile.extract.dates.clock_times import find_clock_times
from reconcile.extract.dates.days import (
    read_dotted,
    read_ordinal,
    read_phrase,
    read_weekday,
    read_weekday_count,
)
from reconcile.extract.dates.parts import with_part
from reconcile.extract.dates.periods import read_unit
from reconcile.extract.dates.quarters import read_half, read_quarter, read_season
from reconcile.extract.dates.ranges import read_month
from reconcile.extract.dates.rules import DateRules, compile_dates
from reconcile.extract.dates.scene import DateMatch, Scene
from reconcile.extract.dates.years import read_fiscal, read_year
from reconcile.extract.tokens import Tokens

__all__ = ["DateMatch", "DateRules", "compile_dates", "find_clock_times", "find_dates"]

Reader = Callable[[Scene, int], DateMatch | None]

_READERS: Mapping[str, Reader] = {
    "phrase": read_phrase,
    "month": read_month,
    "weekday": read_weekday,
    "weekday_count": read_weekday_count,
    "ordinal": read_ordinal,
    "year": read_year,
    "dotted": read_dotted,
    "fiscal": read_fiscal,
    "quarter": read_quarter,
    "half": read_half,
    "unit": read_unit,
    "season": read_season,
}


def find_dates(tokens: Tokens, anchor: date | None, rules: DateRules) -> tuple[DateMatch, ...]:
    """The dates and periods of a text in reading order, none overlapping, in time linear in the text.

    `anchor` is the local day of publication; without it only full dates get days, the others are found all the same
    (with `first` and `last` None) so that their figures are not taken for claims. An anchor outside the years that
    calendar counts in is no day of publication.
    """
    triggers = rules.triggers
    scene = Scene(tokens, anchor if anchor is not None and anchor.year in YEARS else None, rules)
    found: list[DateMatch] = []
    for i in tokens.places(triggers):
        if i < scene.floor:
            continue
        match = _read(scene, i, triggers[tokens.lower[i]])
        if match is not None:
            found.append(match)
            _note(scene, match)
    return tuple(found)


def _read(scene: Scene, i: int, readings: tuple[str, ...]) -> DateMatch | None:
    """The first of the readings that fits at token `i` and does not reach back into an earlier match."""
    for reading in readings:
        match = _READERS[reading](scene, i)
        if match is not None and match.first_token >= scene.floor and match.rule in scene.rules.in_force:
            return with_part(scene, match)
    return None


def _note(scene: Scene, match: DateMatch) -> None:
    """Keep what later readings count from; a count of its own ("a year ago") or a soft period is no such base."""
    scene.floor = match.last_token + 1
    named = match.precise and not match.keeps_figures
    if match.first is not None and (named or match.rule == scene.rules.ids.get("ago")):
        scene.latest = match
    if len(scene.tokens.lower[match.last_token]) == 4:
        scene.last_year = match.last_token
