"""The nouns of the program: what flows from reading to reporting.

Everything here is a frozen, slotted dataclass built on the standard library alone; nothing here computes a result.
Start with `Source` (what came in), then `Claim` (one figure read in it), `Fact` (claims that speak of one thing and
the verdict on them) and `Report` (the whole answer).
"""

from reconcile.facts.alignment import Alignment, Group
from reconcile.facts.claim import Claim, Context, Roles, Step
from reconcile.facts.policy import Waiver
from reconcile.facts.quantity import Quantity
from reconcile.facts.report import (
    DraftFinding,
    Fact,
    Inconsistency,
    Link,
    Mend,
    Moment,
    Problem,
    Reason,
    Relation,
    Report,
)
from reconcile.facts.ruling import Quote, Ruling
from reconcile.facts.source import PART, Cell, Source, Spot
from reconcile.facts.text import Sentence, Span
from reconcile.facts.when import When

__all__ = [
    "PART",
    "Alignment",
    "Cell",
    "Claim",
    "Context",
    "DraftFinding",
    "Fact",
    "Group",
    "Inconsistency",
    "Link",
    "Mend",
    "Moment",
    "Problem",
    "Quantity",
    "Quote",
    "Reason",
    "Relation",
    "Report",
    "Roles",
    "Ruling",
    "Sentence",
    "Source",
    "Span",
    "Spot",
    "Step",
    "Waiver",
    "When",
]
