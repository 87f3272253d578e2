"""A corpus: one document a line; a bad line is named and the others go on."""

import json

import pytest

from reconcile.read import ReadError
from reconcile.read.blob import Blob, Reading
from reconcile.read.corpus import read, sniff


def corpus(*lines: str | bytes, end: bytes = b"\n") -> Blob:
    data = end.join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return Blob("all.jsonl", ".jsonl", data + end)


def only(reading: Reading) -> str:
    ((problem),) = reading.problems
    assert problem.where == "all.jsonl"
    assert problem.hint
    return f"{problem.line}: {problem.message}"


def test_all_fields() -> None:
    about = {"title": "T", "publisher": "P", "published": "2022-02-04", "url": "u", "story": "s"}
    (source,) = read(corpus(json.dumps({"id": 7, "text": "Ten died.", "extra": [1]} | about))).sources
    assert (source.id, source.text, source.title, source.publisher) == ("7", "Ten died.", "T", "P")
    assert (source.published, source.url, source.story, source.path) == ("2022-02-04", "u", "s", "all.jsonl")
    assert source.sha256 != ""


def test_a_document_without_id_has_none_yet() -> None:
    assert read(corpus('{"text": "Ten died.", "title": null}')).sources[0].id == ""


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("{", "2: not JSON"),
        ("[1]", "2: not a JSON object"),
        ('"text"', "2: not a JSON object"),
        ('{"id": "x"}', "2: no `text`"),
        ('{"text": 3}', "2: no `text`"),
        ('{"text": " "}', "2: no `text`"),
        ('{"text": "Ten.", "title": ["a"]}', "2: `title` is not a text"),
        ('{"text": "Ten.", "id": true}', "2: `id` is not a text"),
        (b'{"text": "caf\xe9"}', "2: not UTF-8"),
        ('{"text": ' + "[" * 100_000, "2: not JSON"),
        ('{"text": "Ten.", "id": ' + "9" * 5000 + "}", "2: not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(bad: str | bytes, says: str) -> None:
    reading = read(corpus('{"id": "a", "text": "One."}', bad, "", '{"id": "b", "text": "Two."}'))
    assert [s.id for s in reading.sources] == ["a", "b"]
    assert only(reading).startswith(says)


def test_a_bad_date_is_named_and_the_document_is_read_without_it() -> None:
    reading = read(corpus('{"text": "One.", "published": "soon"}'))
    assert only(reading) == "1: not a date: soon"
    assert reading.sources[0].published is None


def test_the_text_may_have_a_head_and_the_line_is_stronger() -> None:
    archive, front = " date 2022-02-04 Ten died.", "---\ntitle: a\npublished: 2022-02-04\n---\nTen."
    first, second = read(
        corpus(json.dumps({"text": archive}), json.dumps({"text": front, "published": "2023-01-01", "title": "b"}))
    ).sources
    assert (first.published, first.text[first.body :]) == ("2022-02-04", "Ten died.")
    assert (second.published, second.title, second.text[second.body :]) == ("2023-01-01", "b", "Ten.")


def test_a_fault_in_the_head_of_a_text_is_told_with_the_line_of_the_corpus() -> None:
    line = json.dumps({"text": "---\npublished: soon\n---\nTen."})
    assert only(read(corpus("", line))) == "2: not a date: soon"


def test_line_separators_in_a_text_do_not_end_the_line_and_crlf_does() -> None:
    line = json.dumps({"text": "One.\u2028\x85Two."}, ensure_ascii=False)
    assert [s.text for s in read(corpus(line, line, end=b"\r\n")).sources] == ["One.\u2028\x85Two."] * 2


def test_lone_surrogates_do_not_come_out() -> None:
    (source,) = read(corpus('{"id": "\\ud800", "text": "Ten \\udfff died.", "title": "\\ud800"}')).sources
    assert (source.id, source.text, source.title) == ("\ufffd", "Ten \ufffd died.", "\ufffd")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_heeded(encoding: str) -> None:
    data = '{"text": "Zehn für alle."}\n'.encode(encoding)
    assert read(Blob("all.jsonl", ".jsonl", data)).sources[0].text == "Zehn für alle."


def test_nothing_in_it_and_binary_are_refused() -> None:
    with pytest.raises(ReadError, match="no document"):
        read(corpus("", " "))
    with pytest.raises(ReadError, match="ZIP"):
        read(corpus(b"PK\x03\x04"))


@pytest.mark.parametrize(
    ("data", "is_corpus"),
    [
        (b'\n{"text": "a"}\n', True),
        (b'{"id": "a"}', False),
        (b"{curly} words", False),
        (b"Plain words.", False),
        (b"", False),
    ],
)
def test_sniffing(data: bytes, *, is_corpus: bool) -> None:
    assert sniff(Blob("-", "", data)) is is_corpus
