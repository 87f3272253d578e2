"""Evidence from what is counted or measured."""

from reconcile.align.lexis import Lexis
from reconcile.align.records import Corpus, Record


def nouns(a: Record, b: Record, corpus: Corpus, lexis: Lexis) -> list[tuple[str, float]]:
    """How the head nouns relate, how their modifiers do, and whether one's noun stands near the other's figure."""
    found = []
    if a.head and a.head == b.head:
        if not (a.general or b.general):
            found.append(("noun.same", corpus.weight(a.noun) / 4))
            if a.only and b.only:
                found.append(("noun.sole", 1.0))
    else:
        if a.head and b.head and (related := _related(a, b, lexis)):
            found.append((related, 1.0))
        if a.noun != b.noun and (a.noun in b.near or b.noun in a.near):
            found.append(("noun.beside", max(b.near.get(a.noun, 0.0), a.near.get(b.noun, 0.0))))
    if a.modifiers and b.modifiers:
        if a.modifiers.isdisjoint(b.modifiers):
            found.append(("noun.other-modifier", 1.0))
        else:
            shared = a.modifiers & b.modifiers
            found.append(("noun.same-modifier", min(1.0, sum(map(corpus.weight, shared)) / 4)))
    return found


def _related(a: Record, b: Record, lexis: Lexis) -> str:
    """How two different nouns relate; empty where both are of one general class."""
    one, other = a.measure, b.measure
    if one and one == other:
        return "" if a.general else "noun.same-class"
    if one and other and (one, other) in lexis.broader:
        return "noun.broader"
    if a.general or b.general:
        return "noun.general"
    return "noun.other-class" if one and other else "noun.other"
