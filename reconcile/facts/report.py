"""What the program answers: facts, the relations between them, the draft's findings, and what went wrong."""

from dataclasses import dataclass
from typing import Literal

from reconcile.facts.claim import Claim, Kind
from reconcile.facts.policy import Level, Waiver
from reconcile.facts.source import Source

Verdict = Literal["agree", "compatible", "updated", "discrepancy", "single-source", "undecided"]
Status = Literal["supported", "contradicted", "unsupported", "undecided"]
Slip = Literal[
    "digits", "digit", "magnitude", "unit", "points", "bound", "direction", "stale", "exchanged", "date", "period"
]  # fmt: skip
"""What went wrong between the right figure and the draft's: its digits in another order, one digit of it, its noughts
or its scale, its unit, per cent for percentage points, its bound, a rise for a fall, its day (an earlier state of a
running figure), its place (it is the figure of something else), its date, the period that it is told of."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: a feature or step, what it weighs (log-odds; 0 for a step of a verdict), and the words."""

    name: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (by id) compared: the sum of the weights of `reasons` is `score`, in log-odds."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of a running figure's timeline: which claim held as of when (ISO 8601, None when unknown)."""

    claim: str
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims that speak of one thing, and whether they can all be true.

    `reasons` are the steps of the verdict, `links` the pairs of claims that were joined, each with its evidence.
    `timeline` is filled for running figures.
    """

    id: str
    label: str
    kind: Kind
    claims: tuple[str, ...]
    verdict: Verdict
    origins: int
    message: str
    reasons: tuple[Reason, ...] = ()
    timeline: tuple[Moment, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation between facts; `source` is the source that states it, None when it joins several sources.

    `certain` is False for a sum that fits by its figures but that no wording ties together.
    """

    type: Literal["sum", "difference", "share", "percent_change"]
    whole: str
    parts: tuple[str, ...]
    source: str | None
    equation: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Mend:
    """What may stand in the draft instead: `text` for the code points from `start` to `end` of its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """The standing of one claim of the draft: `evidence` are claims of sources, `how` the way the figure follows.

    `slip` names what went wrong where it is recognisable; `mend` is there where the sources leave one answer.

    The desk's review adds how grave it is (`level`, None where nothing needs a look) and who vouches for it (`waiver`).
    """

    claim: str
    status: Status
    fact: str | None
    evidence: tuple[str, ...]
    how: str | None
    message: str
    slip: Slip | None = None
    mend: Mend | None = None
    level: Level | None = None
    waiver: Waiver | None = None


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Claims of the draft (by id, the one to look at first) that do not fit one another, whatever the sources say.

    `parts`: they do not add up to their total; `headline`: the headline and the text differ; `share`: a part of more
    than the whole; `weekday`: the date is not that day of the week.
    `level` and `waiver` are the desk's, as of a `DraftFinding`.
    """

    type: Literal["parts", "headline", "share", "weekday"]
    claims: tuple[str, ...]
    message: str
    level: Level | None = None
    waiver: Waiver | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or used: where (a path, URL or rule file), the line if known, and what to do."""

    where: str
    line: int | None
    message: str
    hint: str

    @property
    def place(self) -> str:
        """Where, as editors jump to it: `draft.md:12`, or the file alone."""
        return self.where if self.line is None else f"{self.where}:{self.line}"


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer. `rules` is the digest of the rulebook in force.

    `near` are pairs of claims of different sources that came near to being joined and were not, the nearest first.
    """

    rules: str
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...] = ()
    relations: tuple[Relation, ...] = ()
    draft: tuple[DraftFinding, ...] = ()
    problems: tuple[Problem, ...] = ()
    near: tuple[Link, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
