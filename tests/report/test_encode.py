import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts import Report, Spot
from reconcile.report import FORMATS, to_dict
from reconcile.report.encode import number, report_record
from reconcile.report.record import ReportRecord
from reconcile.report.schema import SCHEMAS, schema_file, schema_text
from tests.report.hostile import PAYLOADS


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_schemas_are_up_to_date(name: str) -> None:
    assert schema_file(name).read_text(encoding="utf-8") == schema_text(name)


def test_a_report_and_one_with_a_draft_validate(report: Report, check: Report) -> None:
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for each in (report, check):
        validator.validate(json.loads(FORMATS["json"].render(each)))
        validator.validate(to_dict(each, texts=True))


def test_a_misspelt_verdict_does_not_validate(report: Report) -> None:
    broken = to_dict(report)
    broken["facts"][0]["verdict"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, json.loads(schema_text()))


def test_json_is_one_object_that_reads_back_as_the_record(report: Report) -> None:
    text = FORMATS["json"].render(report)
    assert text.endswith("}\n")
    assert json.loads(text) == to_dict(report)
    assert msgspec.json.decode(text, type=ReportRecord) == report_record(report)


def test_jsonl_is_one_claim_a_line(report: Report) -> None:
    lines = FORMATS["jsonl"].render(report).splitlines()
    assert [json.loads(line) for line in lines] == to_dict(report)["claims"]


def test_the_contracts_names(report: Report) -> None:
    claim = to_dict(report.claims[0])
    assert set(claim["roles"]) == {"from", "to", "in", "by"}
    assert claim["quantity"] == {
        "value": None, "low": 4, "high": None, "unit": "person", "hedge": "at_least", "step": 1
    }  # fmt: skip
    assert "context" not in claim
    assert claim["sentence"]["text"][claim["start"] - claim["sentence"]["start"] :].startswith(claim["text"])


def test_a_date_has_days_and_no_figures(report: Report) -> None:
    claim = to_dict(next(claim for claim in report.claims if claim.kind == "date"))
    assert claim["quantity"] == {"value": None, "low": None, "high": None, "unit": "date", "hedge": "exact", "step": 1}
    assert claim["when"] == {"text": "Tuesday", "first": "2025-03-04", "last": "2025-03-04"}


def test_texts_stand_only_where_asked_for(report: Report) -> None:
    assert "text" not in to_dict(report)["sources"][0]
    assert to_dict(report, texts=True)["sources"][0]["text"] == report.sources[0].text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1E+3", 1000),
        ("1000.00", 1000),
        ("0.1", 0.1),
        ("1e23", 10**23),
        ("1E+400", None),
        ("Infinity", None),
        ("-0.50", -0.5),
    ],
)
def test_number(written: str, value: float | None) -> None:
    assert number(Decimal(written)) == value
    assert isinstance(number(Decimal(written)), type(value))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_number_is_written_without_noise(value: Decimal) -> None:
    assert Decimal(json.dumps(number(value))) == value


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_survives_as_a_value(payload: str, hostile: Callable[[str], Report]) -> None:
    whole = json.loads(FORMATS["json"].render(hostile(payload)))
    lines = FORMATS["jsonl"].render(hostile(payload)).split("\n")
    carried = payload.replace("\ud800", "\ufffd")
    assert whole["facts"][0]["label"] == carried
    assert [json.loads(line)["text"] for line in lines[:-1]] == [carried] * 3


def test_an_empty_report_is_still_an_object(report: Report) -> None:
    empty = replace(report, sources=(), claims=(), facts=(), relations=(), problems=())
    assert json.loads(FORMATS["json"].render(empty))["facts"] == []
    assert FORMATS["jsonl"].render(empty) == ""


def test_a_claims_place_is_told_as_people_count_it(report: Report) -> None:
    claim, *_ = report.claims
    (source,) = (each for each in report.sources if each.id == claim.source)
    spot = Spot(0, "row", 12, "Dead")
    forms = {
        "line": source,
        "page": replace(source, pages=(0,)),
        "paragraph": replace(source, spots=(Spot(0, "paragraph", 7),), extracted=True),
        "row": replace(source, spots=(spot,), extracted=True),
        "": replace(source, extracted=True),
    }
    for field, form in forms.items():
        told = to_dict(replace(report, sources=(form,), claims=(claim,)))["claims"][0]
        assert {name for name in forms if name and told[name] is not None} == {field} - {""}
        assert told["column"] == ("Dead" if field == "row" else None)
