"""The verdict on one group of claims: can they all be true of the same thing, and if not, did the figure move on?

All pairs are looked at, for being compatible is not transitive. A pair that is apart is excused where the later figure
supersedes the earlier; one pair that is not excused makes the group a discrepancy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from reconcile.facts import Claim, Source
from reconcile.facts.report import Verdict
from reconcile.judge.likeness import Comparer, Likeness, figure_key
from reconcile.judge.timeline import Point, order, point
from reconcile.judge.wording import Cue, Wording, long_past
from reconcile.rulebook import Rulebook

_FIXED = ("date", "rank", "score")
_GOES_ON = ("progress", "response")


@dataclass(frozen=True, slots=True)
class Item:
    """A claim with what a verdict needs of it: its origin, as of when it holds, and the cues of its sentence."""

    claim: Claim
    origin: str
    point: Point
    cues: Mapping[str, Cue]
    long_past: bool


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
class Decision:
    """A verdict with what it rests on: the pairs that contradict each other, worst first, and those that moved on."""

    verdict: Verdict
    pairs: tuple[Pair, ...]
    conflicts: tuple[Pair, ...]
    updates: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """What all verdicts of one run share.

    `running` are the classes of events whose figures run on while the event lasts; reports less than `minutes` apart
    count as simultaneous.
    """

    comparer: Comparer
    wording: Wording
    running: frozenset[str]
    minutes: int

    def item(self, claim: Claim, source: Source) -> Item:
        """A claim made ready for a verdict."""
        cues = self.wording.cues(claim)
        past = "past" in cues or (source.day is not None and long_past(claim, source.day.year))
        return Item(claim, source.origin or source.id, point(claim, source), cues, past)

    def pair(self, a: Item, b: Item) -> Pair:
        """Two claims compared, in the order of time, without an excuse yet."""
        if order(a.point, b.point, self.minutes) > 0:
            a, b = b, a
        return Pair(a, b, self.comparer.compare(a.claim, b.claim))

    def runs(self, item: Item) -> bool:
        """Whether the figure goes on growing or changing, by the nature of the event or by its wording."""
        if item.claim.kind in _FIXED:
            return False
        if not item.cues.keys().isdisjoint(_GOES_ON) or {"moment", "level"} <= item.cues.keys():
            return True
        return item.claim.event in self.running and "rate" not in item.cues


@lru_cache(maxsize=8)
def running_events(rulebook: Rulebook) -> frozenset[str]:
    """The classes of events that a rulebook calls running."""
    rules = [rule.fields for rule in rulebook.family("en/events")]
    return frozenset(fields["class"] for fields in rules if fields.get("running") and "class" in fields)


def decide(items: Sequence[Item], bench: Bench) -> Decision:
    """The verdict on claims of one thing. The order of the claims changes nothing."""
    pairs = tuple(bench.pair(a, b) for a, b in combinations(items, 2))
    judged = _excuses(pairs, bench)
    conflicts = [pair for pair in judged if _contradicts(pair)]
    updates = [pair for pair in judged if pair.excuse is not None]
    verdict = _verdict(items, judged, conflicts, updates)
    return Decision(verdict, judged, tuple(sorted(conflicts, key=_severity)), tuple(updates))


def _verdict(items: Sequence[Item], pairs: Sequence[Pair], conflicts: Sequence[Pair], updates: Sequence[Pair]) -> Verdict:
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


Keys = frozenset[frozenset[object]]


def _keys(pair: Pair) -> frozenset[object]:
    return frozenset((figure_key(pair.earlier.claim), figure_key(pair.later.claim)))


def _excuses(pairs: Sequence[Pair], bench: Bench) -> tuple[Pair, ...]:
    """The pairs with the reason why the later figure may differ, where there is one."""
    superseded = frozenset(_keys(pair) for pair in pairs if pair.likeness.kin == "apart" and _within(pair))
    first = [_excused(pair, superseded, bench) for pair in pairs]
    return tuple(_chained(pair, first) if _contradicts(pair) else pair for pair in first)


def _contradicts(pair: Pair) -> bool:
    return pair.likeness.kin == "apart" and pair.excuse is None


def _within(pair: Pair) -> str | None:
    """The words by which one source replaces one figure by another, or counts on from it."""
    if pair.earlier.claim.source != pair.later.claim.source:
        return None
    for item in (pair.later, pair.earlier):
        for name in ("revised", "former"):
            if cue := item.cues.get(name):
                return _words(cue)
    lower = pair.later if _falls(pair) else pair.earlier
    other = pair.earlier if lower is pair.later else pair.later
    cue = lower.cues.get("progress")
    return _words(cue) if cue and "progress" not in other.cues else None


def _words(cue: Cue) -> str:
    return f'the words "{cue.phrase}" tell of another figure'


def _excused(pair: Pair, superseded: Keys, bench: Bench) -> Pair:
    apart = pair.likeness.kin == "apart"
    if not apart and not bench.comparer.outgrown(pair.earlier.claim, pair.later.claim):
        return pair
    excuse = (_within(pair) or _revision(pair)) if apart else None
    if excuse is None and apart and _keys(pair) in superseded:
        excuse = "a source says that the one figure replaced the other"
    return replace(pair, excuse=excuse or _progress(pair, bench))


def _revision(pair: Pair) -> str | None:
    """The words of the later report that announce a new figure."""
    cue = pair.later.cues.get("revised")
    return _words(cue) if cue and pair.earlier.claim.source != pair.later.claim.source else None


def _progress(pair: Pair, bench: Bench) -> str | None:
    """Why a later report may give another figure of something that goes on, None where it may not."""
    earlier, later = pair.earlier, pair.later
    if order(earlier.point, later.point, bench.minutes) >= 0 or not (bench.runs(earlier) or bench.runs(later)):
        return None
    if any(item.long_past or "disputed" in item.cues for item in (earlier, later)):
        return None
    if _falls(pair) and not any("level" in item.cues for item in (earlier, later)):
        return None
    return "a running figure, and the later report"


def _chained(pair: Pair, pairs: Sequence[Pair]) -> Pair:
    """The pair excused where the later figure fits one that replaced the earlier, or repeats one that the earlier replaced."""
    fits = {_other(each, pair.later.claim) for each in pairs if _fits(each)}
    replaced = {_other(each, pair.earlier.claim) for each in pairs if each.excuse is not None}
    middle = sorted((fits & replaced) - {None}, key=str)
    return replace(pair, excuse=f"{middle[0]} replaced the one figure and fits the other") if middle else pair


def _fits(pair: Pair) -> bool:
    return pair.likeness.kin not in ("apart", "incomparable") and pair.excuse is None


def _other(pair: Pair, claim: Claim) -> str | None:
    """The claim that a pair holds beside a given one, None where it does not hold that."""
    if pair.earlier.claim is claim:
        return pair.later.claim.id
    return pair.earlier.claim.id if pair.later.claim is claim else None


def _falls(pair: Pair) -> bool:
    return pair.likeness.gap is not None and pair.likeness.gap > 0
