"""Figures that are not what they look like are reported with their line; ordinary ones in any script are not."""

import pytest

from reconcile.read.deceptive import deceptive


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("One.\n\u202e21 dead\u202c", "another order"),
        ("One.\n1\u200b000 dead", "invisible character"),
        ("One.\n1\u00ad000 dead", "invisible character"),
        ("One.\n\u0663\u066b\u0665 per cent", "separator"),
        ("One.\n1\uff0c000 dead", "separator"),
        ("One.\n1O0 dead", "a letter among the digits"),
        ("One.\n1\u041e0 dead", "a letter among the digits"),
        ("One.\n2l5 dead", "a letter among the digits"),
        ("One.\n\u2461 dead", "circled"),
    ],
)
def test_each_is_named_with_its_line(text: str, says: str) -> None:
    (problem,) = deceptive(text, "a.txt")
    assert (problem.where, problem.line) == ("a.txt", 2)
    assert says in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "1,000 dead, 3.5 per cent, 12km",
        "\uff11\uff12 dead, \u0661\u0662 hurt, \U0001d7cf\U0001d7d0 missing",  # digits of any script are read
        "H2O2, CO2, N2O4, B12, A10, 3D, 5G, 10x, 12mm, 1080p, 00s, 1st",
        "\u05e9\u05dc\u05d5\u05dd \u2066abc\u2069 12",
        "10\xa0000 and 10\u202f000",
        "caf\u00ad\u00e9, co\u200boperate",
    ],
)
def test_ordinary_figures_are_not(text: str) -> None:
    assert list(deceptive(text, "a.txt")) == []


def test_many_of_a_kind_are_told_a_few_times() -> None:
    assert len(list(deceptive("1O0\n" * 100, "a"))) == 5
