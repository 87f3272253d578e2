"""The exit status of a report."""

import pytest

from reconcile.desk.status import NEVER, exit_status
from reconcile.desk.status import VERDICTS as LEVELS
from reconcile.facts import Claim, Fact, Problem, Report, Sentence
from reconcile.facts.report import Verdict

UNREAD = (Problem("a.txt", None, "empty", "write something"),)
CLAIM = Claim("c1", "s1", "count", 0, 1, "3", Sentence(0, 1, "3"), None)


def report(*verdicts: Verdict, claims: tuple[Claim, ...] = ()) -> Report:
    facts = tuple(Fact(f"f{n}", "", "count", (), verdict, 1, "") for n, verdict in enumerate(verdicts))
    return Report(rules="", sources=(), claims=claims, facts=facts)


@pytest.mark.parametrize("level", LEVELS)
def test_a_finding_at_or_above_the_level_counts_and_one_below_does_not(level: str) -> None:
    verdicts: tuple[Verdict, ...] = ("discrepancy", "undecided", "single-source", "updated", "compatible")
    for verdict in verdicts:
        expected = LEVELS.index(verdict) <= LEVELS.index(level)
        assert exit_status(report("agree", verdict), level, ()) == int(expected)


def test_agreement_is_clean_at_every_verdict_and_claims_count_for_the_last_level_only() -> None:
    some = report("agree", claims=(CLAIM,))
    assert [exit_status(some, level, ()) for level in LEVELS] == [0, 0, 0, 0, 0, 1]


def test_never_is_clean_and_unread_input_is_graver_than_any_finding() -> None:
    assert exit_status(report("discrepancy"), NEVER, ()) == 0
    assert exit_status(report("discrepancy"), "discrepancy", UNREAD) == 2
    assert exit_status(report(), NEVER, UNREAD) == 2
