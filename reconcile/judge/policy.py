"""How near is near enough: the tolerances of rules/tolerance.toml, typed."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reconcile.rulebook import Rulebook

_HALF = Decimal("0.5")
_TEN, _TENTH = Decimal(10), Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Rounding:
    """How far an unhedged figure of one kind may stand from the exact one, see rules/tolerance.toml."""

    round_from: Decimal = Decimal(0)
    cap: Decimal | None = None
    max_step: Decimal | None = None

    def slack(self, value: Decimal, step: Decimal) -> Decimal:
        """Half the weight of the last digit that carries meaning, within what the kind grants; never negative."""
        size = abs(value)
        if size < self.round_from and step >= 1:
            return Decimal(0)
        fine = (
            min(step, size * _TENTH) if 0 < size < step else step
        )  # no digit weighs more than its figure: 1 in a million
        half = (fine if self.max_step is None else min(fine, self.max_step)) * _HALF
        return min(half, size * self.cap) if self.cap is not None and step >= _TEN else half


@dataclass(frozen=True, slots=True)
class Sums:
    """How wide the search for sums goes, see rules/tolerance.toml."""

    most: int = 4
    pool: int = 12
    reach: int = 450
    far: int = 5000
    possible: float = 0.0
    certain: float = 0.0
    weights: Mapping[str, float] = field(default_factory=lambda: defaultdict(float))


@dataclass(frozen=True, slots=True)
class Doubt:
    """How surely two claims must speak of one thing for a discrepancy, see rules/tolerance.toml."""

    least: float = float("-inf")
    unlinked: float = 0.0
    doubling: float = 0.0
    other: float = 0.0
    part: float = 0.0
    speakers: float = 0.0
    digits: float = 0.0
    few: float = 0.0


@dataclass(frozen=True, slots=True)
class Policy:
    """All tolerances in force; figures without a rule of their own count as exact."""

    roundings: Mapping[str, Rounding] = field(default_factory=dict)
    spoken_share: Decimal = Decimal(0)
    about: Decimal = Decimal(0)
    exact: Decimal = Decimal(0)
    coarser: Decimal = _TEN
    within: Decimal = Decimal(0)
    rate_slack: Decimal = Decimal(0)
    minutes: int = 1
    sums: Sums = Sums()
    doubt: Doubt = Doubt()

    def rounding(self, kind: str) -> Rounding:
        """What claims of a kind are granted."""
        return self.roundings.get(kind, Rounding(max_step=Decimal(0)))


@lru_cache(maxsize=8)
def policy_of(rulebook: Rulebook) -> Policy:
    """The tolerances that a rulebook sets."""
    rules = {rule.id.partition(".")[2]: rule.fields for rule in rulebook.family("tolerance")}
    conversion = rules.get("conversion", {})
    return Policy(
        roundings={fields["kind"]: _rounding(fields) for name, fields in rules.items() if fields.get("kind") == name},
        spoken_share=_number(rules.get("spoken-share", {}), "spread"),
        about=_number(rules.get("about", {}), "spread"),
        exact=_number(rules.get("exact", {}), "spread"),
        coarser=Decimal(conversion.get("coarser", _TEN)),
        within=_number(conversion, "within"),
        rate_slack=_number(rules.get("rate", {}), "slack"),
        minutes=int(rules.get("time", {}).get("minutes", 1)),
        sums=_sums(rules.get("sums", {})),
        doubt=_doubt(rules.get("doubt", {})),
    )


def _rounding(fields: Mapping[str, Any]) -> Rounding:
    return Rounding(
        round_from=_number(fields, "round_from"),
        cap=_number(fields, "cap") if "cap" in fields else None,
        max_step=_number(fields, "max_step") if "max_step" in fields else None,
    )


def _sums(fields: Mapping[str, Any]) -> Sums:
    weights: defaultdict[str, float] = defaultdict(float)
    weights |= {name: float(weight) for name, weight in fields.get("weights", {}).items()}
    return Sums(
        most=int(fields.get("most", 4)),
        pool=int(fields.get("pool", 12)),
        reach=int(fields.get("reach", 450)),
        far=int(fields.get("far", 5000)),
        possible=float(fields.get("possible", 0)),
        certain=float(fields.get("certain", 0)),
        weights=weights,
    )


def _doubt(fields: Mapping[str, Any]) -> Doubt:
    return Doubt(**{each.name: float(fields[each.name]) for each in dataclasses.fields(Doubt) if each.name in fields})


def _number(fields: Mapping[str, Any], name: str) -> Decimal:
    return Decimal(str(fields.get(name, 0)))
