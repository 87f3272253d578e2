"""The shape of the JSON that others rely on: one Struct an object, its fields in the order they are written.

The JSON Schema is generated from these Structs (see `reconcile.report.schema`), so they are its only description.
A field may be added freely; renaming or dropping one raises `SCHEMA_VERSION`.
"""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from reconcile.facts.claim import Change, Kind, Scope, Standing
from reconcile.facts.policy import Level
from reconcile.facts.quantity import Hedge
from reconcile.facts.report import Slip, Status, Verdict

SCHEMA_VERSION = "1.0"
Number = int | float


class Tool(Struct, frozen=True):
    """The program that made the report; `rules` is the digest of the rulebook in force."""

    name: str
    version: str
    rules: str


class SourceRecord(Struct, frozen=True):
    """A document that was read. `text` (what offsets count in) stands only where the caller asked for it."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    publisher: str | None
    byline: str | None
    credit: list[str]
    published: str | None
    modified: str | None
    version: str | None
    guid: str | None
    language: str
    notes: list[str]
    sha256: str
    role: Literal["source", "draft"]
    origin: str | None
    story: str | None
    superseded_by: str | None
    pages: list[int]
    text: str | UnsetType = UNSET


class SentenceRecord(Struct, frozen=True):
    """The sentence around a figure, placed in its source in code points."""

    start: int
    end: int
    text: str


class QuantityRecord(Struct, frozen=True):
    """A figure as an interval in `unit`; an open bound is null, and so is `value` where only bounds are stated."""

    value: Number | None
    low: Number | None
    high: Number | None
    unit: str
    hedge: Hedge
    step: Number | None


class RolesRecord(Struct, frozen=True, rename={"from_": "from", "in_": "in"}):
    """Places and parties around a figure, as written."""

    from_: list[str]
    to: list[str]
    in_: list[str]
    by: list[str]


class WhenRecord(Struct, frozen=True):
    """A date or period as written, and the first and last ISO day it covers."""

    text: str
    first: str
    last: str


class StepRecord(Struct, frozen=True):
    """One rule's part in a reading, placed in the source in code points."""

    rule: str
    start: int
    end: int
    note: str


class ClaimRecord(Struct, frozen=True):
    """One figure read in one source: `source_text[start:end] == text`. A date has the unit "date" and no figures.

    Its place in the document as people count it, from 1: the `page` of a paginated one, the `paragraph` of an office's,
    the `row` (and the `column`, by its heading) of a sheet, the `line` of a file that is all text; the others are null.
    """

    id: str
    source: str
    kind: Kind
    start: int
    end: int
    text: str
    sentence: SentenceRecord
    quantity: QuantityRecord
    change: Change
    noun: str | None
    measure: str | None
    subject: str | None
    event: str | None
    roles: RolesRecord
    scope: Scope
    when: WhenRecord | None
    as_of: str | None
    speaker: str | None
    standing: Standing
    equivalent_of: str | None
    trail: list[StepRecord]
    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    row: int | None = None
    column: str | None = None


class ReasonRecord(Struct, frozen=True):
    """One piece of evidence for a join or a verdict; `weight` is in log-odds, 0 for a step of a verdict."""

    name: str
    weight: float
    detail: str


class LinkRecord(Struct, frozen=True):
    """Two claims (by id) that were compared; the weights of the reasons add up to the score, in log-odds."""

    a: str
    b: str
    score: float
    reasons: list[ReasonRecord]


class MomentRecord(Struct, frozen=True):
    """One point of a running figure: the claim that held as of then."""

    claim: str
    as_of: str | None


class FactRecord(Struct, frozen=True):
    """Claims (by id) that speak of one thing, and whether they can all be true. `origins` counts independent ones.

    `reasons` are the steps of the verdict and the evidence of the surest join; `links` are all joins.
    """

    id: str
    label: str
    kind: Kind
    claims: list[str]
    verdict: Verdict
    origins: int
    message: str
    reasons: list[ReasonRecord]
    timeline: list[MomentRecord]
    links: list[LinkRecord]


class RelationRecord(Struct, frozen=True):
    """An equation between facts (by id); not `certain` where only the figures fit and no wording ties them."""

    type: Literal["sum", "difference", "share", "percent_change"]
    whole: str
    parts: list[str]
    source: str | None
    equation: str
    certain: bool


class MendRecord(Struct, frozen=True):
    """What may stand in the draft instead of its code points from `start` to `end`."""

    start: int
    end: int
    text: str


class WaiverRecord(Struct, frozen=True):
    """Somebody's word that a finding may stand: why, who, in which file and line, since and until which ISO day."""

    reason: str
    by: str | None
    where: str
    line: int | None
    on: str | None
    until: str | None


class DraftRecord(Struct, frozen=True):
    """The standing of one claim of the draft against the sources; `how` names the way its figure follows.

    `slip` names what went wrong where it is recognisable; `mend` is there where the sources leave one answer.
    `level` is what the desk makes of it, null where nothing needs a look; a waived finding fails no run.
    """

    claim: str
    status: Status
    fact: str | None
    evidence: list[str]
    how: str | None
    message: str
    slip: Slip | None
    mend: MendRecord | None
    level: Level | None
    waiver: WaiverRecord | None


class InconsistencyRecord(Struct, frozen=True):
    """Claims of the draft (by id, the one to look at first) that do not fit one another, whatever the sources say."""

    type: Literal["parts", "headline", "share", "weekday"]
    claims: list[str]
    message: str
    level: Level | None
    waiver: WaiverRecord | None


class ProblemRecord(Struct, frozen=True):
    """Something that could not be read or used, and what to do about it."""

    where: str
    line: int | None
    message: str
    hint: str


class ReportRecord(Struct, frozen=True):
    """The whole answer; `near` are the pairs that came near to being joined. More is told at `reconcile.facts`."""

    schema_version: str
    tool: Tool
    sources: list[SourceRecord]
    claims: list[ClaimRecord]
    facts: list[FactRecord]
    relations: list[RelationRecord]
    draft: list[DraftRecord]
    inconsistencies: list[InconsistencyRecord]
    problems: list[ProblemRecord]
    near: list[LinkRecord]


class EvidenceRecord(Struct, frozen=True):
    """What a source (by its path or address) says to a figure: its own figure, and the sentence that holds it."""

    source: str | None
    text: str
    sentence: str


class TouchedRecord(Struct, frozen=True):
    """A figure of a draft, placed in its text in code points, that a correction touches.

    `before` is how it stood against the former version of the source, null where that was not at hand.
    """

    text: str
    start: int
    end: int
    sentence: SentenceRecord
    before: Status | None
    status: Status
    level: Level | None
    message: str
    evidence: list[EvidenceRecord]


class TouchedDraftRecord(Struct, frozen=True):
    """A draft with the figures that a correction touches."""

    path: str | None
    title: str | None
    published: str | None
    figures: list[TouchedRecord]


class RecheckRecord(Struct, frozen=True):
    """What a correction does to drafts: those it touches; and by path those that stand, and those it has no bearing on.

    `changed` and `was` are the versions of the corrected source by path, null where drafts were held against their
    sources as they are.
    """

    schema_version: str
    tool: Tool
    changed: str | None
    was: str | None
    touched: list[TouchedDraftRecord]
    clear: list[str | None]
    apart: list[str | None]
    problems: list[ProblemRecord]
