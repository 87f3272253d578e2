"""`reconcile check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reconcile import console
from reconcile.cli.options import (
    Against,
    Annotate,
    BaselineFile,
    ConfigFile,
    Decisions,
    Diff,
    Draft,
    DraftFormatName,
    FailOnDraft,
    Fix,
    Keep,
    NoColor,
    Offline,
    Output,
    Private,
    Quiet,
    Rules,
    Strict,
)
from reconcile.desk.status import LEVELS, STATUSES
from reconcile.report import FORMATS

if TYPE_CHECKING:
    from reconcile.facts import Problem, Report, Source


def command(
    draft: Draft,
    against: Against = None,
    format: DraftFormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    baseline: BaselineFile = None,
    fail_on: FailOnDraft = None,
    strict: Strict = False,
    diff: Diff = False,
    fix: Fix = False,
    annotate: Annotate = None,
    offline: Offline = False,
    private: Private = False,
    keep: Keep = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Hold every figure of a draft against its sources."""
    if annotate:
        console.refuse_annotation(draft, annotate)
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
        formats=tuple(FORMATS),
        start=Path(draft).parent,
        strict=strict,
        offline=offline,
        private=private,
        keep=keep,
    )
    if diff and fix:
        raise typer.BadParameter("one or the other", param_hint="--diff or --fix")
    checked, given, unread = console.read_draft(draft, against, desk)
    report, faults = settled(checked, given, desk, baseline)
    if fix and console.mend(report, desk):
        report, faults = settled(console.reread(checked), given, desk, baseline)
    console.tell(faults)
    if annotate:
        console.annotate(report, checked, annotate)
    leave = console.show_diff if diff else console.finish
    leave(report, desk, (*unread, *faults))


def settled(
    checked: "Source", given: "tuple[Source, ...]", desk: console.Desk, baseline: Path | None
) -> "tuple[Report, tuple[Problem, ...]]":
    """The reviewed report, and the waivers in the draft that cannot be heeded."""
    from reconcile import pipeline

    return console.reviewed(pipeline.check(checked, given, desk.rulebook, desk.track, desk.rulings), desk, baseline)
