"""Whether two figures are of one thing as far as their own words tell, so that the one can contradict the other.

A rise says nothing against a level, a part nothing against its whole, lives nothing against life jackets, and the count
of a town nothing against that of a country. What a figure does not say counts neither way.
"""

import re

from reconcile.facts import Claim
from reconcile.judge.stance import is_alone

_TELLING = 4  # characters of a word that may tell a place
_WORD = re.compile(r"\w+")
_PARTS = ("part", "additional")


def both_moves(a: Claim, b: Claim) -> bool:
    """Whether both figures tell how much something moved, or neither does."""
    return (a.scope == "change") == (b.scope == "change")


def of_one_thing(draft: Claim, source: Claim) -> bool:
    """Whether nothing in the words at two figures tells that they are of different things."""
    if not both_moves(draft, source) or (draft.scope in _PARTS and source.scope not in _PARTS):
        return False
    if source.scope == "part" and draft.scope not in _PARTS:
        return False
    return draft.kind != "count" or source.kind != "count" or (_one_head(draft, source) and _one_place(draft, source))


def _one_head(a: Claim, b: Claim) -> bool:
    """Whether two counts may count the same: by the nouns written at the figures, or by their class."""
    if not (a.context.head and b.context.head) or is_alone(a) or is_alone(b):
        return True
    return counts_alike(a, b)


def counts_alike(a: Claim, b: Claim) -> bool:
    """Whether two counts are written with one noun, or with nouns of one class."""
    return a.context.head == b.context.head or (a.measure is not None and a.measure == b.measure)


def _one_place(draft: Claim, source: Claim) -> bool:
    """Whether the place that a draft's count is of is named beside the source's; a source seldom names that of its
    story again."""
    words = {word for name in draft.roles.in_ for word in name.lower().split() if len(word) >= _TELLING}
    return not words or not words.isdisjoint(_WORD.findall(source.sentence.text.lower()))
