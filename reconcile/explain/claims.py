"""How one claim was read: its sentence, the reading, and each rule with the words that it read."""

from collections.abc import Iterator

from reconcile.explain.layout import evidence, marked, place, provenance, section
from reconcile.explain.naming import claim_named
from reconcile.facts import Claim, DraftFinding, Quantity, Report, Source, Step
from reconcile.report.inert import plain
from reconcile.rulebook import Rulebook

_ROOM = 36  # characters shown on each side of the words that a rule read


def explain_claim(report: Report, name: str, rulebook: Rulebook | None = None) -> str:
    """How the claim of this name (see `naming`) was read; of a claim of a draft also how it stands against the sources.

    With the rulebook each rule is given with its reason and its place. Raises UnknownName.
    """
    sources = {source.id: source for source in report.sources}
    claim = claim_named(report.claims, sources, name)
    source = sources[claim.source]
    lines = [
        f'{claim.id}  "{plain(claim.text)}"  {place(claim, source)}',
        "",
        f"  {marked(source.text, claim.start, claim.end, claim.sentence.start, claim.sentence.end)}",
        "",
        *(f"  {label:<10} {plain(value)}" for label, value in _reading(claim) if value),
        "",
        "Read by these rules:",
        *(line for step in claim.trail for line in _step(step, source, rulebook)),
        *([] if claim.trail else ["  none is named"]),
        *section("Against the sources:", [line for each in report.draft for line in _held(report, each, claim.id)]),
    ]
    return "\n".join(lines) + "\n"


def _reading(claim: Claim) -> Iterator[tuple[str, str | None]]:
    """What was made of the words, by label; empty values are left out by the caller."""
    yield "kind", claim.kind
    yield "figure", _in_full(claim.quantity) if claim.quantity else None
    yield "noun", claim.noun
    yield "subject", claim.subject
    yield "event", claim.event
    for label, places in zip(("from", "to", "in", "by"), _places(claim), strict=True):
        yield label, ", ".join(places)
    yield "when", f"{claim.when.text} ({claim.when.first} to {claim.when.last})" if claim.when else None
    yield "as of", claim.as_of
    yield "change", claim.change if claim.change != "none" else None
    yield "scope", claim.scope
    yield "standing", claim.standing
    yield "speaker", claim.speaker
    yield "restates", claim.equivalent_of


def _places(claim: Claim) -> tuple[tuple[str, ...], ...]:
    return claim.roles.from_, claim.roles.to, claim.roles.in_, claim.roles.by


def _in_full(quantity: Quantity) -> str:
    """A figure with its bounds: "1000, in person, exact", "no single value, from 12 to any, in person, at least"."""
    value = "no single value" if quantity.value is None else f"{quantity.value:f}"
    low, high = (bound if bound is None else f"{bound:f}" for bound in (quantity.low, quantity.high))
    bounds = "" if low == high == value else f", from {low or 'any'} to {high or 'any'}"
    return f"{value}{bounds}, in {quantity.unit or 'no unit'}, {quantity.hedge.replace('_', ' ')}"


def _step(step: Step, source: Source, rulebook: Rulebook | None) -> Iterator[str]:
    yield f"  {plain(step.rule)}"
    yield f"      {marked(source.text, step.start, step.end, *_window(source.text, step))}"
    if step.note:
        yield f"      {plain(step.note)}"
    for rule in rulebook.rules if rulebook else ():
        if rule.id == step.rule:
            yield f"      why: {plain(rule.why)}"
            yield f"      {provenance(rule)}"


def _window(text: str, step: Step) -> tuple[int, int]:
    """Where to cut the text around the words of a step: between words, at most _ROOM away."""
    first, last = step.start - _ROOM, step.end + _ROOM
    if first > 0:
        first = text.find(" ", first, step.start) + 1 or step.start
    if last < len(text):
        last = max(text.rfind(" ", step.end, last), step.end)
    return max(first, 0), last


def _held(report: Report, finding: DraftFinding, name: str) -> Iterator[str]:
    """How the claim of a draft stands, with the claims of sources that say so."""
    if finding.claim == name:
        how = f" ({finding.how.replace('_', ' ')})" if finding.how else ""
        yield f"  {finding.status}{how}: {plain(finding.message)}"
        sources = {source.id: source for source in report.sources}
        for claim in report.claims:
            if claim.id in finding.evidence:
                yield from evidence(claim, sources[claim.source])
