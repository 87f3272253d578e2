"""Figures that follow from others: what is found, with which equation, and what is no more than chance."""

import pytest

from tests.judge.test_drafts import checked

TABLE = """
The ship had 90 people on board. | The ship had 62 passengers and 28 crew on board. -> sum 62 + 28 = 90
The couple have 41 heirs. | The couple have four sons, 11 grandsons and 26 great-grandsons. -> sum four + 11 + 26 = 41
The fire spared 98 homes. | The fire destroyed 312 of the 410 homes. -> difference 410 - 312 = 98
The work beat the record by $84m. | The work sold for $195m; the record was $111m. -> difference $195m - $111m = $84m
72% are not satisfied with the plan. | Some 28% are satisfied with the plan. -> difference 100% - Some 28% = 72%
The share rose by 1.3 points. | The share was 23.8%, up from 22.5%. -> difference 23.8% - 22.5% = 1.3
The rate had been 14.8%. | The rate was 15.1%, 0.3 points more than before. -> difference 15.1% - 0.3 points = 14.8%
Two-thirds of the 90 on board drowned. | Of the 90 on board the ship, 60 drowned. -> share 60 / 90 = Two-thirds
Sales of the firm rose 25%. | Sales of the firm rose from 400 cars to 500 cars. -> percent_change 400 -> 500 = 25%
The plan costs $30m a year on average. | The plan costs $300m over ten years. -> average $300m / ten years = $30m
The mine was shut after 24 years. | The mine, shut on Monday, was opened in 2002. -> span from 2002 to Monday = 24 years
The firm is 17 years old. | The firm was founded in 2009. -> span from 2009 to now = 17 years
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_what_follows(line: str) -> None:
    told, _, expected = line.partition(" -> ")
    draft, source = told.split(" | ")
    finding = checked(draft, source).draft[0]
    assert f"{finding.how} {finding.message}" == expected, finding
    assert finding.status == "supported"


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "The union has 34 members.",
            "The blast killed 12 people. It rained. The mayor spoke to 22 children.",
        ),
        ("Sales of the firm fell 25%.", "Sales of the firm rose from 400 cars to 500 cars."),
        ("46% are satisfied with the plan.", "Some 54% are satisfied with the plan."),
        ("The ratio was 13.1 percent.", "The ratio was 13.8 percent, down 70 basis points from the prior quarter."),
        ("The fire spared 97 homes.", "The fire destroyed 312 of the 410 homes."),
        ("The fire took 722 homes in all.", "The fire destroyed 312 of the 410 homes."),
    ],
)
def test_what_does_not(draft: str, source: str) -> None:
    finding = checked(draft, source).draft[0]
    assert finding.status != "supported", finding


MARKETS = " ".join(
    f"Market {k} has {19 + 7 * k} stalls and sold {900 + 137 * k} loaves for ${210 + 31 * k} to {41 + 3 * k} people."
    for k in range(6)
)
ASKED = """
Shops pay $4.86 for eggs, 55 cents more than in May.
Eggs cost shops $4.31 in May. | Eggs reached $4.86.
$4.86 - $4.31 = 55 cents

The race had 24,600 entries, 4,800 more than then.
The race had 24,600 entries. It was 19,800 then.
24,600 - 19,800 = 4,800

They got 2.1 million doses and wait for the other 1.3 million.
They asked for 3.4 million doses. | They got 2.1 million doses.
3.4 million - 2.1 million = 1.3 million

Buyers made 9,700 purchases, worth about $350 each.
Banks found 9,700 purchases worth $3.4 million.
$3.4 million / 9,700 = about $350

The boat had nine women and 43 other passengers on board.
There were 52 of them on the boat, nine of them women.
52 - nine = 43

They found 374 houses damaged; about a third are lost.
They counted 374 homes: 128 are gone, and the remaining 246 can be repaired.
128 / 374 = about a third

By June 131 people had died of it, 18 more than in the spring.
By June 131 people had died of it. | Over the spring 113 people had died of it.
131 - 113 = 18

The jail held 2,140 people more than it was built for.
The jail was built for 3,100 people. It held 5,240 on Sunday.
5,240 - 3,100 = 2,140
"""


@pytest.mark.parametrize("case", ASKED.strip().split("\n\n"))
def test_words_that_ask_for_a_step_find_it_among_many_figures(case: str) -> None:
    """Also where its terms are told by different sources, and one of them stands beside it in the draft."""
    draft, told, equation = case.splitlines()
    first, *others = told.split(" | ")
    findings = checked(draft, f"{first} {MARKETS}", *others).draft
    assert equation in [finding.message for finding in findings], findings


def test_a_wrong_difference_does_not_follow() -> None:
    told = ("The race had 24,600 entries. It was 19,800 then.", MARKETS)
    assert checked("The race had 24,600 entries, 4,300 more than then.", *told).draft[1].status == "unsupported"
