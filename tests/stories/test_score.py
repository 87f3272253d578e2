"""The scorer of story sets, on a set that is labelled here and reports that are written here."""

from typing import Any

import pytest

from reconcile import Source
from tests.stories.labels import Story
from tests.stories.measures import MEASURES, Tally
from tests.stories.score import judge, value_right

TEXTS = {
    "a": "The fire killed 12 people on Monday and cost $3m. Nine homes and 2 shops burned, 11 in all. No. 7 shut.",
    "b": "Police said 12 died on Monday. The fire cost $4m. Some 40 hectares burned.",
}
FACTS: list[tuple[str, str, str, list[tuple[str, str, Any, str]]]] = [
    ("killed", "count", "agree", [("a", "12", 12, "person"), ("b", "12", 12, "person")]),
    ("day", "date", "agree", [("a", "Monday", "2024-03-04", "date"), ("b", "Monday", "2024-03-04", "date")]),
    ("cost", "money", "discrepancy", [("a", "$3m", 3e6, "USD"), ("b", "$4m", 4e6, "USD")]),
    ("homes", "count", "single-source", [("a", "Nine", 9, "home")]),
    ("shops", "count", "single-source", [("a", "2", 2, "shop")]),
    ("burned", "count", "single-source", [("a", "11", 11, "building")]),
    ("area", "measure", "single-source", [("b", "Some 40 hectares", 40, "hectare")]),
]
Report = dict[str, Any]


def mention(source: str, number: str, value: Any, unit: str) -> dict[str, Any]:
    figures = {"value": value, "low": value, "high": value, "date_low": value, "date_high": value, "unit": unit}
    quote = number if TEXTS[source].count(number) == 1 else number + TEXTS[source].partition(number)[2][:9]
    return {"source": source, "quote": quote, "number": number, **figures}


@pytest.fixture
def story() -> Story:
    facts = [
        {"id": name, "kind": kind, "verdict": verdict, "why": "", "mentions": [mention(*m) for m in mentions]}
        for name, kind, verdict, mentions in FACTS
    ]
    relations = [{"type": "sum", "whole": "burned", "parts": ["homes", "shops"], "source": "a"}]
    gold = {"facts": facts, "relations": relations, "optional": [{"source": "a", "quote": "No. 7", "number": "7"}]}
    return Story("fire", gold, tuple(Source.from_text(text, id=name) for name, text in TEXTS.items()))


def claim(name: str, kind: str, source: str, number: str, value: Any, unit: str) -> dict[str, Any]:
    start = TEXTS[source].index(number)
    quantity = {"value": value, "low": value, "high": value, "unit": unit}
    when = {"first": value, "last": value} if kind == "date" else None
    place = {"source": source, "start": start, "end": start + len(number), "text": number}
    return {"id": name, "kind": kind, **place, "quantity": quantity, "when": when}


@pytest.fixture
def report() -> Report:
    """The report that has everything as it is labelled."""
    claims, facts = [], []
    for fact, kind, verdict, mentions in FACTS:
        here = [claim(f"{fact}-{m[0]}", kind, *m) for m in mentions]
        names = [c["id"] for c in here]
        facts.append({"id": fact, "kind": kind, "verdict": verdict, "claims": names, "label": fact, "message": ""})
        claims += here
    relations = [{"type": "sum", "whole": "burned", "parts": ["homes", "shops"]}]
    return {"claims": claims, "facts": facts, "relations": relations}


def worse(tally: Tally) -> dict[str, float]:
    """The measures that are not full."""
    return {name: round(value, 3) for name, value in tally.metrics().items() if value < 1}


def named(items: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(item for item in items if item["id"] == name)


def test_a_report_as_labelled_has_full_marks(story: Story, report: Report) -> None:
    tally = judge(story, report)
    assert tally.metrics() == dict.fromkeys(MEASURES, 1.0)
    assert tally.faults == []
    asked = {"claims": 8, "values": 8, "dates": 2, "days": 2, "units": 3, "pairs": 2, "discrepancies": 1, "sums": 1}
    assert tally.asked == asked | {"verdicts_multi": 2, "verdicts_single": 4}


def test_an_empty_report_has_no_recall(story: Story) -> None:
    metrics = judge(story, {"claims": [], "facts": [], "relations": []}).metrics()
    assert {name for name, value in metrics.items() if value == 1} == {
        "claim_precision", "value_accuracy", "unit_accuracy", "date_value_accuracy", "align_precision",
        "discrepancy_precision",
    }  # fmt: skip
    assert metrics["claim_f1"] == metrics["verdict_accuracy_multi"] == metrics["verdict_accuracy_single"] == 0


def test_a_claim_without_a_label_costs_precision(story: Story, report: Report) -> None:
    report["claims"].append(claim("x", "count", "b", "Police", 1, "person"))
    tally = judge(story, report)
    assert worse(tally) == {"claim_precision": round(8 / 9, 3), "claim_f1": round(16 / 17, 3)}
    assert tally.faults == [
        "[fire] extra claim in b: 'Police' | Police said 12 died on Monday. The fire cost $4m. Some 4"
    ]


@pytest.mark.parametrize(("kind", "number"), [("count", "7"), ("date", "people")])
def test_an_optional_place_and_a_date_are_free(kind: str, number: str, story: Story, report: Report) -> None:
    report["claims"].append(claim("x", kind, "a", number, 7, "thing"))
    assert worse(judge(story, report)) == {}


@pytest.mark.parametrize(
    ("field", "said", "measure"),
    [
        ("unit", "acre", {"unit_accuracy": 0.667}),
        ("unit", "ha", {}),
        ("value", 41, {"value_accuracy": 0.875}),
        ("value", None, {"value_accuracy": 0.875}),
    ],
)
def test_value_and_unit_of_a_claim(
    field: str, said: Any, measure: dict[str, float], story: Story, report: Report
) -> None:
    named(report["claims"], "area-b")["quantity"][field] = said
    assert worse(judge(story, report)) == measure


def test_a_wrong_day_is_no_wrong_figure(story: Story, report: Report) -> None:
    named(report["claims"], "day-a")["when"]["last"] = "2024-03-05"
    assert worse(judge(story, report)) == {"date_value_accuracy": 0.5}


def test_facts_that_are_joined_or_split(story: Story, report: Report) -> None:
    killed, homes, cost = (named(report["facts"], name) for name in ("killed", "homes", "cost"))
    killed["claims"] += homes["claims"]
    report["facts"].remove(homes)
    cost["claims"].remove("cost-b")
    report["relations"] = []
    assert worse(judge(story, report)) == {
        "align_precision": 0.333, "align_recall": 0.5, "align_f1": 0.4,
        "verdict_accuracy_single": 0.75, "sum_recall": 0.0,
    }  # fmt: skip


def test_the_fact_with_most_mentions_has_the_verdict(story: Story, report: Report) -> None:
    named(report["facts"], "killed")["verdict"] = "compatible"
    assert worse(judge(story, report)) == {"verdict_accuracy_multi": 0.5}


def test_a_discrepancy_flagged_in_the_wrong_place(story: Story, report: Report) -> None:
    named(report["facts"], "cost")["verdict"] = "agree"
    named(report["facts"], "killed")["verdict"] = "discrepancy"
    assert worse(judge(story, report)) == {
        "verdict_accuracy_multi": 0.0, "discrepancy_precision": 0.0, "discrepancy_recall": 0.0, "discrepancy_f1": 0.0,
    }  # fmt: skip


def test_a_sum_of_other_parts_is_not_the_sum(story: Story, report: Report) -> None:
    report["relations"][0]["parts"] = ["homes", "killed"]
    assert worse(judge(story, report)) == {"sum_recall": 0.0}


@pytest.mark.parametrize(
    ("label", "said", "right"),
    [
        ({"value": 33.3, "low": 33.3, "high": 33.3}, {"value": 33.3333, "low": 30, "high": 36}, True),
        ({"value": None, "low": 12, "high": None}, {"value": None, "low": 12, "high": None}, True),
        ({"value": None, "low": 12, "high": None}, {"value": 12, "low": 12, "high": 12}, False),
        ({"value": None, "low": 24, "high": 99, "vague": True}, {"value": None, "low": 36, "high": None}, True),
        ({"value": None, "low": 24, "high": 99, "vague": True}, {"value": None, "low": 100, "high": None}, False),
    ],
)
def test_when_a_value_is_right(label: dict[str, Any], said: dict[str, Any], right: bool) -> None:  # noqa: FBT001
    assert value_right(label, {"quantity": said}, "ratio") is right
