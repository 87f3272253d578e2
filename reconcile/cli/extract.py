"""`reconcile extract`."""

from reconcile import console
from reconcile.cli.options import (
    ConfigFile,
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
    fail_on: FailOn = None,
    offline: Offline = False,
    private: Private = False,
    keep: Keep = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show the claims alone."""
    desk = console.Desk.opened(
        config,
        rules,
        format,
        fail_on,
        output,
        quiet=quiet,
        no_color=no_color,
        offline=offline,
        private=private,
        keep=keep,
    )
    given, unread = console.read(sources, output, desk.web)
    from reconcile import pipeline

    console.finish(pipeline.extract_all(given, desk.rulebook, desk.track), desk, unread)
