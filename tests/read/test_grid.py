"""Tables as lines and cells: which rows are headings, which columns names, and where each figure stands."""

import pytest

from reconcile.read.grid import MOST_CELLS, Block, first_rows, joined, lay_out


def table(*rows: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def named(block: Block) -> list[tuple[str, str, str]]:
    """Each cell as its text, row and column."""
    return [(block.text[cell.start : cell.end], cell.row, cell.column) for cell in block.cells]


def test_every_figure_has_a_line_with_the_names_of_its_row_and_column() -> None:
    block = lay_out(table("Region | Killed | Hurt (thousands)", "North | 12 | 3.4", "South | 30 | n/a"), "Floods")
    assert block.text == (
        "Floods\n\nNorth, Killed: 12\nNorth, Hurt (thousands): 3.4\nSouth, Killed: 30\nSouth, Hurt (thousands): n/a"
    )
    assert named(block) == [
        ("12", "North", "Killed"), ("3.4", "North", "Hurt (thousands)"), ("30", "South", "Killed"),
    ]  # fmt: skip
    assert {cell.caption for cell in block.cells} == {"Floods"}


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (("Killed | 12", "Hurt | 30"), [("12", "Killed", ""), ("30", "Hurt", "")]),
        (("killed | hurt", "12 | 30"), [("12", "", "killed"), ("30", "", "hurt")]),
        (("Year | Killed", "2019 | 12", "2020 | 14"), [("12", "2019", "Killed"), ("14", "2020", "Killed")]),
        ((" | 2023 | 2022", "Revenue | 12 | 14"), [("12", "Revenue", "2023"), ("14", "Revenue", "2022")]),
        (("Age | Deaths", "18-24 | 12", "65+ | 40"), [("12", "18-24", "Deaths"), ("40", "65+", "Deaths")]),
        (("Region | 18-24 | 65+", "North | 12 | 40"), [("12", "North", "18-24"), ("40", "North", "65+")]),
        (("No. | Dead", "1 | 12", "2 | 9", "3 | 5"), [("12", "1", "Dead"), ("9", "2", "Dead"), ("5", "3", "Dead")]),
        ((" | Men | | Women | ", " | Dead | Hurt | Dead | Hurt", "York | 1 | 2 | 3 | 4"),
         [(str(k), "York", name) for k, name in enumerate(("Men Dead", "Men Hurt", "Women Dead", "Women Hurt"), 1)]),
        (("Country | Region | Dead", "Spain | North | 12"), [("12", "Spain, North", "Dead")]),
        (("Area (km2) | Dead per 1,000", "643 | 12.4"), [("643", "", "Area (km2)"), ("12.4", "", "Dead per 1,000")]),
        (("Dead | Hurt", "about 300 | up to 40"), [("about 300", "", "Dead"), ("up to 40", "", "Hurt")]),
        (("Name | Office", "Ann | Chair"), []),
        (("Dead",), []),
        ((), []),
    ],
)  # fmt: skip
def test_headings_and_names_are_told_by_the_shapes_of_the_cells(
    rows: tuple[str, ...], cells: list[tuple[str, str, str]]
) -> None:
    assert named(lay_out(table(*rows))) == cells


def test_titles_groups_and_notes_stand_on_lines_of_their_own() -> None:
    rows = table("Deaths, 2023 | ", "Region | Killed", "Europe | ", "York | 1", "Asia | ", "Pune | 2", "Source: WHO | ")
    block = lay_out(rows)
    assert block.text.split("\n") == [
        "Deaths, 2023", "", "Europe", "York, Killed: 1", "Asia", "Pune, Killed: 2", "Source: WHO",
    ]  # fmt: skip
    assert [cell.caption for cell in block.cells] == ["Deaths, 2023. Europe", "Deaths, 2023. Asia"]


def test_the_headings_that_the_format_names_are_taken_as_they_are() -> None:
    assert named(lay_out(table("2019 | 12", "2020 | 14"), heads=1)) == [("14", "2020", "12")]


def test_headings_repeated_on_a_later_page_are_left_out() -> None:
    assert len(lay_out(table("Region | Dead", "North | 1", "Region | Dead", "South | 2")).cells) == 2


def test_a_table_that_lays_out_prose_becomes_paragraphs() -> None:
    prose = "The ministry said that the storm had killed twelve people and that rescuers were still at work. " * 3
    assert lay_out(table(f"{prose} | Menu")) == Block(f"{prose.strip()}\n\nMenu")


@pytest.mark.parametrize(
    ("cells", "guess", "comma"),
    [("3,5 | 1.234", False, True), ("1.234,50 | 7", False, True), ("1.234 | 12", True, True),
     ("1.234 | 12", False, False), ("3.5 | 1,234", True, False), ("1,234,567 | 8", True, False),
     ("1,234 | 8", False, False)],
)  # fmt: skip
def test_decimal_commas_are_told_by_the_figures_before_the_guess_of_the_reader(
    cells: str, *, guess: bool, comma: bool
) -> None:
    block = lay_out(table("a | b", cells), comma=guess)
    assert {cell.comma for cell in block.cells} == {comma}


def test_joined_blocks_keep_every_cell_on_its_figure() -> None:
    block = joined([Block("Twelve died."), lay_out(table("Dead | 12")), Block("End"), lay_out(table("Hurt | 30"))])
    assert block.text == "Twelve died.\n\nDead: 12\n\nEnd\n\nHurt: 30"
    assert [block.text[cell.start : cell.end] for cell in block.cells] == ["12", "30"]


def test_no_more_rows_are_taken_than_a_table_may_have() -> None:
    rows, whole = first_rows(["a", "1"] for _ in range(MOST_CELLS))
    assert (len(rows), whole) == (MOST_CELLS // 2, False)
    assert first_rows([["a"]]) == ([["a"]], True)
