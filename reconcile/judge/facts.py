"""`judge`: the facts that groups of claims make, each with its verdict, and the relations between them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reconcile.facts import Alignment, Claim, Fact, Group, Link, Moment, Reason, Relation, Source
from reconcile.judge.checks import checks
from reconcile.judge.doubt import doubtful
from reconcile.judge.excuses import Bench, bench_of
from reconcile.judge.label import label
from reconcile.judge.message import message, reasons
from reconcile.judge.pairs import Item, Items, Pair
from reconcile.judge.policy import Policy, policy_of
from reconcile.judge.sums import sums
from reconcile.judge.timeline import BEFORE, Point, timeline
from reconcile.judge.totals import Bundle, Bundles, completion
from reconcile.judge.verdicts import Decision, decide
from reconcile.rulebook import Rulebook


class Judgement(NamedTuple):
    """The facts, the relations between them, by the id of a fact the pairs of which one figure superseded the other,
    and what all of it was judged by."""

    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    updates: Mapping[str, tuple[Pair, ...]]
    bench: Bench


def judge(alignment: Alignment, claims: Iterable[Claim], sources: Iterable[Source], rulebook: Rulebook) -> Judgement:
    """One fact for each group, in the order of the groups ("f1", "f2" ...), and the equations that hold between facts.

    The sources must have their origins set; a source without one counts as its own.
    """
    known = {claim.id: claim for claim in claims}
    policy = policy_of(rulebook)
    bench = bench_of(rulebook, known.values())
    case = _Case(known, {source.id: source for source in sources}, alignment.groups, bench, policy)
    judged = [case.fact(number) for number in range(len(alignment.groups))]
    stated = sums([each.fact for each in judged], known, bench.cues, policy.sums)
    facts, vague = case.vague_totals([each.fact for each in judged], stated)
    found = (
        *stated,
        *(relation for each in judged for relation in each.relations),
        *vague,
        *checks(facts, known, bench.cues, policy.sums.reach),
    )
    return Judgement(facts, found, {each.fact.id: each.updates for each in judged}, bench)


class _Judged(NamedTuple):
    """A fact, the sums that its verdict rests on, and its pairs of which one figure superseded the other."""

    fact: Fact
    relations: tuple[Relation, ...]
    updates: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class _Completed:
    """A contradiction that is none: the smaller figure is a part, and what is told beside it makes the larger one."""

    pair: Pair
    other: Claim
    equation: str


class _Case:
    """The groups of one run on the way to being facts."""

    def __init__(
        self,
        claims: Mapping[str, Claim],
        sources: Mapping[str, Source],
        groups: Sequence[Group],
        bench: Bench,
        policy: Policy,
    ) -> None:
        self._claims = claims
        self._sources = sources
        self._groups = groups
        self._ready = Items(sources)
        self._bench = bench
        self._reach = policy.sums.reach
        self._doubt = policy.doubt
        self._fact_of = {name: f"f{number}" for number, group in enumerate(groups, 1) for name in group.claims}
        self._by_source: dict[str, list[Claim]] = {}
        for claim in claims.values():
            self._by_source.setdefault(claim.source, []).append(claim)

    def fact(self, number: int) -> _Judged:
        """The fact of one group, with what its verdict rests on."""
        group, items = self._groups[number], self._items(self._groups[number])
        decision = decide(items, self._bench)
        completed = tuple(self._completed(decision.conflicts))
        if completed and len(completed) == len(decision.conflicts):
            decision = _reconciled(decision)
        else:
            completed = ()
        if decision.conflicts and doubtful(decision.conflicts, group.links, self._doubt):
            decision = replace(decision, verdict="undecided")
        name = f"f{number + 1}"
        relations = tuple(self._relation(name, each) for each in completed)
        held = timeline(map(self._held, items)) if decision.verdict == "updated" else ()
        return _Judged(_fact(name, group, items, decision, completed, held), relations, decision.updates)

    def vague_totals(
        self, facts: Sequence[Fact], stated: Iterable[Relation]
    ) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
        """The facts, those of one origin made compatible with what the parts told by another add up to; their sums.

        Parts whose whole is `stated` in their own source are left out, for that whole is what to compare with.
        """
        origins = {name: source.origin or name for name, source in self._sources.items()}
        known = {frozenset(relation.parts) for relation in stated}
        bundles = Bundles(facts, self._claims, origins, self._bench.cues, known)
        made, relations = list(facts), []
        for at, fact in enumerate(facts):
            wholes = [self._claims[name] for name in fact.claims]
            if fact.verdict == "single-source" and (bundle := bundles.within(wholes, origins[wholes[0].source])):
                made[at], relation = _made_up(fact, bundle, bundle.equation(wholes[0]))
                relations.append(relation)
        return tuple(made), tuple(relations)

    def _items(self, group: Group) -> tuple[Item, ...]:
        """The claims of a group in the order in which they held, whatever order they came in."""
        items = {name: self._ready.of(self._claims[name]) for name in group.claims}
        if len(items) == 1:
            return tuple(items.values())
        moments = timeline((item.claim, item.point) for item in items.values())
        return tuple(items[moment.claim] for moment in moments)

    def _held(self, item: Item) -> tuple[Claim, Point]:
        """A claim and as of when it holds; nothing says that of the figure which a source gives as the old one."""
        return item.claim, BEFORE if "former" in self._bench.cues(item.claim) else item.point

    def _completed(self, conflicts: Iterable[Pair]) -> Iterator[_Completed]:
        for pair in conflicts:
            smaller, larger = _by_size(pair)
            if smaller.source != larger.source:
                beside = self._by_source[smaller.source]
                if other := completion(smaller, larger, beside, self._bench.cues, self._reach):
                    yield _Completed(pair, other, f"{smaller.text} + {other.text} = {larger.text}")

    def _relation(self, whole: str, completed: _Completed) -> Relation:
        parts = (whole, self._fact_of.get(completed.other.id, whole))
        return Relation("sum", whole, parts, None, completed.equation, certain=False)


def _made_up(fact: Fact, bundle: Bundle, equation: str) -> tuple[Fact, Relation]:
    """A vague figure as the total of another origin's parts; nobody states that total, so the sum is not certain."""
    steps = (Reason("sum", 0.0, equation), *fact.reasons)
    whole = replace(fact, verdict="compatible", origins=fact.origins + 1, message=equation, reasons=steps)
    parts = tuple(part.fact for part in bundle.parts)
    return whole, Relation("sum", fact.id, parts, None, equation, certain=False)


def _by_size(pair: Pair) -> tuple[Claim, Claim]:
    falls = pair.likeness.gap is not None and pair.likeness.gap > 0
    return (pair.later.claim, pair.earlier.claim) if falls else (pair.earlier.claim, pair.later.claim)


def _reconciled(decision: Decision) -> Decision:
    """The decision when every contradiction turned out to be a part beside its whole."""
    return replace(decision, verdict="updated" if decision.updates else "compatible", conflicts=())


def _fact(
    id: str,
    group: Group,
    items: tuple[Item, ...],
    decision: Decision,
    completed: Iterable[_Completed],
    held: tuple[Moment, ...],
) -> Fact:
    steps = (*(Reason("sum", 0.0, each.equation) for each in completed), *reasons(decision))
    told = message(decision, items)
    if group.tied:
        tie = Reason("tie", 0.0, "another group fits these claims equally well")
        decision, steps, told = replace(decision, verdict="undecided"), (tie, *steps), tie.detail
    return Fact(
        id=id,
        label=label([item.claim for item in items]),
        kind=items[0].claim.kind,
        claims=group.claims,
        verdict=decision.verdict,
        origins=len({item.origin for item in items}),
        message=told,
        reasons=(*group.rulings, *steps, *_bond(group.links)),
        timeline=held,
        links=group.links,
    )


def _bond(links: Sequence[Link]) -> tuple[Reason, ...]:
    """The evidence of the pair that is joined most surely."""
    return max(links, key=lambda link: (link.score, link.a, link.b)).reasons if links else ()
