"""The table of formats: every entry has its module, and plain text costs none of the others."""

import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.read.blob import Blob
from reconcile.read.readers import READERS, Format, recognised

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("format", READERS, ids=lambda each: each.name)
def test_every_format_has_its_module(format: Format) -> None:
    assert callable(format.reader.read)
    assert format.opening is None or callable(format.reader.sniff)


def test_no_suffix_stands_for_two_formats() -> None:
    suffixes = [suffix for each in READERS for suffix in each.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


@pytest.mark.parametrize("path", sorted(path for path in FIXTURES.rglob("*.*") if path.is_file()), ids=lambda p: p.name)
def test_what_a_reader_knows_begins_as_its_format_says(path: Path) -> None:
    blob = Blob(path.name, path.suffix.lower(), path.read_bytes())
    asked = [each for each in READERS if each.opening and each.reader.sniff(blob)]
    assert recognised(blob) == (asked[0] if asked else None)


def test_plain_text_asks_no_other_reader() -> None:
    code = (
        "import sys; from reconcile.read.blob import Blob; from reconcile.read.readers import read_blob; "
        "read_blob(Blob('a.txt', '.txt', b'MOSCOW: 1,000 soldiers left.')); "
        "print(sorted(name for name in sys.modules if name in ('reconcile.read.html', 'reconcile.read.pdf', 'csv')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
