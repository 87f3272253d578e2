"""Figures made comparable: in the base unit of what they measure, and currencies by the rates that sources give."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.align.lexis import Lexis
from reconcile.facts import Claim


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in the base unit of its dimension: `digits` counts the digits that carry meaning.

    `thing` and `rate` are the `unit` before and behind its first slash. `size` is the figure itself, or the bound that
    is stated of it, without its sign.
    """

    unit: str
    thing: str
    rate: str
    dimension: str
    value: float | None
    low: float | None
    high: float | None
    step: float
    digits: int
    size: float

    @property
    def key(self) -> tuple[float | None, ...]:
        """What equal figures have in common, whatever they count."""
        return (self.low, self.high) if self.value is None else (self.value,)


def dimension_of(claim: Claim, lexis: Lexis) -> str:
    """What the figure of a claim measures: only statements of one dimension can be one fact."""
    if claim.kind in ("count", "money", "rank", "score", "date"):
        return claim.kind
    scale = lexis.scale(claim.quantity.unit)
    return scale.dimension if scale else claim.quantity.unit.partition("/")[0]


def amount_of(claim: Claim, lexis: Lexis) -> Amount:
    quantity = claim.quantity
    dimension = dimension_of(claim, lexis)
    scale = None if dimension in ("count", "money") else lexis.scale(quantity.unit)
    factor, offset = (scale.factor, scale.offset) if scale else (1.0, 0.0)
    value, low, high = (
        None if side is None else float(side) * factor + offset
        for side in (quantity.value, quantity.low, quantity.high)
    )
    stated = next((side for side in (quantity.value, quantity.low, quantity.high) if side is not None), None)
    digits = (
        1 if stated is None else max(1, len(f"{abs(float(stated)):.6g}".partition("e")[0].replace(".", "").strip("0")))
    )
    size = next((abs(side) for side in (value, low, high) if side is not None), 0.0)
    thing, _, rate = quantity.unit.partition("/")
    return Amount(quantity.unit, thing, rate, dimension, value, low, high, float(quantity.step) * factor, digits, size)


def givers_of(firsts: Sequence[Claim], amounts: Mapping[str, tuple[Amount, ...]]) -> dict[str, float]:
    """How often a source that gives the figure of a claim gives it, in whatever sense: 1 where for one thing alone."""
    given: Counter[tuple[float | None, ...]] = Counter()
    givers: dict[tuple[float | None, ...], set[str]] = defaultdict(set)
    for claim in firsts:
        for key in {amount.key for amount in amounts[claim.id]}:
            given[key] += 1
            givers[key].add(claim.source)
    return {
        claim.id: max(given[amount.key] / len(givers[amount.key]) for amount in amounts[claim.id]) for claim in firsts
    }


def rates_of(claims: Iterable[Claim]) -> dict[tuple[str, str], float]:
    """What one unit of a currency is in another by the amounts that the sources give in both (median of those)."""
    homes = {claim.id: claim for claim in claims}
    stated: dict[tuple[str, str], list[float]] = defaultdict(list)
    for claim in homes.values():
        first = homes.get(claim.equivalent_of or "")
        if first and claim.kind == first.kind == "money" and claim.quantity.value and first.quantity.value:
            rate = float(claim.quantity.value / first.quantity.value)
            stated[first.quantity.unit, claim.quantity.unit].append(rate)
            stated[claim.quantity.unit, first.quantity.unit].append(1 / rate)
    return {pair: sorted(rates)[len(rates) // 2] for pair, rates in stated.items()}
