"""Evidence in words: each feature of a joined pair with its weight and the two pieces of text behind it."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from reconcile.align.records import Corpus, Record
from reconcile.facts import Reason

_SHOWN = 4  # shared words that are named
_LEAST = 0.005  # a weight below this rounds to nothing


def reasons(
    a: Record, b: Record, strengths: Iterable[tuple[str, float]], weights: Mapping[str, float], corpus: Corpus
) -> tuple[Reason, ...]:
    """The features of a pair as reasons, heaviest first; their weights add up to the score of the pair.

    The features of its rivals say the same in words, and make one reason.
    """
    weighed = {"base": weights.get("base", 0.0)}
    for feature, strength in strengths:
        name = _name(feature)
        weighed[name] = weighed.get(name, 0.0) + weights.get(feature, 0.0) * strength
    told = sorted([(-abs(weight), name, weight) for name, weight in weighed.items() if abs(weight) >= _LEAST])
    details: dict[str, str] = {}
    found = []
    for _, name, weight in told:
        subject = _subject(name)
        if subject not in details:
            details[subject] = _detail(subject, a, b, corpus)
        found.append(Reason(name, round(weight, 3), details[subject]))
    return tuple(found)


@lru_cache(maxsize=256)
def _name(feature: str) -> str:
    """The name under which a feature is told."""
    return "rivals" if feature.startswith("rivals.") else feature


@lru_cache(maxsize=256)
def _subject(name: str) -> str:
    """What a feature tells of: its family, and of places their role."""
    family, _, kind = name.partition(".")
    return f"{family}.{kind.rpartition('-')[2]}" if family == "role" else family


def _detail(subject: str, a: Record, b: Record, corpus: Corpus) -> str:
    if subject in _FIXED:
        return _FIXED[subject]
    if subject in _TEXT:
        return _beside(_TEXT[subject](a), _TEXT[subject](b))
    if subject == "words":
        return _shared(a, b, corpus)
    slot = subject.rpartition(".")[2]
    return _beside(*(" ".join(sorted(record.places[slot][0])) for record in (a, b)))


def _beside(one: str, other: str) -> str:
    return f"{one or 'none'} ~ {other or 'none'}"


def _shared(a: Record, b: Record, corpus: Corpus) -> str:
    one, other = a.passage, b.passage
    pool = (a.near.keys() & b.near.keys()) or (one.before & other.words) | (other.before & one.words)
    rarest = sorted([(-corpus.weight(concept), concept) for concept in pool])[:_SHOWN]
    return "both near: " + ", ".join([c.rpartition(":")[2] for _, c in rarest]) if rarest else "few words shared"


def _time(record: Record) -> str:
    when = record.claim.when
    return when.text if when else f"as of {record.claim.as_of or 'an unknown day'}"


_FIXED = {
    "base": "two figures of one kind, before any evidence",
    "rivals": "against the next best pairs of the two",
    "neighbours": "the figures before and after them pair up too",
    "source": "both in one source",
    "place": "both in the opening paragraph",
}

_TEXT: dict[str, Callable[[Record], str]] = {
    "figure": lambda record: " = ".join([claim.text for claim in (record.claim, *record.others)]),
    "unit": lambda record: " = ".join([amount.unit or "no unit" for amount in record.amounts]),
    "noun": lambda record: record.claim.noun or "",
    "event": lambda record: record.claim.event or record.claim.context.verb,
    "status": lambda record: record.status,
    "subject": lambda record: record.claim.subject or "",
    "names": lambda record: ", ".join(record.claim.context.names),
    "scope": lambda record: "moved from" if record.former else record.claim.scope,
    "change": lambda record: record.claim.change,
    "standing": lambda record: record.claim.standing,
    "time": _time,
}
