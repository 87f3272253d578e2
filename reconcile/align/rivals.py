"""Competition and company: a pair is likelier when neither side has a better partner, and when its neighbours pair up.

One source seldom speaks twice of a fact, and two reports of an event often give its figures in the same order.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.align.records import Record

Pair = tuple[int, int]
_CLIP = 4.0
_NONE = -8.0  # the score of a rival where there is none
_REACH = 2  # figures before and after that count as neighbours


class Field:
    """All scored pairs of a set: who competes with whom, and who stands beside whom."""

    def __init__(self, records: Sequence[Record], scores: Mapping[Pair, float]) -> None:
        self._sources = [record.claim.source for record in records]
        self._scores = scores
        self._best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for (i, j), score in scores.items():
            self._best[i, self._sources[j]].append((score, j))
            self._best[j, self._sources[i]].append((score, i))
        for found in self._best.values():
            found.sort(reverse=True)
        self._reading = sorted(range(len(records)), key=lambda k: (self._sources[k], records[k].claim.start))
        self._at = {k: position for position, k in enumerate(self._reading)}

    def features(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """How far the pair is ahead of the best rival of either side, and how well the figures around them pair up."""
        yield "rivals.base", 1.0
        yield "rivals.score", self._scores[i, j]
        if self._sources[i] == self._sources[j]:
            yield "rivals.one-source", 1.0
            return
        score, one, other = self._scores[i, j], self._rival(i, j), self._rival(j, i)
        ahead = score - max(one, other)
        yield "rivals.both", max(-_CLIP, min(_CLIP, ahead))
        yield "rivals.either", max(-_CLIP, min(_CLIP, score - min(one, other)))
        if ahead > 0:
            yield "rivals.best", 1.0
        beside, around = self._company(i, j)
        if beside:
            yield "neighbours.beside", beside
        if around:
            yield "neighbours.around", around

    def _rival(self, i: int, j: int) -> float:
        """The best score of `i` with another statement of the source of `j`."""
        found = self._best[i, self._sources[j]]
        return next((score for score, k in found[:2] if k != j), _NONE)

    def _company(self, i: int, j: int) -> tuple[float, float]:
        around = 0.0
        others = self._neighbours(j)
        for k in self._neighbours(i).values():
            around += max((self._odds(k, other) for other in others.values()), default=0.0)
        mine = self._neighbours(i)
        beside = sum(self._odds(mine[step], others[step]) for step in (-1, 1) if step in mine and step in others)
        return beside, around

    def _neighbours(self, k: int) -> dict[int, int]:
        found = {}
        for step in (-2, -1, 1, 2):
            at = self._at[k] + step
            if 0 <= at < len(self._reading) and self._sources[self._reading[at]] == self._sources[k]:
                found[step] = self._reading[at]
        return found

    def _odds(self, i: int, j: int) -> float:
        score = self._scores.get((i, j) if i < j else (j, i))
        return 0.0 if score is None else 1 / (1 + math.exp(-score))
