"""Readers of periods by their unit: "last week", "the past five years", "two days later", "the year to March"."""

from datetime import date

from reconcile.extract.dates import tense
from reconcile.extract.dates.calendar import (
    FUTURE,
    Days,
    months_of,
    period_around,
    shift,
    shift_days,
    years_of,
)
from reconcile.extract.dates.offsets import HALF_DAY_UNITS, beside_event, neighbour, offset
from reconcile.extract.dates.ranges import read_month
from reconcile.extract.dates.scene import NO_ANCHOR, DateMatch, Kind, Scene
from reconcile.extract.dates.years import read_century


def read_unit(scene: Scene, i: int) -> DateMatch | None:
    """Whatever the word of time at token `i` ("week", "years", "hours") is the centre of."""
    unit = _unit(scene, i)
    count = scene.counted(i - 1)
    if count is not None and count[0] >= scene.floor:
        found = _counted(scene, i, unit, *count)
        if found is not None:
            return found
    if unit == "century" and (century := read_century(scene, i)) is not None:
        return century
    return _vague(scene, i) or to_period(scene, i, i, 1, unit) or _which(scene, i, unit)


def _unit(scene: Scene, i: int) -> str:
    return scene.rules.units[scene.lower[i]]


def _counted(scene: Scene, i: int, unit: str, first: int, count: int | None) -> DateMatch | None:
    """What begins with a count of units: "two days later", "three weeks ago", "the past 24 hours"."""
    after = scene.word(i + 1)
    if scene.word(i + 2) == "than":
        return None
    if scene.has("ago.words", i + 1):
        return _ago(scene, (first, i + 1), count, unit)
    if scene.has("offset.later", i + 1) and (after != "on" or not scene.plain_word(i + 2)) and not scene.capital(i + 2):
        return offset(scene, (first, i + 1), count, unit)
    if scene.has("offset.earlier", i + 1):
        return offset(scene, (first, i + 1), None if count is None else -count, unit)
    if scene.has("offset.after", i + 1) or scene.has("offset.before", i + 1):
        return beside_event(scene, (first, i), count, unit)
    if first != i - 1 or scene.word(first) not in ("a", "an"):
        rolled = _rolling(scene, first, i, count, unit)
        if rolled is not None:
            return rolled
    return None if count is None else to_period(scene, first, i, count, unit)


def _ago(scene: Scene, span: tuple[int, int], count: int | None, unit: str) -> DateMatch:
    if scene.anchor is None or count is None:
        return scene.match(span, None, "ago", precise=False, keeps=True)
    day = shift(scene.anchor, -count, unit)
    days = None if day is None else period_around(day, unit)
    exact = unit in ("day", *HALF_DAY_UNITS)
    kind: Kind = "day" if exact else "period"
    return scene.match(span, days, "ago", f"counted from {scene.anchor}", kind=kind, precise=exact, keeps=True)


def _rolling(scene: Scene, first: int, i: int, count: int | None, unit: str) -> DateMatch | None:
    """ "the past five years", "the next 24 hours": up to publication or from it on."""
    back, ahead = scene.has("rolling.back", first - 1), scene.has("rolling.ahead", first - 1)
    whole = _span_of_year(scene, first, i, count)
    if whole is not None or not (back or ahead):
        return whole
    article = scene.word(first - 2) == "the" or scene.has("rolling.openers", first - 2)
    if not article and scene.number("unit.which", first - 1) is not None:
        return None  # "the tour will last six months"
    start = first - 2 if scene.word(first - 2) == "the" else first - 1
    if scene.anchor is None or count is None:
        return scene.match((start, i), None, "rolling", precise=False, keeps=True)
    return scene.match((start, i), _run(scene.anchor, count if ahead else -count, unit), "rolling", keeps=True)


def _run(anchor: date, count: int, unit: str) -> Days | None:
    other = shift(anchor, count, unit)
    return None if other is None else (min(anchor, other), max(anchor, other))


def _span_of_year(scene: Scene, first: int, i: int, count: int | None) -> DateMatch | None:
    """ "the first nine months of 2025"."""
    year = scene.integer(i + 2, 1900, 2100)
    opening, closing = scene.word(first - 1) == "first", scene.word(first - 1) in ("last", "final")
    if (
        not (opening or closing)
        or scene.word(i + 1) != "of"
        or count is None
        or count > 12
        or _unit(scene, i) != "month"
    ):
        return None
    end = i + 2
    if year is None:
        shifted = year_word(scene, i + 2)
        if shifted is None or scene.anchor is None:
            return None
        year, end = scene.anchor.year + shifted[0], shifted[1]
    start = first - 2 if scene.word(first - 2) == "the" else first - 1
    return scene.match((start, end), months_of(year, 1 if opening else 13 - count, count), "span_of_year")


def year_word(scene: Scene, i: int) -> tuple[int, int] | None:
    """ "the year", "this year", "last year" at token `i`: years from publication's, and the last token."""
    if scene.word(i + 1) != "year":
        return None
    which = 0 if scene.word(i) == "the" else scene.number("unit.which", i)
    return None if which is None else (which, i + 1)


def to_period(scene: Scene, first: int, i: int, count: int, unit: str) -> DateMatch | None:
    """ "the three months to June 30": ends at the date that follows the unit at token `i`."""
    if not scene.has("to_period.joins", i + 1) or unit not in ("week", "month", "year", "decade"):
        return None
    at = i + 3 if scene.has("to_period.between", i + 2) else i + 2
    end = _date_from(scene, at)
    if end is None or (
        scene.word(first - 1) not in ("the", "fiscal", "financial", "full")
        and count == 1
        and scene.word(first) != "year"
    ):
        return None
    start = first - 1 if scene.word(first - 1) == "the" else first
    last = _latest_end(scene, end)
    if last is None:
        return scene.match((start, end.last_token), None, "to_period")
    edge = shift_days((last, last), -count, unit)
    return scene.match((start, end.last_token), _after(edge, last), "to_period", f"ends on {last}", cue=end.cue)


def _latest_end(scene: Scene, end: DateMatch) -> date | None:
    """The day on which a period reported on ended: a coming day without a year and without a cue is last year's."""
    stated = end.cue or scene.integer(end.last_token, 1000, 2100) is not None
    if end.last is None or scene.anchor is None or stated or end.last <= scene.anchor:
        return end.last
    return shift(end.last, -1, "year")


def _after(edge: Days | None, last: date) -> Days | None:
    """The days after `edge` up to `last`; a period that ends with a month begins with one."""
    if edge is None:
        return None
    whole = (shift(last, 1, "day") or last).day == 1
    first = months_of(edge[0].year, edge[0].month)[1] if whole else edge[0]
    begin = shift(first, 1, "day")
    return None if begin is None or begin > last else (begin, last)


def _date_from(scene: Scene, at: int) -> DateMatch | None:
    """The date by month, or the year, that begins exactly at token `at`."""
    for k in range(at, at + 3):
        if scene.names_month(k):
            found = read_month(scene, k)
            return found if found is not None and found.first_token == at else None
    year = scene.integer(at, 1900, 2100)
    return None if year is None else scene.match((at, at), years_of(year), "year")


def _vague(scene: Scene, i: int) -> DateMatch | None:
    """ "recent weeks", "the coming days": found, but without edges."""
    if not scene.has("vague.words", i - 1) or not scene.word(i).endswith("s"):
        return None
    start = i - 2 if scene.word(i - 2) == "the" else i - 1
    return scene.match((start, i), None, "vague", precise=False)


def _which(scene: Scene, i: int, unit: str) -> DateMatch | None:
    """ "last week", "this year", "the past year", "the weekend"."""
    article = scene.word(i - 2) == "the"
    if article and scene.has("rolling.back", i - 1) and unit not in ("day", "weekend", *HALF_DAY_UNITS):
        if scene.anchor is None:
            return scene.match((i - 2, i), None, "rolling", precise=False)
        return scene.match((i - 2, i), _run(scene.anchor, -1, unit), "rolling", precise=False)
    beside = neighbour(scene, i, unit)
    if beside is not None:
        return beside
    which, start = scene.number("unit.which", i - 1), i - 1
    if which is None and scene.word(i - 1) == "the" and _edged(scene, i - 2):
        which = 0
    if which is None and unit == "weekend" and scene.word(i - 1) == "the":
        which = 0
    if which is None or scene.word(i).endswith("s") or unit in ("day", *HALF_DAY_UNITS) or article:
        return None
    return calendar_unit(scene, (start, i), which, unit)


def _edged(scene: Scene, i: int) -> bool:
    """ "the end of the year"; in "the year" alone no year is named."""
    return scene.word(i) == "of" and scene.word(i - 1) in scene.rules.edges


def calendar_unit(scene: Scene, span: tuple[int, int], which: int, unit: str) -> DateMatch:
    if scene.anchor is None:
        return scene.match(span, None, "unit", NO_ANCHOR)
    day = shift(scene.anchor, which, unit)
    days = None if day is None else period_around(day, unit)
    if days is not None and unit == "weekend" and scene.word(span[0]) == "the" and days[0] > scene.anchor:
        way, _ = tense.look(scene, *span)
        days = days if way == FUTURE else shift_days(days, -1, "week")
    return scene.match(span, days, "unit", f"counted from {scene.anchor}")
