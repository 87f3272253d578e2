"""A desk's settings: the nearest `.reconcile.toml`, or `pyproject.toml` with `[tool.reconcile]`, from a folder upward.

`keys.py` has the keys and what each may hold, `lines.py` finds the line of a fault.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile.desk.faults import DeskFault
from reconcile.desk.keys import KINDS, OUTCOMES, SECTIONS, faults
from reconcile.desk.lines import Lines, line_of, lines_of
from reconcile.desk.toml import parsed, readable
from reconcile.facts import Problem
from reconcile.facts.claim import Kind
from reconcile.facts.policy import Setting

OWN, SHARED = ".reconcile.toml", "pyproject.toml"
_TABLE = ("tool", "reconcile")


@dataclass(frozen=True, slots=True)
class Config:
    """What is configured; None or empty where nothing is.

    `path` is the file, and `lines` has the line of each key set in it. `rules` are folders, the last one strongest;
    `sources` are files or patterns of file names. They, `baseline` and `decisions` are relative to the file's folder.
    """

    rules: tuple[Path, ...] = ()
    format: str | None = None
    fail_on: str | None = None
    color: bool = True
    decisions: Path | None = None
    sources: tuple[str, ...] = ()
    baseline: Path | None = None
    by: str | None = None
    strict: bool = False
    min_origins: int | None = None
    skip: tuple[Kind, ...] = ()
    mends: tuple[str, ...] | None = None
    levels: tuple[Setting, ...] = ()
    path: Path | None = field(default=None, compare=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def folder(self) -> Path:
        """What relative names in it are relative to."""
        return self.path.parent if self.path else Path()


@dataclass(frozen=True, slots=True)
class _File:
    """A configuration file, its text, and the path of the table in it that holds the keys."""

    path: Path
    text: str
    table: tuple[str, ...]

    @property
    def lines(self) -> Lines:
        """Where its keys stand."""
        return lines_of(self.text)


def find_config(start: Path, formats: Collection[str]) -> Config:
    """The settings in force in a folder; the defaults where neither it nor a folder above has any. Raises DeskFault."""
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return load_config(folder / OWN, formats)
        if (folder / SHARED).is_file() and f"[{'.'.join(_TABLE)}" in _read(folder / SHARED):
            return load_config(folder / SHARED, formats)
    return Config()


def load_config(path: Path, formats: Collection[str]) -> Config:
    """The settings of one file. Raises DeskFault with every fault of it, each with its line."""
    file = _File(path, _read(path), _TABLE if path.name == SHARED else ())
    table, lines = _table(file), file.lines
    wrong = [
        Problem(str(path), line_of(lines, (*file.table, *one.path)), one.message, one.hint)
        for one in faults(table, formats)
    ]
    if wrong:
        raise DeskFault(*wrong)
    folders = table.get("rules", ())
    return Config(
        rules=tuple(path.parent / folder for folder in ([folders] if isinstance(folders, str) else folders)),
        format=table.get("format"),
        fail_on=table.get("fail_on"),
        color=table.get("color", True),
        decisions=path.parent / table["decisions"] if "decisions" in table else None,
        sources=tuple(table.get("sources", ())),
        baseline=path.parent / table["baseline"] if "baseline" in table else None,
        by=table.get("by"),
        strict=table.get("strict", False),
        min_origins=table.get("min_origins"),
        skip=tuple(table.get("skip", ())),
        mends=tuple(table["mends"]) if "mends" in table else None,
        levels=tuple(_settings(file, lines, table.get("levels", {}))),
        path=path,
        lines={key: line_of(lines, (*file.table, key)) or 1 for key in table},
    )


def _settings(file: _File, lines: Lines, levels: Mapping[str, Any]) -> Iterator[Setting]:
    """The checked table `levels` as settings, each with its place."""
    for name, value in levels.items():
        table: Mapping[Any, Any] = {name: value} if name in OUTCOMES else value
        for outcome, level in table.items():
            path = ("levels", name) if name in OUTCOMES else ("levels", name, outcome)
            place = f"{file.path}:{line_of(lines, (*file.table, *path))}"
            kinds = tuple(kind for kind in KINDS if kind == name)
            sections = tuple(section for section in SECTIONS if section == name)
            yield Setting(outcome, level, kinds, sections, place)


def _read(path: Path) -> str:
    with readable(path, "the configuration", "check the path"):
        return path.read_bytes().decode("utf-8-sig")


def _table(file: _File) -> Mapping[str, Any]:
    table: Any = parsed(file.text, file.path)
    for name in file.table:
        table = table.get(name) if isinstance(table, dict) else None
    if not isinstance(table, dict):
        name = ".".join(file.table)
        raise DeskFault(Problem(str(file.path), None, f"no table [{name}]", f"add [{name}], or name another file"))
    return table
