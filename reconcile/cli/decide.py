"""`reconcile decide`."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile import console
from reconcile.cli.options import By, ConfigFile, Decisions, Quiet, Rules
from reconcile.desk.status import CLEAN, FAILED

if TYPE_CHECKING:
    from reconcile.facts import Claim

_Pair = tuple[str, str]


def command(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help="The sources of `compare`.")] = None,
    same: Annotated[
        _Pair | None, typer.Option("--same", metavar="CLAIM CLAIM", help="These two claims speak of one fact.")
    ] = None,
    not_same: Annotated[
        _Pair | None, typer.Option("--not-same", metavar="CLAIM CLAIM", help="These two claims speak of two facts.")
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, shown in every report.")] = "",
    by: By = "",
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take decision N out of the file.")] = None,
    decisions: Decisions = None,
    rules: Rules = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Record that two claims are one fact, or are not, or undo it; then list what is recorded.

    CLAIM is a figure as it is written ("8,500"), its line (a.txt:12), both ("a.txt:12 8,500"), or the id that `compare`
    of the same sources gives in JSON.
    """
    desk = console.Desk.opened(config, rules, quiet=quiet, decisions=decisions)
    if desk.decisions is None:
        raise typer.BadParameter("name the file that keeps them", param_hint="--decisions FILE")
    if sum(each is not None for each in (same, not_same, undo)) > 1:
        raise typer.BadParameter("one at a time", param_hint="--same, --not-same or --undo")
    notes: list[str] = []
    if undo is not None:
        notes = _undo(desk.decisions, undo)
    elif pair := same or not_same:
        if not why.strip():
            raise typer.BadParameter("say why; every report shows it", param_hint="--why")
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        claims = _claims(sources or [], pair, desk)
        notes = _record(desk.decisions, claims, (same is not None, console.signer(by, desk), now, why.strip()))
    if not quiet:
        for note in notes:
            console.say(f"{desk.decisions}: {note}")
    _list(desk.decisions)
    raise typer.Exit(CLEAN)


def _claims(sources: Sequence[str], pair: _Pair, desk: console.Desk) -> "tuple[Claim, Claim]":
    """The two claims. Exit 2 when a source can't be read or there are no such claims."""
    from reconcile import pipeline
    from reconcile.explain import UnknownName, claim_named

    if not sources:
        raise typer.BadParameter("name the sources before the options", param_hint="SOURCE")
    given, unread = console.read(sources, None, desk.web)
    extracted = pipeline.extract_all(given, desk.rulebook)
    known = {source.id: source for source in extracted.sources}
    try:
        first, second = (claim_named(extracted.claims, known, name) for name in pair)
    except UnknownName as error:
        console.say(f"error: {error}")
        raise typer.Exit(FAILED) from None
    if first == second:
        console.say("error: a decision is about two claims")
    if unread or first == second:
        raise typer.Exit(FAILED)
    return first, second


def _record(path: Path, claims: "tuple[Claim, Claim]", said: tuple[bool, str, str, str]) -> list[str]:
    """Puts a decision into the file; what there is to say of it."""
    from reconcile.desk.decisions import text_of, unlike, with_decision
    from reconcile.facts import Quote, Ruling

    first, second = claims
    ruling = Ruling((Quote.of(first), Quote.of(second)), *said, where=str(path))
    number = len(console.rulings(path)) + 1
    console.put(with_decision(text_of(path), ruling), path)
    odd = unlike(first, second) if ruling.same else ""
    return [f"decision {number} recorded", *([f"{odd}; `--undo {number}` if that was a slip"] if odd else [])]


def _undo(path: Path, number: int) -> list[str]:
    """Takes a decision out of the file; what there is to say of it."""
    from reconcile.desk.decisions import text_of, without_decision

    before = console.rulings(path)
    try:
        console.put(without_decision(text_of(path), number), path)
    except IndexError:
        console.say(f"error: {path}: no decision {number}", "`reconcile decide` alone lists them")
        raise typer.Exit(FAILED) from None
    gone = before[number - 1]
    figures = " and ".join(f"“{quote.figure}”" for quote in gone.claims)
    return [
        f"decision {number} taken out: {figures}, {gone.told}",
        *(["those after it move up"] * (number < len(before))),
    ]


def _list(path: Path) -> None:
    from reconcile.report.inert import plain

    for number, ruling in enumerate(console.rulings(path), 1):
        console.put(f"{number}. {plain(ruling.told)}\n")
        for quote in ruling.claims:
            console.put(f'   "{plain(quote.figure)}" in: {plain(quote.sentence)}\n')
