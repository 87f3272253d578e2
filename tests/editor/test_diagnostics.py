from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from reconcile.editor.checker import Checked
from reconcile.editor.diagnostics import diagnostics
from reconcile.facts import Problem, Report
from reconcile.report.alerts import alerts
from tests.report.drafts import TOLD, WAIVER, checked

DRAFT = Path("/desk/draft.md")
TEXT = "“So 🚢”: it cost €8m.\rOr €7m.\n"


def shown(report: Report, *problems: Problem, unit: Any = "utf-16") -> list[types.Diagnostic]:
    (draft,) = (source for source in report.sources if source.role == "draft")
    return diagnostics(Checked(draft.text, alerts(report), problems), DRAFT, unit)


@pytest.mark.parametrize(("unit", "column"), [("utf-16", 17), ("utf-8", 23), ("utf-32", 16)])
def test_a_range_counts_from_nought_in_the_agreed_unit(unit: str, column: int) -> None:
    first, second = shown(checked(TEXT, "€8m", "€7m"), unit=unit)
    assert first.range.start == types.Position(0, column)
    assert second.range.start == types.Position(1, 3)


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        ("error", types.DiagnosticSeverity.Error),
        ("warning", types.DiagnosticSeverity.Warning),
        ("note", types.DiagnosticSeverity.Information),
    ],
)
def test_the_desks_level_is_the_severity(level: str, severity: types.DiagnosticSeverity) -> None:
    (found,) = shown(checked(TEXT, "€8m", level=level))
    assert (found.severity, found.source, found.message) == (
        severity, "reconcile", "contradicted: Harbour Post says €9m"
    )  # fmt: skip


def test_related_information_leads_to_the_sentence() -> None:
    (found,) = shown(checked(TEXT, "€8m"))
    (related,) = found.related_information or ()
    assert related.location.uri == Path("in/post.md").absolute().as_uri()
    start, end = related.location.range.start, related.location.range.end
    assert (start.line, start.character, end.line) == (1, 0, 1)
    assert end.character == len(TOLD.splitlines()[1]) + 1, "one character takes two units"


@pytest.mark.parametrize("more", [{"waiver": WAIVER}, {"level": "ignore"}, {"status": "supported"}])
def test_what_is_settled_is_not_shown(more: dict[str, Any]) -> None:
    assert shown(checked(TEXT, "€8m", **more)) == []


def test_a_fault_of_a_waiver_stands_on_its_line_and_another_files_on_the_first() -> None:
    text = "One.\nTwo €8m. <!-- x -->\n"
    own = Problem(str(DRAFT), 2, "waives nothing", "say why")
    other = Problem("/desk/.reconcile.toml", 3, "unknown key", "mend it")
    *_, first, second = shown(checked(text, "€8m"), own, other)
    assert (first.range, first.message) == (
        types.Range(types.Position(1, 0), types.Position(1, 19)), "waives nothing (say why)"
    )  # fmt: skip
    assert (second.range.start.line, second.message) == (0, "/desk/.reconcile.toml:3: unknown key (mend it)")


def test_a_problem_past_the_end_stands_on_the_last_line() -> None:
    (found,) = diagnostics(Checked("One.", None, (Problem(str(DRAFT), 9, "x", "y"),)), DRAFT, "utf-16")
    assert found.range.start.line == 0
