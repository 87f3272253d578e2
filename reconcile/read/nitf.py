"""NITF (News Industry Text Format), versions 2 and 3: one file, one article."""

from collections.abc import Iterator

from reconcile.read.article import Article, reading_of
from reconcile.read.blob import Blob, Reading
from reconcile.read.dateline import iso_date
from reconcile.read.elements import Element, name_of
from reconcile.read.faults import unreadable
from reconcile.read.grid import Block, joined
from reconcile.read.markup import laid_out, text_of
from reconcile.read.meta import Meta, distinct, first, short
from reconcile.read.storytext import story
from reconcile.read.xmlfile import load_xml, root_name

_DASHES = " -\u2013\u2014"
_LESS_USABLE = ("embargoed", "withheld", "canceled")


def sniff(blob: Blob) -> bool:
    """True when the first element is `nitf`."""
    return root_name(blob.data) == "nitf"


def read(blob: Blob) -> Reading:
    """The article of a file. Raises ReadError when it has no text."""
    article = article_of(load_xml(blob))
    if not article.text.strip():
        raise unreadable(blob.where, "NITF without a text", "give the item with its body")
    return reading_of(blob, [article])


def article_of(root: Element) -> Article:
    """The article in an `nitf` element: its headline, its dateline, and the blocks of its content."""
    title = first((_text(root, "hl1"), _text(root, "hedline"), _text(root, "title")))
    body = joined([block for part in _all(root, "body.content") if (block := laid_out(part)).text])
    dateline = (_text(root, "dateline") or "").rstrip(_DASHES)
    if dateline and body.text and dateline.lower() not in body.text[: len(dateline) + 20].lower():
        body = joined([Block(dateline), body], " - ")
    return story(_meta(root, title), body)


def _meta(root: Element, title: str | None) -> Meta:
    published = first((_norm(root, "date.issue"), _norm(root, "date.release"), _norm(root, "story.date")))
    return Meta(
        title=title,
        publisher=first((_value(root, "pubdata", "name"), _text(root, "distributor"), _holder(root))),
        byline=_byline(root),
        published=published or first(_date(one.get("date.publication")) for one in _all(root, "pubdata")),
        modified=_last_revision(root),
        version=_value(root, "du-key", "version"),
        guid=first((_value(root, "doc-id", "id-string"), _value(root, "du-key", "key"))),
        language=first(
            short(one.get("{http://www.w3.org/XML/1998/namespace}lang")) for one in (root, *_all(root, "body"))
        ),
        credit=distinct((_text(root, "distributor"), _value(root, "doc-id", "regsrc"))),
        notes=_notes(root),
    )


def _byline(root: Element) -> str | None:
    """The authors: the people that the byline marks, else its words."""
    for byline in _all(root, "byline"):
        people = distinct(short("".join(person.itertext())) for person in _all(byline, "person"))
        return ", ".join(people) or short(text_of(byline))
    return None


def _notes(root: Element) -> tuple[str, ...]:
    """The reserves of an article: its status, the moment of its release, messages to editors."""
    statuses = (short(one.get("management-status")) for one in _all(root, "docdata"))
    messages = (first((short(one.get("info")), short(text_of(one)))) for one in _all(root, "ed-msg"))
    release = _norm(root, "date.release")
    held = [status for status in statuses if status in _LESS_USABLE]
    return distinct(
        (
            *(
                f"Embargoed until {release}" if status == "embargoed" and release else f"Status: {status}"
                for status in held
            ),
            *messages,
        )
    )


def _last_revision(root: Element) -> str | None:
    dates = [date for one in _all(root, "revision-history") if (date := _date(one.get("norm")))]
    return max(dates, default=None)


def _holder(root: Element) -> str | None:
    return first((_value(root, "doc.copyright", "holder"), _text(root, "copyrite.holder")))


def _norm(root: Element, name: str) -> str | None:
    return first(_date(one.get("norm") or one.get("norm-date")) for one in _all(root, name))


def _date(written: str | None) -> str | None:
    return iso_date(written.strip()) if written and written.strip() else None


def _value(root: Element, name: str, attribute: str) -> str | None:
    return first(short(one.get(attribute)) for one in _all(root, name))


def _text(root: Element, name: str) -> str | None:
    return first(short(text_of(one)) for one in _all(root, name))


def _all(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root.iter() if name_of(one) == name)
