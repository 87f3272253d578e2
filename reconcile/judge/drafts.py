"""The draft against the sources: for every claim of the draft whether the sources bear it out, and how it follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.facts import Alignment, Claim, DraftFinding, Fact, Source
from reconcile.judge.echo import Echo
from reconcile.judge.likeness import Comparer
from reconcile.judge.policy import policy_of
from reconcile.judge.stance import AGAINST, BORNE_OUT, Stance, Stances
from reconcile.judge.units import units_of
from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim of a source beside one of the draft: how the figures stand, and how alike their words are."""

    claim: Claim
    stance: Stance
    alike: float


def check_draft(
    alignment: Alignment, facts: Sequence[Fact], claims: Iterable[Claim], sources: Iterable[Source], rulebook: Rulebook
) -> tuple[DraftFinding, ...]:
    """A finding for every claim of the source whose role is "draft", in reading order.

    `alignment` holds the draft's claims beside those of the sources, `facts` are those of the sources alone.
    """
    known = {claim.id: claim for claim in claims}
    drafts = {source.id for source in sources if source.role == "draft"}
    told = [claim for claim in known.values() if claim.source not in drafts]
    comparer = Comparer(units_of(rulebook), policy_of(rulebook), told)
    stances, echo = Stances(comparer, units_of(rulebook)), Echo(known.values())
    fact_of = {name: fact.id for fact in facts for name in fact.claims}
    return tuple(_finding(claim, told, stances, echo, fact_of) for claim in known.values() if claim.source in drafts)


def _finding(
    claim: Claim, told: Sequence[Claim], stances: Stances, echo: Echo, fact_of: Mapping[str, str]
) -> DraftFinding:
    if claim.kind == "date":
        return _date(claim, told, echo, fact_of)
    seen = [
        Witness(other, stances.of(claim, other), echo.alike(claim, other)) for other in told if other.kind != "date"
    ]
    seen.sort(key=lambda witness: -witness.alike)
    fors = [w for w in seen if w.stance in BORNE_OUT]
    againsts = [w for w in seen if w.stance in AGAINST]
    best = max((w.alike for w in fors), default=-1.0)
    worst = max((w.alike for w in againsts), default=-1.0)
    if fors and not (worst > 0.55 and worst > best + 0.3):
        return DraftFinding(claim.id, "supported", fact_of.get(fors[0].claim.id), (fors[0].claim.id,), fors[0].stance, "")
    if againsts and worst > 0.45:
        return DraftFinding(
            claim.id, "contradicted", fact_of.get(againsts[0].claim.id), (againsts[0].claim.id,), None, ""
        )
    return DraftFinding(claim.id, "unsupported", None, (), None, "no source gives this figure")


def _date(claim: Claim, told: Sequence[Claim], echo: Echo, fact_of: Mapping[str, str]) -> DraftFinding:
    days = [other for other in told if other.when is not None and claim.when is not None]
    hit = [o for o in days if o.when and claim.when and o.when.first <= claim.when.last and claim.when.first <= o.when.last]
    if hit:
        return DraftFinding(claim.id, "supported", fact_of.get(hit[0].id), (hit[0].id,), "same", "")
    near = max(((echo.alike(claim, o), o.id) for o in days), default=(0.0, ""))
    if near[0] > 0.5:
        return DraftFinding(claim.id, "contradicted", fact_of.get(near[1]), (near[1],), None, "")
    return DraftFinding(claim.id, "unsupported", None, (), None, "no source gives this date")
