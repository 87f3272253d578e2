"""What a correction does to the stories that drew on it."""

from dataclasses import dataclass

from reconcile.facts.report import DraftFinding, Problem, Report, Status
from reconcile.facts.source import Source


@dataclass(frozen=True, slots=True)
class TouchedFigure:
    """A figure of a draft that stands worse than before: the finding now, in the report it is from.

    `before` is how it stood against the source's former version, None where that is not at hand.
    """

    report: Report
    finding: DraftFinding
    before: Status | None


@dataclass(frozen=True, slots=True)
class Recheck:
    """Drafts looked at again: `touched` with their figures in reading order, `clear`, and those it has no bearing on.

    `changed` is the corrected source and `was` its former version; without them each draft was held against all its
    sources as they are now.
    """

    changed: Source | None
    was: Source | None
    touched: tuple[tuple[Source, tuple[TouchedFigure, ...]], ...] = ()
    clear: tuple[Source, ...] = ()
    apart: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
