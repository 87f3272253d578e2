"""Source in, claims out: finds the dates and figures of a source and puts the claims that `reading` makes of them in
order."""

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract.clock_times import find_clock_times
from reconcile.extract.context import sentence_at
from reconcile.extract.dates import DateMatch, find_dates
from reconcile.extract.digits import ONE
from reconcile.extract.figure import Figure
from reconcile.extract.figures import find_figures
from reconcile.extract.lexicon import Lexicon, compile_lexicon
from reconcile.extract.reading import Reader
from reconcile.extract.timing import stated_days
from reconcile.extract.tokens import Tokens, tokenize
from reconcile.facts import Claim, Quantity, Source, Step
from reconcile.rulebook import Rulebook

_NO_FIGURE = Quantity(None, None, None, "date", "exact", ONE)


def extract(source: Source, rulebook: Rulebook) -> tuple[Claim, ...]:
    """Every numeric claim and date of a source's article, in reading order, with ids c1, c2, ..."""
    lexicon = compile_lexicon(rulebook)
    tokens = tokenize(source.text, source.body, lexicon.abbreviations)
    dates = find_dates(tokens, source.day, lexicon.dates) if lexicon.dates else ()
    found = [*_date_claims(source, tokens, dates), *_figure_claims(source, tokens, dates, lexicon)]
    return _number(sorted(found, key=lambda claim: (claim.start, claim.end)))


def _number(found: list[Claim]) -> tuple[Claim, ...]:
    """Gives the claims their ids; `equivalent_of` holds the start of the first amount until then."""
    ids = {claim.start: f"c{k}" for k, claim in enumerate(found, 1) if claim.kind != "date"}
    return tuple(
        replace(claim, id=f"c{k}", equivalent_of=ids.get(int(claim.equivalent_of)) if claim.equivalent_of else None)
        for k, claim in enumerate(found, 1)
    )


def _date_claims(source: Source, tokens: Tokens, dates: tuple[DateMatch, ...]) -> Iterator[Claim]:
    for match in dates:
        when = stated_days(match, tokens)
        if when is None or match.keeps_figures:
            continue
        start, end = tokens.start[match.first_token], tokens.end[match.last_token]
        sentence = sentence_at(tokens, tokens.sentence_of(match.first_token))
        steps = (Step(match.rule, start, end, match.note),) + ((Step(match.cue, start, end),) if match.cue else ())
        yield Claim("", source.id, "date", start, end, when.text, sentence, _NO_FIGURE, when=when, trail=steps)


def _figure_claims(source: Source, tokens: Tokens, dates: tuple[DateMatch, ...], lexicon: Lexicon) -> Iterator[Claim]:
    """The claims of all sentences that hold figures."""
    blocked, cover = _covered_by_dates(tokens, dates, lexicon)
    by_sentence: dict[int, list[Figure]] = {}
    for figure in find_figures(tokens, blocked, lexicon):
        if tokens.sentence[figure.first] != tokens.sentence[figure.last]:
            continue  # it joins words over the end of a sentence, and so misreads them
        by_sentence.setdefault(tokens.sentence_of(figure.number), []).append(figure)
        prefixed = figure.number > 0 and tokens.lower[figure.number - 1] in lexicon.prefix_units
        spans = range(min(figure.first, figure.number - prefixed), figure.last + 1)
        cover.update(dict.fromkeys(spans, "J" if figure.compound else "#"))  # "a two-year loan" counts no loans
    days: dict[int, list[DateMatch]] = {}
    for match in dates:
        days.setdefault(tokens.sentence_of(match.first_token), []).append(match)
    reader = Reader(source, tokens, cover, lexicon)
    for k in sorted(by_sentence):
        yield from reader.sentence(k, by_sentence[k], days.get(k, []))


def _covered_by_dates(
    tokens: Tokens, dates: tuple[DateMatch, ...], lexicon: Lexicon
) -> tuple[bytearray, dict[int, str]]:
    """The tokens in which no figure may stand, marked, and the tags of those that dates occupy."""
    blocked, cover = bytearray(len(tokens.surface)), {}
    for match in dates:
        if not match.keeps_figures:
            cover.update(dict.fromkeys(range(match.first_token, match.last_token + 1), "T"))
    for t in cover:
        blocked[t] = 1
    for first, last in find_clock_times(tokens, lexicon.dates):
        blocked[first : last + 1] = b"\x01" * (last + 1 - first)
        cover.update(dict.fromkeys(range(first, last + 1), "T"))
    return blocked, cover
