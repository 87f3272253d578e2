"""Which pairs are worth weighing: those that share a figure, or words near their figures, by inverted indexes.

Every index list and every record's list of partners is capped, so that work grows with the number of statements and
not with its square. What a cap drops is told in a sentence.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from heapq import nlargest

from reconcile.align.records import Corpus, Record
from reconcile.align.scoring import comparable

_CONCEPTS = 8  # concepts nearest to a figure that are looked up
_POSTINGS = 60  # statements looked at under one concept or figure
_PER_SOURCE = 4  # partners of a statement in one source
_IN_ALL = 20  # partners of a statement
_EQUAL = 2.0  # what an equal figure counts for among shared concepts
_ALIKE = 0.3  # what a figure of about the same size counts for
_COMPARABLE = 0.01  # what a figure of the same dimension counts for
_BUCKET = 0.8  # figures within about this log ratio are looked up together
_NOUN = 0.7  # what a noun that stands for the figure's own counts for

Posting = tuple[float, int]


def candidates(corpus: Corpus) -> tuple[list[tuple[Record, Record]], tuple[str, ...]]:
    """The pairs to weigh, each once, and what the caps left out."""
    records = corpus.records
    postings = _index(corpus)
    dropped = sorted(str(key) for key, found in postings.items() if len(found) > _POSTINGS)
    for key, found in postings.items():
        if len(found) > _POSTINGS:
            postings[key] = nlargest(_POSTINGS, found, key=lambda posting: (posting[0], _place(records[posting[1]])))
    pairs: set[tuple[int, int]] = set()
    for record in records:
        pairs.update((min(record.index, k), max(record.index, k)) for k in _partners(record, corpus, postings))
    notes = (_note(dropped),) if dropped else ()
    return [(records[i], records[j]) for i, j in sorted(pairs)], notes


def _place(record: Record) -> tuple[str, int]:
    return record.claim.source, record.claim.start


def _keys(record: Record, corpus: Corpus) -> Iterator[tuple[Hashable, float]]:
    """What a statement is looked up by, and what each shared key is worth: its figures, its noun, the nearest words."""
    for amount in record.amounts:
        yield amount.key, _EQUAL**0.5
        if amount.size:
            nearest = math.log(abs(amount.size)) / _BUCKET
            for bucket in (math.floor(nearest), math.floor(nearest + 0.5) + 0.5):
                yield (amount.dimension, bucket), _ALIKE**0.5
    yield ("dimension", record.dimension), _COMPARABLE**0.5
    if record.status:
        yield ("status", record.status), record.status_weight**0.5
    if record.noun:
        yield ("noun", record.noun), _NOUN**0.5
    weighed = ((concept, weight * corpus.weight(concept)) for concept, weight in record.near.items())
    for concept, weight in nlargest(_CONCEPTS, weighed, key=lambda pair: (pair[1], pair[0])):
        yield concept, weight**0.5


def _index(corpus: Corpus) -> dict[Hashable, list[Posting]]:
    postings: dict[Hashable, list[Posting]] = defaultdict(list)
    for record in corpus.records:
        for key, weight in _keys(record, corpus):
            if weight > 0:
                postings[key].append((weight, record.index))
    return postings


def _partners(record: Record, corpus: Corpus, postings: dict[Hashable, list[Posting]]) -> list[int]:
    """The statements that share most with one, the best few of each source."""
    records = corpus.records
    shared: dict[int, float] = defaultdict(float)
    for key, weight in _keys(record, corpus):
        for other_weight, k in postings[key]:
            shared[k] += weight * other_weight
    shared.pop(record.index, None)
    by_source: dict[str, list[tuple[float, tuple[str, int], int]]] = defaultdict(list)
    for k, score in shared.items():
        if comparable(record, records[k]):
            by_source[records[k].claim.source].append((score, _place(records[k]), k))
    best = [entry for entries in by_source.values() for entry in nlargest(_PER_SOURCE, entries)]
    return [k for _, _, k in (best if len(best) <= _IN_ALL else nlargest(_IN_ALL, best))]


def _note(dropped: Sequence[str]) -> str:
    shown = ", ".join(dropped[:5]) + (" and others" if len(dropped) > 5 else "")
    return (
        f"{len(dropped)} figures or words stand in more than {_POSTINGS} claims ({shown}); "
        "pairs that have nothing else in common were not compared"
    )
