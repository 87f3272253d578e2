"""Pages that a browser saved as one file: what is broken or no page in them is refused."""

import plistlib

import pytest

from reconcile.read import ReadError
from reconcile.read.blob import Blob
from reconcile.read.savedpage import MAX_BYTES, read, sniff


def archive(**resource: object) -> bytes:
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"bplist00WebMainResource" + b"\xff" * 64, "broken"),
        (archive(WebResourceData="text"), "without its page"),
        (archive(WebResourceData=b"<html></html>", WebResourceTextEncodingName=7, WebResourceURL=7), "without text"),
        (plistlib.dumps({"WebMainResource": ["x"]}, fmt=plistlib.FMT_BINARY), "broken"),
        (b"Snapshot-Content-Location: x\r\nContent-Type: text/plain\r\n\r\n12 dead", "without its page"),
        (b"Snapshot-Content-Location: x\r\nContent-Type: text/html\r\n\r\n", "without its page"),
        (
            b"Snapshot-Content-Location: x\r\n" + b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" * 99,
            "parts in parts",
        ),
        (b"Snapshot-Content-Location: x\r\n\r\n" + b"x" * MAX_BYTES, "more than 20 MB"),
    ],
)
def test_what_holds_no_page_is_refused(data: bytes, says: str) -> None:
    blob = Blob("a.mhtml", ".mhtml", data)
    assert sniff(blob)
    with pytest.raises(ReadError, match=says):
        read(blob)


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    page = b"<html><body><p>The fire killed 12 people.</p></body></html>"
    (source,) = read(Blob("a", "", archive(WebResourceData=page, WebResourceURL="file:///home/me/a.html"))).sources
    assert (source.text, source.url) == ("The fire killed 12 people.", None)
