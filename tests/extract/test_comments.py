"""Comments are no article: nothing in them is read, and what stands around them reads as it does without them."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import extract
from reconcile.extract.comments import without_comments
from reconcile.facts import Source
from reconcile.facts.text import comments
from reconcile.rulebook import shipped_rules


def commented(text: str) -> list[str]:
    return [text[span.start : span.end] for span in comments(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a <!-- b --> c <!--\nd\n--> e", ["<!-- b -->", "<!--\nd\n-->"]),
        ("a // reconcile: ignore\nb", ["// reconcile: ignore"]),
        ("//reconcile: x", ["//reconcile: x"]),
        ("https://reconcile:80/ and a // b", []),
        ("a <!-- b", []),
        ("<!-- a --> <!-- b", ["<!-- a -->"]),
        ("<!-- // reconcile: x --> b", ["<!-- // reconcile: x -->"]),
    ],
)
def test_what_is_a_comment(text: str, found: list[str]) -> None:
    assert commented(text) == found


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("One. <!-- c -->\nTwo.", "One.\n           Two."),
        ("One.  // reconcile: c \r\nTwo.", "One.\n" + 19 * " " + "Two."),
        ("One\n<!-- c -->\ntwo", "One\n           two"),
        ("One\n\n<!-- c -->\ntwo", "One\n\n           two"),
        ("<!-- c -->One", "          One"),
        ("One <!-- c --> two", "One            two"),
        ("One. <!-- c -->", "One.           "),
    ],
)
def test_a_comment_leaves_lines_and_paragraphs_as_they_were(text: str, blank: str) -> None:
    assert without_comments(text) == blank
    assert len(blank) == len(text)


@given(st.lists(st.sampled_from(["<!--", "-->", " ", "\n", "\r\n", "// reconcile: ", "4 dead. ", "-"])).map("".join))
def test_the_text_keeps_its_length_and_what_is_not_comment(text: str) -> None:
    blank = without_comments(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ", "\n") for old, new in zip(text, blank, strict=True))


def test_figures_in_comments_are_not_read_and_those_around_them_are_in_place() -> None:
    text = "A toll <!-- not 55 --> of 62 people.\n<!-- 7 dogs -->\nIt hit 4 towns. // reconcile: ignore 9 cats\n"
    claims = extract(Source.from_text(text, id="s"), shipped_rules())
    assert [claim.text for claim in claims] == ["62", "4"]
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)
    assert all(text[c.sentence.start : c.sentence.end] == c.sentence.text for c in claims)


@pytest.mark.parametrize("unit", ["<!--", "-->", "<!-- ", "<!---->", " // reconcile: ", " <!-- a", "  \t"])
def test_it_takes_linear_time(unit: str) -> None:
    start = time.process_time()
    without_comments(unit * 50_000 + "-->")
    assert time.process_time() - start < 2


def test_a_note_of_correction_gives_no_claims_and_keeps_every_offset() -> None:
    note = "Correction: An earlier version of this article said 400 people had died."
    text = f"Forty people died.\n\n* {note}\n\nSome 1,200 homes burned, the article said."
    source = replace(Source.from_text(text, id="a"), notes=(note,))
    assert [claim.text for claim in extract(source, shipped_rules())] == ["Forty", "Some 1,200"]
    assert all(text[claim.start : claim.end] == claim.text for claim in extract(source, shipped_rules()))
    assert [claim.text for claim in extract(replace(source, notes=()), shipped_rules())] == [
        "Forty",
        "400",
        "Some 1,200",
    ]
