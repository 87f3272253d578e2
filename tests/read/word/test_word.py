"""The text of Word documents: everything that a reader sees, once, and nothing that is deleted or hidden."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reconcile.facts import Source
from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.grid import MOST_CELLS
from reconcile.read.word import open_word, read, read_text, sniff
from tests.read.word.documents import blob, deleted, document, inserted, paragraph, run

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>NUMPAGES 99</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_BOX = f"<w:txbxContent><w:p>{run('Boxed: 7 boats.')}</w:p></w:txbxContent>"
_BOTH_FORMS = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice Requires="wps"><w:drawing>{_BOX}</w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict>{_BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def source(*parts: str, **more: object) -> Source:
    (found,) = read(blob(document(paragraph(*parts), **more))).sources  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((run("Police said "), run("4"), run("2 died.")), "Police said 42 died."),
        ((run("Toll: "), deleted("30"), inserted("41"), run(" dead")), "Toll: 41 dead"),
        (("<w:moveFrom w:id='1' w:author='A'>" + run("9 ") + "</w:moveFrom>", run("8 left")), "8 left"),
        (("<w:moveTo w:id='1' w:author='A'>" + run("9 ") + "</w:moveTo>", run("left")), "9 left"),
        (("<w:hyperlink w:anchor='a'>" + run("12 fled") + "</w:hyperlink>", run(".")), "12 fled."),
        (("<w:sdt><w:sdtContent>" + run("12 fled") + "</w:sdtContent></w:sdt>",), "12 fled"),
        (("<w:fldSimple w:instr='DATE'>" + run("12 fled") + "</w:fldSimple>",), "12 fled"),
        (("<w:smartTag w:element='x'>" + run("12 fled") + "</w:smartTag>",), "12 fled"),
        ((run("Of "), _FIELD, run(" boats")), "Of 12 boats"),
        ((run("Seen"), run(" 5 unseen", "<w:vanish/>")), "Seen"),
        ((run("Seen"), run(" 5 seen", "<w:vanish w:val='0'/>")), "Seen 5 seen"),
        ((run("12 people"), run("1", "<w:vertAlign w:val='superscript'/>")), "12 people¹"),
        ((run("CO"), run("2", "<w:vertAlign w:val='subscript'/>")), "CO₂"),
        (("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",),
         "a\tb\nc\u2011d"),
        ((run("Beside a box."), _BOTH_FORMS), "Beside a box.\n\nBoxed: 7 boats."),
    ],
)  # fmt: skip
def test_all_that_a_reader_sees_is_in_the_text_once(parts: tuple[str, ...], text: str) -> None:
    assert source(*parts).text == text


def test_tables_are_read_as_figures_and_footnotes_stand_behind_the_text() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    found = source(run("The toll"), mark, run("."), rows=[["Region", "Killed"], ["North", "12"]], footnote="9 later.")
    assert found.text == "The toll.\n\nNorth, Killed: 12\n\n9 later."
    assert [(found.text[cell.start : cell.end], cell.row, cell.column) for cell in found.cells] == [
        ("12", "North", "Killed")
    ]


def test_a_cell_over_several_columns_and_a_deleted_row() -> None:
    made = document(rows=[["", "Men", "Men"], ["Region", "Killed", "Hurt"], ["North", "12", "3"], ["South", "9", "9"]])
    table = made.tables[0]
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Men"
    properties = table.rows[3]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(properties.tag.replace("trPr", "del"), {}))
    (found,) = read(blob(made)).sources
    assert [(cell.row, cell.column) for cell in found.cells] == [("North", "Men Killed"), ("North", "Men Hurt")]


def test_a_table_that_is_too_long_is_cut_and_says_so() -> None:
    row = f"<w:tr>{''.join(f'<w:tc><w:p>{run(cell)}</w:p></w:tc>' for cell in ('North', '9'))}</w:tr>"
    made = document(paragraph(run("The toll")))
    made.element.body.insert(1, parse_xml(f"<w:tbl {nsdecls('w')}>{row * (MOST_CELLS // 2 + 5)}</w:tbl>"))
    reading = read(blob(made))
    assert len(reading.sources[0].cells) == MOST_CELLS // 2
    ((problem),) = reading.problems
    assert "only its first rows" in problem.message


def test_every_piece_leads_back_to_the_run_that_holds_its_text() -> None:
    made = open_word(blob(document(paragraph(run("Toll: "), inserted("41"), run(" dead")), paragraph(run("End")))))
    text = read_text(made)
    for piece in text.placed():
        assert piece.element is not None
        assert piece.element.getparent() is piece.run
        assert text.whole.text[piece.start : piece.end] == piece.element.text


def test_what_the_document_says_of_itself() -> None:
    made = document(paragraph(run("MOSCOW, Feb 3, 2026 (Wire) - Twelve died.")))
    made.core_properties.title, made.core_properties.author = "Flood toll", "Ann Ray"
    made.core_properties.modified = dt.datetime(2026, 3, 11, 9, 30)  # noqa: DTZ001 - as the library has it
    (found,) = read(blob(made)).sources
    assert (found.title, found.byline, found.published) == ("Flood toll", "Ann Ray", "2026-02-03")
    assert found.modified == "2026-03-11T09:30:00+00:00"


def test_a_title_and_an_author_that_a_program_made_up_are_none() -> None:
    made = document(paragraph(run("Twelve died.")))
    made.core_properties.title, made.core_properties.author = "Microsoft Word - x.doc", "python-docx"
    (found,) = read(blob(made)).sources
    assert (found.title, found.byline) == (None, None)


def repacked(data: bytes, change: dict[str, bytes]) -> Blob:
    """The archive with some entries replaced or added."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *change}:
            new.writestr(name, change.get(name) or old.read(name))
    return Blob("a.docx", ".docx", stream.getvalue())


_GOOD = blob(document(paragraph(run("Twelve died.")))).data
_ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
_MACROS = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">macroEnabled</Types>'


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (Blob("a.docx", ".docx", b"PK\x03\x04 but nothing else"), "broken"),
        (Blob("a.docx", ".docx", b"plain text"), "broken"),
        (Blob("a.docx", ".docx", _GOOD[: len(_GOOD) // 2]), "broken"),
        (Blob("a.docx", ".docx", _GOOD[:2000] + b"\0" * 500 + _GOOD[2500:]), "broken"),
        (repacked(_GOOD, {"word/document.xml": _ENTITY}), "entities"),
        (repacked(_GOOD, {"word/document.xml": b"<w:document"}), "broken"),
        (repacked(_GOOD, {"word/document.xml": b"<a>" * 100_000}), "broken"),
        (repacked(_GOOD, {"word/document.xml": b" " * 30_000_000}), "would unpack to more"),
        (repacked(_GOOD, {"word/media/x.bin": b"\0" * 200_000_000}), "would unpack to more"),
        (repacked(_GOOD, {f"x/{k}": b"1" for k in range(5000)}), "parts"),
        (repacked(_GOOD, {"[Content_Types].xml": _MACROS}), "macros"),
        (blob(document(paragraph(run(" ")))), "no text"),
    ],
)
def test_what_is_broken_hostile_or_empty_is_refused_with_a_hint(broken: Blob, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        read(broken)
    assert raised.value.problem.hint


def test_a_word_document_is_known_by_its_content() -> None:
    assert sniff(Blob("-", "", _GOOD))
    assert not sniff(Blob("a.docx", ".docx", b"PK\x03\x04"))
