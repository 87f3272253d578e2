"""Two claims of one group side by side, and the reports beside them that explain why their figures differ."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reconcile.facts import Claim, Source
from reconcile.judge.likeness import Likeness
from reconcile.judge.timeline import Point, order, point

_WORD = re.compile(r"\w+")
_COPIED = 0.75  # share of the shorter sentence's words that stand in the other


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what a verdict needs of its source: origin, publisher, as of when it holds, year of publication."""

    claim: Claim
    origin: str
    point: Point
    year: int | None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a group, the earlier first where that is known, and how their figures stand to one another.

    `excuse` says why the later supersedes the earlier, None where nothing says so.
    """

    earlier: Item
    later: Item
    likeness: Likeness
    excuse: str | None = None


class Items:
    """The claims of one run made ready for verdicts; what their sources tell of time is worked out once."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._points: dict[tuple[str, str | None], tuple[Point, int | None]] = {}

    def of(self, claim: Claim) -> Item:
        """A claim with what a verdict needs of its source."""
        source, key = self._sources[claim.source], (claim.source, claim.as_of)
        if key not in self._points:
            self._points[key] = point(claim, source), source.day.year if source.day else None
        at, year = self._points[key]
        return Item(claim, source.origin or source.id, at, year, source.publisher)


def contradicts(pair: Pair) -> bool:
    """Whether the two figures can't both be true and nothing excuses that."""
    return pair.likeness.kin == "apart" and pair.excuse is None


def altered_copy(pair: Pair) -> bool:
    """Whether two outlets print nearly one sentence of one origin, with another figure: then one of them has it wrong.

    An outlet that prints a sentence again with another figure has updated it.
    """
    a, b = pair.earlier, pair.later
    if a.origin != b.origin or a.claim.source == b.claim.source or (a.publisher and a.publisher == b.publisher):
        return False
    one, other = _words(a.claim), _words(b.claim)
    return (one & other).total() >= _COPIED * min(one.total(), other.total())


def _words(claim: Claim) -> Counter[str]:
    """The words of a claim's sentence without its figures."""
    return Counter(word for word in _WORD.findall(claim.sentence.text.lower()) if not word[0].isdigit())


class Chains:
    """What the pairs of one group say together: whose figures fit, and whose took the place of whose."""

    def __init__(self, pairs: Iterable[Pair], minutes: int) -> None:
        self._minutes = minutes
        self._fitting: dict[str, set[str]] = defaultdict(set)
        self._replaced: dict[str, set[str]] = defaultdict(set)
        self._inside: list[tuple[Claim, Claim]] = []
        for pair in pairs:
            self._take(pair, pair.earlier.claim, pair.later.claim)

    def _take(self, pair: Pair, earlier: Claim, later: Claim) -> None:
        if pair.excuse is None and pair.likeness.kin not in ("apart", "incomparable"):
            self._fitting[earlier.id].add(later.id)
            self._fitting[later.id].add(earlier.id)
        elif pair.excuse is not None and pair.likeness.kin == "apart":
            self._replaced[earlier.id].add(later.id)
            if earlier.source == later.source:
                self._inside.append((earlier, later))

    def excused(self, pair: Pair) -> Pair:
        """The pair excused where other reports explain it.

        Either a source itself replaced a figure like the one by a figure like the other, or a report between the two
        replaced the earlier by a figure that fits the later.
        """
        one, two = pair.earlier.claim.id, pair.later.claim.id
        for a, b in self._inside:
            if (self._like(one, a) and self._like(two, b)) or (self._like(one, b) and self._like(two, a)):
                return replace(pair, excuse=f"{a.source} says that the one figure replaced the other")
        if order(pair.earlier.point, pair.later.point, self._minutes) < 0:
            between = self._replaced[one] & self._fitting[two]
            if between:
                return replace(pair, excuse=f"{min(between)} replaced the earlier figure and fits the later")
        return pair

    def _like(self, id: str, claim: Claim) -> bool:
        return id == claim.id or claim.id in self._fitting[id]
