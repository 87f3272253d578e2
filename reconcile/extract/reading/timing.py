"""When a figure holds: the date that belongs to it, and the day as of which it is given."""

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.dates.find import DateMatch
from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.syntax import Parse
from reconcile.extract.tokens import Tokens
from reconcile.facts import Source, When

_BREAK = 6  # tokens that a comma counts for
_SETTING_AGAINST = frozenset({"from", "against", "versus", "vs", "than", "compared", "beating", "previous"})
_EXTREMES = frozenset(
    {"highest", "lowest", "most", "least", "best", "worst", "largest", "biggest", "smallest", "first"}
)
_REACH = 6  # tokens between "as of" and its date: "as of 08:00 local time on 15 October"


def stated_days(match: DateMatch, tokens: Tokens) -> When | None:
    """A date as written with its days, None where the days are not known."""
    if match.first is None or match.last is None:
        return None
    text = tokens.text[tokens.start[match.first_token] : tokens.end[match.last_token]]
    return When(text, match.first.isoformat(), match.last.isoformat())


def find_when(
    parse: Parse, clause: Clause, figure: Figure, days: Sequence[DateMatch], published: str | None = None
) -> When | None:
    """The date that stands nearest to the figure in its clause, else in its sentence; what is counted since a day is
    counted up to the day of publication."""
    known = [match for match in days if match.first is not None and match.last is not None]
    if not known:
        return None
    first, last = parse.chunks[clause.first].first, parse.chunks[clause.last].last
    inside = [match for match in known if first <= match.first_token <= last]
    told = [
        match
        for match in inside or known
        if not _is_aside(parse, clause.chunk, match) and not _is_of_another(parse, figure, match)
    ]
    if not told:
        return None
    match = min(told, key=lambda match: _distance(parse, figure, match))
    when = stated_days(match, parse.tokens)
    since = parse.tokens.lower[match.first_token - 1] == "since"
    return replace(when, last=max(when.last, published)) if when and since and published else when


def _is_aside(parse: Parse, own: int, match: DateMatch) -> bool:
    """Does a date belong to a participle set off by a comma, away from the figure: "The firm, founded in 1968, has 40
    shops"?"""
    at = parse.chunk_at(match.first_token) - 1
    at -= parse.kinds[at] == "P"
    if parse.kinds[at] != "V" or parse.kinds[at - 1] not in ",(" or at - 2 == own or parse.has_tag(at, "A"):
        return False
    return parse.chunks[at].first == parse.chunks[at].last


def _is_of_another(parse: Parse, figure: Figure, match: DateMatch) -> bool:
    """Does a date behind a figure tell what that is set against: "to 52 from 41 a day earlier", "lowest since 2016", "a
    record 48,310, beating the 47,902 of 2011", "less than a year ago"?"""
    lower, start, end = parse.tokens.lower, figure.last + 1, match.first_token
    if start >= end:
        return False
    if lower[end - 1] == "than" or (lower[end - 1] == "since" and lower[end - 2] in _EXTREMES):
        return True
    tags = parse.tags_of(start, end - 1)
    turns = (t for t in range(start, end) if lower[t] in _SETTING_AGAINST and tags[t - start] != "#")
    return "#" in tags[next(turns, end) - start :]


def _distance(parse: Parse, figure: Figure, match: DateMatch) -> tuple[int, bool]:
    """How far a date stands from a figure in tokens, farther behind a comma or an "and"; of two as far, the one behind
    comes first: "to 12.1% in July from 13.7% in June"."""
    before = match.first_token < figure.first
    first, last = (match.first_token, figure.first) if before else (figure.last, match.first_token)
    between = parse.tags_of(first, last - 1)
    return last - first + _BREAK * (between.count(",") + between.count("C")), before


def stated_as_of(parse: Parse, days: Sequence[DateMatch], lexicon: Lexicon) -> When | None:
    """The date that a sentence gives for its figures: "as of 08:00 on 15 October", "by Wednesday evening"."""
    cues = lexicon.tables.get("scope.as-of", frozenset())
    for match in days:
        before = parse.tokens.lower[max(parse.first, match.first_token - _REACH) : match.first_token]
        pairs = {" ".join(before[i : i + 2]) for i in range(len(before) - 1)}
        if pairs & cues or (before and before[-1] in cues):
            return stated_days(match, parse.tokens)
    return None


def find_as_of(published: str | None, when: When | None, stated: When | None) -> str | None:
    """The day as of which a figure holds: the one stated for it, else its own date where that lies before publication,
    else the day of publication; None where nothing is known."""
    when = stated or when
    if published is None:
        return when.last if when else None
    return min(when.last, published) if when else published


def day_of(source: Source) -> str | None:
    """The day of publication in ISO 8601."""
    return source.day.isoformat() if source.day else None
