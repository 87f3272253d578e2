"""`reconcile check`."""

from pathlib import Path

from reconcile import console
from reconcile.cli.options import (
    Against,
    BaselineFile,
    ConfigFile,
    Decisions,
    Draft,
    DraftFormatName,
    FailOnDraft,
    NoColor,
    Output,
    Quiet,
    Rules,
    Strict,
)
from reconcile.desk.status import LEVELS, STATUSES
from reconcile.report import FORMATS


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
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Hold every figure of a draft against its sources."""
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
    )
    checked, given, unread = console.read_draft(draft, against, desk)
    from reconcile import pipeline

    report = pipeline.check(checked, given, desk.rulebook, desk.track, desk.rulings)
    settled, faults = console.reviewed(report, desk, baseline)
    console.finish(settled, desk, (*unread, *faults))
