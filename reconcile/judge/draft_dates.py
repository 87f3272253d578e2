"""Dates of a draft against those of the sources."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from reconcile.facts import Claim, DraftFinding
from reconcile.facts.report import Slip
from reconcile.judge.checking import Dating
from reconcile.judge.echo import Chorus, Echo
from reconcile.judge.mends import mend

Meeting = Literal["same", "date", "loose", "apart"]
_Met = tuple[float, Meeting, Claim]
_REACH = 60  # characters before a date in which a word of comparison leads to it
_YEAR = 364
_UNEVEN = 4  # a period this many times as long as another is not of its sort: a quarter against a year


class Calendar:
    """The dates of the sources."""

    def __init__(self, told: Iterable[Claim], fact_of: Mapping[str, str], echo: Echo, rules: Dating) -> None:
        self._days = [claim for claim in told if claim.kind == "date" and claim.when]
        self._fact_of = fact_of
        self._echo = echo
        self._chorus = Chorus(echo, self._days)
        self._rules = rules
        self._in: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for day in self._days:
            self._in[day.source, day.sentence.start].append(day)

    def finding(self, claim: Claim, company: Sequence[Claim]) -> DraftFinding:
        """Whether a source has this date, or one within it. `company` are the claims of sources that give the figures
        which the draft tells of this date.

        A longer period around the date bears it out only where no other date stands nearer by its words; the same date
        period does not where all its company is told of another one.
        """
        alike = zip(self._chorus.alike(claim), self._days, strict=True)
        seen = sorted(((near, _meeting(claim, day, self._rules), day) for near, day in alike), key=lambda met: -met[0])
        given = next((each for each in seen if each[1] in ("same", "date")), None)
        other = next((each for each in seen if each[1] == "apart"), None)
        around = next((each for each in seen if each[1] == "loose"), None)
        if given and not _is_short(claim, self._rules) and (elsewhere := self._elsewhere(claim, company, given)):
            return self._against(claim, elsewhere)
        if given and self._only_compared(claim, seen):
            return self._as_base(claim, given, other)
        if given and not self._outdone(claim, given, other):
            return self._found(claim, given[2], given[1])
        if around and around[0] >= self._rules.clear and not (other and other[0] > around[0]):
            return self._found(claim, around[2], "bound")
        if other and other[0] >= self._rules.clear:
            return self._against(claim, other[2])
        return DraftFinding(claim.id, "unsupported", None, (), None, "no source gives this date")

    def _only_compared(self, claim: Claim, seen: Iterable[_Met]) -> bool:
        """Whether the sources have a period only as the base of a comparison, and the draft does not. A year is too
        long for that: much is told of it without its name."""
        first, last = _span(claim)
        between = self._rules.week < (last - first).days < _YEAR
        if not between or _compared(claim, self._rules.compared):
            return False
        return all(_compared(day, self._rules.compared) for _, meeting, day in seen if meeting in ("same", "date"))

    def _as_base(self, claim: Claim, given: _Met, other: _Met | None) -> DraftFinding:
        """The finding for such a period: the other one of its sort that is told nearest, or none."""
        if other and other[0] >= self._rules.clear and _apart(claim, other[2], self._rules):
            return self._against(claim, other[2])
        words = f"{given[2].source} has {given[2].text} only to compare with"
        return DraftFinding(claim.id, "unsupported", None, (given[2].id,), None, words)

    def _outdone(self, claim: Claim, given: _Met, other: _Met | None) -> bool:
        if other is None or not _is_short(claim, self._rules):
            return False
        return other[0] >= max(self._rules.clear, given[0] + self._rules.nearer)

    def _elsewhere(self, claim: Claim, company: Sequence[Claim], given: _Met) -> Claim | None:
        """The period of which the sources tell all that the draft tells of this one; None where they don't, or where
        the words around the same date are as much like the draft's."""
        days = [day for each in company for day in self._of(each)]
        if not days or not all(_apart(claim, each, self._rules) for each in (*company, *days)):
            return None
        nearest = max(days, key=lambda day: self._echo.alike(claim, day))
        return nearest if self._echo.alike(claim, nearest) + self._rules.beside >= given[0] else None

    def _of(self, claim: Claim) -> Iterator[Claim]:
        """The date in the sentence of a claim that it is told of."""
        for day in self._in[claim.source, claim.sentence.start]:
            if claim.when and day.when and (claim.when.first, claim.when.last) == (day.when.first, day.when.last):
                yield day

    def _found(self, claim: Claim, day: Claim, how: str) -> DraftFinding:
        return DraftFinding(claim.id, "supported", self._fact_of.get(day.id), (day.id,), how, _words(day))

    def _against(self, claim: Claim, day: Claim) -> DraftFinding:
        fact, put_right = self._fact_of.get(day.id), mend(claim, day)
        slip: Slip = "date" if _is_short(claim, self._rules) else "period"
        return DraftFinding(claim.id, "contradicted", fact, (day.id,), None, _words(day), slip, put_right)


def _compared(claim: Claim, words: frozenset[str]) -> bool:
    """Whether words of comparison lead to a date: "up from $2.39 in the third quarter of 2019"."""
    before = claim.sentence.text[: claim.start - claim.sentence.start][-_REACH:]
    return not words.isdisjoint(re.findall(r"[a-z]+", before.rpartition(";")[2].lower()))


def _words(day: Claim) -> str:
    return f"{day.source} has {day.text}"


def _apart(claim: Claim, other: Claim, rules: Dating) -> bool:
    """Whether two claims are told of days, or of periods of one sort, that have nothing in common."""
    if other.when is None or _meeting(claim, other, rules) != "apart":
        return False
    long, short = sorted(((last - first).days + 1 for first, last in (_span(claim), _span(other))), reverse=True)
    return long < short * _UNEVEN


def _span(claim: Claim) -> tuple[dt.date, dt.date]:
    if claim.when is None:
        raise ValueError(f"claim {claim.id} has no date")
    return dt.date.fromisoformat(claim.when.first), dt.date.fromisoformat(claim.when.last)


def _is_short(claim: Claim, rules: Dating) -> bool:
    first, last = _span(claim)
    return (last - first).days <= rules.week


def _meeting(claim: Claim, other: Claim, rules: Dating) -> Meeting:
    """How a date of the draft stands to one of a source: the same, one around the other, or apart."""
    (first, last), (start, end) = _span(claim), _span(other)
    if (first, last) == (start, end):
        return "same"
    if first <= start and end <= last:
        return "date"
    if start <= first and last <= end:
        return "date" if _is_short(other, rules) else "loose"
    return "apart"
