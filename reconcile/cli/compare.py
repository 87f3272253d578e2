"""`reconcile compare`."""

from reconcile import console
from reconcile.cli.options import (
    ConfigFile,
    Decisions,
    FailOn,
    FormatName,
    Keep,
    NoColor,
    Offline,
    Output,
    Private,
    Quiet,
    Rules,
    Sources,
)


def command(
    sources: Sources,
    format: FormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    fail_on: FailOn = None,
    offline: Offline = False,
    private: Private = False,
    keep: Keep = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Align the claims of several sources and report where they agree and where they don't."""
    desk = console.Desk.opened(
        config,
        rules,
        format,
        fail_on,
        output,
        quiet=quiet,
        no_color=no_color,
        decisions=decisions,
        offline=offline,
        private=private,
        keep=keep,
    )
    given, unread = console.read(sources, output, desk.web, desk.reading, quiet=desk.quiet)
    if len(given) == 1 and not quiet:
        console.say("note: one source only, so there is nothing to compare it with: every fact is single-source")
    from reconcile import pipeline

    console.finish(pipeline.compare(given, desk.rulebook, desk.track, desk.rulings), desk, unread)
