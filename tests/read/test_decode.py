"""Bytes to text: every encoding a newsroom meets, never a crash, never a lone surrogate, newlines as they are."""

# ruff: noqa: RUF001 - other scripts and typographic signs are what is tested

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.read.blob import Blob
from reconcile.read.decode import decode, without_surrogates
from reconcile.read.faults import ReadError


def text_of(data: bytes) -> str:
    return decode(Blob("a.txt", ".txt", data))


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert text_of(mark + "£3bn – 𝟛".encode(encoding)) == "£3bn – 𝟛"


def test_newlines_stay() -> None:
    assert text_of(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize("text", ["“We lost €3bn,” he said – and left.", "£3bn", "It was 40°C", "café", "3½ hours"])
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    assert text_of(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("В пятницу министр сказал, что погибли 3 человека и 12 ранены.", "cp1251"),
        ("日本の首相は金曜日に東京で記者団に述べた。", "shift_jis"),
        ("中国总理星期五在北京对记者表示,共有三人遇难。", "gb18030"),
    ],
)
def test_other_scripts_are_detected(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_broken_utf16_is_read_as_far_as_it_goes() -> None:
    assert text_of(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x00\xd8") == "ab\ufffd"


def test_lone_surrogates_are_replaced_one_by_one() -> None:
    assert without_surrogates("a\ud800b\udfff") == "a\ufffdb\ufffd"


@given(st.binary(max_size=80))
def test_any_bytes_are_a_text_that_can_be_encoded_or_refused(data: bytes) -> None:
    with suppress(ReadError):
        text = text_of(data)
        assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“£3bn” – café".encode() + " and “£4bn”".encode("cp1252"), "“£3bn” – café and “£4bn”"),
        ("£3bn was lost.".encode("utf-16-le"), "£3bn was lost."),
        ("£3bn was lost.".encode("utf-16-be"), "£3bn was lost."),
    ],
)
def test_pasted_pieces_and_a_missing_mark_are_made_out(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("declared", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", "“£3bn”"),
        ("Windows-1250", "cp1250", "Škoda: 12 obětí"),
        ("GB2312", "gb18030", "死者12人"),
        ("shift_jis", "cp932", "死者12人"),
        ("koi8-r", "koi8-r", "Погибли 12"),
    ],
)
def test_a_declared_encoding_is_followed_where_the_bytes_allow(declared: str, codec: str, text: str) -> None:
    assert decode(Blob("a", "", text.encode(codec)), declared) == text


@pytest.mark.parametrize("declared", ["utf-7", "punycode", "rot13", "unicode_escape", "zlib", "nonsense", "", None])
def test_a_declaration_that_no_page_has_is_passed_over(declared: str | None) -> None:
    assert decode(Blob("a", "", "£3bn".encode("cp1252")), declared) == "£3bn"


def test_what_is_valid_utf8_is_that_whatever_is_declared() -> None:
    assert decode(Blob("a", "", "“£3bn”".encode()), "windows-1251") == "“£3bn”"
