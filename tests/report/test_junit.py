from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reconcile.facts import Problem, Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked
from tests.report.hostile import PAYLOADS

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("schemas") / "junit-10.xsd"))


def suite(report: Report) -> Any:
    root = etree.fromstring(FORMATS["junit"].render(report).encode())
    assert SCHEMA.validate(root), SCHEMA.error_log
    (only,) = root
    return only


def test_each_figure_is_a_case_in_reading_order(check: Report) -> None:
    found = suite(check)
    assert [[each.tag for each in case] for case in found] == [
        ["system-out"], ["failure"], ["system-out"], ["failure"], ["system-out"], ["system-out"]
    ]  # fmt: skip
    assert (found.get("name"), found.get("tests"), found.get("failures"), found.get("skipped")) == (
        "draft.md", "6", "2", "0"
    )  # fmt: skip


def test_a_failure_tells_figure_message_place_and_source() -> None:
    (case,) = suite(checked("The “Ship” cost €8m & more.", "€8m"))
    assert case.get("name") == "“€8m” in “The “Ship” cost €8m & more.”"
    (failure,) = case
    assert failure.get("message") == "“€8m” is contradicted: Harbour Post says €9m"
    assert failure.text.splitlines() == [
        "draft.md:1: “€8m” is contradicted: Harbour Post says €9m",
        "Harbour Post (post.md:2): “The ferry 🚢 cost €9m, the “owner” said.”",
    ]


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({"status": "unsupported"}, "system-out"),
        ({"status": "unsupported", "level": "error"}, "failure"),
        ({"level": "warning"}, "system-out"),
        ({"waiver": WAIVER}, "skipped"),
    ],
)
def test_the_desks_level_and_waivers_decide(more: dict[str, Any], outcome: str) -> None:
    (case,) = suite(checked("It cost €8m.", "€8m", **more))
    assert [each.tag for each in case] == [outcome]


def test_a_skipped_case_says_who_waived_it_and_why() -> None:
    (case,) = suite(checked("It cost €8m.", "€8m", waiver=WAIVER))
    assert case[0].get("message") == WAIVER.told


def test_names_are_distinct_and_stay_when_lines_move() -> None:
    once = [case.get("name") for case in suite(checked("It cost €8m.\nIt cost €8m.", "€8m", "€8m"))]
    assert len(set(once)) == 2
    assert once == [case.get("name") for case in suite(checked("New.\n\nIt cost €8m.\nIt cost €8m.", "€8m", "€8m"))]


def test_problems_stand_in_the_error_output_and_fail_no_test(check: Report) -> None:
    found = suite(replace(check, problems=(Problem("in/x.pdf", 3, "no text", "run OCR"), Problem("y", None, "a", "b"))))
    assert found[-1].tag == "system-err"
    assert found[-1].text == "in/x.pdf:3: no text (run OCR)\ny: a (b)"
    assert (found.get("errors"), found.get("tests")) == ("0", "6")


@pytest.mark.parametrize("payload", [*PAYLOADS, "]]><x/>", "\ufffe\uffff"])
def test_any_text_gives_a_document_of_the_same_shape(payload: str, hostile: Callable[[str], Report]) -> None:
    assert {each.tag for each in suite(hostile(payload)).iter()} == {
        "testsuite", "testcase", "failure", "skipped", "system-out", "system-err"
    }  # fmt: skip
