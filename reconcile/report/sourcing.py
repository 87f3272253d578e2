"""The sourcing sheet of a check: every figure of the draft, line by line, with each sentence of a source behind it.

It is what a fact-checker works through and files; figures that no source has stand in it too. csv and md show it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.facts import Claim
from reconcile.report.digest import Digest, Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of the draft and one claim of a source that speaks to it, None where no source does.

    `number` counts the figures from 1, `place` is the line of the draft, or `para. 7` in a document. `first` is True
    for the first entry of a figure, `odd` says with which other figures of the draft it does not fit.
    """

    number: int
    place: str
    finding: Finding
    evidence: Claim | None
    first: bool
    odd: str = ""


def entries(view: Digest) -> Iterator[Entry]:
    """The sheet's entries in the draft's reading order."""
    odd = view.odd
    in_order = sorted(view.findings, key=lambda each: (each.claim.start, each.claim.end))
    for number, each in enumerate(in_order, 1):
        place = view.spoken(each.claim).removeprefix("line ")
        for nth, evidence in enumerate(each.evidence or (None,)):
            yield Entry(number, place, each, evidence, nth == 0, odd.get(each.claim.id, ""))
