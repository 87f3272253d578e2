"""Figures of a draft that follow from figures of the sources: sums, differences, shares, changes, averages, years.

By chance much adds up. What speaks for a result is how exactly it fits, how few results there are to choose from, that
its terms are told together and of one thing, and that the draft's words call for such a step and echo the terms' own.
The weights of all that stand in rules/check.toml.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from reconcile.facts import Claim
from reconcile.judge.arithmetic import Goal, Outcome, Term, Way, outcomes, term
from reconcile.judge.checking import Deriving
from reconcile.judge.comparable import both_moves
from reconcile.judge.intervals import Figure
from reconcile.judge.places import moved_on, runs, spans
from reconcile.judge.search import Search, grain, window
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
_CROSSING = frozenset({"difference", "average", "share"})  # ways from a term next to the figure to one told elsewhere


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
        self._terms = [made for claim in told if (made := term(claim))]
        by_id = {made.claim.id: made for made in self._terms}
        self._places = [*runs(self._terms, rules.reach), *moved_on(facts, by_id)]
        self._spans = tuple(spans([claim for claim in told if claim.kind == "date"], today))

    def derive(self, hearing: Hearing, figure: Figure, beside: Iterable[Hearing] = ()) -> Derived | None:
        """The likeliest way in which the figure follows, None where none is likely enough; `figure` is the draft's as
        it is compared, `beside` are the figures that the draft tells next to it."""
        found = self.candidates(hearing, figure, frozenset(_bearing(beside)))
        scored = [(self._rules.weigh(features), outcome) for outcome, features in found]
        best = max(scored, key=lambda each: each[0], default=None)
        if best is None or best[0] < self._rules.least:
            return None
        outcome = best[1]
        terms = tuple(each.claim for each in outcome.terms)
        return Derived(_HOW[outcome.way], terms, f"{outcome.equation} = {hearing.claim.text}")

    def candidates(
        self, hearing: Hearing, figure: Figure, near: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Outcome, Mapping[str, float]]]:
        """All results that fit the figure, with the evidence for each; `near` are the claims that bear out the figures
        next to it."""
        claim = hearing.claim
        fitting = window(claim, figure)
        if fitting is None:
            return
        low, high = fitting
        size = float(claim.quantity.value or low)
        goal = Goal("duration" if claim.kind == "age" else claim.kind, claim.quantity.unit.partition("/")[0], size)
        search = self._searched(claim, goal, (low, high), near)
        luck = math.log10(max(1.0, size / max(high - low, grain(claim))))
        alike = {w.claim.id: w.alike for w in hearing.witnesses}
        rival = _nearest_rival(hearing)
        for outcome in search.fitting.values():
            evidence = self._evidence(claim, outcome, alike, near)
            cue = evidence["cue"]
            if _may_be(outcome, claim) and (cue or self._unasked(outcome, claim, evidence)):
                chance = {
                    "luck": luck,
                    "tried": math.log10(search.tried(outcome)),
                    "cue-small": float(cue and luck < 1),
                }
                yield outcome, {**chance, "rival": rival, "rival-cue": rival * cue, **evidence}

    def _searched(self, claim: Claim, goal: Goal, fitting: tuple[float, float], near: frozenset[str]) -> Search:
        """All results of the goal's kind, looked through for those that fit."""
        asked = frozenset(way for way in _CUES if self._asks(claim, way))
        search = Search(*fitting, asked, near)
        for place in (*self._places, *self._crossing(near, asked)):
            search.look(outcomes(goal, place))
        search.look(self._spans if goal.unit == "year" else ())
        return search

    def _unasked(self, outcome: Outcome, claim: Claim, evidence: Mapping[str, float]) -> bool:
        """Whether a result may be meant though no word of the draft asks for one: never the rest of a percentage, nor
        what is told in the very words of a term, for that term is what should stand there; nor terms without a word in
        common with the draft that stand in different sentences."""
        if outcome.way == "rest" or not (evidence["sentence"] or evidence["best"] >= self._rules.told):
            return False
        unit = claim.quantity.unit
        beside = evidence["best"] >= self._rules.verbatim
        return not (beside and any(each.claim.quantity.unit == unit for each in outcome.terms) and unit == "%")

    def _asks(self, claim: Claim, way: Way) -> bool:
        """Whether the draft's words call for a step."""
        if _is_gap(claim):
            return way == "difference"
        moved = claim.change != "none" or claim.scope in ("change", "additional", "part")
        return not _CUES[way].isdisjoint(self._cues(claim)) or (way in _MOVED and moved)

    def _crossing(self, near: frozenset[str], asked: frozenset[Way]) -> Iterator[Sequence[Term]]:
        """The terms next to the figure, each with every other that counts or measures the same, wherever it is told."""
        if asked.isdisjoint(_CROSSING):
            return
        for one in (each for each in self._terms if each.claim.id in near):
            for other in self._terms:
                if other.value != one.value and _one_thing((one.claim, other.claim)):
                    yield one, other

    def _evidence(
        self, claim: Claim, outcome: Outcome, alike: Mapping[str, float], near: frozenset[str]
    ) -> Mapping[str, float]:
        terms, way = [each.claim for each in outcome.terms], outcome.way
        likeness = [alike.get(each.id, 0.0) for each in terms]
        places = {(each.source, each.sentence.start) for each in terms}
        return {
            way: 1.0,
            "cue": float(self._asks(claim, way)),
            "gap-beside": float(_is_gap(claim) and any(each.id in near for each in terms)),
            "best": max(likeness),
            "worst": min(likeness),
            "sentence": float(len(places) == 1),
            "apart": (max(each.start for each in terms) - min(each.start for each in terms)) / 1000,
            "one-thing": _one_thing(terms),
        }


def _bearing(beside: Iterable[Hearing]) -> Iterator[str]:
    """The claims that bear out some figures of the draft."""
    for hearing in beside:
        best = next(iter(hearing.fors), None)
        if best:
            yield from (w.claim.id for w in hearing.fors if w.claim is best.claim or (w.fact and w.fact == best.fact))


_FAR = -3.0  # a figure no nearer than this has nothing to do with the draft's


def _nearest_rival(hearing: Hearing) -> float:
    """How near another figure is told that could stand in the place of the draft's."""
    rivals = (w.near for w in hearing.witnesses if w.stance in AGAINST and both_moves(hearing.claim, w.claim))
    return max(*rivals, _FAR, _FAR)


def _is_gap(claim: Claim) -> bool:
    """Whether a figure tells by how many something is more or less than something else."""
    return claim.scope == "change" and claim.quantity.unit not in ("%", "times")


def _may_be(outcome: Outcome, claim: Claim) -> bool:
    """Whether a figure may be this result: a part and its own whole are not added, an age is no sum, and what is told
    as a rise or a fall is a difference, no share, and no change the other way."""
    if outcome.way in _JOINED and _is_of_another(outcome):
        return False
    if (claim.kind == "age" and outcome.way in _ADDED) or (_is_gap(claim) and outcome.way != "difference"):
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
