import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from reconcile.facts import Inconsistency, Problem, Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked
from tests.report.hostile import PAYLOADS

SCHEMA = Draft4Validator(
    json.loads(Path(__file__).with_name("schemas").joinpath("sarif-2.1.0.json").read_text("utf-8"))
)
CURLY = "---\r\ntitle: Fähre\r\n---\r\n“The 🚢 cost €8m”, he said.\r\n"


def run(report: Report) -> dict[str, Any]:
    log = json.loads(FORMATS["sarif"].render(report))
    assert not [error.message for error in SCHEMA.iter_errors(log)]
    (only,) = log["runs"]
    return dict(only)


def results(report: Report) -> list[dict[str, Any]]:
    return list(run(report)["results"])


def test_the_schema_refuses_what_is_no_log() -> None:
    assert not SCHEMA.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_each_figure_is_a_result_of_its_kind(check: Report) -> None:
    found = results(check)
    assert [(each["ruleId"], each["kind"], each["level"]) for each in found] == [
        ("supported", "pass", "none"),
        ("contradicted", "fail", "error"),
        ("supported", "pass", "none"),
        ("contradicted", "fail", "error"),
        ("supported", "pass", "none"),
        ("unsupported", "fail", "warning"),
    ]
    assert found[1]["message"]["text"] == "“13” is contradicted: the sources say 31; the digits are transposed"


@pytest.mark.parametrize(
    ("status", "level", "kind"),
    [
        ("contradicted", "note", ("fail", "note")),
        ("unsupported", "error", ("fail", "error")),
        ("unsupported", "note", ("review", "none")),
        ("undecided", None, ("open", "none")),
        ("undecided", "warning", ("fail", "warning")),
        ("supported", "note", ("review", "none")),
    ],
)
def test_what_the_desk_thinks_grave_fails(status: str, level: str | None, kind: tuple[str, str]) -> None:
    (found,) = results(checked("It cost €8m.", "€8m", status=status, level=level))
    assert (found["kind"], found["level"]) == kind


def test_what_the_desk_ignores_is_no_result() -> None:
    assert results(checked("It cost €8m.", "€8m", level="ignore")) == []


def test_regions_count_utf_16_and_the_log_says_so() -> None:
    only = run(checked(CURLY, "€8m"))
    assert only["columnKind"] == "utf16CodeUnits"
    place = only["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "draft.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 4, "startColumn": 14, "endLine": 4, "endColumn": 17}


def test_related_locations_are_the_sentences_of_the_sources() -> None:
    (related,) = results(checked(CURLY, "€8m"))[0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "in/post.md"
    assert related["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 41}
    assert related["message"]["text"] == "Harbour Post (post.md:2): “The ferry 🚢 cost €9m, the “owner” said.”"


def test_every_rule_that_a_result_names_is_described(check: Report) -> None:
    only = run(check)
    rules = only["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in only["results"])
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_a_fingerprint_outlives_a_move_and_tells_repeats_apart() -> None:
    plain, moved = checked("It cost €8m.", "€8m"), checked("New.\n\nIt  cost €8m.", "€8m")
    (first,), (second,) = ([each["partialFingerprints"] for each in results(each)] for each in (plain, moved))
    assert first == second
    twice = results(checked("It cost €8m.\nIt cost €8m.\n", "€8m", "€8m"))
    assert len({each["partialFingerprints"]["figure/v1"] for each in twice}) == 2
    (other,) = results(checked("It cost €7m.", "€7m"))
    assert other["partialFingerprints"] != first


def test_a_waiver_is_a_suppression_with_its_reason() -> None:
    (found,) = results(checked("It cost €8m.", "€8m", waiver=WAIVER))
    assert found["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": WAIVER.told}]
    (found,) = results(checked("It cost €8m.", "€8m", waiver=replace(WAIVER, line=None)))
    assert found["suppressions"][0]["kind"] == "external"
    (found,) = results(checked("It cost €8m.", "€8m"))
    assert found["suppressions"] == []


def test_a_mend_is_a_fix_of_the_very_words() -> None:
    (found,) = results(checked(CURLY, "€8m", mend="€9m"))
    (change,) = found["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 4, "startColumn": 14, "endLine": 4, "endColumn": 17},
            "insertedContent": {"text": "€9m"},
        }
    ]


def test_a_document_is_named_without_a_place_in_it() -> None:
    (found,) = results(checked("It cost €8m.", "€8m", path="a b/dräft [1].docx", mend="€9m"))
    assert found["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/dr%C3%A4ft%20%5B1%5D.docx", "uriBaseId": "%SRCROOT%"}
    }
    assert "fixes" not in found


@pytest.mark.parametrize(
    ("path", "uri"), [("/home/x/a.md", "file:///home/x/a.md"), ("a:b.md", "a%3Ab.md"), ("../a.md", "../a.md")]
)
def test_paths_become_addresses(path: str, uri: str) -> None:
    (found,) = results(checked("It cost €8m.", "€8m", path=path))
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_draft_from_standard_input_has_no_address() -> None:
    (found,) = results(checked("It cost €8m.", "€8m", path="-"))
    assert found["locations"] == []


def test_figures_that_do_not_fit_one_another_are_told(check: Report) -> None:
    within = Inconsistency("parts", ("c41", "c42"), "9 and 13 are not 20")
    (found,) = (each for each in results(replace(check, inconsistencies=(within,))) if each["ruleId"] == "inconsistent")
    assert (found["kind"], found["level"]) == ("fail", "warning")
    assert found["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "draft.md"


def test_what_could_not_be_read_is_a_notification(check: Report) -> None:
    (invocation,) = run(replace(check, problems=(Problem("in/x.pdf", 3, "no text", "run OCR"),)))["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "in/x.pdf:3: no text (run OCR)"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_message_makes_a_link_or_a_placeholder(payload: str, hostile: Callable[[str], Report]) -> None:
    for each in results(hostile(payload)):
        for message in (each["message"], *(related["message"] for related in each["relatedLocations"])):
            assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", message["text"])
            assert not re.search(r"\{", message["text"].replace("{{", ""))


def test_a_report_that_checks_no_draft_has_no_result(report: Report) -> None:
    assert results(report) == []


def test_a_file_that_holds_several_sources_is_one_artifact_without_their_digests() -> None:
    report = checked("It cost €8m.", "€8m")
    told, draft = report.sources
    mail = replace(told, id="s2", path="in/a.eml", sha256="aa", extracted=True)
    sheet = replace(mail, id="s3", path="in/a.eml > b.csv", sha256="bb")
    alone = replace(told, sha256="cc")
    found = run(replace(report, sources=(alone, mail, sheet, draft)))["artifacts"]
    assert [(each["location"]["uri"], "hashes" in each) for each in found] == [
        ("in/post.md", True),
        ("in/a.eml", False),
        ("draft.md", False),
    ]
