"""How alike the words around two figures are, the figures themselves left aside.

A cosine of the content words of two sentences: a word weighs the more the seldomer its sentences are and the nearer it
stands to the figure. It says of any two claims, dates and unlike units included, whether they may tell the same thing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from reconcile.facts import Claim
from reconcile.language.breaks import BREAKS, COMMAS
from reconcile.language.stems import stem, words_of

_REACH = 25.0  # characters after which a word counts half
_BEYOND = {"figure": 0.3, "comma": 0.6, "break": 0.5}  # what is left of a word behind one of these

Bag = Mapping[str, float]
_Place = tuple[str, int]


class Echo:
    """The words around the claims of a run."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._figures: dict[_Place, list[int]] = defaultdict(list)
        sentences: dict[_Place, frozenset[str]] = {}
        for claim in claims:
            self._figures[_place(claim)].append(claim.start)
            if _place(claim) not in sentences:
                sentences[_place(claim)] = frozenset(stem(word) for _, word in _content(claim))
        found = Counter(word for words in sentences.values() for word in words)
        self._rarity = {word: math.log(1 + len(sentences) / count) for word, count in found.items()}
        self._bags: dict[str, Bag] = {}

    def alike(self, a: Claim, b: Claim) -> float:
        """From 0 (nothing in common) to 1 (the same words)."""
        one, other = self._bag(a), self._bag(b)
        return sum(weight * other[word] for word, weight in one.items() if word in other)

    def _bag(self, claim: Claim) -> Bag:
        """The words around a figure, to the length of one."""
        if claim.id not in self._bags:
            bag = self._weighed(claim)
            length = math.sqrt(sum(weight * weight for weight in bag.values()))
            self._bags[claim.id] = {word: weight / length for word, weight in bag.items()}
        return self._bags[claim.id]

    def _weighed(self, claim: Claim) -> dict[str, float]:
        figures = self._figures[_place(claim)]
        bag: dict[str, float] = {}
        for start, word in _content(claim):
            first, last = (start, claim.start) if start < claim.start else (claim.end, start)
            if first <= last:
                short = stem(word)
                near = _left(claim, first, last, figures) / (1 + (last - first) / _REACH)
                bag[short] = max(bag.get(short, 0.0), near * self._rarity.get(short, 1.0))
        return bag


def _place(claim: Claim) -> _Place:
    return claim.source, claim.sentence.start


def _content(claim: Claim) -> Iterable[tuple[int, str]]:
    """The words of a claim's sentence with their offsets; of a date, which has no context, those of some length."""
    if claim.context.words or claim.kind != "date":
        return claim.context.words
    start = claim.sentence.start
    return [(start + at, word) for at, word in words_of(claim.sentence.text)]


def _left(claim: Claim, first: int, last: int, figures: Iterable[int]) -> float:
    """What is left of a word with this stretch of text between it and the figure."""
    between = claim.sentence.text[first - claim.sentence.start : last - claim.sentence.start]
    others = sum(first < figure < last for figure in figures)
    commas = sum(between.count(mark) for mark in COMMAS)
    breaks = sum(between.count(mark) for mark in BREAKS)
    return _BEYOND["figure"] ** others * _BEYOND["comma"] ** commas * _BEYOND["break"] ** breaks
