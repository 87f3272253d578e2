"""Figures of tables as claims: what the names of row and column say of them."""

from decimal import Decimal
from typing import Any

import pytest

from reconcile.extract import extract
from reconcile.facts import Claim, Source
from reconcile.read.grid import lay_out
from reconcile.rulebook import shipped_rules


def claims(*rows: str, caption: str = "", published: str | None = "2026-03-11") -> tuple[Claim, ...]:
    """The claims of a table whose rows are written with bars between the cells."""
    block = lay_out([[cell.strip() for cell in row.split("|")] for row in rows], caption)
    source = Source(id="a", text=block.text, cells=block.cells, published=published)
    found = extract(source, shipped_rules())
    assert all(source.text[claim.start : claim.end] == claim.text for claim in found)
    assert [claim.id for claim in found] == [f"c{k}" for k in range(1, len(found) + 1)]
    return found


def told(claim: Claim, *fields: str) -> dict[str, Any]:
    values = {"value": claim.quantity.value, "unit": claim.quantity.unit, "step": claim.quantity.step}
    values["when"] = claim.when.text if claim.when else None
    return {name: values[name] if name in values else getattr(claim, name) for name in fields}


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Killed", "12", {"kind": "count", "value": 12, "unit": "person", "event": "kill"}),
        ("Children killed", "12", {"noun": "children", "unit": "person", "event": "kill", "subject": "Ruritania"}),
        ("Deaths in custody by sex", "12", {"noun": "deaths", "unit": "person", "event": "kill"}),
        ("Share of women (%)", "45", {"noun": "women", "unit": "%"}),
        ("Number of soldiers", "1,200", {"noun": "soldiers", "measure": "soldier", "unit": "person"}),
        ("Injured (thousands)", "3.4", {"value": 3400, "step": 100, "event": "injure"}),
        ("Staff, '000", "12", {"value": 12000, "unit": "person"}),
        ("Revenue, $m", "1.2", {"kind": "money", "value": 1200000, "unit": "USD", "noun": None}),
        ("Revenue (£ million)", "(34)", {"value": -34000000, "unit": "GBP", "text": "(34)"}),
        ("GDP, US$ bn", "2,780", {"value": 2780000000000, "step": 1000000000}),
        ("Revenue (USD)", "$1.5 million", {"value": 1500000, "unit": "USD"}),
        ("Cost in euros", "300", {"kind": "money", "value": 300, "unit": "EUR"}),
        ("Share of vote (%)", "33.7", {"kind": "percent", "value": Decimal("33.7"), "unit": "%"}),
        ("Turnout", "63%", {"kind": "percent", "value": 63, "unit": "%"}),
        ("Height (m)", "4,810", {"kind": "measure", "value": 4810, "unit": "m"}),
        ("Population (m)", "67", {"kind": "count", "value": 67000000}),
        ("Exports, thousand tonnes", "3,400", {"kind": "measure", "value": 3400000, "unit": "tonne"}),
        ("Deaths per 100,000", "12.4", {"unit": "person/100000", "value": Decimal("12.4")}),
        ("Change (%)", "-4", {"scope": "change", "change": "down", "value": 4, "unit": "%"}),
        ("Change (pp)", "+0.3", {"scope": "change", "change": "up", "unit": "pp"}),
        ("Seats +/-", "-4", {"scope": "change", "change": "down", "value": 4}),
        ("Deaths in 2023", "30", {"when": "2023", "value": 30, "step": 1}),
        ("2023", "30", {"when": "2023", "value": 30}),
    ],
)  # fmt: skip
def test_a_heading_says_what_is_counted_in_what_unit_and_when(
    heading: str, cell: str, expected: dict[str, Any]
) -> None:
    (claim,) = claims(f"Country | {heading}", f"Ruritania | {cell}")
    assert told(claim, *expected) == expected


def test_where_columns_are_periods_the_rows_say_what_is_measured() -> None:
    new, old, loss, profit = claims("£m | 2025 | 2024", "Revenue | 1,200 | 1,100", "Pre-tax profit | (34) | 310")
    assert told(new, "value", "unit", "subject", "when") == {
        "value": 1200000000, "unit": "GBP", "subject": "Revenue", "when": "2025",
    }  # fmt: skip
    assert old.when is not None
    assert (old.when.first, old.when.last) == ("2024-01-01", "2024-12-31")
    assert (loss.quantity.value, loss.subject, profit.quantity.value) == (-34000000, "Pre-tax profit", 310000000)


def test_a_row_of_totals_is_the_whole_and_the_other_rows_its_parts() -> None:
    *parts, whole = claims("Region | Killed", "North | 12", "South | 30", "Total | 42")
    assert [claim.scope for claim in parts] == ["part", "part"]
    assert (whole.scope, whole.quantity.value) == ("total", 42)
    costs = claims("Region | Cost, $m | Share (%)", "North | 3.2 | 40", "Total | 8 | 100")
    assert [claim.scope for claim in costs] == ["part", "total", "total", "total"]
    (alone,) = claims("Region | Killed", "North | 12")
    assert alone.scope == "total"
    parties = claims(" | Reds | Blues", "Seats | 12 | 3", "Members | 40 | 7")
    assert {claim.scope for claim in parties} == {"part"}
    (seats, members) = claims(" | Reds", "Seats | 12", "Members | 40")
    assert seats.scope == members.scope == "total"


def test_the_caption_gives_place_scale_and_noun_where_row_and_column_do_not() -> None:
    caption = "Deaths in Romania by sex ('000)"
    first, _ = claims("Sex | 2023 | 2024", "Men | 12 | 13", caption=caption)
    assert (first.quantity.value, first.roles.in_, first.event) == (12000, ("Romania",), "kill")
    (staff,) = claims("Division | Staff", "Retail | 300", caption="Results by division, £m")
    assert (staff.kind, staff.quantity.value) == ("count", 300)


def test_a_table_of_districts_says_where_even_of_places_that_nobody_knows() -> None:
    first, whole = claims("District | Killed", "Upper Vell | 25", "Total | 25")
    assert (first.roles.in_, whole.roles.in_) == (("Upper Vell",), ())
    (party,) = claims("Party | Seats", "Upper Vell | 25")
    assert party.roles.in_ == ()


def test_what_only_numbers_or_dates_a_row_is_no_claim() -> None:
    rows = ("District no. | District | Founded | Phone | Arrests", "7 | North | 1999 | 555 123 | 12")
    assert [claim.text for claim in claims(*rows) if claim.kind != "date"] == ["12"]


def test_the_lines_of_a_table_are_read_by_their_headings_alone() -> None:
    block = lay_out([["Aged", "Deaths by 31 March 2024"], ["18-24", "12"]])
    text = f"Police counted 300 people.\n\n{block.text}\n\nNine were released."
    at = text.index(block.text)
    cells = tuple(type(cell)(cell.start + at, cell.end + at, cell.row, cell.column) for cell in block.cells)
    found = extract(Source(id="a", text=text, cells=cells, published="2026-03-11"), shipped_rules())
    assert [claim.text for claim in found] == ["300", "12", "Nine"]


def test_the_sentence_of_a_figure_is_its_line_and_its_trail_names_row_and_column() -> None:
    _, claim = claims("Region | Killed | Injured", "North | 12 | 30")
    assert claim.sentence.text == "North, Injured: 30"
    assert [(step.rule, step.note) for step in claim.trail if step.rule.startswith("tables.")] == [
        ("tables.columns", "Injured"), ("tables.rows", "North"),
    ]  # fmt: skip


def test_decimals_behind_a_comma_are_read_as_the_table_writes_them() -> None:
    first, second = claims("Land | Anteil | Tote", "Nord | 3,5 % | 1.234")
    assert (first.quantity.value, second.quantity.value) == (Decimal("3.5"), 1234)


def test_a_share_behind_a_count_is_a_claim_of_its_own() -> None:
    count, share = claims("Group | Cases", "Women | 1,234 (45%)")
    assert (count.quantity.value, share.quantity.value, share.quantity.unit) == (1234, 45, "%")


@pytest.mark.parametrize("cell", ["n/a", "-", "..", "Boeing 737", "see note 3"])
def test_what_is_no_figure_is_no_claim(cell: str) -> None:
    found = claims("Region | Killed", f"North | {cell}", "South | 12", "East | 13")
    assert [claim.text for claim in found] == ["12", "13"]


@pytest.mark.parametrize("heading", ["Value", "Count", "Figures", "Number"])
def test_a_heading_that_only_says_value_leaves_the_noun_to_the_row(heading: str) -> None:
    dead, engines = claims(f"Measure | {heading}", "Dead | 4", "Fire engines | 26")
    assert told(dead, "unit", "event") == {"unit": "person", "event": "kill"}
    assert engines.noun == "fire engines"


@pytest.mark.parametrize("heading", ["Flight number", "No.", "Rank"])
def test_what_only_numbers_the_rows_counts_nothing(heading: str) -> None:
    assert [claim.text for claim in claims(f"Town | {heading} | Dead", "Marval | 17 | 4", "Ostby | 18 | 6")] == [
        "4",
        "6",
    ]
