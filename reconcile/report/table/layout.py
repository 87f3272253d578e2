"""How wide each column is, and whether there is room for columns at all."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from reconcile.facts import Claim
from reconcile.report.digest import Digest, Row
from reconcile.report.inert import plain

VERDICT = 15
GAP = 2
_LABEL_LEAST, _LABEL_MOST = 22, 44
_CELL_LEAST, _CELL_MOST = 9, 28


class Layout(NamedTuple):
    """Widths in columns of the screen. `sources` (ids) is empty where facts are stacked instead."""

    label: int
    cell: int
    sources: tuple[str, ...]

    @property
    def columns(self) -> bool:
        """True where each source has its column."""
        return bool(self.sources)


def plan(view: Digest, width: int) -> Layout:
    """One column a source (the draft first) where the figures of the facts that are shown in rows fit, else none."""
    rows = [row for row in view.rows if row.section != "alone"]
    shown = {source for row in rows for source in row.cells}
    sources = [source for source in view.report.sources if source.id in shown]
    order = tuple(source.id for source in sorted(sources, key=lambda source: source.role != "draft"))
    room = width - VERDICT - GAP
    label = min(max((cell_len(plain(row.fact.label)) for row in rows), default=_LABEL_LEAST), _LABEL_MOST)
    if order:
        for columns in (max(label, _LABEL_LEAST), _LABEL_LEAST):
            cell = min((room - columns) // len(order) - GAP, _CELL_MOST)
            if cell >= _needed(rows, order, view):
                return Layout(columns, cell, order)
    return Layout(room, 0, ())


def cell(row: Row, claims: Iterable[Claim]) -> tuple[str, ...]:
    """What one source gives for a fact, with its nouns where they may explain why sources differ."""
    return tuple(plain(text) for text in row.written(claims, nouns=row.fact.verdict in ("discrepancy", "undecided")))


def _needed(rows: list[Row], order: tuple[str, ...], view: Digest) -> int:
    """The width that all but the longest tenth of the cells need without a break inside a word."""
    words = [
        max(cell_len(word) for text in cell(row, claims) for word in (text.split() or [""]))
        for row in rows
        for claims in row.cells.values()
    ]
    heads = [max(map(cell_len, plain(view.names[source]).split()), default=0) for source in order]
    typical = sorted(words)[len(words) * 9 // 10] if words else 0
    return min(max(typical, min(max(heads), 12), _CELL_LEAST), _CELL_MOST)
