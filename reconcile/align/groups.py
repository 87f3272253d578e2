"""From scored pairs to groups: average linkage, so that one strong pair can't drag two facts together.

On look-alike events, joining whatever is connected gives far worse groups than averages do. Statements merge pairwise,
best average first; a pair that was not scored counts as `_UNSCORED`. The order of the input plays no part.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from reconcile.align.records import Place

Pair = tuple[int, int]
_UNSCORED = -6.0
_CLIP = 6.0  # one pair may not outweigh all others
_TIE = 0.02
_NO_LINK = (_UNSCORED, 0.0, 0)
_DIGITS = 9  # sums of the same scores in another order differ behind them, and must not decide anything


@dataclass(slots=True)
class _Cluster:
    """A group on its way: its members and, by other cluster, the average, the sum and the number of the scores between
    them, kept up to date on both sides."""

    members: list[int]
    place: Place
    tied: bool = False
    links: dict[int, tuple[float, float, int]] = field(default_factory=dict)


def linked_groups(
    count: int, scores: Mapping[Pair, float], least: float, place: Callable[[int], Place]
) -> list[tuple[list[int], bool]]:
    """All statements 0 to `count` in groups, and whether another group would have fitted a group as well.

    Two groups merge while their average score is at least `least`; `place` tells statements apart for ties.
    """
    clusters = {k: _Cluster([k], place(k)) for k in range(count)}
    near = _near(count, scores, least - _TIE)
    for (i, j), score in scores.items():
        if near[i] == near[j]:
            clipped = round(max(-_CLIP, min(_CLIP, score)), _DIGITS)
            clusters[i].links[j] = clusters[j].links[i] = (clipped, clipped, 1)
    heap = [_entry(clusters, i, j) for (i, j), score in scores.items() if score >= least]
    heapify(heap)
    while heap:
        negative, _, _, i, j = heappop(heap)
        if i in clusters and clusters[i].links.get(j, _NO_LINK)[0] == -negative:
            if _has_rival(clusters, i, j, -negative, least):
                clusters[i].tied = True
            _merge(clusters, i, j)
            for other, (average, _, _) in clusters[i].links.items():
                if average >= least:
                    heappush(heap, _entry(clusters, i, other))
    return [(sorted(cluster.members), cluster.tied) for cluster in clusters.values()]


def _near(count: int, scores: Mapping[Pair, float], least: float) -> list[int]:
    """For each statement one of those that it is connected with by scores of at least `least`.

    No average between two that are not connected reaches `least`, so that they neither merge nor compete.
    """
    parent = list(range(count))
    for (i, j), score in scores.items():
        if score >= least:
            parent[_root(parent, i)] = _root(parent, j)
    return [_root(parent, k) for k in range(count)]


def _root(parent: list[int], k: int) -> int:
    while parent[k] != k:
        parent[k] = parent[parent[k]]
        k = parent[k]
    return k


def _entry(clusters: Mapping[int, _Cluster], i: int, j: int) -> tuple[float, Place, Place, int, int]:
    first, second = sorted((clusters[i].place, clusters[j].place))
    return -clusters[i].links[j][0], first, second, i, j


def _has_rival(clusters: Mapping[int, _Cluster], i: int, j: int, average: float, least: float) -> bool:
    """Whether a third group fits one of the two as well as the other does, though it does not fit that other."""
    return any(
        average - fit < _TIE and third != other and clusters[other].links.get(third, _NO_LINK)[0] < least
        for one, other in ((i, j), (j, i))
        for third, (fit, _, _) in clusters[one].links.items()
    )


def _merge(clusters: dict[int, _Cluster], i: int, j: int) -> None:
    """Takes the members and links of `j` into `i`; what was never scored with one of the two counts as `_UNSCORED`."""
    kept, gone = clusters[i], clusters.pop(j)
    kept.members += gone.members
    kept.place = min(kept.place, gone.place)
    kept.tied |= gone.tied
    del kept.links[j], gone.links[i]
    for other in kept.links.keys() | gone.links.keys():
        (_, here, count), (_, there, more) = kept.links.get(other, _NO_LINK), gone.links.get(other, _NO_LINK)
        total, known = here + there, count + more
        pairs = len(kept.members) * len(clusters[other].members)
        average = round((total + _UNSCORED * (pairs - known)) / pairs, _DIGITS)
        kept.links[other] = clusters[other].links[i] = (average, total, known)
        clusters[other].links.pop(j, None)


def members_of(groups: Iterable[tuple[list[int], bool]]) -> dict[int, int]:
    """The number of the group of each statement."""
    return {k: number for number, (members, _) in enumerate(groups) for k in members}
