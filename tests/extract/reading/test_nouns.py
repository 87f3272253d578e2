"""What a figure counts: the noun that stands with it, or the one that an ellipsis leaves out."""

import pytest

from tests.extract.readings import claim, claims


@pytest.mark.parametrize(
    ("text", "noun", "unit"),
    [
        ("The fire destroyed {40} wooden houses.", "wooden houses", "house"),
        ("Some {460} Ford and Toyota vehicles were stolen.", "Ford and Toyota vehicles", "vehicle"),
        ("The dog bit {two} of the nine children.", "children", "person"),
        ("Nine of the {30} miners got out.", "miners", "person"),
        ("They hold {40} people more than they have beds for.", "people", "person"),
        ("The {12}-member team flew home.", "member", "person"),
        ("They slept in a {four}-storey hostel.", "storey", "storey"),
        ("The {4,800}-strong force crossed the river.", "force", "person"),
        ("The parliament's {275} seats were filled.", "seats", "seat"),
        ("Norway bought {48} F-35s.", "F-35s", "F-35"),
        ("They loaded {84} M1A2 tanks.", "M1A2 tanks", "tank"),
        ("Some {130} people still missing were sought.", "people", "person"),
        ("{Nine} of the dead were tourists.", "dead", "person"),
        ("A helicopter with a crew of {five} landed.", "crew", "person"),
        ("A family of {four} fled.", "family", "person"),
        ("It sold {3.9 million} tickets last season.", "tickets", "ticket"),
        ("Repairs cost {40 euros at most}.", "euros", "EUR"),
    ],
)
def test_noun_beside_its_figure(text: str, noun: str, unit: str) -> None:
    read = claim(text)
    assert (read.noun, read.quantity.unit) == (noun, unit)


@pytest.mark.parametrize(
    ("text", "noun", "unit"),
    [
        ("The army sent 2,000 soldiers to Romania and {1,000} to Poland.", "soldiers", "person"),
        ("The firm closed 12 shops last year and will shut another {eight}.", "shops", "shop"),
        ("It sent 500 officers to the north and 300 to the west. The remaining {200} stayed.", "officers", "person"),
        ("Twelve jets took off. {Four} of them turned back.", "jets", "jet"),
        ("The number of nurses rose to {1,250}.", "nurses", "person"),
        ("The number of inmates rose from {27} to 34.", "inmates", "person"),
        ("Staff numbers have shrunk to {640}.", "Staff", "person"),
        ("The toll climbed to {46}.", "toll", "person"),
        ("The death toll climbed to 46 on Thursday from {39} on Wednesday.", "death toll", "person"),
        ("The bill passed by 302 votes to {118}.", "votes", "vote"),
        ("State television gave the number of injured as {74}.", "injured", "person"),
        ("Police put the crowd at {30,000}.", "crowd", "person"),
        ("Two killed, {nine} hurt in avalanche", "people", "person"),
        ("Storm kills {9} in Iran", "people", "person"),
        ("{Thousands} fled.", "people", "person"),
        ("Of the 40 on board, {five} were children.", "children", "person"),
        ("Passengers waited for hours, and {23} of them were treated.", "Passengers", "person"),
        ("The council voted {nine} to two.", "votes", "vote"),
        ("Crew: {96}", "Crew", "person"),
    ],
)
def test_noun_left_out(text: str, noun: str, unit: str) -> None:
    read = claim(text)
    assert (read.noun, read.quantity.unit) == (noun, unit)


@pytest.mark.parametrize(
    "text", ["The boat carried 11 men. The posted limit was {36}.", "Nine judges sat. One gave the dish a {5}."]
)
def test_a_size_is_no_count_of_what_went_before(text: str) -> None:
    assert claim(text).noun is None


def test_people_are_not_counted_as_things() -> None:
    assert claim("The quake wrecked 300 homes and killed {nine}.").quantity.unit == "person"


def test_a_place_names_no_noun() -> None:
    figures = claims("The army sent 3,000 soldiers.\n\nRomania: 1,200\n\nPoland: 1,800")
    assert [(each.noun, each.roles.in_) for each in figures[1:]] == [
        ("soldiers", ("Romania",)),
        ("soldiers", ("Poland",)),
    ]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The quake struck at a depth of {12 km}.", "depth"),
        ("The state set aside {$5m} for a new roof.", "new roof"),
        ("The damage was put at $5m. The sum of {$5m} was paid.", "sum"),
    ],
)
def test_noun_of_an_amount(text: str, noun: str) -> None:
    assert claim(text).noun == noun


@pytest.mark.parametrize(
    ("text", "noun", "event"),
    [
        ("Casualties: Deceased - {07}; grievously injured - 14.", "Deceased", "kill"),
        ("Casualties: Deceased - 07; grievously injured - {14}.", "injured", "injure"),
        ("Simple injuries - 49. Total injured - {63}.", "injured", "injure"),
        ("Persons evacuated: {5,640}.", "Persons", "evacuate"),
        ("Trains: cancelled - 23; diverted - {38}.", "Trains", "divert"),
    ],
)
def test_a_label_with_a_dash_or_a_participle_says_what_is_counted_and_what_happened(text, noun, event):
    found = claim(text)
    assert (found.noun, found.event) == (noun, event)


def test_a_dash_within_a_sentence_labels_nothing():
    assert claim("The vote was close - {14} members stayed away.").noun == "members"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("{Five} of the 14 injured are in hospital.", "injured"),
        ("The {14} injured remain in the city hospital.", "injured"),
        ("The {14} injured children remain in hospital.", "injured children"),
        ("The blocs won {12} and 7 seats.", "seats"),
        ("{Dozens} of Kia and Hyundai vehicles were stolen.", "Kia and Hyundai vehicles"),
    ],
)
def test_what_is_counted_with_those_whom_it_befell_and_in_coordination(text, noun):
    assert claim(text).noun == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Some 320 passengers went in eight buses. About {850} of them took a train.", None),
        ("The line carried 900 passengers and 8 buses followed. About {850} of them took a train.", "passengers"),
        ("Four of the {five} tunnel boring machines have arrived.", "tunnel boring machines"),
        ("Regrettably, {187} colleagues were sacked.", "colleagues"),
    ],
)
def test_a_part_is_of_a_group_that_is_large_enough(text, noun):
    assert claim(text).noun == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The firm sold 12 buses.\n\n{Five} failed the test.", None),
        ("The firm sold 12 buses. {Five} failed the test.", "buses"),
        ("The firm sold 12 buses.\n\nAnother {five} failed the test.", "buses"),
        ("The firm sold 12 buses.\n\nOf the total, {five} of them failed the test.", "buses"),
        ("The army sent 3,000 soldiers.\n\nRomania: {1,200}", "soldiers"),
    ],
)
def test_an_ellipsis_reaches_into_another_paragraph_only_where_a_word_points_there(text, noun):
    assert claim(text).noun == noun
