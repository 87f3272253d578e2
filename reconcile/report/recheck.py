"""A recheck of drafts: for the terminal, as Markdown, and as JSON for programs."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec
from rich.console import RenderableType
from rich.text import Text

from reconcile.facts import Source
from reconcile.facts.recheck import Recheck, TouchedFigure
from reconcile.report import md
from reconcile.report.digest import Digest, Finding, digest
from reconcile.report.encode import indented, recheck_record
from reconcile.report.inert import markdown, plain
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


def render_md(recheck: Recheck, _options: RenderOptions | None = None) -> str:
    """The same as in the terminal, as Markdown for tickets and mail."""
    blocks = ["# Recheck", f"{markdown(_summary(recheck))}."]
    for draft, figures in recheck.touched:
        blocks += [f"## {markdown(draft.path or draft.id)}", markdown(_state(draft))]
        blocks += [md.finding(each, view) for touched in figures for each, view in _figure(touched)]
    told = [f"- {markdown(each.where)}: {markdown(each.message)}" for each in recheck.problems]
    blocks += ["## Problems", "\n".join(told)] if told else []
    blocks += [f"{markdown(line)}." for line in _others(recheck, most=None)]
    return "\n\n".join(blocks) + "\n"


def _parts(recheck: Recheck, brush: Brush) -> Iterator[RenderableType]:
    for draft, figures in recheck.touched:
        yield heading(plain(draft.path or draft.id))
        yield Text(plain(_state(draft)), style=DIM)
        for touched in figures:
            for each, view in _figure(touched):
                yield from finding(each, view, brush)
    yield from problems(recheck.problems)
    yield Text("")
    for line in _others(recheck, most=_NAMED):
        yield Text(plain(line), style=DIM)
    yield Text(plain(_summary(recheck)), style=TITLE)


def _state(draft: Source) -> str:
    """What is known of a draft's own state: its title and its date."""
    state = f"published {day_time(draft.published)}" if draft.published else "no date of publication"
    return f"{draft.title}, {state}" if draft.title else state


def _figure(touched: TouchedFigure) -> Iterator[tuple[Finding, Digest]]:
    """The finding as it is shown, saying how the figure stood before, with the digest that it is from."""
    view = digest(touched.report)
    for each in view.findings:
        if each.finding.claim == touched.finding.claim:
            before = f"was {touched.before}; " if touched.before else ""
            now = replace(each.finding, message=f"{before}{each.finding.message}")
            yield Finding(now, each.claim, each.evidence), view


def _others(recheck: Recheck, most: int | None) -> Iterator[str]:
    """The drafts that stand, and those that it has no bearing on, the first `most` by name."""
    for told, drafts in (("stand", recheck.clear), ("do not draw on it", recheck.apart)):
        names = [draft.path or draft.id for draft in drafts]
        if names:
            more = f" and {len(names) - most} more" if most and len(names) > most else ""
            yield f"{told}: {', '.join(names[:most])}{more}"


def _summary(recheck: Recheck) -> str:
    drafts = len(recheck.touched) + len(recheck.clear) + len(recheck.apart)
    figures = sum(len(figures) for _, figures in recheck.touched)
    told = f"{len(recheck.touched)} to look at, {plural(figures, 'figure')}" if figures else "none to look at"
    changed = f"{recheck.changed.path or recheck.changed.id}: " if recheck.changed else ""
    return f"{changed}{plural(drafts, 'draft')}, {told}"
