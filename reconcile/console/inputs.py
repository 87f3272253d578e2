"""Sources and drafts as the commands are given them; what can't be read is told, and the rest goes on."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reconcile.console.desk import Desk
from reconcile.console.streams import say, tell
from reconcile.desk.status import FAILED

if TYPE_CHECKING:
    from reconcile.facts import Problem, Source
    from reconcile.read.gather import Track
    from reconcile.read.web import Web

_SHOWN = 5  # documents passed over that are named


def read(
    arguments: Sequence[str],
    output: Path | None,
    web: "Web | None" = None,
    track: "Track" = iter,
    *,
    quiet: bool = False,
) -> "tuple[tuple[Source, ...], tuple[Problem, ...]]":
    """What can be read, and what cannot, which is also told. Exit 2 when the output would overwrite an input."""
    from reconcile.read import gather
    from reconcile.read.web import ASKED

    note_passed_over(() if quiet else arguments)
    given, unread = gather(arguments, web or ASKED, track)
    tell(unread)
    for source in given:
        spare(source, output)
    return given, unread


def read_each(arguments: Sequence[str], desk: Desk, unread: "list[Problem]") -> "Iterator[Source]":
    """What can be read, one document at a time; what cannot is told when it is met, and added to `unread`.

    Exit 2 when the output would overwrite an input.
    """
    from reconcile.read.gather import gather_each

    note_passed_over(() if desk.quiet else arguments)

    def fault(problem: "Problem") -> None:
        tell((problem,))
        unread.append(problem)

    to_terminal = desk.output is None and sys.stdout.isatty()  # a bar would stand between the results
    for source in gather_each(arguments, fault, desk.web, iter if to_terminal else desk.reading):
        spare(source, desk.output)
        yield source


def note_passed_over(arguments: Sequence[str]) -> None:
    """Says which documents in folders are of formats that are not read; they fail no run, as nobody named them."""
    from reconcile.read import passed_over

    if found := passed_over(arguments):
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        say(
            f"note: passed over, as their formats are not read: {', '.join(found[:_SHOWN])}{more}",
            "save what the story needs of them as CSV, PDF or text",
        )


def spare(source: "Source", output: Path | None) -> None:
    """Exit 2 when the output would overwrite a source."""
    if output and source.path and os.path.realpath(source.path) == os.path.realpath(output):
        say(f"{output}: is one of the sources, and would be overwritten", "name another file")
        raise typer.Exit(FAILED)


def read_draft(
    draft: str, against: Sequence[str] | None, desk: Desk
) -> "tuple[Source, tuple[Source, ...], tuple[Problem, ...]]":
    """The draft, its sources without the draft itself (a folder may hold both), and what of the sources is unreadable.

    Where nobody names the sources they are those of its front matter, else of the configuration. Exit 2 when the draft
    can't be read, or when nothing is left to check it against.
    """
    found, faults = read([draft], desk.output, desk.web)
    if len(found) != 1:
        if found:
            say(f"{draft}: {len(found)} documents", "give one draft at a time")
        raise typer.Exit(FAILED)
    named, missing = sources_named(found[0], against, desk)
    given, unread = read(named, desk.output, desk.web, desk.reading, quiet=desk.quiet)
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


def reread(draft: "Source") -> "Source":
    """The draft as its file is now."""
    from reconcile.read import gather

    ((now,), _) = gather([draft.path or ""])
    return replace(now, id=draft.id)
