"""The slip behind a wrong figure: its name and its words, and which slips chance hardly makes."""

import pytest

from reconcile.judge.slips import same_number, slip, telling
from tests.judge.test_stance import claim

TABLE = """
The blast killed 536 people. | The blast killed 563 people. -> digits digits swapped
The blast killed 3,561 people. | The blast killed 5,613 people. -> digits digits in the wrong order
The blast killed 1,240 people. | The blast killed 1,270 people. -> digit one digit differs
The plant cost $24m. | The plant cost $24bn. -> magnitude out by a thousand: million and billion mixed up?
The plant cost 240 million euros. | The plant cost 24 million euros. -> magnitude a nought too many
The plant cost 2 million euros. | The plant cost 200 million euros. -> magnitude two noughts too few
The tunnel is 37 km long. | The tunnel is 37 miles long. -> unit the number is right, the unit is not
The tax rose by 2.5%. | The tax rose by 2.5 percentage points. -> points per cent and percentage points are mixed up
Sales rose by 4%. | Sales fell by 4%. -> direction it falls there
More than 120 police came. | Fewer than 120 police came. -> bound the bound is turned round
More than 120 police came. | 120 police came. -> bound the source gives no such bound
It takes at least 30 hours. | It takes 20 to 30 hours. -> bound the other end of the range
Work lasts up to 20 hours. | Work lasts 20 to 30 hours. -> bound the other end of the range
Work lasts up to 30 hours. | Work lasts 20 to 30 hours. -> none
The blast killed 12 people. | The blast killed 80 people. -> none
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_table(line: str) -> None:
    told, _, expected = line.partition(" -> ")
    draft, source = (claim(text, name) for text, name in zip(told.split(" | "), ("draft", "a"), strict=True))
    found = slip(draft, source)
    assert (f"{found.name} {found.words}" if found else "none") == expected


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("The blast killed 536 people.", "The blast killed 563 people.", True),
        ("The blast killed 12 people.", "The blast killed 21 people.", False),  # two digits: chance does that
        ("The plant cost 24 million euros.", "The plant cost 24 billion euros.", True),
        ("The plant cost 2 million euros.", "The plant cost 2 billion euros.", False),
        ("The tax rose by 2.5%.", "The tax rose by 2.5 percentage points.", True),
        ("The blast killed 1,240 people.", "The blast killed 1,270 people.", False),
    ],
)
def test_a_slip_that_chance_hardly_makes(draft: str, source: str, *, expected: bool) -> None:
    assert telling(claim(draft, "draft"), claim(source, "a")) is expected


def test_counts_of_different_things_are_no_slip_of_the_unit() -> None:
    assert not same_number(claim("He saw 120 buses.", "draft"), claim("He saw 120 trams.", "a"))
    assert not same_number(claim("It cost $12.", "draft"), claim("It cost A$12.", "a"))
