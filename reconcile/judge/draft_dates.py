"""Dates of a draft against those of the sources."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from reconcile.facts import Claim, DraftFinding
from reconcile.judge.echo import Echo
from reconcile.judge.mends import mend

Meeting = Literal["same", "date", "loose", "apart"]

_CLEAR = 0.3  # likeness of the words from which another date contradicts
_NEARER = 0.4  # by how much another date must be nearer than the same one
_WEEK = 7


def date_finding(claim: Claim, days: Sequence[Claim], fact_of: Mapping[str, str], echo: Echo) -> DraftFinding:
    """Whether a source has this date, or one within it; `days` are the dates of the sources.

    A longer period around the date bears it out only where no other date stands nearer by its words.
    """
    seen = sorted(((echo.alike(claim, day), _meeting(claim, day), day) for day in days), key=lambda each: -each[0])
    given = next((each for each in seen if each[1] in ("same", "date")), None)
    other = next((each for each in seen if each[1] == "apart"), None)
    around = next((each for each in seen if each[1] == "loose"), None)
    if given and not (other and _is_short(claim) and other[0] >= max(_CLEAR, given[0] + _NEARER)):
        return _finding(claim, given[2], fact_of, given[1])
    if around and around[0] >= _CLEAR and not (other and other[0] > around[0]):
        return _finding(claim, around[2], fact_of, "bound")
    if other and other[0] >= _CLEAR:
        return _finding(claim, other[2], fact_of, None)
    return DraftFinding(claim.id, "unsupported", None, (), None, "no source gives this date")


def _finding(claim: Claim, day: Claim, fact_of: Mapping[str, str], how: str | None) -> DraftFinding:
    message = f"{day.source} has {day.text}"
    if how:
        return DraftFinding(claim.id, "supported", fact_of.get(day.id), (day.id,), how, message)
    put_right = mend(claim, day)
    return DraftFinding(claim.id, "contradicted", fact_of.get(day.id), (day.id,), None, message, "date", put_right)


def _span(claim: Claim) -> tuple[dt.date, dt.date]:
    if claim.when is None:
        raise ValueError(f"claim {claim.id} has no date")
    return dt.date.fromisoformat(claim.when.first), dt.date.fromisoformat(claim.when.last)


def _is_short(claim: Claim) -> bool:
    first, last = _span(claim)
    return (last - first).days <= _WEEK


def _meeting(claim: Claim, other: Claim) -> Meeting:
    """How a date of the draft stands to one of a source: the same, one around the other, or apart."""
    (first, last), (start, end) = _span(claim), _span(other)
    if (first, last) == (start, end):
        return "same"
    if first <= start and end <= last:
        return "date"
    if start <= first and last <= end:
        return "date" if _is_short(other) else "loose"
    return "apart"
