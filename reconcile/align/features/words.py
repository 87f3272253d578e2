"""Evidence from the words around the figures, rare words of the set weighing more. Figures are no words."""

import math
from collections.abc import Iterator

from reconcile.align.records import Corpus, Record


def words(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    """How much the words near the figures, of the subjects, of the sentences and of those before have in common."""
    weight = corpus.weight
    both = a.near.keys() & b.near.keys()
    if both:
        shared = [(a.near[concept] * b.near[concept], min(a.near[concept], b.near[concept]), weight(concept)) for concept in both]
        yield "words.near", sum(product * rare * rare for product, _, rare in shared) / (a.mass * b.mass)
        yield "words.amount", min(4.0, sum(least * rare for _, least, rare in shared)) / 4
        yield "words.best", max(product * rare for product, _, rare in shared) / 2
        yield "words.sole", max(least / math.sqrt(max(1,corpus.uses[a.claim.source, c]) * max(1,corpus.uses[b.claim.source, c])) for c, (_, least, _) in zip(both, shared))
        common = a.sentence & b.sentence
        yield "words.sentence", sum(weight(concept) ** 2 for concept in common) / (a.sentence_mass * b.sentence_mass)
    yield from _before(a, b, corpus)
    if a.subject and b.subject:
        common = a.subject & b.subject
        if common:
            yield "subject.same", sum(weight(concept) ** 2 for concept in common) / (a.subject_mass * b.subject_mass)
        else:
            yield "subject.other", 1.0
    if a.names and b.names:
        yield ("names.shared" if a.names & b.names else "names.other"), 1.0


def _before(a: Record, b: Record, corpus: Corpus) -> Iterator[tuple[str, float]]:
    total = 0.0
    for one, other in ((a, b), (b, a)):
        common = one.before & other.sentence
        if common:
            mass = sum(corpus.weight(concept) ** 2 for concept in common)
            total += mass / (one.before_mass * other.sentence_mass)
    if total:
        yield "words.before", total
