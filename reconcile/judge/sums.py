"""Sums: the parts and the whole that one source states, found by their figures, their nearness and their wording.

On unrelated round figures exact sums turn up by chance, so the search is narrow: figures of one unit and of different
facts, parts near one another, and the farther the whole stands off and the more parts there are, the finer the figures
must be for the sum to tell anything. A sum that no wording announces and that is not told in one place is not certain.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import log10

from reconcile.facts import Claim, Fact, Relation
from reconcile.judge.policy import Sums
from reconcile.judge.wording import CuesOf

_SAME_SCALE = {"pp": "%", "degree": "degC"}
_FINE = 100
_COUNT = "count"
_NO_SUMS = ("rank", "score", "age", "ratio", "date")


@dataclass(frozen=True, slots=True)
class Term:
    """One figure that may stand in an equation, and the fact it belongs to."""

    fact: str
    claim: Claim
    value: Decimal
    step: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole with its parts in reading order, and how much that tells, in log-odds."""

    whole: Term
    parts: tuple[Term, ...]
    score: float

    @property
    def equation(self) -> str:
        """The figures as written: "1,700 + 300 = 2,000"."""
        return f"{' + '.join(part.claim.text for part in self.parts)} = {self.whole.claim.text}"


def sums(facts: Sequence[Fact], claims: Mapping[str, Claim], read: CuesOf, limits: Sums) -> tuple[Relation, ...]:
    """The sums within each source, once for each whole and set of parts."""
    pools: dict[tuple[str, str], list[Term]] = {}
    for term in _terms(facts, claims):
        pools.setdefault((term.claim.source, term.unit), []).append(term)
    found = (
        _relation(each, source, limits)
        for (source, _), pool in sorted(pools.items(), key=lambda entry: entry[0])
        for each in _best(_search(sorted(pool, key=_place), read, limits))
    )
    return tuple({(one.source, one.whole, frozenset(one.parts)): one for one in found}.values())


def _relation(found: Sum, source: str, limits: Sums) -> Relation:
    parts = tuple(part.fact for part in found.parts)
    return Relation("sum", found.whole.fact, parts, source, found.equation, found.score >= limits.certain)


def _terms(facts: Iterable[Fact], claims: Mapping[str, Claim]) -> Iterator[Term]:
    for fact in facts:
        for claim in map(claims.__getitem__, fact.claims):
            quantity = claim.quantity
            if quantity is None or claim.equivalent_of is not None or claim.kind in _NO_SUMS:
                continue
            if quantity.value is not None and quantity.value > 0 and quantity.hedge in ("exact", "about"):
                unit = _COUNT if claim.kind == _COUNT else _SAME_SCALE.get(quantity.unit, quantity.unit)
                yield Term(fact.id, claim, quantity.value, quantity.step, unit)


def _place(term: Term) -> tuple[int, str]:
    return term.claim.start, term.fact


def _search(pool: Sequence[Term], read: CuesOf, limits: Sums) -> Iterator[Sum]:
    """The sums among figures of one source and unit, given in reading order, that tell more than chance."""
    wholes = sorted(pool, key=lambda term: (term.value, *_place(term)))
    scale = _scale(pool)
    values = [int(term.value * scale) for term in wholes]
    widest = int(max((term.step for term in pool if _fine(term)), default=Decimal(0)) * scale / 2)
    for parts, total in _listings(pool, scale, values[-1] + widest, limits):
        for whole in wholes[bisect_left(values, total - widest) : bisect_right(values, total + widest)]:
            if _adds_up(whole, parts):
                found = _weighed(whole, parts, len(pool), read, limits)
                if found.score >= limits.possible:
                    yield found


def _fine(term: Term) -> bool:
    """Whether a figure is written in three digits or more, so that a rounded sum may meet it."""
    return term.value >= _FINE * term.step


def _scale(pool: Iterable[Term]) -> Decimal:
    """The power of ten that makes whole numbers of all values: integers add up much faster than decimals."""
    finest = min((int(term.value.as_tuple().exponent) for term in pool), default=0)
    return Decimal(10) ** -min(finest, 0)


def _listings(
    pool: Sequence[Term], scale: Decimal, largest: int, limits: Sums
) -> Iterator[tuple[tuple[Term, ...], int]]:
    """The sets of figures near enough to be parts of one whole, no larger than `largest`, with their totals."""
    sizes = [int(term.value * scale) for term in pool]
    for at, first in enumerate(pool):
        end = at + 1
        while end < len(pool) and end - at <= limits.pool and _gap(first, pool[end]) <= limits.reach:
            end += 1
        for count in range(1, limits.most):
            for rest in combinations(range(at + 1, min(end, at + 1 + limits.pool // count)), count):
                total = sizes[at] + sum([sizes[n] for n in rest])
                if total <= largest:
                    yield (first, *[pool[n] for n in rest]), total


def _gap(a: Term, b: Term) -> int:
    return max(a.claim.start, b.claim.start) - min(a.claim.end, b.claim.end)


def _adds_up(whole: Term, parts: Sequence[Term]) -> bool:
    """Whether the parts make the whole: exactly, or rounded as it is written, with no part lost in the rounding."""
    if len({whole.fact, *(part.fact for part in parts)}) <= len(parts):
        return False
    gap = abs(whole.value - sum(part.value for part in parts))
    return gap == 0 or (_fine(whole) and gap <= whole.step / 2 < min(part.value for part in parts))


def _weighed(whole: Term, parts: tuple[Term, ...], rivals: int, read: CuesOf, limits: Sums) -> Sum:
    """How much the sum tells: how fine its figures are, how near they stand, what words tie them together."""
    terms = (whole, *parts)
    weights = limits.weights
    sentences = {term.claim.sentence.start for term in terms}
    fineness = whole.value / max(term.step for term in terms)
    score = (
        weights["base"]
        + weights["fineness"] * log10(max(float(fineness), 1.0))
        + weights["spread"] * log10(_spread(terms) / 100)
        + weights["parts-spread"] * log10(_spread(parts) / 30)
        + weights["rivals"] * log10(rivals)
        + weights["part-words"] * min(sum("part" in read(part.claim) for part in parts), 2)
        + weights["whole-words"] * ("whole" in read(whole.claim))
        + weights["one-sentence"] * (len(sentences) == 1)
        + weights["parts-in-one"] * (len({part.claim.sentence.start for part in parts}) == 1)
        + weights["third-part"] * (len(parts) - 2)
        + weights["percent"] * (whole.unit == "%")
        + weights["mixed-things"]
        * (len({term.claim.quantity.unit for term in terms if term.claim.quantity} - {""}) > 1)
    )
    return Sum(whole, parts, score)


def _spread(terms: Sequence[Term]) -> int:
    """How many characters lie between the outermost figures, ten at least."""
    return max(10, *(_gap(a, b) for a, b in combinations(terms, 2)))


def _best(found: Iterable[Sum]) -> Iterator[Sum]:
    """For each whole the sums that share no part with a better one."""
    taken: dict[str, set[str]] = {}
    for each in sorted(found, key=lambda one: (-one.score, one.equation)):
        parts = {part.fact for part in each.parts}
        used = taken.setdefault(each.whole.fact, set())
        if used.isdisjoint(parts):
            used |= parts
            yield each


def completion(smaller: Claim, larger: Claim, beside: Iterable[Claim], read: CuesOf, reach: int) -> Claim | None:
    """The figure told beside the smaller one, as a part, that makes it up to the larger one of another source."""
    for other in sorted(beside, key=lambda claim: claim.start):
        near = abs(other.start - smaller.start) <= reach and other.id != smaller.id
        if near and ("part" in read(other) or "part" in read(smaller)) and _makes_up(smaller, other, larger):
            return other
    return None


def _makes_up(a: Claim, b: Claim, whole: Claim) -> bool:
    quantities = [claim.quantity for claim in (a, b, whole)]
    values = [quantity.value for quantity in quantities if quantity is not None and quantity.value is not None]
    units = {quantity.unit for quantity in quantities if quantity is not None}
    return len(values) == len(quantities) and len(units) == 1 and values[0] + values[1] == values[2] and values[1] > 0
