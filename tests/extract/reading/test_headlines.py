"""What a figure counts and is about: headlines in title case, coordinated phrases and participles."""

import pytest

from tests.extract.readings import claim


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Quake Kills {12} People In Peru As Thousands Flee Homes", "People"),
        ("{12} Men Give Evidence In Abuse Inquiry", "Men"),
        ("Fire Crews Rescue {40} From Flooded Hotel", "people"),
        ("Police arrest {12} after riot", "people"),
        ("The chain has 2,000 shops and {33,000} staff; it pays well.", "staff"),
        ("Police raided {23} addresses, arresting some.", "addresses"),
        ("Five of the {14} injured died.", "injured"),
        ("The vaccine worked in a study of {13,900}.", "people"),
    ],
)
def test_noun(text: str, noun: str) -> None:
    assert claim(text).noun == noun


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Shares Slide {12%} After Profit Warning", "Shares"),
        ("House prices in the north-west were up {4%}.", "House prices in the north-west"),
        ("Shipments of oil and gas rose {4%}.", "Shipments of oil"),
        ("They want a home costing {£61,500}.", "home"),
        ("Hospital stays fell 2%; traffic was off {2.1%}.", "traffic"),
        ("The index, which tracks rates for ships, lost {1.8%}.", "index"),
        ("Traders put the odds of a cut at 63%, versus 48% a month ago and {22%} in August.", "odds of a cut"),
        ("Nearly {$9bn} was wiped off the company's value.", "company's value"),
        ("Nearly {$9bn} was wiped off", None),
        ("It reported a 26% rise in its net profit to {Rs 72 crore}.", "net profit"),
        ("Its income, however, declined {14%}.", "income"),
        ("The strike, the ninth in a year, will cost {£3m}.", "strike"),
    ],
)
def test_subject(text: str, subject: str | None) -> None:
    assert claim(text).subject == subject
