import random
import sys
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from reconcile.align import align
from reconcile.facts import Alignment, Claim, Source, When
from reconcile.rulebook import shipped_rules

sys.path.insert(0, str(Path(__file__).parent))
from story import claim


def joined(claims: list[Claim], stories: Mapping[str, str] = MappingProxyType({})) -> Alignment:
    names = dict.fromkeys(claim.source for claim in claims)
    sources = [replace(Source.from_text(f"the text of {name}", name), story=stories.get(name)) for name in names]
    return align(claims, sources, shipped_rules())


def together(claims: list[Claim]) -> set[frozenset[str]]:
    return {frozenset(group.claims) for group in joined(claims).groups}


def killed(name: str, source: str, figure: str, **more: str) -> Claim:
    text = f"The quake killed {figure} people in Marval."
    return claim(
        name,
        source,
        text,
        figure,
        head="person",
        measure="person",
        event="kill",
        lemmas=("quake", "kill", "person", "marval"),
        **more,
    )  # type: ignore[arg-type]


def injured(name: str, source: str, figure: str) -> Claim:
    text = f"Another {figure} people were injured in Marval."
    return claim(
        name,
        source,
        text,
        figure,
        start=200,
        head="person",
        measure="person",
        event="injure",
        lemmas=("another", "person", "injure", "marval"),
    )


def bridges(name: str, source: str, figure: str) -> Claim:
    text = f"Flood water swept away {figure} wooden bridges."
    return claim(
        name,
        source,
        text,
        figure,
        start=400,
        unit="bridge",
        head="bridge",
        measure="bridge",
        event="destroy",
        lemmas=("flood", "water", "sweep", "away", "wooden", "bridge"),
    )


def report(source: str, dead: str, hurt: str, fallen: str) -> list[Claim]:
    return [
        killed(f"{source}1", source, dead),
        injured(f"{source}2", source, hurt),
        bridges(f"{source}3", source, fallen),
    ]


STORY = [*report("a", "23", "210", "14"), *report("b", "23", "210", "14"), *report("c", "31", "350", "14")]


def test_same_facts_meet_across_sources_whether_or_not_their_figures_agree() -> None:
    assert together(STORY) == {frozenset(f"{source}{n}" for source in "abc") for n in "123"}


def test_every_claim_is_in_exactly_one_group() -> None:
    day = claim(
        "d1",
        "a",
        "It happened on 2 May.",
        "2 May",
        start=900,
        kind="date",
        when=When("2 May", "2026-05-02", "2026-05-02"),
    )
    groups = joined([*STORY, day]).groups
    assert sorted(name for group in groups for name in group.claims) == sorted([*(c.id for c in STORY), "d1"])


def test_a_changed_figure_does_not_unlink_what_its_words_link() -> None:
    for figure in ("24", "230", "9", "4000"):
        changed = [killed("c1", "c", figure) if each.id == "c1" else each for each in STORY]
        assert together(changed) == together(STORY), figure


def test_the_order_of_claims_changes_no_group() -> None:
    expected = together(STORY)
    for seed in range(20):
        shuffled = list(STORY)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
        assert together(shuffled) == expected


def test_groups_and_members_stand_in_the_order_of_the_claims() -> None:
    groups = joined(STORY).groups
    assert [group.claims for group in groups] == [(f"a{n}", f"b{n}", f"c{n}") for n in "123"]


def test_exclusive_fates_are_different_facts_even_with_one_figure() -> None:
    assert together([killed("a1", "a", "40"), injured("b1", "b", "40")]) == {frozenset({"a1"}), frozenset({"b1"})}


def test_other_dimensions_never_meet() -> None:
    metres = claim(
        "b1",
        "b",
        "The quake killed 563 people in Marval.",
        "563",
        unit="metre",
        kind="measure",
        head="person",
        event="kill",
    )
    assert len(together([killed("a1", "a", "563"), metres])) == 2


def test_an_equal_figure_alone_joins_nothing_of_another_noun() -> None:
    arrests = claim(
        "a1", "a", "Police held 23 suspects overnight.", "23", head="suspect", measure="suspect", event="arrest"
    )
    cars = claim(
        "b1",
        "b",
        "Firemen used 23 ambulances nearby.",
        "23",
        unit="ambulance",
        head="ambulance",
        measure="vehicle",
        event="use",
    )
    assert len(together([arrests, cars])) == 2


def test_a_background_figure_of_another_year_stays_apart() -> None:
    old = replace(killed("b1", "b", "74"), when=When("2008", "2008-01-01", "2008-12-31"))
    new = replace(killed("a1", "a", "23"), when=When("Friday", "2026-05-01", "2026-05-01"))
    assert len(together([new, old])) == 2


def test_an_amount_in_two_units_is_one_fact_and_links_through_either() -> None:
    def paid(name: str, source: str, figure: str, value: str, unit: str, **more: object) -> Claim:
        text = f"The state paid {figure} for the bridge."
        return claim(name, source, text, figure, unit=unit, kind="money", value=value, event="pay", **more)  # type: ignore[arg-type]

    euros = paid("a1", "a", "1.2m euros", "1200000", "EUR")
    dollars = replace(paid("a2", "a", "1.2m euros", "1310000", "USD", equivalent_of="a1"), start=60, end=70)
    other = paid("b1", "b", "$1.31m", "1310000", "USD")
    found = joined([euros, dollars, other])
    assert {frozenset(group.claims) for group in found.groups} == {frozenset({"a1", "a2", "b1"})}
    assert any(reason.name == "equivalent" for link in found.groups[0].links for reason in link.reasons)


def test_sums_in_two_currencies_are_compared_at_a_rate_that_a_source_gives() -> None:
    def fund(name: str, source: str, value: str, unit: str, start: int, noun: str, again: str | None = None) -> Claim:
        text = f"A {value} {noun} was promised."
        return claim(
            name,
            source,
            text,
            value,
            start=start,
            unit=unit,
            kind="money",
            value=value,
            event="promise",
            equivalent_of=again,
        )

    claims = [
        fund("a1", "a", "35000000", "GBP", 0, "jewel"),
        fund("a2", "a", "40000000", "EUR", 60, "jewel", "a1"),
        fund("a3", "a", "220000", "GBP", 300, "reward"),
        fund("b1", "b", "250000", "EUR", 0, "reward"),
    ]
    reasons = {reason.name for group in joined(claims).groups for link in group.links for reason in link.reasons}
    assert "figure.at-rate" in reasons
    assert frozenset({"a3", "b1"}) in together(claims)


def test_the_weights_of_the_reasons_add_up_to_the_score() -> None:
    links = [link for group in joined(STORY).groups for link in group.links]
    assert links
    for link in links:
        assert sum(reason.weight for reason in link.reasons) == pytest.approx(link.score, abs=0.05)
        assert all(reason.detail for reason in link.reasons)


def test_links_name_claims_of_their_group_and_possible_links_cross_groups() -> None:
    found = joined(STORY)
    home = {name: n for n, group in enumerate(found.groups) for name in group.claims}
    assert all({link.a, link.b} <= set(group.claims) for group in found.groups for link in group.links)
    assert all(home[link.a] != home[link.b] for link in found.possible)


def test_dates_meet_on_the_same_days_in_like_sentences_only() -> None:
    def day(name: str, source: str, text: str, day: str) -> Claim:
        return claim(name, source, text, "2 May", kind="date", when=When("2 May", day, day))

    meets = day("a1", "a", "The parliament votes on the pension bill on 2 May.", "2026-05-02")
    again = day("b1", "b", "On 2 May the pension bill reaches parliament.", "2026-05-02")
    other = day("c1", "c", "Shops stay closed on 2 May.", "2026-05-02")
    later = day("d1", "d", "The parliament votes on the pension bill on 2 May.", "2026-05-03")
    assert together([meets, again, other, later]) == {frozenset({"a1", "b1"}), frozenset({"c1"}), frozenset({"d1"})}


def test_no_claims_make_no_groups() -> None:
    assert joined([]) == Alignment(())


def deaths(count: int) -> list[Claim]:
    """So many sources, each with another number of deaths in one sentence."""
    return [
        replace(
            killed(f"c{n}", f"s{n}", "23"),
            quantity=replace(STORY[0].quantity, value=Decimal(n), low=Decimal(n), high=Decimal(n)),
        )
        for n in range(count)
    ]


def test_what_a_cap_leaves_out_is_told() -> None:
    found = joined(deaths(60))
    assert len(found.capped) == 1
    assert "(kill, marval, " in found.capped[0]
    assert not joined(STORY).capped


def test_a_cap_that_parts_no_two_claims_is_not_told() -> None:
    assert not joined(deaths(41)).capped


def test_claims_that_only_count_alike_are_none_that_a_cap_parts() -> None:
    many = [
        claim(f"c{n}", f"s{n}", f"Qu{chr(97 + n % 26) * (3 + n // 26)} 1{'0' * n}", f"1{'0' * n}", unit="")
        for n in range(60)
    ]
    assert not joined(many).capped


def test_claims_of_different_stories_stay_apart_where_every_source_names_its_story() -> None:
    claims = [killed("c1", "a", "12"), killed("c2", "b", "12"), killed("c3", "c", "12")]
    stories = {"a": "quake", "b": "quake", "c": "flood"}
    assert {frozenset(group.claims) for group in joined(claims, stories).groups} == {
        frozenset({"c1", "c2"}),
        frozenset({"c3"}),
    }
    assert len(joined(claims, {"a": "quake", "b": "flood"}).groups) == 1


def test_the_ages_of_two_people_stay_apart() -> None:
    ages = [
        replace(
            claim(name, source, f"{who}, {age}, a nurse, was waiting.", age, kind="age", unit="year"),
            context=replace(claim(name, source, f"{who}, {age}, a nurse.", age).context, names=(who,)),
        )
        for name, source, who, age in (("a1", "a", "Salma", "58"), ("b1", "b", "Biju", "44"), ("c1", "c", "Biju", "45"))
    ]
    assert all(not {"a1"} < group for group in together(ages))


def test_a_price_and_a_turnover_stay_apart() -> None:
    text = "At list prices the order would cost {} in all."
    price, turnover, slip = "2.31", "7800000000", "7800"
    price_claim = claim("a1", "a", text.format(price), price, kind="money", unit="USD/gallon")
    far = claim("b1", "b", text.format(turnover), turnover, kind="money", unit="USD")
    near = claim("b1", "b", text.format(slip), slip, kind="money", unit="USD")
    assert len(together([price_claim, far])) == 2
    assert len(together([price_claim, near])) == 1
