"""Tables of phrases."""

import pytest

from reconcile.extract.lexicon.phrases import LoosePhrases, Phrases


@pytest.fixture
def bounds() -> Phrases[int]:
    """Phrases found by their last word."""
    table = Phrases[int]()
    for meaning, phrase in enumerate(("more than", "no more than", "than", "over", "more than")):
        table.add(tuple(phrase.split()), meaning, by_last=True)
    return table


def test_the_longest_phrase_comes_first_and_equal_ones_in_the_order_of_the_rules(bounds: Phrases[int]) -> None:
    words = ["there", "were", "no", "more", "than", "ten"]
    assert bounds.ending(words, 4, 0) == [
        (("no", "more", "than"), 1),
        (("more", "than"), 0),
        (("more", "than"), 4),
        (("than",), 2),
    ]


def test_a_phrase_may_not_reach_back_beyond_its_floor(bounds: Phrases[int]) -> None:
    words = ["no", "more", "than", "ten"]
    assert bounds.ending(words, 2, 1)[0] == (("more", "than"), 0)
    assert bounds.ending(words, 2, 2) == [(("than",), 2)]


def test_a_word_that_no_phrase_is_found_by_has_none(bounds: Phrases[int]) -> None:
    assert "more" not in bounds
    assert not bounds.ending(["more"], 0, 0)
    assert "than" in bounds


def test_phrases_by_their_first_word_and_as_a_whole() -> None:
    places = Phrases[str]()
    for name in ("New York", "New", "New South Wales"):
        places.add(tuple(name.split()), name)
    words = ["in", "New", "South", "Wales"]
    assert [name for _, name in places.starting(words, 1)] == ["New South Wales", "New"]
    assert not places.starting(words, 2)
    assert places.of("New", "York") == ("New York",)
    assert places.of("York") == ()


def test_loose_phrases_have_all_their_words_somewhere() -> None:
    table = LoosePhrases[str]()
    for phrase in ("lose life", "whole war", "lose whole life", "lose war"):
        table.add(tuple(phrase.split()), phrase)
    assert [name for _, name in table.within(frozenset({"life", "whole", "lose"}))] == ["lose whole life", "lose life"]
    assert [name for _, name in table.within(frozenset({"war", "whole", "lose"}))] == ["whole war", "lose war"]
    assert not table.within(frozenset({"lose", "game"}))
