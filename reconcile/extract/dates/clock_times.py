"""Times of day: "4:47 a.m.", "0630 GMT", "7pm", "08:00 local time", "5 and 7 p.m.": neither dates nor claims."""

import re

from reconcile.extract.dates.rules import DateRules
from reconcile.extract.tokens import NUMBER, Tokens

Span = tuple[int, int]

_HOUR = re.compile(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?")
_MILITARY = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")


def find_clock_times(tokens: Tokens, rules: DateRules) -> tuple[Span, ...]:
    """The spans (first and last token, both included) of the times of day, in order and apart, in linear time.

    `rules` are those in force.
    """
    marks, final = rules.clock_marks, len(tokens.lower) - 1
    joins = rules.words.get("clock.joins", frozenset())
    found: list[Span] = []
    floor = 0
    for hour in tokens.numbers:
        if hour < floor or hour == final or tokens.lower[hour + 1] not in marks:
            continue
        core = _core(tokens, hour + 1, rules)
        if core is None:
            continue
        end = _with_tail(tokens, core[1], rules)
        span = (max(floor, _with_range(tokens, core[0], joins)), end)
        found.append(span)
        floor = end + 1
    return tuple(found)


def _core(tokens: Tokens, i: int, rules: DateRules) -> Span | None:
    """The time whose colon, half of day, zone or "hours" is token `i`, behind a number."""
    word = tokens.lower[i]
    if word == ":":
        return _colon(tokens, i)
    figures = tokens.lower[i - 1]
    zone, hours = word in rules.words.get("clock.zones", ()), word in rules.words.get("clock.hours", ())
    pattern = _MILITARY if hours or (zone and len(figures) == 4) else _HOUR
    fits = pattern.fullmatch(figures) is not None
    if zone:
        fits = fits and (tokens.surface[i].isupper() or word == "hrs")
    elif hours:
        fits = fits and _names_hours(tokens, i, rules)
    elif word == "am":
        fits = fits and not tokens.surface[i].istitle()
    return (i - 1, i) if fits else None


def _names_hours(tokens: Tokens, i: int, rules: DateRules) -> bool:
    """ "at 1930 hours" and "2350 hours IST" are times, "1400 hours of film" is a length."""
    after = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else ""
    led = i >= 2 and tokens.lower[i - 2] in rules.words.get("clock.at", ())
    return after in rules.words.get("clock.zones", ()) or (led and after != "of")


def _colon(tokens: Tokens, i: int) -> Span | None:
    """ "14:30": two figures after the colon, and no third group, for "2:03:11" is a duration."""
    if i + 1 >= len(tokens.lower) or not (tokens.glued[i] and tokens.glued[i + 1]):
        return None
    hour, minute = tokens.lower[i - 1], tokens.lower[i + 1]
    if _HOUR.fullmatch(hour) is None or len(minute) != 2 or not minute.isdigit() or int(minute) > 59:
        return None
    third = tokens.lower[i + 2 : i + 3] == [":"] and tokens.glued[i + 2]
    before = i >= 2 and tokens.lower[i - 2] == ":" and tokens.glued[i - 1]
    return None if third or before else (i - 1, i + 1)


def _with_tail(tokens: Tokens, end: int, rules: DateRules) -> int:
    """The last token once "a.m.", "GMT" and "local time" are taken in."""
    while end + 1 < len(tokens.lower) and tokens.lower[end + 1] in rules.clock_tails:
        end += 1
    for phrase in rules.clock_phrases:
        if tuple(tokens.lower[end + 1 : end + 1 + len(phrase)]) == phrase:
            return end + len(phrase)
    return end


def _with_range(tokens: Tokens, first: int, joins: frozenset[str]) -> int:
    """ "between 5 and 7 p.m.", "6-8pm": the first token once the earlier hour is taken in."""
    start = first - 2
    if start < 0 or tokens.lower[first - 1] not in joins or tokens.kind[start] != NUMBER:
        return first
    if tokens.lower[first - 1] in ("and", "or") and (start == 0 or tokens.lower[start - 1] not in ("between", "at")):
        return first
    return start if _HOUR.fullmatch(tokens.lower[start]) else first
