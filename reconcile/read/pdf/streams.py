"""The streams of a PDF, looked through before pdfium unpacks them: a small file may hold a page of gigabytes.

Only what draws pages counts; pictures are unpacked by nobody here. An encrypted stream cannot be looked into.
"""

import re
import zlib
from collections.abc import Iterator

LARGEST_PAGE = 6 * 1024**2
LARGEST_ALL = 48 * 1024**2
"""Bytes of drawing on one page, and in one document: maps of many layers have a few millions."""

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 1500  # bytes before a stream in which its dictionary stands
_OTHER = (b"/Image", b"/FontFile", b"/XRef", b"/ObjStm", b"/Metadata", b"/Length1", b"/EmbeddedFile")
_LONGEST_LZW = 64 * 1024


def is_bomb(data: bytes) -> bool:
    """Whether the pages of a PDF would unpack to more than any article or report needs."""
    total = 0
    for size in _sizes(data):
        total += size
        if size > LARGEST_PAGE or total > LARGEST_ALL:
            return True
    return False


def _sizes(data: bytes) -> Iterator[int]:
    """The unpacked size of each stream that may draw a page, as far as it matters."""
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _DICTIONARY) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        if any(mark in head for mark in _OTHER) or head.endswith(b"end"):
            continue
        end = data.find(b"endstream", found.end())
        packed = data[found.end() : end if end >= 0 else len(data)]
        if b"LZWDecode" in head:
            yield len(packed) if len(packed) < _LONGEST_LZW else LARGEST_PAGE + 1
        else:
            yield _inflated(packed, head.count(b"FlateDecode") or head.count(b"/Fl"))


def _inflated(packed: bytes, times: int) -> int:
    """The size of what is packed so many times; what is no such data counts as it is."""
    for _ in range(times):
        try:
            packed = zlib.decompressobj().decompress(packed, LARGEST_PAGE + 1)
        except zlib.error:
            break
    return len(packed)
