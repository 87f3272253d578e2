"""The article in a web page, by trafilatura: what it must not see is taken out before, its tables are laid out here."""

from itertools import islice

from reconcile.read.elements import Element, hidden, name_of, remove
from reconcile.read.extras import BROKEN, library
from reconcile.read.grid import Block
from reconcile.read.markup import laid_out, mark, raised, text_of
from reconcile.read.tables import grid_of, span_of

_OF_TEXT = "a abbr b bdi cite code em font i ins mark q small span strong u"
_INLINE = frozenset(_OF_TEXT.split())
_MOST_INLINE = 1000
_MOST_NESTED = 15
_MOST_SPANNED = 6000  # cells that all the spans of a page may stand for
_ADS = {"ad", "ads", "advert", "advertisement", "ad-slot", "ad-container"}


def main_text(tree: Element, where: str) -> Block:
    """The article's own text: what trafilatura finds of it, else all that the page shows."""
    import logging

    trafilatura = library("trafilatura", "html", where)
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else it speaks on standard error
    _prepare(tree)
    _flatten(tree)
    grids = _marked_tables(tree)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except BROKEN:
        found = None
    body = found.body if found is not None and found.body is not None else _shown_part(tree)
    return laid_out(body, grids)


def _prepare(tree: Element) -> None:
    """Takes out what must not be read as text, and raises raised digits, before the tree is cut to the article."""
    for element in list(tree.iter()):
        name = name_of(element)
        if (
            name in ("s", "strike", "del")
            or _ADS & set((element.get("class") or "").lower().split())
            or (name not in ("html", "body") and hidden(element))
        ):
            remove(element)
        elif name in ("sup", "sub"):
            for part in element.iter():
                part.text = raised(part.text or "", name)
    _limit_spans(tree)


def _flatten(tree: Element) -> None:
    """Takes out what no page has so much of: trafilatura takes the square of the marks in one element, and of tables
    in tables."""
    for table in list(tree.iter("table")):
        if sum(1 for _ in islice(table.iterancestors("table"), _MOST_NESTED)) == _MOST_NESTED:
            table.tag = "div"
    for element in [element for element in tree.iter() if len(element) > _MOST_INLINE]:
        _unmark(element)


def _unmark(element: Element) -> None:
    """Takes the marks out of the text of an element; its words and its other children stay."""
    kept: list[tuple[Element, list[str]]] = []
    pieces = opening = [element.text or ""]
    for child in list(element):
        if all(name_of(each) in _INLINE for each in child.iter()):
            pieces += (*child.itertext(with_tail=False), child.tail or "")
        else:
            pieces = [child.tail or ""]
            kept.append((child, pieces))
    del element[:]
    element.text = "".join(opening)
    for child, tail in kept:
        child.tail = "".join(tail)
        element.append(child)


def _marked_tables(tree: Element) -> list[Block]:
    """The tables of data, laid out while their spans and headings are still whole, each marked in its first cell."""
    grids: list[Block] = []
    for table in list(tree.iter("table")):
        if grid := grid_of(table, text_of):
            cell = next(table.iter("td", "th"))
            cell.text = f"{mark(len(grids))}{cell.text or ''}"
            grids.append(grid)
    return grids


def _limit_spans(tree: Element) -> None:
    """Takes the spans from all cells where they would blow the tables up."""
    cells = [cell for cell in tree.iter("td", "th") if cell.get("colspan") or cell.get("rowspan")]
    if sum(span_of(cell, "colspan") * span_of(cell, "rowspan") for cell in cells) > _MOST_SPANNED:
        for cell in cells:
            cell.attrib.pop("colspan", None)
            cell.attrib.pop("rowspan", None)


def _shown_part(tree: Element) -> Element:
    return next((part for name in ("article", "main", "body") for part in tree.iter(name)), tree)
