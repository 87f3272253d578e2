"""How alike the words around two figures are, the figures themselves left aside.

A cosine of the content words of two sentences: a word weighs the more the seldomer its sentences are and the nearer it
stands to the figure. It says of any two claims, dates and unlike units included, whether they may tell the same thing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from reconcile.facts import Claim

_REACH = 40.0  # characters after which a word counts half
_BEYOND = 0.5  # what another figure in between leaves of a word
_STEM = 6  # letters that inflected forms of a word have in common

Bag = Mapping[str, float]


class Echo:
    """The words around the claims of a run."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._figures: dict[tuple[str, int], list[int]] = defaultdict(list)
        sentences: dict[tuple[str, int], frozenset[str]] = {}
        for claim in claims:
            place = (claim.source, claim.sentence.start)
            self._figures[place].append(claim.start)
            if place not in sentences:
                sentences[place] = frozenset(word[:_STEM] for _, word in claim.context.words)
        found = Counter(stem for stems in sentences.values() for stem in stems)
        self._rarity = {stem: math.log(1 + len(sentences) / count) for stem, count in found.items()}
        self._bags: dict[str, tuple[Bag, float]] = {}

    def alike(self, a: Claim, b: Claim) -> float:
        """From 0 (nothing in common) to 1 (the same words)."""
        (one, length), (other, width) = self._bag(a), self._bag(b)
        if not length or not width:
            return 0.0
        return sum(weight * other[stem] for stem, weight in one.items() if stem in other) / (length * width)

    def _bag(self, claim: Claim) -> tuple[Bag, float]:
        if claim.id not in self._bags:
            bag = self._weighed(claim)
            self._bags[claim.id] = bag, math.sqrt(sum(weight * weight for weight in bag.values()))
        return self._bags[claim.id]

    def _weighed(self, claim: Claim) -> Bag:
        figures = self._figures[claim.source, claim.sentence.start]
        bag: dict[str, float] = {}
        for start, word in claim.context.words:
            first, last = sorted((start, claim.start))
            between = sum(first < figure < last for figure in figures)
            near = _BEYOND**between / (1 + (last - first) / _REACH)
            stem = word[:_STEM]
            bag[stem] = max(bag.get(stem, 0.0), near * self._rarity.get(stem, 1.0))
        return bag
