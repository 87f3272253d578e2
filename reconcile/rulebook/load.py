"""Folders of rule files to one `Rulebook`: layer upon layer, every fault of the load reported at once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reconcile.facts import Problem
from reconcile.rulebook.check import build, closest, faults, silences
from reconcile.rulebook.families import COMMON, FAMILIES, Fields, fields_of
from reconcile.rulebook.parse import Entry, entries, read_file
from reconcile.rulebook.rule import Rule, Rulebook, RuleFault

SHIPPED = "shipped"


class Sound(NamedTuple):
    """A rule without faults of its own, and the fields of its family."""

    entry: Entry
    fields: Fields


@cache
def shipped_rules() -> Rulebook:
    """The program's own rules, read once a process. Raises RuleFault."""
    return load_rules()


def load_rules(*folders: Path) -> Rulebook:
    """The shipped rules with the folders layered on top, the last one uppermost.

    A rule of a layer replaces the rule of the same id below it, a new id adds one, and `enabled = false` silences one.
    Raises RuleFault with every fault of every file.
    """
    return layered((SHIPPED, shipped_folder()), *((str(folder), Path(folder)) for folder in folders))


def shipped_folder() -> Path:
    """Where the shipped rules are: beside the code in an installed package, at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def layered(*layers: tuple[str, Path]) -> Rulebook:
    """A rulebook of named folders, each laid over those before it. Raises RuleFault with every fault of every file."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for name, folder in layers:
        sound, wrong = _read_folder(folder)
        rules, misfits = _laid(rules, sound, name)
        problems += [*wrong, *misfits]
    if problems:
        raise RuleFault(tuple(problems))
    return Rulebook.of(sorted(rules.values(), key=lambda rule: rule.family))


def _read_folder(folder: Path) -> tuple[list[Sound], list[Problem]]:
    """The sound rules of a folder in reading order, and the faults of the others."""
    if not folder.is_dir():
        return [], [Problem(str(folder), None, "is not a folder of rules", "Name a folder of .toml rule files.")]
    read = [_read_rules(path, path.relative_to(folder).with_suffix("").as_posix()) for path in _rule_files(folder)]
    sound = [rule for rules, _ in read for rule in rules]
    return sound, [problem for _, problems in read for problem in problems]


def _rule_files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*.toml") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _read_rules(path: Path, family: str) -> tuple[list[Sound], list[Problem]]:
    fields = fields_of(family)
    if fields is None:
        hint = closest(family, FAMILIES)
        return [], [Problem(str(path), None, f'there is no family of rules "{family}"', hint)]
    source, unread = read_file(path, family)
    tables, malformed = entries(source)
    checked = [(Sound(entry, fields), faults(entry, fields)) for entry in tables]
    wrong = [problem for _, found in checked for problem in found]
    return [rule for rule, found in checked if not found], [*unread, *malformed, *wrong]


def _laid(below: Mapping[str, Rule], layer: Iterable[Sound], name: str) -> tuple[dict[str, Rule], list[Problem]]:
    """The rules with one layer's on top, and what of the layer does not fit on what is below it."""
    rules = dict(below)
    problems: list[Problem] = []
    places: dict[str, str] = {}
    for entry, fields in layer:
        key = entry.table["id"]
        misfit = _misfit(entry, below, places)
        strange = list(_strange(entry, fields, below))
        if misfit is not None or strange:
            problems += [*([misfit] if misfit else []), *strange]
        elif silences(entry):
            rules.pop(key, None)
        else:
            rules[key] = build(entry, fields, name, below.get(key))
        places.setdefault(key, f"{entry.source.file}:{entry.line}")
    return rules, problems


def _strange(entry: Entry, fields: Fields, below: Mapping[str, Rule]) -> Iterator[Problem]:
    """The fields of a rule that none of its family has below it, where the family may have any: nothing reads them."""
    stem = entry.source.family.rpartition("/")[2]
    alike = [rule for rule in below.values() if rule.family.rpartition("/")[2] == stem]
    if alike and "*" in fields:
        known = {*fields, *COMMON, *(key for rule in alike for key in rule.fields)} - {"*"}
        for key in sorted(set(entry.table) - known):
            told = f'"{entry.table["id"]}": no rule of this family has a field "{key}"'
            yield entry.fault(key, told, closest(key, known))


def _misfit(entry: Entry, below: Mapping[str, Rule], places: Mapping[str, str]) -> Problem | None:
    key = entry.table["id"]
    under = below.get(key)
    if key in places:
        return entry.fault("id", f'the id "{key}" stands twice', f"It is also at {places[key]}.")
    if under is not None and under.family != entry.source.family:
        return entry.fault("id", f'the id "{key}" is one of {under.family}', f"It is at {under.file}:{under.line}.")
    if under is None and silences(entry) and "why" not in entry.table:
        return entry.fault("id", f'there is no rule "{key}" to silence', closest(key, below))
    return None
