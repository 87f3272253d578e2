"""Evidence from where, when, by whom and in what sense a figure is given."""

import datetime as dt
from collections.abc import Iterator

from reconcile.align.records import Record
from reconcile.facts import Claim

_FAR = 60  # days beyond which two dated figures belong to different times
_SLOTS = ("from", "to", "in", "by")


def setting(a: Record, b: Record) -> Iterator[tuple[str, float]]:
    """Places and parties by role, scope and change, time, standing, and the place in the articles."""
    for k, slot in enumerate(_SLOTS):
        one, other = a.places[k], b.places[k]
        if one and other:
            if not one.isdisjoint(other):
                yield f"role.same-{slot}", 1.0
            elif one.isdisjoint(b.regions[k]) and other.isdisjoint(a.regions[k]):
                yield f"role.other-{slot}", 1.0  # Poland lies in Europe and is no other place
    yield from _scope(a.claim, b.claim)
    yield from _time(a.claim, b.claim)
    if a.claim.standing != b.claim.standing:
        yield "standing.other", 1.0
    if a.claim.source == b.claim.source:
        yield from _one_source(a.claim, b.claim)
    elif a.claim.context.paragraph == b.claim.context.paragraph == 0:
        yield "place.both-lead", 1.0


def _scope(a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
    if a.scope != b.scope:
        for scope in ("change", "part", "additional"):
            if scope in (a.scope, b.scope):
                yield f"scope.one-{scope}", 1.0
                break
    if a.change != b.change:
        yield ("change.one" if "none" in (a.change, b.change) else "change.opposite"), 1.0


def _time(a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
    if a.when and b.when:
        if (a.when.first, a.when.last) == (b.when.first, b.when.last):
            yield "time.same", 1.0
        else:
            apart = days_apart(a, b)
            yield ("time.far" if apart > _FAR else "time.apart" if apart else "time.overlap"), 1.0
        return
    when, now = a.when or b.when, max(a.as_of or "", b.as_of or "")
    if when and now and when.last < _a_year_before(now):
        yield "time.background", 1.0


def days_apart(a: Claim, b: Claim) -> int:
    """Days between the times of two claims: 0 where they overlap or where one is not dated."""
    if not a.when or not b.when or (a.when.first <= b.when.last and b.when.first <= a.when.last):
        return 0
    first, last = (b.when.first, a.when.last) if b.when.first > a.when.last else (a.when.first, b.when.last)
    return (dt.date.fromisoformat(first) - dt.date.fromisoformat(last)).days


def _a_year_before(day: str) -> str:
    return f"{int(day[:4]) - 1:04}{day[4:]}"


def _one_source(a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
    """One source seldom gives two figures for one fact, unless it says the same again or tells a movement."""
    yield "source.one", 1.0
    if a.sentence.start == b.sentence.start:
        yield "source.one-sentence", 1.0
        if a.scope == b.scope == "level":
            yield "source.movement", 1.0
