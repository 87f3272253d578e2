"""The search for a figure among the results of arithmetic: which of them fit it, and among how many they were found.

The more results there are, the likelier is one that fits by chance. A result is therefore counted among those for which
as much speaks: where the draft's words call for a difference, no sum makes one any likelier.
"""

from collections import Counter
from collections.abc import Iterable

from reconcile.facts import Claim
from reconcile.judge.arithmetic import Outcome, Way
from reconcile.judge.intervals import Figure

_EXACT = 1e-9  # what arithmetic with floats may be off
_ROUND = 10  # a figure of so many steps and more may be a rounding
_BEYOND = 1.1  # how far beyond a bound a result may lie


class Search:
    """The results within a window, each once, and how many were tried of those for which as much speaks: of the ways
    that the words ask for (`asked`), and from claims that bear out what the draft tells beside (`near`)."""

    def __init__(self, low: float, high: float, asked: frozenset[Way], near: frozenset[str]) -> None:
        self._low, self._high = low * (1 - _EXACT), high * (1 + _EXACT)
        self._asked, self._near = asked, near
        self._count: Counter[tuple[bool, bool]] = Counter()
        self._seen: set[object] = set()
        self.fitting: dict[object, Outcome] = {}

    def look(self, outcomes: Iterable[Outcome]) -> None:
        """Counts results, those that are asked for once each wherever their terms stand together, and keeps those that
        fit."""
        for outcome in outcomes:
            sort = self._sort(outcome)
            if not sort[0] or self._is_new(outcome):
                self._count[sort] += 1
            if self._low <= outcome.value <= self._high:
                self.fitting.setdefault((outcome.way, *(each.claim.id for each in outcome.terms)), outcome)

    def _is_new(self, outcome: Outcome) -> bool:
        key = (outcome.way, *(each.claim.id for each in outcome.terms))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def tried(self, outcome: Outcome) -> int:
        """How many were tried that have as much for them as one."""
        sort = self._sort(outcome)
        return sum(count for other, count in self._count.items() if other >= sort and other[1] >= sort[1])

    def _sort(self, outcome: Outcome) -> tuple[bool, bool]:
        asked = outcome.way in self._asked
        return asked, asked and any(each.claim.id in self._near for each in outcome.terms)


def window(claim: Claim, figure: Figure) -> tuple[float, float] | None:
    """Between which values a result bears the figure out, None where no result can."""
    quantity = claim.quantity
    if quantity.value is not None and quantity.value > 0:
        if quantity.hedge == "about" and figure.low is not None and figure.high is not None:
            return float(figure.low), float(figure.high)
        slack = _slack(claim)
        return (float(quantity.value) - slack, float(quantity.value) + slack) if quantity.hedge == "exact" else None
    if quantity.low and quantity.high is None:
        return float(quantity.low), float(quantity.low) * _BEYOND
    if quantity.high and quantity.low is None:
        return float(quantity.high) / _BEYOND, float(quantity.high)
    return None


def _slack(claim: Claim) -> float:
    """How far a result may be from an unhedged figure: half its last digit, where it may be a rounding."""
    quantity = claim.quantity
    value, step = float(quantity.value or 0), float(quantity.step)
    if claim.kind == "ratio":
        return max(value * 0.05, 0.5) if quantity.unit == "%" else value * 0.15
    if claim.kind == "percent":
        return step / 2
    return min(step / 2, value * 0.03) if value >= _ROUND * step and step != 1 else 0.0


def grain(claim: Claim) -> float:
    """The least by which a figure may differ from another of its sort."""
    return float(claim.quantity.step) if claim.kind != "count" else 1.0
