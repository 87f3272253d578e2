"""Which claim or fact a person means: by id, or by what the report shows of it.

`c7` is an id; `8,500` the figure as it is written (or words of it); `wire.md:12` a line of a file; `wire.md:12 8,500`
the figure there. Where a report counts pages, paragraphs or rows, so does the number: `deaths.csv:12` is row 12, which
may be written as the report has it, too: `deaths.csv, row 12`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.facts import Claim, Fact, Report, Source
from reconcile.report.inert import plain
from reconcile.report.positions import Lines, located, spoken
from reconcile.report.words import file_name

_PLACE = re.compile(
    r"(?P<file>.*\S)(?::|, (?:p\.|para\.|row|text line) )(?P<number>\d+)(?:, column (?P<column>.+)|\s+(?P<figure>.+))?"
)
_NUMBER = re.compile(r"\d+")
_SHOWN = 8  # claims or facts among which a name can't choose


class UnknownName(LookupError):
    """No claim or fact, or more than one, goes by a name; the message says which there are."""


def claim_named(claims: Sequence[Claim], sources: Mapping[str, Source], name: str) -> Claim:
    """The one claim that is meant. Raises UnknownName."""
    named = _claims_named(claims, sources, name)
    if len(named) == 1:
        return named[0]
    if named:
        raise UnknownName(_several(name, "claims", [_told(claim, sources[claim.source]) for claim in named]))
    known = f"{claims[0].id} to {claims[-1].id}" if claims else "no claims"
    raise UnknownName(
        f"no claim {plain(name)!r}: the report has {known}; a figure as it is written will do, or a.txt:12"
    )


def fact_named(report: Report, name: str) -> Fact:
    """The one fact of this id, or that holds a claim of this name. Raises UnknownName."""
    sources = {source.id: source for source in report.sources}
    meant = {claim.id for claim in _claims_named(report.claims, sources, name)}
    named = [fact for fact in report.facts if fact.id == name or not meant.isdisjoint(fact.claims)]
    if len(named) == 1:
        return named[0]
    if named:
        raise UnknownName(_several(name, "facts", [f"{fact.id} ({plain(fact.label)})" for fact in named]))
    raise UnknownName(_none(name, "fact", [fact.id for fact in report.facts]))


def _claims_named(claims: Sequence[Claim], sources: Mapping[str, Source], name: str) -> Sequence[Claim]:
    """Those of this id; else those at this place; else those written so, or with these words in them."""
    if same := [claim for claim in claims if claim.id == name]:
        return same
    if place := _PLACE.fullmatch(name):
        there = list(_at(claims, sources, place["file"], place["number"], place["column"]))
        return _written(there, place["figure"]) if place["figure"] else there
    return _written(claims, name)


def _at(
    claims: Sequence[Claim], sources: Mapping[str, Source], file: str, number: str, column: str | None
) -> Iterator[Claim]:
    """The claims of a file in the line, page, paragraph or row of this number, whichever its places are told by."""
    lines = {source.id: Lines.of(source.text) for source in sources.values() if _is_file(source, file)}
    for claim in claims:
        if claim.source in lines:
            place = spoken(sources[claim.source], claim.start, lines[claim.source])
            counted = _NUMBER.search(place)
            if counted and counted[0] == number.lstrip("0") and (not column or place.endswith(f", column {column}")):
                yield claim


def _is_file(source: Source, file: str) -> bool:
    return file in (source.path or source.url, source.id, file_name(source))


def _written(claims: Sequence[Claim], figure: str) -> Sequence[Claim]:
    words = " ".join(figure.casefold().split())
    texts = [(claim, " ".join(claim.text.casefold().split())) for claim in claims]
    # 500 is no part of 8,500, nor 8 of 8.5.
    within = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)")
    return [claim for claim, text in texts if text == words] or [claim for claim, text in texts if within.search(text)]


def _told(claim: Claim, source: Source) -> str:
    where = located(source, claim.start, Lines.of(source.text), file_name(source) or source.id)
    return f'{claim.id} ("{plain(claim.text)}", {plain(where)})'


def _none(name: str, what: str, ids: Sequence[str]) -> str:
    known = (
        f"{ids[0]} to {ids[-1]}; a figure as it is written will do, or its line (a.txt:12)" if ids else f"no {what}s"
    )
    return f"no {what} {plain(name)!r}: the report has {known}"


def _several(name: str, what: str, told: Sequence[str]) -> str:
    more = f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return f"{plain(name)!r} stands for {len(told)} {what}: {', '.join(told[:_SHOWN])}{more}"
