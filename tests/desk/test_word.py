"""A draft given back with comments: on the figure, with everything else as it was."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from typer.testing import CliRunner

import reconcile
from reconcile.cli import app
from reconcile.desk.faults import DeskFault
from reconcile.desk.word import Note, annotated, notes_of
from reconcile.read.blob import Blob
from reconcile.read.word import open_word, read, read_text
from reconcile.read.word.text import W
from tests.read.word.documents import blob, deleted, document, inserted, paragraph, run

_BOLD = "<w:b/>"


def commented(given: Blob, *figures: str) -> Any:
    """The document with a note on the first place of each figure, opened again."""
    text = read_text(open_word(given)).whole.text
    notes = [Note(text.index(figure), text.index(figure) + len(figure), f"on {figure}") for figure in figures]
    made = docx.Document(BytesIO(annotated(given, notes)))
    assert read_text(made).whole.text == text
    return made


def under(made: Any, comment: Any) -> str:
    """The text between the marks of a comment."""
    words, inside = [], False
    for element in made.element.body.iter():
        if element.get(W + "id") == str(comment.comment_id):
            inside = element.tag == W + "commentRangeStart" or (inside and element.tag != W + "commentRangeEnd")
        if inside and element.tag == W + "t":
            words.append(element.text)
    return "".join(words)


@pytest.mark.parametrize(
    "parts",
    [
        (run("Police said 42 died."),),
        (run("Police said "), run("42", _BOLD), run(" died.")),
        (run("Police said 4"), run("2", _BOLD), run(" died.")),
        (run("42"),),
        (run("Toll "), inserted("at 42 now"), deleted("30"), run(".")),
        ("<w:hyperlink w:anchor='a'>" + run("Some 42 fled") + "</w:hyperlink>",),
        ("<w:r><w:t>In 42</w:t><w:tab/><w:t>days</w:t></w:r>",),
        ("<w:r><w:t>In</w:t><w:tab/><w:t>42 days</w:t></w:r>",),
    ],
)
def test_a_comment_stands_on_the_figure_alone(parts: tuple[str, ...]) -> None:
    made = commented(blob(document(paragraph(*parts))), "42")
    (comment,) = made.comments
    assert (under(made, comment), comment.text, comment.author) == ("42", "on 42", "reconcile")


def test_formatting_and_tracked_changes_stay_as_they_were() -> None:
    parts = (run("Toll: 42 dead, ", _BOLD), deleted("30"), inserted("41 hurt"), run(" and 7 gone", "<w:i/>"))
    given = blob(document(paragraph(*parts)))
    made = commented(given, "42", "41", "7")
    assert [under(made, comment) for comment in made.comments] == ["42", "41", "7"]

    def told(opened: Any) -> list[tuple[str, bool, str]]:
        """Each character with its form and whether it is inserted."""
        return [
            (letter, each.find(f"{W}rPr/{W}b") is not None, each.getparent().tag)
            for each in opened.element.body.iter(W + "r")
            for part in each.iter(W + "t", W + "delText")
            for letter in part.text
        ]

    assert told(made) == told(open_word(given))


def test_two_notes_on_one_figure_and_notes_side_by_side() -> None:
    given = blob(document(paragraph(run("From 42-47 to 9."))))
    made = docx.Document(BytesIO(annotated(given, [Note(5, 7, "a"), Note(5, 7, "b"), Note(8, 10, "c")])))
    assert sorted((comment.text, under(made, comment)) for comment in made.comments) == [
        ("a", "42"), ("b", "42"), ("c", "47"),
    ]  # fmt: skip


def test_in_a_table_on_the_cell_and_for_a_footnote_at_its_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    rows = [["Region", "Killed"], ["North", "12"]]
    made = commented(blob(document(paragraph(run("Toll"), mark), rows=rows, footnote="Later 97.")), "12", "97")
    first, second = made.comments
    assert {first.text: under(made, first), second.text: under(made, second)} == {"on 12": "12", "on 97": ""}
    assert made.element.body.find(f".//{W}commentRangeStart").getnext().find(f"{W}footnoteReference") is not None


def test_a_note_on_no_text_is_a_fault() -> None:
    with pytest.raises(DeskFault, match="nothing in the document"):
        annotated(blob(document(paragraph(run("42")))), [Note(900, 902, "x")])


def test_a_note_for_each_open_finding_with_the_sentences_of_the_sources() -> None:
    (draft,) = read(blob(document(paragraph(run("The flood killed 42 people. It hurt 9 dogs."))))).sources
    said = reconcile.Source.from_text("The flood killed 47 people.\nBad \x1b[31m here.", "a", publisher="Gazette")
    report = reconcile.check(replace(draft, id="draft"), [said])
    first, second = notes_of(report)
    assert draft.text[first.start : first.end] == "42"
    told, cited = first.text.splitlines()
    assert "contradicted" in told
    assert cited.startswith("Gazette")
    assert cited.endswith("“The flood killed 47 people.”")
    assert "unsupported" in second.text


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text)
    return str(folder / name)


def test_the_command_writes_the_draft_with_comments_and_keeps_the_draft(tmp_path: Path) -> None:
    draft, out = tmp_path / "draft.docx", tmp_path / "out.docx"
    draft.write_bytes(blob(document(paragraph(run("The flood killed 42 people.")))).data)
    before = draft.read_bytes()
    said = written(tmp_path, "a.txt", "The flood killed 47 people.")
    ran = CliRunner().invoke(app, ["check", str(draft), "--against", said, "--annotate", str(out)])
    assert ran.exit_code == 1
    (comment,) = docx.Document(str(out)).comments
    assert "47" in comment.text
    assert draft.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "draft.docx", "out.docx"]


@pytest.mark.parametrize(("draft", "out"), [("draft.docx", "draft.docx"), ("a.txt", "out.docx"), ("-", "out.docx")])
def test_a_draft_that_is_no_word_document_or_would_be_overwritten_is_refused(
    tmp_path: Path, draft: str, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.docx").write_bytes(blob(document(paragraph(run("The flood killed 42 people.")))).data)
    said = written(tmp_path, "a.txt", "The flood killed 47 people.")
    before = (tmp_path / "draft.docx").read_bytes()
    ran = CliRunner().invoke(app, ["check", draft, "--against", said, "--annotate", out])
    assert ran.exit_code == 2
    assert (tmp_path / "draft.docx").read_bytes() == before
    assert not (tmp_path / "out.docx").exists()
