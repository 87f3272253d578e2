"""`align`: which claims of several sources speak of the same fact, and which sources share an origin."""

from collections.abc import Iterable

from reconcile.align.origins import origins
from reconcile.facts import Alignment, Claim, Group, Source
from reconcile.rulebook import Rulebook

__all__ = ["align", "origins"]


def align(claims: Iterable[Claim], sources: Iterable[Source], rulebook: Rulebook) -> Alignment:
    """Groups of claims that share kind, unit, noun and event."""
    groups: dict[tuple[object, ...], list[str]] = {}
    home: dict[str, tuple[object, ...]] = {}
    for claim in claims:
        when = claim.when.first if claim.when and claim.kind == "date" else ""
        key = (claim.kind, claim.quantity.unit, claim.measure or claim.noun, claim.event, when)
        if claim.equivalent_of in home:
            key = home[claim.equivalent_of]
        home[claim.id] = key
        groups.setdefault(key, []).append(claim.id)
    return Alignment(groups=tuple(Group(tuple(group)) for group in groups.values()))
