"""What the commands share: the desk's settings, messages to standard error, data to standard output or a file.

With `cli` the only place that prints and exits. Whatever it says is made inert first: names and words from outside
must not steer a terminal.
"""

import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NoReturn, Self, TypeVar

import typer

from reconcile.desk.status import FAILED, NEVER, VERDICTS, exit_status
from reconcile.report import FORMATS, GENERAL, RenderOptions

if TYPE_CHECKING:
    from reconcile.desk.baseline import Baseline
    from reconcile.desk.config import Config
    from reconcile.facts import Problem, Report, Ruling, Source
    from reconcile.facts.policy import Policy
    from reconcile.pipeline import Track
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
    ) -> Self:
        """The desk for these options, or exit 2 with every fault of them.

        `levels` are those that the command's --fail-on knows, `formats` those that it can write; what is configured
        for other commands is not meant for it. The configuration is looked for from the folder `start` upward, the
        working folder where none is given.
        """
        settings = settings_of(config, start)
        configured = settings.fail_on if settings.fail_on in (NEVER, *levels) else None
        book = _rulebook((*settings.rules, *(rules or ())))
        default = NEVER if levels is VERDICTS else _shipped_policy(book).fail_on
        return cls(
            config=replace(settings, strict=settings.strict or strict),
            format=_format(format or (settings.format if settings.format in formats else None) or "table", formats),
            fail_on=_choice("--fail-on", fail_on or configured or default, (NEVER, *levels)),
            output=output,
            quiet=quiet,
            color=settings.color and not no_color and output is None and _colorful(),
            rulebook=book,
            decisions=decisions or settings.decisions,
        )

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
    def options(self) -> RenderOptions:
        """How the terminal wants a report."""
        return RenderOptions(width=get_terminal_size((100, 24)).columns, color=self.color)


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """For the import of what needs the libraries of an extra; exit 2 with what to install where one is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library in ("", "reconcile"):
            raise
        say(f"this needs {library}, which is not installed", f"pip install 'reconcile[{extra}]'")
        raise typer.Exit(FAILED) from None


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
        _refuse(fault.problems)


def read(arguments: Sequence[str], output: Path | None) -> "tuple[tuple[Source, ...], tuple[Problem, ...]]":
    """What can be read, and what cannot, which is also told. Exit 2 when the output would overwrite an input."""
    from reconcile.read import gather

    given, unread = gather(arguments)
    tell(unread)
    target = output and os.path.realpath(output)
    if any(source.path and os.path.realpath(source.path) == target for source in given):
        say(f"{output}: is one of the sources, and would be overwritten", "name another file")
        raise typer.Exit(FAILED)
    return given, unread


def read_draft(
    draft: str, against: Sequence[str] | None, desk: Desk
) -> "tuple[Source, tuple[Source, ...], tuple[Problem, ...]]":
    """The draft, its sources without the draft itself (a folder may hold both), and what of the sources is unreadable.

    Where nobody names the sources they are those of its front matter, else of the configuration. Exit 2 when the draft
    can't be read, or when nothing is left to check it against.
    """
    found, faults = read([draft], desk.output)
    if len(found) != 1:
        if found:
            say(f"{draft}: {len(found)} documents", "give one draft at a time")
        raise typer.Exit(FAILED)
    named, missing = sources_named(found[0], against, desk)
    given, unread = read(named, desk.output)
    sources = others(given, found[0])
    if not sources:
        hint = "name its sources after --against, under `sources:` in its front matter, or as `sources` in the settings"
        say("nothing to check the draft against", hint)
        raise typer.Exit(FAILED)
    return replace(found[0], id="draft"), sources, (*faults, *missing, *unread)


def sources_named(
    draft: "Source", against: Sequence[str] | None, desk: Desk
) -> "tuple[tuple[str, ...], tuple[Problem, ...]]":
    """What a draft is held against: as given, else as it says itself, else as configured; what fits no file is told."""
    from reconcile.desk.sources import sources_of

    named, missing = (tuple(against), ()) if against else sources_of(draft, desk.config)
    tell(missing)
    return named, missing


def others(given: "Sequence[Source]", draft: "Source") -> "tuple[Source, ...]":
    """The documents but for the draft itself: a folder may hold both."""
    own = draft.path and os.path.realpath(draft.path)
    return tuple(source for source in given if not own or not source.path or os.path.realpath(source.path) != own)


def tracked(items: Sequence[_Item], desk: Desk, noun: str) -> Iterator[_Item]:
    """The items one by one; of many, a terminal is shown how far the work on them has come."""
    shown = len(items) >= _MANY and not desk.quiet and sys.stderr.isatty()
    for number, item in enumerate(items, 1):
        if shown:
            typer.echo(f"\r{number} of {len(items)} {noun}", nl=False, err=True)
        yield item
    if shown:
        typer.echo("\r\x1b[K", nl=False, err=True)


def reviewed(report: "Report", desk: Desk, baseline: Path | None = None) -> "tuple[Report, tuple[Problem, ...]]":
    """A checked draft with the desk's word on it, and a problem for each waiver in it that cannot be heeded."""
    from reconcile.desk.review import review

    path = baseline or desk.config.baseline
    accepted = baseline_of(path) if path and (baseline or path.exists()) else None
    return review(report, desk.policy, today(), accepted)


def reread(draft: "Source") -> "Source":
    """The draft as its file is now."""
    from reconcile.read import gather

    ((now,), _) = gather([draft.path or ""])
    return replace(now, id=draft.id)


def mend(report: "Report", desk: Desk) -> bool:
    """Applies the mends of a reviewed report to the draft's file and says so; False where there are none.

    Exit 2, with the draft as it was, when it can't be rewritten.
    """
    from reconcile.desk.faults import DeskFault
    from reconcile.desk.matters import draft_of
    from reconcile.desk.mends import mends_of, rewrite

    draft, mends = draft_of(report), mends_of(report)
    try:
        copy = rewrite(draft, mends) if mends else None
    except DeskFault as fault:
        _refuse(fault.problems)
    if not desk.quiet:
        told = f"{len(mends)} mended; the draft as it was is in {copy}" if copy else "nothing to mend"
        say(f"{draft.path}: {told}")
    return copy is not None


def show_diff(report: "Report", desk: Desk, unread: "tuple[Problem, ...]") -> NoReturn:
    """Puts out the mends of a reviewed report as a diff and leaves with the report's exit status."""
    from reconcile.desk.matters import draft_of
    from reconcile.desk.mends import diff, mends_of
    from reconcile.report.inert import plain

    text = diff(draft_of(report), mends_of(report))
    # On a screen no word of the draft may act; into a file or a pipe goes what `patch` needs.
    screen = desk.output is None and sys.stdout.isatty()
    put("".join(f"{plain(line)}\n" for line in text.split("\n")[:-1]) if screen else text, desk.output)
    raise typer.Exit(exit_status(report, desk.fail_on, unread))


def refuse_annotation(draft: str, output: Path) -> None:
    """Exit 2, before any work is done, where a draft cannot be given back with comments in the file named for it."""
    from reconcile.read import ReadError
    from reconcile.read.load import load
    from reconcile.read.word import sniff

    try:
        blob = load(draft) if draft != "-" else None
    except ReadError:
        return  # which is told when the draft is read
    if blob is None or not sniff(blob):
        say(f"{draft}: is no Word document", "--annotate gives a .docx back with comments; give one as a file")
        raise typer.Exit(FAILED)
    if os.path.realpath(output) == os.path.realpath(draft):
        say(f"{output}: is the draft, and would be overwritten", "name another file")
        raise typer.Exit(FAILED)


def annotate(report: "Report", draft: "Source", output: Path) -> None:
    """Writes the draft with a comment at each finding; exit 2 when it can't be written or has changed meanwhile."""
    from reconcile.desk.faults import DeskFault
    from reconcile.desk.word import annotated, notes_of
    from reconcile.read import ReadError
    from reconcile.read.load import load

    try:
        blob = load(draft.path or "")
        if blob.sha256 != draft.sha256:
            say(f"{draft.path}: has changed since it was read", "run the check again")
            raise typer.Exit(FAILED)
        _put_file(annotated(blob, notes_of(report)), output)
    except ReadError as error:
        _refuse((error.problem,))
    except DeskFault as fault:
        _refuse(fault.problems)


def baseline_of(path: Path) -> "Baseline":
    """The baseline of a file; exit 2 with every fault of it."""
    from reconcile.desk.baseline import read_baseline
    from reconcile.desk.faults import DeskFault

    try:
        return read_baseline(path)
    except DeskFault as fault:
        _refuse(fault.problems)


def today() -> dt.date:
    """The day at the desk."""
    return dt.datetime.now().astimezone().date()


def signer(by: str, desk: Desk) -> str:
    """Who signs for what is recorded: as given, else as configured, else the login name."""
    import getpass

    return by.strip() or desk.config.by or getpass.getuser()


def finish(report: "Report", desk: Desk, unread: "tuple[Problem, ...]") -> NoReturn:
    """Shows the report and leaves with its exit status."""
    if not desk.quiet:
        tell(report.problems)
    whole = replace(report, problems=(*unread, *report.problems))
    put(FORMATS[desk.format].render(whole, desk.options), desk.output)
    raise typer.Exit(exit_status(whole, desk.fail_on, unread))


def put(text: str, output: Path | None = None) -> None:
    """Data to a file, or to standard output (None or "-"), in UTF-8. Exit 2 when it cannot be written.

    A reader that has had enough (`| head`) is no error.
    """
    if output is not None and str(output) != "-":
        _put_file(text, output)
        return
    try:
        typer.echo(text.encode("utf-8"), nl=False)
    except OSError as error:
        # What is still buffered would fail once more when the interpreter closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            say(f"cannot write to standard output: {error.strerror}", "check the disk, or write to a file with -o")
            raise typer.Exit(FAILED) from None


def tell(problems: "Iterable[Problem]") -> None:
    """Each problem with its place and what to do."""
    for problem in problems:
        place = problem.where if problem.line is None else f"{problem.where}:{problem.line}"
        message, *excerpt = problem.message.splitlines()
        say(f"{place}: {message}", *excerpt, *problem.hint.splitlines())


def say(message: str, *more: str) -> None:
    """A message to standard error; what more there is to say stands indented on lines of its own."""
    from reconcile.report.inert import plain

    typer.echo("\n  ".join(map(plain, (message, *more))), err=True)


def settings_of(config: Path | None, start: Path | None = None) -> "Config":
    """The settings of a file, else the nearest ones upward of a folder; exit 2 with every fault of them."""
    from reconcile.desk.config import find_config, load_config
    from reconcile.desk.faults import DeskFault

    try:
        return (
            load_config(config, tuple(FORMATS)) if config else find_config((start or Path()).absolute(), tuple(FORMATS))
        )
    except DeskFault as fault:
        _refuse(fault.problems)


def _rulebook(folders: Sequence[Path]) -> "Rulebook":
    from reconcile.rulebook import RuleFault, load_rules, shipped_rules

    try:
        return load_rules(*folders) if folders else shipped_rules()
    except RuleFault as fault:
        _refuse(fault.problems)


def _shipped_policy(book: "Rulebook") -> "Policy":
    from reconcile.rulebook.policy import policy_of

    return policy_of(book)


def _put_file(text: str | bytes, output: Path) -> None:
    from reconcile.desk.faults import DeskFault
    from reconcile.desk.output import write_file

    try:
        write_file(output, text)
    except DeskFault as fault:
        _refuse(fault.problems)


def _refuse(problems: "Iterable[Problem]") -> NoReturn:
    tell(problems)
    raise typer.Exit(FAILED)


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
