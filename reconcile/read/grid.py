"""Tables as text: rows of cells in, lines that say what each figure is out, with the place and the names of each cell.

A figure in a table has no sentence; its row, its column and the table's caption say what it is. So every figure gets a
line of its own, "North, Injured (thousands): 3.4", which an editor can read as evidence without looking for a heading,
and a `Cell` that keeps the names apart for the extractor. Which rows are headings and which columns are names is told
by the shapes of the cells alone, where the format does not say it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reconcile.facts import Cell, Problem, Spot

Rows = Sequence[Sequence[str]]

MOST_CELLS = 10_000
"""Cells of one table that are read: a longer one is a data base, and no article rests on all of it."""

_LONGEST_NAME = 200  # characters: a longer cell is prose, and its table only lays out a page
_LONGEST_FIGURE = 60
_LONGEST_NUMBER = 10
_MOST_HEADINGS = 4

# Before the digits: signs, a currency, or a word or two that hedge ("about", "up to"); behind them, anything short.
_FIGURE = re.compile(r"(?:[a-z]{2,7}\s){0,2}[^\w\s]{0,3}\s?(?:[A-Z]{1,3}[^\w\s]?|Rs\.?|kr\.?)?\s?[^\w\s]{0,2}\s?\d")
_BAND = re.compile(r"\d+\s?(?:[-\u2013+]|to)\s?\d*")  # "18-24", "65+": a class that a heading may name
_UNIT = re.compile(r"[%\u2030$\u20ac\xa3\xa5('\u2019]|\bin\b")  # in a corner: "\xa3m", "in thousands", not "Region"
_PERIOD = re.compile(
    r"(?:FY|Q[1-4]|H[12]|[1-4]Q|[12]H)?[\s'\u2019]*(?:1[89]|20)\d\d(?:\s?[-/\u2013]\s?(?:\d\d)?\d\d)?(?:\s?[QH][1-4])?"
    r"|(?:Q[1-4]|H[12])(?:\s+FY)?[\s'\u2019]*\d\d|(?:1[89]|20)\d\d-\d\d-\d\d|\d\d?[./]\d\d?[./](?:\d\d)?\d\d",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?<![\d,])\d+(?:\.\d{3}){0,12},(?:\d{1,2}|\d{4,})(?![\d,])")
_POINT = re.compile(r"(?<![\d.])\d+(?:,\d{3}){0,12}\.(?:\d{1,2}|\d{4,})(?![\d.])|\d,\d{3},\d{3}")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of laid-out text and the cells and spots in it, their places counted from its start."""

    text: str
    cells: tuple[Cell, ...] = ()
    spots: tuple[Spot, ...] = ()


class Row(list[str]):
    """The cells of a row, and the number of the row in its table: counted from 1, with the empty ones."""

    def __init__(self, cells: Iterable[str], number: int) -> None:
        super().__init__(cells)
        self.number = number


def paragraphs(blocks: Sequence[Block]) -> Block:
    """The paragraphs and tables of a document, none of them empty, as one text with a spot for each."""
    numbered = (replace(block, spots=(Spot(0, "paragraph", number),)) for number, block in enumerate(blocks, 1))
    return joined(list(numbered))


def joined(blocks: Sequence[Block], between: str = "\n\n") -> Block:
    """The blocks as one text with an empty line between them, and every cell where it then stands."""
    cells: list[Cell] = []
    spots: list[Spot] = []
    at = 0
    for block in blocks:
        cells += (replace(cell, start=cell.start + at, end=cell.end + at) for cell in block.cells)
        spots += (replace(spot, start=spot.start + at) for spot in block.spots)
        at += len(block.text) + len(between)
    return Block(between.join(block.text for block in blocks), tuple(cells), tuple(spots))


def first_rows(rows: Iterable[list[str]]) -> tuple[list[list[str]], bool]:
    """The first rows of a table, as many as are read, and whether those are all."""
    kept: list[list[str]] = []
    cells = 0
    for row in rows:
        cells += len(row)
        if cells > MOST_CELLS:
            return kept, False
        kept.append(row)
    return kept, True


def too_long(where: str) -> Problem:
    """What is said of a table that was cut."""
    message = f"a table of more than {MOST_CELLS:,} cells: only its first rows were read"
    return Problem(where, None, message, "give the rows that the story needs as a file of their own")


def lay_out(rows: Rows, caption: str = "", heads: int | None = None, *, comma: bool = False) -> Block:
    """A table as lines. `heads` is the number of heading rows where the format tells it; a cell that spans several
    must stand in each of them. `comma` is the reader's guess that decimals stand behind a comma."""
    table = _squared(rows)
    if not table:
        return Block(caption)
    if any(len(cell) > _LONGEST_NAME for row in table for cell in row):
        return Block("\n\n".join(filter(None, (caption, *(cell for row in table for cell in dict.fromkeys(row))))))
    above, table = _set_apart(table) if heads is None else ([], table)
    heads = _headings(table) if heads is None else min(heads, len(table))
    title = ". ".join(filter(None, (caption, *above)))
    grid = _Grid(table[:heads], table[heads:], title, comma=comma)
    return joined([Block(title)] * bool(title) + [joined(list(grid.lines()), "\n")])


def is_figure(cell: str) -> bool:
    """Whether a cell has the shape of a figure: digits with hardly anything before them, and no year or date."""
    return len(cell) <= _LONGEST_FIGURE and bool(_FIGURE.match(cell)) and not _PERIOD.fullmatch(cell)


def writes_comma(cells: Sequence[str], *, guess: bool = False) -> bool:
    """Whether figures have their decimals behind a comma, as the unambiguous ones among them tell."""
    return (guess or any(map(_COMMA.search, cells))) and not any(map(_POINT.search, cells))


def _squared(rows: Rows) -> list[Row]:
    """The rows with white space folded and equal lengths, without empty rows and columns."""
    folded = [Row((" ".join(cell.split()) for cell in row), number) for number, row in enumerate(rows, 1)]
    folded = [row for row in folded if any(row)]
    width = max(map(len, folded), default=0)
    filled = [k for k in range(width) if any(k < len(row) and row[k] for row in folded)]
    return [Row((row[k] if k < len(row) else "" for k in filled), row.number) for row in folded]


def _alone(row: Sequence[str]) -> str:
    """What a row says that has one thing to say: a title above, a group of rows, a note below; else nothing."""
    said = {cell for cell in row if cell}
    return said.pop() if len(row) > 1 and len(said) == 1 and (row[0] or len(set(row)) == 1) else ""


def _set_apart(table: list[Row]) -> tuple[list[str], list[Row]]:
    """The titles in the first rows of a spreadsheet, and the table below them."""
    first = next((n for n, row in enumerate(table) if not _alone(row) or is_figure(row[-1])), 0)
    return [_alone(row) for row in table[:first]], table[first:]


def _headings(table: Rows) -> int:
    """The number of heading rows: the first, if no figure stands in it, and those below that continue it."""
    first = table[: _MOST_HEADINGS + 1]
    figures = [any(is_figure(cell) and not _BAND.fullmatch(cell) for cell in row[1:] or row) for row in first]
    if figures[0] or not any(any(map(is_figure, row)) for row in table[1:]):
        return 0
    count = 1
    while count < min(_MOST_HEADINGS, len(table) - 1) and not figures[count] and not _alone(table[count]):
        if table[count][0] and table[count - 1][0] not in ("", table[count][0]):
            break
        count += 1
    return count


class _Grid:
    """A table with its headings known: `stub` is the number of columns that name the rows."""

    def __init__(self, above: Rows, body: list[Row], title: str, *, comma: bool) -> None:
        head = [*map(_spread, above[:-1]), *above[-1:]]
        self.body, self.title = [row for row in body if row not in head], title
        width = len((head or body)[0])
        self.names = [" ".join(dict.fromkeys(filter(None, (row[k] for row in head)))) for k in range(width)]
        told = [row for row in self.body if not _alone(row)]
        columns = [[row[k] for row in told if row[k]] for k in range(width)]
        self.counted = [sum(map(is_figure, column)) * 2 >= max(1, len(column)) for column in columns]
        self.stub = self._stub(columns)
        figures = [cell for column in columns[self.stub :] for cell in column]
        self.comma = writes_comma(figures, guess=comma)

    def _stub(self, columns: list[list[str]]) -> int:
        """The columns of text before the first one of figures; consecutive numbers name their rows too."""
        first = next((k for k, counted in enumerate(self.counted) if counted), len(columns))
        numbered = first == 0 and any(self.counted[1:]) and (_counts_up(columns[0]) or _is_mixed(columns[0]))
        return 1 if numbered else first

    def lines(self) -> Iterator[Block]:
        """The lines of the body: one for each figure, and one for each group of rows and each note."""
        caption = self._caption("")
        for row in self.body:
            group = _alone(row) if self.stub else ""
            if group:
                caption = self._caption(group)
                yield Block(group, spots=(Spot(0, "row", row.number),))
            elif any(self.counted):
                yield from self._line(row, caption)
            else:
                yield Block(", ".join(filter(None, row)), spots=(Spot(0, "row", row.number),))

    def _caption(self, group: str) -> str:
        corner = " ".join(self.names[: self.stub])
        return ". ".join(filter(None, (self.title, group, corner if _UNIT.search(corner) else "")))

    def _line(self, row: Row, caption: str) -> Iterator[Block]:
        name = ", ".join(dict.fromkeys(filter(None, row[: self.stub])))
        rows = ", ".join(filter(None, self.names[: self.stub]))
        for k in range(self.stub, len(row)):
            if not row[k] or not any(map(str.isalnum, row[k])):
                continue
            names = ", ".join(filter(None, (name, self.names[k])))
            front = f"{names}: " if names else ""
            cell = Cell(len(front), len(front) + len(row[k]), name, self.names[k], caption, self.comma, rows)
            stated = self.counted[k] and (row[k].isdigit() or _holds_figure(row[k]))
            yield Block(front + row[k], (cell,) if stated else (), (Spot(0, "row", row.number, self.names[k]),))


def _spread(row: Sequence[str]) -> list[str]:
    """A heading above other headings, with each name over the empty cells to its right as well."""
    spread = [*row[:1]]
    for cell in row[1:]:
        spread.append(cell or (spread[-1] if len(spread) > 1 else ""))
    return spread


def _holds_figure(cell: str) -> bool:
    return any(map(str.isdigit, cell)) and not _PERIOD.fullmatch(cell)


def _counts_up(column: Sequence[str]) -> bool:
    """Whether a column of whole numbers rises from row to row, as the numbers of items and districts do."""
    whole = [int(cell) for cell in column if cell.isascii() and cell.isdigit() and len(cell) < _LONGEST_NUMBER]
    return len(whole) == len(column) > 2 and all(a < b for a, b in pairwise(whole))


def _is_mixed(column: Sequence[str]) -> bool:
    """Whether the entries are not all figures: age groups ("18-24", "65+"), classes ("Under 5")."""
    return not all(is_figure(cell) and not _BAND.fullmatch(cell) for cell in column)
