"""What a report means for the script that asked for it: the exit status."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.facts import Problem, Report

CLEAN, FOUND, FAILED = 0, 1, 2

LEVELS = ("discrepancy", "undecided", "single-source", "updated", "compatible", "claim")
"""What can fail a run, the gravest first: verdicts, and `claim` for any numeric claim at all."""

STATUSES = ("contradicted", "unsupported", "undecided")
"""What of a checked draft can fail a run, the gravest first."""

NEVER = "never"


def exit_status(report: "Report", fail_on: str, unread: "Sequence[Problem]") -> int:
    """FAILED when an input could not be read (whatever else was found), FOUND at or above `fail_on`, else CLEAN.

    `fail_on` is NEVER, or one of STATUSES for a report that checks a draft and of LEVELS for any other.
    """
    if unread:
        return FAILED
    return FOUND if reaches(report, fail_on) else CLEAN


def reaches(report: "Report", level: str) -> bool:
    """Whether the report holds a finding of this level or a graver one."""
    if level == NEVER:
        return False
    if any(source.role == "draft" for source in report.sources):
        return any(finding.status in STATUSES[: STATUSES.index(level) + 1] for finding in report.draft)
    grave = LEVELS[: LEVELS.index(level) + 1]
    return any(fact.verdict in grave for fact in report.facts) or ("claim" in grave and bool(report.claims))
