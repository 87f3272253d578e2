"""Pages that are pictures: what a scanner made of paper has no characters that could be read."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from reconcile.facts import Problem

_SHARE = 0.5  # of the page that pictures cover: less is a logo on a page left blank
_MOST_PIECES = 500  # of a page that are looked at: scanners cut it into strips, but into no more
_SHOWN = 10


def is_scan(page: Any, pdfium: Any) -> bool:
    """Whether pictures cover at least half of a page."""
    width, height = page.get_size()
    least: float = _SHARE * width * height
    return sum(_areas(page, pdfium)) >= least


def _areas(page: Any, pdfium: Any) -> Iterator[float]:
    """The square points that each picture covers."""
    for each in islice(page.get_objects(max_depth=3), _MOST_PIECES):
        if each.type != pdfium.raw.FPDF_PAGEOBJ_IMAGE:
            continue
        try:
            left, bottom, right, top = each.get_bounds()
        except pdfium.PdfiumError:
            continue
        yield abs(right - left) * abs(top - bottom)


def told_scans(pages: Sequence[int], where: str) -> tuple[Problem, ...]:
    """What is said of the pages, by their numbers, that are pictures in a document with text; nothing of none."""
    if not pages:
        return ()
    named = ", ".join(map(str, pages[:_SHOWN])) + (" ..." if len(pages) > _SHOWN else "")
    message = f"page {named} is a picture" if len(pages) == 1 else f"{len(pages)} pages are pictures ({named})"
    hint = "if there are figures in them, put them through text recognition (OCR) and give what comes out"
    return (Problem(where, None, f"{message}: the rest was read", hint),)
