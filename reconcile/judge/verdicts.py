"""The verdict on one group of claims: can they all be true of the same thing, and if not, did the figure move on?

All pairs are looked at, for being compatible is not transitive. A pair that is apart is excused where the later figure
supersedes the earlier; one pair that is not excused makes the group a discrepancy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcile.facts.report import Verdict
from reconcile.judge.excuses import Bench, compared
from reconcile.judge.pairs import Item, Pair, contradicts


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with what it rests on: the pairs that contradict each other, worst first, and those that moved on."""

    verdict: Verdict
    pairs: tuple[Pair, ...]
    conflicts: tuple[Pair, ...]
    updates: tuple[Pair, ...]


def decide(items: Sequence[Item], bench: Bench) -> Decision:
    """The verdict on claims of one thing. The order of the claims changes nothing."""
    pairs = compared(items, bench)
    conflicts = tuple(sorted(filter(contradicts, pairs), key=_severity))
    updates = tuple(pair for pair in pairs if pair.excuse is not None)
    return Decision(_verdict(items, pairs, conflicts, updates), pairs, conflicts, updates)


def _verdict(
    items: Sequence[Item], pairs: Sequence[Pair], conflicts: Sequence[Pair], updates: Sequence[Pair]
) -> Verdict:
    if conflicts:
        return "discrepancy"
    if len({item.origin for item in items}) == 1:
        return "single-source"
    if updates:
        return "updated"
    kins = {pair.likeness.kin for pair in pairs if pair.earlier.origin != pair.later.origin} - {"incomparable"}
    if not kins:
        return "undecided"
    return "agree" if kins <= {"same", "converted"} else "compatible"


def _severity(pair: Pair) -> tuple[Decimal, Decimal, str, str]:
    ratio = pair.likeness.ratio
    gap = abs(pair.likeness.gap or Decimal(0))
    return -(ratio if ratio is not None else Decimal("Infinity")), -gap, pair.earlier.claim.id, pair.later.claim.id
