"""What is known of the figures of a draft before anything is decided: what the sources say to each, and what speaks for
its standing there for another thing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.facts import Alignment, Claim, Source
from reconcile.judge.binding import Binding
from reconcile.judge.checking import checking_of
from reconcile.judge.contrast import Contrast
from reconcile.judge.echo import Echo
from reconcile.judge.excuses import Bench
from reconcile.judge.facts import Judgement
from reconcile.judge.misplaced import evidence
from reconcile.judge.stance import Stances
from reconcile.judge.witness import Court, Hearing
from reconcile.language.units import units_of
from reconcile.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Docket:
    """What the sources say to each figure of a draft, and for each that they bear out what speaks for its standing
    there for another thing (features of the rule check.doubt). `told` are the claims of the sources, `checked` those of
    the draft, dates included; `echo` compares the words of all."""

    hearings: Sequence[Hearing]
    evidence: Mapping[str, Mapping[str, float]]
    told: Sequence[Claim]
    checked: Sequence[Claim]
    echo: Echo


def docket_of(
    alignment: Alignment,
    judged: Judgement,
    claims: Sequence[Claim],
    sources: Sequence[Source],
    rulebook: Rulebook,
) -> Docket:
    """The docket of the source whose role is "draft"; what is given is as for `check_draft`."""
    bench, rules, echo = judged.bench, checking_of(rulebook), Echo(claims)
    drafts = {source.id for source in sources if source.role == "draft"}
    told = [claim for claim in claims if claim.source not in drafts]
    checked = [claim for claim in claims if claim.source in drafts]
    stances = Stances(bench.comparer, units_of(rulebook), rules.stance)
    court = Court(alignment, told, fact_of(judged), dict(_superseded(judged, bench)), echo, stances, rules)
    hearings = court.hear_all(claim for claim in checked if claim.kind != "date")
    contrast = Contrast(echo, Binding(claims), bench.cues, sources)
    return Docket(hearings, evidence(hearings, rules.doubt, bench.cues, contrast), told, checked, echo)


def fact_of(judged: Judgement) -> Mapping[str, str]:
    """The fact of each claim that has one, both by id."""
    return {name: fact.id for fact in judged.facts for name in fact.claims}


def _superseded(judged: Judgement, bench: Bench) -> Iterator[tuple[str, Claim]]:
    """The claims whose figures a later report replaced, each with that report's claim."""
    for fact in judged.facts:
        if fact.verdict in ("updated", "discrepancy"):
            for pair in judged.updates[fact.id]:
                old, new = pair.earlier.claim, pair.later.claim
                if old.source != new.source:
                    yield old.id, new
                elif _former(new, bench) != _former(old, bench):
                    yield (old.id, new) if _former(old, bench) else (new.id, old)


def _former(claim: Claim, bench: Bench) -> bool:
    return "former" in bench.cues(claim)
