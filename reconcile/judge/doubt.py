"""Doubt whether figures that contradict each other are of the same thing at all.

A pair joined in error looks like a discrepancy, and a false alarm costs as much trust as a miss. The link between two
claims tells how surely they speak of one thing; the farther their figures are apart, the surer it must be.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log2

from reconcile.facts import Claim, Link
from reconcile.judge.pairs import Pair
from reconcile.judge.policy import Doubt

_NO_RATIO = 8.0  # figures without a ratio (zero, opposite signs, dates) count as this many times apart


def doubtful(conflicts: Iterable[Pair], links: Sequence[Link], doubt: Doubt) -> bool:
    """Whether no pair among the conflicts is surely enough of one thing; never where the group has no links to tell."""
    scores = {frozenset((link.a, link.b)): link.score for link in links}
    return bool(scores) and all(_strength(pair, scores, doubt) < doubt.least for pair in conflicts)


def _strength(pair: Pair, scores: Mapping[frozenset[str], float], doubt: Doubt) -> float:
    """The log-odds that a pair is of one thing, less what its gap and what else differs take from them."""
    ratio = float(pair.likeness.ratio) if pair.likeness.ratio is not None else _NO_RATIO
    score = scores.get(frozenset((pair.earlier.claim.id, pair.later.claim.id)), doubt.unlinked)
    a, b = pair.earlier.claim, pair.later.claim
    return score - doubt.doubling * log2(ratio) - doubt.other * ((a.kind != b.kind) + _of_other_days(a, b))


def _of_other_days(a: Claim, b: Claim) -> bool:
    return a.when is not None and b.when is not None and (a.when.last < b.when.first or b.when.last < a.when.first)
