"""`reconcile doctor`."""

import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile import __version__, console
from reconcile.cli.options import ConfigFile, Rules

if TYPE_CHECKING:
    from reconcile.read.readers import Format

_EXTRA = re.compile(r"""extra == ["']([\w-]+)["']""")
_NAME = re.compile(r"[\w.-]+")
_ALL = "all"  # the sum of the other extras


@dataclass(frozen=True, slots=True)
class _Extra:
    """An extra of the package with the version of each library that it brings, None for a missing one."""

    name: str
    versions: Mapping[str, str | None]

    @property
    def missing(self) -> list[str]:
        return [library for library, version in self.versions.items() if version is None]

    @property
    def told(self) -> str:
        """The libraries with their versions, or what to type to get them."""
        if self.missing:
            return f"not installed ({', '.join(self.missing)}): pip install 'reconcile[{self.name}]'"
        return ", ".join(f"{library} {version}" for library, version in self.versions.items())


def command(rules: Rules = None, config: ConfigFile = None) -> None:
    """Say what is installed, which formats can be read, and where the configuration and the rules come from."""
    from reconcile.read import READERS

    desk = console.Desk.opened(config, rules)
    extras = _extras()
    lines = [
        f"reconcile {__version__} on Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"package   {Path(__file__).parent.parent}",
        f"config    {desk.config.path or 'none in this folder or above it'}",
        f"rules     {len(desk.rulebook.rules):,} in force, {desk.rulebook.digest}",
        *(f"          {folder}" for folder in sorted({str(Path(rule.file).parent) for rule in desk.rulebook.rules})),
        "formats",
        *(f"  {_read_by(each, extras)}" for each in READERS),
        "extras",
        *(f"  {extra.name:<6}  {extra.told}" for extra in extras.values()),
    ]
    console.put("\n".join(lines) + "\n")


def _read_by(format: "Format", extras: Mapping[str, _Extra]) -> str:
    """One format in a line: its name, the suffixes it takes, and what it lacks."""
    extra = extras.get(format.extra or "")
    lacks = f"  {extra.told}" if extra and extra.missing else ""
    return f"{format.name:<12}  {' '.join(format.suffixes)}{lacks}"


def _extras() -> dict[str, _Extra]:
    """The extras of the installed package by name, as it declares them."""
    from importlib import metadata

    libraries: dict[str, dict[str, str | None]] = {}
    for line in metadata.requires("reconcile") or ():
        extra, name = _EXTRA.search(line), _NAME.match(line)
        if extra and name and extra[1] != _ALL:
            libraries.setdefault(extra[1], {})[name[0]] = _version(name[0])
    return {name: _Extra(name, versions) for name, versions in libraries.items()}


def _version(library: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None
