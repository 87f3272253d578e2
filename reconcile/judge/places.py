"""The places in which the figures of the sources are told together, where one may follow from others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from reconcile.facts import Claim
from reconcile.judge.arithmetic import Outcome, Term


def runs(terms: Sequence[Term], reach: float) -> Iterator[Sequence[Term]]:
    """The longest runs of figures of one source within `reach` characters."""
    by_source: dict[str, list[Term]] = {}
    for each in sorted(terms, key=lambda each: each.claim.start):
        by_source.setdefault(each.claim.source, []).append(each)
    for told in by_source.values():
        end = 0
        for start, first in enumerate(told):
            before = end
            while end < len(told) and told[end].claim.start - first.claim.start <= reach:
                end += 1
            if end > before:
                yield told[start:end]


def moved_on(facts: Iterable[Sequence[Claim]], terms: Mapping[str, Term]) -> Iterator[Sequence[Term]]:
    """The figures of each fact for which the sources have several."""
    for claims in facts:
        usable = [terms[claim.id] for claim in claims if claim.id in terms]
        if len({each.value for each in usable}) > 1:
            yield usable


def spans(days: Sequence[Claim], today: date | None) -> Iterator[Outcome]:
    """The years between two years that the sources name, and between each and now."""
    years: dict[int, Claim] = {}
    for day in days:
        if day.when:
            years.setdefault(int(day.when.first[:4]), day)
    for (a, first), (b, last) in combinations(sorted(years.items()), 2):
        yield Outcome("years", b - a, (_year(first), _year(last)))
    for year, day in years.items():
        if today and year < today.year and today.year not in years:
            yield Outcome("years", today.year - year, (_year(day),))


def _year(day: Claim) -> Term:
    return Term(day, 0.0, "date", "year")
