import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

from reconcile.facts import Inconsistency, Quantity, Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked


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


def test_a_check_gives_the_sourcing_sheet_line_by_line(check: Report) -> None:
    got = rows(check)
    assert [(row["number"], row["line"], row["figure"], row["status"], row["source_claim"]) for row in got] == [
        ("1", "1", "nine", "supported", "c4"),
        ("1", "1", "nine", "supported", "c5"),
        ("2", "1", "13", "contradicted", "c6"),
        ("2", "1", "13", "contradicted", "c9"),
        ("3", "2", "412", "supported", "c10"),
        ("3", "2", "412", "supported", "c12"),
        ("4", "2", "22 miles", "contradicted", "c22"),
        ("5", "3", "5,000 euros", "supported", "c35"),
        ("6", "3", "250", "unsupported", ""),
    ]
    assert got[2]["message"] == "the sources say 31; the digits are transposed"
    assert (got[2]["source"], got[2]["place"]) == ("Nordic News Pool", "wire.md:2")
    assert got[2]["source_sentence"] == "The blaze left 31 people hurt, the coast guard said."
    assert got[8]["source"] == got[8]["source_sentence"] == ""


def test_mend_waiver_and_what_does_not_fit_within_the_draft_have_columns() -> None:
    report = checked("It cost €8m.", "€8m", mend="€9m", waiver=WAIVER, level="error")
    (row,) = rows(replace(report, inconsistencies=(Inconsistency("parts", ("c2",), "does not add up"),)))
    assert (row["mend"], row["waived"], row["level"]) == ("€9m", WAIVER.told, "error")
    assert row["within_draft"] == "does not add up"


def test_a_draft_without_figures_has_a_sheet_of_the_same_columns(check: Report) -> None:
    bare = FORMATS["csv"].render(replace(check, draft=()))
    assert bare == FORMATS["csv"].render(check).splitlines(keepends=True)[0]


def test_a_negative_number_stays_a_number_and_a_formula_does_not(report: Report) -> None:
    below = Decimal("-4.5")
    first = replace(
        report.claims[0], text="-4.5 °C", quantity=Quantity(below, below, below, "degC", "exact", Decimal("0.1"))
    )
    (row,) = (row for row in rows(replace(report, claims=(first, *report.claims[1:]))) if row["claim"] == "c1")
    assert (row["figure"], row["value"], row["low"]) == ("'-4.5 °C", "-4.5", "-4.5")
