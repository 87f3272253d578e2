"""Running figures: as of when a claim holds, and which figure held when."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.facts import Claim, Moment, Source

_WEEKS = 14  # days after which a report looks back on an event, instead of following it


@dataclass(frozen=True, slots=True)
class Point:
    """As of when a claim holds: the day by its own words or else its source's, the moment if the words give a clock
    time, and the moment when its source was published (each None where it is not known). `clock` is false where the
    moment is that of a source dated by the day alone, whose midnight only serves to order it."""

    day: dt.date | None
    moment: dt.datetime | None
    published: dt.datetime | None
    clock: bool = True

    @property
    def looks_back(self) -> bool:
        """Whether the claim was published weeks after what it holds as of, when that is over."""
        return self.day is not None and self.published is not None and (self.published.date() - self.day).days > _WEEKS


BEFORE = Point(None, None, None)
"""Some time before all that is known."""


def point(claim: Claim, source: Source) -> Point:
    """As of when a claim holds by its own words, or else by its source's publication."""
    clock = _has_clock(source.published)
    if claim.as_of is None:
        return Point(source.day, source.moment, source.moment, clock)
    try:
        stated = dt.datetime.fromisoformat(claim.as_of)
    except ValueError:
        return Point(source.day, source.moment, source.moment, clock)
    if _has_clock(claim.as_of):
        zone = source.moment.tzinfo if source.moment else dt.UTC
        stated = stated if stated.tzinfo else stated.replace(tzinfo=zone)
        return Point(stated.date(), stated, source.moment)
    return Point(stated.date(), source.moment if source.day == stated.date() else None, source.moment, clock)


def _has_clock(stated: str | None) -> bool:
    """Whether an ISO 8601 text gives more than the day."""
    return len(stated or "") > len("2022-02-02")


def order(a: Point, b: Point, minutes: int) -> int:
    """-1 where `a` holds earlier than `b` by `minutes` or more, 1 where later, 0 where neither can be said.

    Of claims that hold as of the same day, the one published later holds later.
    """
    if a.moment is not None and b.moment is not None:
        return _apart(a.moment, b.moment, minutes)
    if a.day is not None and b.day is not None and a.day != b.day:
        return -1 if a.day < b.day else 1
    return published_order(a, b, minutes)


def published_order(a: Point, b: Point, minutes: int) -> int:
    """-1, 0 or 1 by publication alone."""
    return 0 if a.published is None or b.published is None else _apart(a.published, b.published, minutes)


def _apart(a: dt.datetime, b: dt.datetime, minutes: int) -> int:
    seconds = (a - b).total_seconds()
    return 0 if abs(seconds) < minutes * 60 else -1 if seconds < 0 else 1


def timeline(dated: Iterable[tuple[Claim, Point]]) -> tuple[Moment, ...]:
    """The claims in the order in which they held; those of unknown time come first."""
    ordered = sorted(dated, key=lambda pair: (_key(pair[1]), pair[0].source, pair[0].start, pair[0].id))
    return tuple(Moment(claim.id, _iso(at)) for claim, at in ordered)


def _key(at: Point) -> tuple[str, float]:
    day = at.day.isoformat() if at.day else ""
    moment = at.moment or at.published
    return day, moment.timestamp() if moment else 0.0


def _iso(at: Point) -> str | None:
    if at.moment is not None and at.clock:
        return at.moment.isoformat()
    return at.day.isoformat() if at.day else None
