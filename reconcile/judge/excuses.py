"""Why a later figure may differ from an earlier one: it was revised, it runs on, it was replaced before.

`Bench` holds what all verdicts of a run share; `compared` gives all pairs of a group with their excuses.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from reconcile.facts import Claim
from reconcile.judge.likeness import Comparer, Likeness, figure_key
from reconcile.judge.pairs import Chains, Item, Pair, altered_copy, contradicts
from reconcile.judge.policy import policy_of
from reconcile.judge.timeline import order, published_order
from reconcile.language.cues import Cue, CuesOf, long_past, wording_of
from reconcile.language.units import units_of
from reconcile.rulebook import Rulebook

_MANY = 60
_FIXED = ("date", "rank", "score")
_ADD_UP = ("count", "money", "measure", "percent")
_CLOSED = ("past", "disputed")


@dataclass(frozen=True, slots=True)
class Bench:
    """What all verdicts of one run share.

    `running` are the classes of events whose figures run on while the event lasts; reports less than `minutes` apart
    count as simultaneous; `known` keeps for each claim whether it runs on and whether it is closed.
    """

    comparer: Comparer
    cues: CuesOf
    running: frozenset[str]
    minutes: int
    known: dict[str, tuple[bool, bool]] = field(default_factory=dict)

    def pair(self, a: Item, b: Item) -> Pair:
        """Two claims compared, in the order of time, without an excuse yet."""
        if order(a.point, b.point, self.minutes) > 0:
            a, b = b, a
        return Pair(a, b, self.comparer.compare(a.claim, b.claim))

    def runs(self, item: Item) -> bool:
        """Whether the figure goes on growing or changing, by the nature of the event or by its wording."""
        return self._state(item)[0]

    def closed(self, item: Item) -> bool:
        """Whether the figure is of something over, or contested, so that a later report has nothing to add to it."""
        return self._state(item)[1]

    def _state(self, item: Item) -> tuple[bool, bool]:
        if item.claim.id not in self.known:
            closed = self._is_closed(item)
            self.known[item.claim.id] = (not closed and self._goes_on(item), closed)
        return self.known[item.claim.id]

    def _goes_on(self, item: Item) -> bool:
        cues, kind = self.cues(item.claim).keys(), item.claim.kind
        if kind in _FIXED or item.claim.standing == "planned":
            return False
        if "progress" in cues or {"moment", "level"} <= cues or ("response" in cues and kind == "count"):
            return True
        return kind in _ADD_UP and item.claim.event in self.running and "rate" not in cues

    def _is_closed(self, item: Item) -> bool:
        cues = self.cues(item.claim).keys()
        if not cues.isdisjoint(_CLOSED) or (item.point.looks_back and "progress" not in cues):
            return True
        return item.year is not None and long_past(item.claim, item.year)


def bench_of(rulebook: Rulebook, claims: Iterable[Claim]) -> Bench:
    """What the verdicts of a run share; `claims` are those whose amounts in two currencies give exchange rates."""
    policy = policy_of(rulebook)
    comparer = Comparer(units_of(rulebook), policy, claims)
    return Bench(comparer, CuesOf(wording_of(rulebook)), _running_events(rulebook), policy.minutes)


@lru_cache(maxsize=8)
def _running_events(rulebook: Rulebook) -> frozenset[str]:
    """The classes of events that a rulebook calls running."""
    rules = [rule.fields for rule in rulebook.family("en/events")]
    return frozenset(fields["class"] for fields in rules if fields.get("running") and "class" in fields)


def compared(items: Sequence[Item], bench: Bench) -> tuple[Pair, ...]:
    """All pairs of a group, each with the reason why the later figure may differ, where there is one."""
    if len(items) == 1:
        return ()
    pairs = _amounts([bench.pair(a, b) for a, b in combinations(_telling(items, bench), 2)])
    first = [_excused(pair, bench) for pair in pairs]
    if not any(map(contradicts, first)):
        return tuple(first)
    chains = Chains(first, bench.minutes)
    chained = tuple(chains.excused(pair) if contradicts(pair) else pair for pair in first)
    return _overtaken(chained, bench)


def _overtaken(pairs: tuple[Pair, ...], bench: Bench) -> tuple[Pair, ...]:
    """The pairs, the contradictions excused where later reports of two origins or more agree on a larger figure than
    all reports before them: a slip has no such following."""
    apart = [pair for pair in pairs if contradicts(pair)]
    early = {pair.earlier.claim.id: pair.earlier for pair in apart}
    late = {pair.later.claim.id: pair.later for pair in apart}
    followed = (
        early.keys().isdisjoint(late)
        and len({item.origin for item in late.values()}) > 1
        and not any(_falls(pair) or altered_copy(pair) for pair in apart)
        and not any(map(bench.closed, (*early.values(), *late.values())))
        and all(published_order(a.point, b.point, bench.minutes) < 0 for a in early.values() for b in late.values())
    )
    why = "later reports agree on the larger figure"
    return tuple(replace(pair, excuse=why) if contradicts(pair) else pair for pair in pairs) if followed else pairs


def _telling(items: Sequence[Item], bench: Bench) -> Sequence[Item]:
    """The items that tell different things. In a large group, of the reports that say the same of the same day in the
    same words about time, two of different origins stand for all: pairs grow with the square of the reports."""
    if len(items) <= _MANY:
        return items
    kept: dict[object, list[Item]] = {}
    for item in items:
        claim = item.claim
        saying = (figure_key(claim), item.point.day, claim.event, frozenset(bench.cues(claim)), claim.equivalent_of)
        same = kept.setdefault(saying, [])
        if len(same) < 2 and item.origin not in {each.origin for each in same}:
            same.append(item)
    return _spread([item for same in kept.values() for item in same])


def _spread(items: Sequence[Item]) -> Sequence[Item]:
    """No more than sixty items, evenly over time, and with them the lowest and the highest figure."""
    if len(items) <= _MANY:
        return items
    sizes = [(item.claim.quantity.value or Decimal(0), at) for at, item in enumerate(items)]
    picked = {at * (len(items) - 1) // (_MANY - 1) for at in range(_MANY)} | {min(sizes)[1], max(sizes)[1]}
    return [items[at] for at in sorted(picked)]


def _amounts(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """The pairs, with amounts that are given in two units taken as near as the nearer unit shows them.

    A figure converted from a rough one looks exact: "some 200 metres (656ft)" may be 200 yards as 200 metres may.
    """
    nearest: dict[frozenset[str], Likeness] = {}
    for pair in pairs:
        amounts = _both(pair)
        if amounts not in nearest or pair.likeness.rank < nearest[amounts].rank:
            nearest[amounts] = pair.likeness
    return [
        replace(pair, likeness=nearest[_both(pair)]) if pair.likeness.kin == "apart" and len(_both(pair)) > 1 else pair
        for pair in pairs
    ]


def _both(pair: Pair) -> frozenset[str]:
    return frozenset(item.claim.equivalent_of or item.claim.id for item in (pair.earlier, pair.later))


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


def _excused(pair: Pair, bench: Bench) -> Pair:
    apart = pair.likeness.kin == "apart"
    if apart and altered_copy(pair):
        return pair
    if not apart and not bench.comparer.outgrown(pair.earlier.claim, pair.later.claim):
        return pair
    words = (_within(pair, bench) or _revision(pair, bench)) if apart else None
    excuse = words or _progress(pair, bench)
    return replace(pair, excuse=excuse) if excuse else pair


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


def _falls(pair: Pair) -> bool:
    return pair.likeness.gap is not None and pair.likeness.gap > 0


def _gap(pair: Pair) -> bool:
    return pair.likeness.gap is not None
