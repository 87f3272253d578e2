"""One rule file: TOML text to `[[rule]]` tables that know their lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli

from reconcile.facts import Problem

_HEADER = re.compile(r"[ \t]*\[\[[ \t]*rule[ \t]*\]\]")
_ONLY = "A rule file holds [[rule]] tables and nothing else."


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file as read: where it stands, the family its path names, and its text."""

    file: str
    family: str
    text: str

    def fault(self, line: int, message: str, hint: str) -> Problem:
        """A problem at a line (from 1), with the line itself below the message."""
        lines = self.text.split("\n")
        excerpt = f"\n  {line:>4} | {lines[line - 1].strip()[:160]}" if 0 < line <= len(lines) else ""
        return Problem(where=self.file, line=line, message=message + excerpt, hint=hint)


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[rule]]` table of a file; `line` is that of its header, from 1."""

    source: RuleFile
    line: int
    table: Mapping[str, Any]

    def fault(self, key: str | None, message: str, hint: str) -> Problem:
        """A problem at the line that sets `key`, or at the rule's header when there is no such line."""
        return self.source.fault(self._line_of(key) if key else self.line, message, hint)

    def _line_of(self, key: str) -> int:
        setting = re.compile(rf"[ \t]*(\[rule\.)?[\"']?{re.escape(key)}[\"']?[ \t]*[=.\]]")
        for number, line in enumerate(self.source.text.split("\n")[self.line :], self.line + 1):
            if _HEADER.match(line):
                break
            if setting.match(line):
                return number
        return self.line


def read_file(path: Path, family: str) -> tuple[RuleFile, tuple[Problem, ...]]:
    """The text of a rule file (UTF-8); a file that can't be read or decoded is a problem and has no text."""
    try:
        return RuleFile(str(path), family, path.read_text(encoding="utf-8-sig")), ()
    except UnicodeDecodeError as error:
        problem = Problem(str(path), None, f"is not UTF-8 text: byte {error.start}", "Save the file as UTF-8.")
    except OSError as error:
        hint = "Check that the file is there and may be read."
        problem = Problem(str(path), None, f"can't be read: {error.strerror}", hint)
    return RuleFile(str(path), family, ""), (problem,)


def entries(source: RuleFile) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The rules of a file in order, and what is wrong with the file as TOML or as a file of rules."""
    try:
        parsed = tomli.loads(source.text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        return (), (source.fault(error.lineno, f"is not TOML: {error.msg}", "See toml.io for the syntax."),)
    tables = parsed.pop("rule", [])
    problems = [source.fault(_line_of_top(source, key), f'unknown key "{key}"', _ONLY) for key in parsed]
    lines = [number for number, line in enumerate(source.text.split("\n"), 1) if "[[" in line and _HEADER.match(line)]
    if not isinstance(tables, list) or len(lines) != len(tables):
        # Inline arrays of tables have no headers, and a header inside a multi-line text belongs to no table.
        return (), (*problems, source.fault(1, "rules are not written as [[rule]] tables", _ONLY))
    return tuple(Entry(source, line, table) for line, table in zip(lines, tables, strict=True)), tuple(problems)


def _line_of_top(source: RuleFile, key: str) -> int:
    setting = re.search(rf"^[ \t]*\[*[\"']?{re.escape(key)}\b", source.text, re.MULTILINE)
    return source.text.count("\n", 0, setting.start()) + 1 if setting else 1
