"""The cells of a table to claims: the figure of a cell, with what its row, its column and the caption say of it."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, cast

from reconcile.extract.figures.amounts import KINDS
from reconcile.extract.figures.digits import ONE
from reconcile.extract.figures.figure import Figure
from reconcile.extract.figures.find import find_figures
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.nouns import Noun
from reconcile.extract.reading.timing import day_of, find_as_of
from reconcile.extract.tabular.headings import Heading, Headings
from reconcile.extract.tabular.measures import Measure
from reconcile.extract.tokens import MARK, WORD, Tokens, tokenize
from reconcile.facts import Cell, Claim, Context, Quantity, Roles, Sentence, Source, Step, When
from reconcile.facts.claim import Kind

_SWAPPED = str.maketrans(",.", ".,")
_ADDED = ("count", "money", "measure", "duration")  # kinds whose parts add up to a whole
_SHARES = ("percent", "points")
_LONGEST_WORD = 2  # words as short as this are left out of the content of a line


class _Names(NamedTuple):
    """The headings of a cell by what they do: `measure` says what is counted, `of` says of whom or of what."""

    measure: Heading
    of: Heading
    caption: Heading
    when: When | None


class _Line(NamedTuple):
    """The line a cell stands on, with the content words that tell what its figure is."""

    sentence: Sentence
    words: tuple[tuple[int, str], ...]
    paragraph: int


def outside_tables(source: Source, tokens: Tokens, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """For each span of tokens, whether it stands outside the lines of the source's tables."""
    lines = sorted({_line_of(source.text, cell) for cell in source.cells})
    ends = [end for _, end in lines]
    outside = []
    for first, last in spans:
        at = bisect_right(ends, tokens.start[first])
        outside.append(at == len(lines) or tokens.end[last] <= lines[at][0])
    return outside


def cell_claims(source: Source, tokens: Tokens, lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of a source's tables in reading order, with ids of their own."""
    headings = Headings(source.day, lexicon)
    named = [
        (cell, _names(*(headings[text] for text in (cell.column, cell.row, cell.caption)))) for cell in source.cells
    ]
    shared = Counter((caption, measure) for caption, measure, _ in {(cell.caption, *_said(on)) for cell, on in named})
    for cell, names in named:
        if names.measure.label:
            continue
        measure, of = _said(names)
        part = bool(of) and shared[cell.caption, measure] > 1
        line = _line(source.text, cell, tokens, lexicon)
        for figure, written in _figures(source.text[cell.start : cell.end], lexicon, comma=cell.comma):
            claim = _claim(source, cell, names, figure, written, line, lexicon)
            yield replace(claim, scope="part") if part and claim.kind in _ADDED and claim.scope == "total" else claim


def _said(names: _Names) -> tuple[str, str]:
    """What is measured, and of which of several; of nothing where the figure is the whole."""
    whole = names.of.total or names.measure.total
    return names.measure.text, "" if whole else names.of.text


def _line_of(text: str, cell: Cell) -> tuple[int, int]:
    end = text.find("\n", cell.end)
    return text.rfind("\n", 0, cell.start) + 1, len(text) if end < 0 else end


def _line(text: str, cell: Cell, tokens: Tokens, lexicon: Lexicon) -> _Line:
    start, end = _line_of(text, cell)
    first, last = bisect_left(tokens.start, start), bisect_left(tokens.start, cell.start)
    words = tuple(
        (tokens.start[t], lexicon.lemmas[tokens.lower[t]])
        for t in range(first, last)
        if tokens.kind[t] == WORD and len(tokens.lower[t]) > _LONGEST_WORD and tokens.lower[t] not in lexicon.pos
    )
    paragraph = tokens.paragraph[tokens.sentence[first]] if first < len(tokens.sentence) else 0
    return _Line(Sentence(start, end, text[start:end]), words, paragraph)


def _names(column: Heading, row: Heading, caption: Heading) -> _Names:
    """Which heading says what is counted: the column, unless it is a period, a whole or a mere name and the row or the
    caption says it."""
    when = row.when or column.when or caption.when
    if column.measures or (column.text and not column.total and not row.measures):
        return _Names(column, row, caption, when)
    if row.measures or not caption.measures:
        return _Names(row, column, caption, when)
    return _Names(caption, row if row.text else column, caption, when)


def _figures(text: str, lexicon: Lexicon, *, comma: bool) -> Iterator[tuple[Figure, Tokens]]:
    """The figure that a cell opens with, and a share of the whole behind it: "1,234 (45%)"."""
    tokens = tokenize(text.translate(_SWAPPED) if comma else text, 0, lexicon.abbreviations)
    found = find_figures(tokens, bytearray(len(tokens.lower)), lexicon)
    if not found or any(tokens.kind[t] != MARK for t in range(found[0].first)):
        return
    yield found[0], tokens
    if len(found) > 1 and found[1].kind == "percent" and found[0].kind != "percent":
        yield found[1], tokens


def _claim(
    source: Source, cell: Cell, names: _Names, figure: Figure, tokens: Tokens, line: _Line, lexicon: Lexicon
) -> Claim:
    start, stop = cell.start + tokens.start[figure.first], cell.start + tokens.end[figure.last]
    noun = _noun(names, figure)
    given = _measure(names, noun, figure)
    kind = KINDS.get(given.unit.dimension, "measure") if given.unit and figure.kind == "count" else figure.kind
    quantity = _scaled(figure, given, tokens)
    if kind == "money" and source.text[start - 1 : stop + 1] == f"({source.text[start:stop]})":
        start, stop, quantity = start - 1, stop + 1, _times(quantity, -ONE)  # so bookkeepers write a loss
    changing = names.measure.change or names.of.change or (given.unit and given.unit.dimension == "points")
    events = tuple(dict.fromkeys(name for heading in names[:3] if not heading.total for name in heading.events))
    people = noun.person if noun else events[:1] and events[0] in lexicon.tables["scope.personal"]
    counted = ("person" if people else noun.head if noun else "") if kind == "count" else ""
    unit = quantity.unit or (given.unit.code if given.unit else counted)
    claim = Claim(
        id=f"{start}-{stop}",
        source=source.id,
        kind=cast("Kind", kind),
        start=start,
        end=stop,
        text=source.text[start:stop],
        sentence=line.sentence,
        quantity=replace(quantity, unit="/".join((unit, *given.rates))),
        noun=noun.text if noun else None,
        measure=noun.name or None if noun else None,
        subject=_subject(names, noun),
        event=events[0] if events else None,
        roles=Roles(in_=_places(cell, names, lexicon)),
        when=names.when,
        as_of=find_as_of(day_of(source), names.when, None),
        trail=_trail(cell, figure, tokens),
        context=_context(names, noun, events, line),
    )
    return _as_change(claim) if changing else claim


def _noun(names: _Names, figure: Figure) -> Noun | None:
    """What is counted: "Children, Killed: 9" counts children. An amount has no noun; a share only a known one."""
    measure, of = names[:2]
    noun = measure.noun
    if not measure.named and of.noun and of.noun.person:
        noun = of.noun
    counted = figure.kind == "count" and not any(heading.measure.unit for heading in names[:2])
    return noun if counted or (noun and noun.name and _is_share(figure, measure)) else None


def _is_share(figure: Figure, measure: Heading) -> bool:
    unit = figure.unit or measure.measure.unit
    return unit is not None and unit.dimension == "percent"


def _measure(names: _Names, noun: Noun | None, figure: Figure) -> Measure:
    """The unit and scale that the headings give a figure, the nearest first; people are not counted in money."""
    given = Measure()
    for heading in names[:3]:
        said = heading.measure
        fits = not (given.unit and said.unit) or given.unit.code == said.unit.code
        if heading is names.caption and noun and noun.person and said.unit and said.unit.dimension == "money":
            fits = False
        if fits and not (given.unit and given.unit.dimension in _SHARES):
            given.add(said)
    if figure.unit and (given.unit is None or given.unit.code != figure.unit.code):
        return Measure(scale=given.scale if figure.unit.dimension == "money" else ONE)
    return given


def _scaled(figure: Figure, given: Measure, tokens: Tokens) -> Quantity:
    """The figure in full. A scale of the heading holds for digits alone: "3.4 million" is written in full already."""
    factor = ONE if figure.unit or figure.share or given.unit is None else given.unit.factor
    if any(tokens.kind[t] == WORD for t in range(figure.number, figure.number_last + 1)):
        return _times(figure.quantity, factor)
    places = len(tokens.surface[figure.number_last].partition(".")[2])
    exact = replace(figure.quantity, step=ONE.scaleb(-places))  # no table rounds 30 to tens
    return _times(exact, factor if figure.kind == "percent" else factor * given.scale)


def _times(quantity: Quantity, factor: Decimal) -> Quantity:
    value, low, high = (
        None if bound is None else bound * factor for bound in (quantity.value, quantity.low, quantity.high)
    )
    low, high = (high, low) if factor < 0 else (low, high)
    return replace(quantity, value=value, low=low, high=high, step=quantity.step * abs(factor))


def _places(cell: Cell, names: _Names, lexicon: Lexicon) -> tuple[str, ...]:
    """Where it happened: a place that is known, or the name of a row in a table that calls its rows districts."""
    kind = lexicon.lemma(cell.rows.lower().rpartition(" ")[2])
    if kind in lexicon.tables["tables.places"] and names.of.text and names.of.text in cell.row:
        return () if names.of.total else (names.of.text,)
    return names.of.places or names.measure.places or names.caption.places


def _as_change(claim: Claim) -> Claim:
    """A figure under "Change": down with a minus, else up."""
    value = claim.quantity.value
    if not value:
        return replace(claim, scope="change")
    quantity = _times(claim.quantity, -ONE) if value < 0 else claim.quantity
    return replace(claim, scope="change", change="down" if value < 0 else "up", quantity=quantity)


def _subject(names: _Names, noun: Noun | None) -> str | None:
    """What the figure is about: the row beside what is counted, the row and what is measured of it beside an amount."""
    measure, of = _said(names)
    if noun or (names.measure.events and not names.measure.measure):
        return of or (noun.text if noun else None) or measure or None
    return ", ".join(filter(None, (of, measure))) or names.caption.text or None


def _trail(cell: Cell, figure: Figure, tokens: Tokens) -> tuple[Step, ...]:
    """The rules that read the figure, then the names that say what it is."""
    starts, ends = tokens.start, tokens.end
    steps = [Step(rule, cell.start + starts[a], cell.start + ends[b], note) for rule, a, b, note in figure.steps]
    named = (("tables.columns", cell.column), ("tables.rows", cell.row))
    return (*steps, *(Step(rule, cell.start, cell.end, name) for rule, name in named if name))


def _context(names: _Names, noun: Noun | None, events: tuple[str, ...], line: _Line) -> Context:
    measure, of, caption, _ = names
    kinds = (noun.name,) if noun and noun.name else ()
    return Context(
        head=noun.head if noun else "",
        modifiers=noun.modifiers if noun else (),
        verb=measure.verb or of.verb,
        subject=tuple(dict.fromkeys((*of.words, *measure.words))),
        clause=tuple(dict.fromkeys((*measure.words, *of.words))),
        sentence=caption.words,
        names=tuple(dict.fromkeys((*of.names, *measure.names, *caption.names))),
        classes=tuple(dict.fromkeys((*events, *kinds))),
        paragraph=line.paragraph,
        words=line.words,
    )
