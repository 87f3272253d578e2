"""Totals of one source that the parts told in another source make up: where figures differ, and where one is vague.

A part told beside its other part is no contradiction to the whole, and "several thousand" is no fact of its own where
another source has 2,000 and "another 1,000" of the same thing in the same event.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from reconcile.facts import Claim, Fact
from reconcile.judge.terms import Term, disjoint, likeness_of_things, scale, terms
from reconcile.language.cues import CuesOf

_MOST = 3
_BOUNDED = ("at_least", "more_than", "at_most", "less_than", "range", "vague")
_UNREAL = ("denied", "hypothetical")
_NOTHING = (Decimal(1), Decimal(0))
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Parts of one thing in one event that one sentence sets side by side, with what they make together."""

    parts: tuple[Term, ...]
    origin: str
    total: Decimal

    def equation(self, whole: Claim) -> str:
        """The parts as written, with what they make: "2,000 + 1,000 = 3,000, within several thousand"."""
        return f"{' + '.join(part.claim.text for part in self.parts)} = {self.total:,f}, within {whole.text}"


class Bundles:
    """All bundles of a run, found by event and unit, size and origin; those of the facts in `known` are left out."""

    def __init__(
        self,
        facts: Sequence[Fact],
        claims: Mapping[str, Claim],
        origins: Mapping[str, str],
        read: CuesOf,
        known: Set[frozenset[str]],
    ) -> None:
        found: dict[_Key, list[Bundle]] = {}
        for parts in _sentences(terms(facts, claims)):
            if frozenset(part.fact for part in parts) not in known and _side_by_side(parts, read):
                total = sum((part.value for part in parts), Decimal(0))
                bundle = Bundle(tuple(parts), origins[parts[0].claim.source], total)
                found.setdefault(_key(parts[0].claim), []).append(bundle)
        self._shelves = {key: _Shelf(bundles) for key, bundles in found.items()}

    def within(self, wholes: Sequence[Claim], origin: str) -> Bundle | None:
        """The smallest bundle of another origin whose total keeps to the bounds of every one of some vague figures."""
        bounds = [_bounds(whole) for whole in wholes]
        shelf = self._shelves.get(_key(wholes[0]))
        if shelf is None or any(low > high for low, high in bounds):
            return None
        found = shelf.first(max(low for low, _ in bounds), min(high for _, high in bounds), origin)
        return found if found and _of_one_thing([*wholes, *(part.claim for part in found.parts)]) else None


class _Shelf:
    """Bundles by size; for each the next one of another origin."""

    def __init__(self, bundles: Iterable[Bundle]) -> None:
        self._bundles = sorted(bundles, key=lambda one: (one.total, one.origin, [part.claim.id for part in one.parts]))
        self._totals = [bundle.total for bundle in self._bundles]
        self._other = [len(self._bundles)] * len(self._bundles)
        for at in range(len(self._bundles) - 2, -1, -1):
            same = self._bundles[at].origin == self._bundles[at + 1].origin
            self._other[at] = self._other[at + 1] if same else at + 1

    def first(self, low: Decimal, high: Decimal, origin: str) -> Bundle | None:
        """The smallest bundle from `low` to `high` that is not of `origin`."""
        at = bisect_left(self._totals, low)
        if at < len(self._bundles) and self._bundles[at].origin == origin:
            at = self._other[at]
        return self._bundles[at] if at < len(self._bundles) and self._totals[at] <= high else None


def _sentences(found: Iterable[Term]) -> Iterator[list[Term]]:
    """The terms that share a sentence, a unit and an event, in reading order."""
    told: dict[tuple[str, int, str, str], list[Term]] = {}
    for term in found:
        claim = term.claim
        if claim.event is not None and claim.standing not in _UNREAL:
            told.setdefault((claim.source, claim.sentence.start, term.unit, claim.event), []).append(term)
    return (sorted(terms, key=lambda term: term.claim.start) for terms in told.values() if len(terms) > 1)


def _side_by_side(sentence: Sequence[Term], read: CuesOf) -> bool:
    """Whether the figures of a sentence are parts of a whole that it leaves unsaid.

    They must be of one thing, and further amounts or with different values in one role; none a share or a whole itself.
    """
    claims = [term.claim for term in sentence]
    if len(sentence) > _MOST or len({term.fact for term in sentence}) < len(sentence) or _sums_up(sentence):
        return False
    if any(claim.scope in ("part", "change") or "whole" in read(claim) for claim in claims):
        return False
    further = all(claim.scope == "additional" for claim in claims[1:])
    return _of_one_thing(claims) and (further or disjoint(claims))


def _sums_up(sentence: Sequence[Term]) -> bool:
    """Whether one of the figures already is what the others make."""
    values = [term.value for term in sentence]
    return any(2 * value == sum(values) for value in values)


def _key(claim: Claim) -> _Key:
    return claim.event or "", scale(claim)


def _bounds(whole: Claim) -> tuple[Decimal, Decimal]:
    """What a total must lie between to be what a vague or bounded figure means; nothing does for one stated as such.

    A bound open to one side is what the figure is cut down or rounded up to: "more than 120" is not said of 300.
    """
    low, high, step = whole.quantity.low, whole.quantity.high, whole.quantity.step
    if whole.quantity.hedge not in _BOUNDED or whole.quantity.value is not None or whole.standing in _UNREAL:
        return _NOTHING
    if low is not None:
        return low, high if high is not None else low + step
    return (high - step, high) if high is not None else _NOTHING


def _of_one_thing(claims: Sequence[Claim]) -> bool:
    return all(likeness_of_things(claims[0], claim) > 0 and claims[0].event == claim.event for claim in claims[1:])


def completion(smaller: Claim, larger: Claim, beside: Iterable[Claim], read: CuesOf, reach: int) -> Claim | None:
    """The figure told beside the smaller one, as a part, that makes it up to the larger one of another source."""
    for other in sorted(beside, key=lambda claim: claim.start):
        near = abs(other.start - smaller.start) <= reach and other.id != smaller.id
        if near and _makes_up(smaller, other, larger) and ("part" in read(other) or "part" in read(smaller)):
            return other
    return None


def _makes_up(a: Claim, b: Claim, whole: Claim) -> bool:
    values = [claim.quantity.value for claim in (a, b, whole)]
    one, other, total = values
    if one is None or other is None or total is None or other <= 0:
        return False
    return len({claim.quantity.unit for claim in (a, b, whole)}) == 1 and one + other == total
