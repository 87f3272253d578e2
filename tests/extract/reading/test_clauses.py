"""What a figure is about, and the places and parties around it."""

import pytest

from tests.extract.readings import claim


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Quarterly revenue was {$7.2bn}.", "Quarterly revenue"),
        ("Shares of the firm fell {4%}.", "Shares of the firm"),
        ("The firm cut its workforce by {500}.", "workforce"),
        ("The rail line, opened in 1967, cost {€40m}.", "rail line"),
        ("The start-up, valued at $750m a year ago, has raised {$30m}.", "start-up"),
        ("The inquiry took seven years, heard 380 witnesses and cost {£40m}.", "inquiry"),
        ("The agency, which counts the votes, spent {$3m}.", "agency"),
        ("The insurer said the flood cost {$3m}.", "flood"),
        ("The number of claims is growing, the insurer said, and reached {61,000}.", "number of claims"),
        ("The ministry put the damage at {€6m}.", "damage"),
        ("They met a {9%} rise in fares.", "fares"),
        ("The mother has a {two-year} loan.", "loan"),
        ("A truck hit a wall {9ft} high.", "wall"),
        ("The R7 is the first model to come from Turin and offers {510 hp}.", "R7"),
        ("The phone has a screen and a battery, and weighs {187g}.", "phone"),
        ("Sterling was flat at {$1.34}.", "Sterling"),
        ("The crime would be punishable by {three years} in prison.", "crime"),
        ("A market worth {more than £2bn} is growing.", "market"),
        ("Imports from Ruritania, worth {$1.1bn}, fell.", "Imports from Ruritania"),
        ("The 23km line cost {€40m}.", "line"),
        ("The county has diabetes clinics, up from {11} a decade ago.", "county"),
        ("In Europe Germany's DAX fell {0.4 per cent}.", "Europe Germany's DAX"),
        ("Rated at {940 horsepower}, the coupe is fast.", "coupe"),
        ("It takes {eight weeks} to train a dog.", "train a dog"),
        ("They spoke to Maria, who was {10}.", "Maria"),
        ("The museum is free for children aged {nine and over}.", "children"),
        ("Three {times} as many women as men applied.", "women"),
        ("House prices in Leeds rose {0.6pc}.", "House prices in Leeds"),
        ("UK wages up {4.8%}", "UK wages"),
        ("The side lost ground during a run of {seven} games.", "run"),
        ("A {4-year}-old boy fled.", "boy"),
        ("It comes with {four}-, five- and six-cylinder engines.", "engines"),
        ("Cayman Airways said it lost {$3m}.", "Cayman Airways"),
        ("The dam burst on Monday. It held {40 million} litres.", "dam"),
        ("The ships left on Monday. They cost {$40m}.", "ships"),
        ("Just 3% of applicants got in, against {11%} a decade ago.", "applicants"),
        ("Land there costs {$40} a square metre.", "Land"),
        ("Extent: Of our 17 hospitals, {11} are shut.", "hospitals"),
        ("Injured: {11}, most of them badly", "Injured"),
        ("The dead number 34, of whom 19 are children and {15} adults.", "adults"),
    ],
)
def test_subject(text: str, subject: str) -> None:
    assert claim(text).subject == subject


@pytest.mark.parametrize(
    ("text", "role", "places"),
    [
        ("The army moved {1,000} troops from Germany to Romania.", "from_", ("Germany",)),
        ("The army moved {1,000} troops from Germany to Romania.", "to", ("Romania",)),
        ("Troops from Osh and Bishkek brought {14} tents.", "from_", ("Osh", "Bishkek")),
        ("It sent {350} men from Osh and Bishkek.", "from_", ("Osh", "Bishkek")),
        ("It hired 900 workers in Mexico, {450} in Brazil and 75 in Chile.", "in_", ("Brazil",)),
        ("Romania will receive {1,200} soldiers.", "to", ("Romania",)),
        ("Italy reported {300} cases.", "in_", ("Italy",)),
        ("Estonia's {300} gunners are counted apart.", "in_", ("Estonia",)),
        ("Some {300} huts were built by the government.", "by", ("government",)),
        ("Brussels promised {$3m}.", "by", ("Brussels",)),
        ("According to the survey, {300} huts fell.", "to", ()),
        ("The crew had freed {31} people by nightfall.", "by", ()),
        ("The crew had freed {31} people by 7am.", "by", ()),
    ],
)
def test_roles(text: str, role: str, places: tuple[str, ...]) -> None:
    assert getattr(claim(text).roles, role) == places
