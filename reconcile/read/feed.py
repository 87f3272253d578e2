"""RSS and Atom feeds by feedparser: one source an entry, with its full content where there is one, else its summary."""

import io
import re
from itertools import islice
from typing import Any

from reconcile.facts import Problem
from reconcile.read.article import Article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.extras import BROKEN, library
from reconcile.read.faults import unreadable
from reconcile.read.html import fragment
from reconcile.read.meta import Meta, distinct, first, short
from reconcile.read.storytext import story
from reconcile.read.xmlfile import refuse_entities, root_name

MAX_ENTRIES = 500
"""The most entries of a feed that are read: the newest stand first."""

MAX_BYTES = 5 * 1024 * 1024
"""The largest feed that is read."""

_CREDIT_LINE = re.compile(
    r"<p>The post <a [^<>]{1,400}>[^<]{0,400}</a> appeared first on <a [^<>]{1,400}>[^<]{0,200}</a>\.</p>"
)
_END = re.compile(rb"</(?:\w{1,20}:)?(?:item|entry)>")
_ROOT_TAG = re.compile(rb"<((?:\w{1,20}:)?(?:rss|feed|RDF))[\s>]")
_HEAD = 65536
# What a parser takes its time over; of entries twice those that are read, for the ends of some may be missing.
_MOST_MARKS = ((b"<item", 1_000), (b"<entry", 1_000), (b"<", 100_000), (b"&", 300_000), (b"=", 200_000))
_TAG = re.compile(rb"""<[^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)*+>""")
_MOST_ATTRIBUTES = 200  # of one element: the parser's time grows with their square
_ROOTS = frozenset({"rss", "feed", "RDF"})


def sniff(blob: Blob) -> bool:
    """True when the first element is that of a feed."""
    return root_name(blob.data) in _ROOTS


def read(blob: Blob) -> Reading:
    """The entries that have a text. Raises ReadError when there is none, and for a feed that may not be safe."""
    refuse_entities(blob)
    data, whole = _first_entries(blob.data)
    if _is_excessive(data):
        raise unreadable(blob.where, "a feed that is too large to be one", "give the articles as files of their own")
    feed = _parsed(blob, data)
    articles = [_article(entry, feed.feed, blob.where) for entry in feed.entries]
    articles = [one for one in articles if one.text]
    if not articles:
        raise unreadable(blob.where, "a feed without entries that have a text", "check that the feed is whole")
    return reading_of(blob, articles, _faults(feed, blob) if whole else (_cut(blob),))


def _is_excessive(data: bytes) -> bool:
    """Whether a parser might never end with a feed."""
    if len(data) > MAX_BYTES or any(data.count(mark) > most for mark, most in _MOST_MARKS):
        return True
    return any(tag[0].count(b"=") > _MOST_ATTRIBUTES for tag in _TAG.finditer(data))


def _first_entries(data: bytes) -> tuple[bytes, bool]:
    """The part of a feed up to the end of the last entry that is read, closed again, and whether that is all of it."""
    ends = (match.end() for match in _END.finditer(data))
    last = next(islice(ends, MAX_ENTRIES - 1, None), None)
    if last is None or next(ends, None) is None:
        return data, True
    root = _ROOT_TAG.search(data)
    closing = b"</channel>" if b"<channel" in data[:_HEAD] and root and not root[1].endswith(b"RDF") else b""
    return data[:last] + closing + (b"</" + root[1] + b">" if root else b""), False


def _parsed(blob: Blob, data: bytes) -> Any:
    import logging

    feedparser = library("feedparser", "feeds", blob.where)
    logging.getLogger("feedparser").addHandler(logging.NullHandler())
    headers = {"content-type": f"application/xml; charset={blob.charset}"} if blob.charset else {}
    # A stream, never the bytes: those it might take for an address, and fetch.
    try:
        return feedparser.parse(io.BytesIO(data), response_headers=headers, resolve_relative_uris=False)
    except BROKEN:
        hint = "give the feed as its producer wrote it"
        raise unreadable(blob.where, "a feed that is broken beyond reading", hint) from None


def _cut(blob: Blob) -> Problem:
    message = f"more than {MAX_ENTRIES} entries, of which the first {MAX_ENTRIES} were read"
    return Problem(blob.where, None, message, "give the others as files of their own")


def _faults(feed: Any, blob: Blob) -> tuple[Problem, ...]:
    fault = feed.get("bozo_exception")
    if not hasattr(fault, "getLineNumber"):
        return ()
    message = f"not well-formed, read as far as it goes: {fault.getMessage()}"
    return (Problem(blob.where, fault.getLineNumber(), message, "give the feed as its producer wrote it"),)


def _article(entry: Any, feed: Any, where: str) -> Article:
    updated = _date(entry["updated"]) if "updated" in entry else None  # else feedparser passes another date for it
    published = _date(entry.get("published")) or _date(entry.get("created")) or updated
    meta = Meta(
        title=_plain(entry.get("title"), where),
        publisher=first((short(entry.get("source", {}).get("title")), _plain(feed.get("title"), where))),
        byline=_authors(entry),
        published=published,
        modified=None if updated == published else updated,
        guid=short(entry.get("id")),
        language=first((_language(entry), short(feed.get("language")))),
        url=short(entry.get("link")),
        credit=distinct((short(entry.get("media_credit", [{}])[0].get("content")),)),
    )
    content = _CREDIT_LINE.sub("", _content(entry)).strip()
    return story(meta, fragment(content, where) if content else "")


def _content(entry: Any) -> str:
    """The longest of what an entry carries; plain text is made safe to be read as markup."""
    carried = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    texts = [_markup(item.get("value") or "", item.get("type") or "") for item in carried]
    return max(texts, key=len, default="")


def _markup(value: str, kind: str) -> str:
    if kind != "text/plain":
        return value
    escaped = value.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{block}</p>" for block in escaped.split("\n\n"))


def _plain(value: Any, where: str) -> str | None:
    """A title, which feeds write as text or as markup, as text."""
    stated = short(value)
    return short(fragment(stated, where).text) if stated and ("<" in stated or "&" in stated) else stated


def _authors(entry: Any) -> str | None:
    names = distinct(short(author.get("name")) for author in entry.get("authors", ()))
    return ", ".join(names) or short(entry.get("author"))


def _language(entry: Any) -> str | None:
    carried = (*entry.get("content", ()), entry.get("summary_detail") or {}, entry.get("title_detail") or {})
    return first(short(item.get("language")) for item in carried)


def _date(written: Any) -> str | None:
    return iso_date(written.strip()) if isinstance(written, str) and written.strip() else None
