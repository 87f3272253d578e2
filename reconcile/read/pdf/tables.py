"""Tables on a page: lines one below the other in which figures stand apart from one another.

Nothing in a PDF says that something is a table. Lines of short segments of which some are figures, with others like
them above or below, are taken for one; the line above them that has no figures is its heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.read.grid import is_figure
from reconcile.read.pdf.order import rows_of
from reconcile.read.pdf.segments import Segment

_LONGEST = 48  # characters of a cell
_WORDS = 5  # of a cell that holds a figure: more is the line of a column of prose that happens to begin with one
_FAR = 3.0  # heights of a line between two rows
_LEAST_ROWS = 2

_FULL = 0.6  # of the room over several columns: more is no name over all of them, but one for each

Row = list[Segment]
Columns = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Found:
    """A table: its cells row by row, and the segments it is made of."""

    rows: list[list[str]]
    segments: tuple[Segment, ...]

    def box(self, mark: str) -> Segment:
        """The table as one segment, with a mark for its text."""
        parts = self.segments
        return Segment(
            mark,
            min(part.left for part in parts),
            max(part.right for part in parts),
            min(part.bottom for part in parts),
            max(part.top for part in parts),
        )


def tables_of(segments: Sequence[Segment]) -> list[Found]:
    """The tables of a page from the top down."""
    rows = rows_of(segments)
    found: list[Found] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        body = [row for row in rows[at:end] if _is_body(row)]
        if len(body) < _LEAST_ROWS or not _are_aligned(body) or _is_prose(body):
            at += 1
            continue
        head = at - 1 if at and _is_heading(rows[at - 1], rows[at]) else at
        found.append(_table(rows[head:end]))
        at = end
    return found


def _end(rows: list[Row], at: int) -> int:
    """The end of the run of table rows from row `at`; a line of one short segment between two of them is a group."""
    end = at
    for k in range(at, len(rows)):
        if k > at and rows[k - 1][0].bottom - rows[k][0].top > _FAR * rows[k][0].height:
            break
        if _is_body(rows[k]):
            end = k + 1
        elif end == at or len(rows[k]) > 1 or len(rows[k][0].text) > _LONGEST:
            break
    return end


def _are_aligned(body: list[Row]) -> bool:
    """Whether the segments of each row stand in columns of their own, as words that only stand far apart don't."""
    columns = _columns(body)
    return len(columns) > 1 and all(len({_column(segment, columns) for segment in row}) == len(row) for row in body)


def _is_prose(body: list[Row]) -> bool:
    """Whether these are columns of prose in which some lines begin with a figure: most of the cells go on, in a small
    letter, from those above them."""
    columns = _columns(body)
    by_column = [{_column(segment, columns): segment.text for segment in row} for row in body]
    below = [row[k][:1].islower() for above, row in pairwise(by_column) for k in row if k in above]
    return sum(below) * 2 > len(below)


def _is_body(row: Row) -> bool:
    short = all(len(segment.text) <= _LONGEST for segment in row)
    return len(row) > 1 and short and any(_is_figure(segment.text) for segment in row[1:])


def _is_figure(text: str) -> bool:
    return is_figure(text) and len(text.split()) <= _WORDS


def _is_heading(row: Row, below: Row) -> bool:
    near = row[0].bottom - below[0].top <= _FAR * below[0].height
    return near and len(row) > 1 and all(len(segment.text) <= _LONGEST for segment in row)


def _table(rows: list[Row]) -> Found:
    columns = _columns([row for row in rows if _is_body(row)])
    cells = [[""] * len(columns) for _ in rows]
    for line, row in zip(cells, rows, strict=True):
        for k, text in _entries(row, columns):
            line[k] = f"{line[k]} {text}".strip()
    return Found(cells, tuple(segment for row in rows for segment in row))


def _entries(row: Row, columns: Columns) -> Iterator[tuple[int, str]]:
    """What a row says in which column. Headings that stand so close that they are one segment are told apart by where
    their words stand; the name over several columns is one that leaves room on both sides of it."""
    for segment in row:
        under = [k for k, (left, right) in enumerate(columns) if segment.left < right and left < segment.right]
        words = segment.text.split()
        room = columns[under[-1]][1] - columns[under[0]][0] if under else 0.0
        if len(under) < 2 or len(words) < len(under) or segment.right - segment.left < _FULL * room:
            for k in under if len(under) > 1 and not _is_body(row) else [_column(segment, columns)]:
                yield k, segment.text
            continue
        step = (segment.right - segment.left) / max(len(segment.text), 1)
        at = segment.left
        for word in words:
            middle = at + step * len(word) / 2
            yield min(under, key=lambda k: abs((columns[k][0] + columns[k][1]) / 2 - middle)), word
            at += step * (len(word) + 1)


def _columns(body: list[Row]) -> Columns:
    """The spans of the columns: the segments of all rows, joined where they stand over one another."""
    columns: Columns = []
    for left, right in sorted((segment.left, segment.right) for row in body for segment in row):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _column(segment: Segment, columns: Columns) -> int:
    """The number of the column that a segment stands in, or nearest to."""
    return max(range(len(columns)), key=lambda k: _overlap(segment, *columns[k]))


def _overlap(segment: Segment, left: float, right: float) -> float:
    """How far a segment stands over a column; less than nothing, by the distance, where it stands beside it."""
    return min(segment.right, right) - max(segment.left, left)
