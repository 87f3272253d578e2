"""Why a later figure may differ from an earlier one: it was revised, it runs on, it was replaced before.

`Bench` holds what all verdicts of a run share; `compared` gives all pairs of a group with their excuses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from reconcile.facts import Claim, Source
from reconcile.judge.likeness import NEAREST, Comparer, Likeness, figure_key
from reconcile.judge.timeline import Point, order, point, published_order
from reconcile.judge.wording import Cue, CuesOf, long_past
from reconcile.rulebook import Rulebook

_FIXED = ("date", "rank", "score")
_GOES_ON = ("progress", "response")
_CLOSED = ("past", "disputed")


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what a verdict needs of its source: origin, as of when the claim holds, the year of publication."""

    claim: Claim
    origin: str
    point: Point
    year: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a group, the earlier first where that is known, and how their figures stand to one another.

    `excuse` says why the later supersedes the earlier, None where nothing says so.
    """

    earlier: Item
    later: Item
    likeness: Likeness
    excuse: str | None = None


@dataclass(frozen=True, slots=True)
class Bench:
    """What all verdicts of one run share.

    `running` are the classes of events whose figures run on while the event lasts; reports less than `minutes` apart
    count as simultaneous.
    """

    comparer: Comparer
    cues: CuesOf
    running: frozenset[str]
    minutes: int

    def pair(self, a: Item, b: Item) -> Pair:
        """Two claims compared, in the order of time, without an excuse yet."""
        if order(a.point, b.point, self.minutes) > 0:
            a, b = b, a
        return Pair(a, b, self.comparer.compare(a.claim, b.claim))

    def runs(self, item: Item) -> bool:
        """Whether the figure goes on growing or changing, by the nature of the event or by its wording."""
        cues = self.cues(item.claim).keys()
        if item.claim.kind in _FIXED or self.closed(item):
            return False
        if not cues.isdisjoint(_GOES_ON) or {"moment", "level"} <= cues:
            return True
        return item.claim.event in self.running and "rate" not in cues

    def closed(self, item: Item) -> bool:
        """Whether the figure is of something over, or contested, so that a later report has nothing to add to it."""
        cues = self.cues(item.claim).keys()
        return not cues.isdisjoint(_CLOSED) or (item.year is not None and long_past(item.claim, item.year))


def item_of(claim: Claim, source: Source) -> Item:
    """A claim made ready for a verdict."""
    return Item(claim, source.origin or source.id, point(claim, source), source.day.year if source.day else None)


@lru_cache(maxsize=8)
def running_events(rulebook: Rulebook) -> frozenset[str]:
    """The classes of events that a rulebook calls running."""
    rules = [rule.fields for rule in rulebook.family("en/events")]
    return frozenset(fields["class"] for fields in rules if fields.get("running") and "class" in fields)


Keys = frozenset[frozenset[object]]


def _keys(pair: Pair) -> frozenset[object]:
    return frozenset((figure_key(pair.earlier.claim), figure_key(pair.later.claim)))


def compared(items: Sequence[Item], bench: Bench) -> tuple[Pair, ...]:
    """All pairs of a group, each with the reason why the later figure may differ, where there is one."""
    pairs = _amounts([bench.pair(a, b) for a, b in combinations(items, 2)])
    superseded = frozenset(_keys(pair) for pair in pairs if pair.likeness.kin == "apart" and _within(pair, bench))
    first = [_excused(pair, superseded, bench) for pair in pairs]
    return tuple(_chained(pair, first, bench) if contradicts(pair) else pair for pair in first)


def _amounts(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """The pairs, with amounts that are given in two units taken as near as the nearer unit shows them.

    A figure converted from a rough one looks exact: "some 200 metres (656ft)" may be 200 yards as 200 metres may.
    """
    nearest: dict[frozenset[str], Likeness] = {}
    for pair in pairs:
        amounts = _both(pair)
        if amounts not in nearest or _rank(pair.likeness) < _rank(nearest[amounts]):
            nearest[amounts] = pair.likeness
    return [
        replace(pair, likeness=nearest[_both(pair)]) if pair.likeness.kin == "apart" and len(_both(pair)) > 1 else pair
        for pair in pairs
    ]


def _both(pair: Pair) -> frozenset[str]:
    return frozenset(item.claim.equivalent_of or item.claim.id for item in (pair.earlier, pair.later))


def _rank(likeness: Likeness) -> int:
    return NEAREST.index(likeness.kin)


def contradicts(pair: Pair) -> bool:
    """Whether the two figures can't both be true and nothing excuses that."""
    return pair.likeness.kin == "apart" and pair.excuse is None


def _within(pair: Pair, bench: Bench) -> str | None:
    """The words by which one source replaces one figure by another, or counts on from it."""
    if pair.earlier.claim.source != pair.later.claim.source:
        return None
    for item in (pair.later, pair.earlier):
        for name in ("revised", "former"):
            if cue := bench.cues(item.claim).get(name):
                return _words(cue)
    lower = pair.later if _falls(pair) else pair.earlier
    other = pair.earlier if lower is pair.later else pair.later
    cue = bench.cues(lower.claim).get("progress")
    return _words(cue) if cue and "progress" not in bench.cues(other.claim) else None


def _words(cue: Cue) -> str:
    return f'the words "{cue.phrase}" tell of another figure'


def _excused(pair: Pair, superseded: Keys, bench: Bench) -> Pair:
    apart = pair.likeness.kin == "apart"
    if not apart and not bench.comparer.outgrown(pair.earlier.claim, pair.later.claim):
        return pair
    excuse = (_within(pair, bench) or _revision(pair, bench)) if apart else None
    if excuse is None and apart and _keys(pair) in superseded:
        excuse = "a source says that the one figure replaced the other"
    return replace(pair, excuse=excuse or _progress(pair, bench))


def _revision(pair: Pair, bench: Bench) -> str | None:
    """The words of the later report that announce a new figure."""
    cue = bench.cues(pair.later.claim).get("revised")
    return _words(cue) if cue and pair.earlier.claim.source != pair.later.claim.source else None


def _progress(pair: Pair, bench: Bench) -> str | None:
    """Why a later report may give another figure of something that goes on, None where it may not."""
    both = (pair.earlier, pair.later)
    if not any(map(bench.runs, both)) or any(map(bench.closed, both)):
        return None
    ways = _ways(pair, bench)
    if not ways or (all(ways) and not any("level" in bench.cues(item.claim) for item in both)):
        return None
    return "a running figure, and the later report"


def _ways(pair: Pair, bench: Bench) -> list[bool]:
    """Whether the figure falls, for each way to tell the later report: by what it holds as of, and by publication."""
    points = (pair.earlier.point, pair.later.point)
    signs = {order(*points, bench.minutes), published_order(*points, bench.minutes)} - {0}
    return [_falls(pair) == (sign < 0) and _gap(pair) for sign in signs]


def _chained(pair: Pair, pairs: Sequence[Pair], bench: Bench) -> Pair:
    """The pair excused where a third figure explains it.

    Either a source itself replaced one of the two by a figure that fits the other, or the later figure fits one that
    replaced the earlier in another report, or repeats one that the earlier replaced.
    """
    one, two = pair.earlier.claim, pair.later.claim
    middle = (_fitting(pairs, two) & _replaced(pairs, one, inside=True)) | (
        _fitting(pairs, one) & _replaced(pairs, two, inside=True)
    )
    if order(pair.earlier.point, pair.later.point, bench.minutes) < 0:
        middle |= _fitting(pairs, two) & _replaced(pairs, one, inside=False)
    return replace(pair, excuse=f"{min(middle)} replaced the one figure and fits the other") if middle else pair


def _fitting(pairs: Sequence[Pair], claim: Claim) -> set[str]:
    """The claims whose figures fit a claim's."""
    return _beside((pair for pair in pairs if _fits(pair)), claim)


def _replaced(pairs: Sequence[Pair], claim: Claim, *, inside: bool) -> set[str]:
    """The claims that took the place of a claim, or it theirs, inside its own source or by another."""
    excused = (pair for pair in pairs if pair.excuse is not None and pair.likeness.kin == "apart")
    return _beside(
        (pair for pair in excused if (pair.earlier.claim.source == pair.later.claim.source) is inside), claim
    )


def _fits(pair: Pair) -> bool:
    return pair.likeness.kin not in ("apart", "incomparable") and pair.excuse is None


def _beside(pairs: Iterable[Pair], claim: Claim) -> set[str]:
    """The claims that pairs hold beside a given one."""
    both = ((pair.earlier.claim.id, pair.later.claim.id) for pair in pairs)
    return {other for a, b in both for this, other in ((a, b), (b, a)) if this == claim.id}


def _falls(pair: Pair) -> bool:
    return pair.likeness.gap is not None and pair.likeness.gap > 0


def _gap(pair: Pair) -> bool:
    return pair.likeness.gap is not None
