from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts import Claim, Sentence, Source, When
from reconcile.report.words import (
    day_time,
    day_times,
    distinct,
    plural,
    quote,
    reading,
    short_names,
    with_names,
    with_noun,
)
from tests.report.story import CLAIMS

LONG = "Of the many people who were on the deck that night 31 were hurt, the coast guard said in a long statement."


def _claim(sentence: str, figure: str, **more: str) -> Claim:
    at = 100 + sentence.index(figure)
    return replace(
        CLAIMS[0],
        start=at,
        end=at + len(figure),
        text=figure,
        sentence=Sentence(100, 100 + len(sentence), sentence),
        **more,
    )


def test_a_quote_has_the_figure_in_the_middle() -> None:
    assert quote(_claim(LONG, "31"), 500) == (LONG[:51], "31", LONG[53:])


def test_a_long_quote_is_cut_at_words() -> None:
    before, figure, after = quote(_claim(LONG, "31"), 40)
    assert before == "… deck that night "
    assert figure == "31"
    assert after == " were hurt, the …"


@given(st.text("ab \n", max_size=300), st.text("ab \n", max_size=300), st.integers(1, 200))
def test_a_quote_is_about_as_long_as_asked(before: str, after: str, room: int) -> None:
    got = quote(_claim(f"{before}31{after}", "31"), room)
    assert got.figure == "31"
    assert len("".join(got)) <= max(room, 22) + 4


def test_a_claim_that_is_not_where_it_says_is_quoted_alone() -> None:
    assert quote(replace(_claim(LONG, "31"), text="32"), 500) == ("", "32", "")


def test_a_noun_is_added_only_where_it_follows_and_is_news() -> None:
    claim = _claim("The death toll rose to 31 sailors.", "31", noun="sailors")
    assert with_noun(claim) == "31 sailors"
    assert with_noun(claim, "sailors killed") == "31"
    assert with_noun(replace(claim, noun="death toll")) == "31"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2025-03-04", "4 Mar 2025"),
        ("2025-03-04T06:40+01:00", "4 Mar 2025, 06:40"),
        ("Tuesday", "Tuesday"),
        (None, ""),
    ],
)
def test_day_time(moment: str | None, shown: str) -> None:
    assert day_time(moment) == shown


def test_day_time_without_its_year() -> None:
    assert day_time("2025-03-04T06:40", year=False) == "4 Mar, 06:40"


def test_times_side_by_side_give_year_and_zone_only_where_they_differ() -> None:
    assert day_times(["2025-10-14T06:50:00+01:00", None, "2025-10-14T08:25:00+01:00"]) == (
        "14 Oct, 06:50",
        "",
        "14 Oct, 08:25",
    )
    assert day_times(["2025-10-14T06:50:00+01:00", "2024-10-14T08:25:00+06:00"]) == (
        "14 Oct 2025, 06:50 UTC+01:00",
        "14 Oct 2024, 08:25 UTC+06:00",
    )


def test_names_are_short_and_unique() -> None:
    sources = [
        Source("1", "", publisher="Post", path="a/one.md"),
        Source("2", "", publisher="Post", path="b/two.md"),
        Source("3", "", publisher="Post"),
        Source("4", "", path="c/three.txt", title="A title"),
        Source("5", "", title="Another"),
        Source("6", ""),
    ]
    names = short_names(sources)
    assert list(names.values()) == ["Post (one.md)", "Post (two.md)", "Post (3)", "three.txt", "Another", "6"]


def test_the_entries_of_a_feed_go_by_their_titles() -> None:
    titles = ("Ferry sinks off the northern islands: 62 dead", "Fuel\n prices up", "Same", "Same", None)
    sources = [Source(f"s{n}", "", path="a.rss", publisher="Post", title=title) for n, title in enumerate(titles, 1)]
    assert list(short_names(sources).values()) == [
        "Post (Ferry sinks off the northern …)",
        "Post (Fuel prices up)",
        "Post (s3)",
        "Post (s4)",
        "Post (s5)",
    ]
    assert short_names([replace(source, id=f"a{source.id}") for source in sources])["as1"] == "Post (as1)"


def test_distinct_keeps_the_first_spelling() -> None:
    assert distinct(["Two", "two", "2"]) == ("Two", "2")


def test_plural() -> None:
    assert (plural(1, "claim"), plural(1200, "claim")) == ("1 claim", "1,200 claims")


def test_reading_tells_bounds_ranges_days_and_outsize_amounts() -> None:
    claim = CLAIMS[0]
    below = replace(claim.quantity, low=None, high=Decimal("1E+1"))
    assert reading(claim) == "at least 4 person"
    assert reading(replace(claim, quantity=below)) == "at most 10 person"
    assert reading(replace(claim, quantity=replace(below, low=Decimal("2.50")))) == "2.5 to 10 person"
    huge = Decimal("1E+400")
    assert reading(replace(claim, quantity=replace(below, value=huge, low=huge, high=huge))) == "1E+400 person"
    assert (
        reading(replace(claim, kind="date", when=When("May", "2025-05-01", "2025-05-31"))) == "2025-05-01 to 2025-05-31"
    )


def test_ids_given_by_place_are_told_as_names() -> None:
    names = {"s1": "Post", "s2-2": "wire.md", "a": "Never"}
    assert with_names("s1 says 3; a, s3 and ss1 don't (s2-2)", names) == "Post says 3; a, s3 and ss1 don't (wire.md)"
