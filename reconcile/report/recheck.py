"""A recheck of drafts: for the terminal, and as JSON for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec
from rich.console import RenderableType
from rich.text import Text

from reconcile.facts import Source
from reconcile.facts.recheck import Recheck, TouchedFigure
from reconcile.report.digest import Finding, digest
from reconcile.report.encode import indented, recheck_record
from reconcile.report.inert import plain
from reconcile.report.options import RenderOptions
from reconcile.report.table.draft import finding
from reconcile.report.table.rows import heading
from reconcile.report.table.screen import brush_of, printed
from reconcile.report.table.sections import problems
from reconcile.report.table.style import DIM, TITLE, Brush
from reconcile.report.words import day_time, plural

_NAMED = 6


def render_table(recheck: Recheck, options: RenderOptions) -> str:
    """The touched drafts with each figure, the new sentence beside it, then what stands."""
    brush = brush_of(options)
    return printed(_parts(recheck, brush), brush)


def render_json(recheck: Recheck, rules: str) -> str:
    """One indented JSON object and a newline; `rules` is the digest of the rulebook in force."""
    return indented(msgspec.to_builtins(recheck_record(recheck, rules)))


def _parts(recheck: Recheck, brush: Brush) -> Iterator[RenderableType]:
    for draft, figures in recheck.touched:
        state = f"published {day_time(draft.published)}" if draft.published else "no date of publication"
        yield heading(plain(draft.path or draft.id))
        yield Text(f"{plain(draft.title) + ', ' if draft.title else ''}{plain(state)}", style=DIM)
        for each in figures:
            yield from _figure(each, brush)
    yield from problems(recheck.problems)
    yield Text("")
    yield from _others("stand", recheck.clear)
    yield from _others("do not draw on it", recheck.apart)
    yield Text(_summary(recheck), style=TITLE)


def _figure(touched: TouchedFigure, brush: Brush) -> Iterator[RenderableType]:
    view = digest(touched.report)
    for each in view.findings:
        if each.finding.claim == touched.finding.claim:
            before = f"was {touched.before}; " if touched.before else ""
            now = replace(each.finding, message=f"{before}{each.finding.message}")
            yield from finding(Finding(now, each.claim, each.evidence), view, brush)


def _others(told: str, drafts: Iterable[Source]) -> Iterator[RenderableType]:
    names = [plain(draft.path or draft.id) for draft in drafts]
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield Text(f"{told}: {', '.join(names[:_NAMED])}{more}", style=DIM)


def _summary(recheck: Recheck) -> str:
    drafts = len(recheck.touched) + len(recheck.clear) + len(recheck.apart)
    figures = sum(len(figures) for _, figures in recheck.touched)
    told = f"{len(recheck.touched)} to look at, {plural(figures, 'figure')}" if figures else "none to look at"
    changed = f"{plain(recheck.changed.path or recheck.changed.id)}: " if recheck.changed else ""
    return f"{changed}{plural(drafts, 'draft')}, {told}"
