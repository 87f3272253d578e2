"""Levels and changes, totals and parts."""

import pytest

from tests.extract.readings import claim


@pytest.mark.parametrize(
    ("text", "change", "scope"),
    [
        ("Sales rose {4%}.", "up", "change"),
        ("Sales rose 4% to {$1.2m}.", "none", "level"),
        ("Profit was $3m, up {12%}.", "up", "change"),
        ("The bank lowered its rate by {25 basis points}.", "down", "change"),
        ("A {9%} rise in fares angered riders.", "up", "change"),
        ("A cut of {25 basis points} is likely.", "down", "change"),
        ("The number of inmates rose from {27} to 34.", "none", "level"),
        ("The fare doubles to {€4} on Sunday.", "none", "level"),
        ("The rate on new loans reached {5%}.", "none", "level"),
        ("The Dow lost 214 points, or {0.5 per cent}.", "down", "change"),
        ("Apple and Nokia gained 3.1% and {0.9%}.", "up", "change"),
        ("The party lost 23 seats while its ally gained {four}.", "up", "change"),
        ("Nine trams were late, {three} fewer than in May.", "down", "change"),
        ("The ferry had {131} more people on it than it was made for.", "up", "change"),
        ("There were {40} people more in the jail than it has beds for.", "up", "change"),
        ("{Twelve} people died, more than in any other year.", "none", "total"),
        ("{Twelve} more seats were sold.", "none", "additional"),
        ("The tram carried {3%} fewer passengers.", "down", "change"),
        ("The S&P 500 lost {1.1 percent} to 2,887.61.", "down", "change"),
        ("The Sensex closed {312} points higher.", "up", "change"),
        ("The S&P 500 lost 1.1 percent to {2,887.61}.", "none", "level"),
        ("Oil was down 31 cents or {0.5%}.", "down", "change"),
        ("The index lost 41 points, or {0.2%}, to 8,274.12.", "down", "change"),
        ("The price dipped by £6,589 ({1.8%}) this month.", "down", "change"),
        ("Sales of cars jumped 52%, and vans a more modest {6%}.", "up", "change"),
        ("Wages climbed 0.4% from October and {4%} from a year earlier.", "up", "change"),
        ("The bill would increase by just {3.6%}.", "up", "change"),
        ("The army shot down {61} drones.", "none", "total"),
        ("The town lies {25km} off the coast.", "none", "total"),
        ("Police arrested eight, {two} women among them.", "none", "part"),
        ("Sterling was {0.2%} down against the euro.", "down", "change"),
        ("The start-up raised {$550 million}.", "none", "total"),
        ("Women make up {42%} of the staff.", "none", "part"),
        ("The firm cut its outlook, sending its stock down {18%}.", "down", "change"),
        ("Another {300} people fled.", "none", "additional"),
        ("{More than 300} people fled.", "none", "total"),
        ("{Two} others were hurt.", "none", "additional"),
        ("The remaining {three} stayed.", "none", "part"),
        ("The boat held 30 men, {nine} of whom drowned.", "none", "part"),
        ("The blast hurt 30 people, including {nine} children.", "none", "part"),
        ("Of the 310 recruits, {204} were women.", "none", "part"),
        ("Of these recruits, {204} were women.", "none", "part"),
        ("{Three} of the four engines failed.", "none", "part"),
        ("The dead number 34, of whom 19 are children and {15} adults.", "none", "part"),
        ("Of the 40 hurt, 12 are women and {eight} children.", "none", "part"),
        ("The blast hurt 30 people, including nine children and {12} women.", "none", "part"),
        ("It owns 40 boats, 12 of them wooden, and {300} vans.", "none", "total"),
        ("Among the {50} killed were 12 women.", "none", "total"),
        ("Among the 50 killed were {12} women.", "none", "part"),
        ("Of our 17 hospitals ({12} in the north), 11 are shut.", "none", "part"),
        ("The firm has {300} cars.", "none", "total"),
    ],
)
def test_movement(text: str, change: str, scope: str) -> None:
    read = claim(text)
    assert (read.change, read.scope) == (change, scope)
