"""Copies of a text stand in for one another, and only what differs is aligned."""

from dataclasses import replace

from reconcile.align.texts import texts_of
from reconcile.facts import Claim, Group, Source
from tests.align.story import claim

TEXT = "The hall was licensed for 600 guests."


def source(name: str, text: str = TEXT, **more: object) -> Source:
    return replace(Source.from_text(text, name), **more)  # type: ignore[arg-type]


def the_claim(name: str, where: Source) -> Claim:
    return claim(name, where.id, TEXT, "600", start=where.body)


def test_a_text_takes_part_once_and_is_called_by_its_words() -> None:
    a, b = source("a"), source("b")
    texts = texts_of([the_claim("c1", a), the_claim("c2", b)], [a, b])
    (told,) = texts.claims
    renamed = texts_of([the_claim("c1", source("x"))], [source("x")])
    assert told.id == "c1"
    assert told.source == renamed.claims[0].source
    assert [each.id for each in texts.copies["c1"]] == ["c2"]


def test_the_copy_that_was_published_first_stands_for_all() -> None:
    a, b = source("a", published="2026-03-12"), source("b", published="2026-03-11")
    assert [each.id for each in texts_of([the_claim("c1", a), the_claim("c2", b)], [a, b]).claims] == ["c2"]


def test_what_stands_before_the_article_makes_no_other_text() -> None:
    a, b = source("a"), source("b", "title: x\n" + TEXT, body=9)
    assert len(texts_of([the_claim("c1", a), the_claim("c2", b)], [a, b]).claims) == 1


def test_another_text_stays_another() -> None:
    a, b = source("a"), source("b", TEXT + " It was full.")
    texts = texts_of([the_claim("c1", a), the_claim("c2", b)], [a, b])
    assert len({each.source for each in texts.claims}) == 2
    assert not texts.copies


def test_copies_join_the_group_of_the_first_in_the_order_of_the_input() -> None:
    a, b = source("a"), source("b")
    texts = texts_of([the_claim("c1", a), the_claim("c2", b)], [a, b])
    whole = texts.whole(Group(("c1", "c9")), {"c1": 0, "c2": 1, "c9": 2})
    assert whole.claims == ("c1", "c2", "c9")
    assert [(link.a, link.b, link.reasons[0].name) for link in whole.links] == [("c1", "c2", "copy")]
    alone = Group(("c9",))
    assert texts.whole(alone, {"c9": 0}) is alone
