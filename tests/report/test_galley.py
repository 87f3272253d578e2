from dataclasses import replace

import pytest

from reconcile.facts import Cell, Source
from reconcile.report import galley as module
from reconcile.report.galley import Paragraph, Run, galley
from tests.report.drafts import checked


def texts(source: Source) -> list[str]:
    return ["".join(run.text for run in each.runs) for each in galley(source, ())]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One line\nthat goes on.\n\nAnother.\n", ["One line\nthat goes on.", "Another.\n"]),
        ("One.\r\n\r\nTwo.\r \rThree.", ["One.", "Two.", "Three."]),
        ("# Head\nText.\n- one\n- two\n\n\n", ["# Head", "Text.", "- one", "- two"]),
        ("", []),
    ],
)
def test_paragraphs_end_at_empty_lines_and_blocks(text: str, paragraphs: list[str]) -> None:
    assert texts(Source("s", text)) == paragraphs


def test_each_row_of_a_table_is_a_paragraph() -> None:
    table = Source(
        "s", "Deaths\nNorth, Dead: 12\nSouth, Dead: 30\nin all", cells=(Cell(20, 22, "", ""), Cell(36, 38, "", ""))
    )
    assert texts(table) == ["Deaths", "North, Dead: 12", "South, Dead: 30\nin all"]


def test_front_matter_is_no_article() -> None:
    assert texts(Source("s", "---\ntitle: x\n---\nText.", body=17)) == ["Text."]


def test_figures_and_their_sentences_are_marked() -> None:
    report = checked("So.\n\nIt cost €8m. Good.", "€8m")
    _, claim = report.claims
    claim = replace(claim, sentence=replace(claim.sentence, start=5, end=17, text="It cost €8m."))
    _, paragraph = galley(report.sources[1], [claim], sentences=True)
    assert paragraph == Paragraph(
        (
            Run("It cost ", sentence=5),
            Run("€8m", "c2", ("c2",), sentence=5),
            Run(".", sentence=5),
            Run(" Good."),
        )
    )


def test_where_figures_overlap_a_stretch_belongs_to_the_innermost() -> None:
    outer, inner = (checked("It cost €8m to €9m.", figure).claims[1] for figure in ("€8m to €9m", "€8m"))
    (paragraph,) = galley(Source("s", "It cost €8m to €9m."), [outer, replace(inner, id="c3")])
    assert [(run.text, run.claim, run.starts) for run in paragraph.runs] == [
        ("It cost ", None, ()),
        ("€8m", "c3", ("c2", "c3")),
        (" to €9m", "c2", ()),
        (".", None, ()),
    ]


def test_a_comment_is_a_remark() -> None:
    (paragraph,) = galley(Source("s", "One. <!-- reconcile: x --> Two."), ())
    assert [(run.text, run.remark) for run in paragraph.runs] == [
        ("One. ", False), ("<!-- reconcile: x -->", True), (" Two.", False)
    ]  # fmt: skip


def test_a_long_text_is_given_in_extracts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONG", 20)
    text = "Nothing here.\n\nNor here.\n\nIt cost €8m.\n\nNor here."
    (paragraph,) = galley(Source("s", text), checked(text, "€8m").claims[1:])
    assert paragraph.after_gap
    assert paragraph.runs[1].text == "€8m"
