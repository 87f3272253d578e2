"""Tables on a page: lines one below the other in which figures stand apart from one another.

Nothing in a PDF says that something is a table. Lines of short segments of which some are figures, with others like
them above or below, are taken for one; the line above them that has no figures is its heading.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.read.grid import is_figure
from reconcile.read.pdf.order import rows_of
from reconcile.read.pdf.segments import Segment

_LONGEST = 48  # characters of a cell
_FAR = 3.0  # heights of a line between two rows
_LEAST_ROWS = 2

Row = list[Segment]


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
        if len(body) < _LEAST_ROWS:
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


def _is_body(row: Row) -> bool:
    short = all(len(segment.text) <= _LONGEST for segment in row)
    return len(row) > 1 and short and any(is_figure(segment.text) for segment in row[1:])


def _is_heading(row: Row, below: Row) -> bool:
    near = row[0].bottom - below[0].top <= _FAR * below[0].height
    return near and len(row) > 1 and all(len(segment.text) <= _LONGEST for segment in row)


def _table(rows: list[Row]) -> Found:
    columns = _columns([row for row in rows if _is_body(row)])
    cells = [[""] * len(columns) for _ in rows]
    for line, row in zip(cells, rows, strict=True):
        for segment in row:
            k = max(range(len(columns)), key=lambda k: _overlap(segment, *columns[k]))
            line[k] = f"{line[k]} {segment.text}".strip()
    return Found(cells, tuple(segment for row in rows for segment in row))


def _columns(body: list[Row]) -> list[tuple[float, float]]:
    """The spans of the columns: the segments of all rows, joined where they stand over one another."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((segment.left, segment.right) for row in body for segment in row):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _overlap(segment: Segment, left: float, right: float) -> float:
    """How far a segment stands over a column; less than nothing, by the distance, where it stands beside it."""
    return min(segment.right, right) - max(segment.left, left)
