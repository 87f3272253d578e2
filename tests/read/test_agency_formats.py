"""ninjs, NITF, NewsML-G2 and schema.org files: what the fixtures do not show, and what is none of them."""

# ruff: noqa: E501 - items as agencies send them, a line each

import json
from typing import Any

import pytest

from reconcile.facts import Source
from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.readers import read_blob, recognised

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def ninjs(**item: Any) -> Source:
    (source,) = read_blob(
        Blob("a.json", ".json", json.dumps({"versioncreated": "2026-03-11T10:00:00Z", **item}).encode())
    ).sources
    return source


def xml(markup: str) -> Source:
    (source,) = read_blob(Blob("a.xml", ".xml", markup.encode())).sources
    return source


def newsml(
    meta: str = "", content: str = "<inlineData contenttype='text/plain'>12 died.</inlineData>", attributes: str = ""
) -> Source:
    return xml(
        f"<newsItem {NAR} {attributes}><itemMeta/><contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"uri": "a", "body_text": "12 died."}', "ninjs"),
        (b'\xef\xbb\xbf[{"versionCreated": "x"}]', "ninjs"),
        (b'{"@context": "https://schema.org", "@type": "NewsArticle"}', "newsarticle"),
        (b'{"id": "a", "text": "12 died."}', "corpus"),
        (b"<nitf><body/></nitf>", "nitf"),
        (b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf/>', "nitf"),
        (b"<nar:newsItem xmlns:nar='x'/>", "newsml"),
        (b"<newsMessage>", "newsml"),
        (b"<html>", "html"),
    ],
)
def test_a_format_is_told_by_its_content_whatever_its_name(data: bytes, name: str) -> None:
    known = recognised(Blob("a.txt", ".txt", data))
    assert known is not None
    assert known.name == name


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.json", b'{"name": "package", "version": "1.0"}', "JSON without the text of an article"),
        ("a.json", b'{"body_text": "12', "not JSON"),
        ("a.json", b'{"bodies": ' + b"[" * 100_000, "nested too deep"),
        ("a.json", b'{"bodies": ' + b"9" * 5000 + b"}", "a number too long"),
        ("a.json", b'{"bodies": [null, 1, [], {"value": [1]}], "headlines": [1], "body_text": 5}', "without the text"),
        ("a.jsonld", b'{"@context": "x", "@type": "Organization", "name": "Post"}', "JSON-LD without the text"),
        ("a.xml", b"<project><name>x</name></project>", "XML of a kind that is not known: <project>"),
        ("a.xml", b"<newsItem><a></newsItem>", "not well-formed XML: mismatched tag"),
        ("a.xml", b"<newsItem>" + b"<a>" * 1000, "nested deeper than 100"),
        ("a.xml", b"<newsItem>" + b"<a/>" * 200_001 + b"</newsItem>", "more than 200,000 elements"),
        ("a.xml", b'<!DOCTYPE x [<!ENTITY a "12">]><newsItem>&a;</newsItem>', "declares entities"),
        (
            "a.xml",
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><newsItem>&a;</newsItem>',
            "declares entities",
        ),
        ("a.xml", b'<?xml version="1.0" encoding="nonsense-1"?><newsItem/>', "in an encoding that cannot be read"),
        ("a.xml", b"<newsItem/>", "NewsML-G2 without a text"),
        ("a.nitf", b"<nitf><body/></nitf>", "NITF without a text"),
    ],
)
def test_what_is_none_is_refused_by_name(name: str, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read_blob(Blob(name, "." + name.partition(".")[2], data))
    assert caught.value.problem.where == name
    assert caught.value.problem.hint


def test_a_fault_in_json_or_xml_has_its_line() -> None:
    for data, line in ((b'{"body_text": "a",\n\n oops}', 3), (b"<newsItem>\n<a></b>\n</newsItem>", 2)):
        with pytest.raises(ReadError) as caught:
            read_blob(Blob("a", ".json" if data.startswith(b"{") else ".xml", data))
        assert caught.value.problem.line == line


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"body_text": "12 died."}, "12 died."),
        ({"body_text": "12 died. 31 hurt.", "body_xhtml": "<p>12 died.</p><p>31 hurt.</p>"}, "12 died.\n\n31 hurt."),
        ({"body_text": " ", "body_html": "<p>12 died.</p>"}, "12 died."),
        (
            {
                "bodies": [
                    {"contenttype": "text/plain", "value": "Plain."},
                    {"contentType": "text/html", "value": "<p>Marked.</p>"},
                ]
            },
            "Marked.",
        ),
        ({"headline": "Fire", "body_text": "12 died."}, "Fire\n\n12 died."),
        ({"headline": "12 died.", "body_text": "12 died.\nMore."}, "12 died.\nMore."),
    ],
)
def test_the_body_of_a_ninjs_item(item: dict[str, Any], text: str) -> None:
    assert ninjs(**item).text == text


def test_a_ninjs_item_may_be_withheld() -> None:
    source = ninjs(body_text="12 died.", pubstatus="withheld", embargoed="2026-03-11T12:00:00Z", ednote="Hold.")
    assert source.notes == ("Embargoed until 2026-03-11T12:00:00Z", "Status: withheld", "Hold.")


@pytest.mark.parametrize(
    ("notice", "publisher"),
    [
        ("Copyright 2026 Northwire. All rights reserved", "Northwire"),
        ("© Northwire Ltd 2026", "Northwire Ltd"),
        ("All rights reserved", None),
    ],
)
def test_a_publisher_by_its_copyright(notice: str, publisher: str | None) -> None:
    assert ninjs(body_text="12 died.", copyrightnotice=notice).publisher == publisher


def test_a_package_gives_the_texts_that_it_holds() -> None:
    inner = {"uri": "b", "type": "text", "headline": "B", "body_text": "31 hurt."}
    data = {"uri": "a", "type": "composite", "versioncreated": "2026-03-11T10:00:00Z", "associations": {"main": inner}}
    (source,) = read_blob(Blob("a.json", ".json", json.dumps(data).encode())).sources
    assert (source.title, source.guid) == ("B", "b")


def test_the_moment_of_a_version_is_when_it_was_published() -> None:
    source = ninjs(body_text="12 died.", firstcreated="2026-03-11T08:00:00Z", version=2)
    assert (source.published, source.modified, source.version) == ("2026-03-11T10:00:00Z", "2026-03-11T10:00:00Z", "2")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<inlineData contenttype='text/plain'>12 died.\n\nMore.</inlineData>", "12 died.\n\nMore."),
        ("<inlineData contenttype='text/html'>&lt;p&gt;12 died.&lt;/p&gt;</inlineData>", "12 died."),
        (
            "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>12 died.</p></body></html></inlineXML>",
            "12 died.",
        ),
        ("<inlineXML><div xmlns='http://www.w3.org/1999/xhtml'><p>12 died.</p></div></inlineXML>", "12 died."),
        (
            "<remoteContent href='x.jpg'/><inlineXML><nitf><body><body.content><p>12&#160;died.</p></body.content></body></nitf></inlineXML>",
            "12\xa0died.",
        ),
    ],
)
def test_the_text_of_a_news_item(content: str, text: str) -> None:
    assert newsml(content=content).text == text


def test_a_news_item_is_described_by_both_of_its_levels() -> None:
    nitf = "<nitf><body><body.head><hedline><hl1>Inner</hl1></hedline><byline>By <person>A. B.</person></byline></body.head><body.content><p>12 died.</p></body.content></body></nitf>"
    source = newsml(
        "<headline>Outer</headline><creditline>Northwire/CP</creditline>",
        f"<inlineXML>{nitf}</inlineXML>",
        "guid='urn:1' version='3' xml:lang='en'",
    )
    assert (source.title, source.byline, source.guid, source.version, source.language) == (
        "Outer",
        "A. B.",
        "urn:1",
        "3",
        "en",
    )
    assert source.credit == ("Northwire/CP",)


def test_nitf_that_was_declared_in_one_encoding_and_saved_in_another() -> None:
    markup = '<?xml version="1.0" encoding="UTF-8"?><nitf><body><body.content><p>£12m – lost</p></body.content></body></nitf>'  # noqa: RUF001
    (source,) = read_blob(Blob("a.xml", ".xml", markup.encode("cp1252"))).sources
    assert source.text == "£12m – lost"  # noqa: RUF001


def test_named_characters_of_the_formats_own_dtd_are_known() -> None:
    assert (
        xml(
            '<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body><body.content><p>12&nbsp;dead</p></body.content></body></nitf>'
        ).text
        == "12\xa0dead"
    )


def test_a_dateline_opens_the_text_of_nitf() -> None:
    source = xml(
        "<nitf><body><body.head><dateline><location>NORRO</location></dateline></body.head><body.content><p>12 died.</p></body.content></body></nitf>"
    )
    assert source.text == "NORRO - 12 died."


def test_schema_org_s_many_shapes_are_read_or_passed_over() -> None:
    node = {"@context": "x", "@type": [1, None, "schema:NewsArticle"], "headline": ["H"], "author": [[["a"]], 1, None, "B"],
            "publisher": [], "datePublished": 5, "articleBody": "12 died.", "inLanguage": [], "correction": [1, ["x"]],
            "mainEntityOfPage": [1], "liveBlogUpdate": [1, {"@type": "BlogPosting", "articleBody": "31 hurt."}]}  # fmt: skip
    (source,) = read_blob(Blob("a.jsonld", ".jsonld", json.dumps(node).encode())).sources
    assert (source.title, source.byline, source.text) == ("H", "B", "H\n\n12 died.\n\n31 hurt.")


def test_halves_of_a_character_that_json_can_name_and_no_file_can_hold() -> None:
    source = ninjs(headline="A \ud800", body_text="12 \udfff died.", byline="\ud83d")
    assert (source.title, source.text, source.byline) == ("A \ufffd", "A \ufffd\n\n12 \ufffd died.", "\ufffd")
