"""What an input needs that is not installed is said with the command that installs it."""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest

from reconcile.read import ReadError, gather, odt, outlook, pdf, rtf, word
from reconcile.read.blob import Blob
from reconcile.read.extras import library
from reconcile.read.readers import Reader

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "read" / "fixtures"
_NAME, _OF_EXTRA = re.compile(r"[\w.-]+"), re.compile(r"\bextra ==")
_READ_WITHOUT = """
import sys
sys.modules.update(dict.fromkeys({missing!r}))
from reconcile.read import gather
for problem in gather({paths!r})[1]:
    print(problem)
"""


def brought(lines: Iterable[str]) -> set[str]:
    """The distributions that these requirements name, with all that they need in turn."""
    found: set[str] = set()
    left = list(lines)
    while left:
        name = _NAME.match(left.pop())[0].lower().replace("_", "-")  # type: ignore[index]
        if name not in found:
            found.add(name)
            left += [line for line in needs(name) if not _OF_EXTRA.search(line)]
    return found


def needs(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # for another system or Python
        return []


def modules_without(extra: str) -> list[str]:
    """The installed modules that the program with this one extra does not bring."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    there = brought([*project["dependencies"], *project["optional-dependencies"][extra]])
    return [
        module
        for module, owners in packages_distributions().items()
        if not there & {owner.lower().replace("_", "-") for owner in owners} and module.isidentifier()
    ]


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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("extra", "patterns"),
    [
        ("docx", ["office/*.docx"]),
        ("feeds", ["web/*.rss", "web/*.atom", "web/atom.xml"]),
        ("html", ["web/*.html", "web/*.mhtml", "web/*.webarchive", "web/ninjs*.json"]),
        ("mail", ["office/exchange-html.eml", "office/gmail-reply.eml"]),
        ("odt", ["office/*.odt", "office/*.ods", "office/*.fodt"]),
        ("pdf", ["office/libreoffice*.pdf"]),
        ("rtf", ["office/*.rtf"]),
        ("xml", ["web/newsm*.xml", "web/nitf*"]),
    ],
)
def test_each_extra_alone_brings_all_that_its_formats_need(extra: str, patterns: list[str]) -> None:
    paths = [str(path) for pattern in patterns for path in FIXTURES.glob(pattern)]
    program = _READ_WITHOUT.format(missing=[*modules_without(extra)], paths=paths)
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert paths
    assert (told.stdout, told.stderr) == ("", "")
