"""`reconcile watch`."""

import datetime as dt
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

import typer

from reconcile import console
from reconcile.cli.check import settled
from reconcile.cli.options import Against, BaselineFile, ConfigFile, Decisions, Draft, NoColor, Rules, Strict
from reconcile.desk.stamps import stamps
from reconcile.desk.status import CLEAN, LEVELS, STATUSES
from reconcile.report import FORMATS, RenderOptions

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"


def command(
    draft: Draft,
    against: Against = None,
    rules: Rules = None,
    config: ConfigFile = None,
    decisions: Decisions = None,
    baseline: BaselineFile = None,
    strict: Strict = False,
    no_color: NoColor = False,
) -> None:
    """Check a draft, and again whenever it, a source or the settings change. Ctrl-C leaves."""
    if draft == "-":
        raise typer.BadParameter("standard input does not change: give a file", param_hint="DRAFT")
    with console.needing("watch"):
        from reconcile.desk.changes import changed

    def look() -> tuple[str, ...]:
        desk = console.Desk.opened(
            config,
            rules,
            no_color=no_color,
            levels=(*LEVELS, *STATUSES),
            decisions=decisions,
            start=Path(draft).parent,
            strict=strict,
        )
        return _shown(draft, against, desk, baseline)

    try:
        paths = look()
        since = stamps(paths)
        while True:
            changed(paths, since)
            since = stamps(paths)
            with suppress(typer.Exit):  # what is wrong was said; the next change may mend it
                paths, before = look(), paths
                since = since if paths == before else stamps(paths)
    except KeyboardInterrupt:
        raise typer.Exit(CLEAN) from None


def _shown(draft: str, against: list[str] | None, desk: console.Desk, baseline: Path | None) -> tuple[str, ...]:
    """Shows the check as it is now; gives the paths of all that it rests on."""
    from reconcile.desk.sources import sources_of
    from reconcile.report.words import plural

    checked, given, unread = console.read_draft(draft, against, desk)
    report, faults = settled(checked, given, desk, baseline)
    # Of the draft alone: what the sources say of one another has not changed, and would push it off the screen.
    alone = replace(report, claims=report.claims if report.draft else (), facts=(), relations=(), near=())
    whole = replace(alone, problems=(*unread, *faults, *report.problems))
    screen = RenderOptions(width=get_terminal_size((100, 24)).columns, color=desk.color)
    text = FORMATS["table"].render(whole, screen)
    at = dt.datetime.now().astimezone()
    console.put((_CLEAR if sys.stdout.isatty() else "") + text)
    console.say(f"{at:%H:%M:%S}  watching {draft} and {plural(len(given), 'source')}; Ctrl-C leaves")
    own = (desk.config.path, desk.config.baseline, desk.decisions, baseline)
    names = against or sources_of(checked, desk.config)[0]
    files = (source.file for source in given if source.file)
    return tuple(dict.fromkeys((draft, *names, *files, *(str(path) for path in own if path))))
