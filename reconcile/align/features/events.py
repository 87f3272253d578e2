"""Evidence from what happens to the counted: event classes, exclusive statuses, verbs."""

from reconcile.align.lexis import EVENT, Lexis
from reconcile.align.records import Corpus, Record


def events(a: Record, b: Record, corpus: Corpus, lexis: Lexis) -> list[tuple[str, float]]:
    """Whether the two figures tell the same happening, and whether the happenings exclude one another."""
    found, one, other = [], a.event, b.event
    if one and one == other:
        found.append(("event.same", corpus.weight(EVENT + one) / 4))
    elif not a.classes.isdisjoint(b.classes):
        found.append(("event.shared", 1.0))
    elif one and other:
        found.append(("event.other", 1.0))
        if (one, other) in lexis.against:
            found.append(("event.opposite", 1.0))
    if a.status and b.status and (status := _status(a, b, lexis)):
        found.append((status, min(a.status_weight, b.status_weight)))
    if a.verb and a.verb == b.verb:
        found.append(("event.same-verb", corpus.weight(lexis.concept(a.verb)) / 4))
    return found


def _status(a: Record, b: Record, lexis: Lexis) -> str:
    if a.status == b.status:
        return "status.same"
    return "status.other" if lexis.exclude(a.status, b.status) else ""
