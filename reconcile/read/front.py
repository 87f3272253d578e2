"""Front matter: the `key: value` lines between two `---` lines at the very start of a file.

This is the part of YAML that people write by hand: plain, 'single' and "double" quoted values, comments, block values
(`>`, `|`), long values that go on in indented lines, which are joined with spaces, and lists (`[a, b]`, or a line `- a`
for each). Keys that nobody asked for are passed over with all that hangs on them. A plain value may hold ": ", which
strict YAML would refuse.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from reconcile.read.decode import without_surrogates

_MAX_LINES = 100
_FENCE = re.compile(r"---[ \t]*")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_KEY = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(.*))?")
_QUOTED = re.compile(r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)')[ \t]*(?:#.*)?""")
_BLOCK = re.compile(r"[>|][+-]?[0-9]?")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_ITEM = re.compile(r"""[ \t]*((?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,"'])[^,]*)(?:,|\Z)""")
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Front:
    """`values` and `lists` by key, with the `lines` they stand in; `faults` are (line, message).

    The article starts at `body`.
    """

    values: Mapping[str, str]
    lines: Mapping[str, int]
    faults: tuple[tuple[int, str], ...]
    body: int
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    end: int

    @property
    def silent(self) -> bool:
        return not self.text.strip() or self.text.lstrip().startswith("#")

    @property
    def hangs(self) -> bool:
        """True for a line that continues the value above it."""
        return self.text[0] in " \t-"

    @property
    def key(self) -> re.Match[str] | None:
        return _KEY.fullmatch(self.text)


def front_matter(text: str, wanted: Collection[str], listed: Collection[str] = ()) -> Front | None:
    """The `wanted` values and the `listed` lists in the front matter of a text; None where it has none.

    A first line `---` with no `key: value` under it, or with mostly prose down to the next `---`, is a mere rule.
    """
    if not text.startswith("---"):
        return None
    first, *lines = islice(_lines(text), _MAX_LINES)
    if not _FENCE.fullmatch(first.text):
        return None
    closing = next((n for n, line in enumerate(lines) if _CLOSE.fullmatch(line.text)), None)
    header = lines[:closing] if closing is not None else _header_run(lines)
    stray = [line for line in header if not (line.silent or line.hangs or line.key)]
    keys = sum(1 for line in header if line.key)
    if len(stray) > keys or (not keys and (header or closing is None)):
        return None
    faults = [(line.number, f"front matter: not `key: value`: {line.text.strip()[:40]}") for line in stray]
    if closing is None:
        faults.append((1, "front matter: no `---` line closes it"))
    body = lines[closing].end if closing is not None else header[-1].end
    return _front(header, wanted, listed, faults, body)


def _lines(text: str) -> Iterator[_Line]:
    for number, match in enumerate(_LINE.finditer(text), 1):
        yield _Line(number, match[1], match.end())


def _header_run(lines: list[_Line]) -> list[_Line]:
    """The lines from the start that look like front matter, for a header that nothing closes."""
    run = []
    for line in lines:
        if not line.text.strip() or not (line.silent or line.hangs or line.key):
            break
        run.append(line)
    return run


def _front(
    header: list[_Line],
    wanted: Collection[str],
    listed: Collection[str],
    faults: list[tuple[int, str]],
    body: int,
) -> Front:
    values: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    for line, pieces in _entries(header):
        key = line.key[1].lower() if line.key else ""
        if key not in wanted and key not in listed:
            continue
        if key in lines:
            faults.append((line.number, f"front matter: `{key}` is given twice"))
        lines[key] = line.number
        try:
            if key in listed:
                lists[key] = tuple(item for item in _items(pieces) if item not in _NOTHING)
            elif (value := _value(pieces)) not in _NOTHING:
                values[key] = value
        except ValueError as error:
            faults.append((line.number, f"front matter: `{key}`: {error}"))
    return Front(values, lines, tuple(sorted(faults)), body, lists)


def _entries(header: list[_Line]) -> Iterator[tuple[_Line, list[str]]]:
    """Each line with a key, and the pieces of its value: what follows the colon, then the lines that hang on it."""
    entry: tuple[_Line, list[str]] | None = None
    for line in header:
        if match := line.key:
            if entry:
                yield entry
            entry = line, [(match[2] or "").strip()]
        elif entry and not line.silent and line.hangs:
            entry[1].append(line.text.strip())
    if entry:
        yield entry


def _items(pieces: list[str]) -> Iterator[str]:
    """The items of a list: in brackets, one after each dash, or a single value alone."""
    first, *rest = pieces
    whole = _COMMENT.sub("", " ".join(filter(None, pieces))).strip()
    if whole.startswith("["):
        if not whole.endswith("]"):
            raise ValueError("the closing bracket is missing")
        yield from (_value([item[1].strip()]) for item in _ITEM.finditer(whole[1:-1]))
    elif first and not first.startswith("#"):
        yield _value(pieces)
    else:
        for item in rest:
            if not item.startswith("-"):
                raise ValueError(f"not an item of a list: {item[:40]}")
            yield _value([item[1:].strip()])


def _value(pieces: list[str]) -> str:
    first, *rest = pieces
    if _BLOCK.fullmatch(first):
        return " ".join(rest)
    whole = " ".join(filter(None, pieces))
    if whole[:1] not in ('"', "'"):
        return _COMMENT.sub("", whole).strip()
    quoted = _QUOTED.fullmatch(whole)
    if not quoted and (whole[0] == "'" or '"' in whole[1:]):
        return whole  # a headline that starts with a quotation or an apostrophe
    if not quoted:
        raise ValueError("the closing quote is missing")
    if quoted["single"] is not None:
        return quoted["single"].replace("''", "'")
    try:
        return without_surrogates(str(json.loads(f'"{quoted["double"]}"', strict=False)))
    except ValueError:
        raise ValueError("an unknown escape after a backslash") from None
