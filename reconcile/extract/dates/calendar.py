"""Calendar arithmetic for the dates of news text: from what is said to the days it covers.

Everything here is pure. `Days` is a closed interval of days. Functions that count from a day return None where the
result falls outside `YEARS`, so that "66,000 years ago" is no error, and whatever surrounds a result is a date too.
Weeks run from Monday to Sunday (ISO 8601); weekdays are counted from Monday = 0.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

Days = tuple[date, date]

PAST, EITHER, FUTURE = -1, 0, 1
"""Which way a clause looks from its day of publication."""

YEARS = range(100, 9800)
"""The years that days are counted in."""

_TOO_FAR = 300
"""A date without a year is not further away than this many days: beyond it, news copy states the year."""

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_HOURS_OF = {"hour": 1.0, "minute": 1 / 60}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def months_of(year: int, month: int, count: int = 1) -> Days:
    """`count` whole months from the given one on."""
    end = year * 12 + month - 2 + count
    last_year, last_month = divmod(end, 12)
    return date(year, month, 1), date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])


def years_of(year: int, count: int = 1) -> Days:
    """`count` whole years from the given one on."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def century_of(ordinal: int) -> Days:
    """The nineteenth century is 1801 to 1900."""
    return years_of((ordinal - 1) * 100 + 1, 100)


def period_around(day: date, unit: str) -> Days:
    """The calendar day, week, month, year, decade or century that holds `day`; for a weekend, that of its week."""
    monday = day - timedelta(days=day.weekday())
    match unit:
        case "week" | "fortnight":
            return monday, monday + timedelta(days=6)
        case "weekend":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        case "month":
            return months_of(day.year, day.month)
        case "quarter":
            return months_of(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case "year":
            return years_of(day.year)
        case "decade":
            return years_of(max(1, day.year // 10 * 10), 10)
        case "century":
            return century_of((day.year - 1) // 100 + 1)
    return day, day


def shift(day: date, count: int, unit: str) -> date | None:
    """The day `count` units on (back if negative); a month's missing day becomes its last ("31 March" - 1 month)."""
    if unit in _MONTHS_OF:
        year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS_OF[unit], 12)
        if year not in YEARS:
            return None
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    distance = count * _DAYS_OF[unit] if unit in _DAYS_OF else _whole_days(count * _HOURS_OF[unit])
    ordinal = day.toordinal() + distance
    if not 1 <= ordinal <= date.max.toordinal():
        return None
    moved = date.fromordinal(ordinal)
    return moved if moved.year in YEARS else None


def _whole_days(hours: float) -> int:
    return int(abs(hours) // 24) * (1 if hours >= 0 else -1)


def shift_days(days: Days, count: int, unit: str) -> Days | None:
    """Both ends moved; whole months stay whole months ("February", a month later, ends on March 31)."""
    first, last = shift(days[0], count, unit), shift(days[1], count, unit)
    if first is None or last is None:
        return None
    whole = unit in _MONTHS_OF and days[0].day == 1 and (days[1] + timedelta(days=1)).day == 1
    return (first, months_of(last.year, last.month)[1]) if whole else (first, last)


def part_of(days: Days, part: str) -> Days:
    """The early, mid or late third of a period, a half of it, or its first or last day.

    A third of a month is ten days, of a year four months; a decade is cut after its fourth and its seventh year.
    """
    first, last = days
    length = (last - first).days + 1
    if part == "start":
        return first, first
    if part == "end":
        return last, last
    if part.endswith("_half"):
        middle = first + timedelta(days=length // 2)
        return (first, middle - timedelta(days=1)) if part == "first_half" else (middle, last)
    if 28 <= length <= 31:
        cuts = [first, first + timedelta(days=10), first + timedelta(days=20)]
    elif first.day == 1 and length > 300:
        years = last.year - first.year + 1
        steps = (years * 4, years * 8) if years % 10 else (years * 2 // 5 * 12, years * 7 // 10 * 12)
        cuts = [first, *(months_of(first.year, 1, step)[1] + timedelta(days=1) for step in steps)]
    else:
        cuts = [first, first + timedelta(days=length // 3), first + timedelta(days=length * 2 // 3)]
    at = ("early", "mid", "late").index(part)
    return cuts[at], (last if at == 2 else cuts[at + 1] - timedelta(days=1))


def weekday_near(anchor: date, weekday: int, way: int, *, strict: bool = False) -> date:
    """The latest such weekday on or before the anchor, or the next on or after it; if `strict`, never the anchor."""
    if way == FUTURE:
        ahead = (weekday - anchor.weekday()) % 7
        return anchor + timedelta(days=7 if strict and not ahead else ahead)
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=7 if strict and not back else back)


def day_near(anchor: date, way: int, in_year: Callable[[int], date | None]) -> date | None:
    """The day of a yearly kind (3 March, Easter Monday) that a text of the anchor's day means.

    `in_year` gives the day in a year, None where that year has none (29 February). A tense decides between the years
    only up to ten months away; otherwise the nearest one is meant.
    """
    days = _existing(in_year(anchor.year + k) for k in (-1, 0, 1)) or _existing(
        in_year(anchor.year + k) for k in range(-4, 5)
    )
    if not days:
        return None
    nearest = min(days, key=lambda day: abs((day - anchor).days))
    sided = [day for day in days if (day - anchor).days * way >= 0]
    chosen = min(sided, key=lambda day: abs((day - anchor).days), default=nearest)
    return chosen if abs((chosen - anchor).days) <= _TOO_FAR else nearest


def _existing(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]


def months_near(anchor: date, month: int, count: int, way: int) -> Days:
    """The latest such months begun on or before the anchor, or, looking forward, the next that are not yet over."""
    if way == FUTURE:
        return next(d for d in (months_of(anchor.year + k, month, count) for k in (-1, 0, 1)) if d[1] >= anchor)
    return next(d for d in (months_of(anchor.year + k, month, count) for k in (0, -1)) if d[0] <= anchor)


def easter(year: int) -> date:
    """Western Easter Sunday in a Gregorian year, by the algorithm of 1876 (Meeus, Astronomical Algorithms)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; -1 is the last."""
    first, last = months_of(year, month)
    if nth < 0:
        return weekday_near(last, weekday, PAST) + timedelta(days=7 * (nth + 1))
    return weekday_near(first, weekday, FUTURE) + timedelta(days=7 * (nth - 1))
