import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.align.corpus import corpus_of
from reconcile.align.features import features
from reconcile.align.lexis import lexis_of
from reconcile.facts import Claim, Roles, When
from reconcile.language.cues import CuesOf, wording_of
from reconcile.rulebook import shipped_rules

sys.path.insert(0, str(Path(__file__).parent))
from story import claim

LEXIS = lexis_of(shipped_rules())


def strengths(a: Claim, b: Claim) -> dict[str, float]:
    corpus = corpus_of([a, b], {}, LEXIS, CuesOf(wording_of(shipped_rules())))
    one, other = corpus.records
    found = dict(features(one, other, corpus, LEXIS))
    assert found == pytest.approx(dict(features(other, one, corpus, LEXIS)))
    return found


def fires(figure: str, source: str = "a", **more: object) -> Claim:
    return claim(
        "x" + source,
        source,
        f"Some {figure} houses burned in Marval.",
        figure,
        unit="house",
        head="house",
        measure="home",
        event="burn",
        **more,
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1034", "1034", "figure.equal-fine"),
        ("87", "87", "figure.equal-two"),
        ("400", "400", "figure.equal-round"),
        ("6", "6", "figure.equal-small"),
        ("2", "2", "figure.equal-tiny"),
        ("1217", "1200", "figure.rounds-fine"),
        ("87", "90", "figure.rounds"),
        ("3480", "4100", "figure.near"),
        ("50", "81", "figure.alike"),
    ],
)
def test_how_alike_figures_are(one: str, other: str, expected: str) -> None:
    found = [name for name in strengths(fires(one), fires(other, "b")) if name.startswith("figure.")]
    assert found == [expected]


def test_a_figure_that_differs_says_nothing() -> None:
    assert not [name for name in strengths(fires("50"), fires("4000", "b")) if name.startswith("figure.")]


def test_a_bound_that_the_other_meets() -> None:
    assert "figure.within" in strengths(fires("40", hedge="at_least"), fires("45", "b"))
    assert "figure.overlaps" in strengths(fires("40", hedge="at_least"), fires("400", "b"))


def test_measures_meet_in_their_base_unit() -> None:
    def deep(figure: str, source: str, unit: str) -> Claim:
        return claim("x" + source, source, f"It struck {figure} deep.", figure, unit=unit, kind="measure")

    assert "figure.equal-two" in strengths(deep("12", "a", "km"), deep("12000", "b", "m"))


def test_exclusive_statuses_tell_against() -> None:
    dead = claim("a1", "a", "Flood killed 12 people.", "12", head="person", lemmas=("flood", "kill", "person"))
    hurt = claim("b1", "b", "Flood injured 12 people.", "12", head="person", lemmas=("flood", "injure", "person"))
    gone = claim("b2", "b", "Flood perished 12 people.", "12", head="person", lemmas=("flood", "perish", "person"))
    assert "status.other" in strengths(dead, hurt)
    assert "status.same" in strengths(dead, gone)


def test_a_word_beyond_another_figure_is_less_near() -> None:
    text = "Flood killed 12 people and injured 40 people."
    lemmas = ("flood", "kill", "person", "injure", "person")
    dead = claim("a1", "a", text, "12", head="person", lemmas=lemmas)
    hurt = claim("a2", "a", text, "40", head="person", lemmas=lemmas)
    first, second = corpus_of([dead, hurt], {}, LEXIS, CuesOf(wording_of(shipped_rules()))).records
    assert first.near["event:kill"] > first.near["event:injure"]
    assert second.near["event:injure"] > second.near["event:kill"]


def test_places_count_by_role() -> None:
    here = replace(fires("50"), roles=Roles(to=("Poland",)))
    there = replace(fires("60", "b"), roles=Roles(to=("Romania",)))
    back = replace(fires("60", "b"), roles=Roles(from_=("Poland",)))
    assert "role.other-to" in strengths(here, there)
    assert not [name for name in strengths(here, back) if name.startswith("role.")]


def test_what_is_missing_says_nothing() -> None:
    found = strengths(fires("50"), fires("60", "b"))
    assert not [name for name in found if name.startswith(("role.", "speaker.", "time.", "names."))]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2026-05-01", "2026-05-01"), ("2026-05-01", "2026-05-01"), "time.same"),
        (("2026-05-01", "2026-05-01"), ("2026-05-01", "2026-05-31"), "time.overlap"),
        (("2026-05-01", "2026-05-01"), ("2026-05-09", "2026-05-09"), "time.apart"),
        (("2026-05-01", "2026-05-01"), ("2023-05-01", "2023-05-01"), "time.far"),
        (None, ("2008-01-01", "2008-12-31"), "time.background"),
    ],
)
def test_times(one: tuple[str, str] | None, other: tuple[str, str], expected: str) -> None:
    a = fires("50", when=When("then", *one) if one else None)
    b = fires("60", "b", when=When("then", *other))
    assert [name for name in strengths(a, b) if name.startswith("time.")] == [expected]


def test_every_feature_has_a_rule_and_figures_never_weigh_against() -> None:
    weights = {rule.id.removeprefix("align."): rule.fields.get("weight") for rule in shipped_rules().family("align")}
    pairs = [
        (fires("50"), fires("50", "b")),
        (fires("50"), fires("4000", "b")),
        (fires("6"), replace(fires("7", "b"), scope="part")),
    ]
    assert {name for pair in pairs for name in strengths(*pair)} <= weights.keys()
    assert all(
        weight >= 0
        for name, weight in weights.items()
        if name.startswith("figure.") and name not in ("figure.common", "figure.overlaps", "figure.alone")
    )


def test_a_year_and_a_half_are_eighteen_months() -> None:
    long = claim("x1", "a", "The inquiry took 1.5 years.", "1.5", kind="duration", unit="year")
    short = claim("x2", "b", "The inquiry took 18 months.", "18", kind="duration", unit="month")
    assert "figure.equal-two" in strengths(long, short)


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        (
            "The hall was licensed to hold 600 guests on one evening.",
            "It was licensed to hold 450 guests on one day.",
            4,
        ),
        ("The hall was licensed to hold 600 guests on one evening.", "A hall for 450 guests on Sundays.", 0),
    ],
)
def test_a_copied_sentence_keeps_the_places_of_its_figures(one: str, other: str, strength: int) -> None:
    found = strengths(claim("c1", "a", one, "600"), claim("c2", "b", other, "450"))
    assert found.get("words.verbatim", 0.0) == pytest.approx(strength / 5)


def test_a_sum_by_the_seat_meets_the_same_sum_without() -> None:
    by_seat, plain, by_day = (
        claim("m" + source, source, "Tickets cost 79 pounds.", "79", kind="money", unit=unit)
        for source, unit in (("a", "GBP/seat"), ("b", "GBP"), ("c", "GBP/day"))
    )
    assert "figure.equal-two" in strengths(by_seat, plain)
    assert "figure.equal-two" not in strengths(by_seat, by_day)


def test_what_something_moved_from_is_not_what_it_moved_to() -> None:
    def moved(source: str, word: str) -> Claim:
        text = f"The number of burned houses rose {word} 50."
        return claim("v" + source, source, text, "50", unit="house", head="house", scope="level")

    assert "scope.one-former" in strengths(moved("a", "from"), moved("b", "to"))
    assert "scope.both-former" in strengths(moved("a", "from"), moved("b", "from"))
    assert not [name for name in strengths(moved("a", "to"), moved("b", "to")) if "former" in name]
