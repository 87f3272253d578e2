"""What an input needs that is not installed is said with the command that installs it."""

import json
import sys

import pytest

from reconcile.read import ReadError, odt, outlook, pdf, rtf, word
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
