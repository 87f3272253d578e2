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
        self._odds: list[dict[int, float]] = [{} for _ in records]
        self._best: dict[tuple[int, str], tuple[float, int, float | None]] = {}
        for (i, j), score in scores.items():
            self._note(i, j, score)
            self._note(j, i, score)
            if score > _HOPELESS:
                self._odds[i][j] = self._odds[j][i] = 1 / (1 + math.exp(-score))
        self._beside = _neighbours(records)
        self._around = [tuple(around.values()) for around in self._beside]
        self._known: tuple[int, Mapping[int, list[float]]] = (-1, {})

    def _note(self, i: int, j: int, score: float) -> None:
        """Keeps the best partner of `i` in the source of `j` and the score of the next: a rival is not the partner."""
        key = i, self._sources[j]
        best = self._best.get(key)
        if best is None:
            self._best[key] = score, j, None
        elif score > best[0]:
            self._best[key] = score, j, best[0]
        elif best[2] is None or score > best[2]:
            self._best[key] = *best[:2], score

    def features(self, i: int, j: int) -> list[tuple[str, float]]:
        """How far the pair is ahead of the best rival of either side, and how well the figures around them pair up.

        Nothing for a pair that no company could join.
        """
        score = self._scores[i, j]
        if score <= _HOPELESS:
            return []
        found = [("rivals.base", 1.0), ("rivals.score", score)]
        if self._sources[i] == self._sources[j]:
            return [*found, ("rivals.one-source", 1.0)]
        one, other = self._rival(i, j), self._rival(j, i)
        ahead, behind = (score - one, score - other) if one > other else (score - other, score - one)
        found += ("rivals.both", max(-_CLIP, min(_CLIP, ahead))), ("rivals.either", max(-_CLIP, min(_CLIP, behind)))
        if ahead > 0:
            found.append(("rivals.best", 1.0))
        found += self._company(i, j)
        return found

    def _rival(self, i: int, j: int) -> float:
        """The best score of `i` with another statement of the source of `j`."""
        score, partner, second = self._best[i, self._sources[j]]
        rival = second if partner == j else score
        return _NONE if rival is None else rival

    def _company(self, i: int, j: int) -> Iterator[tuple[str, float]]:
        """How well the figures just before and after the two pair up, and how well those around them do.

        The latter is counted from the side on which more of them find a partner.
        """
        partners = self._partners(i)
        rows = [partners[k] for k in self._around[j] if k in partners]
        if not rows:
            return
        if beside := self._likely(i, j, -1) + self._likely(i, j, 1):
            yield "neighbours.beside", beside
        yield "neighbours.around", max(sum(map(max, rows)), sum(map(max, zip(*rows, strict=True))))

    def _likely(self, i: int, j: int, step: int) -> float:
        """The odds that the figures one step away from the two pair up."""
        one, other = self._beside[i].get(step), self._beside[j].get(step)
        return 0.0 if one is None or other is None else self._odds[one].get(other, 0.0)

    def _partners(self, i: int) -> Mapping[int, list[float]]:
        """The likely partners of the figures around `i`: the odds of each with every one of those, in their order.

        Only the last is kept, for pairs come in the order of their first statements.
        """
        if self._known[0] != i:
            around = self._around[i]
            known: dict[int, list[float]] = {}
            for at, k in enumerate(around):
                for other, odds in self._odds[k].items():
                    if other not in known:
                        known[other] = [0.0] * len(around)
                    known[other][at] = odds
            self._known = i, known
        return self._known[1]


def _neighbours(records: Sequence[Record]) -> list[dict[int, int]]:
    """The figures before and after each in its source, by how many figures away they stand."""
    sources = [record.claim.source for record in records]
    reading = sorted(range(len(records)), key=lambda k: (sources[k], records[k].claim.start))
    found: list[dict[int, int]] = [{} for _ in records]
    for at, k in enumerate(reading):
        for step in (-2, -1, 1, 2):
            if 0 <= at + step < len(reading) and sources[reading[at + step]] == sources[k]:
                found[k][step] = reading[at + step]
    return found
