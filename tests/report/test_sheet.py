import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

from reconcile.facts import Quantity, Report
from reconcile.report import FORMATS


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(FORMATS["csv"].render(report))))


def test_one_row_a_claim_in_the_order_of_the_facts(report: Report) -> None:
    got = rows(report)
    assert len(got) == len(report.claims)
    assert [row["claim"] for row in got[:4]] == ["c6", "c7", "c8", "c9"]
    assert got[0]["verdict"] == "discrepancy"
    assert (got[0]["value"], got[0]["unit"], got[0]["place"]) == ("31", "person", "wire.md:2")


def test_claims_of_no_fact_follow(report: Report) -> None:
    got = rows(replace(report, facts=report.facts[1:]))
    assert [row["claim"] for row in got[-5:]] == ["c1", "c2", "c3", "c4", "c5"]
    assert got[-1]["verdict"] == ""


def test_the_drafts_findings_stand_beside_its_claims(check: Report) -> None:
    (row,) = (row for row in rows(check) if row["claim"] == "c42")
    assert (row["draft_status"], row["draft_message"]) == (
        "contradicted", "the sources say 31; the digits are transposed"
    )  # fmt: skip


def test_a_negative_number_stays_a_number_and_a_formula_does_not(report: Report) -> None:
    below = Decimal("-4.5")
    first = replace(
        report.claims[0], text="-4.5 °C", quantity=Quantity(below, below, below, "degC", "exact", Decimal("0.1"))
    )
    (row,) = (row for row in rows(replace(report, claims=(first, *report.claims[1:]))) if row["claim"] == "c1")
    assert (row["figure"], row["value"], row["low"]) == ("'-4.5 °C", "-4.5", "-4.5")
