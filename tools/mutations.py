"""Damaged inputs: in their bytes, and inside what they are made of.

A flipped byte of an archive fails its checksum, one of XML or JSON mostly the grammar, and the reader behind the parser
never sees it. So entries of archives and streams of PDFs are damaged unpacked, and elements and values are dropped,
doubled, moved and replaced in trees that stay whole.
"""

import io
import json
import random
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from typing import Any

from lxml import etree

LARGEST = 40_000
"""Inputs of about this many bytes, an archive apart: a fuzzer lives by the number of its tries."""

_INSIDE = 0.7  # of the damage, where there is an inside
_MOST = 2_000  # elements or values among which one is chosen
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PIECES = (
    *(b"<", b">", b"</p>", b"<table>", b"&#0;", b"&#x202e;", b"]]>", b"\0", b"\xff\xfe", b"\r", b'"', b"\\ud800", b"{"),
    *(b"]", b"<!--", b"\xe2\x80", b"9" * 300, b"-1", b"%", b"\\u-9?", b"--b", b"=?x?b?", b"\x1b[", b"1e999", b"\n\n"),
)
_WORDS = (
    "",
    "-1",
    "0",
    "9" * 300,
    "1e999",
    "NaN",
    "true",
    "x" * 5_000,
    "2026-99-99T99:99",
    "http://[",
    "\u202e12",
    "%s",
)
_VALUES = (*_WORDS, None, True, -1, 0, 1.5, 10**40, [], {}, [[]], [None], {"": None}, ["a", 1, {}])


def mutations(inputs: Sequence[bytes], luck: random.Random) -> Iterator[bytes]:
    """Damaged inputs without end, always the same for the same luck."""
    while True:
        data = luck.choice(inputs)
        for _ in range(luck.choice((1, 1, 2, 4, 16))):
            inner = _inside(data, inputs, luck) if luck.random() < _INSIDE else None
            data = _in_bytes(data, inputs, luck) if inner is None else inner
        yield data if is_archive(data) else data[: 2 * LARGEST]


def is_archive(data: bytes) -> bool:
    """Whether these are the bytes of a ZIP archive, which is worth nothing without its end."""
    return data.startswith(b"PK\x03\x04")


def _inside(data: bytes, inputs: Sequence[bytes], luck: random.Random) -> bytes | None:
    """The input damaged in what it is made of; None where it is not, or no longer, made of anything."""
    if is_archive(data):
        return _in_archive(data, inputs, luck)
    if data.startswith(b"%PDF-"):
        return _in_stream(data, inputs, luck)
    match data.lstrip()[:1]:
        case b"<":
            return _in_markup(data, luck)
        case b"{" | b"[":
            return _in_json(data, luck)
    return None


def _in_archive(data: bytes, inputs: Sequence[bytes], luck: random.Random) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
        return None
    if not entries:
        return None
    name = luck.choice([*entries, *(name for name in entries if name.endswith(("document.xml", "content.xml")))])
    entries[name] = _in_markup(entries[name], luck) or _in_bytes(entries[name], inputs, luck)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for each, content in entries.items():
            archive.writestr(zipfile.ZipInfo(each), content)
    return made.getvalue()


def _in_stream(data: bytes, inputs: Sequence[bytes], luck: random.Random) -> bytes | None:
    found = list(_STREAM.finditer(data))
    if not found:
        return None
    stream = luck.choice(found)
    try:
        drawn = zlib.decompress(stream[1].rstrip(b"\r\n"))
    except zlib.error:
        return None
    packed = zlib.compress(_in_bytes(drawn, inputs, luck), 1)
    return data[: stream.start(1)] + packed + b"\n" + data[stream.end(1) :]


def _in_markup(data: bytes, luck: random.Random) -> bytes | None:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    elements = [each for each, _ in zip(root.iter(etree.Element), range(_MOST), strict=False)]
    with suppress(ValueError):  # of a name that was recovered from bytes that are none
        _damage_element(luck.choice(elements), luck.choice(elements), luck)
    whole: bytes = etree.tostring(root, encoding="utf-8")
    return whole


def _damage_element(one: Any, other: Any, luck: random.Random) -> None:
    match luck.randrange(6):
        case 0 if one.getparent() is not None:
            one.getparent().remove(one)
        case 1:
            other.extend([deepcopy(one) for _ in range(luck.choice((1, 1, 30)))])
        case 2:
            one.tag = other.tag
        case 3 if one.attrib:
            one.set(luck.choice(list(one.attrib)), luck.choice(_WORDS))
        case 4:
            one.attrib.update(other.attrib)
        case _:
            one.text = luck.choice((*_WORDS, other.text))


def _in_json(data: bytes, luck: random.Random) -> bytes | None:
    try:
        whole = json.loads(data)
        places = [place for place, _ in zip(_places(whole), range(_MOST), strict=False)]
        if not places:
            return None
        holder, key = luck.choice(places)
        beside, name = luck.choice(places)
        holder[key] = deepcopy(beside[name]) if luck.random() < 1 / 3 else luck.choice(_VALUES)
        return json.dumps(whole).encode()
    except (ValueError, RecursionError):
        return None


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every value within a value, as what holds it and the key that it has there."""
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _in_bytes(data: bytes, inputs: Sequence[bytes], luck: random.Random) -> bytes:
    damaged = bytearray(data)
    at = luck.randrange(len(data) + 1)
    end = min(at + luck.choice((0, 1, 4, 60, 2_000)), len(data))
    match luck.randrange(6):
        case 0 if data:
            damaged[at % len(data)] ^= 1 << luck.randrange(8)
        case 1:
            del damaged[at:end]
        case 2:
            damaged[at:end] = luck.choice(_PIECES)
        case 3:
            damaged[at:at] = damaged[at:end] * luck.choice((1, 2, 50))
        case 4:
            other = luck.choice(inputs)
            start = luck.randrange(len(other) + 1)
            damaged[at:end] = other[start : start + luck.choice((4, 60, 2_000))]
        case _:
            damaged[at:end] = luck.randbytes(end - at)
    return bytes(damaged)
