"""A page that a browser saved as one file: MHTML (Chrome, Edge) and web archives (Safari)."""

import re
from dataclasses import replace

from reconcile.read import html
from reconcile.read.blob import Blob, Reading
from reconcile.read.faults import ReadError, unreadable

MAX_BYTES = 20 * 1024 * 1024
"""The largest archive that is read, its images counted."""

_ARCHIVE = b"bplist00"
_MARKS = (b"Snapshot-Content-Location:", b"X-MAF-Information:", b"WebMainResource")
_HEAD = 2048
_MOST_LEVELS = 20
_MOST_PARTS = 3_000
_BOUNDARY = re.compile(rb'boundary\s{0,9}=\s{0,9}"?([^"\s;]{1,200})', re.IGNORECASE)


def sniff(blob: Blob) -> bool:
    """True for a message that a browser wrote, and for a property list that archives a page."""
    return any(mark in blob.data[:_HEAD] for mark in _MARKS)


def read(blob: Blob) -> Reading:
    """The article of the page. Raises ReadError when the file holds none."""
    if len(blob.data) > MAX_BYTES:
        raise _fault(blob, f"a web archive of more than {MAX_BYTES // 1024**2} MB")
    page = _from_safari(blob) if blob.data.startswith(_ARCHIVE) else _from_message(blob)
    reading = html.read(page)
    return replace(reading, sources=tuple(replace(source, sha256=blob.sha256) for source in reading.sources))


def _from_safari(blob: Blob) -> Blob:
    import plistlib

    try:
        page = plistlib.loads(blob.data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        data, charset, url = (page.get(f"WebResource{key}") for key in ("Data", "TextEncodingName", "URL"))
    except (plistlib.InvalidFileException, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _fault(blob, "a web archive that is broken") from None
    if not isinstance(data, bytes):
        raise _fault(blob, "a web archive without its page")
    return Blob(blob.where, ".html", data, charset if isinstance(charset, str) else None, _address(url))


def _from_message(blob: Blob) -> Blob:
    from email import message_from_bytes, policy

    if blob.data.count(b"boundary") > _MOST_LEVELS:
        raise _fault(blob, f"a web archive with parts in parts, more than {_MOST_LEVELS} deep")
    if sum(blob.data.count(b"--" + mark) for mark in set(_BOUNDARY.findall(blob.data))) > _MOST_PARTS:
        raise _fault(blob, f"a web archive of more than {_MOST_PARTS:,} parts")
    try:
        message = message_from_bytes(blob.data, policy=policy.default)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        data = page.get_payload(decode=True) if page is not None else None
    except (ValueError, LookupError, RecursionError):
        raise _fault(blob, "a web archive that is broken") from None
    if page is None or not isinstance(data, bytes) or not data:
        raise _fault(blob, "a web archive without its page")
    url = message["Snapshot-Content-Location"] or page["Content-Location"]
    return Blob(blob.where, ".html", data, page.get_content_charset(), _address(url))


def _address(url: object) -> str | None:
    stated = str(url or "").strip()
    return stated if stated.startswith(("http://", "https://")) else None


def _fault(blob: Blob, message: str) -> ReadError:
    return unreadable(blob.where, message, "open it in a browser, and save the page once more as HTML")
