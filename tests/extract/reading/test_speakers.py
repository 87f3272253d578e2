"""Who says a figure, and how sure it is."""

import pytest

from tests.extract.readings import claim


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry said {300} people fled.", "The ministry"),
        ("Some {300} people fled, the ministry said.", "the ministry"),
        ('"We lost {40} cows," said the farmer.', "the farmer"),
        ("According to the Red Cross, {300} people fled.", "the Red Cross"),
        ("The US Department of Energy said {300} people fled.", "The US Department of Energy"),
        ("Some {64%} have backed the strike, the union says.", "the union"),
        ("Police put the crowd at {30,000}, the organisers at 120,000.", "Police"),
        ("Police put the crowd at 30,000, the organisers at {120,000}.", "the organisers"),
        ("Police counted 300; the union said {900} came.", "the union"),
        ("Rebel leaders claimed to have taken {200} prisoners.", "Rebel leaders"),
        ("Two officials familiar with the plan said it would cost {$3m}.", "Two officials"),
        ("The Red Crescent, whose helpers went from street to street, counts {4,100} huts.", "The Red Crescent"),
        ("Marcus Okafor, the brigade commander, said {3,500} soldiers would go.", "Marcus Okafor"),
        ("The deaths of {112} people have been confirmed.", None),
        ("Lawyers acting for {65} families say it is too little.", "Lawyers"),
        ("The firm sold {300} cars.", None),
        ("Anna Berg runs the farm. She said {40} cows died.", "Anna Berg"),
        ("The mayor spoke on Monday. The fire chief said it was over. He said {40} homes burned.", "The fire chief"),
        ('"We lost {40} cows. The barn is gone," said Anna Berg.', "Anna Berg"),
        ('Anna Berg said: "It was bad. We lost {40} cows."', "Anna Berg"),
        ("Anna Berg said it was bad. The farm had {40} cows.", None),
    ],
)
def test_speaker(text: str, speaker: str | None) -> None:
    assert claim(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The fire destroyed {40} homes.", "asserted"),
        ("The state will build {40} homes.", "planned"),
        ("The state intends to build {40} homes.", "planned"),
        ("The damage is estimated at {$3m}.", "estimated"),
        ("Experts estimate that the ban cost {$3m}.", "estimated"),
        ("The agency expects {300} guests.", "estimated"),
        ("The minister denied that {300} people fled.", "denied"),
        ("The storm did not kill {300} people.", "denied"),
        ("{Sixty} patients did not survive.", "asserted"),
        ("The plan could cost {$3m}.", "hypothetical"),
        ("If {300} people come, the hall is full.", "hypothetical"),
        ("The army would need {2,000} men if talks broke down.", "hypothetical"),
        ("{Five} hikers have not been found.", "asserted"),
        ("He built 40 homes and plans to build {20} more.", "planned"),
    ],
)
def test_standing(text: str, standing: str) -> None:
    assert claim(text).standing == standing
