"""Documents as the formats' own writers save them (see tools/make_fixtures.py), each with what has to come out."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from reconcile.facts import Source
from reconcile.read import ReadError, gather, read

FOLDER = Path(__file__).parent / "fixtures" / "office"

TITLE = "Harrow Falls flood: 42 dead as dam spills"
LEAD = "HARROW FALLS, March 11, 2026 (Northwire) - At least 42 people were killed when the Vellmar dam spilled over."
MORE = "The civil protection agency said 1,200 homes were flooded and 3,400 people had been taken to shelters by noon."
QUOTE = "\u201cWe have 17 boats out and need 30 more,\u201d said Mara Oldfield, who leads the rescue in the valley."
DISTRICTS = """\
Upper Vell, Killed: 25
Upper Vell, Injured: 61
Upper Vell, Damage (\u20ac million): 4.8
Lower Vell, Killed: 17
Lower Vell, Injured: 48
Lower Vell, Damage (\u20ac million): 12.25
Total, Killed: 42
Total, Injured: 109
Total, Damage (\u20ac million): 17.05"""
YEARS = """\
Maintenance, 2025: 2,100
Maintenance, 2024: 9,400
Maintenance, Change (%): -77.7
Wages, 2025: 11,250
Wages, 2024: 10,900
Wages, Change (%): 3.2"""
COLUMNS = (
    "The inquiry into the Vellmar dam heard on Tuesday that the spillway had been repaired only twice in 31 years. "
    "Engineers told the panel that the concrete had lost a fifth of its strength, and that 14 of its 60 anchors were "
    "broken. The operator had been warned in an internationally circulated report, according to documents that were "
    "shown to the hearing.\n\n"
    "Lawyers for the families said that maintenance spending had fallen from \u20ac9.4 million to \u20ac2.1 million. "
    "The company disputes these figures. It says that it employed 212 technicians at the time, and that responsibility "
    "for inspections lay with the regional administration.\n\n"
    "The panel will sit for another six weeks and is expected to hear 88 witnesses. Its conclusions are due in "
    "September, when the parliament returns from its recess."
)
BULLETIN = (
    "Accident board: first bulletin\n\n"
    "The board has opened an inquiry into the loss of the Aldra Star. The ferry left Aldra at 14:10 with 650 people "
    "on board, of whom 612 were passengers. The bow visor had been repaired in 2024 for 1.2 million euros, the owner "
    "says. The crew sent a distress call at 15:02.\n\n"
    "Divers will examine the wreck, which lies at a depth of 84 metres, from Friday. It sank with 650 aboard, 12 "
    "nurses among them; 38 of 650 were crew, 612 passengers and 14 are missing, about 498 were saved. The board "
    "employs 23 investigators and expects a first report within 30 days."
)
RELEASE = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{QUOTE}\n\n{DISTRICTS}"


@dataclass(frozen=True)
class Expected:
    """What a file has to give; `cells` is the number of figures in its tables."""

    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    cells: int = 0
    pages: int = 0


WIRE = {"title": TITLE, "publisher": "Northwire", "byline": "Mara Oldfield", "published": "2026-03-11"}
TRACKED = Expected(
    f"{TITLE}\n\nThe agency said at least 42 people were killed and 1,200 homes flooded.\n\nRescuers sent 17 boats.",
    title=TITLE,
    byline="Mara Oldfield",
)
FILES = {
    "libreoffice-release.odt": Expected(RELEASE, **WIRE, cells=9),
    "libreoffice-release.fodt": Expected(RELEASE, **WIRE, cells=9),
    "libreoffice-release.docx": Expected(RELEASE, **WIRE, cells=9),
    "libreoffice-release.rtf": Expected(RELEASE, **WIRE, cells=9),
    "libreoffice-release.pdf": Expected(RELEASE, **WIRE, cells=9, pages=1),
    "weasyprint-table.pdf": Expected(RELEASE, **WIRE, cells=9, pages=1),
    "chrome-2-columns.pdf": Expected(BULLETIN, title="Bulletin", pages=1),
    "chrome-4-columns.pdf": Expected(BULLETIN, title="Bulletin", pages=1),
    "libreoffice-sheet.ods": Expected(f"Flood damage by district\n\n{DISTRICTS}", cells=9),
    "libreoffice-sheet.csv": Expected(f"Flood damage by district\n\n{DISTRICTS}", cells=9),
    "libreoffice-sheet.pdf": Expected(f"sheet\n\nFlood damage by district\n\n{DISTRICTS}", cells=9, pages=1),
    "excel-utf8.csv": Expected(YEARS, cells=6),
    "excel-unicode.tsv": Expected(YEARS, cells=6),
    "excel-german.csv": Expected(
        "Oberes Vell, Tote: 25\nOberes Vell, Verletzte: 61\nOberes Vell, Schaden (Mio. \u20ac): 4,80\n"
        "Unteres Vell, Tote: 17\nUnteres Vell, Verletzte: 1.048\nUnteres Vell, Schaden (Mio. \u20ac): 12,25",
        cells=6,
    ),
    "word-tracked.docx": TRACKED,
    "libreoffice-tracked.odt": TRACKED,
    "libreoffice-tracked.rtf": TRACKED,
    "word-table.docx": Expected(
        "See the toll of 42, with 61 injured (88 words).\u00b9\n\n"
        "Upper Vell, People Killed: 25\nUpper Vell, People Injured: 61\n"
        "Lower Vell, People Killed: 17\nLower Vell, People Injured: 48",
        cells=4,
    ),
    "weasyprint-columns.pdf": Expected(
        "\n\n".join(("Dam inquiry hears of broken anchors", *[COLUMNS] * 4)), title="Dam inquiry", pages=2
    ),
    "reportlab-columns.pdf": Expected(
        "\n\n".join(("Spillway repairs: what was done", *[COLUMNS] * 10)),
        title="Briefing note",
        byline="Vellmar Water Authority",
        pages=2,
    ),
    "reportlab-briefing.pdf": Expected(
        "\n\n".join(("Spillway repairs: what was done", COLUMNS, DISTRICTS, *[COLUMNS] * 11)),
        title="Briefing note",
        byline="Vellmar Water Authority",
        cells=9,
        pages=3,
    ),
    "thunderbird-alternative.eml": Expected(
        f"{TITLE}\n\n{LEAD}\n\n{MORE}",
        title=TITLE,
        publisher="Northwire Desk",
        published="2026-03-11T09:30:00+01:00",
    ),
    "exchange-html.eml": Expected(
        f"Press release\n\n{RELEASE}",
        title="Press release",
        publisher="Pressestelle K\u00f6ln",
        published="2026-03-10T16:00:00+00:00",
        cells=9,
    ),
    "apple-flowed.eml": Expected(
        f"Rescue update \u2013 noon\n\n{QUOTE}\n\nBy noon 3,400 people had been taken to shelters.",
        title="Rescue update \u2013 noon",
        publisher="Mara Oldfield",
        published="2026-03-11T12:05:00+01:00",
    ),
    "gmail-reply.eml": Expected(
        "Rescue update\n\nThanks, Mara. We now count 44 dead, two more than this morning.",
        title="Rescue update",
        publisher="Jo Lindqvist",
        published="2026-03-11T14:10:00-05:00",
    ),
    "outlook-forward.eml": Expected(
        f"Toll\n\nFYI\n\n{MORE}", title="Toll", publisher="Jo Lindqvist", published="2026-03-11T15:00:00+01:00"
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_document_of_another_program_gives_its_text_and_what_is_known_of_it(name: str) -> None:
    found, expected = read(FOLDER / name), FILES[name]
    assert found.text == expected.text
    told = (found.title, found.publisher, found.byline, found.published)
    assert told == (expected.title, expected.publisher, expected.byline, expected.published)
    assert (len(found.cells), len(found.pages)) == (expected.cells, expected.pages)


@pytest.mark.parametrize("name", ["libreoffice-release.docx", "libreoffice-release.odt", "libreoffice-release.rtf"])
def test_a_claim_of_a_document_is_in_a_paragraph(name: str) -> None:
    found = read(FOLDER / name)
    told = [found.spot_of(found.text.index(words)) for words in ("42 dead", "1,200 homes", "Upper Vell, Killed")]
    assert [(spot.unit, spot.number) for spot in told if spot] == [("paragraph", n) for n in (1, 3, 5)]


def test_a_sheet_has_no_paragraphs() -> None:
    assert read(FOLDER / "libreoffice-sheet.ods").spots == ()


def test_every_page_starts_where_its_first_words_stand() -> None:
    found = read(FOLDER / "reportlab-briefing.pdf")
    assert [found.page_of(at) for at in found.pages] == [1, 2, 3]
    assert found.page_of(len(found.text) - 1) == 3
    assert all(at == 0 or found.text[at - 1].isspace() for at in found.pages)


def test_the_attachments_of_a_mail_are_sources_of_their_own_dated_as_the_mail() -> None:
    sources, problems = gather([str(FOLDER / "outlook-attachments.eml")])
    letter, sheet, release = sources
    assert problems == ()
    assert letter.text == (
        "Figures attached\n\nDear all,\n\nthe figures by district are attached. We counted 109 injured."
    )
    assert sheet.text == DISTRICTS
    assert release.text == RELEASE

    def told(source: Source) -> tuple[str | None, str | None]:
        return source.publisher, source.published

    assert told(letter) == told(sheet) == ("Vellmar Press Office", "2026-03-12T08:00:00+00:00")
    assert told(release) == ("Northwire", "2026-03-11")
    assert sheet.path == f"{FOLDER / 'outlook-attachments.eml'} > districts.csv"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("aspose-release.msg", f"{TITLE}\n\n{LEAD}\n\n{MORE}", (TITLE, "Northwire Desk", "2026-03-11T08:30:00+00:00")),
        ("oxmsg-html.msg", RELEASE, (TITLE, "Vellmar Press Office", "2026-03-12T08:00:00+00:00")),
    ],
)
def test_a_mail_of_outlook_is_read_with_what_is_attached(name: str, text: str, told: tuple[str, str, str]) -> None:
    (letter, sheet), problems = gather([str(FOLDER / name)])
    assert problems == ()
    assert (letter.text, (letter.title, letter.publisher, letter.published)) == (text, told)
    assert (sheet.text, sheet.path) == (DISTRICTS, f"{FOLDER / name} > districts.csv")
    assert (sheet.publisher, sheet.published) == told[1:]


def test_a_mail_that_is_attached_to_one_of_outlook_is_named() -> None:
    (letter,), (problem,) = gather([str(FOLDER / "aspose-embedded.msg")])
    assert (letter.text, letter.publisher) == ("Toll by district\n\nSee below: 42 in all.", "Jo Lindqvist")
    assert (problem.where, problem.hint) == (
        f"{FOLDER / 'aspose-embedded.msg'} > Toll by district.msg",
        "open it, and save it as a file",
    )


def test_an_encrypted_document_says_so() -> None:
    with pytest.raises(ReadError, match="password"):
        read(FOLDER / "reportlab-encrypted.pdf")


def test_every_fixture_is_tested() -> None:
    special = {"reportlab-encrypted.pdf", "outlook-attachments.eml"} | {path.name for path in FOLDER.glob("*.msg")}
    assert len(special) == 5
    assert {path.name for path in FOLDER.iterdir()} == {*FILES, *special}
