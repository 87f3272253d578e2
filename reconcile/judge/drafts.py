"""The draft against the sources: for every claim of the draft whether the sources bear it out, and how it follows.

`witness` finds what the sources say to each figure, `stance` compares the figures, `derived` looks for figures that
follow from others, `slips` names what went wrong, `draft_dates` judges dates. Here it is decided.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.facts import Alignment, Claim, DraftFinding, Source
from reconcile.judge.derived import Derived, derive
from reconcile.judge.draft_dates import date_finding
from reconcile.judge.echo import Echo
from reconcile.judge.excuses import Bench, bench_of
from reconcile.judge.facts import Judgement
from reconcile.judge.likeness import Comparer
from reconcile.judge.mends import mend
from reconcile.judge.policy import policy_of
from reconcile.judge.slips import Slip, slip, telling
from reconcile.judge.stance import BORNE_OUT, Stances
from reconcile.judge.units import units_of
from reconcile.judge.witness import Court, Hearing, Witness, doubts
from reconcile.language.cues import CuesOf
from reconcile.rulebook import Rulebook

_WRONG = 0.4  # doubt from which a figure that some source gives is called contradicted
_UNSURE = -0.45  # doubt from which it is not called supported
_CLEAR = -0.2  # nearness from which another figure contradicts
_SLIP = -1.8  # nearness from which the same digits, misplaced, are a slip
_TOLD = 0.1  # likeness of words that one term of an equation must have


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all decisions of a run share."""

    cues: CuesOf
    reach: int
    doubt: Mapping[str, float]
    comparer: Comparer


def check_draft(
    alignment: Alignment, judged: Judgement, claims: Iterable[Claim], sources: Iterable[Source], rulebook: Rulebook
) -> tuple[DraftFinding, ...]:
    """A finding for every claim of the source whose role is "draft", in reading order.

    `alignment` holds the draft's claims beside those of the sources; `judged` is of the sources alone.
    """
    known = {claim.id: claim for claim in claims}
    about = {source.id: source for source in sources}
    told = [claim for claim in known.values() if about[claim.source].role != "draft"]
    checked = [claim for claim in known.values() if about[claim.source].role == "draft"]
    bench, echo = bench_of(rulebook, told), Echo(known.values())
    stale = dict(_superseded(judged, bench))
    fact_of = {name: fact.id for fact in judged.facts for name in fact.claims}
    court = Court(alignment, told, fact_of, stale, echo, Stances(bench.comparer, units_of(rulebook)))
    hearings = [court.hear(claim) for claim in checked if claim.kind != "date"]
    desk = _Desk(bench.cues, policy_of(rulebook).sums.reach, doubts(hearings), bench.comparer)
    found = {hearing.claim.id: _finding(hearing, desk) for hearing in hearings}
    days = [claim for claim in told if claim.kind == "date" and claim.when]
    return tuple(found.get(claim.id) or date_finding(claim, days, fact_of, echo) for claim in checked)


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


def _finding(hearing: Hearing, desk: _Desk) -> DraftFinding:
    if hearing.fors:
        return _given(hearing, desk)
    if outdated := _outdated(hearing, desk):
        return outdated
    if slipped := _slipped(hearing, desk):
        return slipped
    if derived := derive(hearing, desk.cues, desk.reach, _TOLD):
        return _follows(hearing.claim, derived)
    return _not_given(hearing, desk)


def _given(hearing: Hearing, desk: _Desk) -> DraftFinding:
    """A figure that some source gives: of this, or of something else."""
    best, doubt = hearing.fors[0], desk.doubt[hearing.claim.id]
    turned = next((w for w in hearing.witnesses if w.stance == "turned" and w.fact == best.fact), None)
    if turned:
        return _against(hearing, turned, desk)
    if doubt < _UNSURE or not hearing.againsts:
        return _supported(hearing.claim, [w for w in hearing.fors if w.fact == best.fact])
    other = hearing.againsts[0]
    if doubt < _WRONG:
        message = f"{best.claim.source} gives {best.claim.text}, but perhaps of something else"
        return DraftFinding(hearing.claim.id, "unsupported", None, (best.claim.id,), None, message)
    words = f"{other.claim.text} in {other.claim.source}; {best.claim.text} is the figure of something else"
    return _contradicted(hearing, other, Slip("exchanged", words), desk)


def _supported(claim: Claim, fors: Sequence[Witness]) -> DraftFinding:
    how = min((w.stance for w in fors), key=BORNE_OUT.index)
    evidence = [w for w in fors if w.stance == how]
    words = {
        "same": "{source} says {text}",
        "conversion": "{source} says {text}: the same in another unit",
        "rounding": "{source} says {text}: one is the other, rounded",
        "bound": "{source} says {text}: both can be true",
    }
    message = words[how].format(source=evidence[0].claim.source, text=evidence[0].claim.text)
    return DraftFinding(
        claim.id, "supported", evidence[0].fact or None, tuple(w.claim.id for w in evidence), how, message
    )


def _follows(claim: Claim, derived: Derived) -> DraftFinding:
    evidence = tuple(term.id for term in derived.terms)
    return DraftFinding(claim.id, "supported", None, evidence, derived.how, derived.equation)


def _outdated(hearing: Hearing, desk: _Desk) -> DraftFinding | None:
    """A figure that was right until a later report."""
    old = next((w for w in hearing.witnesses if w.later and w.stance in BORNE_OUT), None)
    if old is None or old.later is None:
        return None
    words = f"{old.claim.text} was the figure in {old.claim.source}; {old.later.source} has {old.later.text}"
    now = replace(old, claim=old.later, later=None)
    return _contradicted(hearing, now, Slip("stale", words), desk, old.claim)


def _slipped(hearing: Hearing, desk: _Desk) -> DraftFinding | None:
    """The digits of a claim told in like words, in another order, of another size or in another unit."""
    near = (w for w in hearing.witnesses if w.stance not in BORNE_OUT and w.near >= _SLIP)
    best = next((w for w in near if telling(hearing.claim, w.claim)), None)
    return _against(hearing, best, desk) if best else None


def _not_given(hearing: Hearing, desk: _Desk) -> DraftFinding:
    best = next(iter(hearing.againsts), None)
    if best and best.near >= _CLEAR:
        return _against(hearing, best, desk)
    return DraftFinding(hearing.claim.id, "unsupported", None, (), None, "no source gives this figure")


def _against(hearing: Hearing, witness: Witness, desk: _Desk) -> DraftFinding:
    named = slip(hearing.claim, witness.claim)
    words = f"{witness.claim.source} says {witness.claim.text}" + (f": {named.words}" if named else "")
    return _contradicted(hearing, witness, Slip(named.name if named else None, words), desk)


def _contradicted(hearing: Hearing, witness: Witness, what: Slip, desk: _Desk, *others: Claim) -> DraftFinding:
    right = witness.claim
    evidence = (right.id, *(other.id for other in others))
    mended = mend(hearing.claim, right) if _one_answer(hearing, witness, desk.comparer) else None
    fact = witness.fact or None
    return DraftFinding(hearing.claim.id, "contradicted", fact, evidence, None, what.words, what.name, mended)


def _one_answer(hearing: Hearing, witness: Witness, comparer: Comparer) -> bool:
    """Whether all that the sources say of the fact today fits the figure of one witness."""
    others = (w.claim for w in hearing.witnesses if w.fact and w.fact == witness.fact and not w.later)
    return all(comparer.compare(other, witness.claim).kin != "apart" for other in others)
