"""`judge`: the facts that groups of claims make, each with its verdict, and the relations between them."""

from collections.abc import Iterable, Mapping, Sequence

from reconcile.facts import Alignment, Claim, Fact, Group, Reason, Relation, Source
from reconcile.judge.label import label
from reconcile.judge.likeness import Comparer
from reconcile.judge.message import message, reasons
from reconcile.judge.policy import policy_of
from reconcile.judge.sums import relations
from reconcile.judge.timeline import timeline
from reconcile.judge.units import units_of
from reconcile.judge.verdicts import Bench, Decision, Item, decide, running_events
from reconcile.judge.wording import wording_of
from reconcile.rulebook import Rulebook


def judge(
    alignment: Alignment, claims: Iterable[Claim], sources: Iterable[Source], rulebook: Rulebook
) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    """One fact for each group, in the order of the groups ("f1", "f2" ...), and the equations that hold between facts.

    The sources must have their origins set; a source without one counts as its own.
    """
    known = {claim.id: claim for claim in claims}
    documents = {source.id: source for source in sources}
    policy = policy_of(rulebook)
    comparer = Comparer(units_of(rulebook), policy, known.values())
    bench = Bench(comparer, wording_of(rulebook), running_events(rulebook), policy.minutes)
    facts = tuple(
        _fact(f"f{number}", group, _items(group, known, documents, bench), bench)
        for number, group in enumerate(alignment.groups, 1)
    )
    return facts, relations(facts, known, policy)


def _items(
    group: Group, claims: Mapping[str, Claim], sources: Mapping[str, Source], bench: Bench
) -> tuple[Item, ...]:
    members = sorted((claims[id] for id in group.claims), key=lambda claim: (claim.source, claim.start, claim.id))
    items = {claim.id: bench.item(claim, sources[claim.source]) for claim in members}
    moments = timeline((item.claim, item.point) for item in items.values())
    return tuple(items[moment.claim] for moment in moments)


def _fact(id: str, group: Group, items: tuple[Item, ...], bench: Bench) -> Fact:
    decision = decide(items, bench)
    running = decision.verdict == "updated"
    tie = Reason("tie", 0.0, "another group fits these claims equally well")
    return Fact(
        id=id,
        label=label([item.claim for item in items]),
        kind=items[0].claim.kind,
        claims=group.claims,
        verdict="undecided" if group.tied else decision.verdict,
        origins=len({item.origin for item in items}),
        message=tie.detail if group.tied else message(decision, items),
        reasons=(tie, *reasons(decision)) if group.tied else reasons(decision),
        timeline=timeline((item.claim, item.point) for item in items) if running else (),
    )
