"""Republished copy counts as one origin; independent reports stay apart."""

import random

from reconcile.align.origins import origins
from reconcile.facts import Source

WIRE = """OSH, Oct 14 (MNA) - At least 23 people were killed and more than 200 hurt when a powerful earthquake struck
the mountainous south of the country before dawn on Tuesday, the emergencies ministry said. Dozens were believed to be
trapped under a collapsed dormitory in the town, a centre of cotton processing near the border. Rescuers had brought 14
survivors out of the building by 7 a.m. Power was cut across the district, and landslides blocked the highway."""

OTHER = """When the shaking stopped, Gulzat stood in the yard with her children and counted them, twice. By evening the
toll had climbed to 87, and the road to the next valley was still closed by 3 landslides that 40 men were clearing."""

AGENCY = """PORT (EWA) - Police arrested 63 people and counted 48,000 marchers; the union said 200,000. It hurt 14
officers of 3,500 sent."""


def ids(*texts: str) -> list[str]:
    found = origins([Source.from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    return [found[f"s{n}"] for n in range(len(texts))]


def test_independent_reports_have_an_origin_each_named_in_their_order() -> None:
    assert ids(WIRE, OTHER) == ["o1", "o2"]


def test_a_copy_is_found_whatever_its_figures_and_its_own_additions() -> None:
    copy = (
        "Our correspondent writes: "
        + WIRE.replace("23", "32").replace("200", "500")
        + " The Courier will follow events."
    )
    assert ids(WIRE, copy) == ["o1", "o1"]


def test_a_shortened_copy_inside_a_longer_text_is_found() -> None:
    assert ids(OTHER * 3 + " " + WIRE[:350], WIRE) == ["o1", "o1"]


def test_a_rewrite_that_credits_the_agency_and_repeats_its_figures() -> None:
    rewrite = """As many as 3,500 officers faced 48,000 people, 14 being injured and 63 detained, EWA reports.
    Organisers spoke of 200,000."""
    assert ids(AGENCY, rewrite) == ["o1", "o1"]
    assert ids(AGENCY, rewrite.replace("EWA reports", "it was reported")) == ["o1", "o2"]


def test_naming_the_agency_alone_is_no_copy() -> None:
    own = """A minister told EWA that 99 people, 1,234 cars, 5,678 homes, 77 boats and 88 bridges were safe after the
    storm of the night."""
    assert ids(AGENCY, own) == ["o1", "o2"]


def test_copies_of_copies_share_the_origin() -> None:
    assert ids(WIRE, OTHER, WIRE[:400] + OTHER[:30], WIRE) == ["o1", "o2", "o1", "o1"]


def test_empty_and_short_texts_stay_apart() -> None:
    assert ids("", "", "Two killed", "Two killed") == ["o1", "o2", "o3", "o4"]


def test_the_order_of_sources_only_renames() -> None:
    texts = [WIRE, OTHER, WIRE + " More later.", OTHER[:150]]
    forward, backward = ids(*texts), ids(*texts[::-1])[::-1]
    assert [a == b for a in forward for b in forward] == [a == b for a in backward for b in backward]


def test_a_hundred_copies_among_many_are_one_origin() -> None:
    maker = random.Random(7)  # noqa: S311
    words = ["".join(maker.choices("abcdefghij", k=6)) for _ in range(800)]
    texts = [" ".join(maker.choices(words, k=60)) for _ in range(100)]
    wire = " ".join(maker.choices(words, k=60))
    found = ids(*texts, *(f"{wire} {text[:40]}" for text in texts))
    assert len(set(found)) == 101
    assert len(set(found[100:])) == 1
