"""The formats that can be read. To add one: write its module (SUFFIXES, sniff, read) and put it into READERS."""

from collections.abc import Sequence
from typing import Protocol

from reconcile.read import (
    corpus,
    feed,
    html,
    mail,
    markdown,
    newsarticle,
    newsml,
    ninjs,
    nitf,
    odt,
    outlook,
    pdf,
    plain,
    rtf,
    savedpage,
    sheet,
    word,
)
from reconcile.read.blob import Blob, Reading
from reconcile.read.finish import finished


class Reader(Protocol):
    """A module that reads one format. `sniff` tells by the bytes whether an input is of it."""

    @property
    def SUFFIXES(self) -> Sequence[str]: ...  # noqa: N802

    def sniff(self, blob: Blob) -> bool: ...

    def read(self, blob: Blob) -> Reading: ...


READERS: tuple[Reader, ...] = (
    corpus,
    ninjs,
    newsarticle,
    newsml,
    nitf,
    feed,
    savedpage,
    html,
    pdf,
    word,
    odt,
    rtf,
    mail,
    outlook,
    sheet,
    markdown,
    plain,
)
"""In the order in which an input is shown to them; plain text takes what no other knows by content or suffix."""

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.SUFFIXES)

SHARED = (".json", ".xml")
"""Suffixes that much else bears too: found in a folder, such a file is a source only where its content is known."""


def read_blob(blob: Blob) -> Reading:
    """The documents of an input, by its content, else by its suffix. Raises ReadError when nothing can be read.

    A web page that somebody named .txt is still a web page.
    """
    named = (reader for reader in READERS if blob.suffix in reader.SUFFIXES)
    reader = recognised(blob) or next(named, plain)
    return finished(reader.read(blob), blob)


def recognised(blob: Blob) -> Reader | None:
    """The reader that knows an input by its content."""
    return next((reader for reader in READERS if reader.sniff(blob)), None)
