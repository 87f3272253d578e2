import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reconcile.facts import Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked

SCHEMA = Draft202012Validator(
    json.loads(Path(__file__).with_name("schemas").joinpath("rdjson.json").read_text("utf-8"))
)
CURLY = "---\r\ntitle: Fähre\r\n---\r\n“The 🚢 cost €8m”, he said.\rOr €7m.\r\n"


def result(report: Report) -> dict[str, Any]:
    found = json.loads(FORMATS["rdjson"].render(report))
    assert not [error.message for error in SCHEMA.iter_errors(found)]
    return dict(found)


def test_what_needs_a_look_comes_gravest_first(check: Report) -> None:
    found = result(check)
    told = [
        (each["severity"], each["code"]["value"], each["location"]["range"]["start"]) for each in found["diagnostics"]
    ]
    assert told == [
        ("ERROR", "contradicted", {"line": 1, "column": 60}),
        ("ERROR", "contradicted", {"line": 2, "column": 40}),
        ("WARNING", "unsupported", {"line": 3, "column": 39}),
    ]
    assert found["severity"] == "ERROR"


def test_columns_count_bytes_and_lines_are_gits() -> None:
    found = result(checked(CURLY, "€8m", "€7m"))["diagnostics"]
    assert [each["location"]["range"] for each in found] == [
        {"start": {"line": 4, "column": 18}, "end": {"line": 4, "column": 23}},
        {"start": {"line": 4, "column": 40}, "end": {"line": 4, "column": 45}},
    ]
    line = CURLY.split("\n")[3].encode()
    assert [line[17:22].decode(), line[39:44].decode()] == ["€8m", "€7m"]


def test_a_mend_is_a_suggestion_for_the_same_bytes() -> None:
    (found,) = result(checked(CURLY, "€8m", mend="€9m"))["diagnostics"]
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "€9m"}]


def test_the_message_quotes_the_source() -> None:
    (found,) = result(checked(CURLY, "€8m"))["diagnostics"]
    assert found["message"] == (
        "“€8m” is contradicted: Harbour Post says €9m\n"
        "- Harbour Post (post.md:2): “The ferry 🚢 cost €9m, the “owner” said.”"
    )


@pytest.mark.parametrize("more", [{"waiver": WAIVER}, {"level": "ignore"}, {"status": "supported"}])
def test_what_is_settled_is_no_diagnostic(more: dict[str, Any]) -> None:
    assert result(checked(CURLY, "€8m", **more)) == {"source": {"name": "reconcile"}, "diagnostics": []}


def test_a_document_is_named_without_a_place_in_it() -> None:
    (found,) = result(checked("It cost €8m.", "€8m", path="draft.docx", mend="€9m"))["diagnostics"]
    assert found["location"] == {"path": "draft.docx"}
    assert found["message"].startswith("“€8m” is contradicted (text line 1): ")
    assert "suggestions" not in found
