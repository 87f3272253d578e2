"""The sign that several countries share, in a draft beside its sources."""

import pytest

from reconcile.extract import as_sources_mean, extract
from reconcile.facts import Source
from reconcile.rulebook import shipped_rules


def units(draft: str, *told: str) -> list[str]:
    rules = shipped_rules()
    claims = [claim for n, text in enumerate(told) for claim in extract(Source(f"s{n}", text), rules)]
    own = extract(Source("draft", draft), rules)
    return [claim.quantity.unit for claim in as_sources_mean(own, claims, rules)]


SYDNEY = "The shop in Sydney, Australia, lost $45 million and its insurer $30 million."


@pytest.mark.parametrize(
    ("draft", "told", "expected"),
    [
        ("The shop lost $45 million.", [SYDNEY], ["AUD"]),
        ("The shop lost between $45 million and $55 million.", [SYDNEY], ["AUD"]),
        ("It pays $2 a share.", [SYDNEY], ["AUD/share"]),
        ("The shop lost US$45 million.", [SYDNEY], ["USD"]),
        ("The shop lost 45 million US dollars.", [SYDNEY], ["USD"]),
        ("The shop lost 45 million dollars.", [SYDNEY], ["AUD"]),
        ("The shop lost £45 million.", [SYDNEY], ["GBP"]),
        ("It cost Sh500.", ["A fare in Dodoma, Tanzania, is Sh3,500."], ["TZS"]),
        ("It cost 20 pesos.", ["In Manila, in the Philippines, it was 20 pesos."], ["PHP"]),
    ],
)
def test_the_sign_means_what_the_sources_mean(draft: str, told: list[str], expected: list[str]) -> None:
    assert units(draft, *told) == expected


def test_sources_that_differ_are_told_apart_by_the_amounts_and_by_their_number() -> None:
    other = "The bank lent $45 million."
    assert units("It lost $30 million.", SYDNEY, other, other) == ["AUD"]
    assert units("It lost $10 million.", SYDNEY, other, other) == ["USD"]
    assert units("It lost $45 million.", SYDNEY, other) == ["USD"]


def test_a_draft_that_marks_the_currency_means_another_by_the_bare_sign_unless_the_amounts_are_the_same() -> None:
    assert units("It lost $10 million (A$14 million).", SYDNEY) == ["USD", "AUD"]
    assert units("It lost $45 million and paid A$10 million.", SYDNEY) == ["AUD", "AUD"]


def test_without_such_amounts_in_the_sources_nothing_changes() -> None:
    assert units("The shop lost $45 million.", "The shop lost €40 million.") == ["USD"]
    assert units("The shop lost 45 people.", SYDNEY) == ["person"]


def test_the_trail_says_which_rule_read_the_sign() -> None:
    rules = shipped_rules()
    (claim,) = as_sources_mean(
        extract(Source("d", "It lost $45 million."), rules), extract(Source("s", SYDNEY), rules), rules
    )
    assert (claim.trail[-1].rule, claim.trail[-1].note) == ("localities.currency", "AUD")
