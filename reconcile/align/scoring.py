"""The weight of the evidence: features of a pair times their weights in rules/align.toml, added up (log-odds).

The sum is a Fellegi-Sunter linkage score: zero means even odds that two statements speak of one fact.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reconcile.align.records import Record
from reconcile.rulebook import Rulebook

_OPEN = frozenset(
    pair
    for one, other in (("mass", "volume"), ("percent", "points"), ("percent", "times"))
    for pair in ((one, other), (other, one))
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The log-odds of each feature, and the scores from which a pair is linked, and from which it is possible."""

    of: Mapping[str, float]
    linked: float
    possible: float

    def along(self, features: Iterable[str]) -> tuple[float, ...]:
        """The weights of some features, in their order; a feature without a weight says nothing."""
        return tuple(self.of.get(name, 0.0) for name in features)

    def score(self, strengths: Iterable[tuple[str, float]]) -> float:
        """The score of a pair with these features; a feature without a weight says nothing."""
        of, total = self.of, 0.0
        for name, strength in strengths:
            total += of.get(name, 0.0) * strength
        return of.get("base", 0.0) + total


@lru_cache(maxsize=8)
def weights_of(rulebook: Rulebook) -> Weights:
    """The weights in force."""
    rules = {rule.id.removeprefix("align."): rule.fields for rule in rulebook.family("align")}
    of = {name: float(fields["weight"]) for name, fields in rules.items() if "weight" in fields}
    thresholds = rules.get("thresholds", {})
    return Weights(of, float(thresholds.get("linked", 0)), float(thresholds.get("possible", 0)))


def comparable(a: Record, b: Record) -> bool:
    """Whether two statements can be one fact at all: they measure the same, or one doesn't say what it measures."""
    return a.dimension == b.dimension or a.bare or b.bare or (a.dimension, b.dimension) in _OPEN
