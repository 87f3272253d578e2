"""Tokens of the original text, their offsets, and the sentences they form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.tokens import MARK, NUMBER, WORD, tokenize

ABBREVIATIONS = frozenset({"mr", "no"})


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It cost $1,234.50.", ["It", "cost", "$", "1,234.50", "."]),
        ("12,34,567 forms", ["12,34,567", "forms"]),
        ("12 500 trees", ["12 500", "trees"]),
        ("1.234.567,8 euros", ["1.234.567,8", "euros"]),
        ("22,24,26,31.", ["22", ",", "24", ",", "26", ",", "31", "."]),
        ("17½ years", ["17", "½", "years"]),
        ("the U.S. army's don't", ["the", "U.S.", "army", "'s", "don't"]),
        (".5 of it", [".5", "of", "it"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_surfaces(text: str, surface: list[str]) -> None:
    assert tokenize(text).surface == surface


def test_kinds() -> None:
    assert tokenize("Ann's 12 .5 -- !").kind == [WORD, WORD, NUMBER, NUMBER, MARK, MARK]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Mr. Fry left. He was 40.", ["Mr. Fry left.", "He was 40."]),
        ("See No. 12. It fell.", ["See No. 12.", "It fell."]),
        ("They met in the U.S. The talks failed.", ["They met in the U.S.", "The talks failed."]),
        ("Dead: 14\nInjured: 63", ["Dead: 14", "Injured: 63"]),
        ("J. Smith won. \u201cYes.\u201d Then", ["J. Smith won.", "\u201cYes.\u201d", "Then"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    tokens = tokenize(text, 0, ABBREVIATIONS)
    assert [text[tokens.start[a] : tokens.end[b - 1]] for a, b in tokens.sentences] == sentences


def test_paragraphs_are_counted() -> None:
    assert tokenize("One. Two.\n\nThree.").paragraph == [0, 0, 1]


def test_an_article_may_start_later() -> None:
    tokens = tokenize("title: x\n---\nTwelve died.", 13)
    assert (tokens.surface, tokens.start[0]) == (["Twelve", "died", "."], 13)


@given(st.text(max_size=80))
def test_offsets_and_sentences_cover_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)] == tokens.surface
    assert "".join(tokens.surface) == "".join(text.split())
    assert [k for a, b in tokens.sentences for k in range(a, b)] == list(range(len(tokens.surface)))
    assert all(a <= k < b for k in range(len(tokens.surface)) for a, b in [tokens.sentences[tokens.sentence_of(k)]])
