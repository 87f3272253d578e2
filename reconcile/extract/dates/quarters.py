"""Readers of parts of the year: "Q3", "the third quarter of 2025", "the first half", "summer 2024"."""

from datetime import date

from reconcile.extract.dates import tense
from reconcile.extract.dates.calendar import EITHER, Days, months_near, months_of
from reconcile.extract.dates.offsets import neighbour
from reconcile.extract.dates.periods import calendar_unit, to_period, year_word
from reconcile.extract.dates.scene import NO_ANCHOR, DateMatch, Scene
from reconcile.extract.dates.years import read_fiscal


def read_quarter(scene: Scene, i: int) -> DateMatch | None:
    """ "the third quarter of 2025", "Q3", "the December quarter", "last quarter" around token `i`."""
    if scene.has("quarter.letters", i):
        return _lettered(scene, i, "quarter", 4, 3)
    before = scene.number("quarter.ordinals", i - 1)
    month = scene.number("month.months", i - 1)
    if month is not None and month % 3 == 0 and scene.capital(i - 1):
        return _of_year(scene, (_the(scene, i - 1), i), "quarter", month // 3, 3)
    if scene.word(i - 1) != "last" and before is not None:
        return _of_year(scene, (_the(scene, i - 1), i), "quarter", before, 3)
    if scene.has("ordinal.suffixes", i - 1) and (ordinal := scene.integer(i - 2, 1, 4)) is not None:
        return _of_year(scene, (_the(scene, i - 2), i), "quarter", ordinal, 3)
    beside = neighbour(scene, i, "quarter")
    if beside is not None:
        return beside
    which = scene.number("unit.which", i - 1)
    if which is None:
        return to_period(scene, i, i, 3, "month") if scene.word(i - 1) == "the" else None
    return calendar_unit(scene, (i - 1, i), which, "quarter")


def read_half(scene: Scene, i: int) -> DateMatch | None:
    """ "the first half of 2025", "H1 2025" around token `i`."""
    if scene.has("half.letters", i):
        return _lettered(scene, i, "half", 2, 6)
    ordinal = scene.number("half.ordinals", i - 1)
    if ordinal is None:
        return None
    found = _of_year(scene, (_the(scene, i - 1), i), "half", ordinal, 6)
    if found.last_token > i:
        return found
    begin, end = scene.tokens.sentences[scene.tokens.sentence_of(i)]
    business = scene.rules.words.get("half.business", frozenset())
    return found if any(word in business for word in scene.lower[begin:end]) else None


def _the(scene: Scene, i: int) -> int:
    return i - 1 if scene.word(i - 1) == "the" else i


def _lettered(scene: Scene, i: int, reading: str, parts: int, months: int) -> DateMatch | None:
    """ "Q3", "H1", "3Q": a capital letter with its figure glued on, and nothing glued to that."""
    leading = scene.integer(i - 1, 1, parts)
    if leading is not None and scene.glued(i) and not scene.glued(i - 1) and not scene.glued(i + 1):
        found = _of_year(scene, (i - 1, i), reading, leading, months)
        return found if found.last_token > i and scene.capital(i) else None
    ordinal = scene.integer(i + 1, 1, parts)
    tail = scene.glued(i + 2) and scene.tokens.kind[i + 2] != "s"
    if ordinal is None or not scene.glued(i + 1) or not scene.capital(i) or scene.glued(i) or tail:
        return None
    found = _of_year(scene, (i, i + 1), reading, ordinal, months)
    return None if reading == "half" and found.last_token == i + 1 and scene.word(i + 2) in ("-", "/") else found


def _of_year(scene: Scene, span: tuple[int, int], reading: str, ordinal: int, months: int) -> DateMatch:
    """The nth part of the year that follows, else of the year that the clause's tense gives."""
    first_month = (ordinal - 1) * months + 1
    at = span[1] + 2 if scene.word(span[1] + 1) == "of" else span[1] + 1
    year = scene.integer(at, 1900, 2100)
    if year is not None:
        return scene.match((span[0], at), months_of(year, first_month, months), reading)
    named = scene.has("fiscal.words", at) or scene.has("fiscal.prefixes", at)
    fiscal = read_fiscal(scene, at) if named else None
    if fiscal is not None:
        return scene.match(
            (span[0], fiscal.last_token), None, reading, "a fiscal year's months differ by body", precise=False
        )
    ended = to_period(scene, span[0], span[1], months, "month")
    if ended is not None:
        return ended
    if scene.has("fiscal.words", span[0] - 1):
        return scene.match(span, None, reading, "a fiscal year's months differ by body", precise=False)
    if scene.anchor is None:
        return scene.match(span, None, reading, NO_ANCHOR)
    shifted = year_word(scene, at)
    if shifted is not None:
        days = months_of(scene.anchor.year + shifted[0], first_month, months)
        return scene.match((span[0], shifted[1]), days, reading)
    way, cue = tense.look(scene, *span)
    return scene.match(span, months_near(scene.anchor, first_month, months, way), reading, cue=cue)


def read_season(scene: Scene, i: int) -> DateMatch | None:
    """ "summer 2024", "the summer of 2024", "last winter" around token `i`."""
    month = scene.number("season.seasons", i)
    if month is None:
        return None
    at = i + 2 if scene.word(i + 1) == "of" else i + 1
    year = scene.integer(at, 1900, 2100)
    if year is not None:
        return scene.match((_the(scene, i), at), months_of(year, month, 3), "season")
    which = scene.number("unit.which", i - 1)
    if which is None or (scene.word(i - 2) == "the" and which < 0):
        return None
    if scene.anchor is None:
        return scene.match((i - 1, i), None, "season", NO_ANCHOR)
    return scene.match((i - 1, i), _season_by_word(scene.anchor, month, which), "season")


def _season_by_word(anchor: date, month: int, which: int) -> Days:
    """ "last summer" is over, "next summer" not begun, "this summer" the nearest."""
    latest = months_near(anchor, month, 3, EITHER)
    if which < 0:
        return latest if latest[1] < anchor else months_of(latest[0].year - 1, month, 3)
    following = months_of(latest[0].year + 1, month, 3)
    if which > 0:
        return following
    return latest if (anchor - latest[1]).days <= (following[0] - anchor).days else following
