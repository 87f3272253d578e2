"""Web pages: told by their first element, decoded as browsers do, described by the strongest of what they say."""

# ruff: noqa: E501, RUF001 - markup and typographic signs as pages have them

import json
from time import process_time

import pytest

from reconcile.facts import Source
from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.html import MAX_CHARACTERS, MAX_ELEMENTS, article_of, read, sniff
from reconcile.read.readers import read_blob

BODY = (
    "<p>The fire killed 12 people and injured 31 at a warehouse on the edge of town on Monday, the police said.</p>"
    "<p>It caused damage of £2.3m, and 120 firefighters needed five hours to bring it under control.</p>"
)


def page(head: str = "", body: str = BODY, attributes: str = "") -> Source:
    markup = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body><article>{body}</article></body></html>"
    (source,) = read_blob(Blob("a.html", ".html", markup.encode())).sources
    return source


def described(**article: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "H", **article})}</script>'


@pytest.mark.parametrize(
    ("start", "is_page"),
    [
        (b"<!doctype HTML>", True),
        (b"\xef\xbb\xbf\n <html lang=en>", True),
        (b'<?xml version="1.0"?><!-- saved --><!DOCTYPE html PUBLIC "x">', True),
        (b"<head><title>", True),
        (b"<BODY bgcolor=white>", True),
        (b"<div align=center># Readme", False),
        (b"<header>", False),
        (b"<rss>", False),
        (b"12 dead <html>", False),
        (b"<!-- never closed", False),
        (b"", False),
    ],
)
def test_a_page_is_told_by_its_first_element(start: bytes, is_page: bool) -> None:  # noqa: FBT001
    assert sniff(Blob("a.txt", ".txt", start)) is is_page


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<html><body><p>£2.3m – 12 dead</p>".encode(), None),
        ('<html><meta charset="windows-1252"><body><p>£2.3m – 12 dead</p>'.encode("cp1252"), None),
        (
            '<html><meta http-equiv=x content="text/html; charset=latin-1"><body><p>£2.3m – 12 dead</p>'.encode(
                "cp1252"
            ),
            None,
        ),
        ("<html><body><p>£2.3m – 12 dead</p>".encode("cp1252"), "iso-8859-1"),
        ('<html><meta charset="iso-8859-1"><body><p>£2.3m – 12 dead</p>'.encode(), None),
        ("<html><body><p>£2.3m – 12 dead</p>".encode(), "windows-1251"),
        ('<html><meta charset="utf-16"><body><p>£2.3m – 12 dead</p>'.encode(), None),
        ("\ufeff<html><body><p>£2.3m – 12 dead</p>".encode("utf-16"), "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_fits(data: bytes, charset: str | None) -> None:
    (source,) = read(Blob("a.html", ".html", data, charset)).sources
    assert source.text == "£2.3m – 12 dead"


def test_the_description_is_stronger_than_the_meta_elements_and_those_than_the_page() -> None:
    head = (
        '<title>Fire kills 12 | Post</title><meta property="og:title" content="OG"><meta property="og:site_name" content="Site">'
        '<meta name="author" content="A. Writer"><meta property="article:published_time" content="2026-01-01T10:00:00Z">'
    )
    assert (page(head).title, page(head).publisher, page(head).byline) == ("OG", "Site", "A. Writer")
    told = page(
        head
        + described(publisher={"name": "Post"}, datePublished="2026-01-02T10:00+01:00", author=["B", {"name": "C"}])
    )
    assert (told.title, told.publisher, told.byline, told.published) == ("H", "Post", "B, C", "2026-01-02T10:00+01:00")


@pytest.mark.parametrize(
    ("head", "body", "published", "modified"),
    [
        ('<meta itemprop="datePublished" content="2026-03-11">', "", "2026-03-11", None),
        ('<meta name="DC.date.issued" content="11 March 2026">', "", "2026-03-11", None),
        ('<meta name="date" content="soon"><meta name="pubdate" content="20260311T184000+0100">', "", "2026-03-11T18:40:00+01:00", None),
        ("", '<time datetime="2026-03-11T18:40:00Z">11 March</time>', "2026-03-11T18:40:00Z", None),
        ("", '<time class="updated" datetime="2026-03-12T08:00Z">x</time><time class="published" datetime="2026-03-11T18:40Z">x</time>',
         "2026-03-11T18:40Z", "2026-03-12T08:00Z"),
        ("", "<time>yesterday</time>", None, None),
        (described(datePublished="11/03/2026"), "", None, None),
    ],
)  # fmt: skip
def test_dates_with_their_time_zones(head: str, body: str, published: str | None, modified: str | None) -> None:
    source = page(head, body + BODY)
    assert (source.published, source.modified) == (published, modified)


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ('lang="en-GB"', "", "en-GB"),
        ('xml:lang="de"', "", "de"),
        ("", '<meta property="og:locale" content="en_US">', "en-US"),
        ("", '<meta http-equiv="Content-Language" content="fr, en">', "fr"),
        ('lang="en"', described(inLanguage="pl"), "pl"),
        ('lang="{{ lang }}"', "", "und"),
        ("", "", "und"),
    ],
)
def test_the_declared_language(attributes: str, head: str, language: str) -> None:
    assert page(head, attributes=attributes).language == language


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Fire kills 12 | Harbour News", "Harbour News"),
        ("Fire kills 12 - Local - Harbour News", "Harbour News"),
        ("Harbour News: Fire kills 12", "Harbour News"),
        ("Fire kills 12", None),
        ("Quite another title | Harbour News", None),
    ],
)
def test_a_publisher_beside_the_headline_of_the_title(title: str, publisher: str | None) -> None:
    assert page(f"<title>{title}</title>", f"<h1>Fire kills 12</h1>{BODY}").publisher == publisher


def test_a_publisher_may_be_known_by_its_host_alone() -> None:
    assert page('<link rel="canonical" href="https://www.harbour.example.org/fire">').publisher == "harbour.example.org"


@pytest.mark.parametrize(
    ("address", "published"),
    [
        ("https://harbour.example/2026/03/11/fire", "2026-03-11"),
        ("https://harbour.example/uk/2026/mar/11/fire", "2026-03-11"),
        ("https://harbour.example/news/2026-03-11-fire", "2026-03-11"),
        ("https://harbour.example/2026/13/11/fire", None),
        ("https://harbour.example/2026/03/fire", None),
        ("https://harbour.example/fire?since=/2026/03/11/", None),
    ],
)
def test_a_page_without_a_date_is_of_the_day_that_its_address_is_filed_under(
    address: str, published: str | None
) -> None:
    link = f'<link rel="canonical" href="{address}">'
    assert page(f'<meta name="date" content="03/11/2026">{link}').published == published
    assert page(f'<meta name="date" content="2026-03-10">{link}').published == "2026-03-10"


def test_a_teaser_gives_way_to_the_whole_text_of_the_description() -> None:
    whole = "The fire killed 12 people. " * 30
    assert page(described(articleBody=whole), "<p>The fire killed 12 people.</p>").text.count("12") == 30


@pytest.mark.parametrize("around", ["//<![CDATA[\n", "<![CDATA[", " ", ""])
def test_a_description_may_be_hidden_from_xml_parsers(around: str) -> None:
    closing = {"//<![CDATA[\n": "\n//]]>", "<![CDATA[": "]]>"}.get(around, "")
    script = f'{around}{{"@type": "NewsArticle", "headline": "Told so"}}{closing}'
    assert page(f'<script type="application/ld+json">{script}</script>').title == "Told so"


def test_a_broken_description_is_passed_over() -> None:
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script><script type="application/ld+json">'
        + "[" * 99_999
    )
    assert "12 people" in page(broken + "</script>").text


def test_credits_and_corrections_stand_beside_the_text() -> None:
    source = page(
        body=BODY
        + "<p><i>Correction: an earlier version gave the damage as £3.2m.</i></p><p>With reporting by AFP and Jo Lee in Norro</p>"
    )
    assert source.credit == ("AFP", "Jo Lee")
    assert source.notes == ("Correction: an earlier version gave the damage as £3.2m.",)


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        ("<html><body></body></html>", "without text"),
        ("<html>" + "<div>" * 1000 + "12 dead", "nested too deep"),
        ("<html><body>" + "<br>" * (MAX_ELEMENTS + 1), "more than 20,000 elements"),
        ("<html><body>" + "12 dead " * (MAX_CHARACTERS // 8 + 1), "more than 5 MB"),
    ],
)
def test_what_is_no_article_is_refused(markup: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        article_of(markup, "a.html")


def test_images_that_stand_in_a_page_as_data_count_for_nothing() -> None:
    image = f'<img src="data:image/png;base64,{"A" * MAX_CHARACTERS}">'
    assert "12 people" in article_of(f"<html><body>{image}{BODY}", "a.html").text


def test_the_table_of_an_article_keeps_the_names_of_its_rows_and_columns() -> None:
    table = (
        "<table><caption>Losses</caption><tr><th rowspan=2>Town<th colspan=2>People<tr><th>Dead<th>Hurt<tr><td>Norro<td>7<td>20"
        "<tr><td>Sud<td>5<td>11</table>"
    )
    source = page(body=BODY + table + BODY)
    found = [(cell.row, cell.column, source.text[cell.start : cell.end]) for cell in source.cells]
    assert found == [
        ("Norro", "People Dead", "7"), ("Norro", "People Hurt", "20"), ("Sud", "People Dead", "5"), ("Sud", "People Hurt", "11"),
    ]  # fmt: skip


@pytest.mark.parametrize("odd", ["&#0;", "&#1;", "&#xb;", "\x01", "&#xffff;", "&#xd800;", "\x7f"])
def test_characters_that_no_tree_takes_back_break_nothing(odd: str) -> None:
    table = f"<table><tr><th>{odd}Town<th>Dead<tr><td>Norro<td>7{odd}</table>"
    assert "12 people" in page(body=f"{BODY}<p>12<sup>{odd}2</sup></p>{table}").text


@pytest.mark.parametrize("markup", ["\ufffe\uffff", "<!-- ", "<?xml ?>", "<", "\x01"])
def test_what_has_no_element_is_a_page_without_text(markup: str) -> None:
    with pytest.raises(ReadError, match="without text"):
        article_of(markup, "a.html")


@pytest.mark.parametrize(
    "much",
    [
        f"<p>12 dead {'<b>x</b>' * 19_000}</p>",
        f"<p>12 dead {'<a>x</a>' * 9000}</p><p>x</p>{'<a>x</a>' * 9000}",
        f"<div>12 dead {'<a>x</a>' * 9000}<p>31 hurt</p>{'<i>x</i>' * 9000}</div>",
        f"<p>12 dead xxx</p>{'<table>' * 180}{'<a>x</a>' * 9000}",
    ],
)
def test_thousands_of_marks_cost_no_square_of_time(much: str) -> None:
    began = process_time()
    assert "12 dead xxx" in page(body=BODY + much).text
    assert process_time() - began < 8


def test_what_stands_between_thousands_of_marks_stays_in_order() -> None:
    text = page(
        body=f"{BODY}<div>One {'<b>a</b>' * 2000} two <ul><li>12 dead</li></ul> three {'<i>b</i>' * 2000} four</div>"
    ).text
    assert [text.find(word) >= 0 for word in ("One", "two", "12 dead", "three", "four")] == [True] * 5
    assert text.index("two") < text.index("12 dead") < text.index("three") < text.index("four")
