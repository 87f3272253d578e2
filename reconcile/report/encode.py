"""Facts -> the records of the JSON, and the JSON itself."""

import json
import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from reconcile import __version__
from reconcile.facts import Claim, Quantity, Report, Source
from reconcile.facts.recheck import Recheck, TouchedFigure
from reconcile.report import inert
from reconcile.report.options import RenderOptions
from reconcile.report.positions import Lines
from reconcile.report.record import (
    SCHEMA_VERSION,
    ClaimRecord,
    DraftRecord,
    EvidenceRecord,
    FactRecord,
    InconsistencyRecord,
    LinkRecord,
    Number,
    ProblemRecord,
    QuantityRecord,
    RecheckRecord,
    RelationRecord,
    ReportRecord,
    RolesRecord,
    SentenceRecord,
    SourceRecord,
    StepRecord,
    Tool,
    TouchedDraftRecord,
    TouchedRecord,
    WhenRecord,
)


def to_dict(item: Report | Claim, *, texts: bool = False) -> dict[str, Any]:
    """The JSON object of a report or of one claim, as plain dicts, lists, strings, ints and floats.

    `texts=True` adds to each source of a report the text that its claims' offsets count in.
    """
    record = report_record(item, texts=texts) if isinstance(item, Report) else claim_record(item)
    plain: dict[str, Any] = msgspec.to_builtins(record, builtin_types=())
    return plain


def render_json(report: Report, _options: RenderOptions | None = None) -> str:
    """One indented JSON object and a newline."""
    return indented(report_record(report))


def render_jsonl(report: Report, _options: RenderOptions | None = None) -> str:
    """One claim a line, in the order of the report."""
    return "".join(compact(record) + "\n" for record in _claims(report))


def report_record(report: Report, *, texts: bool = False) -> ReportRecord:
    """The record of a whole report."""
    return ReportRecord(
        schema_version=SCHEMA_VERSION,
        tool=Tool("reconcile", __version__, report.rules),
        sources=[_source_record(source, texts=texts) for source in report.sources],
        claims=list(_claims(report)),
        facts=_like(report.facts, list[FactRecord]),
        relations=_like(report.relations, list[RelationRecord]),
        draft=_like(report.draft, list[DraftRecord]),
        inconsistencies=_like(report.inconsistencies, list[InconsistencyRecord]),
        problems=_like(report.problems, list[ProblemRecord]),
        near=_like(report.near, list[LinkRecord]),
    )


def _claims(report: Report) -> Iterator[ClaimRecord]:
    """The records of a report's claims, with their places."""
    sources = {source.id: (source, Lines.of(source.text)) for source in report.sources}
    for claim in report.claims:
        place = _place(claim, *sources[claim.source]) if claim.source in sources else {}
        yield msgspec.structs.replace(claim_record(claim), **place)


def _place(claim: Claim, source: Source, lines: Lines) -> dict[str, int | str | None]:
    """Where a claim stands in its document, by the fields of its record."""
    if page := source.page_of(claim.start):
        return {"page": page}
    if spot := source.spot_of(claim.start):
        return {spot.unit: spot.number, "column": spot.column or None}
    return {} if source.extracted else {"line": lines.line(claim.start)}


def claim_record(claim: Claim) -> ClaimRecord:
    """The record of one claim, without its place, which only its source knows.

    The words that only alignment needs (`context`) stay behind.
    """
    return ClaimRecord(
        id=claim.id,
        source=claim.source,
        kind=claim.kind,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        sentence=_like(claim.sentence, SentenceRecord),
        quantity=_quantity_record(claim.quantity),
        change=claim.change,
        noun=claim.noun,
        measure=claim.measure,
        subject=claim.subject,
        event=claim.event,
        roles=_like(claim.roles, RolesRecord),
        scope=claim.scope,
        when=_like(claim.when, WhenRecord) if claim.when else None,
        as_of=claim.as_of,
        speaker=claim.speaker,
        standing=claim.standing,
        equivalent_of=claim.equivalent_of,
        trail=[_like(step, StepRecord) for step in claim.trail],
    )


def recheck_record(recheck: Recheck, rules: str) -> RecheckRecord:
    """The record of a recheck by the rulebook of this digest."""
    return RecheckRecord(
        schema_version=SCHEMA_VERSION,
        tool=Tool("reconcile", __version__, rules),
        changed=_path(recheck.changed),
        was=_path(recheck.was),
        touched=[
            TouchedDraftRecord(draft.path, draft.title, draft.published, [_touched_record(each) for each in figures])
            for draft, figures in recheck.touched
        ],
        clear=[_path(draft) for draft in recheck.clear],
        apart=[_path(draft) for draft in recheck.apart],
        problems=_like(recheck.problems, list[ProblemRecord]),
    )


def _touched_record(touched: TouchedFigure) -> TouchedRecord:
    finding = touched.finding
    claims = {claim.id: claim for claim in touched.report.claims}
    sources = {source.id: source for source in touched.report.sources}
    claim = claims[finding.claim]
    return TouchedRecord(
        text=claim.text,
        start=claim.start,
        end=claim.end,
        sentence=_like(claim.sentence, SentenceRecord),
        before=touched.before,
        status=finding.status,
        level=finding.level,
        message=finding.message,
        evidence=[
            EvidenceRecord(_path(sources[each.source]), each.text, each.sentence.text)
            for each in map(claims.__getitem__, finding.evidence)
        ],
    )


def _path(source: Source | None) -> str | None:
    return (source.path or source.url) if source else None


def number(value: Decimal | None) -> Number | None:
    """An int where integral, else the nearest float; None for what JSON has no number for (beyond a double's range)."""
    if value is None or not value.is_finite() or not math.isfinite(float(value)):
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _source_record(source: Source, *, texts: bool) -> SourceRecord:
    record: SourceRecord = _like(source, SourceRecord)
    return record if texts else msgspec.structs.replace(record, text=msgspec.UNSET)


def _quantity_record(quantity: Quantity) -> QuantityRecord:
    return QuantityRecord(
        value=number(quantity.value),
        low=number(quantity.low),
        high=number(quantity.high),
        unit=quantity.unit,
        hedge=quantity.hedge,
        step=number(quantity.step),
    )


def _like(item: object, shape: Any) -> Any:
    """`item` as the record `shape`, whose fields carry the names of the dataclass's own."""
    return msgspec.convert(item, shape, from_attributes=True)


def compact(item: msgspec.Struct | Mapping[str, Any]) -> str:
    """JSON in one line in which nothing can steer a terminal: what is invisible or a lone surrogate stands escaped."""
    try:
        encoded = msgspec.json.encode(item).decode()
    except UnicodeEncodeError:  # a lone surrogate, which UTF-8 has no form for
        plain = msgspec.to_builtins(item, builtin_types=())
        encoded = json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return inert.json_text(encoded)


def indented(item: msgspec.Struct | Mapping[str, Any]) -> str:
    """The same JSON for people: indented, with a newline at its end."""
    return msgspec.json.format(compact(item), indent=2) + "\n"
