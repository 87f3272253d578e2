"""The desk's TOML files: read, parsed, their tables found with their lines; faults are told as DeskFault."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reconcile.desk.faults import DeskFault
from reconcile.facts import Problem

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@contextmanager
def readable(path: Path, what: str, hint: str) -> Iterator[None]:
    """For reading a file: what goes wrong is a DeskFault that says `what` could not be read, and what to do."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise DeskFault(Problem(str(path), None, "not UTF-8", "save it as UTF-8")) from error
    except OSError as error:
        raise DeskFault(Problem(str(path), None, f"cannot read {what}: {error.strerror or error}", hint)) from error


def parsed(text: str, path: Path) -> dict[str, Any]:
    """The tables of a text; `path` is what to call it. Raises DeskFault, with the line, when it is not TOML."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        message = f"not TOML: {_AT_LINE.sub('', str(error)).strip()}"
        raise DeskFault(Problem(str(path), int(at[1]) if at else None, message, "mend the line")) from error


def entries_of(text: str, path: Path, key: str, hint: str) -> Sequence[tuple[object, int | None]]:
    """The [[key]] tables of a text that holds nothing else, each with its line where a search finds it.

    Raises DeskFault, with `hint`, for a text of another form.
    """
    table = parsed(text, path)
    entries = table.get(key, [])
    if set(table) - {key} or not isinstance(entries, list):
        raise DeskFault(Problem(str(path), None, f"something other than [[{key}]] tables", hint))
    head = re.compile(rf"[ \t]*\[\[[ \t]*{key}[ \t]*\]\]")
    heads = [number for number, line in enumerate(text.splitlines(), 1) if head.match(line)]
    lines = heads if len(heads) == len(entries) else [None] * len(entries)
    return list(zip(entries, lines, strict=True))
