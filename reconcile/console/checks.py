"""A report on its way out: reviewed by the desk, its mends shown or applied, put out with its exit status."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from reconcile.console.desk import Desk, baseline_of, today
from reconcile.console.streams import put, put_each, put_file, refuse, say, tell
from reconcile.desk.status import CLEAN, FAILED, exit_status
from reconcile.report import FORMATS

if TYPE_CHECKING:
    from reconcile.facts import Problem, Report, Source

_SOON = (700, 10, 10)  # Python's own thresholds for looking through what is new, less new and old


def reviewed(report: "Report", desk: Desk, baseline: Path | None = None) -> "tuple[Report, tuple[Problem, ...]]":
    """A checked draft with the desk's word on it, and a problem for each waiver in it that cannot be heeded."""
    from reconcile.desk.review import review

    path = baseline or desk.config.baseline
    accepted = baseline_of(path) if path and (baseline or path.exists()) else None
    return review(report, desk.policy, today(), accepted)


def mend(report: "Report", desk: Desk) -> bool:
    """Applies the mends of a reviewed report to the draft's file and says so; False where there are none.

    Exit 2, with the draft as it was, when it can't be rewritten.
    """
    from reconcile.desk.faults import DeskFault
    from reconcile.desk.matters import draft_of
    from reconcile.desk.mends import mends_of, offered, rewrite

    draft, mends = draft_of(report), mends_of(report, desk.policy)
    try:
        copy = rewrite(draft, mends) if mends else None
    except DeskFault as fault:
        refuse(fault.problems)
    if not desk.quiet:
        told = f"{len(mends)} mended; the draft as it was is in {copy}" if copy else "nothing to mend without asking"
        left = sum(1 for _ in offered(report)) - len(mends)
        say(f"{draft.path}: {told}" + (f"; {left} more offered in the report" if left else ""))
    return copy is not None


def show_diff(report: "Report", desk: Desk, unread: "tuple[Problem, ...]") -> NoReturn:
    """Puts out the mends of a reviewed report as a diff and leaves with the report's exit status."""
    from reconcile.desk.matters import draft_of
    from reconcile.desk.mends import diff, mends_of
    from reconcile.report.inert import plain

    draft = draft_of(report)
    if draft.extracted and not desk.quiet:
        say(f"note: {draft.path}: the diff is of the text that was taken out of the file, and no patch for it")
    text = diff(draft, mends_of(report, desk.policy))
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
        put_file(annotated(blob, notes_of(report)), output)
    except ReadError as error:
        refuse((error.problem,))
    except DeskFault as fault:
        refuse(fault.problems)


def finish_each(reports: "Iterable[Report]", desk: Desk, unread: "Sequence[Problem]") -> NoReturn:
    """Shows the reports as they come, and leaves with the gravest of their exit statuses.

    `unread` is what could not be read until the last of them has come.
    """
    statuses = [CLEAN]
    # A document goes as soon as its claims are out, even where the library that read it tied it up in circles. What is
    # loaded by now stays to the end, and need not be looked through each time.
    gc.freeze()
    gc.set_threshold(*_SOON)

    def rendered() -> "Iterator[str]":
        for report in reports:
            if not desk.quiet:
                tell(report.problems)
            statuses.append(exit_status(report, desk.fail_on, ()))
            statuses[:] = [max(statuses)]
            yield FORMATS[desk.format].render(report, desk.options)

    put_each(rendered(), desk.output)
    raise typer.Exit(FAILED if unread else max(statuses))


def finish(report: "Report", desk: Desk, unread: "tuple[Problem, ...]") -> NoReturn:
    """Shows the report and leaves with its exit status."""
    if not desk.quiet:
        tell(report.problems)
    whole = replace(report, problems=(*unread, *report.problems))
    put(FORMATS[desk.format].render(whole, desk.options), desk.output)
    raise typer.Exit(exit_status(whole, desk.fail_on, unread))
