"""Laws that every verdict keeps."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts import Claim, Quantity, Source
from tests.judge.cases import case, verdict_of

HEDGES = ("", "about ", "at least ", "up to ", "more than ")
FIGURES = st.tuples(st.sampled_from(HEDGES), st.integers(0, 2500)).map(lambda pair: f"{pair[0]}{pair[1]}")
EVENTS = st.sampled_from(["", " @kill", " @miss"])
REPORTS = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 5), FIGURES, EVENTS), min_size=2, max_size=6)


def read(reports: list[tuple[str, int, str, str]]) -> tuple[tuple[Claim, ...], tuple[Source, ...]]:
    days = {source: day for source, day, _, _ in reversed(reports)}
    told = case(
        ": "
        + " | ".join(f"{s} {days[s]} There were {{{figure} person}} so far.{event}" for s, _, figure, event in reports)
    )
    return told.claims, told.sources


@given(REPORTS, st.randoms())
@settings(max_examples=150, deadline=None)
def test_the_order_of_claims_changes_nothing(reports: list[tuple[str, int, str, str]], random: object) -> None:
    claims, sources = read(reports)
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = verdict_of(claims, sources), verdict_of(tuple(shuffled), sources[::-1])
    assert (one.verdict, one.message, one.origins, one.reasons) == (
        other.verdict,
        other.message,
        other.origins,
        other.reasons,
    )


@given(REPORTS)
@settings(max_examples=150, deadline=None)
def test_doubling_a_source_changes_no_verdict(reports: list[tuple[str, int, str, str]]) -> None:
    claims, sources = read(reports)
    first = sources[0]
    copy = replace(first, id=first.id + "+")
    doubled = tuple(replace(claim, id=claim.id + "+", source=copy.id) for claim in claims if claim.source == first.id)
    one, other = verdict_of(claims, sources), verdict_of((*claims, *doubled), (*sources, copy))
    assert (one.verdict, one.origins) == (other.verdict, other.origins)


def widened(quantity: Quantity, by: Decimal) -> Quantity:
    value = quantity.value
    low = None if quantity.low is None else quantity.low * (1 - by)
    high = None if quantity.high is None else quantity.high * (1 + by)
    return replace(
        quantity, value=value, low=low, high=high, hedge="about" if quantity.hedge == "exact" else quantity.hedge
    )


@given(REPORTS, st.integers(0, 5), st.decimals("0.01", "0.5", places=2))
@settings(max_examples=150, deadline=None)
def test_widening_a_figure_never_makes_a_discrepancy(
    reports: list[tuple[str, int, str, str]], which: int, by: Decimal
) -> None:
    claims, sources = read(reports)
    if verdict_of(claims, sources).verdict == "discrepancy":
        return
    at = which % len(claims)
    quantity = claims[at].quantity
    wider = (*claims[:at], replace(claims[at], quantity=widened(quantity, by)), *claims[at + 1 :])
    assert verdict_of(wider, sources).verdict != "discrepancy"


def test_a_large_group_gets_the_verdict_of_its_distinct_reports() -> None:
    few = case(
        ": " + " | ".join(f"{s} {day} It killed {{{n} person}}. @kill" for s, day, n in (("a", 3, 12), ("b", 4, 31)))
    )
    many = tuple(
        replace(claim, id=f"{claim.id}-{n}", source=f"{claim.source}-{n}") for claim in few.claims for n in range(90)
    )
    sources = tuple(replace(source, id=f"{source.id}-{n}", origin=None) for source in few.sources for n in range(90))
    found = verdict_of(many, sources)
    assert (found.verdict, found.message, found.origins) == ("updated", "12 -> 31", 180)
    assert len(found.timeline) == 180


def test_a_source_with_a_thousand_figures_in_one_group_costs_no_more_than_its_length() -> None:
    told = case(": " + " | ".join(f"a 3 It killed {{{n} person}}. @kill" for n in range(10, 510)))
    assert len(verdict_of(told.claims, told.sources).reasons) <= 50


def test_the_farthest_figures_of_a_large_group_are_never_left_out() -> None:
    reports = [f"{'ab'[n % 2]} 3 It has {{{n * 100 + 7} tank}}." for n in range(1, 90)]
    reports[41] = "b 3 It has {9 tank}."
    told = case(": " + " | ".join(reports))
    found = verdict_of(told.claims, told.sources)
    assert (found.verdict, "9" in found.message.split()) == ("discrepancy", True)
