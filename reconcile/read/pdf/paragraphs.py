"""Lines to paragraphs: joined as they were before the printer broke them, without what runs along on every page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reconcile.read.pdf.order import Line

_MARGIN = 0.12  # of the page's height at its head and foot in which what runs along stands
_HEADLINE = 1.25  # of the height of what runs along: so large a line is the headline that it repeats
_LEVEL = 2.0  # points between lines that stand side by side
_LEADING = 1.3  # of the usual distance between lines: a wider one parts paragraphs
_WIDEST = 2.5  # heights of a line: more is no distance inside a paragraph, however usual
_RESIZED = 0.15
_INDENT = 0.8  # of the height of a line
_SHORT = 0.2  # of the column's width that a last line leaves free
_ENDED = re.compile(r"[.!?:;][\"\u201d\u2019')\]]*$")
_BULLET = re.compile(r"[\u2022\u25aa\u25cf\u2023\u2043\u25e6\uf0b7*\u2013\u2014-]\s|\(?\d{1,2}[.)]\s")
_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*+(?:[-\u2013\u2014|]\s*+)?\d{1,4}\s*+(?:(?:of|/)\s*+\d{1,4}\s*+)?[-\u2013\u2014|]?",
    re.IGNORECASE,
)
_PRINTED = re.compile(  # what a browser prints over and under a page: when and what, and from where
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}[:.]\d\d\b.*"
    r"|(?:https?|file):\S+(?:\s+(?:page )?\d{1,4}(?:/| of )\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"[^\W\d_][-\u2010]$")

Page = tuple[list[Line], float]
"""The lines of a page and its height."""


def without_running(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page without page numbers, the heads and feet that pages share, and those of a browser.

    A headline whose words run along on the pages that follow, in smaller print, stays.
    """
    edges = [{_key(line): line.height for line in lines if _is_edge(line, height)} for lines, height in pages]
    seen = Counter(key for edge in edges for key in edge)
    running = {
        key: _HEADLINE * min(edge[key] for edge in edges if key in edge)
        for key, count in seen.items()
        if count > 1 and count * 2 >= len(pages)
    }

    def runs_along(line: Line, height: float) -> bool:
        return _is_edge(line, height) and (line.height < running.get(_key(line), 0.0) or _is_apart(line))

    kept = []
    for lines, height in pages:
        printed = [line.bottom for line in lines if _is_edge(line, height) and _PRINTED.fullmatch(line.text.strip())]
        beside = {line for line in lines if any(abs(line.bottom - level) < _LEVEL for level in printed)}
        kept.append([line for line in lines if line not in beside and not runs_along(line, height)])
    return kept


def _is_edge(line: Line, height: float) -> bool:
    return line.bottom > (1 - _MARGIN) * height or line.top < _MARGIN * height


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text).casefold()


def _is_apart(line: Line) -> bool:
    return bool(_NUMBER.fullmatch(line.text.strip()) or _PRINTED.fullmatch(line.text.strip()))


def paragraphs_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.column == b.column and a.bottom > b.bottom]
    usual = median(steps) if steps else 0.0
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _starts(paragraph[-1], line, usual):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _starts(before: Line, line: Line, usual: float) -> bool:
    """Whether a line starts a paragraph."""
    if abs(before.height - line.height) > _RESIZED * max(before.height, line.height) or _BULLET.match(line.text):
        return True
    if before.column != line.column or line.bottom > before.bottom:
        return not (goes_on(before.text, line.text) or before.full)
    step = before.bottom - line.bottom
    if step > max(_LEADING * usual, _LEADING * line.height) or step > _WIDEST * line.height:
        return True
    short = before.right < before.edge - _SHORT * (before.edge - before.left)
    return (short and bool(_ENDED.search(before.text))) or line.left > before.left + _INDENT * line.height


def goes_on(before: str, after: str) -> bool:
    """Whether a text goes on over the end of a column or page: in the middle of a sentence."""
    return not _ENDED.search(before) and (after[:1].islower() or before.endswith((",", "\u00ad", "-")))


def joined_lines(lines: Sequence[str]) -> str:
    """Lines as one text, a word that was broken at the end of one made whole again.

    A hyphen before a small letter is taken for the printer's, any other (a range, a name) stays.
    """
    text = ""
    for line in lines:
        if text.endswith("\u00ad") or (_BROKEN.search(text) and line[:1].islower()):
            text = text[:-1] + line
        else:
            text = f"{text}{'' if text.endswith('-') or not text else ' '}{line}"
    return text.replace("\u00ad", "")
