"""What no other evidence can outweigh: pairs that are two facts however alike their words or figures are.

Measured on labelled stories, harder vetoes (any other date, any background, any other noun) cost more right links than
they keep wrong ones out, so those are weights; these three stay, since what they let through would be absurd.
"""

from reconcile.align.features.setting import days_apart
from reconcile.align.lexis import Lexis
from reconcile.align.records import Record

_SAID_OF = 0.5  # nearness from which an exclusive status is said of the figure itself
_FAR = 60  # days between two dated figures of which a different one belongs to another time


def vetoed(a: Record, b: Record, lexis: Lexis) -> bool:
    """Exclusive fates (killed, injured); other figures of far times; an equal figure with nothing else in common."""
    if min(a.status_weight, b.status_weight) >= _SAID_OF and lexis.exclude(a.status, b.status):
        return True
    equal = any(one.key == other.key for one in a.amounts for other in b.amounts)
    return _only_the_figure(a, b, lexis) if equal else days_apart(a.claim, b.claim) > _FAR


def _only_the_figure(a: Record, b: Record, lexis: Lexis) -> bool:
    """Whether nouns of different classes and no shared word leave nothing but the figure: 23 arrests, 23 ambulances."""
    one, other = a.claim.measure, b.claim.measure
    if not one or not other or one == other or lexis.general & {one, other} or (one, other) in lexis.broader:
        return False
    return (
        a.near.keys().isdisjoint(b.near)
        and a.before.isdisjoint(b.sentence)
        and b.before.isdisjoint(a.sentence)
        and a.noun != b.noun
    )
