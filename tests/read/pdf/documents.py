"""Small PDFs for the tests, written by hand."""

import zlib

from reconcile.read.blob import Blob

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(*pages: bytes, filters: bytes = b"/FlateDecode", info: bytes = b"<<>>") -> Blob:
    """A document of pages that are drawn so, each 600 by 800 points."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * k) for k in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        _FONT,
    ]
    for k, drawn in enumerate(pages):
        packed = drawn
        for _ in range(filters.count(b"/FlateDecode")):
            packed = zlib.compress(packed, 9)
        resources = b"/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>" % (5 + 2 * k, resources))
        objects.append(b"<</Filter[%s]/Length %d>>stream\n%s\nendstream" % (filters, len(packed), packed))
    objects.append(info)
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return Blob("a.pdf", ".pdf", data + xref + tail % (len(objects) + 1, len(objects), len(data)))


def drawn(*lines: tuple[float, float, str], size: float = 10) -> bytes:
    """Lines of text, each from its place (from the left and from the foot of the page)."""
    shown = b"".join(
        b"1 0 0 1 %.1f %.1f Tm (%s) Tj " % (x, y, text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)"))
        for x, y, text in lines
    )
    return b"BT /F1 %.1f Tf %s ET " % (size, shown)
