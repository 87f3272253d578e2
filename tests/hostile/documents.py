"""Office documents, PDFs, RTF and mails that unpack without end, lead out of themselves, or are broken."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable

from tests.hostile.case import BESIDE, MB, STORY, Case, cases, flat, nested, times
from tests.read.compound import compound, message
from tests.read.pdf.documents import drawn, pdf

_EPOCH = (2026, 3, 11, 9, 0, 0)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
    f'Target="word/document.xml"/></Relationships>'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = (
    f'<office:document-content xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" '
    f'xmlns:table="{_ODF}:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>'
)
_ODT_END = "</office:text></office:body></office:document-content>"
Parts = dict[str, "str | bytes"]


def archive(parts: Parts, *more: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    """A ZIP archive of these entries, deflated, dated the same each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for name, content in parts.items():
            out.writestr(_info(name), content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of an entry that is there already, as is meant
            for info, content in more:
                out.writestr(info, content)
    return made.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("x", _EPOCH)
    info.filename, info.compress_type = name, zipfile.ZIP_DEFLATED
    return info


def word(body: str = f"<w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>", head: str = "", **parts: "str | bytes") -> Parts:
    """The parts of a Word document with this body; others are added by name."""
    whole = f"{head}<w:document {_W}><w:body>{body}</w:body></w:document>"
    return {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": whole, **parts}


def odt(body: str = f"<text:p>{STORY}</text:p>", head: str = "") -> Parts:
    """The parts of an OpenDocument text with this body."""
    manifest = f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>'
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{head}{_ODT}{body}{_ODT_END}",
        "meta.xml": f'<office:document-meta xmlns:office="{_ODF}:office:1.0"><office:meta/></office:document-meta>',
        "META-INF/manifest.xml": manifest,
    }


def _made(parts: Callable[[], Parts]) -> Callable[[], bytes]:
    return lambda: archive(parts())


def _attributes(count: int, prefix: str = "") -> str:
    return "".join(f' {prefix}a{n}="1"' for n in range(count))


def _symlink() -> bytes:
    info = _info("word/link.xml")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return archive(word(), (info, b"/etc/passwd"))


def _matryoshka() -> bytes:
    data = b"0" * (10 * MB)
    for depth in range(6):
        data = archive({f"{depth}.zip": data})
    return archive(word(**{"word/embeddings/a.zip": data}))


def _overlapping(name: str, parts: Parts) -> bytes:
    """Many entries of the directory that all point at one body of data, each a full bomb."""
    whole = archive(parts | {name: b"<a/>" * MB})
    start = whole.index(b"PK\x01\x02")
    size = whole.rindex(b"PK\x05\x06") - start
    directory = whole[start : start + size]
    last = directory[directory.rindex(b"PK\x01\x02") :]
    count = 400
    entries = directory + last * count
    total = directory.count(b"PK\x01\x02") + count
    return (
        whole[:start] + entries + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, total, total, len(entries), start, 0)
    )


def _lying_size(parts: Parts, stated: int) -> bytes:
    """An archive whose directory states another size for its largest part."""
    whole = bytearray(archive(parts))
    at = whole.rindex(b"PK\x01\x02")
    whole[at + 24 : at + 28] = struct.pack("<I", stated)
    return bytes(whole)


def _flagged(parts: Parts) -> bytes:
    whole = archive(parts)
    return whole.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


def _method(parts: Parts) -> bytes:
    return archive(parts).replace(b"\x08\x00", b"\x63\x00")


def _external(kind: str, target: str) -> Parts:
    relations = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return word(**{"word/_rels/document.xml.rels": relations})


def _archives(make: Callable[..., Parts], main: str) -> dict[str, object]:
    """What may be done to any document that is an archive; `main` is its chief part."""
    entity = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{BESIDE}">]>'
    laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    return {
        "ratio": _made(lambda: make() | {"bomb.xml": b"<a>" + b"0" * (200 * MB) + b"</a>"}),
        "ratio-of-the-chief-part": _made(lambda: make() | {main: b"<a>" + b" " * (60 * MB) + b"</a>"}),
        "ratio-of-a-picture": _made(lambda: make() | {"media/a.png": b"\0" * (170 * MB)}),
        "many-parts": _made(lambda: make() | {f"a{n}.xml": "<a/>" for n in range(20_000)}),
        "many-large-parts": _made(lambda: make() | {f"a{n}.xml": b"<a/>" * MB for n in range(45)}),
        "overlapping": lambda: _overlapping("z.xml", make()),
        "size-understated": lambda: _lying_size(make() | {"z.xml": b"<a>" * MB}, 10),
        "size-overstated": lambda: _lying_size(make() | {"z.xml": b"<a/>"}, 0x7FFFFFFF),
        "password-flag": lambda: _flagged(make()),
        "method-unknown": lambda: _method(make()),
        "name-climbs": _made(lambda: make() | {f"../../../{BESIDE}": b"0", "..\\..\\a.xml": b"<a/>"}),
        "name-absolute": _made(lambda: make() | {"/etc/passwd": b"0", "C:\\a.xml": b"<a/>", "//h/a.xml": b"<a/>"}),
        "name-nul": _made(lambda: make() | {"a\0b.xml": b"<a/>"}),
        "name-escape": _made(lambda: make() | {"\x1b[2J.xml": b"<a/>", "a\nb.xml": b"<a/>"}),
        "name-empty": _made(lambda: make() | {"": b"0"}),
        "name-long": _made(lambda: make() | {"a" * 60_000: b"0"}),
        "attributes-many": _made(lambda: make(f"<x{_attributes(50_000)}/>")),
        "namespaces-many": _made(lambda: make(f"<x{_attributes(20_000, 'xmlns:')}/>")),
        "entity-file": _made(lambda: make(head=entity)),
        "entity-laughs": _made(lambda: make(head=laughs)),
        "entity-late": _made(lambda: make(head=f"<!-- {'x' * 5_000} -->{entity}")),
        "entity-utf-16": _made(lambda: make() | {main: str(make(head=entity)[main]).encode("utf-16")}),
        "part-missing": _made(lambda: {name: part for name, part in make().items() if name != main}),
        "part-empty": _made(lambda: make() | {main: b""}),
        "part-no-xml": _made(lambda: make() | {main: b"\0\xff" * 500}),
        "part-another": _made(lambda: make() | {main: b"<html><p>12 dead</p></html>"}),
        "bytes-before": lambda: b"MZ" + archive(make()),
        "bytes-behind": lambda: archive(make()) + b"\0" * 70_000,
        "comment": lambda: archive(make())[:-2] + struct.pack("<H", 65_535) + b"PK\x05\x06" * 16_000,
        "directory-outside": lambda: archive(make())[:-6] + struct.pack("<IH", 0xFFFFFFF0, 0),
        "twice-the-same-part": lambda: archive(make(), (_info(main), b"<a/>")),
    }  # fmt: skip


_WORD = _archives(word, "word/document.xml") | {
    "symbolic-link": _symlink,
    "nested-archives": _matryoshka,
    "macros": _made(lambda: word() | {"[Content_Types].xml": _TYPES.replace(_MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "template-remote": _made(lambda: _external("attachedTemplate", "http://127.0.0.1:9/a.dotm")),
    "notes-outside": _made(lambda: _external("footnotes", f"file:///{BESIDE}")),
    "picture-remote": _made(lambda: _external("image", "\\\\127.0.0.1\\a")),
    "part-climbs": _made(lambda: word() | {"_rels/.rels": _RELATIONS.replace("word/document.xml", f"../../{BESIDE}")}),
    "part-loops": _made(lambda: word() | {"word/_rels/document.xml.rels": _RELATIONS.replace("word/document.xml", "document.xml")}),
    "field-command": _made(lambda: word('<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>' + f"<w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>")),
    "field-include": _made(lambda: word(f'<w:p><w:fldSimple w:instr="INCLUDETEXT {BESIDE}"><w:r><w:t>12 dead</w:t></w:r></w:fldSimple></w:p>')),
    "chunk-outside": _made(lambda: word(f'<w:altChunk xmlns:r="{_OFFICE}" r:id="r9"/>')),
    "deep-tables": _made(lambda: word("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000)),
    "deep-runs": _made(lambda: word("<w:p>" + "<w:ins><w:smartTag>" * 3_000 + "<w:r><w:t>12 dead</w:t></w:r>" + "</w:smartTag></w:ins>" * 3_000 + "</w:p>")),
    "many-paragraphs": _made(lambda: word("<w:p><w:r><w:t>12 dead</w:t></w:r></w:p>" * 40_000)),
    "wide-table": _made(lambda: word(f"<w:tbl><w:tr>{'<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>' * 15_000}</w:tr></w:tbl>")),
    "spans": _made(lambda: word("<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr>' * 2_000 + "</w:tbl>")),
    "numbers-odd": _made(lambda: word('<w:tbl><w:tr><w:trPr><w:gridBefore w:val="x"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="-3"/></w:tcPr></w:tc></w:tr></w:tbl>')),
    "one-run-of-10-MB": _made(lambda: word(f"<w:p><w:r><w:t>{'12 dead, ' * MB}</w:t></w:r></w:p>")),
    "attribute-huge": _made(lambda: word(f'<w:p w:rsidR="{"0" * (12 * MB)}"/>')),
    "properties-odd": _made(lambda: word() | {"docProps/core.xml": b"<x/>"}),
    "encrypted": lambda: compound({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"\0" * 3_000}),
    "old-format": lambda: compound({"WordDocument": b"\xec\xa5" + b"\0" * 2_000, "1Table": b"\0" * 100}),
}  # fmt: skip

_ODT_CASES = _archives(odt, "content.xml") | {
    "spaces": _made(lambda: odt("<text:p>12" + '<text:s text:c="99999999"/>' * 500 + "dead</text:p>")),
    "repeated-cells": _made(lambda: odt('<table:table>' + '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>12</text:p></table:table-cell></table:table-row>' * 50 + "</table:table>")),
    "deep-sections": _made(lambda: odt("<text:section>" * 5_000 + f"<text:p>{STORY}</text:p>" + "</text:section>" * 5_000)),
    "deep-spans": _made(lambda: odt("<text:p>" + "<text:span>" * 5_000 + STORY + "</text:span>" * 5_000 + "</text:p>")),
    "many-notes": _made(lambda: odt(f'<text:p>12{"<text:note><text:note-body><text:p>1</text:p></text:note-body></text:note>" * 20_000}</text:p>')),
    "numbers-odd": _made(lambda: odt('<text:p><text:s text:c="-5"/><text:s text:c="\u0665"/>12 dead</text:p>')),
    "encrypted": _made(lambda: odt() | {"META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>', "content.xml": b"\x93" * 400}),
    "macros": _made(lambda: odt() | {"Basic/Standard/Module1.xml": "<script>Shell(\"calc\")</script>"}),
    "section-remote": _made(lambda: odt(f'<text:section><text:section-source xlink:href="http://127.0.0.1:9/"/><text:p>{STORY}</text:p></text:section>')),
}  # fmt: skip


def _stream(data: bytes, times_packed: int) -> bytes:
    for _ in range(times_packed):
        data = zlib.compress(data, 9)
    return data


def _object_loop(catalog: bytes, *others: bytes) -> bytes:
    """A PDF of these objects, without a table of their places, which its reader has to mend."""
    objects = b"".join(b"%d 0 obj%sendobj\n" % (n, body) for n, body in enumerate((catalog, *others), 1))
    return b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R/Size 99>>"


_PAGE = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
_DRAWN = drawn((50, 700, STORY))
_ACTION = b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>"
_PDFS = {
    "bomb": lambda: pdf(b" " * (100 * MB) + _DRAWN).data,
    "bomb-twice-packed": lambda: pdf(b" " * (200 * MB), filters=b"/FlateDecode/FlateDecode").data,
    "bomb-ten-times-packed": lambda: pdf(b" " * (20 * MB), filters=b"/FlateDecode" * 10).data,
    "pages-many": lambda: pdf(*[_DRAWN] * 2_000).data,
    "pages-loop": lambda: _object_loop(_PAGE[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999>>"),
    "pages-deep": lambda: _object_loop(_PAGE[0], *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(20_000))),
    "pages-claimed": lambda: pdf(_DRAWN).data.replace(b"/Count 1>>", b"/Count 2147483647>>"),
    "page-negative": lambda: pdf(_DRAWN).data.replace(b"/Count 1>>", b"/Count -1>>"),
    "box-huge": lambda: pdf(_DRAWN).data.replace(b"[0 0 600 800]", b"[0 0 9e30 9e30]"),
    "box-none": lambda: pdf(_DRAWN).data.replace(b"[0 0 600 800]", b"[0 0 0 0]"),
    "letters-many": lambda: pdf(drawn(*((5 + n % 500, n % 790, "12 dead") for n in range(40_000)))).data,
    "letters-on-one-spot": lambda: pdf(drawn(*[(50, 50, "1")] * 60_000)).data,
    "letters-apart": lambda: pdf(drawn(*((n * 1000, 9, "1") for n in range(10_000)))).data,
    "letters-tiny": lambda: pdf(drawn(*((50, n / 100, STORY) for n in range(900)), size=0.001)).data,
    "line-of-1-MB": lambda: pdf(drawn((50, 700, "12 dead, " * (MB // 9)))).data,
    "graphics-deep": lambda: pdf(b"q " * 500_000 + _DRAWN).data,
    "operands-many": lambda: pdf(b"1 " * 2_000_000 + _DRAWN).data,
    "operator-unknown": lambda: pdf(b"\xff\xfe zz " * 100_000 + _DRAWN).data,
    "forms-loop": lambda: pdf(b"/F Do", _DRAWN).data.replace(b"/Font<<", b"/XObject<</F 4 0 R>>/Font<<"),
    "arrays-deep": lambda: _object_loop(_PAGE[0], _PAGE[1], b"<</Type/Page/Contents " + b"[" * 200_000 + b">>"),
    "dictionaries-deep": lambda: _object_loop(*_PAGE, b"<</A" * 200_000),
    "string-unclosed": lambda: _object_loop(*_PAGE, b"(" * 500_000),
    "stream-endless": lambda: b"%PDF-1.4\n1 0 obj<</Length 99999999999>>stream\n" + b"0" * MB,
    "table-lies": lambda: pdf(_DRAWN).data.replace(b"0000000", b"9999999"),
    "table-loops": lambda: pdf(_DRAWN).data.replace(b"/Root", b"/Prev 9/Root"),
    "table-missing": lambda: pdf(_DRAWN).data.partition(b"xref")[0],
    "title-escape": lambda: pdf(_DRAWN, info=b"<</Title(\x1b[2J\x1b]0;x\x07)/Author(<script>)>>").data,
    "title-huge": lambda: pdf(_DRAWN, info=b"<</Title(" + b"A" * (3 * MB) + b")/CreationDate(D:" + b"9" * MB + b")>>").data,
    "script-at-opening": lambda: pdf(_DRAWN).data.replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction" + _ACTION),
    "launch-at-opening": lambda: pdf(_DRAWN).data.replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/Launch/F(/bin/sh)>>"),
    "file-outside": lambda: pdf(_DRAWN).data.replace(b"/Type/Page/", b"/Type/Page/AA<</O<</S/GoToR/F(%s)>>>>/" % BESIDE.encode()),
    "stream-outside": lambda: pdf(_DRAWN).data.replace(b"/Length", b"/F(%s)/Length" % BESIDE.encode()),
    "xfa": lambda: pdf(_DRAWN).data.replace(b"/Type/Catalog", b"/Type/Catalog/AcroForm<</XFA(<!DOCTYPE x>)>>"),
    "encrypted-oddly": lambda: pdf(_DRAWN).data.replace(b"/Root", b"/Encrypt<</Filter/Standard/V 9/R 9/O(x)/U(x)/P -1>>/Root"),
    "encrypted-elsewhere": lambda: pdf(_DRAWN).data.replace(b"/Root", b"/Encrypt<</Filter/Nobody>>/Root"),
    "title-no-unicode": lambda: pdf(_DRAWN, info=b"<</Title<FEFFD8000041>/Author<FEFFDC00>/ModDate<FEFFD800>>>").data,
    "strokes-many": lambda: pdf(_DRAWN, b"1 1 m 2 2 l S " * 400_000).data,
    "pictures-many": lambda: pdf(_DRAWN, b"1 0 0 1 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI " * 100_000).data,
    "pictures-only": lambda: pdf(b"0 0 600 800 re f").data,
    "bytes-before": lambda: b"\0" * 900 + pdf(_DRAWN).data,
    "head-alone": b"%PDF-1.7",
    "nul-after-the-head": lambda: b"%PDF-1.7\n" + b"\0" * MB,
    "filters-unknown": lambda: pdf(_DRAWN, filters=b"/JBIG2Decode/DCTDecode/Crypt").data,
}  # fmt: skip

_RTFS = {
    "groups-deep": nested("{", "}", 100_000, head="{\\rtf1 ", tail="}"),
    "groups-unclosed": times("{\\b ", 200_000, "{\\rtf1 "),
    "groups-overclosed": times("}", 200_000, "{\\rtf1 12 dead"),
    "binary": "{\\rtf1 {\\bin99999999999 " + "a" * 100 + "} 12 dead}",
    "binary-negative": "{\\rtf1 {\\bin-5 a} 12 dead}",
    "picture": times("ff", 3 * MB, "{\\rtf1 {\\pict\\pngblip ", "} 12 dead}"),
    "object": "{\\rtf1 {\\object\\objdata d0cf11e0a1b11ae1} {\\field{\\*\\fldinst DDEAUTO cmd}{\\fldrslt 12 dead}}}",
    "template-remote": "{\\rtf1{\\*\\template http://127.0.0.1:9/a.dotm} The fire killed 12.\\par}",
    "word-endless": times("a", MB, "{\\rtf1 \\"),
    "number-endless": times("9", MB, "{\\rtf1 \\fs", " 12 dead}"),
    "fonts-many": times("{\\f1 Arial;}", 100_000, "{\\rtf1{\\fonttbl", "} 12 dead}"),
    "escapes-many": times("\\'31", 500_000, "{\\rtf1 ", "}"),
    "escapes-cut": "{\\rtf1 12 dead \\'",
    "unicode-odd": "{\\rtf1 \\uc99999 \\u99999999? \\u-70000? \\ud800? 12 dead \\u27?[2J}",
    "rows-many": times("12\\cell \\row", 50_000, "{\\rtf1\\trowd ", "}"),
    "paragraphs-many": times("12 dead\\par ", 100_000, "{\\rtf1 ", "}"),
    "backslashes": times("\\", MB, "{\\rtf1 "),
    "ansi-unknown": "{\\rtf1\\ansicpg99999 caf\\'e9 12 dead}",
    "nul": b"{\\rtf1 12\0 dead\0}",
    "one-line-of-5-MB": times("12 dead, ", 5 * MB // 9, "{\\rtf1 ", "}"),
}

_HEAD = "From: Desk <desk@example.org>\nTo: a@example.org\nDate: Wed, 11 Mar 2026 09:00:00 +0000\nSubject: Fire\nMIME-Version: 1.0\n"
_MIXED = _HEAD + 'Content-Type: multipart/mixed; boundary="b"\n\n'


def _nested_mail(depth: int) -> bytes:
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return f"{_HEAD}{opened}Content-Type: text/plain\n\n{STORY}\n".encode()


_FROM = "From a@b Wed Mar 11 10:00:00 2026\n"
_MAILS = {
    "parts-many": times(f"--b\nContent-Type: text/plain\n\n{STORY}\n", 50_000, _MIXED, "--b--\n"),
    "parts-deep": lambda: _nested_mail(3_000),
    "parts-deep-little": lambda: _nested_mail(90),
    "mails-in-mails": times("Content-Type: message/rfc822\n\nFrom: a\nTo: b\nDate: x\n", 5_000, _HEAD),
    "boundary-missing": f"{_HEAD}Content-Type: multipart/mixed\n\n--b\n\n{STORY}\n",
    "boundary-empty": f'{_HEAD}Content-Type: multipart/mixed; boundary=""\n\n--\n\n{STORY}\n',
    "boundary-huge": lambda: f'{_HEAD}Content-Type: multipart/mixed; boundary="{"b" * MB}"\n\n{STORY}'.encode(),
    "boundary-in-itself": times("--b\n", 300_000, _MIXED),
    "boundary-never-closed": times("12 dead\n", 200_000, _MIXED + "--b\n\n"),
    "mailbox-of-thousands": times(f"{_FROM}{_HEAD}\n{STORY}\n\n", 5_000),
    "mailbox-of-marks": times("\n\nFrom  10:00", 200_000, f"{_FROM}{_HEAD}\n{STORY}"),
    "mailbox-of-nothing": times(f"{_FROM}{_HEAD}\n\n", 400),
    "fields-many": times("X-A: 1\n", 200_000, _HEAD, f"\n{STORY}"),
    "field-huge": times("a ", 2 * MB, _HEAD + "X-A: ", f"\n\n{STORY}"),
    "field-folded": times(" a\n", 300_000, _HEAD + "X-A: 1\n", f"\n{STORY}"),
    "addresses-many": times("a@b.example, ", 100_000, "To: ", f"\n{_HEAD}\n{STORY}"),
    "addresses-nested": times("(", 100_000, "From: ", f"\n{_HEAD}\n{STORY}"),
    "subject-words": times("=?utf-8?q?a?= ", 50_000, "Subject: ", f"\n{_HEAD}\n{STORY}"),
    "subject-broken": f"Subject: =?klingon?b?///?= =?utf-8?b?=?=\n{_HEAD}\n{STORY}",
    "subject-escape": f"Subject: =?utf-8?q?=1B[2J=1B]0;x=07?=\n{_HEAD}\n{STORY}",
    "date-odd": f"From: a@b\nTo: c@d\nDate: {'9' * 5_000} Foo 99:99 +9999999\n\n{STORY}",
    "charset-odd": f"{_HEAD}Content-Type: text/plain; charset=\"\\0../../x\"\n\n{STORY}",
    "charset-codec": f"{_HEAD}Content-Type: text/plain; charset=bz2_codec\n\n{STORY}",
    "encoding-unknown": f"{_HEAD}Content-Transfer-Encoding: x-uuencode\n\nbegin 644 ../../a\n{STORY}\nend\n",
    "base64-broken": f"{_HEAD}Content-Transfer-Encoding: base64\n\nVGhl\xff=!!{'A' * 5_001}",
    "base64-huge": times("QUFB" * 19 + "\n", 150_000, _HEAD + "Content-Transfer-Encoding: base64\n\n"),
    "quoted-printable-broken": times("=", MB, _HEAD + "Content-Transfer-Encoding: quoted-printable\n\n"),
    "html-remote": f"{_HEAD}Content-Type: text/html\n\n<img src=http://127.0.0.1:9/a.gif><script>1</script><p>{STORY}</p>",
    "html-deep": times("<div>", 100_000, f"{_HEAD}Content-Type: text/html\n\n", STORY),
    "body-external": f'{_HEAD}Content-Type: message/external-body; access-type=local-file; name="/etc/passwd"\n\n{STORY}',
    "attachment-climbs": f'{_MIXED}--b\n\n{STORY}\n--b\nContent-Disposition: attachment; filename="../../\x1b[2J.sh"\n\nrm\n--b--\n',
    "quotes-deep": lambda: (_HEAD + "\n" + "".join(f"{'>' * (n % 2_000)} 12 dead\n" for n in range(3_000))).encode(),
    "quotes-many": times("> On Monday, Ann wrote:\n", 100_000, f"{_HEAD}\n{STORY}\n"),
    "line-of-10-MB": times("12 dead, ", 10 * MB // 9, f"{_HEAD}\n"),
    "flowed": times("12 dead \n", 100_000, f"{_HEAD}Content-Type: text/plain; format=flowed\n\n"),
    "nul": f"{_HEAD}\n\0{STORY}\0",
    "head-alone": _HEAD,
    "newlines-bare": _HEAD.replace("\n", "\r") + "\r" + STORY,
}  # fmt: skip


def _looped_message() -> bytes:
    """A compound file whose chains of sectors lead back to themselves."""
    whole = bytearray(message({0x1000: STORY}, {}))
    whole[512 : 512 + 512] = struct.pack("<128I", *range(128))
    return bytes(whole)


_MESSAGES = {
    "chains-loop": _looped_message,
    "chains-outside": lambda: message({0x1000: STORY}, {})[:512] + b"\xf0" * 512,
    "head-alone": lambda: message({0x1000: "a"}, {})[:512],
    "streams-missing": lambda: compound({"__properties_version1.0": b"\0" * 32}),
    "no-mail": lambda: compound({"Workbook": b"\0" * 500}),
    "sector-size-huge": lambda: message({0x1000: STORY}, {}).replace(b"\x09\0\x06\0", b"\xff\0\xff\0", 1),
    "zeros": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * MB,
    "attachment-climbs": lambda: message({0x1000: STORY}, {"../../\x1b[2J.sh": b"rm"}),
}

_SAVED = "From: <Saved by Blink>\nSnapshot-Content-Location: http://127.0.0.1:9/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
_PAGES = {
    "parts-many": times("--b\nContent-Type: image/png\n\n0\n", 100_000, _SAVED),
    "page-last": times("--b\nContent-Type: image/png\n\n0\n", 2_000, _SAVED, f"--b\nContent-Type: text/html\n\n<p>{STORY}</p>\n--b--"),
    "page-missing": f"{_SAVED}--b\nContent-Type: image/png\n\n0\n--b--\n",
    "page-deep": times("<div>", 100_000, f"{_SAVED}--b\nContent-Type: text/html\n\n"),
    "location-file": f"{_SAVED.replace('http://127.0.0.1:9/', 'file:///etc/passwd')}--b\nContent-Type: text/html\n\n<p>{STORY}</p>\n--b--",
    "location-script": f"{_SAVED.replace('http://127.0.0.1:9/', 'javascript:alert(1)')}--b\nContent-Type: text/html\n\n<p>{STORY}</p>\n--b--",
    "boundaries-nested": times("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 5_000, _SAVED),
    "plist-loop": b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource\xa1\x02\x08\x0b\x1d" + b"\0" * 6 + b"\1\1" + b"\0" * 7 + b"\3" + b"\0" * 15 + b"\x1f",
    "plist-sizes": b"bplist00WebMainResource\x4f\x13\x7f\xff\xff\xff\xff\xff\xff\xff" + b"\0" * 40,
}  # fmt: skip

_GROUPS: Iterable[Iterable[Case]] = (
    cases("word", ".docx", _WORD),
    cases("odt", ".odt", _ODT_CASES),
    cases("pdf", ".pdf", _PDFS),
    cases("rtf", ".rtf", _RTFS),
    cases("mail", ".eml", _MAILS),
    cases("outlook", ".msg", _MESSAGES),
    cases("saved", ".mhtml", _PAGES),
)
CASES: tuple[Case, ...] = flat(_GROUPS)
