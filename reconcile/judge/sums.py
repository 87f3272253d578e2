"""Equations between facts: sums of parts within one source, shares, percent changes.

On unrelated round figures exact sums turn up by chance, so the search is narrow: the parts stand near one another in one
source, are of one unit and are told once each, and few parts are enough unless the wording announces a listing. A sum
that no wording ties together is marked as not certain.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from reconcile.facts import Claim, Fact, Relation
from reconcile.judge.policy import Sums

_SCALES = {"pp": "%", "degree": "degC"}
_WHOLE = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One figure that may stand in an equation, with the fact it belongs to."""

    fact: str
    claim: Claim
    value: Decimal
    step: Decimal

    @property
    def digits(self) -> int:
        """How many digits carry meaning: what makes a chance hit unlikely."""
        return max(1, (self.value / self.step).adjusted() + 1) if self.step > 0 else 1


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole with its parts in reading order."""

    whole: Term
    parts: tuple[Term, ...]
    span: int
    certain: bool


def sums(facts: Sequence[Fact], claims: Mapping[str, Claim], limits: Sums) -> tuple[Relation, ...]:
    """The sums that each source states: one for each whole and set of parts."""
    pools: dict[tuple[str, str], list[Term]] = {}
    for term in _terms(facts, claims):
        unit = term.claim.quantity.unit if term.claim.quantity else ""
        pools.setdefault((term.claim.source, _SCALES.get(unit, unit)), []).append(term)
    found: dict[tuple[object, ...], Relation] = {}
    for (source, _), pool in sorted(pools.items()):
        for each in _best(_search(sorted(pool, key=_place), limits)):
            ids = tuple(part.fact for part in each.parts)
            found.setdefault((source, each.whole.fact, frozenset(ids)), _relation(each, source))
    return tuple(found.values())


def _terms(facts: Iterable[Fact], claims: Mapping[str, Claim]) -> Iterator[Term]:
    for fact in facts:
        for id in fact.claims:
            claim = claims[id]
            quantity = claim.quantity
            if quantity is None or claim.equivalent_of is not None or claim.kind in ("rank", "score", "age", "ratio"):
                continue
            if quantity.value is not None and quantity.value > 0 and quantity.hedge in ("exact", "about"):
                yield Term(fact.id, claim, quantity.value, quantity.step)


def _place(term: Term) -> tuple[int, str]:
    return term.claim.start, term.fact


def _search(pool: Sequence[Term], limits: Sums) -> Iterator[Sum]:
    """All sums in one source and unit: windows of parts near one another, their total looked up among the figures."""
    wholes = sorted(pool, key=lambda term: (term.value, term.claim.start))
    values = [term.value for term in wholes]
    for first, term in enumerate(pool):
        near = [other for other in pool[first + 1 : first + limits.pool] if _reach(term, other) <= limits.reach]
        for count in range(1, limits.most):
            for rest in combinations(near[: limits.pool if count < limits.parts else limits.near], count):
                parts = (term, *rest)
                if _apart(parts):
                    yield from _totals(parts, wholes, values, limits)


def _reach(a: Term, b: Term) -> int:
    return b.claim.start - a.claim.end


def _apart(parts: Sequence[Term]) -> bool:
    """Whether all parts are of different facts."""
    return len({part.fact for part in parts}) == len(parts)


def _totals(parts: tuple[Term, ...], wholes: Sequence[Term], values: Sequence[Decimal], limits: Sums) -> Iterator[Sum]:
    total = sum(part.value for part in parts)
    ...
