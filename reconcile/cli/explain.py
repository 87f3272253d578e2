"""`reconcile explain`."""

from typing import Annotated

import typer

from reconcile import console
from reconcile.cli.options import ConfigFile, Decisions, Keep, Offline, Output, Private, Quiet, Rules, Sources
from reconcile.desk.status import CLEAN, FAILED


def command(
    sources: Sources,
    claim: Annotated[str | None, typer.Option("--claim", metavar="CLAIM", help="How this claim was read.")] = None,
    fact: Annotated[str | None, typer.Option("--fact", metavar="FACT", help="Why its claims stand together.")] = None,
    draft: Annotated[str | None, typer.Option("--draft", metavar="DRAFT", help="Check this draft too.")] = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    offline: Offline = False,
    private: Private = False,
    keep: Keep = None,
    quiet: Quiet = False,
) -> None:
    """Say why a claim was read as it was, why claims were joined, and why the verdict.

    CLAIM is a figure as it is written ("8,500"), its line (a.txt:12), both ("a.txt:12 8,500") or the id that `compare`
    gives in JSON; FACT a claim of it or its id.
    """
    if claim is None and fact is None:
        raise typer.BadParameter("say what to explain", param_hint="--claim or --fact")
    desk = console.Desk.opened(
        config, rules, output=output, quiet=quiet, decisions=decisions, offline=offline, private=private, keep=keep
    )
    checked, given, unread = (
        console.read_draft(draft, sources, desk)
        if draft
        else (None, *console.read(sources, output, desk.web, desk.reading, quiet=desk.quiet))
    )
    from reconcile import pipeline
    from reconcile.explain import UnknownName, explain_claim, explain_fact

    if checked is None:
        report = pipeline.compare(given, desk.rulebook, desk.track, desk.rulings)
    else:
        report = pipeline.check(checked, given, desk.rulebook, desk.track, desk.rulings)
    try:
        parts = [explain_claim(report, claim, desk.rulebook)] if claim else []
        parts += [explain_fact(report, fact)] if fact else []
    except UnknownName as error:
        console.say(f"error: {error}")
        raise typer.Exit(FAILED) from None
    console.put("\n".join(parts), output)
    raise typer.Exit(FAILED if unread else CLEAN)
