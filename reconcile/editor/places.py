"""Offsets as the protocol's positions and ranges, which count lines and columns from 0."""

from lsprotocol import types

from reconcile.facts import Claim, Source
from reconcile.report.addresses import location
from reconcile.report.positions import Lines, Place, Unit, in_file

_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))


def range_of(lines: Lines, start: int, end: int, unit: Unit) -> types.Range:
    """The range of a stretch of text."""
    return types.Range(position(lines, start, unit), position(lines, end, unit))


def position(lines: Lines, offset: int, unit: Unit) -> types.Position:
    """The position of an offset."""
    place = lines.place(offset, unit)
    return types.Position(place.line - 1, place.column - 1)


def offset(lines: Lines, position: types.Position, unit: Unit) -> int:
    """The offset of a position, wherever the editor puts it."""
    return lines.offset(Place(position.line + 1, position.character + 1), unit)


def sentence_of(claim: Claim, source: Source, unit: Unit) -> types.Location | None:
    """Where the sentence of a claim stands, or the top of a file that holds no plain text; None for a text in hand."""
    uri = location(source)
    if not uri:
        return None
    if not in_file(source):
        return types.Location(uri, _TOP)
    return types.Location(uri, range_of(Lines.of(source.text), claim.sentence.start, claim.sentence.end, unit))
