"""The clause a figure stands in: how far it reaches, which verb governs the figure, and on which side of it the figure
stands."""

import re
from typing import NamedTuple

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.syntax import Parse

_BOUNDARY = re.compile(r'[;:S"()-]')  # what ends a clause, and the parentheses that it passes over
_BETWEEN = frozenset("PNTRC()")  # what may stand between a subject and its verb
_COMPARATIVES = frozenset({"more", "fewer", "less", "higher", "lower", "up", "down", "above", "below"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})


class Clause(NamedTuple):
    """`chunk` is the figure's own; the clause spans chunks `first`..`last`; `verb` is the ordinal of the governing
    verb group,
    `subject` that of the noun phrase the figure is about (both -1 when there is none); `figure_is_subject` tells on
    which
    side of the verb the figure stands."""

    chunk: int
    first: int
    last: int
    verb: int
    figure_is_subject: bool
    subject: int = -1


def find_clause(parse: Parse, figure: Figure, lexicon: Lexicon) -> Clause:
    """The clause around a figure; its subject is found by `subjects`."""
    at, end_at = parse.chunk_at(figure.number), parse.chunk_at(figure.last)
    first, last = bounds(parse, at, end_at)
    left = verb_before(parse, at, first)
    right = -1 if _compares(parse, figure) else _verb_behind(parse, end_at, last)
    governs = right >= 0 and (left < 0 or _breaks_off(parse, left, at)) and not _only_modifies(parse, right, lexicon)
    if right < 0 and _shares_verb(parse, left, at):
        return Clause(at, first, last, left, figure_is_subject=True)
    return Clause(at, first, last, right if governs or left < 0 else left, governs)


def bounds(parse: Parse, at: int, end_at: int) -> tuple[int, int]:
    """The first and last chunk of the clause that holds chunks `at`..`end_at`; a closed parenthesis is passed over."""
    return _start(parse, at), _end(parse, end_at)


def _start(parse: Parse, at: int) -> int:
    kinds, first = parse.kinds, at
    while first > 0:
        marks = [found.start() for found in _BOUNDARY.finditer(kinds, 0, first)]
        mark = marks[-1] if marks else -1
        reporting = max([k for k in parse.breaks if k < first], default=-1)
        if reporting > mark or mark < 0 or kinds[mark] != ")":
            return max(reporting, mark) + 1
        first = max(0, kinds.rfind("(", 0, mark))
    return first


def _end(parse: Parse, at: int) -> int:
    kinds, last, final = parse.kinds, at, len(parse.chunks) - 1
    while last < final:
        found = _BOUNDARY.search(kinds, last + 1)
        mark = found.start() if found else final + 1
        reporting = min([k for k in parse.breaks if k > last], default=mark)
        if reporting < mark:
            return reporting
        if mark > final or kinds[mark] != "(":
            return mark - 1
        closing = kinds.find(")", mark)
        last = closing if closing >= 0 else final
    return last


def verb_before(parse: Parse, at: int, first: int) -> int:
    """The last verb group in chunks `first`..`at` (exclusive), -1 when there is none."""
    return parse.kinds.rfind("V", first, at)


def _shares_verb(parse: Parse, verb: int, at: int) -> bool:
    """Is the figure the subject of the verb of the figure before: "19 are children and 15 adults"?"""
    told = verb > 0 and parse.verbs[verb] == "be" and parse.has_figure(verb - 1) and not parse.has_figure(verb + 1)
    return told and parse.kinds[at - 1] == "C" and verb + 2 == at - 1


def _compares(parse: Parse, figure: Figure) -> bool:
    """Is the figure a difference ("15% fewer than in 2024"), which does nothing itself?"""
    after = figure.last + 1
    return figure.kind != "count" and after < parse.end and parse.tokens.lower[after] in _COMPARATIVES


def _verb_behind(parse: Parse, at: int, last: int) -> int:
    """The verb group that a figure's phrase may be the subject of: nothing but its own modifiers stand between."""
    for k in range(at + 1, last + 1):
        kind = parse.kinds[k]
        if kind == "V":
            return _finite_behind(parse, k, last)
        if kind not in _BETWEEN or (kind == "C" and parse.kinds[k + 1] != "N"):
            return -1
    return -1


def _finite_behind(parse: Parse, k: int, last: int) -> int:
    """The verb group behind a participle that only modifies the noun: "2,000 stationed abroad are being flown"."""
    if parse.chunks[k].first != parse.chunks[k].last:
        return k
    for later in range(k + 1, last + 1):
        kind = parse.kinds[later]
        if kind == "V":
            return later if parse.has_tag(later, "A") else k
        if kind not in "PNTR":
            break
    return k


def _breaks_off(parse: Parse, verb: int, at: int) -> bool:
    """Does something between a verb and the figure begin a new clause (a comma, "and")?"""
    between = parse.kinds[verb + 1 : at]
    return "," in between or "C" in between


def _only_modifies(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """A verb group that only modifies the noun before it: "soldiers stationed in", "to be sent"."""
    chunk = parse.chunks[k]
    if parse.tag(chunk.first) == "X":
        return True
    return not parse.has_tag(k, "A") and lexicon.verbs.get(parse.openings[k], ("", ""))[1] == "g"


def is_passive(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is verb group `k` a form of "be" with a past participle?"""
    chunk, lower = parse.chunks[k], parse.tokens.lower
    be = not _BE.isdisjoint(lower[chunk.first : chunk.last + 1])
    return be and lexicon.verbs.get(lower[chunk.last], ("", ""))[1] in ("d", "x")
