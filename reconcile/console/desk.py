"""What a command was asked for: its options laid over the nearest settings, the rules in force."""

import datetime as dt
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Self, TypeVar

import typer

from reconcile.console.streams import refuse
from reconcile.desk.status import NEVER, VERDICTS
from reconcile.report import FORMATS, GENERAL, RenderOptions

if TYPE_CHECKING:
    from reconcile.desk.baseline import Baseline
    from reconcile.desk.config import Config
    from reconcile.facts import Ruling
    from reconcile.facts.policy import Policy
    from reconcile.pipeline import Track
    from reconcile.read.gather import Track as Reading
    from reconcile.read.web import Web
    from reconcile.rulebook import Rulebook

_Item = TypeVar("_Item")
_MANY = 20  # from this many on, a terminal is shown how far the work has come


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command was asked for: options laid over the configuration."""

    config: "Config"
    rulebook: "Rulebook"
    format: str
    fail_on: str
    output: Path | None
    quiet: bool
    color: bool
    decisions: Path | None = None
    offline: bool = False
    private: bool = False
    keep: Path | None = None

    @classmethod
    def opened(
        cls,
        config: Path | None,
        rules: Sequence[Path] | None,
        format: str | None = None,
        fail_on: str | None = None,
        output: Path | None = None,
        *,
        quiet: bool = False,
        no_color: bool = False,
        levels: Sequence[str] = VERDICTS,
        decisions: Path | None = None,
        formats: Sequence[str] = GENERAL,
        start: Path | None = None,
        strict: bool = False,
        offline: bool = False,
        private: bool = False,
        keep: Path | None = None,
    ) -> Self:
        """The desk for these options, or exit 2 with every fault of them.

        `levels` are those that the command's --fail-on knows, `formats` those that it can write; what is
        configured for other commands is not meant for it. Without --format the ending of the output file tells
        it. The configuration is looked for from the folder `start` upward, the working folder where none is
        given. What is fetched is kept beside an output file, or in the folder `keep`.
        """
        settings = settings_of(config, start)
        usual = (settings.format if settings.format in formats else None) or "table"
        configured = settings.fail_on if settings.fail_on in (NEVER, *levels) else None
        book = _rulebook((*settings.rules, *(rules or ())))
        default = NEVER if levels is VERDICTS else _shipped_policy(book).fail_on
        return cls(
            config=replace(settings, strict=settings.strict or strict),
            format=_format(format or _of_file(output, formats) or usual, formats),
            fail_on=_choice("--fail-on", fail_on or configured or default, (NEVER, *levels)),
            output=output,
            quiet=quiet,
            color=settings.color and not no_color and output is None and _colorful(),
            rulebook=book,
            decisions=decisions or settings.decisions,
            offline=offline,
            private=private,
            keep=keep or (output.with_name(f"{output.name}.sources") if output else None),
        )

    @property
    def web(self) -> "Web":
        """What may be fetched, and where it is kept."""
        from reconcile.read.web import Web

        return Web(self.offline, self.private, self.keep)

    @property
    def rulings(self) -> "tuple[Ruling, ...]":
        """What an editor has decided on which claims are one fact; exit 2 with every fault of the decisions file."""
        return rulings(self.decisions) if self.decisions else ()

    @property
    def policy(self) -> "Policy":
        """What is asked of a draft: by the rules, by the settings over them."""
        from reconcile.desk.policy import configured

        return configured(_shipped_policy(self.rulebook), self.config)

    @property
    def track(self) -> "Track":
        """Shows on a terminal how far the work has come."""
        return lambda sources: tracked(sources, self, "sources")

    @property
    def reading(self) -> "Reading":
        """Shows on a terminal how far the reading of the inputs has come."""
        return lambda inputs: tracked(inputs, self, "inputs")

    @property
    def options(self) -> RenderOptions:
        """How the terminal wants a report."""
        return RenderOptions(width=get_terminal_size((100, 24)).columns, color=self.color)


def _of_file(output: Path | None, formats: Sequence[str]) -> str | None:
    """The format whose usual ending an output file bears: `-o report.html` is a page. None where it tells none."""
    named = (name for name in formats if output and FORMATS[name].suffix == output.suffix.lower())
    return next(named, None)


def settings_of(config: Path | None, start: Path | None = None) -> "Config":
    """The settings of a file, else the nearest ones upward of a folder; exit 2 with every fault of them."""
    from reconcile.desk.config import find_config, load_config
    from reconcile.desk.faults import DeskFault

    try:
        return (
            load_config(config, tuple(FORMATS)) if config else find_config((start or Path()).absolute(), tuple(FORMATS))
        )
    except DeskFault as fault:
        refuse(fault.problems)


def rulebook_of(config: Path | None, rules: Sequence[Path] | None) -> "Rulebook":
    """The shipped rules under those of the configuration under those of the options; exit 2 with all their faults."""
    return _rulebook((*settings_of(config).rules, *(rules or ())))


def rulings(path: Path) -> "tuple[Ruling, ...]":
    """The decisions of a file, none where it does not exist yet; exit 2 with every fault of it."""
    from reconcile.desk.decisions import read_decisions
    from reconcile.desk.faults import DeskFault

    try:
        return read_decisions(path)
    except DeskFault as fault:
        refuse(fault.problems)


def baseline_of(path: Path) -> "Baseline":
    """The baseline of a file; exit 2 with every fault of it."""
    from reconcile.desk.baseline import read_baseline
    from reconcile.desk.faults import DeskFault

    try:
        return read_baseline(path)
    except DeskFault as fault:
        refuse(fault.problems)


def today() -> dt.date:
    """The day at the desk."""
    return dt.datetime.now().astimezone().date()


def signer(by: str, desk: Desk) -> str:
    """Who signs for what is recorded: as given, else as configured, else the login name."""
    import getpass

    return by.strip() or desk.config.by or getpass.getuser()


def tracked(items: Sequence[_Item], desk: Desk, noun: str, many: int = _MANY) -> Iterator[_Item]:
    """The items one by one; of `many` and more, a terminal is shown how far the work on them has come."""
    if len(items) < many or desk.quiet or not sys.stderr.isatty():
        yield from items
        return
    from reconcile.console.progress import with_bar

    yield from with_bar(items, noun)


def _rulebook(folders: Sequence[Path]) -> "Rulebook":
    from reconcile.rulebook import RuleFault, load_rules, shipped_rules

    try:
        return load_rules(*folders) if folders else shipped_rules()
    except RuleFault as fault:
        refuse(fault.problems)


def _shipped_policy(book: "Rulebook") -> "Policy":
    from reconcile.rulebook.policy import policy_of

    return policy_of(book)


def _choice(option: str, chosen: str, known: Sequence[str]) -> str:
    if chosen not in known:
        raise typer.BadParameter(f"{chosen!r} is none of {', '.join(known)}", param_hint=option)
    return chosen


def _format(chosen: str, known: Sequence[str]) -> str:
    if chosen in FORMATS and chosen not in known:
        message = f"{chosen!r} shows a checked draft, and is for `check` alone; here: {', '.join(known)}"
        raise typer.BadParameter(message, param_hint="--format")
    return _choice("--format", chosen, known)


def _colorful() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
