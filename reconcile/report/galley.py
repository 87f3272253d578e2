"""Running text cut into the pieces that a page sets: paragraphs of runs, each plain, a figure, or part of a sentence.

Offsets are code points of the source's text; nothing is added, and nothing but line breaks is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from reconcile.facts import Claim, Source
from reconcile.facts.text import comments

_BREAK = re.compile(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*")
_EMPTY_LINE = re.compile(r"\n[^\n]*\n|\r[^\n]*\r")
_BLOCK = re.compile(r"[ \t]*(?:[-*+>|#]|\d{1,3}[.)])")  # a new line of a list, a quotation, a table; a heading
_Stretch = tuple[int, int]
LONG = 100_000
"""Code points from which on a text is shown in extracts only."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: `claim` is the figure that it belongs to, `starts` are all the figures that begin with it.

    `sentence` is the offset of the marked sentence around it; a `remark` is a comment, which no reader sees.
    """

    text: str
    claim: str | None = None
    starts: tuple[str, ...] = ()
    sentence: int | None = None
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's runs; `after_gap` is True where paragraphs before it were left out."""

    runs: tuple[Run, ...]
    after_gap: bool = False


def galley(source: Source, figures: Iterable[Claim], *, sentences: bool = False) -> tuple[Paragraph, ...]:
    """The article of a source with some of its figures, and on demand their sentences, marked.

    Where figures overlap, a stretch belongs to the innermost. A long text is given in extracts: the paragraphs that
    hold a figure.
    """
    marked = sorted(figures, key=lambda each: (each.start, -each.end))
    around = sorted({(each.sentence.start, each.sentence.end) for each in marked}) if sentences else []
    remarks = [(each.start, each.end) for each in comments(source.text)]
    brief = len(source.text) - source.body > LONG
    found: list[Paragraph] = []
    gap = False
    rows = frozenset(source.text.rfind("\n", 0, cell.start) + 1 for cell in source.cells)
    for start, end in _paragraphs(source.text, source.body, rows):
        runs = tuple(_runs(source.text, start, end, marked, around, remarks))
        if brief and not any(run.claim for run in runs):
            gap = True
            continue
        found.append(Paragraph(runs, gap))
        gap = False
    return tuple(found)


def _paragraphs(text: str, body: int, rows: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Stretches between empty lines, and from each line that starts a block of Markdown or holds a table's cell (those
    that start at `rows`)."""
    start = body
    for match in _BREAK.finditer(text, body):
        starts = match.end() in rows or _BLOCK.match(text, match.end())
        if starts or _EMPTY_LINE.search(match[0]) or text.startswith("#", start):
            if text[start : match.start()].strip():
                yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _runs(
    text: str, start: int, end: int, marked: Sequence[Claim], around: Sequence[_Stretch], remarks: Sequence[_Stretch]
) -> Iterator[Run]:
    inside = [each for each in marked if each.start < end and each.end > start]
    near, unseen = ([each for each in given if each[0] < end and each[1] > start] for given in (around, remarks))
    edges = {start, end, *chain.from_iterable([*((each.start, each.end) for each in inside), *near, *unseen])}
    for first, last in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        # Sorted by start and then by length, the last that covers a stretch is the innermost.
        owner = next((each.id for each in reversed(inside) if each.start <= first < each.end), None)
        starts = tuple(each.id for each in inside if each.start == first)
        yield Run(text[first:last], owner, starts, _over(first, near), _over(first, unseen) is not None)


def _over(offset: int, stretches: Sequence[_Stretch]) -> int | None:
    """The start of the first stretch that covers an offset."""
    return next((start for start, end in stretches if start <= offset < end), None)
