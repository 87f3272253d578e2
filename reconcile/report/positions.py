"""Offsets in code points <-> lines and columns, in the unit that each format or editor counts in.

A line ends at LF, CRLF or a lone CR, as the Language Server Protocol and SARIF have it; Git, and what shows its diffs,
ends one at LF alone. Front matter counts like any other lines: offsets are those of the whole text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from reconcile.facts import Source

Unit = Literal["utf-8", "utf-16", "utf-32"]
"""What a column counts: bytes of UTF-8, 16-bit units of UTF-16, or code points."""

EDITOR_BREAKS = re.compile(r"\r\n|\n|\r")
GIT_BREAKS = re.compile(r"\n")
_SPOTS = {"paragraph": "para.", "row": "row"}
_WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_ENCODING = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_STDIN = "-"


class Place(NamedTuple):
    """A line and a column in it, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and the offsets at which its lines start."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, breaks: re.Pattern[str] = EDITOR_BREAKS) -> Self:
        """The lines of a text; one that ends in a break has an empty line after it."""
        return cls(text, (0, *(match.end() for match in breaks.finditer(text))))

    def line(self, offset: int) -> int:
        """The line that an offset stands in, counted from 1."""
        return bisect_right(self.starts, offset)

    def place(self, offset: int, unit: Unit) -> Place:
        """Where an offset stands. One between the CR and the LF of a break counts the CR in."""
        line = self.line(offset)
        return Place(line, units(self.text[self.starts[line - 1] : offset], unit) + 1)

    def offset(self, place: Place, unit: Unit) -> int:
        """The offset of a place; what lies past the end of a line or of the text is taken back to it.

        A column inside a character (the second half of a surrogate pair) is taken back to its start.
        """
        if place.line > len(self.starts):
            return len(self.text)
        start = self.starts[place.line - 1]
        end = self.starts[place.line] if place.line < len(self.starts) else len(self.text)
        line = self.text[start:end].rstrip("\r\n")
        taken = line.encode(_ENCODING[unit], "surrogatepass")[: (place.column - 1) * _WIDTH[unit]]
        return start + len(taken.decode(_ENCODING[unit], "ignore"))


def units(text: str, unit: Unit) -> int:
    """How long a text is in a unit."""
    return len(text.encode(_ENCODING[unit], "surrogatepass")) // _WIDTH[unit]


def in_file(source: Source) -> bool:
    """True where the text is the whole file, so that places in it are places in the file.

    Of a web page, a document or a corpus the text is what was extracted: an editor can't jump into that.
    """
    return not source.extracted and (source.path or _STDIN) != _STDIN


def spoken(source: Source, offset: int, lines: Lines) -> str:
    """Where an offset stands, counted from 1 as people find it in the document itself: `p. 3`, `row 12, column Dead`.

    `text line 7` is a line of the text that was taken out of a format, such as a web page.
    """
    if page := source.page_of(offset):
        return f"p. {page}"
    if spot := source.spot_of(offset):
        column = f", column {spot.column}" if spot.column else ""
        return f"{_SPOTS[spot.unit]} {spot.number}{column}"
    return f"{'text line' if source.extracted else 'line'} {lines.line(offset)}"


def located(source: Source, offset: int, lines: Lines, name: str) -> str:
    """An offset in a source of this name: `wire.md:12`, as editors jump to it, or `deaths.csv, row 12, column Dead`."""
    place = spoken(source, offset, lines)
    return f"{name}:{place.removeprefix('line ')}" if place.startswith("line ") else f"{name}, {place}"
