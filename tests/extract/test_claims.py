"""Claims whole: ids, kinds, dates, equivalents and the trail of rules."""

import gc

import pytest

from reconcile.extract import extract
from reconcile.facts import Source
from reconcile.rulebook import shipped_rules
from tests.extract.readings import PUBLISHED, claim, claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg, {34}, fled.", "age"),
        ("Anna Berg ({34}) fled.", "age"),
        ("His sister, {7}, fled.", "age"),
        ("A man aged {34} fled.", "age"),
        ("The {29-year}-old fled.", "age"),
        ("Two boys aged five and {eight} fled.", "age"),
        ("The youngest was {15}.", "age"),
        ("Children under {12} go free.", "age"),
        ("A man of {83} fled.", "age"),
        ("The trip took {29 years}.", "duration"),
        ("It hit Sweden, {34} towns and a port.", "count"),
        ("A convoy of {83} left.", "count"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert claim(text).kind == kind


@pytest.mark.parametrize(
    ("text", "when", "as_of"),
    [
        ("The blast killed {30} people.", None, "2026-03-11"),
        ("The blast killed {30} people on Monday.", "2026-03-09", "2026-03-09"),
        ("As of 08:00 on 10 March, {30} people were dead.", "2026-03-10", "2026-03-10"),
        ("The state will build {40} homes by 1 May 2026.", "2026-05-01", "2026-03-11"),
        ("In 2008 the river drowned {74} people.", "2008-01-01", "2008-12-31"),
        ("It drowned 74 people in 2008, and {nine} died on Tuesday.", "2026-03-10", "2026-03-10"),
        ("Since 1 January {940} boats have landed.", "2026-01-01", "2026-03-11"),
    ],
)
def test_time(text: str, when: str | None, as_of: str) -> None:
    read = claim(text)
    assert (read.when.first if read.when else None, read.as_of) == (when, as_of)


def test_ids_follow_the_text_dates_included() -> None:
    source = Source.from_text("On 9 March, 30 people fled; 12 came back on 10 March.", id="a", published=PUBLISHED)
    found = extract(source, shipped_rules())
    assert [(each.id, each.kind) for each in found] == [
        ("c1", "date"),
        ("c2", "count"),
        ("c3", "count"),
        ("c4", "date"),
    ]
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_equivalents_name_the_first_amount_and_share_its_reading() -> None:
    first, second = claims("The stadium cost €1.1bn (£940m).")
    assert (first.equivalent_of, second.equivalent_of) == (None, first.id)
    assert (second.subject, second.event) == (first.subject, first.event)


def test_the_trail_names_the_rules_of_noun_event_and_speaker() -> None:
    read = claim("The ministry said the blast killed {30} soldiers.")
    rules = [step.rule for step in read.trail]
    assert {"nouns.soldier", "events.kill", "speakers.verbs", "speakers.nouns"} <= set(rules)
    text = "The ministry said the blast killed 30 soldiers."
    noun = next(step for step in read.trail if step.rule == "nouns.soldier")
    assert text[noun.start : noun.end] == "soldiers"


def test_the_words_around_a_figure() -> None:
    context = claim("The fire spread fast. It destroyed {40} wooden houses in Osh.").context
    assert (context.head, context.modifiers, context.verb) == ("house", ("wooden",), "destroy")
    assert context.names == ("Osh",)
    assert "fire" in context.before
    assert [word for _, word in context.words] == ["destroy", "wooden", "house", "osh"]


def test_a_text_without_figures_makes_no_claims() -> None:
    assert claims("") == []
    assert claims("Nothing happened.") == []


def test_nothing_of_a_reading_waits_for_the_garbage_collector() -> None:
    text = '"We lost 12 homes and 3 shops," said Ann Ray. She put the damage at $4m. Some 340 were moved on Monday.'
    source = Source.from_text(text, id="a", published=PUBLISHED)
    extract(source, shipped_rules())  # what is compiled once
    gc.collect()
    gc.disable()
    try:
        assert len(extract(source, shipped_rules())) == 5
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_date_in_an_aside_is_not_that_of_the_figure() -> None:
    source = Source.from_text("The chain, founded in 1968, trades from 132 shops.", id="a", published="2026-03-11")
    (figure,) = (claim for claim in extract(source, shipped_rules()) if claim.kind == "count")
    assert figure.when is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Cases rose to {52} from 41 a day earlier.", None),
        ("Cases rose to 52 from {41} a day earlier.", "2026-03-10"),
        ("A record {48,310} came, beating the previous best of 47,902 set in 2011.", None),
        ("A record 48,310 came, beating the previous best of {47,902} set in 2011.", "2011-01-01"),
        ("Exports fell to {$6.3bn}, their lowest since 2016.", None),
        ("At least {19} people were killed and more than 100 injured on Tuesday.", "2026-03-10"),
        ("The {44} people, killed in 2013, were remembered.", "2013-01-01"),
        ("Inflation slowed to {12.1%} in January from 13.7% in December.", "2026-01-01"),
        ("Inflation slowed to 12.1% in January from {13.7%} in December.", "2025-12-01"),
    ],
)
def test_a_date_is_that_of_the_figure_it_is_said_of(text: str, when: str | None) -> None:
    found = claim(text).when
    assert (found.first if found else None) == when
