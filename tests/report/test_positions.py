import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts import Source, Spot
from reconcile.report.positions import GIT_BREAKS, Lines, Place, Unit, in_file, located, units

UNITS: tuple[Unit, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("a€🚢“\r\n"), max_size=60)
TEXT = "---\r\ntitle: “Fähre”\r\n---\r\n€ “31 🚢 hurt”\rand 12\nmore"


@pytest.mark.parametrize(
    ("words", "line", "columns"),
    [
        ("---", 1, (1, 1, 1)),
        ("Fähre", 2, (11, 9, 9)),
        ("31", 4, (8, 4, 4)),
        ("hurt", 4, (16, 10, 9)),
        ("12", 5, (5, 5, 5)),
        ("more", 6, (1, 1, 1)),
    ],
)
def test_each_unit_counts_in_its_own_way(words: str, line: int, columns: tuple[int, int, int]) -> None:
    lines = Lines.of(TEXT)
    offset = TEXT.index(words)
    assert [lines.place(offset, unit) for unit in UNITS] == [Place(line, column) for column in columns]


def test_git_knows_no_lone_carriage_return() -> None:
    assert Lines.of(TEXT, GIT_BREAKS).place(TEXT.index("12"), "utf-8") == Place(4, 28)
    assert Lines.of(TEXT, GIT_BREAKS).line(TEXT.index("more")) == 5


@given(TEXTS, st.sampled_from(UNITS))
def test_a_place_leads_back_to_its_offset(text: str, unit: Unit) -> None:
    lines = Lines.of(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.offset(lines.place(offset, unit), unit) == offset


@given(
    st.text(st.sampled_from("a€🚢“\r\n"), max_size=60), st.integers(1, 20), st.integers(1, 40), st.sampled_from(UNITS)
)
def test_any_place_is_an_offset_of_the_text(text: str, line: int, column: int, unit: Unit) -> None:
    assert 0 <= Lines.of(text).offset(Place(line, column), unit) <= len(text)


def test_a_column_past_the_line_or_inside_a_character_is_taken_back() -> None:
    lines = Lines.of("ab🚢\r\ncd")
    assert lines.offset(Place(1, 99), "utf-16") == 3
    assert lines.offset(Place(1, 4), "utf-16") == 2
    assert lines.offset(Place(9, 1), "utf-16") == 7


def test_the_end_of_a_text_is_a_place() -> None:
    assert Lines.of("").place(0, "utf-16") == Place(1, 1)
    assert Lines.of("a\n").place(2, "utf-16") == Place(2, 1)


def test_units_take_a_lone_surrogate() -> None:
    assert [units("\ud800", unit) for unit in UNITS] == [3, 1, 1]


def test_places_hold_in_files_of_text_alone() -> None:
    held = {"a.md": True, "notes": True, "-": False, None: False}
    assert {path: in_file(Source("s", "", path=path)) for path in held} == held
    assert not in_file(Source("s", "", path="a.txt", extracted=True))


TWO = "One.\n\nTwo."
ROW = Spot(4, "row", 12, "Dead")


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (Source("s", TWO, path="a.md"), "a.md:3"),
        (Source("s", TWO, path="a.html", extracted=True), "a.html, text line 3"),
        (Source("s", TWO, path="a.pdf", pages=(0, 6), extracted=True), "a.pdf, p. 2"),
        (Source("s", TWO, spots=(Spot(0, "paragraph", 1), Spot(6, "paragraph", 2)), extracted=True), "s, para. 2"),
        (Source("s", TWO, path="a.csv", spots=(ROW,), extracted=True), "a.csv, row 12, column Dead"),
        (Source("s", TWO, path="a.csv", spots=(Spot(4, "row", 12),), extracted=True), "a.csv, row 12"),
        (Source("s", TWO, path="a.csv", spots=(Spot(7, "row", 12),), extracted=True), "a.csv, text line 3"),
    ],
)
def test_a_place_is_told_as_people_find_it(source: Source, place: str) -> None:
    assert located(source, 6, Lines.of(TWO), source.path or source.id) == place
