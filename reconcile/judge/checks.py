"""Figures that follow from other figures: shares, percent changes, differences from an earlier report.

Only what fits to the digits written is reported, and only among figures told near one another: a share needs its part
in the same sentence, a percent change the level that it led to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from reconcile.facts import Claim, Fact, Relation
from reconcile.judge.terms import Term
from reconcile.language.cues import CuesOf

_HUNDRED = Decimal(100)
_MANY = 100


def checks(facts: Sequence[Fact], claims: Mapping[str, Claim], read: CuesOf, reach: int) -> tuple[Relation, ...]:
    """The shares, percent changes and differences that check, once for each set of facts; `reach` in characters."""
    by_source: dict[str, list[Term]] = {}
    for told in _told(facts, claims):
        by_source.setdefault(told.claim.source, []).append(told)
    found: list[Relation] = []
    for source in sorted(by_source):
        near = sorted(by_source[source], key=lambda told: (told.claim.start, told.fact))
        found += _percentages(near, reach)
    found += _differences(facts, claims, read)
    return tuple({(one.type, one.source, one.whole, one.parts): one for one in found}.values())


def _told(facts: Iterable[Fact], claims: Mapping[str, Claim]) -> Iterator[Term]:
    for fact in facts:
        for claim in map(claims.__getitem__, fact.claims):
            quantity = claim.quantity
            if quantity.value is not None and quantity.value > 0 and quantity.hedge == "exact":
                yield Term(fact.id, claim, quantity.value, quantity.step, quantity.unit)


def _percentages(told: Sequence[Term], reach: int) -> Iterator[Relation]:
    for percent in told:
        if percent.unit == "%":
            near = [other for other in told if abs(other.claim.start - percent.claim.start) <= reach]
            levels = [other for other in near if other.claim.sentence == percent.claim.sentence]
            pairs = ((level, other) for level in levels for other in near)
            alike = ((a, b) for a, b in pairs if a.unit == b.unit != "%" and a.fact != b.fact)
            yield from filter(None, (_check(percent, level, other) for level, other in alike))


def _check(percent: Term, level: Term, other: Term) -> Relation | None:
    """A change of `other` by the percentage that gives `level`, or `level` as that share of `other`."""
    share = level.value / other.value * _HUNDRED
    slack = percent.step / 2
    changes = percent.claim.change != "none" or percent.claim.scope == "change"
    sign = -1 if percent.claim.change == "down" else 1
    source = percent.claim.source
    if changes and abs(share - _HUNDRED - sign * percent.value) <= slack:
        move = f"{other.claim.text} {'-' if sign < 0 else '+'} {percent.claim.text} = {level.claim.text}"
        return Relation("percent_change", level.fact, (other.fact, percent.fact), source, move, certain=True)
    if not changes and level.value < other.value and abs(share - percent.value) <= slack:
        part = f"{level.claim.text} / {other.claim.text} = {percent.claim.text}"
        return Relation("share", other.fact, (level.fact, percent.fact), source, part, certain=True)
    return None


def _differences(facts: Sequence[Fact], claims: Mapping[str, Claim], read: CuesOf) -> Iterator[Relation]:
    """The figures told as "40 more than" before, next to the new figure of a fact whose old one another source has."""
    beside: dict[tuple[str, int], list[tuple[str, Claim]]] = {}
    for fact in facts:
        for claim in map(claims.__getitem__, fact.claims):
            beside.setdefault((claim.source, claim.sentence.start), []).append((fact.id, claim))
    for fact in facts:
        members = list(
            {(claims[name].source, claims[name].quantity.value): claims[name] for name in fact.claims}.values()
        )
        for new, old in permutations(members, 2) if len(members) <= _MANY else ():
            if new.source != old.source and (gap := _gap(new, old)):
                for other, step in beside[new.source, new.sentence.start]:
                    if other != fact.id and step.quantity.value == abs(gap) and "difference" in read(step):
                        larger, smaller = (new, old) if gap > 0 else (old, new)
                        equation = f"{larger.text} - {smaller.text} = {step.text}"
                        yield Relation("difference", fact.id, (other,), None, equation, certain=True)


def _gap(a: Claim, b: Claim) -> Decimal | None:
    """How much more the first claim states than the second; None where they can't be subtracted."""
    x, y = a.quantity.value, b.quantity.value
    return x - y if x is not None and y is not None and a.quantity.unit == b.quantity.unit else None
