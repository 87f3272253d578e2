"""The characters of a PDF page to segments: runs of text on one line, with the box that each stands in.

A PDF has no words or lines, only characters in places. What pdfium takes for one line is cut where a wide gap is, so
that the cells of a table and lines of neighbouring columns stand apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import tau
from typing import Any

_GAP = 0.6  # of the height: a gap this wide is no space between words
_MOVED = 0.5  # of the height: a line this much higher or lower is another line
_SMALL = 0.8  # of the height before it: as small as the mark of a footnote
_TILTED = 0.1  # radians
_LINE_END = "\r\n"
_CHARACTERS = {
    "\x02": "-", "\ufffe": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi",
    "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\t": " ",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text and its box in points; `bottom` and `top` count from the foot of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    index: int


def segments_of(textpage: Any, raw: Any) -> Iterator[Segment]:
    """The segments of a page in the order in which it draws them; text that does not run level is left out."""
    line: list[_Character] = []
    for character in _characters(textpage, raw):
        if line and (character.text == "\n" or _is_apart(line[-1], character)):
            yield from _segment(line, textpage, raw)
            line = []
        if character.text != "\n":
            line.append(character)
    yield from _segment(line, textpage, raw)


def _characters(textpage: Any, raw: Any) -> Iterator[_Character]:
    box = raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        text = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if text in _LINE_END:
            yield _Character("\n", 0, 0, 0, 0, index)
        elif raw.FPDFText_GetLooseCharBox(textpage, index, box) and (text >= " " or text in _CHARACTERS):
            yield _Character(_CHARACTERS.get(text, text), box.left, box.right, box.bottom, box.top, index)


def _is_apart(a: _Character, b: _Character) -> bool:
    """Whether a character stands on another line than the one before it, or far behind it."""
    height = max(a.top - a.bottom, b.top - b.bottom, 1.0)
    moved = abs((a.top + a.bottom) - (b.top + b.bottom)) / 2 > _MOVED * height
    return moved or not -2 * height < b.left - a.right < _GAP * height


def _segment(line: list[_Character], textpage: Any, raw: Any) -> Iterator[Segment]:
    inked = [character for character in line if character.text.strip()]
    if not inked or _is_tilted(inked[0], textpage, raw):
        return
    text = "".join(_raised(line, k) for k in range(len(line))).strip()
    yield Segment(
        text,
        min(character.left for character in inked),
        max(character.right for character in inked),
        min(character.bottom for character in inked),
        max(character.top for character in inked),
    )


def _is_tilted(character: _Character, textpage: Any, raw: Any) -> bool:
    angle: float = raw.FPDFText_GetCharAngle(textpage, character.index)
    return not (angle < _TILTED or angle > tau - _TILTED)


def _raised(line: list[_Character], k: int) -> str:
    """A character of a line, a small digit above the line as a raised one, as the mark of a footnote is printed."""
    here, text = line[k], line[k].text
    if not text.isdecimal():
        return text
    before = next(
        (line[j] for j in range(k - 1, -1, -1) if line[j].text.strip() and not line[j].text.isdecimal()), here
    )
    height = before.top - before.bottom
    raised = here.top - here.bottom < _SMALL * height and here.bottom > before.bottom + (1 - _SMALL) * height / 2
    return text.translate(_RAISED) if raised else text
