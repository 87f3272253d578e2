"""How sure the check of a draft must be: the thresholds and weights of rules/check.toml, typed.

The defaults are those of a rule that a desk has silenced: the judgement it is for is never made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reconcile.rulebook import Rulebook

_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Near:
    """What makes two claims near by their words."""

    link: float = 0.0
    echo: float = 0.0
    unlinked: float = 0.0
    lowest: float = -_NEVER


@dataclass(frozen=True, slots=True)
class Fitting:
    """How near a figure that only fits must be told, and by how much another may be nearer."""

    rounding: float = _NEVER
    bound: float = _NEVER
    outdone: float = _NEVER


@dataclass(frozen=True, slots=True)
class Bounding:
    """When a bound and a figure tell the same."""

    beside: float = 0.0
    far: float = 1.0
    lone: float = 1.0


@dataclass(frozen=True, slots=True)
class Weighing:
    """Log-odds: the sum of features, each times its weight."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def weigh(self, features: Mapping[str, float]) -> float:
        """The log-odds; a feature without a weight says nothing."""
        weights = self.weights
        return weights.get("base", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class Doubting(Weighing):
    """When a figure that some source gives counts as that of something else."""

    most: float = 0.0
    unsure: float = _NEVER
    wrong: float = _NEVER
    pair: float = _NEVER


@dataclass(frozen=True, slots=True)
class Against:
    """How near another figure must be told to contradict."""

    clear: float = _NEVER
    slip: float = _NEVER


@dataclass(frozen=True, slots=True)
class Mending:
    """When the figure of a source is offered in place of the draft's."""

    near: float = _NEVER


@dataclass(frozen=True, slots=True)
class Dating:
    """When another date contradicts."""

    clear: float = _NEVER
    nearer: float = _NEVER
    beside: float = -_NEVER
    week: float = 0.0
    compared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Deriving(Weighing):
    """What speaks for a figure that follows by arithmetic."""

    reach: float = 0.0
    least: float = _NEVER
    told: float = _NEVER
    verbatim: float = 0.0


@dataclass(frozen=True, slots=True)
class Consistency:
    """What ties figures inside a draft together."""

    most: int = 0
    made_of: tuple[str, ...] = ()
    beyond: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Checking:
    """All that the check of a draft is told."""

    near: Near
    fitting: Fitting
    stance: Bounding
    doubt: Doubting
    against: Against
    mend: Mending
    dates: Dating
    derived: Deriving
    consistency: Consistency


@lru_cache(maxsize=8)
def checking_of(rulebook: Rulebook) -> Checking:
    """The thresholds that a rulebook sets."""
    rules = {rule.id.removeprefix("check."): rule.fields for rule in rulebook.family("check")}
    return Checking(
        near=Near(**_numbers(rules, "near")),
        fitting=Fitting(**_numbers(rules, "fitting")),
        stance=Bounding(**_numbers(rules, "stance")),
        doubt=Doubting(_weights(rules, "doubt"), **_numbers(rules, "doubt")),
        against=Against(**_numbers(rules, "against")),
        mend=Mending(**_numbers(rules, "mend")),
        dates=Dating(**_numbers(rules, "dates"), compared=frozenset(rules.get("dates", {}).get("compared", ()))),
        derived=Deriving(_weights(rules, "derived"), **_numbers(rules, "derived")),
        consistency=_consistency(rules.get("consistency", {})),
    )


def _consistency(fields: Mapping[str, Any]) -> Consistency:
    phrases = tuple(f" {phrase} " for phrase in fields.get("made_of", ()))
    return Consistency(int(fields.get("most", 0)), phrases, frozenset(fields.get("beyond", ())))


def _numbers(rules: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, float]:
    fields = rules.get(name, {})
    return {field: float(value) for field, value in fields.items() if isinstance(value, int | Decimal)}


def _weights(rules: Mapping[str, Mapping[str, Any]], name: str) -> Mapping[str, float]:
    return {feature: float(weight) for feature, weight in rules.get(name, {}).get("weights", {}).items()}
