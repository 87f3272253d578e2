"""The report as Markdown (CommonMark with GitHub's tables), for tickets, mail and wikis."""

from collections.abc import Iterator, Sequence

from reconcile.facts import Claim, Problem, Relation, Report
from reconcile.report.digest import Digest, Finding, Row, digest
from reconcile.report.inert import markdown
from reconcile.report.options import RenderOptions
from reconcile.report.sourcing import Entry, entries
from reconcile.report.words import STATUSES, VERDICTS, day_time, day_times, distinct, quote, reading, with_noun

COLUMNS = 6
QUOTE_ROOM = 400


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """Headings, quotes for what contradicts, one table of the rest; a column a source up to six, else by figure."""
    view = digest(report)
    blocks = ["# Reconciliation", f"{view.summary}.", *_draft(view), *_sourcing(view), *_discrepancies(view)]
    blocks += [*_shared(view), *_alone(view), *_claims(view), *_sources(view)]
    if report.problems:
        told = [f"- {markdown(each.place)}: {markdown(each.message)}{_hint(each)}" for each in report.problems]
        blocks += ["## Problems", "\n".join(told)]
    return "\n\n".join(blocks) + "\n"


def _hint(problem: Problem) -> str:
    return f" ({markdown(problem.hint)})" if problem.hint else ""


def _draft(view: Digest) -> Iterator[str]:
    """What needs a look, quoted; that a figure is borne out is told by the sourcing sheet alone."""
    if not view.findings:
        return
    yield "## The draft"
    yield f"{view.tally or 'Nothing left to look at'}."
    for each in view.findings:
        if each.finding.level != "ignore" and (each.finding.status != "supported" or each.finding.level):
            yield finding(each, view)
    for odd in dict.fromkeys(view.odd.values()):
        yield f"- ! **inconsistent** {markdown(odd)}"


def finding(each: Finding, view: Digest) -> str:
    """One figure of a draft as an item of a list: what is said of it, then its sentence and those of the sources."""
    finding, word = each.finding, STATUSES[each.finding.status]
    mend = f"; write “{markdown(finding.mend.text)}”" if finding.mend else ""
    waived = f"; {markdown(finding.waiver.told)}" if finding.waiver else ""
    told = f"{markdown(each.claim.text)}: {markdown(finding.message)}{mend} ({_place(each.claim, view)}){waived}"
    head = f"- {word.sign} **{word.name}** {told}"
    return "\n".join([head, *_quotes((each.claim, *each.evidence), view)])


def _sourcing(view: Digest) -> Iterator[str]:
    """Every figure of the draft in a table; where several sources speak to one, each has a row of its own."""
    if view.findings:
        yield "## Sourcing sheet"
        yield _grid(["Line", "Figure", "Standing", "Source", "What it says"], [_entry(e, view) for e in entries(view)])


def _entry(entry: Entry, view: Digest) -> list[str]:
    each, source = entry.finding, entry.evidence
    word = STATUSES[each.finding.status]
    figure = (
        [markdown(entry.place), f"**{markdown(each.claim.text)}**", f"{word.sign} {word.name}"]
        if entry.first
        else [""] * 3
    )
    behind = [f"{markdown(view.names[source.source])}, {_place(source, view)}", _marked(source)] if source else [""] * 2
    return [*figure, *behind]


def _marked(claim: Claim) -> str:
    """A sentence with its figure in bold."""
    before, figure, after = (markdown(part) for part in quote(claim, QUOTE_ROOM))
    return f"“{before}**{figure}**{after}”"


def _discrepancies(view: Digest) -> Iterator[str]:
    rows = view.section("discrepancies")
    if rows:
        yield "## Discrepancies"
    for row in rows:
        yield f"### {_verdict(row)}: {markdown(row.fact.label)}"
        yield markdown(row.fact.message)
        for each in row.figures:
            names = ", ".join(markdown(view.names[source]) for source in each.sources)
            lines = [f"- **{markdown(each.claim.text)}** {names}", *_quotes([each.claim], view)]
            yield "\n".join(lines)
        yield from _notes([row], view)


def _shared(view: Digest) -> Iterator[str]:
    rows = view.section("shared")
    if not rows:
        return
    told = {source for row in rows for source in row.cells}
    sources = [source.id for source in view.report.sources if source.id in told]
    yield "## Told by several sources"
    if len(sources) > COLUMNS:
        lines = [[_verdict(row), markdown(row.fact.label), _by_figure(row, view)] for row in rows]
        yield _grid(["Verdict", "Fact", "Figures"], lines)
    else:
        lines = [[_verdict(row), markdown(row.fact.label), *(_cell(row, source) for source in sources)] for row in rows]
        yield _grid(["Verdict", "Fact", *(markdown(view.names[source]) for source in sources)], lines)
    yield from _notes(rows, view)


def _alone(view: Digest) -> Iterator[str]:
    rows = view.section("alone")
    if rows:
        yield "## In one source only"
        yield _grid(["Figure", "Fact", "Source"], [_single(row, view) for row in rows])
        yield from _notes(rows, view)


def _claims(view: Digest) -> Iterator[str]:
    if view.bare:
        yield "## Claims"
        told = [(with_noun(each), reading(each), each.kind, view.place(each)) for each in view.bare]
        yield _grid(["Figure", "Read as", "Kind", "Place"], [[markdown(each) for each in line] for line in told])


def _single(row: Row, view: Digest) -> list[str]:
    figures = distinct(text for claims in row.cells.values() for text in row.written(claims))
    sources = ", ".join(view.names[source] for source in row.cells)
    return [markdown(each) for each in (" / ".join(figures), row.fact.label, sources)]


def _notes(rows: Sequence[Row], view: Digest) -> Iterator[str]:
    notes = [f"- {note}" for row in rows for note in _row_notes(row, view)]
    if notes:
        yield "\n".join(notes)


def _row_notes(row: Row, view: Digest) -> Iterator[str]:
    label = markdown(row.fact.label)
    if len(row.steps) > 1:
        times = day_times([moment for _, moment in row.steps])
        told = zip(row.steps, times, strict=True)
        steps = (f"{markdown(claim.text)} ({markdown(time or 'time unknown')})" for (claim, _), time in told)
        yield f"{label}, over time: {' → '.join(steps)}"
    yield from (f"{label}, editor: {markdown(said)}" for said in row.decided)
    yield from (f"{label}, {_relation(relation, view)}" for relation in row.relations)


def _relation(relation: Relation, view: Digest) -> str:
    kind = relation.type.replace("_", " ")
    parts = ", ".join(markdown(view.labels.get(part, part)) for part in relation.parts)
    return f"{kind if relation.certain else f'possible {kind}'}: {markdown(relation.equation)} ({parts})"


def _sources(view: Digest) -> Iterator[str]:
    yield "## Sources"
    lines, kinship = [], view.kinship
    for source in view.report.sources:
        shares = kinship.get(source.id, "")
        role = "the draft" if source.role == "draft" else ""
        told = (source.title or "", day_time(source.published), source.path or source.url or "", shares, role)
        lines.append(f"- {', '.join(markdown(each) for each in (view.names[source.id], *told) if each)}")
        lines += [f"  - {markdown(note)}" for note in source.notes]
    yield "\n".join(lines)


def _verdict(row: Row) -> str:
    word = VERDICTS[row.fact.verdict]
    return f"{word.sign} {word.name}"


def _cell(row: Row, source: str) -> str:
    return ", ".join(markdown(text) for text in row.written(row.cells.get(source, ())))


def _by_figure(row: Row, view: Digest) -> str:
    told = []
    for each in row.figures:
        figures = " / ".join(markdown(text) for text in distinct(claim.text for claim in each.claims)[:2])
        told.append(f"**{figures}** {', '.join(markdown(view.names[source]) for source in each.sources)}")
    return "; ".join(told)


def _quotes(claims: Sequence[Claim], view: Digest) -> Iterator[str]:
    for at, claim in enumerate(claims):
        if at:
            yield "  >"
        yield f"  > {_marked(claim)}"
        yield f"  > — {markdown(view.names[claim.source])}, {_place(claim, view)}"


def _place(claim: Claim, view: Digest) -> str:
    return markdown(view.place(claim))


def _grid(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
