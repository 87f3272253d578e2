"""One fact on the terminal: its row or its block, and what stands beneath it."""

from collections.abc import Iterable, Iterator, Sequence

from rich.align import VerticalAlignMethod
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reconcile.facts import Claim, Relation
from reconcile.report.digest import Digest, Figure, Row
from reconcile.report.inert import plain
from reconcile.report.table.layout import GAP, VERDICT, Layout, cell
from reconcile.report.table.style import DIM, TITLE, Brush, outcome
from reconcile.report.words import day_times, distinct, plural

INDENT = VERDICT + GAP
NAMED = 6
_BESIDE = 100
_EXPLAINED = ("discrepancy", "undecided")


def header(view: Digest, layout: Layout) -> RenderableType:
    """The names of the sources above their columns."""
    names = [Text(plain(view.names[source]), style=DIM, overflow="fold") for source in layout.sources]
    return _grid(layout, [Text(""), Text(""), *names], "bottom")


def fact_rows(row: Row, view: Digest, layout: Layout, brush: Brush) -> Iterator[RenderableType]:
    """A fact in full: figures by source, then its message or quotes, its updates and its sums."""
    loud = row.fact.verdict == "discrepancy"
    label = Text(plain(row.fact.label), style=TITLE if loud else "")
    cells = [Text("\n".join(cell(row, row.cells.get(source, ())))) for source in layout.sources]
    yield _grid(layout, [outcome(row.fact.verdict), label, *cells])
    if not layout.columns and not loud:
        yield _beneath(aligned([(_shown(each, row), _who(each, view)) for each in row.figures]))
    yield from _notes(row, view, brush)


def has_notes(row: Row, layout: Layout) -> bool:
    """True where more than one line stands for the fact, so that it wants air around it."""
    return not layout.columns or bool(
        row.relations or row.decided or len(row.steps) > 1 or row.fact.verdict in _EXPLAINED
    )


def condensed(row: Row, view: Digest) -> RenderableType:
    """A fact in one line or so: for reports too long to show agreement in full."""
    figures = distinct(text for each in row.figures for text in cell(row, [each.claim]))
    shown = " / ".join(figures[:3]) + (f" and {len(figures) - 3} more" if len(figures) > 3 else "")
    who = plural(len(row.cells), "source") if len(row.cells) > 3 else named(tuple(row.cells), view)
    text = Text.assemble(plain(row.fact.label), "  ", (shown, TITLE), "  ", (who, DIM))
    return aligned([(outcome(row.fact.verdict), text)], VERDICT)


def aligned(lines: Iterable[Sequence[Text]], left: int | None = None) -> Table:
    """Lines in columns, such as a figure and what is said of it; the first is `left` wide, or as needed up to 30."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    grid.add_column(width=left, max_width=None if left else 30, overflow="fold")
    for line in lines:
        grid.add_row(*line)
    return grid


def heading(text: str) -> RenderableType:
    """The title of a part, an empty line above it."""
    return Padding(Text(text, style=TITLE), (1, 0, 0, 0), expand=False)


def named(sources: Sequence[str], view: Digest, most: int = NAMED) -> str:
    """The names of sources, the first few in full."""
    names = ", ".join(plain(view.names.get(source, source)) for source in sources[:most])
    return names + (f" and {len(sources) - most} more" if len(sources) > most else "")


def quotes(lines: Iterable[tuple[Text, Claim]], brush: Brush) -> Iterator[RenderableType]:
    """Each sentence beside who wrote it; beneath, where the screen is narrow."""
    if brush.width >= _BESIDE:
        room = 3 * (brush.width - INDENT - 26)
        yield _beneath(aligned([(who, brush.quote(claim, room)) for who, claim in lines]))
        return
    for who, claim in lines:
        yield _beneath(who)
        yield _beneath(Padding(brush.quote(claim, 4 * (brush.width - INDENT)), (0, 0, 0, 2), expand=False))


def _notes(row: Row, view: Digest, brush: Brush) -> Iterator[RenderableType]:
    if row.fact.verdict in _EXPLAINED:
        yield _beneath(Text(plain(row.fact.message)))
    if row.fact.verdict == "discrepancy":
        yield from quotes([(_attributed(each, row, view, brush), each.claim) for each in row.figures], brush)
    if len(row.steps) > 1:
        yield _beneath(_labelled("over time", _steps(row)))
    for said in row.decided:
        yield _beneath(_labelled("editor", Text(plain(said))))
    for relation in row.relations:
        yield _beneath(_labelled(*equation(relation, view)))


def equation(relation: Relation, view: Digest) -> tuple[str, Text]:
    """The name of a relation ("sum", "possible sum") and its equation with what its parts are."""
    kind = relation.type.replace("_", " ")
    joint = " + " if relation.type == "sum" else ", "
    parts = joint.join(plain(view.labels.get(part, part)) for part in relation.parts)
    by = f" ({named([relation.source], view)})" if relation.source else ""
    name = kind if relation.certain else f"possible {kind}"
    return name, Text.assemble(plain(relation.equation), (f"  {parts}{by}", DIM))


def _steps(row: Row) -> Text:
    text = Text()
    for (claim, _), time in zip(row.steps, day_times([moment for _, moment in row.steps]), strict=True):
        text.append(" → " if text else "", DIM)
        text.append(plain(claim.text))
        text.append(f" ({plain(time)})" if time else "", DIM)
    return text


def _labelled(label: str, text: Text) -> RenderableType:
    return aligned([(Text(label, style=DIM), text)])


def _shown(each: Figure, row: Row) -> Text:
    return Text(
        " / ".join(distinct(text for claim in each.claims for text in cell(row, _with_repeats(claim, row)))[:2])
    )


def _with_repeats(claim: Claim, row: Row) -> list[Claim]:
    return [claim, *(other for other in row.cells[claim.source] if other.equivalent_of == claim.id)]


def _who(each: Figure, view: Digest) -> Text:
    return Text(named(each.sources, view), style=DIM)


def _attributed(each: Figure, row: Row, view: Digest, brush: Brush) -> Text:
    if brush.width >= _BESIDE:
        return Text(named(each.sources, view, most=1), style=DIM)
    return Text.assemble(_shown(each, row), "  ", (named(each.sources, view), DIM))


def _beneath(what: RenderableType) -> RenderableType:
    return Padding(what, (0, 0, 0, INDENT), expand=False)


def _grid(layout: Layout, cells: list[Text], vertical: VerticalAlignMethod = "top") -> Table:
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for width in (VERDICT, layout.label, *(layout.cell for _ in layout.sources)):
        grid.add_column(width=width, overflow="fold", vertical=vertical)
    grid.add_row(*cells)
    return grid
