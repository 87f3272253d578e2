"""Competition and company: a pair is likelier when neither side has a better partner, and when its neighbours pair up.

One source seldom speaks twice of a fact, and two reports of an event often give its figures in the same order.
"""

import math
from collections.abc import Mapping, Sequence

from reconcile.align.records import Record

Pair = tuple[int, int]
Standing = tuple[float, ...]
"""The strength of each of `FEATURES`; nothing for a pair that no company could join."""

FEATURES = (
    "rivals.base",
    "rivals.score",
    "rivals.one-source",
    "rivals.both",
    "rivals.either",
    "rivals.best",
    "neighbours.beside",
    "neighbours.around",
)
_CLIP = 2.5
_NONE = -4.0  # the score of a rival where there is none
HOPELESS = -4.5  # the score of a pair alone up to which no competition can join it


class Field:
    """All scored pairs of a set: who competes with whom, and who stands beside whom."""

    def __init__(self, records: Sequence[Record], scores: Mapping[Pair, float]) -> None:
        self._sources = [record.source for record in records]
        self._scores = scores
        self._odds: list[dict[int, float]] = [{} for _ in records]
        self._best: list[dict[str, tuple[float, int, float | None]]] = [{} for _ in records]
        for (i, j), score in scores.items():
            self._note(i, j, score)
            self._note(j, i, score)
            if score > HOPELESS:
                self._odds[i][j] = self._odds[j][i] = 1 / (1 + math.exp(-score))
        self._before, self._around, self._after = _neighbours(records)
        self._likeliest: list[Mapping[int, float] | None] = [None] * len(records)

    def _note(self, i: int, j: int, score: float) -> None:
        """Keeps the best partner of `i` in the source of `j` and the score of the next: a rival is not the partner."""
        rivals, source = self._best[i], self._sources[j]
        best = rivals.get(source)
        if best is None:
            rivals[source] = score, j, None
        elif score > best[0]:
            rivals[source] = score, j, best[0]
        elif best[2] is None or score > best[2]:
            rivals[source] = best[0], best[1], score

    def features(self, i: int, j: int) -> list[tuple[str, float]]:
        """Where a pair stands, each feature that says something by its name."""
        return [(name, strength) for name, strength in zip(FEATURES, self.standing(i, j), strict=False) if strength]

    def standing(self, i: int, j: int) -> Standing:
        """How far the pair is ahead of the best rival of either side, and how well the figures around them pair up."""
        score = self._scores[i, j]
        if score <= HOPELESS:
            return ()
        if self._sources[i] == self._sources[j]:
            return 1.0, score, 1.0
        one, other = self._rival(i, j), self._rival(j, i)
        ahead, behind = (score - one, score - other) if one > other else (score - other, score - one)
        both, either = max(-_CLIP, min(_CLIP, ahead)), max(-_CLIP, min(_CLIP, behind))
        return 1.0, score, 0.0, both, either, float(ahead > 0), *self._company(i, j)

    def _rival(self, i: int, j: int) -> float:
        """The best score of `i` with another statement of the source of `j`."""
        score, partner, second = self._best[i][self._sources[j]]
        rival = second if partner == j else score
        return _NONE if rival is None else rival

    def _company(self, i: int, j: int) -> tuple[float, float] | tuple[()]:
        """How well the figures just before and after the two pair up, and how well those around them do.

        The latter is counted from the side on which more of them find a partner.
        """
        near_one, near_other = self._near(i), self._near(j)
        there = sum([near_one.get(k, 0.0) for k in self._around[j]])
        if not there:
            return ()
        here = sum([near_other.get(k, 0.0) for k in self._around[i]])
        beside = 0.0
        for near in (self._before, self._after):
            beside += self._odds[near[i]].get(near[j], 0.0) if near[i] >= 0 else 0.0
        return beside, max(there, here)

    def _near(self, i: int) -> Mapping[int, float]:
        """The likely partners of the figures around `i`, each with the best of its odds with one of those."""
        known = self._likeliest[i]
        if known is None:
            found: dict[int, float] = {}
            for k in self._around[i]:
                for other, odds in self._odds[k].items():
                    if odds > found.get(other, 0.0):
                        found[other] = odds
            known = self._likeliest[i] = found
        return known


def _neighbours(records: Sequence[Record]) -> tuple[list[int], list[tuple[int, ...]], list[int]]:
    """The figure before each in its source, the two before and after it, and the one after it (-1 for none)."""
    sources = [record.source for record in records]
    reading = sorted(range(len(records)), key=lambda k: (sources[k], records[k].start))
    before, after = [-1] * len(records), [-1] * len(records)
    around: list[tuple[int, ...]] = [()] * len(records)
    for at, k in enumerate(reading):
        near = [other for other in reading[max(0, at - 2) : at + 3] if sources[other] == sources[k]]
        here = near.index(k)
        around[k] = (*near[:here], *near[here + 1 :])
        before[k] = near[here - 1] if here else -1
        after[k] = near[here + 1] if here + 1 < len(near) else -1
    return before, around, after
