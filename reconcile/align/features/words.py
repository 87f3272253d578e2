"""Evidence from the words around the figures, rare words of the set weighing more. Figures are no words."""

from collections.abc import Iterable, Iterator

from reconcile.align.records import Corpus, Record


def words(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """How much the words near the figures, of the subjects, of the sentences and of those before have in common."""
    both = a.near.keys() & b.near.keys()
    if both:
        yield from _near(a, b, both, corpus)
        yield "words.sentence", _squares(a.sentence & b.sentence, corpus) / (a.sentence_mass * b.sentence_mass)
    before = 0.0
    for one, other in ((a, b), (b, a)):
        if one.before and not one.before.isdisjoint(other.sentence):
            before += _squares(one.before & other.sentence, corpus) / (one.before_mass * other.sentence_mass)
    if before:
        yield "words.before", before
    if a.subject and b.subject:
        if a.subject.isdisjoint(b.subject):
            yield "subject.other", 1.0
        else:
            yield "subject.same", _squares(a.subject & b.subject, corpus) / (a.subject_mass * b.subject_mass)
    if a.names and b.names:
        yield ("names.other" if a.names.isdisjoint(b.names) else "names.shared"), 1.0


def _near(a: Record, b: Record, both: Iterable[str], corpus: Corpus) -> Iterator[tuple[str, float]]:
    dot = amount = best = sole = 0.0
    for concept in both:
        one, other, rare = a.near[concept], b.near[concept], corpus.weight(concept)
        least = min(one, other)
        beside = one * other * rare
        dot += beside * rare
        amount += least * rare
        best = max(best, beside)
        sole = max(sole, least * corpus.alone(concept, a.claim.source) * corpus.alone(concept, b.claim.source))
    if dot:
        yield "words.near", dot / (a.mass * b.mass)
    yield "words.amount", min(1.0, amount / 4)
    yield "words.best", best / 2
    yield "words.sole", sole


def _squares(concepts: Iterable[str], corpus: Corpus) -> float:
    return sum([corpus.weight(concept) ** 2 for concept in concepts])
