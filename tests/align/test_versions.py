"""Earlier versions of an article: told by address, name or text; only what plainly came later supersedes."""

import pytest

from reconcile.align import superseded
from reconcile.facts import Source

TEXT = (
    "A ferry with {n} people on board sank off the northern islands on Wednesday, killing at least {n} of them, the "
    "coast guard said. Rescuers pulled many survivors from the water before dark, and boats searched through the night."
)


def source(name: str, text: str = TEXT.format(n=12), **known: str) -> Source:
    return Source(name, text, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"url": "https://a.example.org/1"}, {"url": "https://a.example.org/1/#top"}),
        ({"guid": "urn:1"}, {"guid": "urn:1"}),
    ],
)
def test_the_later_of_two_versions_with_one_address_or_name(one: dict[str, str], other: dict[str, str]) -> None:
    a = source("a", published="2026-03-11T18:00Z", **one)
    b = source("b", "Other words.", published="2026-03-11T19:00Z", **other)
    assert superseded([a, b]) == superseded([b, a]) == {"a": "b"}


def test_the_number_of_a_version_is_stronger_than_its_time() -> None:
    a = source("a", guid="urn:1", version="10", published="2026-03-11T18:00Z")
    b = source("b", guid="urn:1", version="9", published="2026-03-11T19:00Z")
    assert superseded([a, b]) == {"b": "a"}


def test_a_chain_leads_to_its_end() -> None:
    chain = [source(name, guid="urn:1", version=str(n)) for n, name in enumerate("cab")]
    assert superseded(chain) == {"c": "b", "a": "b"}


def test_a_chain_over_different_keys_leads_to_its_end() -> None:
    a = source("a", guid="urn:1", version="1")
    b = source("b", guid="urn:1", version="2", url="https://a.example.org/1", published="2026-03-11T18:00Z")
    c = source("c", "Other words.", url="https://a.example.org/1", published="2026-03-11T19:00Z")
    assert superseded([a, b, c]) == {"a": "c", "b": "c"}


@pytest.mark.parametrize(
    "moments", [("2026-03-11", "2026-03-11"), ("", ""), ("2026-03-11T18:00Z", "2026-03-11T18:00Z")]
)
def test_without_a_later_one_none_supersedes(moments: tuple[str, str]) -> None:
    pair = [
        source(name, url="https://a.example.org/1", published=moment)
        for name, moment in zip("ab", moments, strict=True)
    ]
    assert superseded(pair) == {}


def test_bare_days_tell_the_later_one_where_they_differ() -> None:
    a, b = (source(n, guid="urn:1", published=day) for n, day in (("a", "2026-03-12"), ("b", "2026-03-11T23:00Z")))
    assert superseded([a, b]) == {"b": "a"}


def test_one_publisher_s_text_told_again_within_hours_is_a_later_version() -> None:
    a = source("a", publisher="Harbour News", published="2026-03-11T18:00Z")
    b = source(
        "b",
        TEXT.format(n=14) + " It was the worst such accident in ten years.",
        publisher="HARBOUR NEWS",
        published="2026-03-11T18:00Z",
        modified="2026-03-11T21:00+00:00",
    )
    assert superseded([a, b]) == {"a": "b"}


@pytest.mark.parametrize(
    "other",
    [
        {"publisher": "Other Paper", "published": "2026-03-11T21:00Z"},  # a copy: one origin, but no version
        {"publisher": "Harbour News", "published": "2026-03-12T18:00Z"},  # a bulletin of the next day
        {"publisher": "Harbour News", "published": "2026-03-11T21:00Z", "text": "Harbour dues will rise by 6% in May."},
    ],
)
def test_what_only_resembles_a_later_version_is_none(other: dict[str, str]) -> None:
    a = source("a", publisher="Harbour News", published="2026-03-11T18:00Z")
    assert superseded([a, source("b", **other)]) == {}


def test_the_same_slug_of_two_agencies_names_two_articles() -> None:
    pair = [source(name, guid="BC-QUAKE", version=number, publisher=name) for name, number in (("a", "1"), ("b", "2"))]
    assert superseded(pair) == {}


def test_a_copy_that_names_the_original_s_address_is_no_version_of_it() -> None:
    a = source("a", publisher="Harbour News", url="https://a.example.org/1", published="2026-03-11T18:00Z")
    copy = source("b", publisher="Portal", url="https://a.example.org/1", published="2026-03-12T18:00Z")
    assert superseded([a, copy]) == {}


def test_a_draft_is_no_version_of_its_sources() -> None:
    a = source("a", url="https://a.example.org/1", published="2026-03-11T18:00Z")
    draft = Source("draft", a.text, url=a.url, published="2026-03-11T19:00Z", role="draft")
    assert superseded([a, draft]) == {}
