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
_EQUAL = 2.0  # what an equal figure counts for among shared concepts
_ALIKE = 0.3  # what a figure of about the same size counts for
_COMPARABLE = 0.01  # what a figure of the same dimension counts for
_BUCKET = 0.8  # figures within about this log ratio are looked up together
_NOUN = 0.7  # what a noun that stands for the figure's own counts for

Key = tuple[Hashable, float]
Posting = tuple[float, int]
Postings = dict[Hashable, list[Posting]]
Fallen = dict[Hashable, set[int]]


def candidates(corpus: Corpus, lexis: Lexis) -> tuple[list[tuple[Record, Record]], tuple[str, ...]]:
    """The pairs to weigh, each once and none of them vetoed, and what the caps left out."""
    records = corpus.records
    keys = [tuple(_keys(record, corpus)) for record in records]
    postings = _index(keys)
    fallen = _capped(postings, records)
    ranks = _ranks(records)
    pairs: set[tuple[int, int]] = set()
    for record in records:
        pairs.update(
            (min(record.index, k), max(record.index, k))
            for k in _partners(record, keys[record.index], records, ranks, postings)
        )
    lost = [key for key, some in fallen.items() if not _is_dimension(key) and _parts(some, keys, records, fallen)]
    notes = (_note(lost),) if lost else ()
    kept = [(records[i], records[j]) for i, j in sorted(pairs) if not vetoed(records[i], records[j], lexis)]
    return kept, notes


def _keys(record: Record, corpus: Corpus) -> Iterator[Key]:
    """What a statement is looked up by, and what each shared key is worth: its figures, its noun, the nearest words."""
    for amount in record.amounts:
        yield amount.key, _EQUAL**0.5
        if amount.size:
            nearest = math.log(amount.size) / _BUCKET
            for bucket in (math.floor(nearest), math.floor(nearest + 0.5) + 0.5):
                yield (amount.dimension, bucket), _ALIKE**0.5
    yield ("dimension", record.dimension), _COMPARABLE**0.5
    if record.status:
        yield ("status", record.status), record.status_weight**0.5
    if record.noun:
        yield ("noun", record.noun), _NOUN**0.5
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


def _partners(
    record: Record, keys: Sequence[Key], records: Sequence[Record], ranks: Sequence[int], postings: Postings
) -> list[int]:
    """The statements that share most with one, the best few of each source."""
    shared: dict[int, float] = {}
    known = shared.get
    for key, weight in keys:
        for other_weight, k in postings[key]:
            shared[k] = known(k, 0.0) + weight * other_weight
    shared.pop(record.index, None)
    best: list[int] = []
    taken: dict[str, int] = {}
    for k in _ranked(shared, ranks):
        source = records[k].claim.source
        so_far = taken.get(source, 0)
        if so_far < _PER_SOURCE and comparable(record, records[k]):
            taken[source] = so_far + 1
            best.append(k)
            if len(best) == _IN_ALL:
                break
    return best


def _ranks(records: Sequence[Record]) -> list[int]:
    """The rank of each statement by its place; of many statements numbers sort faster than places."""
    ranks = [0] * len(records)
    for rank, record in enumerate(sorted(records, key=lambda record: record.place)):
        ranks[record.index] = rank
    return ranks


def _ranked(shared: Mapping[int, float], ranks: Sequence[int]) -> list[int]:
    """The statements by what they share, most first; of equals the one that stands last."""
    return sorted(sorted(shared, key=ranks.__getitem__, reverse=True), key=shared.__getitem__, reverse=True)


def _capped(postings: Postings, records: Sequence[Record]) -> Fallen:
    """Cuts the long lists to the statements that say most under their key; what fell out of each of them."""
    fallen: Fallen = {}
    for key, found in postings.items():
        if len(found) > _POSTINGS:
            postings[key] = nlargest(_POSTINGS, found, key=lambda posting: (posting[0], records[posting[1]].place))
            fallen[key] = {k for _, k in found} - {k for _, k in postings[key]}
    return fallen


def _parts(some: Set[int], keys: Sequence[Sequence[Key]], records: Sequence[Record], fallen: Fallen) -> bool:
    """Whether two sources' statements that fell out of one list share nothing by which they still meet.

    One that fell out still finds those that stayed. Of more than a list holds, some are taken to have parted.
    """
    if len(some) > _POSTINGS:
        return True
    return any(
        records[i].claim.source != records[j].claim.source
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
