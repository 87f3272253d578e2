"""Competition and company: a pair is likelier when neither side has a better partner, and when its neighbours pair up.

One source seldom speaks twice of a fact, and two reports of an event often give its figures in the same order.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from reconcile.align.records import Record

Pair = tuple[int, int]
_CLIP = 2.5
_NONE = -4.0  # the score of a rival where there is none
_HOPELESS = -4.5  # the score of a pair alone up to which no competition can join it


class Field:
    """All scored pairs of a set: who competes with whom, and who stands beside whom."""

    def __init__(self, records: Sequence[Record], scores: Mapping[Pair, float]) -> None:
        self._sources = [record.claim.source for record in records]
        self._scores = scores
        self._odds = {pair: 1 / (1 + math.exp(-score)) for pair, score in scores.items() if score > _HOPELESS}
        self._best: dict[tuple[int, str], list[tuple[float, int]]] = {}
        for (i, j), score in scores.items():
            self._note(i, j, score)
            self._note(j, i, score)
        self._beside = _neighbours(records)

    def _note(self, i: int, j: int, score: float) -> None:
        """Keeps the two best partners of `i` in the source of `j`: a rival is the one that is not the partner."""
        key = i, self._sources[j]
        best = self._best.get(key)
        if best is None:
            self._best[key] = [(score, j)]
        elif len(best) < 2 or score > best[1][0]:
            self._best[key] = sorted([*best, (score, j)], reverse=True)[:2]

    def features(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """How far the pair is ahead of the best rival of either side, and how well the figures around them pair up.

        Nothing for a pair that no company could join.
        """
        score = self._scores[i, j]
        if score <= _HOPELESS:
            return
        yield "rivals.base", 1.0
        yield "rivals.score", score
        if self._sources[i] == self._sources[j]:
            yield "rivals.one-source", 1.0
            return
        one, other = self._rival(i, j), self._rival(j, i)
        ahead, behind = (score - one, score - other) if one > other else (score - other, score - one)
        yield "rivals.both", max(-_CLIP, min(_CLIP, ahead))
        yield "rivals.either", max(-_CLIP, min(_CLIP, behind))
        if ahead > 0:
            yield "rivals.best", 1.0
        yield from self._company(i, j)

    def _rival(self, i: int, j: int) -> float:
        """The best score of `i` with another statement of the source of `j`."""
        for score, k in self._best[i, self._sources[j]]:
            if k != j:
                return score
        return _NONE

    def _company(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        beside = sum(
            self._likely(k, other)
            for step, k in self._beside[i]
            for other_step, other in self._beside[j]
            if step == other_step and -1 <= step <= 1
        )
        around = max(self._around(i, j), self._around(j, i))
        if beside:
            yield "neighbours.beside", beside
        if around:
            yield "neighbours.around", around

    def _around(self, i: int, j: int) -> float:
        """How many of the figures around `i` have a likely partner among those around `j`."""
        others = [other for _, other in self._beside[j]]
        return sum(max((self._likely(k, other) for other in others), default=0.0) for _, k in self._beside[i])

    def _likely(self, k: int, other: int) -> float:
        return self._odds.get((k, other) if k < other else (other, k), 0.0)


def _neighbours(records: Sequence[Record]) -> list[list[tuple[int, int]]]:
    """The figures before and after each in its source, each with how many figures away it stands."""
    sources = [record.claim.source for record in records]
    reading = sorted(range(len(records)), key=lambda k: (sources[k], records[k].claim.start))
    found: list[list[tuple[int, int]]] = [[] for _ in records]
    for at, k in enumerate(reading):
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(reading) and sources[reading[at + step]] == sources[k]:
                found[k].append((step, reading[at + step]))
    return found
