"""CSV and TSV: tables as spreadsheets and statistical offices save them.

The delimiter is the one that cuts the lines into the most even rows; Excel's first line "sep=;" is stronger. A file cut
by semicolons comes from a place that writes 3,5 for three and a half, unless its figures say otherwise.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from reconcile.read.article import Article
from reconcile.read.blob import Blob, Reading
from reconcile.read.decode import decode
from reconcile.read.faults import unreadable
from reconcile.read.grid import first_rows, lay_out, too_long

_DELIMITERS = "\t;,|"
_SAMPLE = 50  # rows by which the delimiter is told
_SAMPLE_LINES = 4 * _SAMPLE
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_EVEN = 0.8  # the share of them that must have one length


def read(blob: Blob) -> Reading:
    """The table of a file. Raises ReadError when it is no text, holds no table, or a row of it cannot be cut."""
    text = decode(blob)
    first, rest = text.partition("\n")[::2]
    named = first.strip().lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
    table = rest if named else text
    delimiter = named if len(named) == 1 else _delimiter(table)
    rows, whole = first_rows(_rows(_lines(table), delimiter, blob.where))
    block = lay_out(rows, comma=delimiter == ";")
    if not block.text:
        raise unreadable(blob.where, "no table in it", "give a file with a row of headings and rows of figures")
    problems = () if whole else (too_long(blob.where),)
    return Reading(
        (Article(block.text, cells=block.cells, spots=block.spots).source(blob.where, blob.sha256),), problems
    )


def _lines(text: str) -> Iterator[str]:
    """The lines of a text one by one, since of a long table only the first ones are read."""
    return (found[0] for found in _LINE.finditer(text))


def _rows(lines: Iterator[str], delimiter: str, where: str) -> Iterator[list[str]]:
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    try:
        yield from reader
    except csv.Error as error:
        hint = "save the table again from the spreadsheet, as CSV in UTF-8"
        raise unreadable(where, f"no row of a table: {error}", hint, reader.line_num) from error


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells, the most cells first."""
    lines = list(islice(_lines(text), _SAMPLE_LINES))
    return max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[bool, int]:
    try:
        widths = [len(row) for row in islice(csv.reader(lines, delimiter=delimiter), _SAMPLE) if len(row) > 1]
    except csv.Error:
        return False, 0
    width, rows = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return rows > _EVEN * len(widths), width
