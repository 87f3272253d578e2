"""What an input needs that is not installed is said with the command that installs it."""

import json
import sys
from pathlib import Path

import pytest

from reconcile.read import ReadError, gather, odt, outlook, pdf, rtf, word
from reconcile.read.blob import Blob
from reconcile.read.extras import library
from reconcile.read.readers import Reader


def test_a_library_that_is_there() -> None:
    assert library("json", "html", "a.html") is json


def test_a_library_that_is_not_there() -> None:
    with pytest.raises(ReadError, match=r"a\.html: reading it needs no_such_library.*pip install 'reconcile\[html\]'"):
        library("no_such_library.parts", "html", "a.html")


@pytest.mark.parametrize(
    ("reader", "module", "extra"),
    [(pdf, "pypdfium2", "pdf"), (word, "docx", "docx"), (odt, "odfdo", "odt"), (rtf, "striprtf.striprtf", "rtf"),
     (outlook, "oxmsg", "mail")],
)  # fmt: skip
def test_a_document_whose_library_is_missing_names_its_extra(
    reader: Reader, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ReadError) as raised:
        reader.read(Blob("a.x", ".x", b"{\\rtf1 x}"))
    assert raised.value.problem.hint == f"pip install 'reconcile[{extra}]'"


@pytest.mark.parametrize(
    ("missing", "extra", "content"),
    [
        ("trafilatura", "html", "<!DOCTYPE html><html><body><p>Twelve people died.</p></body></html>"),
        ("feedparser", "feeds", "<rss><channel><item><title>12 dead</title></item></channel></rss>"),
        ("defusedxml.ElementTree", "xml", "<nitf><body><body.content><p>Twelve died.</p></body.content></body></nitf>"),
    ],
)
def test_what_needs_an_extra_is_named_and_the_rest_goes_on(
    missing: str, extra: str, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    (tmp_path / "a.txt").write_text(content)
    (tmp_path / "b.txt").write_text("Twelve died.")
    sources, (problem,) = gather([str(tmp_path)])
    assert [source.text for source in sources] == ["Twelve died."]
    assert problem.where == str(tmp_path / "a.txt")
    assert problem.hint == f"pip install 'reconcile[{extra}]'"


def test_an_address_needs_an_extra_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    _, (problem,) = gather(["https://example.org/a"])
    assert problem.hint == "pip install 'reconcile[web]'"
