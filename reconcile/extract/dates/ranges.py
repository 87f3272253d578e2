"""Stated dates, alone or two of them joined into a period: "March 3-5", "7 to 13 July", "January to March 2025"."""

from reconcile.extract.dates.scene import DateMatch, Scene
from reconcile.extract.dates.stated import Stated, days_stated, resolve, stated_month, with_year


def read_month(scene: Scene, i: int) -> DateMatch | None:
    """A date around the month name at token `i`."""
    if scene.has("quarter.words", i + 1):
        return None  # "the December quarter" is no month
    stated = stated_month(scene, i)
    return None if stated is None else read_range(scene, stated) or resolve(scene, stated)


def read_range(scene: Scene, left: Stated) -> DateMatch | None:
    """Two dates joined into a period, the left one (or the only whole one) already stated."""
    right = _right_of(scene, left)
    if right is not None:
        return _resolve_range(scene, left, right)
    at = left.first - 1
    day = scene.integer(at - 1, 1, 31)
    if left.day is None or left.weekday is not None or day is None or day >= left.day or not _joins(scene, at, at - 2):
        return None
    return _resolve_range(scene, Stated(at - 1, at - 1, month=left.month, day=day), left)


def _joins(scene: Scene, at: int, opener: int) -> bool:
    paired = scene.has("range.paired", at) and scene.has("range.openers", opener)
    return paired or scene.has("range.joins", at)


def _right_of(scene: Scene, left: Stated) -> Stated | None:
    """The date at the other end of a range that goes on after `left`."""
    at = left.last + 1
    at += scene.word(at) == ","
    if not _joins(scene, at, left.first - 1):
        return None
    right = _stated_from(scene, at + 1)
    if right is not None:
        return right
    day = scene.integer(at + 1, 1, 31)
    follows = scene.plain_word(at + 2) and not scene.has("year.small_words", at + 2)
    if left.month is None or left.day is None or day is None or day <= left.day or follows:
        return None
    return with_year(scene, Stated(at + 1, at + 1, year=left.year, month=left.month, day=day))


def _stated_from(scene: Scene, i: int) -> Stated | None:
    """A date that begins exactly at token `i`."""
    for k in range(i, i + 4):
        if scene.names_month(k):
            stated = stated_month(scene, k)
            return stated if stated is not None and stated.first == i else None
    return None


def _resolve_range(scene: Scene, left: Stated, right: Stated) -> DateMatch | None:
    span = (left.first, right.last)
    if (left.day is None) != (right.day is None):
        return None
    end, cue = days_stated(scene, right)
    if end is None:
        return scene.match(span, None, "range")
    if left.year is None and left.shift is None:
        later = (left.month or 1, left.day or 1) > (right.month or 1, right.day or 1)
        left = left._replace(year=end[1].year - later)
    start, _ = days_stated(scene, left)
    if start is None or start[0] > end[1]:
        return None
    return scene.match(span, (start[0], end[1]), "range", f"{start[0]} to {end[1]}", cue=cue)
