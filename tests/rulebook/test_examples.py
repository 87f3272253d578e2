"""The examples of rules, run against an extractor that reads what the test says."""

from decimal import Decimal
from typing import Any

import pytest

from reconcile.facts import Claim, Quantity, Sentence, Source, Step, When
from reconcile.rulebook import Rulebook
from reconcile.rulebook.examples import Extract, examples_of, run_examples
from reconcile.rulebook.load import layered
from tests.rulebook.conftest import MakeFolder


def claim(text: str, rule: str, **fields: Any) -> Claim:
    value = Decimal(fields.pop("value", 5))
    quantity = Quantity(value, value, value, fields.pop("unit", "m"), "exact", Decimal(1))
    return Claim(
        id="c1", source="example", kind="measure", start=0, end=len(text), text=text, sentence=Sentence(0, 9, text),
        quantity=fields.pop("quantity", quantity), trail=(Step(rule, 0, 1),), **fields,
    )  # fmt: skip


def reading(*claims: Claim) -> Extract:
    return lambda source, rulebook: claims


def book(folder: MakeFolder, rest: str, family: str = "units/length") -> Rulebook:
    stem = family.rpartition("/")[2]
    return layered(("shipped", folder({f"{family}.toml": f'[[rule]]\nid = "{stem}.r"\nwhy = "W."\n{rest}\n'})))


def test_an_example_holds_when_a_claim_meets_it_and_names_the_rule(folder: MakeFolder) -> None:
    rules = book(folder, 'examples = [{ text = "5 metres", value = 5, unit = "m", surface = "5 metres" }]')
    assert run_examples(rules, reading(claim("6", "length.r", value=6), claim("5 metres", "length.r"))) == ()


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ((), "no claim was read"),
        ((claim("5 metres", "length.r", unit="mi"),), "read '5 metres' with unit mi not m"),
        ((claim("5 metres", "length.q"),), "read '5 metres' by other rules: length.q"),
        (
            (claim("6", "length.q", value=6, unit="mi"), claim("6 m", "length.r", value=6)),
            "read '6 m' with value 6 not 5",
        ),
    ],
)
def test_a_failure_says_what_came_out(folder: MakeFolder, claims: tuple[Claim, ...], said: str) -> None:
    rules = book(folder, 'examples = [{ text = "It is 5 metres.", value = 5, unit = "m" }]')
    (failure,) = run_examples(rules, reading(*claims))
    rule = rules.rule("length.r")
    assert (failure.rule, failure.file, failure.line) == ("length.r", rule.file, 1)
    assert (failure.text, failure.message) == ("It is 5 metres.", said)


@pytest.mark.parametrize(
    ("stated", "fields"),
    [
        ('change = "up"', {"change": "up"}),
        ('noun = "posts"', {"noun": "posts"}),
        ('scope = "part"', {"scope": "part"}),
        ('standing = "denied"', {"standing": "denied"}),
        ('speaker = "the mayor"', {"speaker": "the mayor"}),
        ('event = "sell"', {"event": "sell"}),
        ('first = "2024-03-01", last = "2024-03-31"', {"when": When("March", "2024-03-01", "2024-03-31")}),
        ("low = 33.33", {"value": Decimal(100) / 3}),
    ],
)
def test_every_field_that_an_example_states_is_compared(
    folder: MakeFolder, stated: str, fields: dict[str, Any]
) -> None:
    rules = book(folder, f'examples = [{{ text = "x", {stated} }}]')
    assert run_examples(rules, reading(claim("x", "length.r", **fields))) == ()
    assert len(run_examples(rules, reading(claim("x", "length.r")))) == 1


def test_a_whole_number_is_not_rounded_to(folder: MakeFolder) -> None:
    rules = book(folder, 'examples = [{ text = "x", value = 33 }]')
    assert len(run_examples(rules, reading(claim("x", "length.r", value=Decimal("33.3"))))) == 1


def test_a_date_has_no_quantity(folder: MakeFolder) -> None:
    rules = book(folder, 'examples = [{ text = "x", value = 5 }]')
    assert len(run_examples(rules, reading(claim("x", "length.r", quantity=None)))) == 1


def test_a_silent_example_fails_when_a_claim_names_the_rule(folder: MakeFolder) -> None:
    rules = book(folder, 'silent = ["a metre maid"]')
    assert run_examples(rules, reading(claim("5", "length.q"))) == ()
    (failure,) = run_examples(rules, reading(claim("a metre", "length.r")))
    assert failure.message == "must stay silent, yet read 'a metre'"


def test_a_silent_example_of_a_nonclaim_fails_when_anything_is_read(folder: MakeFolder) -> None:
    rules = book(folder, 'silent = ["See Article 5."]', "en/nonclaims")
    assert run_examples(rules, reading()) == ()
    (failure,) = run_examples(rules, reading(claim("5", "numbers.digits")))
    assert failure.message == "must stay silent, yet read '5'"


def test_an_example_is_read_as_published_when_it_says(folder: MakeFolder) -> None:
    seen: list[Source] = []

    def extract(source: Source, rulebook: Rulebook) -> tuple[Claim, ...]:
        seen.append(source)
        return ()

    run_examples(book(folder, 'examples = [{ text = "on Friday", published = "2024-03-01" }]', "en/dates"), extract)
    assert [(source.text, source.published) for source in seen] == [("on Friday", "2024-03-01")]


def test_only_the_families_that_text_is_read_by_have_examples_run(folder: MakeFolder) -> None:
    policy = book(folder, 'examples = [{ text = "x" }]', "policy")
    german = book(folder, 'examples = [{ text = "x" }]', "de/dates")
    assert examples_of(policy) == ()
    assert [example.text for example in examples_of(german)] == ["x"]
