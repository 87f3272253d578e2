"""Evidence from where, when, by whom and in what sense a figure is given."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from reconcile.align.records import Record
from reconcile.facts import Claim

_FAR = 60  # days beyond which two dated figures belong to different times


def setting(a: Record, b: Record) -> Iterator[tuple[str, float]]:
    """Places and parties by role, scope and change, time, standing, and the place in the articles."""
    one, other = a.claim, b.claim
    for slot in a.places:
        if slot in b.places:
            yield from _roles(a, b, slot)
    if one.scope != other.scope or one.change != other.change or a.former or b.former:
        yield from _sense(a, b)
    if time := _time(one, other):
        yield time, 1.0
    if one.standing != other.standing:
        yield "standing.other", 1.0
    if one.source == other.source:
        yield from _one_source(one, other)
    elif one.context.paragraph == other.context.paragraph == 0:
        yield "place.both-lead", 1.0


def _roles(a: Record, b: Record, slot: str) -> Iterator[tuple[str, float]]:
    one, other = a.places[slot], b.places[slot]
    if not one.isdisjoint(other):
        yield f"role.same-{slot}", 1.0
    elif one.isdisjoint(b.regions[slot]) and other.isdisjoint(a.regions[slot]):
        yield f"role.other-{slot}", 1.0  # Poland lies in Europe and is no other place


def _sense(a: Record, b: Record) -> Iterator[tuple[str, float]]:
    if scope := _scope(a.claim, b.claim):
        yield scope, 1.0
    changes = a.claim.change, b.claim.change
    if changes[0] != changes[1]:
        yield ("change.one" if "none" in changes else "change.opposite"), 1.0
    if a.former or b.former:
        yield ("scope.both-former" if a.former and b.former else "scope.one-former"), 1.0


def _scope(a: Claim, b: Claim) -> str:
    if a.scope == b.scope:
        return ""
    return next((f"scope.one-{scope}" for scope in ("change", "part", "additional") if scope in (a.scope, b.scope)), "")


def _time(a: Claim, b: Claim) -> str:
    if a.when and b.when:
        if (a.when.first, a.when.last) == (b.when.first, b.when.last):
            return "time.same"
        apart = days_apart(a, b)
        return "time.far" if apart > _FAR else "time.apart" if apart else "time.overlap"
    when, now = a.when or b.when, max(a.as_of or "", b.as_of or "")
    return "time.background" if when and now and when.last < _a_year_before(now) else ""


def days_apart(a: Claim, b: Claim) -> int:
    """Days between the times of two claims: 0 where they overlap or where one is not dated."""
    if not a.when or not b.when or (a.when.first <= b.when.last and b.when.first <= a.when.last):
        return 0
    first, last = (b.when.first, a.when.last) if b.when.first > a.when.last else (a.when.first, b.when.last)
    return _number(first) - _number(last)


@lru_cache(maxsize=1024)
def _number(day: str) -> int:
    """The number of a day; the figures of a story share few days."""
    return dt.date.fromisoformat(day).toordinal()


@lru_cache(maxsize=1024)
def _a_year_before(day: str) -> str:
    return f"{int(day[:4]) - 1:04}{day[4:]}"


def _one_source(a: Claim, b: Claim) -> Iterator[tuple[str, float]]:
    """One source seldom gives two figures for one fact, unless it says the same again or tells a movement."""
    yield "source.one", 1.0
    if a.sentence.start == b.sentence.start:
        yield "source.one-sentence", 1.0
        if a.scope == b.scope == "level":
            yield "source.movement", 1.0
