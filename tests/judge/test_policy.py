"""Every case of the policy gets its verdict, in whatever order its reports come in."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.judge.cases import case, verdict_of

LINES = [
    line
    for line in Path(__file__).with_name("policy.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_the_policy_covers_every_verdict_in_many_cases() -> None:
    assert len(LINES) >= 80
    verdicts = {line.partition(":")[0] for line in LINES}
    assert verdicts == {"agree", "compatible", "updated", "discrepancy", "single-source", "undecided"}


@pytest.mark.parametrize("line", LINES)
def test_case(line: str) -> None:
    told = case(line)
    fact = verdict_of(told.claims, told.sources)
    assert fact.verdict == told.verdict, (fact.message, fact.reasons)


@pytest.mark.parametrize("line", LINES)
def test_case_in_reverse_order(line: str) -> None:
    told = case(line)
    forward = verdict_of(told.claims, told.sources)
    backward = verdict_of(told.claims[::-1], told.sources[::-1])
    assert (forward.verdict, forward.message, forward.reasons) == (backward.verdict, backward.message, backward.reasons)


def test_what_is_only_planned_does_not_run_on() -> None:
    told = case("updated: a 3 So far {300 school} are open. | b 5 Now {340 school} are open.")
    planned = tuple(replace(claim, standing="planned") for claim in told.claims)
    assert verdict_of(told.claims, told.sources).verdict == "updated"
    assert verdict_of(planned, told.sources).verdict == "discrepancy"
