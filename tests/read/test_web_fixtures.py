"""Pages, feeds, agencies' items and wire copy as their own writers make them: each read with its text, date and source.

`fixtures/web/expected.toml` says what each file of that folder must be read as.
"""

import tomllib
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from reconcile.facts import Source
from reconcile.read import gather

FOLDER = Path(__file__).parent / "fixtures" / "web"
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))["document"]
BY_FILE = {file: list(documents) for file, documents in groupby(EXPECTED, key=lambda each: each["file"])}
FIELDS = ("title", "publisher", "byline", "published", "modified", "version", "guid", "language", "url")


def told(source: Source) -> dict[str, Any]:
    """A source in the form of the table."""
    fields = {name: getattr(source, name) for name in FIELDS}
    lists = {"credit": list(source.credit), "notes": list(source.notes), "cells": len(source.cells)}
    found = {"file": Path(source.path or "").name, **fields, **lists, "text": source.text[source.body :].strip()}
    return {name: value for name, value in found.items() if value and value != "und"}


def test_the_table_knows_every_fixture() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"expected.toml"} == set(BY_FILE)


@pytest.mark.parametrize("file", BY_FILE)
def test_a_fixture_is_read_as_the_table_says(file: str) -> None:
    sources, problems = gather([str(FOLDER / file)])
    refused = [each["refused"] for each in BY_FILE[file] if "refused" in each]
    assert [problem.message for problem in problems] == refused
    assert [told(source) for source in sources] == [each for each in BY_FILE[file] if "refused" not in each]


@pytest.mark.parametrize("file", BY_FILE)
def test_the_cells_of_its_tables_stand_where_they_say(file: str) -> None:
    for source in gather([str(FOLDER / file)])[0]:
        for cell in source.cells:
            line = source.text[source.text.rfind("\n", 0, cell.start) + 1 : cell.start]
            assert line == ", ".join(filter(None, (cell.row, cell.column))) + ": "
            assert source.text[cell.start : cell.end].strip()
