"""A check in the Reviewdog Diagnostic Format: comments on a change, with mends as suggestions.

Lines are those of Git; columns count bytes of UTF-8 from 1, and a range ends before its end column.
"""

from typing import Any

from reconcile.facts import Report, Source
from reconcile.report.alerts import Alert, Alerts, alerts
from reconcile.report.encode import indented
from reconcile.report.inert import plain
from reconcile.report.options import RenderOptions
from reconcile.report.positions import GIT_BREAKS, Lines, in_file

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """One DiagnosticResult: what needs a look and is not waived, the gravest first."""
    found = alerts(report)
    lines = {source.id: Lines.of(source.text, GIT_BREAKS) for source in report.sources if source.role == "draft"}
    diagnostics = [_diagnostic(each, found, lines[each.source.id]) for each in found.open]
    worst = {"severity": diagnostics[0]["severity"]} if diagnostics else {}
    return indented({"source": {"name": "reconcile"}, **worst, "diagnostics": diagnostics})


def _diagnostic(each: Alert, found: Alerts, lines: Lines) -> dict[str, Any]:
    told = "\n".join([each.told, *(f"- {found.cited(claim)}" for claim in each.evidence)])
    mends = [{"range": _range(each.mend.start, each.mend.end, lines), "text": each.mend.text}] if each.mend else []
    whole = in_file(each.source)
    return {
        "message": told,
        "location": {
            "path": _path(each.source),
            **({"range": _range(each.claim.start, each.claim.end, lines)} if whole else {}),
        },
        "severity": _SEVERITY[each.level or "note"],
        "code": {"value": each.rule.id},
        **({"suggestions": mends} if mends and whole else {}),
    }


def _path(source: Source) -> str:
    return plain(source.path or source.url or source.id)


def _range(start: int, end: int, lines: Lines) -> dict[str, Any]:
    first, last = lines.place(start, "utf-8"), lines.place(end, "utf-8")
    return {"start": first._asdict(), "end": last._asdict()}
