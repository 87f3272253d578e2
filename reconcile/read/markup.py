"""Marked-up text to plain text: HTML, XHTML, NITF and what trafilatura gives, as trees of elements of any library.

Paragraphs, headings, list items and captions become blocks with an empty line between them, a line break a new line, a
table lines of cells. What a page does not show (scripts, hidden elements) or shows as struck out is left out. Raised
and lowered digits stay raised and lowered ("40 km²", "12 people¹"): as plain digits they would make other figures.
No step recurses, so that no depth of nesting can exhaust the stack.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from reconcile.read.elements import Element, name_of, shown
from reconcile.read.grid import Block, joined
from reconcile.read.tables import grid_of

_OF_BLOCKS = (
    "address article aside block blockquote body body.content body.head body.end caption center dd details div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hedline hl1 hl2 hr item li list main nav"
    " note ol p pre quote section summary table tbody tfoot thead tr td th row cell ul"
)
_BLOCKS = frozenset(_OF_BLOCKS.split())
_BREAKS = frozenset({"br", "lb"})
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_LINE_ENDS = re.compile(r" ?\n ?")
_GAP = re.compile(r"\n{2,}")
_MARK = re.compile("\ue000(\\d{1,6})\ue001")  # of characters for private use, which no text has
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")

Event = tuple[Literal["open", "close", "text", "table"], str, Any]


def text_of(root: Element) -> str:
    """The text of an element and all that it shows, its blocks with an empty line between them."""
    return laid_out(root).text


def laid_out(root: Element, known: Sequence[Block] = ()) -> Block:
    """The text of an element as `text_of` gives it, with the cells of the tables in it.

    A table that bears the mark of one of the `known` ones (see `mark`) is laid out as that.
    """
    page = _Page()
    for kind, name, given in _events(root, known):
        page.take(kind, name, given)
    page.end_block()
    return joined(page.blocks)


def raised(text: str, name: str) -> str:
    """The text with its digits raised (of a `sup`) or lowered (of a `sub`)."""
    return text.translate(_RAISED if name == "sup" else _LOWERED)


@dataclass(slots=True)
class _Page:
    """What is written: finished blocks, the pieces of the block at hand, and the open elements that shape it."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    kept: int = 0

    def take(self, kind: str, name: str, given: Any) -> None:
        """One event of the walk."""
        match kind:
            case "text":
                self.write(given)
            case "table":
                self.end_block()
                self.blocks.append(given)
            case "open":
                self.open(name)
            case _:
                self.close(name)

    def open(self, name: str) -> None:
        if name in _BREAKS:
            self.pieces.append("\n")
        if name in _BLOCKS:
            self.end_block()
        if name in ("sup", "sub"):
            self.raised.append(name)
        self.kept += name == "pre"

    def close(self, name: str) -> None:
        if name in _BLOCKS:
            self.end_block()
        if name in ("sup", "sub"):
            self.raised.pop()
        self.kept -= name == "pre"

    def write(self, text: str) -> None:
        if self.raised:
            text = raised(text, self.raised[-1])
        self.pieces.append(text if self.kept else _WHITE.sub(" ", text))

    def end_block(self) -> None:
        text = _MARK.sub("", "".join(self.pieces)).translate(_INVISIBLE)
        self.pieces.clear()
        if not self.kept:
            text = _LINE_ENDS.sub("\n", re.sub(" {2,}", " ", text))
        self.blocks += (Block(piece) for part in _GAP.split(text) if (piece := part.strip(" \n")))


def mark(number: int) -> str:
    """What marks a table as the one of that number, in the text of one of its cells."""
    return f"\ue000{number}\ue001"


def _known_grid(table: Element, known: Sequence[Block]) -> Block | None:
    found = _MARK.search("".join(table.itertext())) if known else None
    return known[int(found[1])] if found and int(found[1]) < len(known) else None


def _events(root: Element, known: Sequence[Block]) -> Iterator[Event]:
    """The walk through a tree in the order of its text, without what is not shown."""
    yield "open", name_of(root), None
    yield "text", "", root.text or ""
    open_elements = [(root, iter(root))]
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            yield "close", name_of(element), None
            if open_elements:
                yield "text", "", element.tail or ""
        elif not shown(child):
            yield "text", "", child.tail or ""
        elif name_of(child) == "table" and (grid := _known_grid(child, known) or grid_of(child, text_of)):
            yield "table", "", grid
            yield "text", "", child.tail or ""
        else:
            yield "open", name_of(child), None
            yield "text", "", child.text or ""
            open_elements.append((child, iter(child)))
