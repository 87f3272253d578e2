"""Whatever the bytes, a reader gives a reading that holds together, or says what is wrong: nothing else."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.read import ReadError
from reconcile.read.blob import Blob, Reading
from reconcile.read.readers import READERS, read_blob

FIXTURES = Path(__file__).parent / "fixtures"
OFFICE = sorted((FIXTURES / "office").iterdir())
WEB = sorted(path for path in (FIXTURES / "web").iterdir() if path.suffix != ".toml")
FILES = [path for path in (*WEB, *OFFICE) if path.stat().st_size < 4000 or path.suffix in (".pdf", ".rtf", ".eml")]
ARCHIVES = [path for path in OFFICE if path.suffix in (".docx", ".odt", ".ods")]
PIECES = [
    b"<",
    b">",
    b"</p>",
    b"<table>",
    b"<td colspan=9>",
    b"&#0;",
    b"&#x202e;",
    b"]]>",
    b"\0",
    b"\xff\xfe",
    b"\r",
    b'"',
    b"\\ud800",
    b"{",
    b"]",
    b"<!--",
    b"\xe2\x80",
]


def reading_or_refusal(blob: Blob) -> Reading | ReadError:
    try:
        return read_blob(blob)
    except ReadError as error:
        return error


def holds_together(blob: Blob) -> None:
    found = reading_or_refusal(blob)
    if isinstance(found, ReadError):
        assert found.problem.message
        assert found.problem.hint
        return
    for source in found.sources:
        source.text.encode("utf-8")
        assert 0 <= source.body <= len(source.text)
        assert source.day is None or source.moment is not None
        assert all(0 <= cell.start < cell.end <= len(source.text) for cell in source.cells)
        assert all(0 <= page <= len(source.text) for page in source.pages)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_damaged_files(path: Path, data: st.DataObject) -> None:
    holds_together(Blob(str(path), path.suffix, damaged(path.read_bytes(), data)))


def damaged(content: bytes, data: st.DataObject) -> bytes:
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        end = min(len(content), at + data.draw(st.sampled_from([0, 0, 1, 5, 200])))
        content = content[:at] + data.draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=4))) + content[end:]
    return content


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ARCHIVES), st.data())
def test_damaged_parts_of_office_documents(path: Path, data: st.DataObject) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(stream, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        hit = data.draw(st.sampled_from([name for name in parts if name.endswith((".xml", ".rels"))]))
        for name, content in parts.items():
            new.writestr(name, damaged(content, data) if name == hit else content)
    holds_together(Blob(str(path), path.suffix, stream.getvalue()))


@pytest.mark.parametrize("suffix", [suffix for reader in READERS for suffix in reader.suffixes])
@given(st.binary(max_size=200))
@settings(max_examples=8)
def test_any_bytes_under_any_name(suffix: str, content: bytes) -> None:
    if content:
        holds_together(Blob(f"a{suffix}", suffix, content))
