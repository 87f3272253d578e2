"""What a web page says of itself: its JSON-LD, then its meta elements, then what stands visibly around its article."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from reconcile.read.dateline import iso_date
from reconcile.read.elements import Element
from reconcile.read.meta import Meta, distinct, first, short
from reconcile.read.schemaorg import Node, articles_in, index_of, meta_of, nodes_of

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "article:publisher")
_BYLINE = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date"),
    *("cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date"),
    *("og:published_time", "originalpublicationdate", "rnews:datepublished", "date"),
)
_MODIFIED = (
    *("article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified"),
    *("dc.date.modified", "lastmod", "last-modified", "last_updated_date", "updated_time", "rnews:datemodified"),
)
_LANGUAGE = ("inlanguage", "content-language", "dc.language", "dcterms.language", "og:locale", "language")
_FILED = re.compile(r"/(20\d\d)[/-](\d\d|[a-z]{3})[/-](\d\d)(?=[/-])")
_ADDRESS = re.compile(r"(?:https?:)?//|@")
_SEPARATORS = re.compile(r"(?<!\s)\s+[|\u2013\u2014\u00b7:\u00bb-]\s+")
_CDATA = re.compile(r"\A\s*+(?://\s*+)?<!\[CDATA\[|(?://\s*+|(?<!\s)\s*+)\]\]>\s*+;?\s*+$")
_MOST = 50  # of meta elements of one name, and of `time` elements, that are looked at

Stated = Mapping[str, list[str]]


def described_articles(page: Element) -> tuple[tuple[Node, ...], Mapping[str, Node]]:
    """The articles that the JSON-LD of a page describes, and its index of references."""
    nodes = nodes_of([value for script in page.iter("script") for value in _json_ld(script)])
    return articles_in(nodes), index_of(nodes)


def head_of(page: Element, article: Node | None, index: Mapping[str, Node], url: str | None) -> Meta:
    """The metadata of a page whose article is described by `article`, and that was fetched from `url`."""
    stated = _stated(page)
    described = meta_of(article, index) if article else Meta()
    title = first((_first(stated, _TITLE), _heading(page), _text(page.find(".//title"))))
    address = first((_link(page, "canonical"), _first(stated, ("og:url",)), url))
    visible = Meta(
        title=title,
        publisher=first((_name(stated, _PUBLISHER), _suffix(page), _host(address))),
        byline=_name(stated, _BYLINE),
        published=_date(stated, _PUBLISHED)
        or _time(page, "publ", "pubdate", "posted", "date", "time", "")
        or _in_address(address),
        modified=_date(stated, _MODIFIED) or _time(page, "modif", "updat"),
        language=first((page.get("lang"), page.get("xml:lang"))),
        url=address,
    )
    whole = described.over(visible).over(Meta(language=_first(stated, _LANGUAGE)))
    return replace(whole, language=_tag(whole.language))


def _json_ld(script: Element) -> Iterator[Any]:
    if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
        return
    try:
        yield json.loads(_CDATA.sub("", script.text or ""), strict=False)
    except (ValueError, RecursionError):
        return  # a broken description is as good as none: the page itself is read all the same


def _stated(page: Element) -> Stated:
    """What the meta elements state, by their names in lower case, in order."""
    stated: dict[str, list[str]] = defaultdict(list)
    for meta in page.iter("meta"):
        value = short(meta.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(key) or "").strip().lower()
            if value and name and len(stated[name]) < _MOST:
                stated[name].append(value)
    return stated


def _first(stated: Stated, names: Iterable[str]) -> str | None:
    return first(value for name in names for value in stated.get(name, ()))


def _name(stated: Stated, names: Iterable[str]) -> str | None:
    """The first of these that is a name, not an address; several of one kind are joined."""
    for name in names:
        if values := [value for value in stated.get(name, ()) if not _ADDRESS.match(value) and "@" not in value]:
            return ", ".join(distinct(values))
    return None


def _date(stated: Stated, names: Iterable[str]) -> str | None:
    return first(iso_date(value) for name in names for value in stated.get(name, ()))


def _time(page: Element, *marks: str) -> str | None:
    """The date of the first `time` element whose attributes bear one of the marks, the strongest mark first."""
    times = [(_marks(time), iso_date(time.get("datetime") or "")) for time in islice(page.iter("time"), _MOST)]
    times = [(marked, date) for marked, date in times if date]
    return first(date for mark in marks for marked, date in times if mark in marked)


def _in_address(address: str | None) -> str | None:
    """The day that an address files its article under ("/2026/03/11/storm", "/2026-mar-11/"), as most news sites do."""
    found = _FILED.search((address or "").partition("?")[0].lower())
    return iso_date(" ".join(reversed(found.groups()))) or iso_date("-".join(found.groups())) if found else None


def _marks(time: Element) -> str:
    around = (time, time.getparent())
    keys = ("class", "itemprop", "id", "pubdate", "data-testid", "data-component")
    told = (each.get(key) or "" for each in around if each is not None for key in keys)
    own = "pubdate" if time.get("pubdate") is not None else ""
    return f"{own} {' '.join(told)}".lower()


def _heading(page: Element) -> str | None:
    headings = [heading for heading in page.iter("h1") if _text(heading)]
    return _text(headings[0]) if len(headings) == 1 else None


def _suffix(page: Element) -> str | None:
    """The site's name as it stands beside the headline in the title of the page ("Headline | Harbour News")."""
    title, heading = _text(page.find(".//title")), _heading(page)
    if not title or not heading or heading not in title:
        return None
    before, _, after = title.partition(heading)
    names = [name.strip() for name in (*_SEPARATORS.split(f" {after} ")[1:], before.strip().removesuffix(":"))]
    return first(reversed([name for name in names if name]))


def _link(page: Element, relation: str) -> str | None:
    links = (link for link in page.iter("link") if (link.get("rel") or "").lower() == relation)
    return first(short(link.get("href")) for link in links if (link.get("href") or "").startswith("http"))


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def _tag(language: str | None) -> str | None:
    """A language as BCP 47 has it: "en-GB" for "en_GB.UTF-8"; None for what is no tag."""
    tag = (language or "").partition(".")[0].partition(",")[0].strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", tag) else None


def _text(element: Element | None) -> str | None:
    return short("".join(element.itertext())) if element is not None else None
