"""Places the points of a running figure's timeline on a small drawing (coordinates in SVG user units)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.facts import Claim
from reconcile.report.words import day_time

WIDTH, HEIGHT = 640, 132
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 50, 30, 34
_APART = 96


@dataclass(frozen=True, slots=True)
class Point:
    """One moment: where it is drawn, the figure as written, when; `open` where the claim states only a bound."""

    x: float
    y: float
    text: str
    when: str
    claim: str
    open: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The points in order of time and the stair through them (an SVG path): a figure holds until the next."""

    points: tuple[Point, ...]
    path: str
    width: int = WIDTH
    height: int = HEIGHT


def chart(timeline: Sequence[tuple[Claim, str | None]]) -> Chart | None:
    """A drawing of at least two moments whose figures have a value or bound, else None.

    Moments stand in proportion to time where their captions have room, else evenly spaced.
    """
    drawn = [(claim, moment, level) for claim, moment in timeline if (level := _level(claim)) is not None]
    if len(drawn) < 2 or len(drawn) > WIDTH // _APART + 1:
        return None
    across = _across([moment for _, moment, _ in drawn])
    down = _down([level for _, _, level in drawn])
    points = tuple(
        Point(
            x,
            y,
            claim.text,
            day_time(moment, year=False),
            claim.id,
            claim.quantity.value is None,
        )
        for x, y, (claim, moment, _) in zip(across, down, drawn, strict=True)
    )
    first, *later = points
    path = f"M{first.x} {first.y}" + "".join(f"H{point.x}V{point.y}" for point in later)
    return Chart(points, path)


def _level(claim: Claim) -> float | None:
    known = [bound for bound in (claim.quantity.value, claim.quantity.low, claim.quantity.high) if bound is not None]
    return float(known[0]) if known else None


def _across(moments: Sequence[str | None]) -> list[float]:
    room = WIDTH - _LEFT - _RIGHT
    even = [_LEFT + room * step / (len(moments) - 1) for step in range(len(moments))]
    times = [_seconds(moment) for moment in moments]
    known = [time for time in times if time is not None]
    if len(known) < len(times) or known[-1] <= known[0]:
        return [round(x, 1) for x in even]
    scaled = [_LEFT + room * (time - known[0]) / (known[-1] - known[0]) for time in known]
    roomy = all(after - before >= _APART for before, after in pairwise(scaled))
    return [round(x, 1) for x in (scaled if roomy else even)]


def _down(levels: Sequence[float]) -> list[float]:
    """Heights on a scale from nought, unless the figures lie close together: then from below the least."""
    most, least = max(levels), min(levels)
    base = 0.0 if least < most / 2 else least - (most - least)
    span = (most - base) or 1.0
    return [round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - (level - base) / span), 1) for level in levels]


def _seconds(moment: str | None) -> float | None:
    try:
        read = dt.datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=dt.UTC)).timestamp()
