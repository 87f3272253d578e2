"""Evidence from what is counted or measured."""

from collections.abc import Iterator

from reconcile.align.lexis import Lexis
from reconcile.align.records import Corpus, Record


def nouns(a: Record, b: Record, corpus: Corpus, lexis: Lexis) -> Iterator[tuple[str, float]]:
    """How the head nouns relate, how their modifiers do, and whether one's noun stands near the other's figure."""
    one, other = a.claim.measure, b.claim.measure
    general = one in lexis.general or other in lexis.general
    if a.head and a.head == b.head:
        if not general:
            yield "noun.same", corpus.weight(a.noun) / 4
            if corpus.nouns[a.claim.source, a.noun] == corpus.nouns[b.claim.source, b.noun] == 1:
                yield "noun.sole", 1.0
    else:
        if related := _related(a, b, lexis):
            yield related, 1.0
        beside = max(b.near.get(a.noun, 0.0), a.near.get(b.noun, 0.0)) if a.noun != b.noun else 0.0
        if beside:
            yield "noun.beside", beside
    if a.modifiers and b.modifiers:
        shared = a.modifiers & b.modifiers
        if shared:
            yield "noun.same-modifier", min(1.0, sum(map(corpus.weight, shared)) / 4)
        else:
            yield "noun.other-modifier", 1.0


def _related(a: Record, b: Record, lexis: Lexis) -> str:
    one, other = a.claim.measure, b.claim.measure
    if not a.head or not b.head:
        return ""
    general = one in lexis.general or other in lexis.general
    if one and one == other:
        return "" if general else "noun.same-class"
    if one and other and (one, other) in lexis.broader:
        return "noun.broader"
    if general:
        return "noun.general"
    return "noun.other-class" if one and other else "noun.other"
