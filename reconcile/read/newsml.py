"""NewsML-G2: news items with their text in NITF, XHTML or plain; messages and packages that carry several of them."""

from collections.abc import Iterator

from reconcile.facts import Problem
from reconcile.read import nitf
from reconcile.read.article import Article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.elements import Element, name_of
from reconcile.read.faults import unreadable
from reconcile.read.grid import Block, joined
from reconcile.read.html import fragment
from reconcile.read.markup import laid_out, text_of
from reconcile.read.meta import Meta, distinct, first, short
from reconcile.read.storytext import story
from reconcile.read.xmlfile import load_xml, root_name

MAX_ITEMS = 500
"""The most items of one message that are read."""

_ROOTS = frozenset({"newsItem", "packageItem", "newsMessage"})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def sniff(blob: Blob) -> bool:
    """True when the first element is a news item, a package or a message of them."""
    return root_name(blob.data) in _ROOTS


def read(blob: Blob) -> Reading:
    """One source an item with a text. Raises ReadError when none has one."""
    root = load_xml(blob)
    if name_of(root) not in map(str.lower, _ROOTS):
        hint = "XML is read where it is NewsML-G2, NITF, RSS, Atom or XHTML"
        raise unreadable(blob.where, f"XML of a kind that is not known: <{short(name_of(root))}>", hint)
    items = [one for one in root.iter() if name_of(one) == "newsitem"]
    articles = [article for item in items[:MAX_ITEMS] if (article := _article(item, blob.where)).text]
    if not articles:
        raise unreadable(blob.where, _without_text(root), "give the news items themselves, with their text")
    return reading_of(blob, articles, _left_out(items, blob))


def _without_text(root: Element) -> str:
    named = sum(1 for _ in _all(root, "itemref"))
    return f"a package that only names {named} items" if named else "NewsML-G2 without a text"


def _left_out(items: list[Element], blob: Blob) -> tuple[Problem, ...]:
    if len(items) <= MAX_ITEMS:
        return ()
    message = f"{len(items):,} items, of which the first {MAX_ITEMS} were read"
    return (Problem(blob.where, None, message, "give the others as files of their own"),)


def _article(item: Element, where: str) -> Article:
    meta = _meta(item)
    inner = _inner(item, where)
    whole = meta.over(inner.meta)
    return story(whole, Block(inner.text, inner.cells))


def _inner(item: Element, where: str) -> Article:
    """The text of an item, with what its own format says of it."""
    for content in _all(item, "inlinexml"):
        for root in content:
            article = nitf.article_of(root) if name_of(root) == "nitf" else story(Meta(), _shown(root))
            if article.text.strip():
                return article
    for content in _all(item, "inlinedata"):
        stated = "".join(content.itertext()).strip()
        kind = content.get("contenttype") or ""
        if stated and content.get("encoding") is None:
            return story(Meta(), fragment(stated, where) if "html" in kind else stated)
    return Article("")


def _shown(root: Element) -> Block:
    """The text of embedded XHTML: that of its body, where it is a whole page."""
    return joined([laid_out(body) for body in list(_all(root, "body")) or [root]])


def _meta(item: Element) -> Meta:
    created, this_version = _date(item, "firstcreated"), _date(item, "versioncreated")
    return Meta(
        title=_text(item, "headline"),
        publisher=first((_named(item, "provider"), _named(item, "copyrightholder"), _named(item, "infosource"))),
        byline=_text(item, "by"),
        published=first((this_version, created, _date(item, "contentcreated"))),
        modified=this_version if created and created != this_version else None,
        version=short(item.get("version")),
        guid=short(item.get("guid")),
        language=first((*(short(one.get("tag")) for one in _all(item, "language")), short(item.get(_LANG)))),
        credit=distinct((_text(item, "creditline"), *_contributors(item))),
        notes=_notes(item),
    )


def _notes(item: Element) -> tuple[str, ...]:
    """The reserves of an item: embargo, status, notes to editors, terms of usage."""
    embargo = _text(item, "embargoed")
    statuses = (one.get("qcode") or one.get("uri") or "" for one in _all(item, "pubstatus"))
    held = (status for status in statuses if not status.endswith("usable"))
    return distinct(
        (
            f"Embargoed until {embargo}" if embargo else None,
            *(f"Status: {status.rpartition(':')[2].rpartition('/')[2]}" for status in held),
            *(short(text_of(one)) for one in _all(item, "ednote")),
            *(short(text_of(one)) for one in _all(item, "usageterms")),
        )
    )


def _contributors(item: Element) -> Iterator[str | None]:
    yield from (_label(one) for one in _all(item, "contributor"))


def _named(item: Element, name: str) -> str | None:
    return first(_label(one) for one in _all(item, name))


def _label(element: Element) -> str | None:
    """The name of a party: as told, else the end of the code or address that stands for it."""
    told_name = first(short(text_of(one)) for one in _all(element, "name"))
    literal = short(element.get("literal")) or (short(element.get("qcode")) or "").rpartition(":")[2]
    return told_name or literal or None


def _date(item: Element, name: str) -> str | None:
    return first(iso_date(written) for one in _all(item, name) if (written := short(text_of(one))))


def _text(item: Element, name: str) -> str | None:
    return first(short(text_of(one)) for one in _all(item, name))


def _all(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root.iter() if name_of(one) == name)
