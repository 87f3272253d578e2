from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from reconcile.desk.waivers import waivers_of
from reconcile.editor.checker import Checked
from reconcile.editor.fixes import fixes
from reconcile.facts import Source
from reconcile.report.alerts import alerts
from reconcile.report.positions import Lines, Place
from tests.report.drafts import checked

URI = "file:///draft.md"
TEXT = "“So 🚢”: it cost €8m.\r\nMore.\r\n"


def actions(text: str, *figures: str, at: int = 0, by: str | None = None, **more: Any) -> list[types.CodeAction]:
    """The fixes at an offset of a draft whose figures the source contradicts."""
    place = Lines.of(text).place(at or text.index(figures[0]), "utf-16")
    here = types.Position(place.line - 1, place.column - 1)
    found = alerts(checked(text, *figures, **more))
    return fixes(Checked(text, found, by=by), URI, types.Range(here, here), "utf-16")


def applied(text: str, action: types.CodeAction) -> str:
    assert action.edit
    assert action.edit.changes
    (edit,) = action.edit.changes[URI]
    lines = Lines.of(text)
    start, end = (
        lines.offset(Place(each.line + 1, each.character + 1), "utf-16") for each in (edit.range.start, edit.range.end)
    )
    return text[:start] + edit.new_text + text[end:]


def test_a_mend_writes_the_very_words() -> None:
    mend, _ = actions(TEXT, "€8m", mend="€9m")
    assert mend.title == "Write “€9m” instead of “€8m”"
    assert applied(TEXT, mend) == TEXT.replace("€8m", "€9m")
    assert mend.diagnostics
    assert mend.diagnostics[0].code == "contradicted"


@pytest.mark.parametrize(
    ("path", "text", "figure", "expected"),
    [
        ("a.md", TEXT, "€8m", '€8m. <!-- reconcile: ignore[contradicted] reason="" figure="€8m" -->\r\nMore'),
        ("a.txt", TEXT, "€8m", '€8m. // reconcile: ignore[contradicted] reason="" figure="€8m"\r\nMore'),
        ("a.md", "It cost €8m", "€8m", 'It cost €8m <!-- reconcile: ignore[contradicted] reason="" figure="€8m" -->'),
        ("a.txt", 'Cost €8m. // reconcile: ignore[undecided] reason="x"', "€8m", "--> // reconcile: ignore[undecided]"),
        ("a.md", "Not.\nIt cost €8\nmillion.", "€8\nmillion", '" figure="€8 million" -->\nIt cost €8\nmillion.'),
    ],
)
def test_a_waiver_stands_where_the_desk_heeds_it(path: str, text: str, figure: str, expected: str) -> None:
    (waive,) = actions(text, figure, path=path)
    after = applied(text, waive)
    assert expected in after
    whole = Source("draft", after.replace('reason=""', 'reason="a letter"'), path=path)
    found, faults = waivers_of(whole)
    assert faults == ()
    (claim,) = checked(whole.text, figure).claims[1:]
    assert any(one.waives("contradicted", claim) for one in found)


def test_a_waiver_names_who_writes_where_the_settings_say() -> None:
    (waive,) = actions("It cost €8m", "€8m", by="Jo Doe")
    assert 'by="Jo Doe"' in applied("It cost €8m", waive)


def test_only_what_is_under_the_cursor_is_fixed() -> None:
    text = "It cost €8m.\n\nNot €7m."
    (waive,) = actions(text, "€8m", "€7m", at=text.index("€7m") + 1)
    assert "€7m" in waive.title
    assert actions(text, "€8m", "€7m", at=text.index("Not")) == []


def test_what_is_waived_or_supported_needs_no_fix() -> None:
    assert actions("It cost €8m", "€8m", status="supported") == []


def test_no_draft_no_fix() -> None:
    nowhere = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert fixes(Checked("x"), Path("/draft.md").as_uri(), nowhere, "utf-16") == []
