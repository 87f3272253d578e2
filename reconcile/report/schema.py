"""The JSON Schemas (2020-12) of what is written; `python -m reconcile.report.schema` rewrites them in the package."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from reconcile.report.record import SCHEMA_VERSION, RecheckRecord, ReportRecord

SCHEMAS: Mapping[str, type[msgspec.Struct]] = MappingProxyType({"report": ReportRecord, "recheck": RecheckRecord})


def schema_file(name: str = "report") -> Path:
    """Where the package has the schema."""
    return Path(__file__).with_name(f"{name}.schema.json")


def schema_text(name: str = "report") -> str:
    """The schema as the package ships it, generated from the records.

    New fields may come at any time, so unknown ones are allowed.
    """
    root, defs = msgspec.json.schema_components([SCHEMAS[name]], ref_template="#/$defs/{name}")
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:reconcile:{name}:{SCHEMA_VERSION}",
        "title": f"reconcile {name} {SCHEMA_VERSION}",
        **root[0],
        "$defs": defs,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in SCHEMAS:
        schema_file(name).write_text(schema_text(name), encoding="utf-8")
