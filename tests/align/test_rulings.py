"""An editor's word against the evidence: joins, splits, later words, words that no text meets any more."""

from dataclasses import replace

import pytest

from reconcile.align import ruled
from reconcile.facts import Alignment, Claim, Group, Link, Quote, Reason, Ruling
from tests.align.story import claim

A = claim("c1", "a", "The hall was licensed for 600 guests.", "600")
B = claim("c2", "b", "The venue was meant for 450 guests at most.", "450")
C = claim("c3", "c", "Some 600 guests had tickets.", "600")
CLAIMS = (A, B, C)


def ruling(a: Claim, b: Claim, *, same: bool, why: str = "asked the fire service") -> Ruling:
    return Ruling((Quote.of(a), Quote.of(b)), same, "Jo Doe", "2026-03-11T18:40:00+00:00", why, "decisions.toml", 3)


def link(a: str, b: str, score: float) -> Link:
    return Link(a, b, score, (Reason("noun", score, "guests ~ guests"),))


def groups(*ids: str, links: tuple[Link, ...] = (), tied: bool = False) -> Alignment:
    return Alignment(tuple(Group(tuple(part.split()), links, tied=tied) for part in ids))


def members(alignment: Alignment) -> list[str]:
    return [" ".join(group.claims) for group in alignment.groups]


def test_without_a_ruling_nothing_changes() -> None:
    alignment = groups("c1 c3", "c2")
    assert ruled(alignment, CLAIMS, ()) == (alignment, ())


def test_two_claims_that_are_the_same_stand_in_one_group_with_the_editors_reason() -> None:
    alignment, problems = ruled(groups("c1 c3", "c2"), CLAIMS, [ruling(A, B, same=True)])
    assert members(alignment) == ["c1 c2 c3"]
    assert problems == ()
    (group,) = alignment.groups
    assert group.rulings[0].detail == "the same fact, says Jo Doe (2026-03-11): asked the fire service"
    assert group.links[-1].reasons[0].name == "editor"


def test_a_word_on_a_tie_settles_it() -> None:
    alignment, _ = ruled(groups("c1 c2", "c3", tied=True), CLAIMS, [ruling(A, B, same=True)])
    assert not alignment.groups[0].tied


def test_two_claims_that_are_not_the_same_part_and_the_rest_goes_where_its_link_is_stronger() -> None:
    links = (link("c1", "c2", 2.0), link("c1", "c3", 1.0), link("c2", "c3", 3.0))
    alignment, problems = ruled(groups("c1 c2 c3", links=links), CLAIMS, [ruling(A, B, same=False)])
    assert members(alignment) == ["c1", "c2 c3"]
    assert problems == ()
    assert [len(group.links) for group in alignment.groups] == [0, 1]
    assert all("two facts, says Jo Doe" in group.rulings[0].detail for group in alignment.groups)


def test_what_was_joined_is_no_longer_told_as_left_out() -> None:
    nearly = Alignment((Group(("c1",)), Group(("c2",)), Group(("c3",))), (link("c1", "c2", -1), link("c2", "c3", -1)))
    alignment, _ = ruled(nearly, CLAIMS, [ruling(A, B, same=True)])
    assert [(each.a, each.b) for each in alignment.possible] == [("c2", "c3")]


@pytest.mark.parametrize(("first", "expected"), [(True, ["c1", "c2", "c3"]), (False, ["c1 c2", "c3"])])
def test_a_later_word_overrides_an_earlier_one_which_is_told(first: bool, expected: list[str]) -> None:  # noqa: FBT001
    words = [ruling(A, B, same=first), ruling(A, B, same=not first)]
    alignment, problems = ruled(groups("c1", "c2", "c3"), CLAIMS, words)
    assert members(alignment) == expected
    assert [problem.message for problem in problems] == ["a later decision says otherwise"]


def test_a_word_on_sentences_that_no_source_has_is_told_with_its_place() -> None:
    gone = claim("c9", "x", "Nobody wrote of 77 guests.", "77")
    alignment, (problem,) = ruled(groups("c1", "c2", "c3"), CLAIMS, [ruling(A, gone, same=True)])
    assert members(alignment) == ["c1", "c2", "c3"]
    assert (problem.where, problem.line) == ("decisions.toml", 3)
    assert '"77"' in problem.message


def test_a_word_holds_in_a_copy_of_a_source_too() -> None:
    copy = claim("c4", "d", "The hall was  licensed for 600\nguests.", "600")
    alignment, _ = ruled(groups("c1", "c2", "c3", "c4"), (*CLAIMS, copy), [ruling(A, B, same=True)])
    assert members(alignment) == ["c1 c2 c4", "c3"]


def test_the_second_of_two_equal_figures_of_a_sentence_is_told_from_the_first() -> None:
    text = "They sold 40 tickets on Friday and 40 more on Sunday."
    first = claim("c1", "a", text, "40")
    second = replace(first, id="c2", start=text.rindex("40"), end=text.rindex("40") + 2)
    assert Quote.of(first).nth == 0
    assert Quote.of(second).nth == 1
