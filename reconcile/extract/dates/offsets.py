"""Days and periods counted from the date last mentioned: "two days later", "the previous quarter", "a year earlier"."""

from reconcile.extract.dates.calendar import Days, period_around, shift, shift_days
from reconcile.extract.dates.scene import NO_ANCHOR, DateMatch, Scene

HALF_DAY_UNITS = ("hour", "minute")
"""Units that are less than a day."""


def offset(scene: Scene, span: tuple[int, int], count: int | None, unit: str) -> DateMatch:
    """Counted from the date last mentioned, else from publication."""
    base = _base(scene) if scene.latest is not None or count is None or count < 0 else None
    if base is None or count is None:
        return scene.match(span, None, "offset", precise=False, keeps=True)
    days = shift_days(base, count, unit)
    exact = unit == "day" and base[0] == base[1]
    note = f"counted from {base[0]}"
    return scene.match(span, days, "offset", note, kind="day" if exact else "period", precise=exact, keeps=True)


def _base(scene: Scene) -> Days | None:
    latest = scene.latest
    if latest is not None and latest.first is not None and latest.last is not None:
        return latest.first, latest.last
    return None if scene.anchor is None else (scene.anchor, scene.anchor)


def beside_event(scene: Scene, span: tuple[int, int], count: int | None, unit: str) -> DateMatch | None:
    """ "nine days after the killing": told only where an earlier sentence of the paragraph names a day."""
    latest, after = scene.latest, scene.has("offset.after", span[1] + 1)
    if count is None or latest is None or latest.first is None or latest.kind != "day" or unit in HALF_DAY_UNITS:
        return None
    beside = scene.word(span[0] - 1) == "," and latest.last_token == span[0] - 2
    if (
        beside
        or not after
        or scene.word(span[1] + 2) not in ("the", "his", "her", "their", "its")
        or not _near(scene, span[0])
    ):
        return None
    if latest.last_token >= scene.tokens.sentences[scene.tokens.sentence_of(span[0])][0]:
        return None
    day = shift(latest.first, count, unit)
    if day is None:
        return None
    end = span[1] + 3 if scene.plain_word(span[1] + 3) else span[1] + 1
    exact = unit == "day"
    note = f"counted from {latest.first}"
    return scene.match((span[0], end), period_around(day, unit), "offset", note, kind="day", precise=exact, keeps=True)


def _near(scene: Scene, i: int) -> bool:
    """Does the date last mentioned stand in the same paragraph as token `i`?"""
    paragraph, at = scene.tokens.paragraph, scene.tokens.sentence_of
    return scene.latest is not None and paragraph[at(scene.latest.first_token)] == paragraph[at(i)]


def neighbour(scene: Scene, i: int, unit: str) -> DateMatch | None:
    """ "the previous quarter", "the month before": counted from the date last mentioned, else from publication."""
    step = scene.number("offset.neighbours", i - 1)
    end = i
    if step is None and scene.word(i - 1) == "the" and not scene.plain_word(i + 2) and not scene.capital(i + 2):
        step, end = scene.number("offset.sides", i + 1), i + 1
    if step is None or scene.word(i).endswith("s") or unit in ("day", *HALF_DAY_UNITS):
        return None
    base = _base(scene)
    start = i - 2 if end == i and scene.word(i - 2) == "the" else i - 1
    if base is None:
        return scene.match((start, end), None, "offset", NO_ANCHOR)
    day = shift(base[0], step, unit)
    days = None if day is None else period_around(day, unit)
    return scene.match((start, end), days, "offset", f"counted from {base[0]}", precise=False)
