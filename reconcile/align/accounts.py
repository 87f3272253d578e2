"""Figures of one source that its words set beside one another as values of one thing.

A report that has two accounts gives the second mostly without saying again what is counted: "The company reckons fewer
than 1,900. The Guild says 2,600." So does one that replaces a figure: "rose to 31, up from 27". Likeness of words never
joins them, for the second has none of its own. What tells is the ellipsis, two voices or somebody's objection, and no
other figure of the sort in between.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.align.amounts import Amount
from reconcile.facts import Claim
from reconcile.language.cues import Cue, CuesOf

_REACH = 260  # characters between two accounts of one thing
_FACTOR = 10  # accounts differ, but by no more than this
_KINDS = ("count", "money", "percent", "ratio", "measure", "duration")
_RUNNING = ("count", "money")  # a rate that goes from one level to another is two figures, of two days
_OF_PERIODS = frozenset(
    {"price", "revenue", "profit", "loss", "sell", "earn"}
)  # last year's turnover stays what it was
_BESIDE = ("additional", "change")  # scopes of a figure that stands beside another one, not for it
_END = re.compile(
    r"\W*$|\s*[.,;:!?)\"\u201d\u2019\u2014\u2013]|\s+(?:and|but|or|while|whereas|as|by|if|once|because|in all|is|was)\b"
)

Amounts = Mapping[str, Amount]


@dataclass(frozen=True, slots=True)
class Account:
    """Two claims (by id) of one source, as they stand in the text, and the words that make them values of one thing."""

    earlier: str
    later: str
    words: str


def accounts(firsts: Iterable[Claim], texts: Mapping[str, str], amounts: Amounts, cues: CuesOf) -> Iterator[Account]:
    """Every figure that a source sets beside an earlier one as another value of the same thing.

    `firsts` are claims that give no other one again in another unit, `amounts` their figures in base units by id. A
    text that is not known is read as far as the sentences of its claims go.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(firsts, key=lambda claim: (claim.source, claim.start)):
        if claim.kind in _KINDS:
            told[claim.source].append(claim)
    for source, claims in told.items():
        for n, later in enumerate(claims):
            earlier = _antecedent(claims[max(0, n - 6) : n], later, amounts, cues)
            if earlier and (words := _words(earlier, later, texts.get(source, ""), cues)):
                yield Account(earlier.id, later.id, words)


def _antecedent(before: Sequence[Claim], later: Claim, amounts: Amounts, cues: CuesOf) -> Claim | None:
    """The nearest figure before another one that measures the same, where they are different figures of one size."""
    mine = amounts[later.id]
    for steps, claim in enumerate(reversed(before)):
        other = amounts[claim.id]
        if later.start - claim.end > _REACH or claim.context.paragraph != later.context.paragraph:
            return None
        if other.dimension == mine.dimension and not _part_of_one_beside(claim, before, cues):
            return claim if _apart(mine.size, other.size) and mine.rate == other.rate else None
        if steps == 0 and _bare(later) and claim.kind != "count":
            return claim if _apart(_written(claim), _written(later)) else None
    return None


def _part_of_one_beside(claim: Claim, before: Sequence[Claim], cues: CuesOf) -> bool:
    """Whether a figure is told as part of another one of its sentence, which the next account is then held against."""
    if claim.scope != "part" or "part" not in cues(claim):
        return False
    return any(other.start < claim.start and other.sentence == claim.sentence for other in before)


def _apart(one: float, other: float) -> bool:
    return one != other and min(one, other) * _FACTOR >= max(one, other)


def _written(claim: Claim) -> float:
    """The figure, or the bound that is stated of it, in the unit in which it is written."""
    quantity = claim.quantity
    stated = (side for side in (quantity.value, quantity.low, quantity.high) if side is not None)
    return abs(float(next(stated, 0)))


def _bare(claim: Claim) -> bool:
    """Whether a figure stands without a unit or a noun of its own, as after "90 minutes" in "passengers say 200"."""
    return claim.kind == "count" and _ends(claim) and not _named(claim)


def _words(a: Claim, b: Claim, text: str, cues: CuesOf) -> str:
    """The words that tell of two values of one thing, empty where none do."""
    if not _of_one_thing(a, b) or a.scope == "change" or b.scope in _BESIDE:
        return ""
    return _replaced(a, b, cues) or _contested(a, b, text, cues)


def _replaced(a: Claim, b: Claim, cues: CuesOf) -> str:
    """The words by which one figure took the place of the other: "rose to 31, up from 27"."""
    one, other = cues(a), cues(b)
    if a.kind in _RUNNING and not (a.kind == "money" and {a.event, b.event} & _OF_PERIODS):
        for old, new in ((one, other), (other, one)):
            former = old.get("former")
            if former and _took_place(former, new, together=a.sentence == b.sentence):
                return former.phrase
    return ""


def _took_place(former: Cue, new: Mapping[str, Cue], *, together: bool) -> bool:
    """Whether the other figure is the new one: it is told as such, or shares the sentence that tells of the old one."""
    if former.anchored:
        told = "revised" in new or "level" not in new  # what comes and goes has its high and its low, not a new figure
        return together and told and not ("former" in new and new["former"].anchored)
    return "revised" in new and "former" not in new


def _contested(a: Claim, b: Claim, text: str, cues: CuesOf) -> str:
    """The words by which the second figure is somebody's own beside, or against, the first."""
    one, other = cues(a), cues(b)
    if not {"former", "revised"}.isdisjoint((*one, *other)):
        return ""
    account = other.get("account")
    contest = cues.told(text[a.sentence.start : b.start]).get("disputed")
    if a.sentence == b.sentence:
        contest = contest or other.get("disputed")
    if contest and (account or (b.speaker and a.kind == b.kind)):
        return contest.phrase
    voiced = account and (a.speaker or "account" in one) and not (a.speaker and a.speaker == b.speaker)
    return account.phrase if account and voiced else ""


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether one of the two leaves unsaid what it counts, or both say the same."""
    if _ends(b):
        return True
    if a.event and b.event and a.event != b.event:
        return False
    unsaid = not _named(b) or (b.kind != "count" and _ends(a))
    return unsaid or (a.context.head == b.context.head != "" and a.event == b.event)


def _ends(claim: Claim) -> bool:
    """Whether nothing follows the figure that it could count."""
    return bool(_END.match(claim.sentence.text, claim.end - claim.sentence.start))


def _named(claim: Claim) -> bool:
    """Whether the sentence names what the figure counts or measures, other than as the one who speaks."""
    head = claim.context.head
    return any(word == head for _, word in claim.context.words) and head not in (claim.speaker or "").lower()
