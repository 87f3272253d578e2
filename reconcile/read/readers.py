"""The formats that can be read. To add one: write its module (SUFFIXES, sniff, read) and put it into READERS."""

from collections.abc import Sequence
from typing import Protocol

from reconcile.read import corpus, markdown, plain
from reconcile.read.blob import Blob, Reading


class Reader(Protocol):
    """A module that reads one format. `sniff` tells by the bytes whether an input is of it."""

    @property
    def SUFFIXES(self) -> Sequence[str]: ...  # noqa: N802

    def sniff(self, blob: Blob) -> bool: ...

    def read(self, blob: Blob) -> Reading: ...


READERS: tuple[Reader, ...] = (corpus, markdown, plain)
"""In the order in which an input of unknown suffix is tried; plain text takes whatever is left."""

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.SUFFIXES)


def read_blob(blob: Blob) -> Reading:
    """The documents of an input, by its suffix, else by its content. Raises ReadError when nothing can be read."""
    named = (reader for reader in READERS if blob.suffix in reader.SUFFIXES)
    sniffed = (reader for reader in READERS if reader.sniff(blob))
    reader = next(named, None) or next(sniffed)
    return reader.read(blob)
