"""What speaks for a sum beside its figures fitting: how fine they are, how near they stand, what the words say.

Each piece of evidence has a name and a strength; its weight, in log-odds, stands in rules/tolerance.toml.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log10

from reconcile.judge.terms import Term, disjoint, likeness_of_things, one_event
from reconcile.language.cues import CuesOf


def score(whole: Term, parts: Sequence[Term], rivals: int, read: CuesOf, weights: Mapping[str, float]) -> float:
    """The log-odds that the parts are meant to make the whole, `rivals` being the figures they were picked from."""
    found = (*_figures(whole, parts, rivals), *_places(whole, parts), *_words(whole, parts, read))
    return weights["base"] + sum(weights[name] * strength for name, strength in found)


def gap(a: Term, b: Term) -> int:
    """The characters between two figures of one source."""
    return max(a.claim.start, b.claim.start) - min(a.claim.end, b.claim.end)


def _figures(whole: Term, parts: Sequence[Term], rivals: int) -> Iterator[tuple[str, float]]:
    terms = (whole, *parts)
    fineness = whole.value / max(term.step for term in terms)
    yield "fineness", log10(max(float(fineness), 1.0))
    yield "third-part", len(parts) - 2
    yield "rivals", log10(rivals)
    yield "percent", whole.unit == "%"
    yield "mixed-things", len({term.claim.quantity.unit for term in terms} - {""}) > 1


def _places(whole: Term, parts: Sequence[Term]) -> Iterator[tuple[str, float]]:
    terms = (whole, *parts)
    spread = max(10, *(gap(a, b) for a, b in combinations(terms, 2)))
    yield "spread", log10(spread / 100)
    yield "one-sentence", _in_one_sentence(terms)
    yield "parts-in-one", _in_one_sentence(parts)
    yield "paragraph", len({part.claim.context.paragraph for part in parts}) == 1


def _words(whole: Term, parts: Sequence[Term], read: CuesOf) -> Iterator[tuple[str, float]]:
    things = [likeness_of_things(whole.claim, part.claim) for part in parts]
    events = [one_event(whole.claim, part.claim) for part in parts]
    shares = disjoint([part.claim for part in parts], whole.claim)
    yield "whole-words", "whole" in read(whole.claim)
    yield "whole-part", whole.claim.scope == "part"
    yield "part-scope", any(part.claim.scope in ("part", "additional") for part in parts)
    yield "parts-differ", any(likeness_of_things(a.claim, b.claim) < 0 for a, b in combinations(parts, 2))
    yield "thing", sum(things) / len(parts)
    yield "event", sum(events) / len(parts)
    yield "slot", shares
    yield "structure", shares and min(things) > 0 and all(events) and _in_one_sentence(parts)


def _in_one_sentence(terms: Sequence[Term]) -> bool:
    return len({term.claim.sentence.start for term in terms}) == 1
