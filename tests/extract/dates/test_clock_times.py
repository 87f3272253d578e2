"""Times of day are found whole, and what merely looks like one is not."""

import pytest

from reconcile.extract.dates.clock_times import find_clock_times
from reconcile.extract.dates.find import compile_dates
from reconcile.extract.tokens import tokenize
from reconcile.rulebook import shipped_rules

RULES = compile_dates(shipped_rules())


def times(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens.start[a] : tokens.end[b]] for a, b in find_clock_times(tokens, RULES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 4:47 a.m. today", ["4:47 a.m."]),
        ("(0630 GMT)", ["0630 GMT"]),
        ("at 14:30", ["14:30"]),
        ("by 7pm", ["7pm"]),
        ("at 10 o'clock", ["10 o'clock"]),
        ("22:00 GMT", ["22:00 GMT"]),
        ("at 4.47am (11.47pm on Monday)", ["4.47am", "11.47pm"]),
        ("As of 08:00 local time", ["08:00 local time"]),
        ("5:00 pm (1500 GMT)", ["5:00 pm", "1500 GMT"]),
        ("between 5 and 7 p.m.", ["5 and 7 p.m."]),
        ("6-8 p.m.", ["6-8 p.m."]),
        ("At 10 a.m. ET", ["10 a.m. ET"]),
        ("at 1930 hours", ["1930 hours"]),
        ("2350 HOURS IST", ["2350 HOURS IST"]),
        ("killed 12 and 7 p.m.", ["7 p.m."]),
    ],
)
def test_a_time(text: str, expected: list[str]) -> None:
    assert times(text) == expected


@pytest.mark.parametrize("text", ["won in 2:03:11", "a 2:1 ratio", "1400 hours of film", "12 est", "34:99", "in 2008"])
def test_no_time(text: str) -> None:
    assert times(text) == []
