"""Which words belong to which figure of a sentence: those near it, with no other figure, comma or break between."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from reconcile.align.lexis import Lexis
from reconcile.facts import Claim
from reconcile.language.breaks import BREAKS, COMMAS

_REACH = 2.5  # content words after which a word counts half
_BEYOND_FIGURE = 0.5
_BEYOND_BREAK = 0.6
_BEYOND_COMMA = 0.8
_BREAK, _MARK = (re.compile("|".join(map(re.escape, marks))) for marks in (BREAKS, (*BREAKS, *COMMAS)))

Bag = Mapping[str, float]
"""Concepts, each with what it weighs."""


def nearness(group: Sequence[Claim], lexis: Lexis) -> Iterator[tuple[Claim, Bag]]:
    """Each figure of a sentence with the concepts around it: a word fades with distance and behind other figures."""
    sentence = group[0].sentence
    words = [(start, lexis.concept(word)) for start, word in group[0].context.words]
    items = sorted([*words, *((claim.start, "") for claim in group)])
    starts = [start - sentence.start for start, _ in items]
    gaps = [_gap(sentence.text[a:b]) for a, b in itertools.pairwise(starts)]
    for claim in group:
        at = bisect_left(items, (claim.start, ""))
        bag: dict[str, float] = {}
        _fade(bag, [concept for _, concept in items[at + 1 :]], gaps[at:])
        _fade(bag, [concept for _, concept in reversed(items[:at])], gaps[at - 1 :: -1] if at else [])
        yield claim, bag


def _fade(bag: dict[str, float], concepts: Sequence[str], gaps: Sequence[float]) -> None:
    """Adds concepts, nearest first, to the bag; an empty concept is another figure."""
    passed = 1.0
    for steps, (concept, gap) in enumerate(zip(concepts, gaps, strict=True), 1):
        passed *= gap
        weight = passed / (1 + steps / _REACH)
        if not concept:
            passed *= _BEYOND_FIGURE
        elif weight > bag.get(concept, 0.0):
            bag[concept] = weight


def _gap(between: str) -> float:
    if not _MARK.search(between):
        return 1.0
    return _BEYOND_BREAK if _BREAK.search(between) else _BEYOND_COMMA
