"""A table of marked-up text to rows of cells, its headings counted; what only lays out a page is no such table."""

from collections.abc import Callable, Iterator
from itertools import islice, takewhile
from typing import Any

from reconcile.read.elements import name_of, shown
from reconcile.read.grid import Block, first_rows, joined, lay_out

_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell", "entry", "nitf-col"})
_SECTIONS = frozenset({"thead", "tbody", "tfoot", "tgroup"})
_PROSE = 400  # a cell with more characters is no figure and no name of one
_MOST_SPANNED = 200
_DIGITS = 9  # of a number beyond that it is as large as can be


TextOf = Callable[[Any], str]


def grid_of(table: Any, text_of: TextOf) -> Block | None:
    """A table of data as lines that name each figure, a cell that spans several standing in each of them.

    None for a table with another one inside, with one row or column only, or with prose in its cells: a layout.
    """
    if any(name_of(inner) == "table" for inner in table.iter() if inner is not table):
        return None
    if len(list(islice(_rows(table), 2))) < 2:
        return None
    pending: dict[int, tuple[int, str]] = {}
    rows, whole = first_rows(_filled(row, pending, text_of) for row in _rows(table))
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows)) < 2 or any(len(cell) > _PROSE for row in rows for cell in row):
        return None
    heads = sum(1 for _ in takewhile(_is_heading, _rows(table)))
    block = lay_out(rows, _caption(table, text_of), heads or None)
    return block if whole else joined([block, Block("(The rows that follow were not read: the table is too long.)")])


def _caption(table: Any, text_of: TextOf) -> str:
    return next((" ".join(text_of(child).split()) for child in table if name_of(child) == "caption"), "")


def _is_heading(row: Any) -> bool:
    """Whether all that stands in a row is marked as a heading."""
    cells = [cell for cell in row if name_of(cell) in _CELLS and any(map(str.strip, cell.itertext()))]
    return bool(cells) and all(name_of(cell) == "th" for cell in cells)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if name_of(child) in _ROWS and shown(child):
            yield child
        elif name_of(child) in _SECTIONS and shown(child):
            yield from _rows(child)


def _filled(row: Any, pending: dict[int, tuple[int, str]], text_of: TextOf) -> list[str]:
    """The cells of one row; `pending` holds by column what cells above still span, and is brought up to date."""
    cells: list[str] = []
    for cell in row:
        if name_of(cell) not in _CELLS or not shown(cell):
            continue
        _from_above(cells, pending)
        text = " ".join(text_of(cell).split())
        below = span_of(cell, "rowspan") - 1
        for _ in range(span_of(cell, "colspan")):
            if below:
                pending[len(cells)] = (below, text)
            cells.append(text)
    _from_above(cells, pending)
    return cells


def _from_above(cells: list[str], pending: dict[int, tuple[int, str]]) -> None:
    while len(cells) in pending:
        left, text = pending.pop(len(cells))
        if left > 1:
            pending[len(cells)] = (left - 1, text)
        cells.append(text)


def span_of(cell: Any, name: str) -> int:
    """How many columns or rows a cell stands in, as its attribute `name` states it."""
    stated = cell.get(name) or "1"
    return min(max(int(stated[:_DIGITS]), 1), _MOST_SPANNED) if stated.isascii() and stated.isdigit() else 1
