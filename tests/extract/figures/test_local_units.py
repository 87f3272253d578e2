"""Signs and words that several countries share, in texts of different homes."""

import pytest

from reconcile.extract.figures.find import find_figures
from reconcile.extract.lexicon import compile_lexicon
from reconcile.extract.tokens import tokenize
from reconcile.rulebook import shipped_rules

LEXICON = compile_lexicon(shipped_rules())


def units(text: str, published: str = "") -> list[str]:
    tokens = tokenize(text, 0, LEXICON.abbreviations)
    figures = find_figures(tokens, bytearray(len(tokens.surface)), LEXICON, published)
    return [figure.quantity.unit for figure in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fine was $40.", ["USD"]),
        ("Canada will pay $40 to families in Ontario and Quebec.", ["CAD"]),
        ("In Melbourne, Victoria, the fine was $40.", ["AUD"]),
        ("The Australian firm in Sydney paid A$40, its buyer $25.", ["AUD", "USD"]),
        ("Tanzania paid Sh500 to families in Dar es Salaam, Tanzania.", ["TZS"]),
        ("It paid 42 cents on profit of €143 million.", ["EUR", "EUR"]),
        ("He paid damages of one pound.", ["GBP"]),
        ("The fish weighed 12 pounds.", ["lb"]),
        ("The zoo has 1,800 pounds of bamboo.", ["lb"]),
        ("It hit 104 degrees.", ["degF"]),
        ("It fell to 2 degrees, 40 km inland.", ["degC", "km"]),
        ("It fell to 30 degrees, 40 miles inland.", ["degF", "mile"]),
        ("The crane turned through 90 degrees.", ["degree"]),
    ],
)
def test_units_of_the_home_of_a_text(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(("offset", "unit"), [("+10:00", "AUD"), ("-04:00", "USD")])
def test_the_time_zone_of_publication_tells(offset: str, unit: str) -> None:
    assert units("The fine was $40.", published=f"2026-03-07T09:00:00{offset}") == [unit]
