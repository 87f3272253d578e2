"""Evidence from what happens to the counted: event classes, exclusive statuses, verbs."""

from collections.abc import Iterator

from reconcile.align.lexis import EVENT, Lexis
from reconcile.align.records import Corpus, Record


def events(a: Record, b: Record, corpus: Corpus, lexis: Lexis) -> Iterator[tuple[str, float]]:
    """Whether the two figures tell the same happening, and whether the happenings exclude one another."""
    one, other = a.claim.event, b.claim.event
    shared = a.classes & b.classes
    if one and one == other:
        yield "event.same", corpus.weight(EVENT + one) / 4
    elif shared:
        yield "event.shared", 1.0
    elif one and other:
        yield "event.other", 1.0
        if (one, other) in lexis.against:
            yield "event.opposite", 1.0
    if a.status and b.status and (status := _status(a, b, lexis)):
        yield status, min(a.status_weight, b.status_weight)
    verb, other_verb = a.claim.context.verb, b.claim.context.verb
    if verb and verb == other_verb:
        yield "event.same-verb", corpus.weight(lexis.concept(verb)) / 4


def _status(a: Record, b: Record, lexis: Lexis) -> str:
    if a.status == b.status:
        return "status.same"
    return "status.other" if lexis.exclude(a.status, b.status) else ""
