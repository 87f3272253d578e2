"""IPTC ninjs (News in JSON), versions 1 to 3: one source an item.

Version 1 has `headline` and `body_text`, version 2 lists of `headlines` and `bodies`, version 3 the same with names in
mixed case (`versionCreated`). Names are compared in lower case, so that one reading serves all three.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from reconcile.read.article import Article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.faults import unreadable
from reconcile.read.grid import Block
from reconcile.read.html import fragment
from reconcile.read.jsonfile import load_json
from reconcile.read.meta import Meta, distinct, first, short
from reconcile.read.storytext import story

MAX_ITEMS = 500
"""The most items of one file that are read."""

_KEYS = re.compile(rb'"(?:body_\w{1,20}|bodies|versioncreated|versionCreated|pubstatus|pubStatus|usageterms)"\s*:')
_HEAD = 65536
_NOTICE = re.compile(r"(?:\(c\)|©|copyright|\s|\d{4}|[-,])+([^,.;()\d]{2,60})", re.IGNORECASE)
_LESS_USABLE = ("withheld", "canceled", "cancelled")

Item = Mapping[str, Any]


def sniff(blob: Blob) -> bool:
    """True for a JSON object or list that has early on a name which ninjs alone uses."""
    head = blob.data[:_HEAD]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_KEYS.search(head))


def read(blob: Blob) -> Reading:
    """The items that have a text. Raises ReadError when there is none."""
    items = [item for item in islice(_items(load_json(blob)), MAX_ITEMS) if _body(item, blob.where).text]
    if not items:
        hint = "give ninjs items with a body, schema.org articles with an `articleBody`, or a .jsonl corpus"
        raise unreadable(blob.where, "JSON without the text of an article", hint)
    return reading_of(blob, [_article(item, blob.where) for item in items])


def _items(value: Any) -> Iterator[Item]:
    """The items of a file: the value itself, those of a list or of a delivery, and those that an item comes with."""
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each
        elif isinstance(each, dict):
            item = {key.lower(): inner for key, inner in each.items()}
            yield item
            parts = [item.get("items"), item.get("newsitems"), item.get("associations")]
            waiting[:0] = [list(part.values()) if isinstance(part, dict) else part for part in parts if part]


def _article(item: Item, where: str) -> Article:
    body = _body(item, where)
    created, this_version = _date(item, "firstcreated"), _date(item, "versioncreated")
    meta = Meta(
        title=first((_worded(item, "headline"), _worded(item, "title"))),
        publisher=first(
            (short(item.get("copyrightholder")), _sources(item), _holder(short(item.get("copyrightnotice"))))
        ),
        byline=first((short(item.get("byline")), short(item.get("by")), _people(item, "creator"))),
        published=first((this_version, created, _date(item, "contentcreated"))),
        modified=this_version if created and created != this_version else None,
        version=short(item.get("version")),
        guid=short(item.get("uri")),
        language=short(item.get("language")),
        url=_address(item),
        credit=distinct((short(item.get("creditline")), *_infosources(item))),
        notes=_notes(item),
    )
    return story(meta, body)


def _notes(item: Item) -> tuple[str, ...]:
    """The reserves of the item: embargo, note to editors, terms of usage, and a status that forbids to publish it."""
    embargo = short(item.get("embargoed"))
    status = short(item.get("pubstatus")) or ""
    return distinct(
        (
            f"Embargoed until {embargo}" if embargo else None,
            f"Status: {status}" if status.rpartition(":")[2].lower() in _LESS_USABLE else None,
            short(item.get("ednote")),
            short(item.get("usageterms")),
        )
    )


def _body(item: Item, where: str) -> Block:
    """The body of an item, that with the marks of its paragraphs and tables before the plain one."""
    old = [(key, value) for key, value in item.items() if key.startswith("body_") and isinstance(value, str)]
    new = [(_kind(body), body.get("value")) for body in _objects(item.get("bodies"))]
    bodies = [(kind, value) for kind, value in (*old, *new) if isinstance(value, str) and value.strip()]
    marked = next((value for kind, value in bodies if "html" in kind or "xml" in kind or "nitf" in kind), None)
    if marked is not None:
        return fragment(marked, where)
    return Block(next((value.strip() for _, value in bodies), ""))


def _kind(body: Item) -> str:
    told = {key.lower(): value for key, value in body.items()}
    return f"{told.get('contenttype', '')} {told.get('role', '')}".lower()


def _worded(item: Item, key: str) -> str | None:
    """A text that version 1 has under its name and later versions in a list of roles, of which "main" is the first."""
    if stated := short(item.get(key)):
        return stated
    told = sorted(_objects(item.get(f"{key}s")), key=lambda one: one.get("role") != "main")
    return first(short(one.get("value")) for one in told)


def _sources(item: Item) -> str | None:
    return first(short(one.get("name")) for one in _objects(item.get("infosource")) + _objects(item.get("infosources")))


def _infosources(item: Item) -> tuple[str | None, ...]:
    return tuple(short(one.get("name")) for one in _objects(item.get("infosources"))[1:])


def _people(item: Item, relation: str) -> str | None:
    people = _objects(item.get("person")) + _objects(item.get("people"))
    return ", ".join(distinct(short(one.get("name")) for one in people if one.get("rel") == relation)) or None


def _holder(notice: str | None) -> str | None:
    """Whose copyright a notice states ("Copyright 2026 Northwire. All rights reserved.")."""
    found = _NOTICE.match(notice or "")
    return found[1].strip() if found else None


def _address(item: Item) -> str | None:
    addresses = (short(item.get("uri")), *(short(one.get("href")) for one in _objects(item.get("altids"))))
    return first(address for address in addresses if address and address.startswith(("http://", "https://")))


def _date(item: Item, key: str) -> str | None:
    written = short(item.get(key))
    return iso_date(written) if written else None


def _objects(value: Any) -> list[Item]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
