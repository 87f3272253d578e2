"""RTF: characters of any code page, tables, what is deleted or hidden, and what keeps the library busy."""

import pytest

from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.rtf import read, sniff


def text(body: str, head: str = r"\ansi\ansicpg1252") -> str:
    (found,) = read(Blob("a.rtf", ".rtf", f"{{\\rtf1{head} {body}}}".encode("latin-1"))).sources
    return found.text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Toll at 42\'92s high\par Twelve died.", "Toll at 42\u2019s high\n\nTwelve died."),
        ("Caf\u00e9: 12 died", "Caf\u00e9: 12 died"),
        (r"\u8364?9 million", "\u20ac9 million"),
        (r"Toll: {\deleted\revauth1 30}{\revised\revauth1 41} dead", "Toll: 41 dead"),
        (r"Seen{\v  12 hidden} all", "Seen all"),
        (r"{Seen \v 12 \v0 again} all", "Seen again all"),
        (r"{\deleted 1{\b 2}3}4 {\b 5}", "4 5"),
        (r'{\field{\*\fldinst{HYPERLINK "http://a.example/12"}}{\fldrslt{A link}}} of 9', "A link of 9"),
        (r"{\pict\bin5 }{\\}}Twelve {\pict " + "ab12" * 200 + "} died", "Twelve  died"),
        (r"{\header 99}{\footer 98}Twelve died.", "Twelve died."),
        (r"A | B 12", "A | B 12"),
    ],
)
def test_what_a_reader_sees(body: str, expected: str) -> None:
    assert text(body) == expected


def test_another_code_page() -> None:
    assert text(r"\'cf\'f0\'e8 12", r"\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 A;}}\f0") == "\u041f\u0440\u0438 12"


def test_tables_of_two_programs() -> None:
    word = (
        r"Before.\par\trowd\cellx1\cellx2\pard\intbl Region\cell Killed\cell\trowd\cellx1\cellx2\row"
        r"\trowd\cellx1\cellx2\pard\intbl North\cell 12\cell\trowd\cellx1\cellx2\row\pard After.\par"
    )
    (found,) = read(Blob("a.rtf", ".rtf", f"{{\\rtf1 {word}}}".encode())).sources
    assert found.text == "Before.\n\nNorth, Killed: 12\n\nAfter."
    assert [(cell.row, cell.column) for cell in found.cells] == [("North", "Killed")]


def test_the_group_of_information() -> None:
    info = r"{\info{\title Fl\'fct}{\author Ann Ray}{\revtim\yr2026\mo3\dy11\hr9\min30}}"
    (found,) = read(Blob("a.rtf", ".rtf", f"{{\\rtf1\\ansi{info} Twelve died.}}".encode())).sources
    assert (found.title, found.byline, found.modified) == ("Fl\u00fct", "Ann Ray", "2026-03-11T09:30")


@pytest.mark.parametrize(
    "body",
    [
        r'{\field{\*\fldinst{HYPERLINK "' * 20_000,
        r"{\fonttbl" + r"\f1\fcharset0" * 20_000 + "}12",
        r"{\fonttbl" + r"\f1" * 100_000 + "12",
        "{}" * 60_000,
        r"\bin999999999 ",
        "\\",
        "}" * 100_000,
    ],
)
def test_what_keeps_the_library_busy_does_not(body: str) -> None:
    try:
        assert len(text(body)) < len(body) + 10
    except ReadError as error:
        assert error.problem.hint  # noqa: PT017 - either way will do


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"plain", "broken"),
        (b"{\\rtf1 }", "no text"),
        (b"{\\rtf1" + b"{" * 10_000, "nested"),
        (b"{\\rtf1 " + b"x " * 1_000_000, "1000 kB"),
        (b"{\\rtf1 " + b"x" * 20_000_000, "larger"),
    ],
)
def test_what_is_no_rtf_or_too_much_is_refused_with_a_hint(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        read(Blob("a.rtf", ".rtf", data))
    assert raised.value.problem.hint


def test_it_is_known_by_its_first_bytes() -> None:
    assert sniff(Blob("-", "", b"{\\rtf1"))
    assert not sniff(Blob("a.rtf", ".rtf", b"x{\\rtf1"))
