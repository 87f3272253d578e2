"""`reconcile check`."""

from reconcile import console
from reconcile.cli.options import (
    Against,
    ConfigFile,
    Decisions,
    Draft,
    DraftFormatName,
    FailOnDraft,
    NoColor,
    Output,
    Quiet,
    Rules,
)
from reconcile.desk.status import STATUSES
from reconcile.report import FORMATS


def command(
    draft: Draft,
    against: Against,
    format: DraftFormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    fail_on: FailOnDraft = None,
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
        levels=STATUSES,
        default=STATUSES[0],
        decisions=decisions,
        formats=tuple(FORMATS),
    )
    checked, given, unread = console.read_draft(draft, against, output)
    from reconcile import pipeline

    console.finish(pipeline.check(checked, given, desk.rulebook, desk.track, desk.rulings), desk, unread)
