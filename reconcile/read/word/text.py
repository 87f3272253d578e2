"""The text of a Word document with the way back: which run of the document each stretch of the text comes from.

Read from the elements of the document itself, so that what stands in hyperlinks, fields, content controls, text boxes
and tracked insertions is there, and what is deleted, moved away or hidden is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reconcile.read.grid import Block, first_rows, lay_out, paragraphs
from reconcile.read.markup import raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_GONE = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sectPr", "tblPr"))
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_RAISED = {"superscript": "sup", "subscript": "sub"}

Element = Any
"""An element of lxml."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and where it comes from: `element`, the w:t of `run`, where it holds just this text.

    Where it doesn't (a table's cell, a text box, a footnote), a comment stands on the runs from `run` to `last`.
    """

    start: int
    end: int
    run: Element
    element: Element | None = None
    last: Element | None = None


@dataclass(slots=True)
class Text:
    """The blocks of a document and, for each, the pieces it was made of, their places counted from its start.

    `cut` tells that a table has more rows than are read.
    """

    blocks: list[Block] = field(default_factory=list)
    pieces: list[list[Piece]] = field(default_factory=list)
    cut: bool = False

    def add(self, block: Block, pieces: list[Piece]) -> None:
        """Puts a block behind the others, unless there is nothing in it."""
        if block.text.strip():
            self.blocks.append(block)
            self.pieces.append(pieces)

    @property
    def whole(self) -> Block:
        """The text of the document with its paragraphs and the cells of its tables."""
        return paragraphs(self.blocks)

    def placed(self) -> Iterator[Piece]:
        """All pieces in order, their places counted from the start of the document's text."""
        at = 0
        for block, pieces in zip(self.blocks, self.pieces, strict=True):
            for piece in pieces:
                yield Piece(piece.start + at, piece.end + at, piece.run, piece.element, piece.last)
            at += len(block.text) + 2


def text_of(body: Element, notes: dict[str, Element]) -> Text:
    """The text of a document's body; `notes` are its foot- and endnotes by kind and number ("footnote 2")."""
    text = Text()
    for element in _flow(body):
        if element.tag == W + "tbl":
            _add_table(text, element)
        else:
            _add_paragraph(text, element)
    _add_notes(text, body, notes)
    return text


def _flow(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body or cell, also those inside content controls and the like. A text box stands
    behind the paragraph it hangs on."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag == W + "p":
            yield element
            waiting += reversed(list(_boxed(element)))
        elif element.tag == W + "tbl":
            yield element
        elif element.tag not in _GONE and isinstance(element.tag, str):
            waiting += reversed(element)


def _boxed(paragraph: Element) -> Iterator[Element]:
    """What stands in the text boxes of a paragraph, once: a box is often given in two forms."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(parent.tag == _FALLBACK or parent.tag in _GONE for parent in box.iterancestors()):
            nested = next((parent for parent in box.iterancestors(W + "txbxContent", W + "p")), None)
            if nested is paragraph:
                yield from box


def _add_paragraph(text: Text, paragraph: Element) -> None:
    pieces: list[Piece] = []
    parts: list[str] = []
    at = 0
    box = next(paragraph.iterancestors(W + "txbxContent"), None)
    anchor = None if box is None else next(box.iterancestors(W + "r"), None)
    for run in _runs(paragraph):
        for part, element in _written(run):
            if part and anchor is not None:
                pieces.append(Piece(at, at + len(part), anchor))
            elif part:
                pieces.append(Piece(at, at + len(part), run, element))
            parts.append(part)
            at += len(part)
    text.add(Block("".join(parts)), pieces)


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph that a reader sees, in order."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == W + "r":
            if not _is_hidden(element):
                yield element
        elif element.tag not in _GONE and isinstance(element.tag, str):
            waiting += reversed(element)


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val") not in ("0", "false", "off")


def _written(run: Element) -> Iterator[tuple[str, Element | None]]:
    """What a run writes, part by part, with the w:t that holds it; the length of a part is that of its text."""
    align = run.find(f"{W}rPr/{W}vertAlign")
    moved = _RAISED.get(align.get(W + "val", "")) if align is not None else None
    for child in run:
        if child.tag == W + "t":
            yield raised(child.text or "", moved) if moved else child.text or "", child
        elif isinstance(child.tag, str) and child.tag.startswith(W):
            yield _CHARACTERS.get(child.tag.removeprefix(W), ""), None


def _add_table(text: Text, table: Element) -> None:
    rows, runs, heads = _table(table)
    kept, whole = first_rows(rows)
    text.cut = text.cut or not whole
    block = lay_out(kept, heads=heads)
    text.add(block, list(_homes(block, [cell for row in kept for cell in row], runs)))


def _table(table: Element) -> tuple[list[list[str]], dict[int, list[Element]], int | None]:
    """The cells of a table row by row, the runs of each by its number, and how many rows the author marked as heads.

    A cell that spans several columns or rows stands in each of them.
    """
    rows: list[list[str]] = []
    runs: dict[int, list[Element]] = {}
    count = heads = 0
    for row in _nested(table, W + "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        heads += heads == len(rows) and properties is not None and properties.find(W + "tblHeader") is not None
        cells: list[str] = []
        for cell in _nested(row, W + "tc"):
            written, own = _cell(cell)
            if _merged(cell) and rows and len(cells) < len(rows[-1]):
                written = rows[-1][len(cells)]
            for _ in range(_span(cell)):
                runs[count] = own
                count += 1
                cells.append(written)
        rows.append(cells)
    return rows, runs, heads or None


def _nested(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those inside content controls and tracked changes."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag == tag:
            yield element
        elif element.tag not in _GONE and isinstance(element.tag, str) and element.tag != W + "tbl":
            waiting += reversed(element)


def _cell(cell: Element) -> tuple[str, list[Element]]:
    runs = [run for paragraph in cell.iter(W + "p") if not _is_gone(paragraph) for run in _runs(paragraph)]
    by_paragraph: dict[Element, list[str]] = {}
    for run in runs:
        paragraph = next(run.iterancestors(W + "p"))
        by_paragraph.setdefault(paragraph, []).extend(part for part, _ in _written(run))
    return "\n".join("".join(parts) for parts in by_paragraph.values()), runs


def _is_gone(paragraph: Element) -> bool:
    return any(parent.tag == _FALLBACK or parent.tag in _GONE for parent in paragraph.iterancestors())


def _merged(cell: Element) -> bool:
    """Whether a cell goes on with the one above it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    stated = span.get(W + "val", "1") if span is not None else "1"
    return min(max(int(stated[:9]), 1), 100) if stated.isascii() and stated.isdigit() else 1


def _homes(block: Block, cells: list[str], runs: dict[int, list[Element]]) -> Iterator[Piece]:
    """The runs that each figure of a laid-out table, and each cell of prose in it, comes from."""
    folded = [" ".join(cell.split()) for cell in cells]
    places = [(cell.start, cell.end) for cell in block.cells]
    if not places:
        places = list(_paragraphs(block.text))
    at = 0
    for start, end in places:
        found = next((k for k in range(at, len(folded)) if folded[k] == block.text[start:end]), None)
        if found is not None and runs[found]:
            at = found + 1
            yield Piece(start, end, runs[found][0], last=runs[found][-1])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for paragraph in text.split("\n\n"):
        yield at, at + len(paragraph)
        at += len(paragraph) + 2


def _add_notes(text: Text, body: Element, notes: dict[str, Element]) -> None:
    """The notes that the text refers to, behind it, in its order; a comment on one stands at its mark."""
    for mark in body.iter(W + "footnoteReference", W + "endnoteReference"):
        kind = mark.tag.removeprefix(W).removesuffix("Reference")
        note = notes.get(f"{kind} {mark.get(W + 'id')}")
        run = mark.getparent()
        if note is not None and run.tag == W + "r" and not _is_gone(mark):
            written = " ".join(part for paragraph in note.iter(W + "p") for part in _note(paragraph))
            text.add(Block(written), [Piece(0, len(written), run)])


def _note(paragraph: Element) -> Iterator[str]:
    yield "".join(part for run in _runs(paragraph) for part, _ in _written(run)).strip()
