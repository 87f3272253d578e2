"""RSS and Atom feeds by feedparser: one source an entry, with its full content where there is one, else its summary."""

import io
import re
from typing import Any

from reconcile.facts import Problem
from reconcile.read.article import Article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.extras import library
from reconcile.read.faults import unreadable
from reconcile.read.html import fragment
from reconcile.read.meta import Meta, distinct, first, short
from reconcile.read.storytext import story
from reconcile.read.xmlfile import refuse_entities, root_name

SUFFIXES = (".rss", ".atom")

MAX_ENTRIES = 500
"""The most entries of a feed that are read: the newest stand first."""

MAX_BYTES = 5 * 1024 * 1024
"""The largest feed that is read."""

_CREDIT_LINE = re.compile(
    r"<p>The post <a [^<>]{1,400}>[^<]{0,400}</a> appeared first on <a [^<>]{1,400}>[^<]{0,200}</a>\.</p>"
)
_ROOTS = frozenset({"rss", "feed", "RDF"})


def sniff(blob: Blob) -> bool:
    """True when the first element is that of a feed."""
    return root_name(blob.data) in _ROOTS


def read(blob: Blob) -> Reading:
    """The entries that have a text. Raises ReadError when there is none, and for a feed that may not be safe."""
    if len(blob.data) > MAX_BYTES:
        hint = "give the articles as files of their own"
        raise unreadable(blob.where, f"a feed of more than {MAX_BYTES // 1024**2} MB", hint)
    refuse_entities(blob)
    feed = _parsed(blob)
    entries = feed.entries[:MAX_ENTRIES]
    articles = [_article(entry, feed.feed, blob.where) for entry in entries]
    articles = [one for one in articles if one.text]
    if not articles:
        raise unreadable(blob.where, "a feed without entries that have a text", "check that the feed is whole")
    return reading_of(blob, articles, _faults(feed, blob))


def _parsed(blob: Blob) -> Any:
    import logging

    feedparser = library("feedparser", "feeds", blob.where)
    logging.getLogger("feedparser").addHandler(logging.NullHandler())
    headers = {"content-type": f"application/xml; charset={blob.charset}"} if blob.charset else {}
    # A stream, never the bytes: those it might take for an address, and fetch.
    return feedparser.parse(io.BytesIO(blob.data), response_headers=headers, resolve_relative_uris=False)


def _faults(feed: Any, blob: Blob) -> tuple[Problem, ...]:
    faults = []
    if len(feed.entries) > MAX_ENTRIES:
        message = f"{len(feed.entries):,} entries, of which the first {MAX_ENTRIES} were read"
        faults.append(Problem(blob.where, None, message, "give the others as files of their own"))
    fault = feed.get("bozo_exception")
    if hasattr(fault, "getLineNumber"):
        message = f"not well-formed, read as far as it goes: {fault.getMessage()}"
        faults.append(Problem(blob.where, fault.getLineNumber(), message, "give the feed as its producer wrote it"))
    return tuple(faults)


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
