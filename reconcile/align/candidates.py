"""Which pairs are worth weighing: those that share a figure, or words near their figures, by inverted indexes.

Every index list and every record's list of partners is capped, so that work grows with the number of statements and
not with its square. What a cap drops is told in a sentence.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from heapq import nlargest
from itertools import combinations

from reconcile.align.lexis import Lexis
from reconcile.align.records import Corpus, Record
from reconcile.align.scoring import comparable
from reconcile.align.vetoes import vetoed

_CONCEPTS = 8  # concepts nearest to a figure that are looked up
_POSTINGS = 40  # statements looked at under one concept or figure
_PER_SOURCE = 4  # partners of a statement in one source
_IN_ALL = 16  # partners of a statement
_EQUAL = 2.0**0.5  # an equal figure counts for twice a shared concept: the product of what it counts for on both sides
_ALIKE = 0.3**0.5  # what a figure of about the same size counts for
_COMPARABLE = 0.01**0.5  # what a figure of the same dimension counts for
_BUCKET = 0.8  # figures within about this log ratio are looked up together
_NOUN = 0.7**0.5  # what a noun that stands for the figure's own counts for

Key = tuple[Hashable, float]
Posting = tuple[float, int]
Postings = dict[Hashable, list[Posting]]
Fallen = dict[Hashable, set[int]]


def candidates(corpus: Corpus, lexis: Lexis) -> tuple[list[tuple[Record, Record]], tuple[str, ...]]:
    """The pairs to weigh, each once and none of them vetoed, and what the caps left out."""
    records = sorted(corpus.records, key=lambda record: record.place)
    keys = [tuple(_keys(record, corpus)) for record in records]
    postings = _index(keys)
    fallen = _capped(postings)
    later: list[set[int]] = [set() for _ in records]
    for record, partners in zip(records, _partners(records, keys, postings), strict=True):
        one = record.index
        for other in [records[k].index for k in partners]:
            later[min(one, other)].add(max(one, other))
    lost = [key for key, some in fallen.items() if not _is_dimension(key) and _parts(some, keys, records, fallen)]
    notes = (_note(lost),) if lost else ()
    pairs = ((a, corpus.records[k]) for a in corpus.records for k in sorted(later[a.index]))
    return [(a, b) for a, b in pairs if not vetoed(a, b, lexis)], notes


def _keys(record: Record, corpus: Corpus) -> Iterator[Key]:
    """What a statement is looked up by, and what each shared key is worth: its figures, its noun, the nearest words."""
    for amount in record.amounts:
        yield amount.key, _EQUAL
        if amount.size:
            nearest = math.log(amount.size) / _BUCKET
            for bucket in (math.floor(nearest), math.floor(nearest + 0.5) + 0.5):
                yield (amount.dimension, bucket), _ALIKE
    yield ("dimension", record.dimension), _COMPARABLE
    if record.status:
        yield ("status", record.status), record.status_weight**0.5
    if record.noun:
        yield ("noun", record.noun), _NOUN
    weighed = [(weight * corpus.weight(concept), concept) for concept, weight in record.near.items()]
    for weight, concept in sorted(weighed, reverse=True)[:_CONCEPTS]:
        if weight > 0:
            yield concept, weight**0.5


def _index(keys: Sequence[Sequence[Key]]) -> Postings:
    postings: Postings = defaultdict(list)
    for k, found in enumerate(keys):
        for key, weight in found:
            postings[key].append((weight, k))
    return postings


def _partners(records: Sequence[Record], keys: Sequence[Sequence[Key]], postings: Postings) -> Iterator[list[int]]:
    """For each statement those that share most with it, the best few of each source; of equals the last comes first.

    Statements are numbered by their places, so that numbers tell their order. The loop meets every posting of every
    key, most of the work of blocking, and so calls nothing.
    """
    sources = [record.source for record in records]
    sorts = [(record.dimension, record.bare) for record in records]
    fits = _fits(records)
    for at, own in enumerate(keys):
        shared: dict[int, float] = {}
        known = shared.get
        for key, weight in own:
            for other_weight, k in postings[key]:
                shared[k] = known(k, 0.0) + weight * other_weight
        shared.pop(at, None)
        allowed = fits[sorts[at]]
        fitting = [k for k in shared if sorts[k] in allowed]
        best: list[int] = []
        left: dict[str, int] = {}
        for k in sorted(sorted(fitting, reverse=True), key=shared.__getitem__, reverse=True):
            room = left.get(sources[k], _PER_SOURCE)
            if room:
                left[sources[k]] = room - 1
                best.append(k)
                if len(best) == _IN_ALL:
                    break
        yield best


def _fits(records: Sequence[Record]) -> Mapping[tuple[str, bool], Set[tuple[str, bool]]]:
    """By dimension and bareness of a statement, those of statements that can be one fact with it."""
    sorts = {(record.dimension, record.bare): record for record in records}
    return {one: {other for other, b in sorts.items() if comparable(a, b)} for one, a in sorts.items()}


def _capped(postings: Postings) -> Fallen:
    """Cuts the long lists to the statements that say most under their key; what fell out of each of them."""
    fallen: Fallen = {}
    for key, found in postings.items():
        if len(found) > _POSTINGS:
            postings[key] = nlargest(_POSTINGS, found)
            fallen[key] = {k for _, k in found} - {k for _, k in postings[key]}
    return fallen


def _parts(some: Set[int], keys: Sequence[Sequence[Key]], records: Sequence[Record], fallen: Fallen) -> bool:
    """Whether two sources' statements that fell out of one list share nothing by which they still meet.

    One that fell out still finds those that stayed. Of more than a list holds, some are taken to have parted.
    """
    if len(some) > _POSTINGS:
        return True
    return any(
        records[i].source != records[j].source
        and comparable(records[i], records[j])
        and not any(
            i not in fallen.get(key, ()) or j not in fallen[key] for key in _telling(keys[i]) & _telling(keys[j])
        )
        for i, j in combinations(sorted(some), 2)
    )


def _telling(keys: Sequence[Key]) -> set[Hashable]:
    """The keys by which two statements meet; that both count, or both are sums of money, brings none together."""
    return {key for key, _ in keys if not _is_dimension(key)}


def _is_dimension(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[0] == "dimension"


def _spelt(key: Hashable) -> str:
    """A key in words, or nothing where it is one of size."""
    if isinstance(key, tuple) and key[0] not in ("status", "noun"):
        return ""
    return str(key[-1] if isinstance(key, tuple) else key).rpartition(":")[2]


def _note(lost: Sequence[Hashable]) -> str:
    words = sorted(filter(None, {_spelt(key) for key in lost}))
    shown = ", ".join(words[:5]) + (" and others" if len(words) > 5 else "")
    told = f"the same words ({shown})" if words else "figures of the same size"
    return (
        f"more than {_POSTINGS} claims share {told}, too many to hold each against every other: "
        "two that have nothing else in common were not compared, even if they tell one fact"
    )
