"""The parts of the terminal report, from top to bottom."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from reconcile.facts import Problem, Source
from reconcile.report.digest import Digest, Row
from reconcile.report.inert import plain
from reconcile.report.table.layout import Layout, cell
from reconcile.report.table.rows import aligned, condensed, equation, fact_rows, has_notes, header, heading, named
from reconcile.report.table.style import DIM, TITLE, Brush
from reconcile.report.words import day_time, distinct, file_name, plural, reading, with_noun

LISTED_SOURCES = 12
ROWS_IN_FULL = 40
LINES = 40
_WITH_SENTENCE = 100


def sources(view: Digest) -> Iterator[RenderableType]:
    """Who was read: name, time and file of each, and whose text it shares; many are only named."""
    listed = view.report.sources
    if len(listed) > LISTED_SOURCES:
        yield heading("Sources")
        yield Text(named([source.id for source in listed], view, most=2 * LISTED_SOURCES), style=DIM)
        return
    yield heading("Sources")
    kinship = view.kinship
    yield aligned([_source(source, view, kinship.get(source.id, "")) for source in listed])
    for source in listed:
        for note in source.notes:
            yield Text(plain(f"{view.names[source.id]}: {note}"), style=DIM)


def facts(rows: Sequence[Row], title: str, view: Digest, layout: Layout, brush: Brush) -> Iterator[RenderableType]:
    """Facts in full; in a long report those that raise no question take one line each, up to a limit."""
    if not rows:
        return
    yield heading(f"{title} ({len(rows)})")
    brief = len(rows) > ROWS_IN_FULL
    if layout.columns and not (brief and all(_quiet(row) for row in rows)):
        yield header(view, layout)
    full = [row for row in rows if not (brief and _quiet(row))]
    for row, next_row in zip(full, [*full[1:], None], strict=True):
        yield from fact_rows(row, view, layout, brush)
        if next_row and (has_notes(row, layout) or has_notes(next_row, layout)):
            yield Text("")
    if brief:
        yield from _condensed([row for row in rows if _quiet(row)], view)


def alone(view: Digest) -> Iterator[RenderableType]:
    """Facts of one origin, a line each: the figure, what it is, who has it. Dates are run in at the end."""
    rows = view.section("alone")
    if not rows:
        return
    yield heading(f"In one source only ({len(rows)})")
    figures = [row for row in rows if row.fact.kind != "date"]
    yield aligned([line for row in figures[:LINES] for line in _single(row, view)])
    if len(figures) > LINES:
        yield Text(f"and {len(figures) - LINES} more", style=DIM)
    dates = [row for row in rows if row.fact.kind == "date"]
    if dates:
        told = "; ".join(f"{_cell(row)} ({plain(row.fact.label)})" for row in dates[:LINES])
        yield Text(f"dates: {told}{_left_out(len(dates))}", style=DIM)


def unasked(view: Digest) -> Iterator[RenderableType]:
    """Of a check, where the draft is the question: how many facts of single sources there are besides."""
    if rows := view.section("alone"):
        yield Text(f"\n{plural(len(rows), 'fact')} in one source only not shown: `reconcile compare`", style=DIM)


def bare_claims(view: Digest, brush: Brush) -> Iterator[RenderableType]:
    """The claims where nothing was compared: figure, reading and place, with the sentence where there is room."""
    if not view.bare:
        return
    yield heading(f"Claims ({len(view.bare)})")
    left = max(24, brush.width // 4)
    for claim in view.bare:
        read = Text.assemble(plain(reading(claim)), (f"  {claim.kind}  {plain(view.place(claim))}", DIM))
        yield aligned([(Text(plain(with_noun(claim)), style=TITLE), read)], left)
        if brush.width >= _WITH_SENTENCE:
            yield Padding(brush.quote(claim, 2 * (brush.width - left - 4)), (0, 0, 0, left + 2), expand=False)


def problems(told: Sequence[Problem]) -> Iterator[RenderableType]:
    """What could not be read or used."""
    if told:
        yield heading("Problems")
    for each in told:
        where = plain(each.place)
        hint = f" ({plain(each.hint)})" if each.hint else ""
        yield Text.assemble((f"! {where}", "yellow"), f"  {plain(each.message)}", (hint, DIM))


def summary(view: Digest) -> Iterator[RenderableType]:
    """The last lines: what an editor sees when the report has scrolled by. That of a draft closes them."""
    yield Text("")
    yield Text(view.summary, style=DIM if view.tally else TITLE)
    if view.tally:
        yield Text(f"Draft: {view.tally}", style=TITLE)


def _condensed(rows: Sequence[Row], view: Digest) -> Iterator[RenderableType]:
    shown = sorted(rows, key=lambda row: row.fact.verdict == "agree")[:LINES]
    for row in shown:
        yield condensed(row, view)
    if len(rows) > len(shown):
        left = Counter(row.fact.verdict for row in rows) - Counter(row.fact.verdict for row in shown)
        told = " and ".join(
            f"{count} that {'agree' if name == 'agree' else 'are ' + name}" for name, count in left.items()
        )
        yield Text(f"and {told}", style=DIM)


def _quiet(row: Row) -> bool:
    return row.fact.verdict in ("agree", "compatible")


def _cell(row: Row) -> str:
    return " / ".join(distinct(text for claims in row.cells.values() for text in cell(row, claims))[:2])


def _single(row: Row, view: Digest) -> Iterator[tuple[Text, Text, Text]]:
    yield Text(_cell(row)), Text(plain(row.fact.label)), Text(named(tuple(row.cells), view, most=2), style=DIM)
    for said in row.decided:
        yield Text(""), Text.assemble(("editor  ", DIM), plain(said)), Text("")
    for relation in row.relations:
        name, told = equation(relation, view)
        yield Text(""), Text.assemble((f"{name}  ", DIM), told), Text("")


def _left_out(count: int) -> str:
    return f" and {count - LINES} more" if count > LINES else ""


def _source(source: Source, view: Digest, kinship: str) -> tuple[Text, ...]:
    shares = "draft" if source.role == "draft" else kinship
    file = file_name(source)
    told = (day_time(source.published), "" if file == view.names[source.id] else file, shares)
    return Text(plain(view.names[source.id])), *(Text(plain(each), style=DIM) for each in told)
