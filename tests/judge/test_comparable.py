"""Whether one figure can contradict another: what their own words tell of what they are of."""

import pytest

from reconcile.extract import extract
from reconcile.facts import Claim, Source
from reconcile.judge.comparable import of_one_thing
from reconcile.rulebook import shipped_rules
from tests.judge.test_drafts import checked


def claim(text: str) -> Claim:
    return next(each for each in extract(Source("s", text), shipped_rules()) if each.kind != "date")


TABLE = """
The blast killed 12 people. | The blast killed 15 people. -> can
The blast killed 12. | The blast killed 15 people. -> can
The blast killed 12 miners. | The blast killed 15 workers. -> cannot
There were 60 life jackets. | The wreck took 850 lives. -> cannot
It sold 12 cars more than in May. | It sold 15 cars. -> cannot
It sold 12 cars more than in May. | It sold 15 cars fewer than in June. -> can
Of the 90 miners, 12 died. | The blast killed 15 miners. -> can
Three of the miners drowned. | The blast killed 15 miners. -> cannot
The blast killed 15 miners. | Three of the miners drowned. -> cannot
It cost $12m. | It cost another $15m. -> can
Clinics in Ndola treated 29 cases. | Clinics treated 4,318 cases. -> cannot
Clinics in Ndola treated 29 cases. | In Ndola, clinics treated 92 cases. -> can
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_what_can_contradict(line: str) -> None:
    told, _, expected = line.partition(" -> ")
    draft, source = told.split(" | ")
    assert of_one_thing(claim(draft), claim(source)) == (expected == "can")


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The flu killed 17 more people in the city than before.", "The flu killed 1.7 million people in the city."),
        ("The ferry had 131 more people on it than it was made for.", "The ferry had 26 more people on it."),
        ("The blast killed 12 miners.", "The blast killed 15 nurses."),
    ],
)
def test_a_figure_of_another_sort_contradicts_nothing(draft: str, source: str) -> None:
    assert checked(draft, source).draft[0].status == "unsupported"


def test_a_rise_takes_the_place_of_no_level() -> None:
    told = "Officials have given a final count of 1,291 arrivals, seven more than first announced."
    assert checked("1,291 migrants reached the islands.", told).draft[0].status == "supported"
