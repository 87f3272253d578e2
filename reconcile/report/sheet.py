"""The report as CSV for spreadsheets: one claim a row, with its fact's verdict and the draft's standing beside it."""

import csv
from collections.abc import Iterator
from io import StringIO

from reconcile.facts import Claim, DraftFinding, Fact, Report
from reconcile.report.digest import Digest, digest
from reconcile.report.encode import number
from reconcile.report.inert import cell
from reconcile.report.options import RenderOptions

COLUMNS = (
    "fact", "label", "verdict", "origins", "message", "source", "published", "place", "claim", "kind", "figure",
    "value", "low", "high", "unit", "hedge", "noun", "first_day", "last_day", "as_of", "speaker", "standing", "scope",
    "change", "sentence", "draft_status", "draft_how", "draft_message",
)  # fmt: skip


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """A header and one line a claim, in the order of the facts; claims of no fact follow. No cell is a formula."""
    view = digest(report)
    findings = {finding.claim: finding for finding in report.draft}
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(COLUMNS)
    for fact, claim in _claims(view):
        row = (
            *_fact(fact),
            *_place(claim, view),
            *_figure(claim),
            *_circumstances(claim),
            *_draft(findings.get(claim.id)),
        )
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    return sheet.getvalue()


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


def _draft(finding: DraftFinding | None) -> tuple[object, ...]:
    return (finding.status, finding.how, finding.message) if finding else (None,) * 3
