"""Sums: the parts and the whole that one source states, found by their figures, their nearness and their wording.

On unrelated round figures exact sums turn up by chance, so the search is narrow: figures of one unit and of different
facts, parts near one another, and evidence that they are meant as parts of that whole (see `evidence`): they stand in
one place, words announce them, or they are of one thing in one event and differ in a role. With little of it, a sum is
not certain.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from reconcile.facts import Claim, Fact, Relation
from reconcile.judge.evidence import gap, score
from reconcile.judge.policy import Sums
from reconcile.judge.terms import Term, is_share, terms
from reconcile.language.cues import CuesOf

_FINE = 100
_FEWEST = 2  # figures that make no sum: one part and its whole


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
    for term in terms(facts, claims):
        pools.setdefault((term.claim.source, term.unit), []).append(term)
    found = (
        _relation(each, source, limits)
        for (source, _), pool in sorted(pools.items(), key=lambda entry: entry[0])
        if len(pool) > _FEWEST
        for each in _best(_search(sorted(pool, key=_place), read, limits))
    )
    return tuple({(one.source, one.whole, frozenset(one.parts)): one for one in found}.values())


def _relation(found: Sum, source: str, limits: Sums) -> Relation:
    parts = tuple(part.fact for part in found.parts)
    return Relation("sum", found.whole.fact, parts, source, found.equation, found.score >= limits.certain)


def _place(term: Term) -> tuple[int, str]:
    return term.claim.start, term.fact


def _search(pool: Sequence[Term], read: CuesOf, limits: Sums) -> Iterator[Sum]:
    """The sums among figures of one source and unit, given in reading order, that tell more than chance."""
    wholes = sorted(pool, key=lambda term: (term.value, *_place(term)))
    scale = _scale(pool)
    values = [(int(term.value * scale), term.claim.start) for term in wholes]
    slacks = [int(term.step * scale / 2) if _fine(term) else 0 for term in wholes]
    widest = max(slacks)
    for parts, total in _listings(pool, scale, _stretches([value for value, _ in values], slacks), limits):
        nearest, farthest = parts[0].claim.start - limits.far, parts[0].claim.start + limits.far
        low, high = (total - widest, nearest), (total + widest, farthest)
        for n in range(bisect_left(values, low), bisect_right(values, high)):
            (value, start), whole = values[n], wholes[n]
            if abs(value - total) <= slacks[n] and nearest <= start <= farthest and _adds_up(whole, parts):
                found = score(whole, parts, len(pool), read, limits.weights)
                if found >= limits.possible:
                    yield Sum(whole, parts, found)


_Stretches = Sequence[tuple[int, set[int]]]
"""By their width, the stretches of the whole numbers that hold the values that a sum may come to."""


def _stretches(values: Iterable[int], slacks: Iterable[int]) -> _Stretches:
    """Where the sums lie that miss a value by no more than its slack: nearly every sum is told apart by a look or two.

    Of twice a slack and one in width, so that what is near a value lies in two stretches at most.
    """
    found: dict[int, set[int]] = {}
    for value, slack in zip(values, slacks, strict=True):
        width = 2 * slack + 1
        found.setdefault(width, set()).update(((value - slack) // width, (value + slack) // width))
    return tuple(found.items())


def _fine(term: Term) -> bool:
    """Whether a figure is written in three digits or more, so that a rounded sum may meet it."""
    return term.value >= _FINE * term.step


def _scale(pool: Iterable[Term]) -> Decimal:
    """The power of ten that makes whole numbers of all values: integers add up much faster than decimals."""
    finest = min((int(term.value.as_tuple().exponent) for term in pool), default=0)
    return Decimal(10) ** -min(finest, 0)


def _listings(
    pool: Sequence[Term], scale: Decimal, wanted: _Stretches, limits: Sums
) -> Iterator[tuple[tuple[Term, ...], int]]:
    """The sets of figures near enough to be parts of one whole that may come to a value wanted, with their totals."""
    sizes = [int(term.value * scale) for term in pool]
    for at, first in enumerate(pool):
        end = _reach(pool, at, limits)
        for count in range(1, limits.most):
            last = min(end, at + 1 + limits.pool // count)
            sums = map(sum, combinations(sizes[at + 1 : last], count))
            for rest, others in zip(combinations(range(at + 1, last), count), sums, strict=True):
                total = sizes[at] + others
                for width, stretches in wanted:
                    if total // width in stretches:
                        yield (first, *[pool[n] for n in rest]), total
                        break


def _reach(pool: Sequence[Term], at: int, limits: Sums) -> int:
    """The end of the figures behind one that are near enough to be parts of one whole with it."""
    end = at + 1
    while end < len(pool) and end - at <= limits.pool and gap(pool[at], pool[end]) <= limits.reach:
        end += 1
    return end


def _adds_up(whole: Term, parts: Sequence[Term]) -> bool:
    """Whether parts that come to a whole as it is written make it: all are different facts, none is a share of another,
    and where the whole is a rounding none is lost in it."""
    if len({whole.fact, *(part.fact for part in parts)}) <= len(parts) or _one_of_another(parts):
        return False
    values = [part.value for part in parts]
    return sum(values) == whole.value or whole.step / 2 < min(values)


def _one_of_another(parts: Sequence[Term]) -> bool:
    return any(is_share(one.claim, other.claim) for one, other in pairwise(parts))


def _best(found: Iterable[Sum]) -> Iterator[Sum]:
    """For each whole the sums that share no part with a better one."""
    taken: dict[str, set[str]] = {}
    for each in sorted(found, key=lambda one: (-one.score, one.equation)):
        parts = {part.fact for part in each.parts}
        used = taken.setdefault(each.whole.fact, set())
        if used.isdisjoint(parts):
            used |= parts
            yield each
