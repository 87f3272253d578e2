"""Dates of a draft against those of the sources, and against the calendar."""

import datetime as dt
from collections.abc import Mapping, Sequence

from reconcile.facts import Claim, DraftFinding
from reconcile.judge.echo import Echo

_CLEAR = 0.35  # likeness of the words from which another date contradicts


def date_finding(claim: Claim, days: Sequence[Claim], fact_of: Mapping[str, str], echo: Echo) -> DraftFinding:
    """Whether a source has this date, or a period within it or around it; `days` are the sources' claims with a time."""
    hits = [other for other in days if _meets(claim, other)]
    if hits:
        best = max(hits, key=lambda other: (echo.alike(claim, other), -other.start))
        how = "same" if _span(best) == _span(claim) else "date"
        message = f"{best.source} has {best.when.text if best.when else best.text}"
        return DraftFinding(claim.id, "supported", fact_of.get(best.id), (best.id,), how, message)
    near = max(days, key=lambda other: echo.alike(claim, other), default=None)
    if near is not None and echo.alike(claim, near) >= _CLEAR:
        message = f"{near.source} has {near.when.text if near.when else near.text}"
        return DraftFinding(claim.id, "contradicted", fact_of.get(near.id), (near.id,), None, message)
    return DraftFinding(claim.id, "unsupported", None, (), None, "no source gives this date")


def _span(claim: Claim) -> tuple[dt.date, dt.date] | None:
    when = claim.when
    return (dt.date.fromisoformat(when.first), dt.date.fromisoformat(when.last)) if when else None


def _meets(claim: Claim, other: Claim) -> bool:
    one, two = _span(claim), _span(other)
    if one is None or two is None:
        return False
    inside = two[0] <= one[0] and one[1] <= two[1]
    around = one[0] <= two[0] and two[1] <= one[1]
    return inside or around
