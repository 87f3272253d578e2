"""The two sample articles end to end: what a desk must read off them, line by line."""

from decimal import Decimal
from pathlib import Path

import pytest

import reconcile
from reconcile.facts import Claim, Fact, Relation, Report

SEEDS = Path(__file__).parents[1] / "seeds"
KREMLIN, PENTAGON = "000_7b080f9ad804409b", "004_19e82840442cf855"


@pytest.fixture(scope="module")
def report() -> Report:
    return reconcile.compare([reconcile.read(path) for path in sorted(SEEDS.glob("*.txt"))])


def claims(report: Report, text: str, source: str | None = None) -> list[Claim]:
    """The claims with a surface, in all sources or in one."""
    return [claim for claim in report.claims if claim.text == text and source in (None, claim.source)]


def fact(report: Report, claim: Claim) -> Fact:
    (found,) = [fact for fact in report.facts if claim.id in fact.claims]
    return found


def fact_of(report: Report, text: str, source: str) -> Fact:
    (claim,) = claims(report, text, source)
    return fact(report, claim)


def relation(report: Report, equation: str) -> Relation:
    (found,) = [relation for relation in report.relations if relation.equation == equation]
    return found


@pytest.mark.parametrize("figure", ["1,000", "2,000"])
def test_both_sources_agree(report: Report, figure: str) -> None:
    one, other = fact_of(report, figure, KREMLIN), fact_of(report, figure, PENTAGON)
    assert one is other
    assert (one.verdict, one.origins, one.message) == ("agree", 2, f"both say {figure}")


def test_soldiers_move_from_germany_to_romania(report: Report) -> None:
    assert fact_of(report, "1,000", PENTAGON).label.endswith("soldiers, Germany to Romania")


def test_the_parts_of_the_2000_add_up(report: Report) -> None:
    found = relation(report, "1,700 + 300 = 2,000")
    parts = tuple(fact_of(report, part, PENTAGON).id for part in ("1,700", "300"))
    whole = fact_of(report, "2,000", PENTAGON).id
    assert found == Relation("sum", whole, parts, PENTAGON, "1,700 + 300 = 2,000", certain=True)


def test_several_thousand_is_what_the_other_source_adds_up_to(report: Report) -> None:
    equation = "2,000 + 1,000 = 3,000, within several thousand"
    mentions = claims(report, "several thousand", KREMLIN)
    assert len(mentions) == 2
    for mention in mentions:
        found = fact(report, mention)
        assert (found.verdict, found.message) == ("compatible", equation)
        assert found.reasons[0].detail == equation
    parts = tuple(fact_of(report, part, PENTAGON).id for part in ("2,000", "1,000"))
    sums = [found for found in report.relations if found.equation == equation]
    assert {found.whole for found in sums} == {fact(report, mention).id for mention in mentions}
    assert all((found.type, found.parts, found.source, found.certain) == ("sum", parts, None, False) for found in sums)


@pytest.mark.parametrize(("figure", "source"), [("8,500", PENTAGON), ("100,000", KREMLIN)])
def test_one_source_only(report: Report, figure: str, source: str) -> None:
    found = fact_of(report, figure, source)
    assert (found.verdict, found.message) == ("single-source", f"one source only: {figure}")


def test_no_soldiers_is_a_claim_of_zero(report: Report) -> None:
    (found,) = [claim for claim in report.claims if claim.noun == "American soldiers"]
    assert (found.text, found.quantity.value, found.quantity.unit) == ("no", Decimal(0), "person")
    assert found.standing in ("planned", "denied")
    assert fact(report, found).verdict != "discrepancy"


def test_weeks_are_more_than_a_month(report: Report) -> None:
    (month,) = claims(report, "more than a month", PENTAGON)
    (weeks,) = claims(report, "weeks", KREMLIN)
    assert month.kind == weeks.kind == "duration"
    verdicts = {fact(report, month).verdict, fact(report, weeks).verdict}
    assert verdicts == ({"compatible"} if fact(report, month) is fact(report, weeks) else {"single-source"})


@pytest.mark.parametrize(("text", "day"), [("Wednesday", "2022-02-02"), ("Tuesday", "2022-02-01")])
def test_weekdays_are_days(report: Report, text: str, day: str) -> None:
    found = claims(report, text)
    assert {claim.source for claim in found} == {KREMLIN, PENTAGON}
    assert {(claim.when.first, claim.when.last) for claim in found if claim.when} == {(day, day)}
    assert all(claim.when for claim in found)


def test_nothing_is_a_discrepancy(report: Report) -> None:
    assert [fact.message for fact in report.facts if fact.verdict == "discrepancy"] == []
