"""OpenDocument texts and spreadsheets (.odt, .ods and the flat .fodt): the text as it stands with all changes taken.

Deleted text is kept by the format in a list of its own, and comments in elements of theirs, which are passed over.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from reconcile.facts import Problem
from reconcile.read.archive import broken, check_prologue, names_in, open_archive
from reconcile.read.article import reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.extras import library
from reconcile.read.faults import ReadError, unreadable
from reconcile.read.grid import Block, first_rows, joined, lay_out, paragraphs, too_long
from reconcile.read.meta import Meta
from reconcile.read.office import told_article, told_moment, told_title, told_writer

_FLAT = b"<office:document"
_LARGEST_FLAT = 8 * 1024**2
_OPENING = 1024
_KINDS = (b"opendocument.text", b"opendocument.spreadsheet")
_PASSED = frozenset(
    (
        *("text:tracked-changes", "text:note-citation", "text:sequence-decls", "text:variable-decls"),
        *("text:user-field-decls", "office:annotation", "office:forms", "office:event-listeners"),
        *("table:shapes", "draw:image", "draw:object", "svg:title", "svg:desc"),
    )
)
_PARAGRAPHS = ("text:p", "text:h")
_BREAKS = {"text:tab": "\t", "text:line-break": "\n"}
_SHEETS = "office:spreadsheet"
_MOST_SPACES = 200
_MOST_REPEATED = 100

Element = Any
"""An element as odfdo has it."""


def sniff(blob: Blob) -> bool:
    """True for an archive that names itself an OpenDocument text or sheet, and for a flat one."""
    if blob.data[:_OPENING].lstrip().startswith(b"<?xml") and _FLAT in blob.data[:_OPENING]:
        return True
    opening = blob.data[:_OPENING]
    return any(kind in opening for kind in _KINDS) and {"content.xml", "mimetype"} <= names_in(blob)


def read(blob: Blob) -> Reading:
    """The text of a document. Raises ReadError for a broken, protected or empty one."""
    document = _opened(blob)
    try:
        notes: list[Element] = []
        problems: list[Problem] = []
        blocks = list(_blocks(document.body, notes, problems, blob.where))
        blocks += [Block(" ".join(block.text for block in _blocks(note, [], problems, blob.where))) for note in notes]
        meta = _meta(document.meta)
        sheets = document.body.tag == _SHEETS
    except ReadError:
        raise
    except Exception as error:  # the library reads its parts when they are asked for
        raise broken(blob.where, "OpenDocument file", error) from error
    kept = [block for block in blocks if block.text.strip()]
    # A sheet has no paragraphs, and its rows as read are not those of the file, empty ones being left out.
    whole = replace(joined(kept), spots=()) if sheets else paragraphs(kept)
    if not whole.text:
        raise unreadable(blob.where, "no text in it", "give a document with an article in it")
    return reading_of(blob, [told_article(whole, meta, blob.where)], problems)


def _opened(blob: Blob) -> Any:
    odfdo = library("odfdo", "odt", blob.where)
    if blob.data.startswith(b"PK"):
        with open_archive(blob, "OpenDocument file") as archive:
            manifest = "META-INF/manifest.xml"
            if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
                raise unreadable(blob.where, "protected by a password", "save it without one")
    else:
        check_prologue(blob.data, blob.where)
        if len(blob.data) > _LARGEST_FLAT:
            raise unreadable(blob.where, f"larger than {_LARGEST_FLAT // 1024**2} MB", "save it as .odt")
    try:
        return odfdo.Document(BytesIO(blob.data))
    except Exception as error:  # the library lets through whatever its own parts raise
        raise broken(blob.where, "OpenDocument file", error) from error


def _blocks(parent: Element, notes: list[Element], problems: list[Problem], where: str) -> Iterator[Block]:
    """The paragraphs and tables below an element; the notes they refer to are put aside in `notes`."""
    waiting = list(reversed(parent.children))
    while waiting:
        element = waiting.pop()
        if element.tag in _PARAGRAPHS:
            boxes: list[Element] = []
            yield Block(_written(element, notes, boxes))
            waiting += reversed(boxes)
        elif element.tag == "table:table":
            rows, heads = _table(element, notes)
            kept, whole = first_rows(rows)
            if not whole:
                problems.append(too_long(where))
            yield lay_out(kept, heads=heads)
        elif element.tag not in _PASSED:
            waiting += reversed(element.children)


def _written(paragraph: Element, notes: list[Element], boxes: list[Element]) -> str:
    """What a paragraph says; text boxes in it are put aside in `boxes`."""
    parts = [paragraph.text]
    waiting = list(reversed(paragraph.children))
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        waiting.append(element.tail or "")
        if element.tag == "text:s":
            parts.append(" " * min(_number(element, "text:c"), _MOST_SPACES))
        elif element.tag == "text:note":
            notes += element.get_elements("text:note-body")
        elif element.tag == "draw:text-box":
            boxes.append(element)
        elif element.tag not in _PASSED:
            parts.append(_BREAKS.get(element.tag) or element.text)
            waiting += reversed(element.children)
    return "".join(parts)


def _table(table: Element, notes: list[Element]) -> tuple[list[list[str]], int | None]:
    """The cells of a table row by row, one that spans several standing in each, and the number of its heading rows."""
    rows: list[list[str]] = []
    heads = 0
    for row, heading in _rows(table):
        cells: list[str] = []
        for cell in row.children:
            if cell.tag == "table:covered-table-cell":
                above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) and not cells else ""
                text = cells[-1] if cells else above
            else:
                text = _cell(cell, notes)
            cells += [text] * (min(_number(cell, "table:number-columns-repeated"), _MOST_REPEATED) if text else 1)
        if any(cells):
            heads += heading
            rows += [cells] * min(_number(row, "table:number-rows-repeated"), _MOST_REPEATED)
    return rows, heads or None


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    waiting = [(child, False) for child in reversed(table.children)]
    while waiting:
        element, heading = waiting.pop()
        if element.tag == "table:table-row":
            yield element, heading
        elif element.tag in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            below = heading or element.tag == "table:table-header-rows"
            waiting += [(child, below) for child in reversed(element.children)]


def _cell(cell: Element, notes: list[Element]) -> str:
    parts: list[str] = []
    waiting = list(reversed(cell.children))
    while waiting:
        element = waiting.pop()
        if element.tag in _PARAGRAPHS:
            parts.append(_written(element, notes, []))
        elif element.tag not in _PASSED:
            waiting += reversed(element.children)
    return "\n".join(parts)


def _number(element: Element, name: str) -> int:
    """A number that an attribute states, 1 where it states none."""
    stated = str(element.get_attribute(name) or "1")
    return max(int(stated), 1) if stated.isascii() and stated.isdigit() and len(stated) < _MOST_REPEATED else 1


def _meta(told: Any) -> Meta:
    writer = told_writer(told.creator) or told_writer(told.initial_creator)
    return Meta(title=told_title(told.title), byline=writer, modified=told_moment(told.date))
