"""CSV and TSV as spreadsheets of several countries save them."""

import pytest

from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.grid import MOST_CELLS
from reconcile.read.readers import read_blob
from reconcile.read.sheet import read

_ROWS = (("Region", "Killed", "Note"), ("Köln, west", "1,5", "a"), ("Bonn", "2,5", "b"))


def blob(data: bytes, suffix: str = ".csv") -> Blob:
    return Blob("t" + suffix, suffix, data)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_encoding_and_line_end(delimiter: str, encoding: str, end: str) -> None:
    text = end.join(delimiter.join(f'"{cell}"' for cell in row) for row in _ROWS)
    reading = read(blob(text.encode(encoding)))
    (source,) = reading.sources
    assert reading.problems == ()
    assert source.text.splitlines()[0] == "Köln, west, Killed: 1,5"
    assert [source.text[cell.start : cell.end] for cell in source.cells] == ["1,5", "2,5"]
    assert all(cell.comma for cell in source.cells)


def test_the_first_line_of_excel_names_the_delimiter() -> None:
    (source,) = read(blob(b"sep=;\nRegion;Killed, total\nNorth;12\n")).sources
    assert source.text == "North, Killed, total: 12"


def test_a_figure_is_in_the_row_and_column_of_the_file() -> None:
    table = b'sep=;\nDeaths by district\n\nDistrict;Note;Dead\nNorth;"two\nlines";12\n\nSouth;killed 7;30\n'
    (source,) = read_blob(blob(table)).sources
    spots = {words: source.spot_of(source.text.index(words)) for words in ("12", "7", "30")}
    assert {words: (spot.number, spot.column) for words, spot in spots.items() if spot} == {
        "12": (4, "Dead"),
        "7": (6, "Note"),
        "30": (6, "Dead"),
    }


def test_a_table_that_is_too_long_is_cut_and_says_so() -> None:
    reading = read(blob(b"a,b\n" + b"x,1\n" * MOST_CELLS))
    assert len(reading.sources[0].cells) == MOST_CELLS // 2 - 1
    ((problem),) = reading.problems
    assert "only its first rows" in problem.message


@pytest.mark.parametrize("data", [b"\n \n", b",,,\n", b'"' + b"x" * 200_000 + b"\n", b"a\0b,1\n"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as raised:
        read(blob(data))
    assert raised.value.problem.hint


def test_a_unit_in_a_heading_is_no_agency_in_a_dateline() -> None:
    (source,) = read_blob(blob(b"District,Rainfall (mm)\nNorth,12\n")).sources
    assert source.text == "North, Rainfall (mm): 12"
    assert (source.publisher, source.credit) == (None, ())
