"""The ways in: files, folders, corpora and standard input to sources, everything else to problems."""

import hashlib
import io
import os
import sys
from importlib import import_module
from pathlib import Path

import pytest

import reconcile
from reconcile.read import ReadError, ReadWarning, gather, passed_over, read
from reconcile.read.web import OFFLINE


def test_one_file_gives_its_stem_as_id(tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    path.write_bytes(b"Twelve people died.\r\n")
    source = read(path)
    assert (source.id, source.path, source.text, source.body) == ("wire", str(path), "Twelve people died.\r\n", 0)
    assert source.sha256 == hashlib.sha256(b"Twelve people died.\r\n").hexdigest()


def test_ids_are_given_in_the_order_of_the_arguments(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md"):
        (tmp_path / name).write_text("Some text.")
    sources, problems = gather([str(tmp_path / "b.txt"), str(tmp_path / "a.md")])
    assert [(s.id, s.path) for s in sources] == [("s1", str(tmp_path / "b.txt")), ("s2", str(tmp_path / "a.md"))]
    assert problems == ()


def test_a_folder_is_walked_in_sorted_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/z.text", "c/a.markdown", ".hidden.txt", ".git/x.txt", "gold.json", "Q.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Some text.")
    sources, problems = gather([str(tmp_path)])
    read_names = [Path(s.path or "").relative_to(tmp_path).as_posix() for s in sources]
    assert read_names == ["Q.TXT", "a.md", "b.txt", "c/a.markdown", "c/z.text"]
    assert problems == ()


def test_documents_of_a_folder_that_no_reader_knows_are_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.xlsx", "logo.png", "c/D.DOC", ".git/x.zip"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Some text.")
    assert passed_over([str(tmp_path), str(tmp_path / "b.xlsx"), "-", "https://example.org/"]) == (
        str(tmp_path / "b.xlsx"),
        str(tmp_path / "c" / "D.DOC"),
    )


def test_an_input_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some text.")
    sources, _ = gather([str(path), str(tmp_path), os.path.relpath(path)])
    assert [s.path for s in sources] == [str(path)]


def test_a_link_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(gather([str(tmp_path)])[0]) == 1


def test_a_named_file_of_any_suffix_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "story.copy"
    path.write_text("Some text.")
    assert read(path).text == "Some text."


@pytest.mark.parametrize("form", ["Some text.", '{"id": "a", "text": "Some text."}\n'])
def test_standard_input_is_text_or_a_corpus(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(form.encode())))
    (source,), problems = gather(["-", "-"])
    assert (source.text, source.path, problems) == ("Some text.", "-", ())
    assert source.id == ("a" if form.startswith("{") else "s1")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "no text"),
        (b"---\ntitle: a\n---\n", "no text"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"{\\rtf1 }", "no text"),
        (b"text\0more", "binary"),
        (b"<!DOCTYPE html><p></p>", "web page without text"),
        (b'<?xml version="1.0"?>\n<rss></rss>', "feed without entries"),
    ],
)
def test_what_is_no_text_is_refused_with_a_hint(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=says) as caught:
        read(path)
    assert caught.value.problem.where == str(path)
    assert caught.value.problem.hint


def test_each_fault_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Some text.")
    (tmp_path / "empty").mkdir()
    arguments = ["nowhere.txt", str(tmp_path / "empty"), "https://example.org/a", str(tmp_path / "good.txt"), "a\0b"]
    sources, problems = gather(arguments, OFFLINE)
    assert len(sources) == 1
    assert [p.where for p in problems] == ["nowhere.txt", str(tmp_path / "empty"), "https://example.org/a", "a\0b"]
    assert problems[0].message == "no such file or folder"
    assert ".jsonl" in problems[1].hint
    assert (problems[2].message, problems[2].hint) == (
        "not fetched: only files are read here",
        "open it in a browser, save the page and give the file",
    )
    assert all(p.hint for p in problems)


def test_a_too_large_input_is_refused_before_and_while_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("reconcile.read.load"), "MAX_BYTES", 4)
    (tmp_path / "a.txt").write_text("12345")
    (tmp_path / "b.txt").write_text("1234")
    sources, problems = gather([str(tmp_path), "/dev/zero"])
    assert [s.text for s in sources] == ["1234"]
    assert [p.message for p in problems] == ["larger than 0 MB", "larger than 0 MB"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_files_and_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "folder").mkdir(mode=0)
    _, problems = gather([str(tmp_path / "a.txt"), str(tmp_path / "folder")])
    assert [p.message for p in problems] == ["not allowed to read it"] * 2


def test_a_refused_open_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some text.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="not allowed"):
        read(path)


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
def test_a_file_name_that_is_no_utf8_gives_a_path_that_can_be_written(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("Some text.")
    (source,), _ = gather([path])
    assert (source.path or "").endswith("caf\ufffd.txt")
    assert (source.path or "").encode()


def test_reading_one_document_of_a_corpus_of_many_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"id": "a", "text": "x y"}\n{"id": "b", "text": "x y"}\n')
    with pytest.raises(ReadError, match=r"2 documents.*reconcile\.gather"):
        read(path)


def test_a_fault_that_leaves_the_text_whole_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\npublished: yesterday\n---\nText.")
    with pytest.warns(ReadWarning, match="not a date: yesterday"):
        source = reconcile.read(path)
    assert source.published is None
    assert source.text[source.body :] == "Text."
