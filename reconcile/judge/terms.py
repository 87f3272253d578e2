"""Figures as the terms of equations, and whether two of them tell of one thing, of one event, of disjoint shares of it.

The words around a figure are read by rules and often leave things open: what is not known counts neither way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from reconcile.facts import Claim, Fact, Roles

COUNT = "count"
_PERSON = "person"
_SAME_SCALE = {"pp": "%", "degree": "degC"}
_NO_SUMS = ("rank", "score", "age", "ratio", "date")
_OUT_OF = 20  # characters between a share and what it is counted out of, all of them words of these
_BETWEEN = frozenset({"out", "of", "all", "the", "those", "these", "its", "their", "his", "her", "our"})
_NEAREST = 3  # a claim's lexical classes stand nearest first; the farther ones belong to other figures


@dataclass(frozen=True, slots=True)
class Term:
    """One figure that may stand in an equation, and the fact it belongs to."""

    fact: str
    claim: Claim
    value: Decimal
    step: Decimal
    unit: str


def terms(facts: Iterable[Fact], claims: Mapping[str, Claim]) -> Iterator[Term]:
    """The figures of all facts that can be added up: stated as such, above zero, each amount once."""
    for fact in facts:
        for claim in map(claims.__getitem__, fact.claims):
            quantity = claim.quantity
            if claim.equivalent_of is not None or claim.kind in _NO_SUMS:
                continue
            if quantity.value is not None and quantity.value > 0 and quantity.hedge in ("exact", "about"):
                yield Term(fact.id, claim, quantity.value, quantity.step, scale(claim))


def scale(claim: Claim) -> str:
    """What figures must share to be added up: the unit, or that they are counts."""
    unit = claim.quantity.unit
    return COUNT if claim.kind == COUNT else _SAME_SCALE.get(unit, unit)


def likeness_of_things(a: Claim, b: Claim) -> int:
    """1 where two claims count or measure one sort of thing, -1 where another, 0 where one of them does not say."""
    one, other = a.context.head, b.context.head
    if (one and one == other) or (a.measure and a.measure == b.measure):
        return 1
    if a.quantity.unit == b.quantity.unit and (a.kind == COUNT and a.quantity.unit):
        return 1
    return -1 if one and other else 0


def one_event(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of one class of events, by the verb at the figure or the words next to it."""
    if not (a.event and b.event):
        return False
    return a.event == b.event or a.event in b.context.classes[:_NEAREST] or b.event in a.context.classes[:_NEAREST]


def disjoint(parts: Sequence[Claim], whole: Claim | None = None) -> bool:
    """Whether the parts fill one role (from, to, in or by) with different values, of which the whole has none alone."""
    rows = [_slots(part.roles) for part in parts]
    totals = _slots(whole.roles) if whole else (frozenset[str](),) * len(rows[0])
    for *values, total in zip(*rows, totals, strict=True):
        taken = len(total) == 1 and any(total & value for value in values)
        if all(values) and not taken and not any(a & b for a, b in combinations(values, 2)):
            return True
    return False


def _slots(roles: Roles) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name.casefold() for name in names) for names in (roles.from_, roles.to, roles.in_, roles.by))


def is_share(one: Claim, other: Claim) -> bool:
    """Whether a figure is counted out of the next one: "five of the 18", not "44% of the crowd, 58% ..."."""
    first, last = one.end - one.sentence.start, other.start - one.sentence.start
    if one.sentence.start != other.sentence.start or not 0 < last - first <= _OUT_OF:
        return False
    words = one.sentence.text[first:last].lower().split()
    return "of" in words and _BETWEEN.issuperset(words)
