"""Figures that two or three others give by a step of arithmetic: sums, differences, rests, shares, changes, averages.

Each way looks at figures that stand together in one source and yields what comes out of them. Whether a result says
anything of a draft's figure is for `derived` to weigh; thousands are tried for each, so that they are bare tuples of
floats until one fits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from reconcile.facts import Claim

Way = Literal[
    "sum", "difference", "rest", "share", "portion", "split", "change", "step", "average", "multiple", "years"
]  # fmt: skip

_EQUATIONS: dict[Way, str] = {
    "sum": "{0} + {1}",
    "difference": "{0} - {1}",
    "rest": "100% - {0}",
    "share": "{0} / {1}",
    "portion": "{0} of {1}",
    "split": "{0} / ({0} + {1})",
    "change": "{0} -> {1}",
    "step": "{0} on the way to {1}",
    "average": "{0} / {1}",
    "multiple": "{0} / {1}",
    "years": "from {0} to {1}",
}
_POINTS = ("pp", "bp")


@dataclass(frozen=True, slots=True)
class Term:
    """A figure that may stand in an equation; `unit` is what it measures, without its "per"."""

    claim: Claim
    value: float
    kind: str
    unit: str

    @property
    def bare(self) -> bool:
        """Whether the figure stands without what it counts, so that it may be of any unit: "down from 27"."""
        return self.kind == "count" and not self.unit


class Outcome(NamedTuple):
    """What terms give: the way and the value, in the unit asked for."""

    way: Way
    value: float
    terms: tuple[Term, ...]

    @property
    def equation(self) -> str:
        """The equation without its result, in the figures as written."""
        texts = [term.claim.text for term in self.terms]
        if self.way == "sum":
            return " + ".join(texts)
        return _EQUATIONS[self.way].format(*texts, "now")  # one year alone is counted up to the day of the check


@dataclass(frozen=True, slots=True)
class Goal:
    """What is looked for: the kind, unit and size of a figure."""

    kind: str
    unit: str
    value: float

    @property
    def points(self) -> bool:
        """Whether the figure may be a difference between percentages; "33 points" says no more than that."""
        return self.unit in _POINTS or (self.kind == "count" and self.unit in ("", "point"))


def term(claim: Claim) -> Term | None:
    """A claim made ready for equations, None where its figure can't stand in one."""
    value = claim.quantity.value
    if claim.kind in ("date", "rank", "score") or claim.standing == "denied" or value is None or value <= 0:
        return None
    unit = claim.quantity.unit.partition("/")[0]
    return Term(claim, float(value), "duration" if claim.kind == "age" else claim.kind, unit)


def outcomes(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    """All that the figures of one place give which is of the goal's kind."""
    for way in _ways(goal):
        yield from way(goal, place)


_Ways = Sequence[Callable[[Goal, Sequence[Term]], Iterator[Outcome]]]


def _ways(goal: Goal) -> _Ways:
    if goal.unit == "times":
        return (_multiples,)
    if goal.unit == "%":
        return (_rests, _shares, _changes, _steps)
    if goal.points:
        return (_points, _sums, _differences)
    return (_sums, _differences, _portions, _averages)


def _of_goal(place: Sequence[Term], goal: Goal) -> list[Term]:
    """The figures that measure what the goal does, bare ones included."""
    if goal.kind == "count":
        return [term for term in place if term.kind == "count"]
    return [term for term in place if (term.kind == goal.kind and term.unit == goal.unit) or term.bare]


def _same(a: Term, b: Term) -> bool:
    return a.kind == b.kind and (a.kind == "count" or a.unit == b.unit)


def _sums(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    pool = [term for term in _of_goal(place, goal) if term.value < goal.value]
    for a, b in combinations(pool, 2):
        yield Outcome("sum", a.value + b.value, (a, b))
    for a, b, c in combinations(pool[:12], 3):
        yield Outcome("sum", a.value + b.value + c.value, (a, b, c))


def _differences(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    for large, small in _ordered(_of_goal(place, goal)):
        yield Outcome("difference", large.value - small.value, (large, small))


def _points(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    scale = 100 if goal.unit == "bp" else 1
    for large, small in _ordered([term for term in place if term.unit == "%"]):
        yield Outcome("difference", (large.value - small.value) * scale, (large, small))


def _steps(_: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    """A percentage so many points above or below another."""
    levels = [term for term in place if term.unit == "%"]
    for step in (term for term in place if term.unit in _POINTS):
        size = step.value / (100 if step.unit == "bp" else 1)
        for level in levels:
            yield Outcome("sum", level.value + size, (level, step))
            yield Outcome("difference", level.value - size, (level, step))


def _rests(_: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    for term in place:
        if term.unit == "%" and term.value < 100:
            yield Outcome("rest", 100 - term.value, (term,))


def _shares(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    """One amount as a part of another, or of both together, in per cent; a percentage of another only in words."""
    for whole, part in _ordered(place):
        if _same(whole, part) and (whole.unit != "%" or goal.kind == "ratio") and whole.unit not in _POINTS:
            yield Outcome("share", part.value / whole.value * 100, (part, whole))
            if whole.kind == "count":
                both = part.value + whole.value
                yield Outcome("split", part.value / both * 100, (part, whole))
                yield Outcome("split", whole.value / both * 100, (whole, part))


def _changes(_: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    """How much larger or smaller one amount is than another, in per cent; also by a step up or down to a level."""
    for large, small in _ordered([term for term in place if term.kind != "percent"]):
        if _same(large, small):
            x, y = large.value, small.value
            yield Outcome("change", (x / y - 1) * 100, (small, large))
            yield Outcome("change", (1 - y / x) * 100, (large, small))
            if small.claim.change != "none":
                before = x - y if small.claim.change == "up" else x + y
                yield Outcome("step", y / before * 100, (small, large))


def _portions(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    """A share of an amount."""
    shares = [term for term in place if term.unit == "%" and term.value < 100]
    for whole in _of_goal(place, goal) if shares else ():
        for share in shares:
            yield Outcome("portion", whole.value * share.value / 100, (share, whole))


def _averages(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    """An amount divided by a number of things, or of days."""
    wholes = [term for term in place if (term.kind, term.unit) == (goal.kind, goal.unit) and term.value > goal.value]
    for whole in wholes:
        for number in place:
            if number.value > 1 and number.kind in ("count", "duration") and number.kind != whole.kind:
                yield Outcome("average", whole.value / number.value, (whole, number))


def _multiples(goal: Goal, place: Sequence[Term]) -> Iterator[Outcome]:
    for large, small in _ordered(place):
        if _same(large, small):
            ratio = large.value / small.value
            yield Outcome("multiple", ratio if goal.value >= 1 else 1 / ratio, (large, small))


def _ordered(pool: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """All pairs of different figures, the larger first."""
    for a, b in combinations(pool, 2):
        if a.value > b.value:
            yield a, b
        elif b.value > a.value:
            yield b, a
