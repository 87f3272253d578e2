"""Evidence from the words around the figures, rare words of the set weighing more. Figures are no words."""

from collections.abc import Sequence
from operator import eq

from reconcile.align.records import Corpus, Passage, Record, squares

_COMMON, _LONGEST = 3, 8  # words in a row around a figure: up to so many any copy has, beyond so many more say nothing


def words(a: Record, b: Record, corpus: Corpus) -> list[tuple[str, float]]:
    """What the words near the figures, of the subjects and of the sentences before have in common."""
    found, one, other = [], a.passage, b.passage
    if sole := _sole(a, b):
        found.append(("words.sole", sole))
    if not (one.before.isdisjoint(other.words) and other.before.isdisjoint(one.words)):
        before = _before(one, other, corpus) + _before(other, one, corpus)
        if before:
            found.append(("words.before", before))
    if not a.subject.isdisjoint(b.subject):
        shared = squares(a.subject & b.subject, corpus.rarity)
        found.append(("subject.same", shared / (a.subject_mass * b.subject_mass)))
    if a.lead[:1] == b.lead[:1] or a.tail[:1] == b.tail[:1]:
        verbatim = _run(a.lead, b.lead) + _run(a.tail, b.tail)
        if verbatim > _COMMON:
            found.append(("words.verbatim", (verbatim - _COMMON) / (_LONGEST - _COMMON)))
    if a.names and b.names:
        found.append(("names.other", 1.0) if a.names.isdisjoint(b.names) else ("names.shared", 1.0))
    return found


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
    most, others, alone, other_alone = 0.0, b.near, a.alone, b.alone
    for concept, near in a.near.items():
        if concept in others:
            both = min(near, others[concept]) * alone.get(concept, 1.0) * other_alone.get(concept, 1.0)
            if both > most:
                most = both
    return most


def _before(one: Passage, other: Passage, corpus: Corpus) -> float:
    """What of the words before one sentence stands in another, as a cosine."""
    if one.before.isdisjoint(other.words):
        return 0.0
    return squares(one.before & other.words, corpus.rarity) / (one.before_mass * other.mass)
