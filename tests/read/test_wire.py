"""The head of wire copy: what agencies put above a story is no claim, and what only looks like it is left alone."""

import pytest

from reconcile.read.article import open_article
from reconcile.read.dateline import dateline_credit
from reconcile.read.wire import wire_head

STORY = "NORRO, Norland, March 11, 2026 (Northwire) - A ferry sank, killing 12.\n\nMore text."


def body_of(head: str) -> str:
    text = head + STORY
    return text[wire_head(text)[0] :]


@pytest.mark.parametrize(
    "head",
    [
        "BC-NORLAND-FERRY/\n\n",
        "BC-US--Levee Breach, 2nd Ld-Writethru,120\n",
        "NORLAND-FERRY/ (UPDATE 3)\n",
        "URGENT\n\n",
        "BULLETIN:\n",
        "UPDATE 2-Twelve dead in ferry accident\n",
        "EDITORS: pix 2, 4 and 6 available\n",
        "Keywords: NORLAND FERRY 12\n",
        "Slug: ferry-12\n\n",
        "BC-FERRY\nTwelve dead in ferry accident\n(Adds quotes, 12 paragraphs)\nBy Ida Fors\n\n",
        "^BC-FERRY\n^12 dead\n^Eds: Updates with 12 dead.\n^By IDA FORS\n^Northwire\n",
        "URGENT\nBC-FERRY\nPhotos: 12\nWords: 350\n\n",
        "EMBARGOED UNTIL 00:01 GMT ON 11 MARCH 2026\n\n",
        "PRESS RELEASE\nUNDER STRICT EMBARGO UNTIL 06:00 GMT, 11 MARCH 2026\n\n",
        "FOR IMMEDIATE RELEASE\n\n",
    ],
)
def test_the_story_starts_below_its_headers(head: str) -> None:
    assert body_of(head) == STORY


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "By the time he left, 12 had died.\n\nMore.",
        "URGENT care centres opened 12 beds.\n",
        "COVID-19 deaths rose to 12\n\nText.",
        "F-16 crash kills 2\nMore.",
        "Topics: 12 things\nText",
        "Video: 12 killed in blast\n\nText",
        "For immediate release: 12 jobs\n\nText",
        "Embargoed 12 states agree\n",
        "EU-US deal: 12 states agree\n\nText",
        "Editors at 12 papers said so.\n",
        "(Adds 12)\nText",
        "12 dead\n\nText",
        "",
        "\n\n",
    ],
)
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert wire_head(text)[0] == 0


def test_what_the_head_says_is_kept() -> None:
    head = (
        "BC-NORLAND-FERRY/ (UPDATE 3)\nUPDATE 3-Twelve dead\n(Adds quotes)\nBy Ida Fors and Jon Hauk\nEDITORS: pix\n\n"
    )
    meta = open_article(head + STORY, "a.txt").meta
    assert (meta.title, meta.version, meta.byline) == ("Twelve dead", "3", "Ida Fors and Jon Hauk")
    assert (meta.guid, meta.published, meta.notes) == (
        "BC-NORLAND-FERRY/",
        "2026-03-11",
        ("Adds quotes", "EDITORS: pix"),
    )


@pytest.mark.parametrize(
    ("line", "version"),
    [("BC-FERRY, 1st Ld-Writethru", "1"), ("UPDATE 12-Fire", "12"), ("WRAPUP 1-Fire", "1"), ("BC-FERRY", None)],
)
def test_the_number_of_a_version(line: str, version: str | None) -> None:
    assert wire_head(f"{line}\n\n{STORY}")[1].version == version


def test_front_matter_is_stronger_than_a_head() -> None:
    text = f"---\ntitle: T\n---\nURGENT\n{STORY}"
    assert open_article(text, "a").meta.title == "T"


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("NORRO (Northwire) - A", "Northwire"),
        ("NORRO, March 11 (North Wire) -- A", "North Wire"),
        ("BENTON, Ohana (PP) _ A", "PP"),
        ("MOSCOW, Feb 3 (Reuters) \u2014 A", "Reuters"),
        ("The bill (HR 12) - passed", "HR 12"),
        ("The ministry (of health) said", None),
        ("NORRO - A", None),
    ],
)
def test_the_agency_that_a_dateline_credits(opening: str, agency: str | None) -> None:
    assert dateline_credit(opening, 0) == agency
