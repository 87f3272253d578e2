"""Bytes to text: by byte order mark, else UTF-8, else by the most likely legacy encoding. Newlines stay as they are."""

import codecs
import re

from reconcile.read.blob import Blob
from reconcile.read.faults import unreadable

_MARKS = (  # UTF-32 first: its little-endian mark starts with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LEGACY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r"),
    *("big5", "gb18030", "euc_jp", "cp932", "euc_kr"),
)

_SAVE_AS_TEXT = "save its text as .txt or .md and give that file"

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
)

_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html\b|rss\b|feed\b)", re.IGNORECASE)
_BEYOND_ASCII = bytes(range(128, 256))
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(blob: Blob) -> str:
    """The text of a blob. Raises ReadError when it is not a text; never gives lone surrogates."""
    marked = by_mark(blob.data)
    if marked is not None:
        return marked
    refuse_binary(blob)
    try:
        return blob.data.decode("utf-8")
    except UnicodeDecodeError:
        return without_surrogates(_guessed(blob))


def by_mark(data: bytes) -> str | None:
    """The text after a byte order mark (which is no part of it), None without one; broken bytes become U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def refuse_binary(blob: Blob) -> None:
    """Raises ReadError for the bytes of anything that is not plain text."""
    for magic, what in _MAGIC:
        if blob.data.startswith(magic):
            raise unreadable(blob.where, f"{what}, not plain text", _SAVE_AS_TEXT)
    if _HTML.match(blob.data):
        raise unreadable(blob.where, "a web page or feed, which cannot be read yet", _SAVE_AS_TEXT)
    if b"\0" in blob.data:
        raise unreadable(blob.where, "binary data, not text", _SAVE_AS_TEXT)


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no encoding carries, as U+FFFD; every offset stays."""
    return _SURROGATE.sub("\ufffd", text)


def _guessed(blob: Blob) -> str:
    """Text in a legacy encoding. A detector needs words to go by, and takes a lone "£" or curly quote for Japanese;

    so text with but few bytes beyond ASCII is read as Windows-1252, as browsers do, and only the rest is left to it.
    """
    beyond = len(blob.data) - len(blob.data.translate(None, _BEYOND_ASCII))
    if beyond <= max(len(blob.data) // 10, 3):
        return blob.data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(blob.data, cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise unreadable(blob.where, "text in an unknown encoding", "save it as UTF-8")
    return str(best)
