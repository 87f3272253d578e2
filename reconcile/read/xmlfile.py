"""XML files: bytes to a tree, by defusedxml, within limits. No entity is expanded and nothing outside is looked up."""

import re
from typing import Any

from reconcile.read.blob import Blob
from reconcile.read.decode import decode
from reconcile.read.elements import Element
from reconcile.read.extras import library
from reconcile.read.faults import ReadError, unreadable

MAX_DEPTH = 100
"""The deepest nesting of elements: agencies' items have some fifteen levels."""

MAX_ELEMENTS = 200_000
"""The most elements of one file."""

_HEAD = 65536
_HINT = "give the file as its producer wrote it"
_UNSAFE = "XML that declares entities, which is not safe to read"
_ASIDE = ((b"<!--", b"-->"), (b"<?", b"?>"), (b"<!", b">"))
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]{0,200}\?>")
_NAME = re.compile(rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,60})[\s/>]")


class _TooMuch(Exception):
    """A file beyond one of the limits."""


def root_name(data: bytes) -> str:
    """The local name of the first element of a file as written, empty where there is none in sight."""
    head = data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if head.lstrip()[:1] != b"<":
        return ""
    at = 0
    while (at := head.find(b"<", at)) >= 0:
        closing = next((end for start, end in _ASIDE if head.startswith(start, at)), b"")
        if not closing:
            found = _NAME.match(head, at)
            return found[1].decode("ascii") if found else ""
        end = head.find(closing, at)
        if end < 0:
            return ""
        at = end + len(closing)
    return ""


def load_xml(blob: Blob) -> Element:
    """The root of the tree in an XML file.

    Raises ReadError for what is not well-formed, declares entities, or goes beyond a limit.
    """
    try:
        return _parsed(blob, blob.data)
    except SyntaxError as fault:
        if blob.data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
            raise _broken(blob, fault) from None
        # Often the file is whole and only its encoding is not the declared one.
        text = _DECLARATION.sub("", decode(blob), count=1)
    try:
        return _parsed(blob, text.encode("utf-8"))
    except SyntaxError as fault:
        raise _broken(blob, fault) from None


def refuse_entities(blob: Blob) -> None:
    """Raises ReadError when a file declares entities: they may grow without bound, or stand for other files."""
    if b"<!ENTITY" in blob.data.replace(b"\0", b""):
        raise unreadable(blob.where, _UNSAFE, _HINT)


def _parsed(blob: Blob, data: bytes) -> Element:
    from html.entities import html5

    defused = library("defusedxml.ElementTree", "xml", blob.where)
    parser = defused.XMLParser(target=_Builder())
    parser.entity.update(
        {name.rstrip(";"): char for name, char in html5.items()}
    )  # &nbsp; comes with the formats' DTDs
    try:
        parser.feed(data)
        return parser.close()
    except library("defusedxml.common", "xml", blob.where).DefusedXmlException:
        raise unreadable(blob.where, _UNSAFE, _HINT) from None
    except _TooMuch as fault:
        raise unreadable(blob.where, str(fault), _HINT) from None
    except (ValueError, LookupError) as fault:
        raise unreadable(blob.where, f"XML in an encoding that cannot be read: {fault}", "save it as UTF-8") from None


class _Builder:
    """Builds the tree, and stops where it gets too deep or too large."""

    def __init__(self) -> None:
        from xml.etree.ElementTree import TreeBuilder  # the parser that feeds it is defusedxml's

        self._tree = TreeBuilder()
        self.data, self.close = self._tree.data, self._tree.close
        self._depth = self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Any:
        """A start tag."""
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise _TooMuch(f"XML nested deeper than {MAX_DEPTH} elements")
        if self._count > MAX_ELEMENTS:
            raise _TooMuch(f"XML with more than {MAX_ELEMENTS:,} elements")
        return self._tree.start(tag, attrs)

    def end(self, tag: str, /) -> Any:
        """An end tag."""
        self._depth -= 1
        return self._tree.end(tag)


def _broken(blob: Blob, fault: SyntaxError) -> ReadError:
    message = str(fault.msg).partition(": line")[0]
    return unreadable(blob.where, f"not well-formed XML: {message}", _HINT, getattr(fault, "position", (None,))[0])
