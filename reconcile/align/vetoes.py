"""What no other evidence can outweigh: pairs that are two facts however alike their words or figures are.

Measured on labelled stories, wider vetoes (any other date, any background, any other noun) cost more right links than
they keep wrong ones out, so those are weights; these stay, since what they let through would be absurd.
"""

from reconcile.align.amounts import Amount
from reconcile.align.features.setting import days_apart
from reconcile.align.lexis import Lexis
from reconcile.align.records import Record

_SAID_OF = 0.5  # nearness from which an exclusive status is said of the figure itself
_SCALES = 5_000  # times: more than million and billion mixed up
_FAR = 300  # days between two dated figures of which a different one belongs to another year


def vetoed(a: Record, b: Record, lexis: Lexis) -> bool:
    """Whether the two have exclusive fates (killed, injured), are ages of two people, a price and a turnover, or differ
    in place or in year."""
    if a.status != b.status and a.status_weight >= _SAID_OF <= b.status_weight and lexis.exclude(a.status, b.status):
        return True
    if a.none != b.none and _elsewhere(a, b):
        return True
    if _of_two_people(a, b) or _of_other_scale(a.amounts[0], b.amounts[0]):
        return True
    return days_apart(a, b) > _FAR and not any(one.key == other.key for one in a.amounts for other in b.amounts)


def _of_other_scale(one: Amount, other: Amount) -> bool:
    """Whether one is a rate and the other none, or one of another thing, and the figures lie as far apart as a price
    and a turnover."""
    if one.rate == other.rate:
        return False
    small, large = sorted((one.size, other.size))
    return 0 < small * _SCALES < large


def _elsewhere(a: Record, b: Record) -> bool:
    """Whether all places of the one are others than those of the other, as of one that says that there is none."""
    pairs = [(words, b.places[slot][0]) for slot, (words, _) in a.places.items() if slot in b.places]
    return bool(pairs) and all(words.isdisjoint(others) for words, others in pairs)


def _of_two_people(a: Record, b: Record) -> bool:
    """Whether these are different ages, one of them beside a name ("Salma Derrin, 58,") that the other doesn't have."""
    if not a.claim.kind == b.claim.kind == "age" or a.amounts[0].key == b.amounts[0].key:
        return False
    return (a.claim.text.isdigit() or b.claim.text.isdigit()) and a.names.isdisjoint(b.names)
