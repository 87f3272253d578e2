"""The formats that can be read. To add one: write the module that reads it (sniff, read) and put it into READERS.

A module is imported when an input may be of its format, not before: the start of the program is a cost that every call
pays, and most inputs are plain text.
"""

import re
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from reconcile.read.blob import Blob, Reading
from reconcile.read.finish import finished

_MARKUP = re.compile(rb"\A[\xef\xbb\xbf\xff\xfe\0\s]*<")
_JSON = re.compile(rb"\A[\xef\xbb\xbf\s]*[{\[]")
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*+"
_HEADER = re.compile(rb"\A(?:From [^\n]*\n|" + _FIELD * 2 + rb"|bplist|[\xef\xbb\xbf\s]*<)")
_ARCHIVE = re.compile(rb"\A(?:PK|[\xef\xbb\xbf\s]*<)")


class Reader(Protocol):
    """A module that reads one format. `sniff` tells by the bytes whether an input is of it."""

    def sniff(self, blob: Blob) -> bool: ...

    def read(self, blob: Blob) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name of its module in `reconcile.read`.

    `opening` is how an input may begin for the module to be asked whether it is of the format; None for a format that
    only a suffix tells. `extra` names the extra of the package that brings the libraries it needs. Where the text that
    is read is the `whole` file, its lines are those of the file.
    """

    name: str
    suffixes: tuple[str, ...]
    opening: re.Pattern[bytes] | None = None
    extra: str | None = None
    whole: bool = False

    @property
    def reader(self) -> Reader:
        """The module, imported now."""
        return cast("Reader", import_module(f"reconcile.read.{self.name}"))

    def takes(self, blob: Blob) -> bool:
        """Whether the content of an input is of the format."""
        return bool(self.opening and self.opening.match(blob.data)) and self.reader.sniff(blob)


_PLAIN = Format("plain", (".txt", ".text"), whole=True)

READERS: tuple[Format, ...] = (
    Format("corpus", (".jsonl",), _JSON),
    Format("ninjs", (".json", ".ninjs"), _JSON),
    Format("newsarticle", (".jsonld",), _JSON),
    Format("newsml", (".xml", ".newsml"), _MARKUP, "xml"),
    Format("nitf", (".nitf",), _MARKUP, "xml"),
    Format("feed", (".rss", ".atom"), _MARKUP, "feeds"),
    Format("savedpage", (".mhtml", ".mht", ".webarchive"), _HEADER, "html"),
    Format("html", (".html", ".htm", ".xhtml", ".xht", ".shtml"), _MARKUP, "html"),
    Format("pdf", (".pdf",), re.compile(rb"(?s)\A.{0,1024}?%PDF-"), "pdf"),
    Format("word", (".docx", ".docm", ".dotx"), _ARCHIVE, "docx"),
    Format("odt", (".odt", ".ott", ".ods", ".fodt"), _ARCHIVE, "odt"),
    Format("rtf", (".rtf",), re.compile(rb"\A\s*\{\\rtf"), "rtf"),
    Format("mail", (".eml", ".mbox"), _HEADER, "mail"),
    Format("outlook", (".msg",), re.compile(rb"\xd0\xcf\x11\xe0"), "mail"),
    Format("sheet", (".csv", ".tsv", ".tab")),
    Format("markdown", (".md", ".markdown"), whole=True),
    _PLAIN,
)
"""In the order in which an input is shown to them; plain text takes what no other knows by content or suffix."""

SUFFIXES = tuple(suffix for each in READERS for suffix in each.suffixes)

SHARED = (".json", ".xml")
"""Suffixes that much else bears too: found in a folder, such a file is a source only where its content is known."""

UNREAD = (
    *(".xlsx", ".xls", ".xlsm", ".xlsb", ".numbers", ".pptx", ".ppt", ".odp", ".key", ".doc", ".docb", ".pages"),
    *(".wpd", ".epub", ".zip", ".7z", ".rar", ".gz", ".tar", ".pst", ".parquet"),
)
"""Suffixes of documents that no reader knows: in a folder they are passed over, but not without a word."""


def read_blob(blob: Blob) -> Reading:
    """The documents of an input, by its content, else by its suffix. Raises ReadError when nothing can be read.

    A web page that somebody named .txt is still a web page.
    """
    named = (each for each in READERS if blob.suffix in each.suffixes)
    chosen = recognised(blob) or next(named, _PLAIN)
    return finished(chosen.reader.read(blob), blob, whole=chosen.whole)


def recognised(blob: Blob) -> Format | None:
    """The format that an input is of by its content."""
    return next((each for each in READERS if each.takes(blob)), None)
