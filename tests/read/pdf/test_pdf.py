"""PDF: reading order, paragraphs, what runs along, tables, pages, and what is broken or hostile."""

import pytest

from reconcile.facts import Source
from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.pdf import MOST_PAGES, read, sniff
from tests.read.pdf.documents import drawn, pdf


def source(*pages: bytes, info: bytes = b"<<>>") -> Source:
    (found,) = read(pdf(*pages, info=info)).sources
    return found


def column(x: float, top: float, *lines: str) -> list[tuple[float, float, str]]:
    return [(x, top - 12 * k, line) for k, line in enumerate(lines)]


LEFT = ("The inquiry heard on Tuesday that the", "spillway was repaired twice in 31 years.", "It closed at noon today.")
RIGHT = ("Lawyers said that the spending fell to", "two million euros in the last year.", "They left at once.")


def test_columns_are_read_one_after_the_other_whatever_the_order_of_drawing() -> None:
    across = [line for pair in zip(column(50, 700, *LEFT), column(320, 700, *RIGHT), strict=True) for line in pair]
    title = drawn((50, 750, "Dam inquiry hears of repairs and of falling spending"), size=16)
    found = source(title + drawn(*across))
    assert found.text.replace("\n\n", " ") == (
        "Dam inquiry hears of repairs and of falling spending " + " ".join(LEFT) + " " + " ".join(RIGHT)
    )
    assert found.title == "Dam inquiry hears of repairs and of falling spending"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("the inter-", "national report"), "the international report"),
        (("the Anglo-", "Dutch report"), "the Anglo-Dutch report"),
        (("in 2024-", "25 it fell"), "in 2024-25 it fell"),
        (("twelve", "people"), "twelve people"),
    ],
)
def test_words_broken_at_the_end_of_a_line_are_made_whole(lines: tuple[str, ...], text: str) -> None:
    assert source(drawn(*column(50, 700, *lines))).text == text


def test_paragraphs_are_told_by_space_indents_bullets_and_size() -> None:
    lines = [(50, 700, "One line that runs on to the edge of it"), (50, 688, "and ends here."),
             (50, 660, "After a gap."), (62, 648, "An indented one."), (50, 636, "\u2022 A point")]  # fmt: skip
    assert source(drawn(*lines)).text.split("\n\n") == [
        "One line that runs on to the edge of it and ends here.", "After a gap.", "An indented one.", "\u2022 A point",
    ]  # fmt: skip


def test_heads_feet_and_page_numbers_that_run_along_are_left_out() -> None:
    pages = [
        drawn((50, 780, "Vellmar Monitor"), (50, 600, f"Page text {word}."), (280, 20, f"Page {k} of 3"))
        for k, word in enumerate(("one", "two", "three"), 1)
    ]
    found = source(*pages)
    assert found.text == "Page text one.\n\nPage text two.\n\nPage text three."
    assert [found.text[at:].split("\n")[0] for at in found.pages] == found.text.split("\n\n")


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    around = ((20, 785, "11/22/26, 11:43 AM"), (320, 785, "Bulletin"), (20, 12, "https://example.org/a 1/1"))
    found = source(drawn(*around, *column(50, 700, *LEFT), *column(320, 700, *RIGHT)))
    assert found.text.replace("\n\n", " ") == " ".join((*LEFT, *RIGHT))


def test_a_headline_that_runs_along_in_small_print_stays_where_it_is_large() -> None:
    title = "Shared figures of the year"
    first = drawn((50, 740, title), size=24) + drawn(*column(50, 600, *LEFT))
    found = source(first, *(drawn((50, 780, title), *column(50, 600, *RIGHT)) for _ in range(2)))
    assert (found.title, found.text.count(title)) == (title, 1)


def test_a_head_on_one_page_alone_stays() -> None:
    assert source(drawn((50, 780, "Vellmar Monitor"), (50, 600, "Text."))).text == "Vellmar Monitor\n\nText."


def test_a_sentence_that_goes_on_over_the_page_is_one_paragraph() -> None:
    found = source(drawn((50, 400, "At least 12 people were")), drawn((50, 700, "killed in the flood.")))
    assert found.text == "At least 12 people were killed in the flood."
    assert [found.page_of(found.text.index(word)) for word in ("12", "killed")] == [1, 2]


def test_tables_are_figures_with_the_names_of_row_and_column() -> None:
    rows = [("Region", "Killed", "Injured"), ("North", "12", "30"), ("South", "9", "1,048")]
    lines = [(x, 600 - 14 * k, cell) for k, row in enumerate(rows) for x, cell in zip((50, 200, 300), row, strict=True)]
    found = source(drawn((50, 650, "The toll by region so far."), *lines, (50, 500, "It may rise.")))
    assert found.text == (
        "The toll by region so far.\n\nNorth, Killed: 12\nNorth, Injured: 30\n"
        "South, Killed: 9\nSouth, Injured: 1,048\n\nIt may rise."
    )
    assert [found.text[cell.start : cell.end] for cell in found.cells] == ["12", "30", "9", "1,048"]


def test_text_that_does_not_run_level_is_left_out() -> None:
    tilted = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT 99) Tj ET "
    assert source(tilted + drawn((50, 700, "Twelve died."))).text == "Twelve died."


def test_the_dates_of_the_file_say_when_it_was_changed_and_never_when_it_was_published() -> None:
    info = b"<</Title(Flood toll)/Author(Ann Ray)/CreationDate(D:20260311093000+01'00')>>"
    found = source(drawn((50, 700, "Twelve died.")), info=info)
    assert (found.title, found.byline, found.published) == ("Flood toll", "Ann Ray", None)
    assert found.modified == "2026-03-11T09:30:00+01:00"


@pytest.mark.parametrize("written", ["D:20269999", "yesterday", "D:2026", ""])
def test_a_broken_date_is_none(written: str) -> None:
    info = b"<</CreationDate(%s)>>" % written.encode()
    assert source(drawn((50, 700, "Twelve died.")), info=info).modified is None


def test_a_title_that_is_no_text_is_left_out() -> None:
    info = b"<</Title<FEFF00410042D800>/Author(Ann Ray)>>"
    found = source(drawn((50, 700, "Twelve died.")), info=info)
    assert (found.title, found.byline) == (None, "Ann Ray")


def test_a_release_gives_its_date_in_a_line_of_its_own() -> None:
    lines = [(50, 750, "PRESS RELEASE"), (50, 720, "Harrow, 11 March 2026"), (50, 690, "Twelve died, it said.")]
    assert source(drawn(*lines)).published == "2026-03-11"


def test_no_more_pages_are_read_than_an_article_has() -> None:
    reading = read(pdf(*[drawn((50, 700, "Twelve died."))] * (MOST_PAGES + 1)))
    assert len(reading.sources[0].pages) == MOST_PAGES
    ((problem),) = reading.problems
    assert f"more than {MOST_PAGES} pages" in problem.message


def picture(width: int, height: int) -> bytes:
    return b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q " % (width, height)


def test_pages_that_are_pictures_are_told_beside_those_with_text() -> None:
    text = drawn((50, 700, "Twelve died."))
    scan, strips, logo = picture(580, 780), picture(600, 210) * 2, picture(120, 40)
    reading = read(pdf(text, scan, logo, text + scan, strips))
    assert reading.sources[0].text == "Twelve died.\n\nTwelve died."
    ((problem),) = reading.problems
    assert problem.message == "2 pages are pictures (2, 5): the rest was read"
    assert "OCR" in problem.hint
    ((problem),) = read(pdf(text, scan)).problems
    assert problem.message == "page 2 is a picture: the rest was read"


_GOOD = pdf(drawn((50, 700, "Twelve died."))).data


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (Blob("a.pdf", ".pdf", b"plain text"), "broken"),
        (Blob("a.pdf", ".pdf", _GOOD[:60]), "broken"),
        (Blob("a.pdf", ".pdf", b"%PDF-1.7\n" + bytes(range(256)) * 500), "broken"),
        (pdf(b"0 0 m 10 10 l S"), "without text"),
        (pdf(b" " * 50_000_000), "unpacks"),
        (pdf(b" " * 50_000_000, filters=b"/FlateDecode/FlateDecode"), "unpacks"),
        (pdf(b"x" * 100_000, filters=b"/LZWDecode"), "unpacks"),
        (pdf(*[b" " * 5_000_000] * 12), "unpacks"),
    ],
)
def test_what_is_broken_empty_or_hostile_is_refused_with_a_hint(blob: Blob, message: str) -> None:
    with pytest.raises(ReadError, match=message) as raised:
        read(blob)
    assert raised.value.problem.hint


def test_it_is_known_by_its_first_bytes() -> None:
    assert sniff(Blob("-", "", b"\xef\xbb\xbf%PDF-1.4"))
    assert not sniff(Blob("a.pdf", ".pdf", b"PDF"))
