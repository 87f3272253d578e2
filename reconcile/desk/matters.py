"""What of a checked draft needs a look, and how grave the desk takes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reconcile.desk.policy import level_of, outcome_of
from reconcile.desk.sections import section_of
from reconcile.facts import Claim, DraftFinding, Fact, Inconsistency, Report, Source
from reconcile.facts.policy import Level, Outcome, Policy

_DIRECT = ("same", "rounding", "conversion", "bound")  # ways in which each piece of evidence bears a figure out alone


@dataclass(frozen=True, slots=True)
class Matter:
    """A finding or an inconsistency that needs a look: the figures it speaks of, and the sources that it rests on.

    `message` is its own, with what the policy adds.
    """

    item: DraftFinding | Inconsistency
    outcome: Outcome
    level: Level
    message: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


def draft_of(report: Report) -> Source:
    """The draft of a report that checks one."""
    return next(source for source in report.sources if source.role == "draft")


def matters_of(report: Report, policy: Policy) -> Iterator[Matter]:
    """Everything of a checked draft that has an outcome, in the order of the report, what is ignored included."""
    draft = draft_of(report)
    claims = {claim.id: claim for claim in report.claims}
    told = {source.id: source for source in report.sources if source.role == "source"}
    facts = _facts_of_claims(report)
    for finding in report.draft:
        origins = _origins(finding, claims, told, facts)
        if outcome := outcome_of(finding, origins, policy):
            claim = claims[finding.claim]
            level = level_of(policy, outcome, claim.kind, section_of(draft, claim))
            few = f"; {origins} of the {policy.min_origins} origins that the desk asks for"
            message = finding.message + (few if outcome == "few-origins" else "")
            resting = {claims[name].source: told[claims[name].source] for name in finding.evidence} or told
            yield Matter(finding, outcome, level, message, (claim,), tuple(resting.values()))
    for odd in report.inconsistencies:
        concerned = tuple(claims[name] for name in odd.claims)
        level = level_of(policy, "inconsistent", concerned[0].kind, section_of(draft, concerned[0]))
        yield Matter(odd, "inconsistent", level, odd.message, concerned, ())


def _facts_of_claims(report: Report) -> Mapping[str, Fact]:
    return {name: fact for fact in report.facts for name in fact.claims}


def _origins(
    finding: DraftFinding, claims: Mapping[str, Claim], told: Mapping[str, Source], facts: Mapping[str, Fact]
) -> int:
    """How many independent origins bear a figure out: of a sum or a share, as many as of its weakest part."""
    spoken = [claims[name] for name in finding.evidence]
    if finding.how not in _DIRECT:
        return min((facts[claim.id].origins if claim.id in facts else 1 for claim in spoken), default=0)
    own = len({told[claim.source].origin or claim.source for claim in spoken})
    agreed = (facts[claim.id] for claim in spoken if claim.id in facts)
    return max([own, *(fact.origins for fact in agreed if fact.verdict in ("agree", "compatible"))])
