"""A desk's settings: the nearest `.reconcile.toml`, or `pyproject.toml` with `[tool.reconcile]`, from a folder upward.

Keys: `rules` (a folder or a list of folders, relative to the file), `format`, `fail_on` (for the commands that know the
level), `color` (false for none), `decisions` (the file that keeps what an editor has decided, relative to this one).
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reconcile.desk.faults import DeskFault
from reconcile.desk.status import LEVELS, NEVER, STATUSES
from reconcile.facts import Problem

OWN, SHARED = ".reconcile.toml", "pyproject.toml"
_TABLE = "tool.reconcile"
_KEYS = ("rules", "format", "fail_on", "color", "decisions")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Config:
    """What is configured; None or empty where nothing is. `rules` are folders, the last one strongest."""

    rules: tuple[Path, ...] = ()
    format: str | None = None
    fail_on: str | None = None
    color: bool = True
    decisions: Path | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A configuration file, its text, and the table in it that holds the keys ("" for the top)."""

    path: Path
    text: str
    table: str

    def fault(self, message: str, hint: str, key: str = "") -> Problem:
        return Problem(str(self.path), _line_of(self, key) if key else None, message, hint)


def find_config(start: Path, formats: Collection[str]) -> Config:
    """The settings in force in a folder; the defaults where neither it nor a folder above has any. Raises DeskFault."""
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return load_config(folder / OWN, formats)
        if (folder / SHARED).is_file() and f"[{_TABLE}" in _read(folder / SHARED):
            return load_config(folder / SHARED, formats)
    return Config()


def load_config(path: Path, formats: Collection[str]) -> Config:
    """The settings of one file. Raises DeskFault with every fault of it, each with its line."""
    file = _File(path, _read(path), _TABLE if path.name == SHARED else "")
    table = _table(file)
    faults = [*_unknown(file, table), *_misfits(file, table, formats)]
    if faults:
        raise DeskFault(*faults)
    folders = table.get("rules", ())
    return Config(
        rules=tuple(path.parent / folder for folder in ([folders] if isinstance(folders, str) else folders)),
        format=table.get("format"),
        fail_on=table.get("fail_on"),
        color=table.get("color", True),
        decisions=path.parent / table["decisions"] if "decisions" in table else None,
    )


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DeskFault(Problem(str(path), None, "not UTF-8", "save it as UTF-8")) from error
    except OSError as error:
        message = f"cannot read the configuration: {error.strerror or error}"
        raise DeskFault(Problem(str(path), None, message, "check the path")) from error


def _table(file: _File) -> Mapping[str, Any]:
    try:
        table: Any = tomllib.loads(file.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        message = f"not TOML: {_AT_LINE.sub('', str(error)).strip()}"
        raise DeskFault(Problem(str(file.path), int(at[1]) if at else None, message, "mend the line")) from error
    for name in file.table.split(".") if file.table else ():
        table = table.get(name) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        raise DeskFault(file.fault(f"no table [{file.table}]", f"add [{file.table}], or name another file"))
    return table


def _unknown(file: _File, table: Mapping[str, Any]) -> Iterator[Problem]:
    for key in table:
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(_KEYS)}"
            yield file.fault(f"unknown key `{key}`", hint, key)


def _misfits(file: _File, table: Mapping[str, Any], formats: Collection[str]) -> Iterator[Problem]:
    for key, choices in (("format", formats), ("fail_on", tuple(dict.fromkeys((NEVER, *LEVELS, *STATUSES))))):
        if key in table and table[key] not in tuple(choices):
            yield file.fault(f"`{key}` cannot be {table[key]!r}", f"choose one of {', '.join(choices)}", key)
    if not isinstance(table.get("color", True), bool):
        yield file.fault("`color` is neither true nor false", "write `color = false` for no colour", "color")
    if not isinstance(table.get("decisions", ""), str):
        yield file.fault("`decisions` is no file name", 'write `decisions = "decisions.toml"`', "decisions")
    if not _folders(table.get("rules", "")):
        yield file.fault("`rules` is not a list of folders", 'write `rules = ["our-rules"]`', "rules")


def _folders(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _line_of(file: _File, key: str) -> int | None:
    """The line where a key of the file's table stands, None when it is written in a way that a search does not find."""
    header = re.compile(rf"\s*\[\s*{re.escape(f'{file.table}.{key}'.strip('.'))}\s*[.\]]")
    assigned = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
    inside = not file.table
    for number, line in enumerate(file.text.splitlines(), 1):
        if header.match(line) or (inside and assigned.match(line)):
            return number
        if line.startswith("["):
            inside = line.replace(" ", "").startswith(f"[{file.table}]")
    return None
