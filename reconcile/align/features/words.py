"""Evidence from the words around the figures, rare words of the set weighing more. Figures are no words."""

from collections.abc import Iterable, Iterator

from reconcile.align.records import Corpus, Record


def words(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """What the words near the figures, of the subjects and of the sentences before have in common."""
    both = a.near.keys() & b.near.keys()
    if both:
        yield "words.sole", max([_sole(concept, a, b) for concept in both])
    before = 0.0
    for one, other in ((a, b), (b, a)):
        if one.before and not one.before.isdisjoint(other.sentence):
            before += _squares(one.before & other.sentence, corpus) / (one.before_mass * other.sentence_mass)
    if before:
        yield "words.before", before
    if a.subject and not a.subject.isdisjoint(b.subject):
        yield "subject.same", _squares(a.subject & b.subject, corpus) / (a.subject_mass * b.subject_mass)
    if a.names and b.names:
        yield ("names.other" if a.names.isdisjoint(b.names) else "names.shared"), 1.0


def _sole(concept: str, a: Record, b: Record) -> float:
    """How near a concept stands to both figures, less the more other figures of either source it stands near."""
    return min(a.near[concept], b.near[concept]) * a.alone.get(concept, 1.0) * b.alone.get(concept, 1.0)


def _squares(concepts: Iterable[str], corpus: Corpus) -> float:
    return sum([corpus.weight(concept) ** 2 for concept in concepts])
