"""A check as the protocol's diagnostics: what needs a look, with a way to each sentence that it rests on."""

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from reconcile.editor.checker import Checked
from reconcile.editor.places import range_of, sentence_of
from reconcile.facts import Problem
from reconcile.report.alerts import Alert, Alerts
from reconcile.report.inert import plain
from reconcile.report.positions import Lines, Unit

_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
SOURCE = "reconcile"


def diagnostics(checked: Checked, path: Path, unit: Unit) -> list[types.Diagnostic]:
    """The diagnostics of a draft: its figures, the gravest first, then what is wrong around it."""
    lines = Lines.of(checked.text)
    found = [diagnostic(each, checked.alerts, lines, unit) for each in checked.alerts.open] if checked.alerts else []
    return [*found, *(_trouble(each, path, lines, unit) for each in checked.problems)]


def diagnostic(each: Alert, found: Alerts, lines: Lines, unit: Unit) -> types.Diagnostic:
    """The diagnostic of one alert."""
    return types.Diagnostic(
        range=range_of(lines, each.claim.start, each.claim.end, unit),
        message=plain(f"{each.rule.id}: {each.message}"),
        severity=_SEVERITY[each.level or "note"],
        code=each.rule.id,
        source=SOURCE,
        related_information=list(_related(each, found, unit)),
    )


def _related(each: Alert, found: Alerts, unit: Unit) -> Iterator[types.DiagnosticRelatedInformation]:
    for claim in each.evidence:
        location = sentence_of(claim, found.view.sources[claim.source], unit)
        if location:
            yield types.DiagnosticRelatedInformation(location, found.cited(claim))


def _trouble(problem: Problem, path: Path, lines: Lines, unit: Unit) -> types.Diagnostic:
    """A problem on its line of the draft; what is wrong with another file stands on the first, and names the file."""
    own = problem.where == str(path)
    line = min(problem.line or 1, len(lines.starts)) if own else 1
    start = lines.starts[line - 1]
    end = start + len(lines.text[start : lines.starts[line] if line < len(lines.starts) else None].rstrip("\r\n"))
    other = "" if own else problem.place
    told = f"{other}: {problem.message}" if other else problem.message
    return types.Diagnostic(
        range=range_of(lines, start, end, unit),
        message=plain(f"{told} ({problem.hint})"),
        severity=types.DiagnosticSeverity.Warning,
        source=SOURCE,
    )
