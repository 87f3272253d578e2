"""Segments of a page in reading order: down one column, then down the next, with what spans them in its place.

Recursive cuts along white space (the XY-cut of Nagy and Seth, 1984): a gutter that runs down a region parts columns,
and where there is none the widest white band parts what stands above from what stands below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from reconcile.read.pdf.segments import Segment

_MOST = 4_000  # segments of one page that are put into order; a page with more is no article
_GUTTER = 0.9  # of the height of a line: the least width of white between two columns
_LEAST_LINES = 3  # of a column
_SHARED = 0.4  # of the shorter column's height that two columns must stand side by side
_FULL = 0.5  # points that a full line may leave free
_JUSTIFIED = 1 / 3  # of the lines of a column: if so many are full, it is justified
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column: its text and box, and the number of the column and the column's right edge.

    A line is `full` that reaches the edge of a column whose lines do so, as those of justified text.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    column: int
    edge: float
    full: bool

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_in_order(segments: Sequence[Segment]) -> list[Line]:
    """The lines of a page as they are read."""
    if not segments:
        return []
    regions = [list(segments)] if len(segments) > _MOST else _columns(list(segments), 0)
    return [line for number, region in enumerate(regions) for line in _lines(region, number)]


def rows_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments by the lines they stand on, from the top down, each from left to right."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: -each.middle):
        if rows and rows[-1][0].middle - segment.middle < min(rows[-1][0].height, segment.height) / 2:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _columns(region: list[Segment], depth: int) -> list[list[Segment]]:
    height = median(segment.height for segment in region)
    if depth < _DEEPEST:
        for at in _gaps([(segment.left, segment.right) for segment in region], _GUTTER * height):
            sides = _parted(region, at)
            if _are_columns(*sides):
                return [column for side in sides for column in _columns(side, depth + 1)]
        cut = _widest([(segment.bottom, segment.top) for segment in region])
        if cut is not None:
            above = [segment for segment in region if segment.middle > cut]
            below = [segment for segment in region if segment.middle <= cut]
            upper, lower = _columns(above, depth + 1), _columns(below, depth + 1)
            if len(upper) == len(lower) == 1:
                return [upper[0] + lower[0]]
            return upper + lower
    return [region]


def _gaps(spans: list[tuple[float, float]], least: float) -> list[float]:
    """The middles of the white gaps between spans that are at least so wide."""
    found, reach = [], None
    for start, end in sorted(spans):
        if reach is not None and start - reach >= least:
            found.append((start + reach) / 2)
        reach = end if reach is None else max(reach, end)
    return found


def _widest(spans: list[tuple[float, float]]) -> float | None:
    best, cut, reach = 0.0, None, None
    for start, end in sorted(spans):
        if reach is not None and start - reach > best:
            best, cut = start - reach, (start + reach) / 2
        reach = end if reach is None else max(reach, end)
    return cut


def _parted(region: list[Segment], at: float) -> tuple[list[Segment], list[Segment]]:
    return [each for each in region if each.right <= at], [each for each in region if each.right > at]


def _are_columns(a: list[Segment], b: list[Segment]) -> bool:
    """Whether two groups of segments are columns: of several lines each, side by side."""
    if min(len(rows_of(a)), len(rows_of(b))) < _LEAST_LINES:
        return False
    (low_a, high_a), (low_b, high_b) = (
        (min(each.bottom for each in side), max(each.top for each in side)) for side in (a, b)
    )
    return min(high_a, high_b) - max(low_a, low_b) > _SHARED * min(high_a - low_a, high_b - low_b)


def _lines(region: list[Segment], number: int) -> list[Line]:
    edge = max(segment.right for segment in region)
    rows = rows_of(region)
    reaching = [edge - max(segment.right for segment in row) < _FULL for row in rows]
    justified = sum(reaching) > _JUSTIFIED * len(rows)
    return [
        Line(
            " ".join(segment.text for segment in row),
            row[0].left,
            max(segment.right for segment in row),
            min(segment.bottom for segment in row),
            max(segment.top for segment in row),
            number,
            edge,
            justified and full,
        )
        for row, full in zip(rows, reaching, strict=True)
    ]
