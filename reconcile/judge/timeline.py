"""Running figures: as of when a claim holds, and which figure held when."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.facts import Claim, Moment, Source


@dataclass(frozen=True, slots=True)
class Point:
    """As of when a claim holds: its day, and the moment where that is known (both None when nothing is)."""

    day: dt.date | None
    moment: dt.datetime | None


def point(claim: Claim, source: Source) -> Point:
    """As of when a claim holds by its own words, or else by its source's publication.

    A day in the words that is not the day of publication has no moment.
    """
    published = Point(source.day, source.moment)
    if claim.as_of is None:
        return published
    try:
        stated = dt.datetime.fromisoformat(claim.as_of)
    except ValueError:
        return published
    if len(claim.as_of) > len("2022-02-02"):
        zone = source.moment.tzinfo if source.moment else dt.UTC
        return Point(stated.date(), stated if stated.tzinfo else stated.replace(tzinfo=zone))
    return Point(stated.date(), source.moment if source.day == stated.date() else None)


def order(a: Point, b: Point, minutes: int) -> int:
    """-1 where `a` is earlier than `b` by `minutes` or more, 1 where it is later, 0 where neither can be said."""
    if a.moment is not None and b.moment is not None:
        apart = (a.moment - b.moment).total_seconds()
        return 0 if abs(apart) < minutes * 60 else -1 if apart < 0 else 1
    if a.day is None or b.day is None or a.day == b.day:
        return 0
    return -1 if a.day < b.day else 1


def timeline(dated: Iterable[tuple[Claim, Point]]) -> tuple[Moment, ...]:
    """The claims in the order in which they held; those of unknown time come first."""
    ordered = sorted(dated, key=lambda pair: (_key(pair[1]), pair[0].source, pair[0].start))
    return tuple(Moment(claim.id, _iso(at)) for claim, at in ordered)


def _key(at: Point) -> tuple[str, float]:
    if at.moment is not None:
        return at.moment.astimezone(dt.UTC).date().isoformat(), at.moment.timestamp()
    return (at.day.isoformat() if at.day else ""), 0.0


def _iso(at: Point) -> str | None:
    if at.moment is not None and at.day == at.moment.date():
        return at.moment.isoformat()
    return at.day.isoformat() if at.day else None
