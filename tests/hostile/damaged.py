"""Good documents of every format, cut off at several places or under another's name."""

from functools import partial
from pathlib import Path

from tests.hostile.case import Case

FIXTURES = Path(__file__).resolve().parent.parent / "read" / "fixtures"
_PARTS = (0.02, 0.3, 0.7, 0.99)
_CHOSEN = (
    "office/libreoffice-release.docx",
    "office/libreoffice-release.odt",
    "office/libreoffice-release.fodt",
    "office/libreoffice-release.pdf",
    "office/libreoffice-release.rtf",
    "office/libreoffice-sheet.ods",
    "office/word-tracked.docx",
    "office/reportlab-columns.pdf",
    "office/reportlab-encrypted.pdf",
    "office/outlook-attachments.eml",
    "office/exchange-html.eml",
    "office/aspose-release.msg",
    "web/chrome.mhtml",
    "web/safari.webarchive",
    "web/atom.xml",
    "web/rss-cdata.rss",
    "web/newsml-nitf.xml",
    "web/nitf-3.6.nitf",
    "web/ninjs-2.1.json",
    "web/newsarticle.jsonld",
    "web/liveblog.html",
)
_NAMES = (".txt", ".pdf", ".docx", ".html", ".rss", ".eml", ".json")


def _cut(path: Path, part: float) -> bytes:
    data = path.read_bytes()
    return data[: max(int(len(data) * part), 1)]


def _cuts(name: str) -> list[Case]:
    path = FIXTURES / name
    return [Case(f"cut-{int(part * 100)}-{path.name}", partial(_cut, path, part)) for part in _PARTS]


def _misnamed(name: str, number: int) -> Case:
    path = FIXTURES / name
    suffix = _NAMES[number % len(_NAMES)]
    return Case(f"misnamed-{path.stem}-{path.suffix[1:]}{suffix}", path.read_bytes)


CASES: tuple[Case, ...] = tuple(
    case for number, name in enumerate(_CHOSEN) for case in (*_cuts(name), _misnamed(name, number))
)
