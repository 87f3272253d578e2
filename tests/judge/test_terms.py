"""Figures as terms: one thing, one event, disjoint roles."""

from dataclasses import replace
from decimal import Decimal

from reconcile.facts import Claim, Context, Quantity, Roles, Sentence
from reconcile.judge.terms import disjoint, likeness_of_things, one_event


def claim(head: str = "", unit: str = "person", event: str | None = None, **roles: tuple[str, ...]) -> Claim:
    one = Decimal(1)
    figure = Quantity(one, one, one, unit, "exact", one)
    context = Context(head=head)
    return Claim(
        "c", "a", "count", 0, 1, "1", Sentence(0, 1, "1"), figure, event=event, roles=Roles(**roles), context=context
    )


def test_people_are_one_thing_whatever_they_are_called() -> None:
    assert likeness_of_things(claim("soldier"), claim("troop")) == 1


def test_other_nouns_are_other_things_and_a_missing_one_says_nothing() -> None:
    assert likeness_of_things(claim("tank", "tank"), claim("ship", "ship")) == -1
    assert likeness_of_things(claim("tank", "tank"), claim("", "")) == 0


def test_an_event_is_shared_by_class_or_by_the_words_next_to_the_figure() -> None:
    sent, flown = claim(event="deploy"), claim(event="fly")
    assert one_event(sent, sent)
    assert not one_event(sent, flown)
    assert not one_event(sent, claim())
    assert one_event(sent, replace(flown, context=Context(classes=("fly", "deploy"))))


def test_parts_are_disjoint_in_a_role_that_each_fills_differently() -> None:
    poland, germany, both = claim(to=("Poland",)), claim(to=("Germany",)), claim(to=("Poland", "Germany"))
    assert disjoint([poland, germany])
    assert disjoint([poland, germany], both)
    assert not disjoint([poland, both])
    assert not disjoint([poland, claim()])
    assert not disjoint([poland, germany], poland)
