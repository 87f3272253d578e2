"""OpenDocument texts and sheets: everything that a reader sees, and nothing that is deleted or only noted."""

import zipfile
from io import BytesIO

import pytest

from reconcile.facts import Source
from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.odt import read, sniff

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("meta", "meta"))
)
_META = (
    '<meta:initial-creator>Ann Ray</meta:initial-creator><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">'
    'Flood toll</dc:title><dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-03-11T09:30:00</dc:date>'
)


def odt(body: str, manifest: str = "<x/>", kind: str = "text") -> Blob:
    """A document with this body."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        content = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        archive.writestr("content.xml", f"<office:document-content {_SPACES}>{content}</office:document-content>")
        archive.writestr(
            "meta.xml", f"<office:document-meta {_SPACES}><office:meta>{_META}</office:meta></office:document-meta>"
        )
        archive.writestr("META-INF/manifest.xml", manifest)
    return Blob("a.odt", ".odt", stream.getvalue())


def source(body: str) -> Source:
    (found,) = read(odt(body)).sources
    return found


_DELETED = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>30</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)
_BOX = "<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>"
_NOTE = (
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Later 9.</text:p></text:note-body>"
    "</text:note>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Toll</text:h><text:p>At <text:span>12</text:span> now</text:p>", "Toll\n\nAt 12 now"),
        (f"{_DELETED}<text:p>Toll <text:change/>41</text:p>", "Toll 41"),
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd"),
        ("<text:p>Seen<office:annotation><text:p>99</text:p></office:annotation>.</text:p>", "Seen."),
        ("<text:list><text:list-item><text:p>12 men</text:p></text:list-item></text:list>", "12 men"),
        ("<text:section><text:p><text:a>a link of 9</text:a></text:p></text:section>", "a link of 9"),
        (f"<text:p>Main.{_BOX}</text:p>", "Main.\n\nBoxed."),
        (f"<text:p>Toll{_NOTE}.</text:p><text:p>End.</text:p>", "Toll.\n\nEnd.\n\nLater 9."),
    ],
)  # fmt: skip
def test_what_a_reader_sees(body: str, text: str) -> None:
    assert source(body).text == text


def row(*cells: str) -> str:
    told = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row>{told}</table:table-row>"


def test_tables_with_marked_headings_and_repeated_cells() -> None:
    repeated = "<table:table-cell table:number-columns-repeated='2'><text:p>12</text:p></table:table-cell>"
    name = "<table:table-cell><text:p>North</text:p></table:table-cell>"
    rows = f"<table:table-row table:number-rows-repeated='1000000'>{name}{repeated}</table:table-row>"
    head = f"<table:table-header-rows>{row('Region', 'Killed', 'Hurt')}</table:table-header-rows>"
    found = source(f"<table:table>{head}{rows}</table:table>")
    assert found.text.split("\n")[:2] == ["North, Killed: 12", "North, Hurt: 12"]
    assert len(found.cells) <= 200


def test_a_cell_over_several_columns_stands_in_each() -> None:
    men = "<table:table-cell/><table:table-cell><text:p>Men</text:p></table:table-cell>"
    over = f"<table:table-row>{men}<table:covered-table-cell/></table:table-row>"
    found = source(f"<table:table>{over}{row('Region', 'Killed', 'Hurt')}{row('North', '12', '3')}</table:table>")
    assert [cell.column for cell in found.cells] == ["Men Killed", "Men Hurt"]


def test_what_the_document_says_of_itself() -> None:
    found = source("<text:p>Norro, 11 March 2026</text:p><text:p>Twelve died.</text:p>")
    assert (found.title, found.byline, found.published) == ("Flood toll", "Ann Ray", "2026-03-11")
    assert found.modified == "2026-03-11T09:30:00+00:00"


_GOOD = odt("<text:p>Twelve died.</text:p>")


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (Blob("a.odt", ".odt", b"PK\x03\x04 and no more"), "broken"),
        (Blob("a.odt", ".odt", _GOOD.data[:-60]), "broken"),
        (Blob("a.fodt", ".fodt", b"<?xml version='1.0'?><office:document>"), "broken"),
        (Blob("a.fodt", ".fodt", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><office:document/>"), "entities"),
        (odt("<text:p/>"), "no text"),
        (odt("<text:p>x</text:p>", "<x><manifest:encryption-data/></x>"), "password"),
        (odt("<text:p>" * 400), "broken"),
        (odt("<text:p/>" * 400_000), "elements|broken"),
    ],
)
def test_what_is_broken_protected_or_hostile_is_refused_with_a_hint(blob: Blob, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        read(blob)
    assert raised.value.problem.hint


def test_it_is_known_by_its_content() -> None:
    assert sniff(Blob("-", "", _GOOD.data))
    assert sniff(Blob("-", "", b"<?xml version='1.0'?>\n<office:document x='y'>"))
    assert not sniff(Blob("a.odt", ".odt", b"PK\x03\x04"))
