"""`reconcile extract`."""

from reconcile import console
from reconcile.cli.options import ConfigFile, FailOn, FormatName, NoColor, Output, Quiet, Rules, Sources


def command(
    sources: Sources,
    format: FormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    fail_on: FailOn = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show the claims alone."""
    desk = console.Desk.opened(config, rules, format, fail_on, output, quiet=quiet, no_color=no_color)
    given, unread = console.read(sources, output)
    from reconcile import pipeline

    console.finish(pipeline.extract_all(given, desk.rulebook, desk.track), desk, unread)
