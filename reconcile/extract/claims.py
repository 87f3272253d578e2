"""Source in, claims out: finds the dates and figures of a source and puts the claims that `reading` makes of them in
order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import compress
from typing import NamedTuple

from reconcile.extract.comments import without_comments, without_notes
from reconcile.extract.dates.clock_times import find_clock_times
from reconcile.extract.dates.find import DateMatch, find_dates
from reconcile.extract.figures.digits import ONE
from reconcile.extract.figures.figure import Figure
from reconcile.extract.figures.find import find_figures
from reconcile.extract.language import is_read, settle
from reconcile.extract.lexicon import Lexicon, compile_lexicon
from reconcile.extract.reading.about import modifies
from reconcile.extract.reading.context import sentence_at
from reconcile.extract.reading.reader import Reader
from reconcile.extract.reading.timing import stated_days
from reconcile.extract.tokens import Tokens, tokenize
from reconcile.facts import Claim, Quantity, Source, Step
from reconcile.rulebook import Rulebook

_NO_FIGURE = Quantity(None, None, None, "date", "exact", ONE)


class Findings(NamedTuple):
    """What stands in a text: its dates, its figures, and for each token the tag that one of both gives it, else ""."""

    dates: tuple[DateMatch, ...]
    figures: tuple[Figure, ...]
    cover: list[str]


def extract(source: Source, rulebook: Rulebook) -> tuple[Claim, ...]:
    """Every numeric claim and date of a source's article, in reading order, with ids c1, c2, ...

    None of a text in a language that is not read: "1.200" and "8,5" are other figures there.
    """
    article = without_notes(without_comments(source.text), source.notes)
    if article == source.text:
        return _claims(source, rulebook)
    return tuple(_as_written(claim, source.text) for claim in _claims(replace(source, text=article), rulebook))


def _claims(source: Source, rulebook: Rulebook) -> tuple[Claim, ...]:
    if not is_read(settle(source, rulebook)):
        return ()
    lexicon = compile_lexicon(rulebook)
    tokens = tokenize(source.text, source.body, lexicon.abbreviations)
    found = find(tokens, source.day, lexicon, source.published or "")
    if source.cells:
        found = _outside_tables(source, tokens, found)
    stated = tuple(match for match in found.dates if match.first and match.last and not match.keeps_figures)
    names = _names(stated, found.figures)
    reader = Reader(source, tokens, found.cover, names, lexicon)
    claims = [*_date_claims(source, tokens, stated, names), *_figure_claims(tokens, found, reader)]
    if source.cells:
        from reconcile.extract.tabular import cell_claims

        return _numbered((*claims, *cell_claims(source, tokens, lexicon)))
    return tuple(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _as_written(claim: Claim, text: str) -> Claim:
    """The claim with the words of the text itself, a comment between them included."""
    start, end = claim.sentence.start, claim.sentence.end
    sentence = replace(claim.sentence, text=text[start:end])
    return replace(claim, text=text[claim.start : claim.end], sentence=sentence)


def find(tokens: Tokens, day: date | None, lexicon: Lexicon, published: str = "") -> Findings:
    """The dates, seen from `day`, and the figures of a text that was `published` then, as far as that is known."""
    dates = find_dates(tokens, day, lexicon.dates) if lexicon.dates else ()
    blocked, cover = _covered_by_dates(tokens, dates, lexicon)
    found = find_figures(tokens, blocked, lexicon, published)
    figures = tuple(figure for figure in found if _in_one_sentence(tokens, figure))
    _cover_figures(tokens, figures, cover, lexicon)
    return Findings(dates, figures, cover)


def _outside_tables(source: Source, tokens: Tokens, found: Findings) -> Findings:
    """What stands in the prose of a source that has tables: the lines of those are read by their headings."""
    from reconcile.extract.tabular import outside_tables

    days = outside_tables(source, tokens, [(match.first_token, match.last_token) for match in found.dates])
    figures = outside_tables(source, tokens, [(figure.first, figure.last) for figure in found.figures])
    return found._replace(dates=tuple(compress(found.dates, days)), figures=tuple(compress(found.figures, figures)))


def _numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in reading order, with ids c1, c2, ... in that order."""
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    names = {claim.id: f"c{k}" for k, claim in enumerate(ordered, 1)}
    return tuple(
        replace(claim, id=names[claim.id], equivalent_of=names.get(claim.equivalent_of or "")) for claim in ordered
    )


def _in_one_sentence(tokens: Tokens, figure: Figure) -> bool:
    """A figure that joins words over the end of a sentence misreads them."""
    return tokens.sentence[figure.first] == tokens.sentence[figure.last]


def _names(dates: tuple[DateMatch, ...], figures: tuple[Figure, ...]) -> dict[tuple[int, int], str]:
    """The ids of the claims by the first and last token of their dates and figures."""
    spans = [(match.first_token, match.last_token) for match in dates] + [
        (figure.first, figure.last) for figure in figures
    ]
    return {span: f"c{k}" for k, span in enumerate(sorted(spans), 1)}


def _date_claims(
    source: Source, tokens: Tokens, dates: tuple[DateMatch, ...], names: dict[tuple[int, int], str]
) -> Iterator[Claim]:
    for match in dates:
        when = stated_days(match, tokens)
        start, end = tokens.start[match.first_token], tokens.end[match.last_token]
        sentence = sentence_at(tokens, tokens.sentence_of(match.first_token))
        steps = (Step(match.rule, start, end, match.note),) + ((Step(match.cue, start, end),) if match.cue else ())
        name, text = names[match.first_token, match.last_token], tokens.text[start:end]
        yield Claim(name, source.id, "date", start, end, text, sentence, _NO_FIGURE, when=when, trail=steps)


def _figure_claims(tokens: Tokens, found: Findings, reader: Reader) -> Iterator[Claim]:
    """The claims of all sentences that hold figures."""
    by_sentence: dict[int, list[Figure]] = {}
    for figure in found.figures:
        by_sentence.setdefault(tokens.sentence_of(figure.number), []).append(figure)
    days: dict[int, list[DateMatch]] = {}
    for match in found.dates:
        days.setdefault(tokens.sentence_of(match.first_token), []).append(match)
    return reader.claims([(k, by_sentence[k], days.get(k, [])) for k in sorted(by_sentence)])


def _cover_figures(tokens: Tokens, figures: tuple[Figure, ...], cover: list[str], lexicon: Lexicon) -> None:
    """Puts the tags of the tokens that figures occupy into `cover`."""
    for figure in figures:
        prefixed = figure.number > 0 and tokens.lower[figure.number - 1] in lexicon.prefix_units
        first, end = min(figure.first, figure.number - prefixed), figure.last + 1
        cover[first:end] = ("J" if modifies(tokens, figure) else "#") * (end - first)  # "a two-year loan" counts none


def _covered_by_dates(tokens: Tokens, dates: tuple[DateMatch, ...], lexicon: Lexicon) -> tuple[bytearray, list[str]]:
    """The tokens in which no figure may stand, marked, and the tag of each that a date occupies."""
    blocked, cover = bytearray(len(tokens.surface)), [""] * len(tokens.surface)
    days = [(match.first_token, match.last_token) for match in dates if not match.keeps_figures]
    for first, last in (*days, *find_clock_times(tokens, lexicon.dates)):
        blocked[first : last + 1] = b"\x01" * (last + 1 - first)
        cover[first : last + 1] = "T" * (last + 1 - first)
    return blocked, cover
