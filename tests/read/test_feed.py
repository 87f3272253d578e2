"""Feeds: one source an entry, the fullest content of each, broken ones as far as they go, hostile ones not at all."""

# ruff: noqa: E501 - formats as their writers write them, a line each

import pytest

from reconcile.read import ReadError
from reconcile.read.blob import Blob, Reading
from reconcile.read.feed import MAX_ENTRIES, read, sniff


def feed(items: str, before: str = "") -> Blob:
    markup = f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'
    return Blob("f.xml", ".xml", markup.encode())


def entries(items: str, before: str = "") -> Reading:
    return read(feed(items, before))


ITEM = "<item><title>12 dead</title><description>In a fire.</description></item>"


@pytest.mark.parametrize(
    ("data", "is_feed"),
    [
        (b"<rss version='2.0'>", True),
        (b'<?xml version="1.0"?><!-- x --><feed xmlns="http://www.w3.org/2005/Atom">', True),
        (b'<rdf:RDF xmlns="x">', True),
        ('<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16"), True),
        (b"<newsItem>", False),
        (b"text <rss>", False),
        (b"", False),
    ],
)
def test_a_feed_is_told_by_its_root(data: bytes, is_feed: bool) -> None:  # noqa: FBT001
    assert sniff(Blob("f", ".txt", data)) is is_feed


def test_the_fullest_content_is_taken() -> None:
    (source,) = entries(
        '<item xmlns:content="http://purl.org/rss/1.0/modules/content/"><title>A</title><description>Short.</description>'
        "<content:encoded>&lt;p&gt;All of it: 12 dead.&lt;/p&gt;</content:encoded></item>"
    ).sources
    assert source.text == "A\n\nAll of it: 12 dead."


def test_plain_text_in_atom_is_no_markup() -> None:
    data = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><content type="text">1 &lt; 2 &amp; 3</content></entry></feed>'
    (source,) = read(Blob("f", ".xml", data)).sources
    assert source.text == "A\n\n1 < 2 & 3"


def test_entries_without_a_text_are_left_out() -> None:
    assert [source.title for source in entries(f"<item><link>https://a.example.org</link></item>{ITEM}").sources] == [
        "12 dead"
    ]
    with pytest.raises(ReadError, match="without entries that have a text"):
        entries("")


def test_an_entry_may_have_a_publisher_of_its_own() -> None:
    (source,) = entries(
        "<item><title>A</title><description>12 died.</description><source url='u'>Wire</source></item>"
    ).sources
    assert source.publisher == "Wire"


def test_a_time_of_change_is_kept_where_it_is_another_one() -> None:
    (source,) = read(
        Blob("f", ".xml", b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><summary>12 died.</summary>'
             b"<published>2026-03-11T10:00:00Z</published><updated>2026-03-11T12:00:00Z</updated></entry></feed>")
    ).sources  # fmt: skip
    assert (source.published, source.modified) == ("2026-03-11T10:00:00Z", "2026-03-11T12:00:00Z")
    (source,) = entries(f"{ITEM[:-7]}<pubDate>Wed, 11 Mar 2026 10:00:00 EST</pubDate></item>").sources
    assert (source.published, source.modified) == ("2026-03-11T10:00:00-05:00", None)


def test_a_broken_feed_is_read_as_far_as_it_goes_and_its_line_named() -> None:
    reading = entries(f"{ITEM}\n<item><title>A & B</title><description>31 hurt.</description></item>")
    assert len(reading.sources) == 2
    (problem,) = reading.problems
    assert problem.line == 2
    assert problem.message.startswith("not well-formed")


@pytest.mark.parametrize("root", ["rss", "atom", "rdf"])
def test_of_a_long_feed_the_first_entries_are_read(root: str) -> None:
    if root == "rss":
        blob = feed(ITEM * (MAX_ENTRIES + 3))
    elif root == "atom":
        entry = "<entry><title>12 dead</title><summary>In a fire.</summary></entry>"
        blob = Blob(
            "f.xml", ".xml", f'<feed xmlns="http://www.w3.org/2005/Atom">{entry * (MAX_ENTRIES + 3)}</feed>'.encode()
        )
    else:
        opening = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>'
        blob = Blob("f.xml", ".xml", f"{opening}{ITEM * (MAX_ENTRIES + 3)}</rdf:RDF>".encode())
    reading = read(blob)
    assert len(reading.sources) == MAX_ENTRIES
    (problem,) = reading.problems
    assert problem.message == f"more than {MAX_ENTRIES} entries, of which the first {MAX_ENTRIES} were read"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss [<!ENTITY a "12"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x">%a;]>',
    ],
)
def test_entities_are_refused(declared: str) -> None:
    with pytest.raises(ReadError, match="declares entities"):
        entries(ITEM, declared)


@pytest.mark.parametrize(
    "items",
    ["<item>" * 2000, "<a>" * 150_000, "&lt;" * 400_000, "<a b='1' c='1'/>" * 110_000, f"<item><title>{'12 ' * 2_000_000}</title></item>"],
    ids=["items", "elements", "escapes", "attributes", "text"],
)  # fmt: skip
def test_what_no_feed_is_made_of_is_refused(items: str) -> None:
    with pytest.raises(ReadError, match="too large to be one"):
        entries(items)


def test_a_feed_s_bytes_are_never_taken_for_an_address() -> None:
    with pytest.raises(ReadError, match="without entries"):
        read(Blob("f", ".rss", b"http://127.0.0.1:9/feed.xml"))


def test_an_encoding_with_a_broken_name_is_no_crash() -> None:
    data = b'<?xml version="1.0" encoding="UTF-\xe2\x80\xe28"?><rss><channel><item><title>12 dead</title></item></channel></rss>'
    with pytest.raises(ReadError, match="broken beyond reading"):
        read(Blob("f", ".rss", data))
