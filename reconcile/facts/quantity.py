"""A figure as an interval: what the words commit to, no more and no less."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Hedge = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in full (3e9 for "3bn") in `unit`.

    `value` is the figure itself, None where only bounds or a range are stated; an open bound is None.
    `step` is the weight of the last digit that carries meaning ("5,300" -> 100, "$1.2m" -> 100000, "1,034" -> 1):
    the precision at which the figure was written, and so the precision at which it can be compared.
    Rates join units with a slash in `unit` ("litre/person/day").
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: Hedge
    step: Decimal

    def in_unit(self, unit: str) -> "Quantity":
        """The same figure in another unit."""
        return Quantity(self.value, self.low, self.high, unit, self.hedge, self.step)
