"""The draft against the sources: for every claim of the draft whether the sources bear it out, and how it follows.

`docket` has what the sources say to each figure (`witness`), `stance` compares the figures, `derived` looks for figures
that follow from others, `slips` names what went wrong, `draft_dates` judges dates. Here it is decided.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.facts import Alignment, Claim, DraftFinding, Source
from reconcile.judge.binding import counted_beside
from reconcile.judge.checking import Checking, checking_of
from reconcile.judge.comparable import both_moves, of_one_thing
from reconcile.judge.derived import Derived, Ledger
from reconcile.judge.docket import docket_of, fact_of
from reconcile.judge.draft_dates import Calendar
from reconcile.judge.echo import place
from reconcile.judge.facts import Judgement
from reconcile.judge.likeness import Comparer
from reconcile.judge.mends import mend
from reconcile.judge.misplaced import doubts, told_as_old
from reconcile.judge.slips import Slip, digits_of, same_amount, same_number, slip, telling, wrong_end
from reconcile.judge.stance import AGAINST, BORNE_OUT
from reconcile.judge.witness import Hearing, Witness, by_sentence
from reconcile.language.cues import CuesOf
from reconcile.rulebook import Rulebook

_PLAIN = ("digits", "digit", "magnitude", "unit", "points", "bound")  # slips that show what was meant


@dataclass(frozen=True, slots=True)
class _Desk:
    """What all decisions of a run share."""

    rules: Checking
    ledger: Ledger
    doubt: Mapping[str, float]
    comparer: Comparer
    cues: CuesOf
    days: Mapping[str, date | None]
    sentences: Mapping[int, Sequence[Hearing]]

    def beside(self, hearing: Hearing) -> Sequence[Hearing]:
        """The other figures of its sentence, or where it is alone there those of the sentences around it."""
        starts = sorted(self.sentences)
        at = bisect_left(starts, hearing.claim.sentence.start)
        alone = len(self.sentences[starts[at]]) == 1
        reach = starts[max(0, at - 1) : at + 2] if alone else [starts[at]]
        return [each for start in reach for each in self.sentences[start] if each is not hearing]

    def day(self, claim: Claim) -> date:
        """The day on which the source of a claim was published, the first of all where it is not known."""
        return self.days[claim.source] or date.min


def check_draft(
    alignment: Alignment, judged: Judgement, claims: Sequence[Claim], sources: Sequence[Source], rulebook: Rulebook
) -> tuple[DraftFinding, ...]:
    """A finding for every claim of the source whose role is "draft", in reading order.

    `alignment` holds the draft's claims beside those of the sources; `judged` is of the sources alone.
    """
    known, bench, rules = {claim.id: claim for claim in claims}, judged.bench, checking_of(rulebook)
    docket = docket_of(alignment, judged, claims, sources, rulebook)
    hearings, told = docket.hearings, docket.told
    desk = _Desk(
        rules,
        Ledger(told, _claims_of(judged, known), _today(sources), rules.derived, bench.cues),
        doubts(hearings, docket.evidence, rules.doubt),
        bench.comparer,
        bench.cues,
        {source.id: source.day for source in sources},
        by_sentence(hearings),
    )
    found = {hearing.claim.id: _finding(hearing, desk) for hearing in hearings}
    calendar = Calendar(told, fact_of(judged), docket.echo, rules.dates)
    company = _company(hearings, found, known)
    return tuple(found.get(claim.id) or calendar.finding(claim, company[_moment(claim)]) for claim in docket.checked)


def _company(
    hearings: Iterable[Hearing], found: Mapping[str, DraftFinding], known: Mapping[str, Claim]
) -> Mapping[object, Sequence[Claim]]:
    """For each date that the draft tells figures of: the claims of sources that give those figures. A figure of one
    digit tells nothing: it stands everywhere; a rise or fall is told of two dates."""
    company: dict[object, list[Claim]] = defaultdict(list)
    for claim in (hearing.claim for hearing in hearings):
        finding = found[claim.id]
        if finding.status == "supported" and finding.how in ("same", "conversion") and _fine(claim):
            company[_moment(claim)] += (known[name] for name in finding.evidence)
    return company


def _moment(claim: Claim) -> object:
    """The sentence of a claim and the days that it is told of."""
    return claim.sentence.start, claim.when and (claim.when.first, claim.when.last)


def _fine(claim: Claim) -> bool:
    value = claim.quantity.value if claim.change == "none" else None
    return value is not None and digits_of(value) > 1


def _claims_of(judged: Judgement, known: Mapping[str, Claim]) -> Iterator[Sequence[Claim]]:
    """The claims of each fact."""
    return ([known[name] for name in fact.claims] for fact in judged.facts if len(fact.claims) > 1)


def _today(sources: Iterable[Source]) -> date | None:
    """The day that the draft speaks from: the latest on which it or a source was published."""
    return max((source.day for source in sources if source.day), default=None)


def _finding(hearing: Hearing, desk: _Desk) -> DraftFinding:
    if bygone := _bygone(hearing, desk):
        return bygone
    if hearing.fors:
        return _given(hearing, desk)
    if outdated := _outdated(hearing, desk):
        return outdated
    if derived := desk.ledger.derive(hearing, desk.comparer.figure(hearing.claim), desk.beside(hearing)):
        return _follows(hearing.claim, derived)
    if slipped := _slipped(hearing, desk):
        return slipped
    return _not_given(hearing, desk)


def _bygone(hearing: Hearing, desk: _Desk) -> DraftFinding | None:
    """A figure that the latest source to give it gives only as the old one, beside the one that took its place: "4.4%,
    up from 4.1%". What was published before that may have it as today's."""
    olds = [witness for witness in hearing.fors if "former" in desk.cues(witness.claim)]
    if not olds or told_as_old(hearing.claim, desk.cues):
        return None
    told = max(desk.day(old.claim) for old in olds)
    if any(w not in olds and desk.day(w.claim) >= told for w in hearing.fors):
        return None
    old = olds[0]
    now = next((w for w in hearing.witnesses if _replaces(w, old) and both_moves(w.claim, hearing.claim)), None)
    if now is None or _of_one_time(hearing.claim, old.claim) or _given_elsewhere(now.claim, desk):
        return None
    words = f"{now.claim.source} says {now.claim.text}; {old.claim.text} was the figure before"
    return _contradicted(hearing, now, Slip("stale", words), desk, old.claim)


def _replaces(now: Witness, old: Witness) -> bool:
    return now.stance in AGAINST and place(now.claim) == place(old.claim) and now.near >= old.near


def _of_one_time(draft: Claim, source: Claim) -> bool:
    """Whether the draft itself tells the figure of the time that it was the figure of: "27 in 2019"."""
    a, b = draft.when, source.when
    return a is not None and b is not None and (a.first, a.last) == (b.first, b.last)


def _given(hearing: Hearing, desk: _Desk) -> DraftFinding:
    """A figure that some source gives: of this, or of something else."""
    best, doubt = hearing.fors[0], desk.doubt[hearing.claim.id]
    if misnamed := _turned(hearing) or _of_another_unit(hearing):
        return _against(hearing, misnamed, desk)
    if beside := counted_beside(hearing, desk.rules.against.clear):
        return _exchanged(hearing, beside, desk)
    if doubt < desk.rules.doubt.unsure or not hearing.rivals or _took_its_place(hearing, desk):
        return _supported(hearing.claim, [w for w in hearing.fors if w.fact == best.fact])
    other = hearing.rivals[0]
    if doubt < desk.rules.doubt.wrong:
        message = f"{best.claim.source} gives {best.claim.text}, but perhaps of something else"
        return DraftFinding(hearing.claim.id, "unsupported", None, (best.claim.id,), None, message)
    return _exchanged(hearing, other, desk)


def _took_its_place(hearing: Hearing, desk: _Desk) -> bool:
    """Whether a source that gives a figure gives beside it, as the old one, that of the nearest other claim: "up from
    60 to 70" where another source has 60."""
    other, places = hearing.rivals[0].claim, set(map(place, hearing.given))
    olds = (w.claim for w in hearing.witnesses if place(w.claim) in places and "former" in desk.cues(w.claim))
    return any(old.id != other.id and desk.comparer.compare(old, other).kin == "same" for old in olds)


def _exchanged(hearing: Hearing, other: Witness, desk: _Desk) -> DraftFinding:
    """The finding for a figure that stands in the place of another one."""
    source, told = other.claim.source, hearing.fors[0].claim.text
    words = f"{source} says {other.claim.text}; {told} is the figure of something else"
    return _contradicted(hearing, other, Slip("exchanged", words), desk)


def _turned(hearing: Hearing) -> Witness | None:
    """The source's claim that has the draft's bound the other way round, of the fact that is best told; or the claim of
    that very number that has it so, or as the other end of a range, where no source has it as the draft does, and none
    an exact figure of that fact that has outgrown it."""
    claim, best = hearing.claim, hearing.fors[0]
    given = any(w.stance == "same" for w in hearing.fors)
    outgrown = {w.fact for w in hearing.fors if w.claim.quantity.hedge == "exact" and not same_amount(claim, w.claim)}
    for w in hearing.witnesses:
        if w.stance == "turned" and w.fact == best.fact:
            return w
        turned = w.stance == "turned" and w.fact not in outgrown
        if (turned or wrong_end(claim, w.claim)) and not given and same_amount(claim, w.claim):
            return w
    return None


def _of_another_unit(hearing: Hearing) -> Witness | None:
    """The source's claim of the same number in another unit, where it is nearer than all that bears the figure out and
    none of that gives the number in the draft's own unit: "165 mph" for 165 kph, though 160 kph is below 165 mph."""
    claim, best = hearing.claim, hearing.fors[0]
    if any(same_amount(claim, w.claim) for w in hearing.fors):
        return None
    others = (w for w in hearing.witnesses if w.stance not in BORNE_OUT and w.near >= best.near and not w.later)
    return next((w for w in others if same_number(claim, w.claim)), None)


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
    """A figure that was right until a later report. It still is where the draft tells it as the old one, or gives that
    report's figure as well; where it gives a bound, in the same sentence."""
    old = next((w for w in hearing.witnesses if w.later and w.stance in BORNE_OUT), None)
    if old is None or old.later is None:
        return None
    latest, beside = old.later, desk.sentences[hearing.claim.sentence.start]
    both = _given_elsewhere(latest, desk) if old.stance == "same" else _gives(latest, beside)
    if told_as_old(hearing.claim, desk.cues) or both:
        return _supported(hearing.claim, [old])
    words = f"{old.claim.text} was the figure in {old.claim.source}; {old.later.source} has {old.later.text}"
    now = next(w for w in hearing.witnesses if w.claim.id == latest.id)
    if now.stance == "unlike" or desk.day(latest) < desk.day(old.claim):
        return _supported(hearing.claim, [old])
    return _contradicted(hearing, now, Slip("stale", words), desk, old.claim)


def _gives(latest: Claim, hearings: Iterable[Hearing]) -> bool:
    """Whether some figure of the draft is that of a claim."""
    return any(w.claim.id == latest.id and w.stance in BORNE_OUT for each in hearings for w in each.witnesses)


def _given_elsewhere(latest: Claim, desk: _Desk) -> bool:
    """Whether the draft gives the latest figure, too: then it tells the older one as what was before."""
    return any(_gives(latest, row) for row in desk.sentences.values())


def _slipped(hearing: Hearing, desk: _Desk) -> DraftFinding | None:
    """The digits of a claim told in like words, in another order, of another size or in another unit."""
    near = (w for w in hearing.witnesses if w.stance not in BORNE_OUT and w.near >= desk.rules.against.slip)
    best = next((w for w in near if _meant(hearing.claim, w.claim)), None)
    return _against(hearing, best, desk) if best else None


def _meant(draft: Claim, source: Claim) -> bool:
    """Whether a draft's figure is a source's with a slip. A level is no slip for a rise but where the unit is."""
    return telling(draft, source) and (both_moves(draft, source) or draft.quantity.unit != source.quantity.unit)


def _not_given(hearing: Hearing, desk: _Desk) -> DraftFinding:
    best = next((w for w in hearing.rivals if of_one_thing(hearing.claim, w.claim)), None)
    if best and best.near >= desk.rules.against.clear:
        return _against(hearing, _showing(hearing, best), desk)
    return DraftFinding(hearing.claim.id, "unsupported", None, (), None, "no source gives this figure")


def _showing(hearing: Hearing, best: Witness) -> Witness:
    """Of the witnesses to the best one's fact the nearest that shows what was meant: "10 km" beside "10 miles", where
    another source says 12 km; else the best."""
    told = [w for w in hearing.againsts if w.fact and w.fact == best.fact]
    return next((w for w in told if (seen := slip(hearing.claim, w.claim)) and seen.name in _PLAIN), best)


def _against(hearing: Hearing, witness: Witness, desk: _Desk) -> DraftFinding:
    named = slip(hearing.claim, witness.claim)
    words = f"{witness.claim.source} says {witness.claim.text}" + (f": {named.words}" if named else "")
    return _contradicted(hearing, witness, Slip(named.name if named else None, words), desk)


def _contradicted(hearing: Hearing, witness: Witness, what: Slip, desk: _Desk, *others: Claim) -> DraftFinding:
    right = witness.claim
    evidence = (right.id, *(other.id for other in others))
    sure = what.name in _PLAIN or witness.near >= desk.rules.mend.near
    mended = mend(hearing.claim, right) if sure and _one_answer(hearing, witness, desk.comparer) else None
    fact = witness.fact or None
    return DraftFinding(hearing.claim.id, "contradicted", fact, evidence, None, what.words, what.name, mended)


def _one_answer(hearing: Hearing, witness: Witness, comparer: Comparer) -> bool:
    """Whether all that the sources say of the fact today fits the figure of one witness."""
    others = (w.claim for w in hearing.witnesses if w.fact and w.fact == witness.fact and not w.later)
    return all(comparer.compare(other, witness.claim).kin != "apart" for other in others)
