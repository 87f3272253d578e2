"""What a report means for the script that asked for it: the exit status."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.facts import DraftFinding, Inconsistency, Problem, Report

CLEAN, FOUND, FAILED = 0, 1, 2

VERDICTS = ("discrepancy", "undecided", "single-source", "updated", "compatible", "claim")
"""What can fail a comparison, the gravest first: verdicts, and `claim` for any numeric claim at all."""

LEVELS = ("error", "warning", "note")
"""What can fail a check, the gravest first: how grave the desk's policy takes a finding."""

STATUSES = ("contradicted", "unsupported", "undecided")
"""What of a checked draft can fail a run by its mere status, the gravest first."""

NEVER = "never"


def exit_status(report: "Report", fail_on: str, unread: "Sequence[Problem]") -> int:
    """FAILED when an input could not be read (whatever else was found), FOUND at or above `fail_on`, else CLEAN.

    An input of which the report itself says that it could not be read as a whole, for its language, counts like the
    others; what is said of one of its lines does not.
    `fail_on` is NEVER, or one of LEVELS and STATUSES for a report that checks a draft and of VERDICTS for any other.
    """
    places = {source.where for source in report.sources}
    if unread or any(p.line is None and p.where in places for p in report.problems):
        return FAILED
    return FOUND if reaches(report, fail_on) else CLEAN


def reaches(report: "Report", level: str) -> bool:
    """Whether the report holds a finding of this level or a graver one."""
    if any(source.role == "draft" for source in report.sources):
        findings: tuple[DraftFinding | Inconsistency, ...] = (*report.draft, *report.inconsistencies)
        return any(counts(finding, level) for finding in findings)
    if level == NEVER:
        return False
    grave = VERDICTS[: VERDICTS.index(level) + 1]
    return any(fact.verdict in grave for fact in report.facts) or ("claim" in grave and bool(report.claims))


def counts(finding: "DraftFinding | Inconsistency", level: str) -> bool:
    """Whether a finding that nobody has waived, and that the policy does not ignore, is as grave as that."""
    if level == NEVER or finding.waiver or finding.level == "ignore":
        return False
    if level in LEVELS:
        return finding.level in LEVELS[: LEVELS.index(level) + 1]
    return getattr(finding, "status", None) in STATUSES[: STATUSES.index(level) + 1]
