"""What the rivals of a draft's figure have in common with it and those that bear it out have not."""

from collections.abc import Mapping

import pytest

import reconcile
from reconcile.judge.docket import docket_of
from reconcile.pipeline import laid_out
from reconcile.rulebook import shipped_rules

TABLE = """
rival-words > | Fare dodgers cost 31 million. | Vandals cost 31 million, fare dodgers 44 million. | 31 million
rival-words < | Vandals cost 31 million. | Vandals cost 31 million, fare dodgers 44 million. | 31 million
own-words > | Lightning struck 31 barns. | Lightning struck 31 barns. Hail damaged 44 barns. | 31
neighbour-words > | Fare dodgers: 31 million. | Vandals cost 31 million, and fare dodgers 44 million. | 31 million
neighbour-words > | Rain did 62, and hail 31 million. | Rain cost $62m, hail cost $44m; wind cost $31m. | 31 million
rival-roles > | Police held 31 men in Porto. | Police held 31 men in Lisbon. Police held 44 men in Porto. | 31
rival-roles = | Police held 31 men in Lisbon. | Police held 31 men in Lisbon. Police held 44 men in Porto. | 31
rival-cues > | The remaining 31 houses can be saved. | The fire took 31 houses; the remaining 44 can be saved. | 31
unsaid > | The fire took 31 houses. | The fire has so far taken 31 houses. It was seen from 44 ships. | 31
whole > | The fire destroyed 410 homes. | The fire destroyed 312 of the 410 homes. | 410
whole < | The fire destroyed 312 homes. | The fire destroyed 312 of the 410 homes. | 312
whole = | The fire destroyed 312 of 410 homes. | The fire destroyed 312 of the 410 homes. | 410
past > | Harrow cuts 600 jobs. | Harrow plans to cut 1,450 jobs. It cut 600 in February 2023. | 600
past = | Harrow cut 600 jobs in February 2023. | Harrow plans to cut 1,450 jobs. It cut 600 in February 2023. | 600
one-digit > | The blast killed 9 people. | The blast killed 9 people and hurt 30. | 9
one-digit = | The blast killed 19 people. | The blast killed 19 people and hurt 30. | 19
"""


def evidence(draft: reconcile.Source, *sources: reconcile.Source) -> Mapping[str, Mapping[str, float]]:
    """The evidence for each figure of a draft that a source gives, by its words."""
    case = laid_out(draft, sources, shipped_rules())
    docket = docket_of(case.alignment, case.judgement, case.claims, case.sources, shipped_rules())
    known = {claim.id: claim.text for claim in case.claims}
    return {known[name]: features for name, features in docket.evidence.items()}


def told(text: str, name: str, published: str = "2026-03-02") -> reconcile.Source:
    return reconcile.Source.from_text(text, id=name, published=published)


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_what_a_rival_has(line: str) -> None:
    wanted, draft, source, figure = line.split(" | ")
    name, sign = wanted.split()
    found = evidence(told(draft, "draft"), told(source, "a"))[figure][name]
    assert (found > 0) - (found < 0) == {">": 1, "<": -1, "=": 0}[sign], found


@pytest.mark.parametrize(
    ("first", "second", "wanted"), [("2026-03-01", "2026-03-02", 1.0), ("2026-03-02", "2026-03-01", 0.0)]
)
def test_a_rival_published_before(first: str, second: str, wanted: float) -> None:
    rival = told("Some 4,400 litres of oil leaked. Divers found 8,000 coins in a wreck.", "a", first)
    given = told("The flood killed 31 people in Ndola.", "b", second)
    assert evidence(told("The flood killed 31 people.", "draft"), rival, given)["31"]["earlier"] == wanted
