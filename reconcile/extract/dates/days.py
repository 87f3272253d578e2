"""Readers of single days: weekdays, "yesterday", holidays, days in figures."""

from collections.abc import Callable
from datetime import date, timedelta

from reconcile.extract.dates import tense
from reconcile.extract.dates.calendar import FUTURE, PAST, Days, day_near, day_of, easter, nth_weekday, weekday_near
from reconcile.extract.dates.ranges import read_range
from reconcile.extract.dates.rules import Phrase
from reconcile.extract.dates.scene import NO_ANCHOR, DateMatch, Scene
from reconcile.extract.dates.stated import read_named_weekday, resolve


def read_weekday(scene: Scene, i: int) -> DateMatch | None:
    """The weekday at token `i`, with the date, the week or the part of the day that goes with it."""
    stated = read_named_weekday(scene, i)
    if stated is not None:
        return read_range(scene, stated) or resolve(scene, stated)
    weekday = scene.number("weekday.weekdays", i)
    if weekday is None or scene.has("weekday.not_after", i - 1) or scene.has("weekday.not_before", i + 1):
        return None
    return _weekday_and_week(scene, i, weekday) or _plain_weekday(scene, i, weekday)


def _weekday_and_week(scene: Scene, i: int, weekday: int) -> DateMatch | None:
    """ "Tuesday last week", "Monday of next week", "a week on Sunday", "Saturday week"."""
    at = i + 2 if scene.word(i + 1) == "of" else i + 1
    which = scene.number("unit.which", at)
    if which is not None and scene.word(at + 1) == "week":
        return _counted_weekday(scene, (i, at + 1), lambda a: _monday(a) + timedelta(days=weekday + 7 * which))
    if scene.word(i + 1) == "week" and not scene.glued(i + 1):
        return _weeks_on(scene, (i, i + 1), weekday, 1)
    if scene.has("weekday_count.week_on", i - 1) and scene.word(i - 2) in ("week", "weeks"):
        count = scene.counted(i - 3)
        if count is not None and count[1] is not None:
            return _weeks_on(scene, (count[0], i), weekday, count[1])
    return None


def _weeks_on(scene: Scene, span: tuple[int, int], weekday: int, weeks: int) -> DateMatch:
    later = timedelta(days=7 * weeks)
    return _counted_weekday(scene, span, lambda a: weekday_near(a, weekday, FUTURE, strict=True) + later)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _counted_weekday(scene: Scene, span: tuple[int, int], resolved: Callable[[date], date]) -> DateMatch:
    if scene.anchor is None:
        return scene.match(span, None, "weekday_count", NO_ANCHOR, kind="day")
    return scene.match(span, _one(resolved(scene.anchor)), "weekday_count", f"counted from {scene.anchor}", kind="day")


def _plain_weekday(scene: Scene, i: int, weekday: int) -> DateMatch:
    which = scene.number("unit.which", i - 1)
    span = (i if which is None else i - 1, i + 1 if scene.has("weekday.dayparts", i + 1) else i)
    if scene.anchor is None:
        return scene.match(span, None, "weekday", NO_ANCHOR, kind="day")
    if which is None:
        way, cue = tense.look(scene, *span)
    else:
        way, cue = (PAST if which < 0 else FUTURE), ""
    day = weekday_near(scene.anchor, weekday, way, strict=bool(which))
    note = f"the {'next' if way == FUTURE else 'latest'} such day seen from {scene.anchor}"
    return scene.match(span, _one(day), "weekday", note, kind="day", cue=cue)


def read_weekday_count(scene: Scene, i: int) -> DateMatch | None:
    """ "two Sundays ago": the count ends before token `i`, a plural weekday."""
    weekday, count = scene.number("weekday_count.plurals", i), scene.counted(i - 1)
    if weekday is None or count is None or count[1] is None or scene.word(i + 1) != "ago":
        return None
    weeks = timedelta(days=7 * (count[1] - 1))
    return _counted_weekday(scene, (count[0], i + 1), lambda a: weekday_near(a, weekday, PAST, strict=True) - weeks)


def read_ordinal(scene: Scene, i: int) -> DateMatch | None:
    """ "on the 3rd": token `i` is the suffix of the figure."""
    day = scene.integer(i - 1, 1, 31)
    after = scene.word(i + 1)
    closed = after in ("", ".", ";") or (after == "of" and scene.word(i + 3) == "month")
    if day is None or not scene.glued(i) or scene.word(i - 2) != "the" or scene.word(i - 3) != "on" or not closed:
        return None
    anchor = scene.anchor
    if anchor is None:
        return scene.match((i - 2, i), None, "ordinal", NO_ANCHOR, kind="day")
    way, cue = tense.look(scene, i - 2, i)
    months = [divmod(anchor.year * 12 + anchor.month - 1 + k, 12) for k in (0, 1, -1)]
    days = [found for y, m in months if (found := day_of(y, m + 1, day)) is not None]
    fit = [d for d in days if (d >= anchor if way == FUTURE else d <= anchor)]
    near = min(fit, key=lambda d: abs((d - anchor).days), default=None)
    return (
        None if near is None else scene.match((i - 2, i), _one(near), "ordinal", f"of {near:%B}", kind="day", cue=cue)
    )


def read_phrase(scene: Scene, i: int) -> DateMatch | None:
    """A fixed phrase whose rarest word is token `i`."""
    for phrase in scene.rules.phrases.get(scene.lower[i], ()):
        first = i - phrase.trigger
        if first >= scene.floor and scene.phrase_at(phrase.words, first):
            return _PHRASES[phrase.reading](scene, phrase, first, first + len(phrase.words) - 1)
    return None


def _relative_day(scene: Scene, phrase: Phrase, first: int, last: int) -> DateMatch | None:
    if scene.has("weekday.dayparts", last + 1):
        last += 1
    if scene.anchor is None:
        return scene.match((first, last), None, phrase.rule, NO_ANCHOR, kind="day")
    day = scene.anchor + timedelta(days=phrase.value)
    return scene.match((first, last), _one(day), phrase.rule, f"counted from {scene.anchor}", kind="day")


def _neighbour_day(scene: Scene, phrase: Phrase, first: int, last: int) -> DateMatch | None:
    if phrase.words[-1] != "day" and (scene.has("neighbour_day.not_before", last + 1) or scene.capital(last + 1)):
        return None
    if scene.latest is not None and scene.latest.first is not None and scene.latest.kind == "day":
        base = scene.latest.first
    elif scene.anchor is not None:
        base = scene.anchor
    else:
        return scene.match((first, last), None, phrase.rule, NO_ANCHOR, kind="day")
    day = base + timedelta(days=phrase.value)
    return scene.match((first, last), _one(day), phrase.rule, f"counted from {base}", kind="day")


def _holiday(scene: Scene, phrase: Phrase, first: int, last: int) -> DateMatch | None:
    if not scene.capital(first) or scene.has("holiday.not_before", last + 1):
        return None
    at = last + 2 if scene.word(last + 1) in (",", "of") else last + 1
    year = scene.integer(at, 1900, 2100)
    if year is not None:
        day = _holiday_in(phrase, year)
        return scene.match((first, at), _one(day), phrase.rule, kind="day")
    if scene.anchor is None:
        return scene.match((first, last), None, phrase.rule, NO_ANCHOR, kind="day")
    way, cue = tense.look(scene, first, last)
    near = day_near(scene.anchor, way, lambda y: _holiday_in(phrase, y))
    return scene.match((first, last), None if near is None else _one(near), phrase.rule, kind="day", cue=cue)


def _holiday_in(phrase: Phrase, year: int) -> date:
    """The holiday's day in a year: [month, day]; days from Easter; [month, weekday, nth, days after]."""
    if phrase.table == "easter":
        return easter(year) + timedelta(days=phrase.value)
    if phrase.table == "fixed":
        return date(year, *phrase.value)
    month, weekday, nth, after = phrase.value
    return nth_weekday(year, month, weekday, nth) + timedelta(days=after)


_PHRASES = {"relative_day": _relative_day, "neighbour_day": _neighbour_day, "holiday": _holiday}


def read_iso(scene: Scene, i: int) -> DateMatch | None:
    """ "2026-03-04": the year is token `i`."""
    month, day = scene.integer(i + 2, 1, 12), scene.integer(i + 4, 1, 31)
    if month is None or day is None or not _joined(scene, i, 5, "-") or len(scene.lower[i + 2]) != 2:
        return None
    found = day_of(int(scene.lower[i]), month, day)
    return None if found is None else scene.match((i, i + 4), _one(found), "iso", kind="day")


def read_numeric(scene: Scene, i: int) -> DateMatch | None:
    """ "25/12/2025": the year is token `i`."""
    a, b = scene.integer(i - 4, 1, 31), scene.integer(i - 2, 1, 31)
    mark = scene.word(i - 1)
    if a is None or b is None or not scene.has("numeric.marks", i - 1) or not _joined(scene, i - 4, 5, mark):
        return None
    return _in_figures(scene, (i - 4, i), a, b, int(scene.lower[i]), mark)


def read_dotted(scene: Scene, i: int) -> DateMatch | None:
    """ "19.11.2025": tokenisation gives "19.11" and ".2025", the latter at token `i`."""
    parts = scene.word(i - 1).split(".")
    if len(parts) != 2 or not scene.glued(i) or not all(p.isascii() and p.isdigit() and len(p) <= 2 for p in parts):
        return None
    return _in_figures(scene, (i - 1, i), int(parts[0]), int(parts[1]), int(scene.lower[i][1:]), ".")


def _in_figures(scene: Scene, span: tuple[int, int], a: int, b: int, year: int, mark: str) -> DateMatch | None:
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    if mark in scene.rules.words.get("numeric.day_first", ()):
        month_first = None
    days = {found for found in (day_first, month_first) if found is not None}
    if not days:
        return None
    if len(days) == 2:
        return scene.match(span, None, "numeric", "day and month could each come first", kind="day")
    return scene.match(span, _one(days.pop()), "numeric", kind="day")


def _joined(scene: Scene, first: int, count: int, mark: str) -> bool:
    """Do `count` tokens from `first` on stand without spaces, every second one being `mark`?"""
    if first < 0 or first + count > scene.count:
        return False
    return all(scene.glued(first + k) for k in range(1, count)) and all(
        scene.lower[first + k] == mark for k in range(1, count, 2)
    )


def _one(day: date) -> Days:
    return day, day
