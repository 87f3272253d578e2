"""Bytes to text: by byte order mark, else UTF-8, else as declared, else by the most likely legacy encoding.

What is valid UTF-8 beyond ASCII is hardly ever anything else, whatever a page or server declares. Newlines stay as they
are.
"""

import codecs
import re

from reconcile.read.archive import names_in
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

_UNPACK = "unpack it, and give the files in it that are read"
_RECOGNISE = "put it through text recognition (OCR), and give what comes out"
_MAGIC = (
    (b"%PDF-", "a PDF file", _SAVE_AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as PDF, and give that"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "save it as .docx, or its sheet as CSV"),
    (b"{\\rtf", "an RTF document", _SAVE_AS_TEXT),
    (b"\x89PNG", "an image", _RECOGNISE),
    (b"\xff\xd8\xff", "an image", _RECOGNISE),
    (b"GIF8", "an image", _RECOGNISE),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"BZh", "a compressed file", _UNPACK),
    (b"\xfd7zXZ", "a compressed file", _UNPACK),
)

_OFFICE = (
    ("xl/workbook.xml", "an Excel workbook, which is not read", "save the sheet that the story needs as CSV"),
    ("xl/workbook.bin", "an Excel workbook, which is not read", "save the sheet that the story needs as CSV"),
    ("ppt/presentation.xml", "a PowerPoint presentation, which is not read", "save it as PDF and give that"),
)
_BEYOND_ASCII = bytes(range(128, 256))
_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_LABEL = re.compile(
    r"(?:x-)?(?:iso-?8859|iso-2022|windows|cp|koi8|mac|gb|big5|euc|shift|sjis|hz|latin|us-ascii|ascii|tis)[\w.:-]{0,20}"
)
_WIDER = {  # as browsers do: what the first name stands for is in practice the second
    **dict.fromkeys(("iso8859-1", "ascii", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("x-sjis", "shift-jis"), "cp932"),
}
_SEVEN_BIT = ("iso2022_jp", "iso2022_kr", "hz")  # valid UTF-8 whatever they say
_PASTED = "reconcile.pasted"
_SAMPLE, _LEAST_SAMPLE = 4096, 8
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(blob: Blob, declared: str | None = None) -> str:
    """The text of a blob whose encoding may be `declared`. Raises ReadError when it is not a text.

    Never gives lone surrogates.
    """
    marked = by_mark(blob.data)
    if marked is None:
        marked = _unmarked_utf16(blob.data)
    if marked is not None:
        return without_surrogates(marked)
    refuse_binary(blob)
    codec = _codec(declared)
    orders = (codec, "utf-8") if codec in _SEVEN_BIT else ("utf-8", codec)
    texts = (_strictly(blob.data, order) for order in orders if order)
    text = next((text for text in texts if text is not None), None)
    if text is None:
        text = _mixed(blob.data)
    return without_surrogates(_guessed(blob) if text is None else text)


def by_mark(data: bytes) -> str | None:
    """The text after a byte order mark (which is no part of it), None without one; broken bytes become U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def refuse_binary(blob: Blob) -> None:
    """Raises ReadError for the bytes of anything that is not plain text."""
    for part, what, hint in _OFFICE:
        if part in names_in(blob):
            raise unreadable(blob.where, what, hint)
    for magic, what, hint in _MAGIC:
        if blob.data.startswith(magic):
            raise unreadable(blob.where, f"{what}, not plain text", hint)
    if b"\0" in blob.data:
        raise unreadable(blob.where, "binary data, not text", _SAVE_AS_TEXT)


def without_surrogates(text: str) -> str:
    """The text with lone surrogates, which no encoding carries, as U+FFFD; every offset stays."""
    return _SURROGATE.sub("\ufffd", text)


def _codec(declared: str | None) -> str | None:
    """The codec for a label as pages and servers write it; None for those that no page is written in."""
    label = (declared or "").strip().strip("\"'").lower().replace("_", "-")
    if not _LABEL.fullmatch(label):
        return None
    try:
        name = codecs.lookup(_WIDER.get(label, label)).name
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Western text is then zero."""
    head = data[:_SAMPLE]
    for codec, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if len(head) >= _LEAST_SAMPLE and zeros.count(0) > len(zeros) // 2 and not others.count(0):
            return data.decode(codec, "replace")
    return None


def _mixed(data: bytes) -> str | None:
    """UTF-8 into which pieces of Windows-1252 were pasted; None where such pieces outweigh it."""
    broken = data.decode("utf-8", "replace").count("\ufffd")
    if len(_SEQUENCE.findall(data)) < broken:
        return None
    return data.decode("utf-8", _PASTED)


def _pasted(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_PASTED, _pasted)


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
