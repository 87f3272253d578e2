"""Where in a TOML file a key stands: a parser gives values alone, and a fault needs its line."""

import re
from collections.abc import Mapping, Sequence

_PART = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[[ \t]*({_PATH})[ \t]*\]")
_ASSIGNED = re.compile(rf"[ \t]*({_PATH})[ \t]*=")
_PARTS = re.compile(_PART)

Lines = Mapping[tuple[str, ...], int]


def lines_of(text: str) -> Lines:
    """The line (from 1) of each table's header and of each key that begins a line, by the path to it from the top."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            path = table = _split(header[1])
        elif assigned := _ASSIGNED.match(line):
            path = (*table, *_split(assigned[1]))
        else:
            continue
        for depth in range(len(table) + 1, len(path) + 1):
            found.setdefault(path[:depth], number)
        found.setdefault(path, number)
    return found


def line_of(lines: Lines, path: Sequence[str]) -> int | None:
    """The line of a key; where it stands inside a value, that of the nearest key around it."""
    return next((lines[tuple(path[:depth])] for depth in range(len(path), 0, -1) if tuple(path[:depth]) in lines), None)


def _split(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PARTS.findall(path))
