"""Figures of a draft that follow from figures of the sources: sums, differences, shares, changes, averages, years.

By chance much adds up. What speaks for a result is how exactly it fits, how few results there are to choose from, that
its terms are told together and of one thing, and that the draft's words call for such a step and echo the terms' own.
The weights of all that stand in rules/check.toml.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Literal

from reconcile.facts import Claim
from reconcile.judge.arithmetic import Goal, Outcome, Term, Way, outcomes, term
from reconcile.judge.checking import Deriving
from reconcile.judge.intervals import Figure
from reconcile.judge.stance import AGAINST
from reconcile.judge.terms import is_share
from reconcile.judge.witness import Hearing
from reconcile.language.cues import CuesOf

How = Literal["sum", "difference", "share", "percent_change", "multiple", "average", "span"]

_HOW: Mapping[Way, How] = {
    "rest": "difference",
    "portion": "share",
    "split": "share",
    "change": "percent_change",
    "step": "percent_change",
    "years": "span",
    "sum": "sum",
    "difference": "difference",
    "share": "share",
    "average": "average",
    "multiple": "multiple",
}
_CUES: Mapping[Way, frozenset[str]] = {
    "sum": frozenset({"whole"}),
    "difference": frozenset({"difference", "gap", "rest"}),
    "rest": frozenset({"rest"}),
    "share": frozenset({"whole", "part"}),
    "portion": frozenset({"whole", "part"}),
    "split": frozenset({"whole", "part"}),
    "change": frozenset({"difference", "gap", "revised"}),
    "step": frozenset({"difference", "gap", "revised"}),
    "multiple": frozenset({"difference"}),
    "average": frozenset({"average"}),
    "years": frozenset({"since"}),
}
_ADDED = ("sum", "portion", "average")
_JOINED = ("sum", "split", "average")
_MOVED = ("difference", "change", "step")
_ROUND = 10  # a figure of so many steps and more may be a rounding


@dataclass(frozen=True, slots=True)
class Derived:
    """How a figure follows: from which claims, and the equation in figures as written."""

    how: How
    terms: tuple[Claim, ...]
    equation: str


class Ledger:
    """The figures of the sources, laid out in the places where they are told together."""

    def __init__(
        self, told: Sequence[Claim], facts: Iterable[Sequence[Claim]], today: date | None, rules: Deriving, cues: CuesOf
    ) -> None:
        self._rules = rules
        self._cues = cues
        terms = [made for claim in told if (made := term(claim))]
        by_id = {made.claim.id: made for made in terms}
        self._places = [*_runs(terms, rules.reach), *_moved_on(facts, by_id)]
        self._spans = tuple(_spans([claim for claim in told if claim.kind == "date"], today))

    def derive(self, hearing: Hearing, figure: Figure) -> Derived | None:
        """The likeliest way in which the figure follows, None where none is likely enough; `figure` is the draft's as
        it is compared."""
        scored = [(self._rules.weigh(features), outcome) for outcome, features in self.candidates(hearing, figure)]
        best = max(scored, key=lambda each: each[0], default=None)
        if best is None or best[0] < self._rules.least:
            return None
        outcome = best[1]
        terms = tuple(each.claim for each in outcome.terms)
        return Derived(_HOW[outcome.way], terms, f"{outcome.equation} = {hearing.claim.text}")

    def candidates(self, hearing: Hearing, figure: Figure) -> Iterator[tuple[Outcome, Mapping[str, float]]]:
        """All results that fit the figure, with the evidence for each."""
        claim = hearing.claim
        window = _window(claim, figure)
        if window is None:
            return
        low, high = window
        size = float(claim.quantity.value or low)
        goal = Goal("duration" if claim.kind == "age" else claim.kind, claim.quantity.unit.partition("/")[0], size)
        fitting, tried = self._fitting(goal, low, high)
        luck = math.log10(max(1.0, size / max(high - low, _grain(claim))))
        alike = {w.claim.id: w.alike for w in hearing.witnesses}
        rival = max((w.near for w in hearing.witnesses if w.stance in AGAINST), default=_FAR)
        for outcome in fitting.values():
            evidence = self._evidence(claim, outcome, alike)
            if _may_be(outcome, claim) and (evidence["cue"] or self._unasked(outcome, claim, evidence)):
                small = float(evidence["cue"] and luck < 1)
                told = {"rival": max(rival, _FAR), "rival-cue": max(rival, _FAR) * evidence["cue"]}
                yield outcome, {"luck": luck, "tried": math.log10(tried), "cue-small": small, **told, **evidence}

    def _unasked(self, outcome: Outcome, claim: Claim, evidence: Mapping[str, float]) -> bool:
        """Whether a result may be meant though no word of the draft asks for one: never the rest of a percentage, nor
        what is told in the very words of a term, for that term is what should stand there; nor terms without a word in
        common with the draft that stand in different sentences."""
        if outcome.way == "rest" or not (evidence["sentence"] or evidence["best"] >= self._rules.told):
            return False
        unit = claim.quantity.unit
        beside = evidence["best"] >= self._rules.verbatim
        return not (beside and any(each.claim.quantity.unit == unit for each in outcome.terms) and unit == "%")

    def _fitting(self, goal: Goal, low: float, high: float) -> tuple[Mapping[object, Outcome], int]:
        """The results within a window, each once, and how many were tried."""
        low, high, tried = low * (1 - _EXACT), high * (1 + _EXACT), 0
        fitting: dict[object, Outcome] = {}
        for place in self._places:
            for outcome in outcomes(goal, place):
                tried += 1
                if low <= outcome.value <= high:
                    fitting.setdefault((outcome.way, *(each.claim.id for each in outcome.terms)), outcome)
        for outcome in self._spans if goal.unit == "year" else ():
            tried += 1
            if low <= outcome.value <= high:
                fitting.setdefault((outcome.way, *(each.claim.id for each in outcome.terms)), outcome)
        return fitting, max(tried, 1)

    def _evidence(self, claim: Claim, outcome: Outcome, alike: Mapping[str, float]) -> Mapping[str, float]:
        terms, way = [each.claim for each in outcome.terms], outcome.way
        likeness = [alike.get(each.id, 0.0) for each in terms]
        moved = claim.change != "none" or claim.scope in ("change", "additional", "part")
        cue = not _CUES[way].isdisjoint(self._cues(claim)) or (way in _MOVED and moved)
        places = {(each.source, each.sentence.start) for each in terms}
        return {
            way: 1.0,
            "cue": float(cue),
            "best": max(likeness),
            "worst": min(likeness),
            "sentence": float(len(places) == 1),
            "apart": (max(each.start for each in terms) - min(each.start for each in terms)) / 1000,
            "one-thing": _one_thing(terms),
        }


_FAR = -3.0  # a figure no nearer than this has nothing to do with the draft's
_EXACT = 1e-9  # what arithmetic with floats may be off


def _may_be(outcome: Outcome, claim: Claim) -> bool:
    """Whether a figure may be this result: a part and its own whole are not added, an age is no sum, and what is told
    as a rise or a fall is no share and no change the other way."""
    if outcome.way in _JOINED and _is_of_another(outcome):
        return False
    if claim.kind == "age" and outcome.way in _ADDED:
        return False
    if claim.change == "none" or claim.quantity.unit != "%":
        return True
    if outcome.way == "change":
        first, last = outcome.terms
        return (first.value < last.value) == (claim.change == "up")
    return outcome.way == "step"


def _is_of_another(outcome: Outcome) -> bool:
    """Whether one of the terms is counted out of another: "312 of its 410 homes"."""
    terms = sorted((each.claim for each in outcome.terms), key=lambda claim: (claim.source, claim.start))
    return any(one.source == other.source and is_share(one, other) for one, other in pairwise(terms))


def _one_thing(claims: Sequence[Claim]) -> float:
    """Whether the claims count one thing, by their nouns or their units."""
    heads = {claim.context.head or claim.quantity.unit for claim in claims}
    units = {claim.quantity.unit for claim in claims}
    return float(len(heads) == 1 or (len(units) == 1 and "" not in units and claims[0].kind == "count"))


def _runs(terms: Sequence[Term], reach: float) -> Iterator[Sequence[Term]]:
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


def _moved_on(facts: Iterable[Sequence[Claim]], terms: Mapping[str, Term]) -> Iterator[Sequence[Term]]:
    """The figures of each fact for which the sources have several."""
    for claims in facts:
        usable = [terms[claim.id] for claim in claims if claim.id in terms]
        if len({each.value for each in usable}) > 1:
            yield usable


def _spans(days: Sequence[Claim], today: date | None) -> Iterator[Outcome]:
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


def _window(claim: Claim, figure: Figure) -> tuple[float, float] | None:
    """Between which values a result bears the figure out, None where no result can."""
    quantity = claim.quantity
    if quantity.value is not None and quantity.value > 0:
        if quantity.hedge == "about" and figure.low is not None and figure.high is not None:
            return float(figure.low), float(figure.high)
        slack = _slack(claim)
        return (float(quantity.value) - slack, float(quantity.value) + slack) if quantity.hedge == "exact" else None
    if quantity.low and quantity.high is None:
        return float(quantity.low), float(quantity.low) * _BEYOND
    if quantity.high and quantity.low is None:
        return float(quantity.high) / _BEYOND, float(quantity.high)
    return None


_BEYOND = 1.1  # how far beyond a bound a result may lie


def _slack(claim: Claim) -> float:
    """How far a result may be from an unhedged figure: half its last digit, where it may be a rounding."""
    quantity = claim.quantity
    value, step = float(quantity.value or 0), float(quantity.step)
    if claim.kind == "ratio":
        return max(value * 0.05, 0.5) if quantity.unit == "%" else value * 0.15
    if claim.kind == "percent":
        return step / 2
    return min(step / 2, value * 0.03) if value >= _ROUND * step and step != 1 else 0.0


def _grain(claim: Claim) -> float:
    return float(claim.quantity.step) if claim.kind != "count" else 1.0
