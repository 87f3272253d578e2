"""`reconcile check`."""

from reconcile import console
from reconcile.cli.options import (
    Against,
    ConfigFile,
    Decisions,
    Draft,
    FailOnDraft,
    FormatName,
    NoColor,
    Output,
    Quiet,
    Rules,
)
from reconcile.desk.status import STATUSES


def command(
    draft: Draft,
    against: Against,
    format: FormatName = None,
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
    )
    checked, given, unread = console.read_draft(draft, against, output)
    from reconcile import pipeline

    console.finish(pipeline.check(checked, given, desk.rulebook, desk.track, desk.rulings), desk, unread)
