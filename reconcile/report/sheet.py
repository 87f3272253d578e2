"""The report as CSV for spreadsheets: one claim a row with its fact's verdict; of a check its sourcing sheet."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from reconcile.facts import Claim, Fact, Report
from reconcile.report.digest import Digest, digest
from reconcile.report.encode import number
from reconcile.report.inert import cell
from reconcile.report.options import RenderOptions
from reconcile.report.sourcing import Entry, entries

COLUMNS = (
    "fact", "label", "verdict", "origins", "message", "source", "published", "place", "claim", "kind", "figure",
    "value", "low", "high", "unit", "hedge", "noun", "first_day", "last_day", "as_of", "speaker", "standing", "scope",
    "change", "sentence",
)  # fmt: skip
DRAFT_COLUMNS = (
    "number", "line", "figure", "sentence", "status", "level", "how", "slip", "message", "mend", "waived",
    "within_draft", "source", "published", "place", "address", "source_figure", "source_sentence", "claim",
    "source_claim",
)  # fmt: skip


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """A header and one line a claim, in the order of the facts; claims of no fact follow. No cell is a formula.

    Of a check: one line a figure of the draft and claim that speaks to it, in reading order.
    """
    view = digest(report)
    if any(source.role == "draft" for source in report.sources):
        return _written(DRAFT_COLUMNS, (_sourcing(entry, view) for entry in entries(view)))
    return _written(COLUMNS, (_row(fact, claim, view) for fact, claim in _claims(view)))


def _written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    return sheet.getvalue()


def _row(fact: Fact | None, claim: Claim, view: Digest) -> tuple[object, ...]:
    return (*_fact(fact), *_place(claim, view), *_figure(claim), *_circumstances(claim))


def _sourcing(entry: Entry, view: Digest) -> tuple[object, ...]:
    finding, claim, evidence = entry.finding.finding, entry.finding.claim, entry.evidence
    settled = (finding.mend.text if finding.mend else None, finding.waiver.told if finding.waiver else None, entry.odd)
    told = (finding.status, finding.level, finding.how, finding.slip, finding.message, *settled)
    behind = _behind(evidence, view) if evidence else (None,) * 6
    ids = (claim.id, evidence.id if evidence else None)
    return (entry.number, entry.place, claim.text, claim.sentence.text, *told, *behind, *ids)


def _behind(claim: Claim, view: Digest) -> tuple[object, ...]:
    source = view.sources[claim.source]
    known = (view.names[source.id], source.published, view.place(claim), source.url or source.path)
    return (*known, claim.text, claim.sentence.text)


def _claims(view: Digest) -> Iterator[tuple[Fact | None, Claim]]:
    seen: set[str] = set()
    for row in view.rows:
        for claims in row.cells.values():
            yield from ((row.fact, claim) for claim in claims)
            seen.update(claim.id for claim in claims)
    yield from ((None, claim) for claim in view.report.claims if claim.id not in seen and claim.source in view.sources)


def _fact(fact: Fact | None) -> tuple[object, ...]:
    return (fact.id, fact.label, fact.verdict, fact.origins, fact.message) if fact else (None,) * 5


def _place(claim: Claim, view: Digest) -> tuple[object, ...]:
    return (view.names[claim.source], view.sources[claim.source].published, view.place(claim), claim.id, claim.kind)


def _figure(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    if claim.kind == "date":
        return (claim.text, None, None, None, None, None)
    bounds = (number(each) for each in (quantity.value, quantity.low, quantity.high))
    return (claim.text, *bounds, quantity.unit, quantity.hedge)


def _circumstances(claim: Claim) -> tuple[object, ...]:
    days = (claim.when.first, claim.when.last) if claim.when else (None, None)
    told = (claim.as_of, claim.speaker, claim.standing, claim.scope, claim.change)
    return (claim.noun, *days, *told, claim.sentence.text)
