"""Word documents for the tests, written as Word writes them: runs, tracked changes, fields, boxes and notes."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reconcile.read.blob import Blob

_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="900" w:author="Ann" w:date="2026-03-11T09:00:00Z">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="901" w:author="Ann" w:date="2026-03-11T09:00:00Z">{run(text, tag="delText")}</w:del>'


def paragraph(*parts: str) -> Any:
    return parse_xml(f"<w:p {nsdecls('w', 'wp', 'r')}>{''.join(parts)}</w:p>")


def document(*paragraphs: Any, rows: Sequence[Sequence[str]] = (), footnote: str = "") -> Any:
    """A document of these paragraphs, with a table behind them and a first footnote."""
    made = docx.Document()
    for each in paragraphs:
        made.element.body.insert_element_before(each, "w:sectPr")
    if rows:
        table = made.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    if footnote:
        note = f'<w:footnote w:id="1"><w:p>{run(footnote)}</w:p></w:footnote>'
        data = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, data, made.part.package)
        made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return made


def blob(made: Any) -> Blob:
    stream = BytesIO()
    made.save(stream)
    return Blob("draft.docx", ".docx", stream.getvalue())
