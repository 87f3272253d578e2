"""Ages, told from counts and durations."""

import pytest

from tests.extract.readings import claim


@pytest.mark.parametrize(
    "text",
    [
        "Smith, {34}, fled.",
        "Her friend, now {11}, came too.",
        "Two Dutch nationals, {34} and 51, were held.",
        "His daughter Maria, who was {10}, sang.",
        "When she was {six} she left.",
        "They must work until they are {67}.",
        "Nobody {below the age of four} may enter.",
        "A third of them were {under 30}.",
        "The vaccine works in people {70 and older}.",
        "The twins, {19}, have won.",
        "He left school at {15}.",
        "Life expectancy for men in the city is {around 73}.",
    ],
)
def test_age(text: str) -> None:
    read = claim(text)
    assert (read.kind, read.quantity.unit) == ("age", "year")


@pytest.mark.parametrize(
    "text",
    [
        "A mother of {two} fled.",
        "She was the eldest of {four}.",
        "He was {12} behind.",
        "The guests, who were {30}, left.",
        "The firm has 40 cars, {11} of them new.",
    ],
)
def test_no_age(text: str) -> None:
    assert claim(text).kind == "count"
