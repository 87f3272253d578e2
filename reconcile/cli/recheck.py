"""`reconcile recheck`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reconcile import console
from reconcile.cli.options import (
    Against,
    BaselineFile,
    ConfigFile,
    Decisions,
    FailOnDraft,
    NoColor,
    Output,
    Quiet,
    Rules,
    Strict,
)
from reconcile.desk.status import CLEAN, FAILED, FOUND, LEVELS, NEVER, STATUSES, counts

if TYPE_CHECKING:
    from reconcile.desk.recheck import Check, Plan
    from reconcile.facts import Problem, Report, Source
    from reconcile.facts.recheck import Recheck

_FORMATS = ("table", "md", "json")
_MANY = 4  # drafts from which on a terminal is shown how far the work has come: each takes some tenths of a second


def command(
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT", help="Drafts, and folders of them.")],
    against: Against = None,
    changed: Annotated[
        str | None, typer.Option("--changed", metavar="FILE", help="The source that was corrected, as it is now.")
    ] = None,
    was: Annotated[str | None, typer.Option("--was", metavar="FILE", help="The same source as it was before.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(_FORMATS)} [default: table].")
    ] = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    baseline: BaselineFile = None,
    fail_on: FailOnDraft = None,
    strict: Strict = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Say which drafts a corrected source touches, and which figures of theirs.

    Without --changed every draft is held against its sources as they are now. A draft's sources are those of --against,
    else of its front matter, else of the settings.
    """
    if was and not changed:
        raise typer.BadParameter("name the new version too", param_hint="--changed")
    from reconcile.desk.recheck import drafts_among, recheck

    start = Path(drafts[0]) if Path(drafts[0]).is_dir() else Path(drafts[0]).parent
    desk = console.Desk.opened(
        config,
        rules,
        format,
        fail_on,
        output,
        quiet=quiet,
        no_color=no_color,
        levels=(*LEVELS, *STATUSES),
        decisions=decisions,
        formats=_FORMATS,
        start=start,
        strict=strict,
    )
    new, old = _version(changed, desk), _version(was, desk)
    found, unread = console.read(drafts, output)
    every, unusable = _plan(found, against, desk)
    plan = drafts_among(every, new, old)
    unheeded: dict[Problem, None] = {}
    level = LEVELS[0] if desk.fail_on == NEVER else desk.fail_on
    check = _check(desk, baseline, unheeded)
    done = recheck(plan, new, old, check, level, lambda drafts: console.tracked(drafts, desk, "drafts", _MANY))
    console.tell((*unheeded, *done.problems))
    whole = replace(done, problems=(*unread, *unusable, *unheeded, *done.problems))
    console.put(_rendered(whole, desk), output)
    if whole.problems:
        raise typer.Exit(FAILED)
    touched = (each.finding for _, figures in whole.touched for each in figures)
    raise typer.Exit(FOUND if any(counts(finding, desk.fail_on) for finding in touched) else CLEAN)


def _version(name: str | None, desk: console.Desk) -> "Source | None":
    """The one document of a version of the corrected source; exit 2 when it can't be read."""
    if name is None:
        return None
    found, _ = console.read([name], desk.output)
    if len(found) == 1:
        return _named(found[0])
    if found:
        console.say(f"{name}: {len(found)} documents", "give the one source that was corrected")
    raise typer.Exit(FAILED)


def _plan(
    found: "Sequence[Source]", against: Sequence[str] | None, desk: console.Desk
) -> "tuple[Plan, tuple[Problem, ...]]":
    """Each document with its sources, and what can't be read of those; a source of many documents is read once."""
    read: dict[tuple[str, ...], tuple[Source, ...]] = {}
    faults: dict[Problem, None] = {}
    plan = []
    for draft in found:
        names, missing = console.sources_named(draft, against, desk)
        if names not in read:
            read[names], unread = console.read(names, desk.output)
            faults |= dict.fromkeys((*missing, *unread))
        plan.append((draft, tuple(map(_named, console.others(read[names], draft)))))
    return plan, tuple(faults)


def _check(desk: console.Desk, baseline: Path | None, unheeded: "dict[Problem, None]") -> "Check":
    """How a draft is held against sources; what of its waivers can't be heeded is gathered."""
    from reconcile import pipeline

    rulings = desk.rulings

    def check(draft: "Source", sources: "Sequence[Source]") -> "Report":
        report = pipeline.check(replace(draft, id="draft"), sources, desk.rulebook, rulings=rulings)
        reviewed, faults = console.reviewed(report, desk, baseline)
        unheeded.update(dict.fromkeys(faults))
        return reviewed

    return check


def _named(source: "Source") -> "Source":
    """The source with its file's name as its id, which is how messages call it."""
    return replace(source, id=Path(source.path).name) if source.path else source


def _rendered(done: "Recheck", desk: console.Desk) -> str:
    from reconcile.report.recheck import render_json, render_md, render_table

    if desk.format == "json":
        return render_json(done, desk.rulebook.digest)
    return (render_md if desk.format == "md" else render_table)(done, desk.options)
