import re
from collections.abc import Callable
from typing import Any

import pytest

from reconcile.facts import Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked
from tests.report.hostile import PAYLOADS

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^:,\n]*,?)*)::([^\n]*)")


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """Kind, properties and message of each command, unescaped as GitHub's runner does it."""
    *lines, log = FORMATS["github"].render(report).removesuffix("\n").split("\n")
    assert not log.startswith("::")
    found = []
    for line in lines:
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(each.split("=", 1) for each in match[2].split(","))
        found.append((match[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_a_figure_is_an_annotation_of_its_place() -> None:
    assert FORMATS["github"].render(checked("“The 🚢, at 100%: €8m”", "€8m", path="in: a, b.md")) == (
        "::error file=in%3A a%2C b.md,line=1,endLine=1,col=19,endColumn=22,title=“€8m” is contradicted::"
        "Harbour Post says €9m%0AHarbour Post (post.md:2): “The ferry 🚢 cost €9m, the “owner” said.”\n"
        "reconcile: 1 contradicted\n"
    )


def test_the_log_counts_all_and_the_gravest_come_first(check: Report) -> None:
    assert [kind for kind, _, _ in commands(check)] == ["error", "error", "warning"]
    assert FORMATS["github"].render(check).endswith("\nreconcile: 2 contradicted, 1 unsupported, 3 supported\n")


def test_a_percent_sign_in_a_message_stays_one() -> None:
    (found,) = commands(checked("It cost €8m.", "€8m", message="it is 5%25, 100%\nof it"))
    assert found[2].startswith("it is 5%25, 100%\nof it\n")


def test_a_figure_over_two_lines_has_no_columns() -> None:
    (found,) = commands(checked("It cost €8\nmillion.", "€8\nmillion"))
    assert found[1] == {"file": "draft.md", "line": "1", "endLine": "2", "title": "“€8 million” is contradicted"}


@pytest.mark.parametrize(("number", "shown", "rest"), [(10, 10, None), (11, 10, "1 more"), (30, 10, "20 more")])
def test_more_than_ten_of_a_kind_are_counted(number: int, shown: int, rest: str | None) -> None:
    found = commands(checked("It cost €8m.\n" * number, *["€8m"] * number))
    assert [kind for kind, _, _ in found].count("error") == shown
    assert [message for kind, _, message in found if kind == "notice"] == (
        [f"{rest} not shown here: {number - 10} contradicted"] if rest else []
    )


def test_the_count_of_the_rest_is_one_of_the_ten_notices() -> None:
    found = commands(checked("It cost €8m.\n" * 12, *["€8m"] * 12, status="undecided"))
    assert [kind for kind, _, _ in found] == ["notice"] * 10
    assert found[-1][2] == "3 more not shown here: 3 undecided"


@pytest.mark.parametrize(
    ("more", "log"), [({"waiver": WAIVER}, "1 waived"), ({"level": "ignore"}, "no figure in the draft")]
)
def test_what_is_settled_is_no_annotation(more: dict[str, Any], log: str) -> None:
    assert FORMATS["github"].render(checked("It cost €8m.", "€8m", **more)) == f"reconcile: {log}\n"


@pytest.mark.parametrize(("path", "properties"), [("-", {"title"}), ("a.docx", {"file", "title"}), (None, {"title"})])
def test_a_place_is_told_only_where_there_is_one(path: str | None, properties: set[str]) -> None:
    (found,) = commands(checked("It cost €8m.", "€8m", path=path))
    assert set(found[1]) == properties


@pytest.mark.parametrize("payload", [*PAYLOADS, "x\n::error file=y::z", "%0A::warning::x", "::stop-commands::pause"])
def test_no_text_becomes_a_command_of_its_own(payload: str, hostile: Callable[[str], Report]) -> None:
    assert len(commands(hostile(payload))) == 2
