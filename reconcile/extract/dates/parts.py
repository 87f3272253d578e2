"""Parts of a period already read: "early March", "mid-2024", "late last year", "the end of May", "so far this year"."""

from datetime import date

from reconcile.extract.dates.calendar import Days, part_of
from reconcile.extract.dates.scene import DateMatch, Scene


def with_part(scene: Scene, match: DateMatch) -> DateMatch:
    """The match widened by the word of part before it, if there is one; days of weekdays and holidays stay whole."""
    if match.keeps_figures:
        return match
    before = match.first_token - 1
    if match.kind == "period":
        found = _named_part(scene, before) or _edge(scene, before) or _so_far(scene, before)
        if found is not None and found[0] >= scene.floor:
            return _cut(scene, match, *found)
    return match


def _named_part(scene: Scene, i: int) -> tuple[int, str] | None:
    """ "early", "mid-", "late" at or before token `i`: its first token and its part."""
    if scene.word(i) in ("-", "in"):
        i -= 1
    part = scene.rules.parts.get(scene.word(i))
    return None if part is None else (i, part)


def _edge(scene: Scene, i: int) -> tuple[int, str] | None:
    """ "the end of (the)" before token `i`."""
    if scene.word(i) == "the":
        i -= 1
    if scene.word(i) != "of":
        return None
    first = i - 1
    part = scene.rules.edges.get(scene.word(first))
    if scene.has("part.half_words", first):
        first -= 1
        part = scene.rules.halves.get(scene.word(first))
    if part is None:
        return None
    return (first - 1 if scene.word(first - 1) == "the" else first), part


def _so_far(scene: Scene, i: int) -> tuple[int, str] | None:
    return (i - 1, "past") if scene.word(i) == "far" and scene.word(i - 1) == "so" else None


def _cut(scene: Scene, match: DateMatch, first: int, part: str) -> DateMatch:
    edge = part in ("start", "end")
    days = None if match.first is None or match.last is None else (match.first, match.last)
    if days is not None:
        days = _past_or_rest(days, part, scene.anchor) if part in ("past", "rest") else part_of(days, part)
    return match._replace(
        first_token=first,
        first=days and days[0],
        last=days and days[1],
        rule=scene.rules.ids.get("part", match.rule),
        kind="day" if edge else "period",
        precise=edge,
        note=f"{part} of {match.first} to {match.last}",
    )


def _past_or_rest(days: Days, part: str, anchor: date | None) -> Days:
    """ "earlier this year" and "so far this year" end at publication, "later this year" begins there."""
    if anchor is None or not days[0] <= anchor <= days[1]:
        return days
    return (days[0], anchor) if part == "past" else (anchor, days[1])
