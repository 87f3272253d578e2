"""Evidence from the words around the figures, rare words of the set weighing more. Figures are no words."""

from collections.abc import Iterable, Iterator, Sequence
from operator import eq

from reconcile.align.records import Corpus, Passage, Record

_COMMON, _LONGEST = 3, 8  # words in a row around a figure: up to so many any copy has, beyond so many more say nothing


def words(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """What the words near the figures, of the subjects and of the sentences before have in common."""
    if sole := _sole(a, b):
        yield "words.sole", sole
    before = _before(a.passage, b.passage, corpus) + _before(b.passage, a.passage, corpus)
    if before:
        yield "words.before", before
    if a.subject and not a.subject.isdisjoint(b.subject):
        yield "subject.same", _squares(a.subject & b.subject, corpus) / (a.subject_mass * b.subject_mass)
    verbatim = _run(a.lead, b.lead) + _run(a.tail, b.tail)
    if verbatim > _COMMON:
        yield "words.verbatim", (verbatim - _COMMON) / (_LONGEST - _COMMON)
    if a.names and b.names:
        yield ("names.other" if a.names.isdisjoint(b.names) else "names.shared"), 1.0


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words from the first on are the same."""
    same = 0
    for equal in map(eq, one, other):
        if not equal:
            break
        same += 1
    return same


def _sole(a: Record, b: Record) -> float:
    """How near a concept stands to both figures, less the more other figures of either source it stands near: of all
    that both have, the most."""
    most = 0.0
    near, other_near, alone, other_alone = a.near, b.near, a.alone, b.alone
    for concept in near.keys() & other_near.keys():
        both = min(near[concept], other_near[concept]) * alone.get(concept, 1.0) * other_alone.get(concept, 1.0)
        most = max(most, both)
    return most


def _before(one: Passage, other: Passage, corpus: Corpus) -> float:
    """What of the words before one sentence stands in another, as a cosine."""
    if one.before.isdisjoint(other.words):
        return 0.0
    return _squares(one.before & other.words, corpus) / (one.before_mass * other.mass)


def _squares(concepts: Iterable[str], corpus: Corpus) -> float:
    return sum([corpus.weight(concept) ** 2 for concept in concepts])
