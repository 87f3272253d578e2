"""Why: the trail of one claim, the evidence behind one fact, the provenance of one rule.

Pure functions from a report or rules to text. Words of a source are made inert for a terminal, and those that a claim
or rule rests on stand in [[double brackets]].
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from reconcile.facts import Claim, DraftFinding, Fact, Quantity, Reason, Relation, Report, Source, Step
from reconcile.report.inert import plain
from reconcile.rulebook import Rule, Rulebook

_ROOM = 36  # characters shown on each side of the words that a rule read
_Item = TypeVar("_Item", Claim, Fact)


class UnknownName(LookupError):
    """The report has no claim or fact of this id; the message says which ids it has."""


def explain_claim(report: Report, name: str, rulebook: Rulebook | None = None) -> str:
    """How the claim with this id was read: its sentence, the reading, and each rule with the words it read, marked.

    Of a claim of a draft also how it stands against the sources.

    With the rulebook each rule is given with its reason and its place. Raises UnknownName.
    """
    claim = _pick(report.claims, name, "claim")
    source = next(source for source in report.sources if source.id == claim.source)
    lines = [
        f'{claim.id}  "{plain(claim.text)}"  {_place(claim, source)}',
        "",
        f"  {_marked(source.text, claim.start, claim.end, claim.sentence.start, claim.sentence.end)}",
        "",
        *(f"  {label:<10} {plain(value)}" for label, value in _reading(claim) if value),
        "",
        "Read by these rules:",
        *(line for step in claim.trail for line in _step(step, source, rulebook)),
        *([] if claim.trail else ["  none is named"]),
        *_section("Against the sources:", [line for each in report.draft for line in _held(report, each, name)]),
    ]
    return "\n".join(lines) + "\n"


def explain_fact(report: Report, name: str) -> str:
    """Why the claims of the fact with this id were joined, and how its verdict came about. Raises UnknownName."""
    fact = _pick(report.facts, name, "fact")
    sources = {source.id: source for source in report.sources}
    claims = [claim for claim in report.claims if claim.id in fact.claims]
    lines = [
        f"{fact.id}  {plain(fact.label)}  {fact.verdict}  (independent origins: {fact.origins})",
        f"  {plain(fact.message)}",
        "",
        "Claims:",
        *(line for claim in claims for line in _evidence(claim, sources[claim.source])),
        *_section("Joined because:", [_weighed(reason) for reason in fact.reasons if reason.weight]),
        *_section("Verdict:", [f"  {plain(f'{r.name}: {r.detail}')}" for r in fact.reasons if not r.weight]),
        *_section("As of:", [f"  {moment.claim}  {moment.as_of or 'unknown'}" for moment in fact.timeline]),
        *_section("Relations:", [_related(each) for each in report.relations if fact.id in (each.whole, *each.parts)]),
    ]
    return "\n".join(lines) + "\n"


def explain_rule(rule: Rule) -> str:
    """One rule in full: where it comes from, why it is so, its fields and its examples."""
    lines = [
        f"{rule.id}  {_provenance(rule)}",
        f"  {plain(rule.why)}",
        *_section("Fields:", [f"  {key} = {_toml(value)}" for key, value in rule.fields.items()]),
        *_section("Examples:", [f"  {_toml(example)}" for example in rule.examples]),
        *_section("Silent on:", [f"  {_toml(text)}" for text in rule.silent]),
    ]
    return "\n".join(lines) + "\n"


def list_rules(rules: Sequence[Rule]) -> str:
    """One line a rule: its id, and where it comes from."""
    width = max((len(rule.id) for rule in rules), default=0)
    return "".join(f"{rule.id:<{width}}  {_provenance(rule)}\n" for rule in rules)


def _provenance(rule: Rule) -> str:
    over = f", replaces {rule.replaces}" if rule.replaces else ""
    return plain(f"{rule.file}:{rule.line} ({rule.layer}{over})")


def _pick(items: Sequence[_Item], name: str, what: str) -> _Item:
    for item in items:
        if item.id == name:
            return item
    known = f"the report has {items[0].id} to {items[-1].id}" if items else f"the report has no {what}s"
    raise UnknownName(f"no {what} {plain(name)!r}: {known}")


def _place(claim: Claim, source: Source) -> str:
    where = source.path or source.url or source.id
    line = source.text.count("\n", 0, claim.start) + 1
    return plain(f"{where}:{line}, characters {claim.start} to {claim.end} ({source.id})")


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
    yield f"      {_marked(source.text, step.start, step.end, *_window(source.text, step))}"
    if step.note:
        yield f"      {plain(step.note)}"
    for rule in rulebook.rules if rulebook else ():
        if rule.id == step.rule:
            yield f"      why: {plain(rule.why)}"
            yield f"      {_provenance(rule)}"


def _window(text: str, step: Step) -> tuple[int, int]:
    """Where to cut the text around the words of a step: between words, at most _ROOM away."""
    first, last = step.start - _ROOM, step.end + _ROOM
    if first > 0:
        first = text.find(" ", first, step.start) + 1 or step.start
    if last < len(text):
        last = max(text.rfind(" ", step.end, last), step.end)
    return max(first, 0), last


def _marked(text: str, start: int, end: int, first: int, last: int) -> str:
    """The text from `first` to `last` with `start` to `end` in double brackets."""
    before, words, after = plain(text[first:start]), plain(text[start:end]), plain(text[end:last])
    return f"{before}[[{words}]]{after}".strip()


def _evidence(claim: Claim, source: Source) -> Iterator[str]:
    yield f'  {claim.id}  "{plain(claim.text)}"  {_place(claim, source)}'
    yield f"      {_marked(source.text, claim.start, claim.end, claim.sentence.start, claim.sentence.end)}"


def _held(report: Report, finding: DraftFinding, name: str) -> Iterator[str]:
    """How the claim of a draft stands, with the claims of sources that say so."""
    if finding.claim == name:
        how = f" ({finding.how.replace('_', ' ')})" if finding.how else ""
        yield f"  {finding.status}{how}: {plain(finding.message)}"
        sources = {source.id: source for source in report.sources}
        for claim in report.claims:
            if claim.id in finding.evidence:
                yield from _evidence(claim, sources[claim.source])


def _weighed(reason: Reason) -> str:
    return f"  {reason.weight:+6.1f}  {plain(f'{reason.name}: {reason.detail}')}"


def _related(relation: Relation) -> str:
    parts = " + ".join(relation.parts)
    stand = "" if relation.certain else "  (possible: only the figures fit)"
    return f"  {relation.type} of {relation.whole} from {parts}: {plain(relation.equation)}{stand}"


def _section(title: str, lines: Sequence[str]) -> Sequence[str]:
    return ["", title, *lines] if lines else []


def _toml(value: Any) -> str:
    """A rule's value as it would stand in its file."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, str):
        return json.dumps(plain(value), ensure_ascii=False)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
