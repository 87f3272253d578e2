"""Puts the parts on a screen of a given width."""

import re
from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, RenderableType

from reconcile.facts import Report
from reconcile.report.digest import Digest, digest
from reconcile.report.options import RenderOptions
from reconcile.report.table import sections
from reconcile.report.table.draft import draft
from reconcile.report.table.layout import Layout, plan
from reconcile.report.table.style import Brush

NARROWEST = 40
_PADDING = re.compile(r"(?<! )(?: |\x1b\[[0-9;]*m)++$")


def render(report: Report, options: RenderOptions) -> str:
    """The report in `options.width` columns (at least 40); ANSI styles only where `options.color`."""
    view, brush = digest(report), brush_of(options)
    return printed(_parts(view, plan(view, brush.width), brush), brush)


def brush_of(options: RenderOptions) -> Brush:
    """What the parts need to know of the screen."""
    return Brush(options.color, max(options.width, NARROWEST))


def printed(parts: Iterable[RenderableType], brush: Brush) -> str:
    """The parts as text of the screen's width, no space at the end of a line, no empty line around it."""
    screen = StringIO()
    console = _console(screen, brush.width, color=brush.color)
    for part in parts:
        console.print(part)
    lines = (_PADDING.sub(_styles_alone, line) for line in screen.getvalue().split("\n"))
    return "\n".join(lines).strip("\n") + "\n"


def _parts(view: Digest, layout: Layout, brush: Brush) -> Iterator[RenderableType]:
    yield from sections.sources(view)
    if view.findings:
        yield from draft(view, brush)
    yield from sections.facts(view.section("discrepancies"), "Discrepancies", view, layout, brush)
    yield from sections.facts(view.section("shared"), "Told by several sources", view, layout, brush)
    yield from sections.unasked(view) if view.findings else sections.alone(view)
    yield from sections.bare_claims(view, brush)
    yield from sections.problems(view.report.problems)
    yield from sections.summary(view)


def _styles_alone(padding: re.Match[str]) -> str:
    return padding[0].replace(" ", "")


def _console(screen: StringIO, width: int, *, color: bool) -> Console:
    """A console that heeds nothing but what it is told: no environment, no markup, no guess at a terminal."""
    return Console(
        file=screen,
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
