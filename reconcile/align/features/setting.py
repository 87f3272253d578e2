"""Evidence from where, when, by whom and in what sense a figure is given."""

from collections.abc import Iterator
from functools import lru_cache

from reconcile.align.records import Location, Record

_FAR = 60  # days beyond which two dated figures belong to different times


def setting(a: Record, b: Record) -> list[tuple[str, float]]:
    """Places and parties by role, scope and change, time, standing, and the place in the articles."""
    found = _roles(a, b) if a.places and b.places else []
    if a.scope != b.scope or a.change != b.change or a.former or b.former:
        found += _sense(a, b)
    if time := _time(a, b):
        found.append((time, 1.0))
    if a.standing != b.standing:
        found.append(("standing.other", 1.0))
    if a.source == b.source:
        found += _one_source(a, b)
    elif a.leads and b.leads:
        found.append(("place.both-lead", 1.0))
    return found


def _roles(a: Record, b: Record) -> list[tuple[str, float]]:
    """How the places and parties relate that both name in one role."""
    met = ((slot, _relation(place, b.places[slot])) for slot, place in a.places.items() if slot in b.places)
    return [(f"role.{relation}-{slot}", 1.0) for slot, relation in met if relation]


def _relation(a: Location, b: Location) -> str:
    """How two places in one role relate; Poland lies in Europe and is no other place."""
    (one, around), (other, about) = a, b
    if not one.isdisjoint(other):
        return "same"
    return "other" if one.isdisjoint(about) and other.isdisjoint(around) else ""


def _sense(a: Record, b: Record) -> Iterator[tuple[str, float]]:
    if scope := _scope(a, b):
        yield scope, 1.0
    if a.change != b.change:
        yield ("change.one" if "none" in (a.change, b.change) else "change.opposite"), 1.0
    if a.former or b.former:
        yield ("scope.both-former" if a.former and b.former else "scope.one-former"), 1.0


def _scope(a: Record, b: Record) -> str:
    if a.scope != b.scope:
        for scope in ("change", "part", "additional"):
            if scope in (a.scope, b.scope):
                return f"scope.one-{scope}"
    return ""


def _time(a: Record, b: Record) -> str:
    if a.first and b.first:
        if a.first == b.first and a.last == b.last:
            return "time.same"
        apart = days_apart(a, b)
        return "time.far" if apart > _FAR else "time.apart" if apart else "time.overlap"
    ends, now = a.ends or b.ends, max(a.as_of, b.as_of)
    return "time.background" if ends and now and ends < _a_year_before(now) else ""


def days_apart(a: Record, b: Record) -> int:
    """Days between the times of two statements: 0 where they overlap or where one is not dated."""
    return max(0, a.first - b.last, b.first - a.last) if a.first and b.first else 0


@lru_cache(maxsize=1024)
def _a_year_before(day: str) -> str:
    return f"{int(day[:4]) - 1:04}{day[4:]}"


def _one_source(a: Record, b: Record) -> Iterator[tuple[str, float]]:
    """One source seldom gives two figures for one fact, unless it says the same again or tells a movement."""
    yield "source.one", 1.0
    if a.sentence == b.sentence:
        yield "source.one-sentence", 1.0
        if a.scope == b.scope == "level":
            yield "source.movement", 1.0
