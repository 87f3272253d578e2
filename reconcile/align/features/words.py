"""Evidence from the words around the figures, rare words of the set weighing more. Figures are no words."""

from collections.abc import Iterable, Iterator, Sequence

from reconcile.align.records import Corpus, Record

_COMMON, _LONGEST = 3, 8  # words in a row around a figure: up to so many any copy has, beyond so many more say nothing


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
    verbatim = _run(a.lead, b.lead) + _run(a.tail, b.tail)
    if verbatim > _COMMON:
        yield "words.verbatim", (verbatim - _COMMON) / (_LONGEST - _COMMON)
    if a.names and b.names:
        yield ("names.other" if a.names.isdisjoint(b.names) else "names.shared"), 1.0


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words from the first on are the same."""
    return next((n for n, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))


def _sole(concept: str, a: Record, b: Record) -> float:
    """How near a concept stands to both figures, less the more other figures of either source it stands near."""
    return min(a.near[concept], b.near[concept]) * a.alone.get(concept, 1.0) * b.alone.get(concept, 1.0)


def _squares(concepts: Iterable[str], corpus: Corpus) -> float:
    return sum([corpus.weight(concept) ** 2 for concept in concepts])
