"""What a verdict says of itself: message, reasons, timeline, label."""

from dataclasses import replace
from typing import Any

import pytest

from reconcile.facts import Claim, Context, Fact, Roles, Sentence, Source
from tests.judge.cases import case, judged, quantity, verdict_of


def fact(line: str) -> Fact:
    told = case(": " + line)
    return verdict_of(told.claims, told.sources)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a 3 It has {1,000 tank}. | b 3 It has {1,000 tank}.", "both say 1,000"),
        ("a 3 It has {10 tank}. | b 3 It has {10 tank}. | c 3 It has {10 tank}.", "all three say 10"),
        ("a 3 It is {12 km} deep. | b 3 It is {10 km} deep.", "12 against 10 (x1.2)"),
        ("a 3 It is {12,345 km} long. | b 3 It is {7 km} long.", "12,345 against 7 (x1,764)"),
        ("a 3 It has {125 tank}. | b 3 It has {more than 120 tank}.", "125 and more than 120 fit together"),
        (
            "a 3 It killed {87 person}. @kill | b 4 It killed {112 person}. @kill | c 5 It killed {118 person}. @kill",
            "87 -> 112 -> 118",
        ),
        ("a 3 It has {87 tank}.", "one source only: 87"),
        ("a 3 It has {87 tank}. | a+ 3 It has {87 tank}.", "two articles, one origin: 87"),
        ("a 3 It has {87 tank}. | a+ 3 It has {78 tank}.", "87 against 78 (x1.12) in copies of one text"),
        ("a 3 It took {9 GBP}. | b 3 It took {13 USD}.", "can't be compared: 9, 13"),
        ("a 3 It took {9 GBP}. | b 3 It took {9 GBP}. | c 3 It took {13 USD}.", "both say 9; 13 can't be compared"),
    ],
)
def test_message(line: str, message: str) -> None:
    assert fact(line).message == message


def test_an_outlet_that_prints_its_own_sentence_again_with_another_figure_has_updated_it() -> None:
    told = case(": a 3 The quake killed {87 person}. @kill | a+ 4 The quake killed {112 person}. @kill")
    assert verdict_of(told.claims, told.sources).verdict == "discrepancy"
    agency = tuple(replace(source, publisher="Nordic News Pool") for source in told.sources)
    assert verdict_of(told.claims, agency).verdict == "single-source"


def test_the_worst_pair_leads_and_every_pair_has_its_reason() -> None:
    found = fact("a 3 It is {12 km} deep. | b 3 It is {10 km} deep. | c 3 It is {30 km} deep.")
    assert found.message == "10 against 30 (x3)"
    assert [reason.name for reason in found.reasons] == ["apart", "apart", "apart"]
    assert found.reasons[0].detail == "10 (b) against 30 (c): 20 km apart"


def test_an_update_names_the_words_and_keeps_its_timeline() -> None:
    found = fact("b 4 The force was raised to {5,300 person}. | a 3 The force is {4,800 person} strong.")
    assert [moment.claim for moment in found.timeline] == ["c2", "c1"]
    assert [moment.as_of for moment in found.timeline] == ["2026-03-03T12:00:00+00:00", "2026-03-04T12:00:00+00:00"]
    assert "raised" in found.reasons[0].detail


def test_the_figure_that_a_source_gives_as_the_old_one_held_before_all_others() -> None:
    found = fact(
        "a 4 The toll climbed to {87 person}. @kill | a 4 It is up from {23 person} at dawn. @kill"
        " | b 3 {23 person} were killed. @kill"
    )
    assert found.verdict == "updated"
    assert (found.timeline[0].claim, found.timeline[0].as_of) == ("c2", None)


def test_only_running_figures_have_a_timeline() -> None:
    assert fact("a 3 It is {12 km} deep. | b 3 It is {10 km} deep.").timeline == ()


def test_currencies_meet_at_a_rate_that_a_source_gives_and_the_reason_says_so() -> None:
    text = "The fee is 105 EUR (91 GBP), 15 EUR more with bonuses."
    sentence = Sentence(0, len(text), text)
    claims = (
        Claim("c1", "a", "money", 11, 14, "105 EUR", sentence, quantity("105m EUR")),
        Claim("c2", "a", "money", 20, 22, "91 GBP", sentence, quantity("91m GBP"), equivalent_of="c1"),
        Claim("c3", "a", "money", 29, 31, "15 EUR", sentence, quantity("15m EUR")),
        Claim("c4", "b", "money", 0, 2, "17 GBP", Sentence(0, 2, "17"), quantity("17m GBP")),
        Claim("c5", "b", "money", 0, 2, "13 GBP", Sentence(0, 2, "13"), quantity("13m GBP")),
    )
    sources = (Source(id="a", text=text), Source(id="b", text="17"))
    (wrong, right), _ = judged((*claims,), sources, [("c3", "c4"), ("c3", "c5")])
    assert wrong.verdict == "discrepancy"
    assert right.verdict == "agree"
    assert "at the rate given in a" in right.reasons[0].detail


def test_a_tie_is_undecided_and_says_why() -> None:
    from reconcile.facts import Alignment, Group
    from reconcile.judge import judge
    from reconcile.rulebook import shipped_rules

    told = case(": a 3 It has {10 tank}. | b 3 It has {10 tank}.")
    group = Group(tuple(claim.id for claim in told.claims), tied=True)
    ((found,), *_) = judge(Alignment((group,)), told.claims, told.sources, shipped_rules())
    assert found.verdict == "undecided"
    assert found.reasons[0].name == "tie"


def labelled(line: str, **fields: Any) -> str:
    told = case(": " + line)
    return verdict_of(tuple(replace(claim, **fields) for claim in told.claims), told.sources).label


def verb(lemma: str, at: int) -> Context:
    return Context(verb=lemma, words=((at, lemma),))


SENDS = "a 3 It sends {1,000 person}. @send | b 3 It sends {1,000 person}. @send"


def test_label_names_the_thing_and_the_places() -> None:
    roles = Roles(from_=("Germany",), to=("Romania",))
    assert labelled(SENDS, noun="soldiers", roles=roles) == "soldiers, Germany to Romania"


def test_label_leaves_out_places_without_a_name() -> None:
    assert labelled(SENDS, noun="soldiers", roles=Roles(from_=("base",), to=("Romania",))) == "soldiers, to Romania"


def test_label_has_the_verb_as_written_where_it_reads_well_behind_its_noun() -> None:
    killed = "a 3 It killed {12 person}. @kill | b 3 It killed {12 person}. @kill"
    assert labelled(killed, noun="people", context=verb("kill", 3)) == "people killed"
    assert labelled(SENDS, noun="soldiers", context=verb("send", 3)) == "soldiers"


def test_label_of_an_amount_is_its_subject_with_the_noun_for_the_amount() -> None:
    cost = "a 3 It cost {9 GBP}. @cost"
    assert labelled(cost, noun="GBP", subject="deployment", context=Context(head="price")) == "price, deployment"
    assert labelled(cost, subject="price of the deployment", context=Context(head="price")) == "price of the deployment"
    assert labelled(cost) == "money"


def test_label_of_a_change_has_its_verb() -> None:
    fell = "a 3 It fell {9 %}. @fall"
    assert labelled(fell, subject="sales", scope="change", context=verb("fall", 3)) == "sales fell"
