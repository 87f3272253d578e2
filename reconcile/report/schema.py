"""The JSON Schema (2020-12) of the report; `python -m reconcile.report.schema` rewrites the file in the package."""

import json
from pathlib import Path
from typing import Any

import msgspec

from reconcile.report.record import SCHEMA_VERSION, ReportRecord

SCHEMA_FILE = Path(__file__).with_name("report.schema.json")


def report_schema() -> dict[str, Any]:
    """The schema, generated from the records. New fields may come at any time, so unknown ones are allowed."""
    root, defs = msgspec.json.schema_components([ReportRecord], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:reconcile:report:{SCHEMA_VERSION}",
        "title": f"reconcile report {SCHEMA_VERSION}",
        **root[0],
        "$defs": defs,
    }


def schema_text() -> str:
    """The schema as the package ships it."""
    return json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
