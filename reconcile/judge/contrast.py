"""What the nearest rivals of a draft's figure have in common with it and those that bear it out have not.

The same figure may stand in a source for another thing. Then the draft's own words, its parties and what its words say
of the figure ("the remaining", "of them") are rather those of another figure, or the source tells of years ago.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from reconcile.facts import Claim, Source
from reconcile.judge.binding import Binding, Words
from reconcile.judge.echo import Echo
from reconcile.judge.slips import digits_of
from reconcile.judge.terms import is_share
from reconcile.judge.witness import Hearing
from reconcile.language.cues import CuesOf

_RIVALS = 3  # the nearest other figures: more of them have something in common with everything
_UNSAID = ("progress", "level", "rest")
_ASKED = ("part", "rest", "whole")
_MOST = 9.0  # words of more weight than so much say no more
_LOWEST, _HIGHEST = -3.0, 5.0  # nearer, or farther, says no more
_PAST = timedelta(days=60)


class Contrast:
    """Holds the draft's figures against those that bear them out and against their rivals."""

    def __init__(self, echo: Echo, binding: Binding, cues: CuesOf, sources: Iterable[Source]) -> None:
        self._echo = echo
        self._binding = binding
        self._cues = cues
        self._sources = {source.id: source for source in sources}

    def evidence(self, hearing: Hearing) -> Mapping[str, float]:
        """The evidence for another thing, by the names of the weights in rules/check.toml."""
        claim, given = hearing.claim, hearing.given
        rivals = [witness.claim for witness in hearing.rivals[:_RIVALS]]
        cues = self._cues
        asked = {name for name in _ASKED if name in cues(claim) and not any(name in cues(each) for each in given)}
        unsaid = {name for name in _UNSAID if name not in cues(claim) and any(name in cues(each) for each in given)}
        return {
            "neighbour-words": float(self._binding.of_neighbour(hearing)),
            "rival-words": self._rather(claim, given, rivals),
            "own-words": self._alone(claim, given, rivals),
            "rival-roles": float(_has_roles(claim, rivals) and not _has_roles(claim, given)),
            "rival-cues": float(sum(any(name in cues(each) for each in rivals) for name in asked)),
            "unsaid": float(len(unsaid)),
            "past": float(bool(rivals) and self._long_ago(claim, given, rivals[0])),
            "earlier": float(bool(rivals) and self._earlier(rivals[0], given)),
            "whole": self._side(claim, given, {each.id for each in rivals}),
            "one-digit": float(_has_one_digit(claim)),
            "near": max(_LOWEST, min(_HIGHEST, hearing.nearest)),
        }

    def _rather(self, claim: Claim, given: Sequence[Claim], rivals: Sequence[Claim]) -> float:
        """The share of a figure's own words that are those of a rival alone, less the share of those that are of one
        that bears it out alone; rare words weigh more."""
        own, here, there = self._binding.of(claim), self._owned(given), self._owned(rivals)
        whole = self._echo.weight(own)
        return (self._echo.weight(own & (there - here)) - self._echo.weight(own & (here - there))) / whole if own else 0

    def _owned(self, claims: Iterable[Claim]) -> Words:
        return frozenset().union(*map(self._binding.of, claims))

    def _alone(self, claim: Claim, given: Sequence[Claim], rivals: Sequence[Claim]) -> float:
        """The weight of a figure's own words that stand in the sentences that bear it out and in no rival's."""
        here, there = (frozenset().union(*map(self._echo.bag, claims)) for claims in (given, rivals))
        return min(_MOST, self._echo.weight(self._binding.of(claim) & (here - there)))

    def _long_ago(self, claim: Claim, given: Sequence[Claim], rival: Claim) -> bool:
        """Whether the figure is told of a past day alone, and the rival and the draft are not."""
        return claim.when is None and all(map(self._is_past, given)) and not self._is_past(rival)

    def _is_past(self, claim: Claim) -> bool:
        day = self._sources[claim.source].day
        return claim.when is not None and day is not None and date.fromisoformat(claim.when.last) < day - _PAST

    def _earlier(self, rival: Claim, given: Iterable[Claim]) -> bool:
        """Whether the rival was published before the last source that bears the figure out."""
        first, moments = self._moment(rival), list(filter(None, map(self._moment, given)))
        return first is not None and bool(moments) and first < max(moments)

    def _moment(self, claim: Claim) -> datetime | None:
        return self._sources[claim.source].moment

    def _side(self, claim: Claim, given: Sequence[Claim], rivals: Collection[str]) -> float:
        """1 where the figure is told only as what another is counted out of ("312 of its 410 homes"), and is no such
        thing in the draft; -1 where it is told only as a part and its whole is the rival."""
        if not (self._part(claim) or self._whole(claim)):
            if all(map(self._part, given)):
                return 1.0
            wholes = list(map(self._whole, given))
            if all(wholes) and any(whole and whole.id in rivals for whole in wholes):
                return -1.0
        return 0.0

    def _part(self, claim: Claim) -> Claim | None:
        """What is counted out of a figure."""
        before = self._binding.beside(claim)[0]
        return before if before and is_share(before, claim) else None

    def _whole(self, claim: Claim) -> Claim | None:
        """What a figure is counted out of."""
        behind = self._binding.beside(claim)[1]
        return behind if behind and is_share(claim, behind) else None


def roles(claim: Claim) -> set[str]:
    """The places and parties around a figure, in small letters."""
    slots = claim.roles
    return {name.lower() for names in (slots.from_, slots.to, slots.in_, slots.by) for name in names}


def _has_roles(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether one of the others has a place or party of a claim."""
    mine = roles(claim)
    return bool(mine) and any(not mine.isdisjoint(roles(each)) for each in others)


def _has_one_digit(claim: Claim) -> bool:
    value = claim.quantity.value
    return value is not None and digits_of(value) == 1
