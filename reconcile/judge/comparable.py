"""Whether two figures are of one thing as far as their own words tell, so that the one can contradict the other.

A rise says nothing against a level, a part nothing against its whole, lives nothing against life jackets, and the count
of a town nothing against that of a country. What a figure does not say counts neither way.
"""

from reconcile.facts import Claim

_PARTS = ("part", "additional")


def both_moves(a: Claim, b: Claim) -> bool:
    """Whether both figures tell how much something moved, or neither does."""
    return (a.scope == "change") == (b.scope == "change")


def of_one_thing(draft: Claim, source: Claim) -> bool:
    """Whether nothing in the words at two figures tells that they are of different things."""
    if not both_moves(draft, source) or (draft.scope in _PARTS and source.scope not in _PARTS):
        return False
    return draft.kind != "count" or source.kind != "count" or (_one_head(draft, source) and _one_place(draft, source))


def _one_head(a: Claim, b: Claim) -> bool:
    """Whether two counts may count the same: by the noun at the figure, or by its class."""
    one, other = a.context.head, b.context.head
    return not (one and other) or one == other or (a.measure is not None and a.measure == b.measure)


def _one_place(a: Claim, b: Claim) -> bool:
    """Whether the places that each count is of are named beside the other, too."""
    return _named(a, b) and _named(b, a)


def _named(a: Claim, b: Claim) -> bool:
    places, text = a.roles.in_, b.sentence.text.lower()
    return not places or any(place.lower() in text for place in places)
