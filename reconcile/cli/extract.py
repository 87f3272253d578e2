"""`reconcile extract`."""

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from reconcile.facts import Problem


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
    from reconcile import pipeline

    if desk.format == "jsonl":
        faults: list[Problem] = []
        each = console.read_each(sources, desk, faults)
        console.finish_each(pipeline.extract_each(each, desk.rulebook), desk, faults)
    given, unread = console.read(sources, output, desk.web, desk.reading, quiet=desk.quiet)
    console.finish(pipeline.extract_all(given, desk.rulebook, desk.track), desk, unread)
