"""How alike the words around two figures are, the figures themselves left aside.

A cosine of the content words of two sentences: a word weighs the more the seldomer its sentences are and the nearer it
stands to the figure. It says of any two claims, dates and unlike units included, whether they may tell the same thing.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.facts import Claim
from reconcile.language.breaks import BREAKS, COMMAS
from reconcile.language.stems import stem, words_of

_REACH = 25.0  # characters after which a word counts half
_BEYOND = {"figure": 0.3, "comma": 0.6, "break": 0.5}  # what is left of a word behind one of these
# Marks may share a space (" and but "), so that each is looked for from every character on.
_COMMA, _BREAK = (re.compile(f"(?=({'|'.join(map(re.escape, marks))}))") for marks in (COMMAS, BREAKS))

Bag = Mapping[str, float]
Place = tuple[str, int]
"""A sentence: the id of its source, and where it starts there."""


class Echo:
    """The words around the claims of a run."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        told: dict[Place, list[Claim]] = defaultdict(list)
        for claim in claims:
            told[place(claim)].append(claim)
        self._barriers = {place: _Barriers.of(group) for place, group in told.items()}
        found = Counter(word for group in told.values() for word in {stem(word) for _, word in _content(group[0])})
        self._rarity = {word: math.log(1 + len(told) / count) for word, count in found.items()}
        self._bags: dict[str, Bag] = {}

    def alike(self, a: Claim, b: Claim) -> float:
        """From 0 (nothing in common) to 1 (the same words)."""
        one, other = self.bag(a), self.bag(b)
        return sum(weight * other[word] for word, weight in one.items() if word in other)

    def weight(self, words: Iterable[str]) -> float:
        """How much some words weigh together: the seldomer the sentences with a word are, the more it does."""
        return sum(self._rarity.get(word, 1.0) for word in words)

    def bag(self, claim: Claim) -> Bag:
        """The words around a figure, to the length of one."""
        if claim.id not in self._bags:
            bag = self._weighed(claim)
            length = math.sqrt(sum(weight * weight for weight in bag.values()))
            self._bags[claim.id] = {word: weight / length for word, weight in bag.items()}
        return self._bags[claim.id]

    def _weighed(self, claim: Claim) -> dict[str, float]:
        barriers = self._barriers[place(claim)]
        bag: dict[str, float] = {}
        for start, word in _content(claim):
            first, last = (start, claim.start) if start < claim.start else (claim.end, start)
            if first <= last:
                short = stem(word)
                near = barriers.left(first, last) / (1 + (last - first) / _REACH)
                bag[short] = max(bag.get(short, 0.0), near * self._rarity.get(short, 1.0))
        return bag


class Chorus:
    """Some claims by the words around them, to be held against others one by one: most words are in few of them."""

    def __init__(self, echo: Echo, claims: Sequence[Claim]) -> None:
        self._echo = echo
        self._count = len(claims)
        self._having: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, claim in enumerate(claims):
            for word, weight in echo.bag(claim).items():
                self._having[word].append((n, weight))

    def alike(self, claim: Claim) -> list[float]:
        """The likeness of a claim to each, from 0 (nothing in common) to 1 (the same words)."""
        found = [0.0] * self._count
        for word, weight in self._echo.bag(claim).items():
            for n, other in self._having.get(word, ()):
                found[n] += weight * other
        return found


@dataclass(frozen=True, slots=True)
class _Barriers:
    """What stands between the words of a sentence, in reading order: where its figures start, and where commas and
    breaks start and end."""

    figures: Sequence[int]
    commas: tuple[Sequence[int], Sequence[int]]
    breaks: tuple[Sequence[int], Sequence[int]]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> "_Barriers":
        """Those of the sentence of some claims."""
        commas, breaks = (_spans(marks, claims[0]) for marks in (_COMMA, _BREAK))
        return cls(sorted(claim.start for claim in claims), commas, breaks)

    def left(self, first: int, last: int) -> float:
        """What is left of a word with the text from `first` to `last` between it and the figure."""
        others = max(0, bisect_left(self.figures, last) - bisect_right(self.figures, first))
        commas, breaks = _within(self.commas, first, last), _within(self.breaks, first, last)
        return _BEYOND["figure"] ** others * _BEYOND["comma"] ** commas * _BEYOND["break"] ** breaks


def _spans(marks: re.Pattern[str], claim: Claim) -> tuple[list[int], list[int]]:
    sentence = claim.sentence
    found = list(marks.finditer(sentence.text))
    return [sentence.start + each.start(1) for each in found], [sentence.start + each.end(1) for each in found]


def _within(spans: tuple[Sequence[int], Sequence[int]], first: int, last: int) -> int:
    """How many marks lie wholly between two places."""
    starts, ends = spans
    return max(0, bisect_right(ends, last) - bisect_left(starts, first))


def place(claim: Claim) -> Place:
    """The sentence in which a claim stands."""
    return claim.source, claim.sentence.start


def _content(claim: Claim) -> Iterable[tuple[int, str]]:
    """The words of a claim's sentence with their offsets; of a date, which has no context, those of some length."""
    if claim.context.words or claim.kind != "date":
        return claim.context.words
    start = claim.sentence.start
    return [(start + at, word) for at, word in words_of(claim.sentence.text)]
