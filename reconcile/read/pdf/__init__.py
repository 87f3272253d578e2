"""PDF: the text in reading order, paragraphs whole, tables as figures, with the page that everything stands on.

`segments` reads what stands where, `tables` finds tables, `order` the columns, `paragraphs` joins lines, `scans` tells
pages that are pictures. The dates in a PDF are those of the file (a release is often printed again, and programs fill
them in as they like): they say when it was changed and are never taken for the day of publication.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from statistics import median
from typing import Any

from reconcile.facts import Problem
from reconcile.read.archive import broken
from reconcile.read.article import reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.extras import library
from reconcile.read.faults import unreadable
from reconcile.read.grid import Block, joined, lay_out
from reconcile.read.meta import Meta
from reconcile.read.office import told_article, told_title, told_writer
from reconcile.read.pdf.order import Line, lines_in_order
from reconcile.read.pdf.paragraphs import goes_on, joined_lines, paragraphs_of, without_running
from reconcile.read.pdf.scans import is_scan, told_scans
from reconcile.read.pdf.segments import Segment, segments_of
from reconcile.read.pdf.streams import LARGEST_PAGE, is_bomb
from reconcile.read.pdf.tables import Found, tables_of

MOST_PAGES = 300
MOST_CHARACTERS = 300_000
"""What is read of one document: a book has as much."""

_MAGIC = b"%PDF-"
_OPENING = 1024  # bytes in which the mark of the format stands
_MOMENT = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-]\d\d)'?(\d\d)?)?")
_MARK = "\ufffc"  # of a table among lines of text
_TITLE = 1.25  # of the usual height of lines: a headline is larger
_LONGEST_TITLE = 200


def sniff(blob: Blob) -> bool:
    """True when the mark of a PDF stands at the start, or behind what some mail programs put before it."""
    return _MAGIC in blob.data[:_OPENING]


def read(blob: Blob) -> Reading:
    """The text of a PDF. Raises ReadError for one that is broken, encrypted or a scan without text."""
    pdfium = library("pypdfium2", "pdf", blob.where)
    if is_bomb(blob.data):
        hint = "save its text as a file of its own"
        raise unreadable(blob.where, f"a page that unpacks to more than {LARGEST_PAGE // 1024**2} MB", hint)
    try:
        document = pdfium.PdfDocument(blob.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise unreadable(blob.where, "protected by a password", "save it without one") from error
        raise broken(blob.where, "PDF", error) from error
    try:
        pages, problems = _pages(document, pdfium, blob.where)
        meta = _meta(document)
    except pdfium.PdfiumError as error:
        raise broken(blob.where, "PDF", error) from error
    finally:
        document.close()
    return _reading(blob, pages, meta, problems)


def _pages(document: Any, pdfium: Any, where: str) -> tuple[list["_Page"], tuple[Problem, ...]]:
    """The pages, as many as are read, and what is said of those that are not."""
    pages: list[_Page] = []
    scans: list[int] = []
    characters = 0
    for number in range(len(document)):
        if number == MOST_PAGES or characters > MOST_CHARACTERS:
            hint = "give the pages that the story needs as a file of their own"
            cut = Problem(where, None, f"more than {number} pages: only those were read", hint)
            return pages, (*told_scans(scans, where), cut)
        page = document[number]
        textpage = page.get_textpage()
        characters += textpage.count_chars()
        if characters > 2 * MOST_CHARACTERS:
            raise unreadable(where, "a page with more characters than a book", "save its text as a file of its own")
        segments = list(segments_of(textpage, pdfium.raw))
        if not segments and is_scan(page, pdfium):
            scans.append(number + 1)
        pages.append(_Page.of(segments, page.get_height()))
        textpage.close()
        page.close()
    return pages, told_scans(scans, where)


class _Page:
    """A page: its lines in reading order and its tables, each of which stands among the lines under a mark."""

    def __init__(self, lines: list[Line], tables: dict[str, Found], height: float) -> None:
        self.lines, self.tables, self.height = lines, tables, height

    @classmethod
    def of(cls, segments: list[Segment], height: float) -> "_Page":
        found = {f"{_MARK}{k}": table for k, table in enumerate(tables_of(segments))}
        taken = {id(segment) for table in found.values() for segment in table.segments}
        rest = [segment for segment in segments if id(segment) not in taken]
        return cls(lines_in_order([*rest, *(table.box(mark) for mark, table in found.items())]), found, height)

    def blocks(self, lines: Sequence[Line]) -> Iterator[Block]:
        """The paragraphs and tables of the page, from those of its lines that are kept."""
        for paragraph in paragraphs_of(lines):
            if table := self.tables.get(paragraph[0].text):
                yield lay_out(table.rows)
            else:
                yield Block(joined_lines([line.text for line in paragraph]))


def _reading(blob: Blob, pages: list[_Page], meta: Meta, problems: tuple[Problem, ...]) -> Reading:
    kept = without_running([(page.lines, page.height) for page in pages])
    flowing = [bool(lines) and lines[-1].full and not lines[-1].text.startswith(_MARK) for lines in kept]
    blocks, starts = _flow([list(page.blocks(lines)) for page, lines in zip(pages, kept, strict=True)], flowing)
    whole = joined(blocks)
    if not whole.text.strip():
        hint = "it holds pictures of pages: put it through text recognition (OCR) and give what comes out"
        raise unreadable(blob.where, "a PDF without text", hint)
    offsets = (0, *accumulate(len(block.text) + 2 for block in blocks))
    places = tuple(min(offsets[index] + inside, len(whole.text)) for index, inside in starts)
    headline = Meta(title=_headline(kept[0]))
    return reading_of(blob, [replace(told_article(whole, meta.over(headline), blob.where), pages=places)], problems)


def _flow(pages: list[list[Block]], flowing: Sequence[bool]) -> tuple[list[Block], list[tuple[int, int]]]:
    """The blocks of all pages, a paragraph that goes on over the end of a page made one, and where each page starts:
    in which block, and how far into it. `flowing` tells of each page whether its last line is full."""
    blocks: list[Block] = []
    starts: list[tuple[int, int]] = []
    for page, full in zip(pages, (False, *flowing), strict=False):
        prose = bool(blocks and page) and not blocks[-1].cells and not page[0].cells
        if prose and (full or goes_on(blocks[-1].text, page[0].text)):
            last, first, *rest = blocks[-1], *page
            text = joined_lines([last.text, first.text])
            starts.append((len(blocks) - 1, len(text) - len(first.text)))
            blocks[-1:] = [replace(last, text=text), *rest]
        else:
            starts.append((len(blocks), 0))
            blocks += page
    return blocks, starts


def _meta(document: Any) -> Meta:
    told = {key: _told(document, key) for key in ("Title", "Author", "ModDate", "CreationDate")}
    written = told["ModDate"] or told["CreationDate"]
    return Meta(title=told_title(told["Title"]), byline=told_writer(told["Author"]), modified=_moment(written))


def _told(document: Any, key: str) -> str:
    """What the file says of itself under a key; nothing where that is no text."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""


def _moment(written: str) -> str | None:
    """A date of a PDF ("D:20260311093000+01'00'") in ISO 8601, None for anything else."""
    found = _MOMENT.match(written)
    if not found:
        return None
    year, month, day, hour, minute, second, sign, zone = found.groups()
    ahead = "+00:00" if sign in (None, "Z") else f"{sign}:{zone or '00'}"
    return iso_date(f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}{ahead}")


def _headline(printed: Sequence[Line]) -> str | None:
    """The lines of the first page that are printed larger than all others, where they are a headline."""
    lines = [line for line in printed if not line.text.startswith(_MARK)]
    if len(lines) < 3:  # a headline needs a text that it stands over
        return None
    largest = max(line.height for line in lines)
    if largest < _TITLE * median(line.height for line in lines):
        return None
    large = [line.text for line in lines if line.height > largest / _TITLE]
    return told_title(joined_lines(large)) if len(" ".join(large)) <= _LONGEST_TITLE else None
