"""A quantity expression as found in a text, before it is known what it counts."""

from typing import NamedTuple

from reconcile.extract.lexicon import Unit
from reconcile.facts import Quantity

Step = tuple[str, int, int, str]
"""A rule, the first and last token that it read, and what it made of them."""


class Figure(NamedTuple):
    """A quantity expression over tokens `first`..`last`; the bare number stands on `number`..`number_last`.

    `unit` is None for counts, whose noun is read later. `kind` is final except that a count may still turn out an age.
    `compound` tells that a hyphen ties the figure to the word after it ("nine-month", "4,800-strong"). `steps` are the
    rules that read it. `equivalent` marks an amount that gives the one before it again in another unit, `ranged` one
    with two ends.
    """

    first: int
    last: int
    number: int
    number_last: int
    quantity: Quantity
    kind: str
    unit: Unit | None
    rule: str
    steps: tuple[Step, ...]
    compound: bool = False
    share: bool = False
    rates: tuple[str, ...] = ()
    equivalent: bool = False
    ranged: bool = False
