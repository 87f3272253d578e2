import subprocess
import sys

import pytest

from reconcile.facts import Report
from reconcile.report import FORMATS, GENERAL


def test_the_formats_are_the_contracts() -> None:
    assert list(GENERAL) == ["table", "json", "jsonl", "html", "md", "csv"]
    assert list(FORMATS) == [*GENERAL, "sarif", "rdjson", "github", "junit"]
    assert all(name == each.name for name, each in FORMATS.items())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_in_one_newline(name: str, check: Report) -> None:
    text = FORMATS[name].render(check)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_format_is_loaded_at_its_first_use() -> None:
    code = "import sys, reconcile.report; print(sorted({'rich', 'jinja2', 'msgspec', 'csv'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
