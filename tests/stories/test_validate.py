"""The check of labels finds what is wrong with them."""

import copy
import json
import pathlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.stories.validate import problems

Gold = dict[str, Any]
HEAD = "---\ntitle: Fire\npublisher: P\npublished: 2024-03-04T10:00:00+00:00\n---\n"
FILES = {
    "a.md": HEAD + "The fire killed 12 people, 8 men and 4 women, on Monday. It cost $3m.\n",
    "b.md": HEAD + "A fire killed 12 and cost $4m, police said.\n",
    "draft.md": HEAD + "The fire cost $5m.\n",
}


def mention(source: str, quote: str, number: str, value: float, unit: str = "person") -> Gold:
    return {
        "source": source, "quote": quote, "number": number, "value": value, "low": value, "high": value, "unit": unit,
    }  # fmt: skip


def fact(name: str, kind: str, verdict: str, *mentions: Gold) -> Gold:
    return {"id": name, "label": name, "kind": kind, "verdict": verdict, "why": "so", "mentions": [*mentions]}


MONDAY = {"source": "a", "quote": "on Monday", "number": "Monday", "date_low": "2024-03-04", "date_high": "2024-03-04"}
GOLD: Gold = {
    "story": "fire",
    "sources": [{"id": "a", "file": "a.md", "copy_of": None}, {"id": "b", "file": "b.md", "copy_of": None}],
    "facts": [
        fact("killed", "count", "agree", mention("a", "12 people", "12", 12), mention("b", "killed 12", "12", 12)),
        fact("men", "count", "single-source", mention("a", "8 men", "8", 8)),
        fact("women", "count", "single-source", mention("a", "4 women", "4", 4)),
        fact(
            "cost",
            "money",
            "discrepancy",
            mention("a", "$3m", "$3m", 3e6, "USD"),
            mention("b", "$4m", "$4m", 4e6, "USD"),
        ),
        fact("day", "date", "single-source", MONDAY),
    ],
    "relations": [{"type": "sum", "whole": "killed", "parts": ["men", "women"], "source": "a"}],
    "draft": [{"quote": "cost $5m", "number": "$5m", "status": "contradicted", "fact": "cost", "error": "digit"}],
}


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    home = tmp_path / "fire"
    home.mkdir()
    for name, text in FILES.items():
        (home / name).write_text(text, encoding="utf-8")
    return home


def found(folder: pathlib.Path, gold: Gold) -> list[str]:
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return problems(folder)


def test_a_sound_set_has_no_problem(folder: pathlib.Path) -> None:
    assert found(folder, GOLD) == []


SLIPS: list[tuple[str, Callable[[Gold], object]]] = [
    ("story is 'x'", lambda g: g.update(story="x")),
    ("the id is used twice", lambda g: g["sources"][1].update(id="a")),
    ("copy_of 'z' is no source", lambda g: g["sources"][1].update(copy_of="z")),
    ("b.md: not listed", lambda g: g["sources"].pop()),
    ("2 facts have the label", lambda g: g["facts"][1].update(label="women")),
    ("stands 0 times", lambda g: g["facts"][1]["mentions"][0].update(quote="8 boys")),
    ("is not in the quote", lambda g: g["facts"][1]["mentions"][0].update(number="9")),
    ("part of a longer", lambda g: g["facts"][0]["mentions"][0].update(number="1")),
    ("overlaps a label of killed", lambda g: g["facts"][1]["mentions"][0].update(quote="12 people", number="12")),
    ("unknown source 'q'", lambda g: g["optional"].append({"source": "q"})),
    ("verdict 'same'", lambda g: g["facts"][0].update(verdict="same")),
    ("kind 'sum'", lambda g: g["facts"][0].update(kind="sum")),
    ("verdict single-source with 2", lambda g: g["facts"][0].update(verdict="single-source")),
    ("agree with 1 independent", lambda g: g["sources"][1].update(copy_of="a")),
    ("agree, but 12 and 13", lambda g: g["facts"][0]["mentions"][1].update(value=13, low=13, high=13)),
    ("discrepancy, but every", lambda g: g["facts"][3]["mentions"][1].update(value=3e6, low=3e6, high=3e6)),
    ("not between low and high", lambda g: g["facts"][1]["mentions"][0].update(low=9)),
    ("no unit", lambda g: g["facts"][1]["mentions"][0].update(unit="")),
    ("date_low is after", lambda g: g["facts"][4]["mentions"][0].update(date_low="2024-03-05")),
    ("no ISO dates", lambda g: g["facts"][4]["mentions"][0].update(date_low="Monday")),
    ("do not add up", lambda g: g["facts"][2]["mentions"][0].update(value=5, high=5, low=5)),
    ("two or more different parts", lambda g: g["relations"][0].update(parts=["men"])),
    ("unknown boys", lambda g: g["relations"][0].update(parts=["men", "boys"])),
    ("with fact 'cost'", lambda g: g["draft"][0].update(status="unsupported", error=None)),
    ("with error None", lambda g: g["draft"][0].update(error=None)),
]


@pytest.mark.parametrize(("problem", "slip"), SLIPS, ids=[problem for problem, _ in SLIPS])
def test_a_slip_is_found(problem: str, slip: Callable[[Gold], object], folder: pathlib.Path) -> None:
    gold = copy.deepcopy(GOLD | {"optional": []})
    slip(gold)
    assert [line for line in found(folder, gold) if problem in line]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("---\n", "", "no front matter"),
        ("title: Fire\n", "", "no title in the front matter"),
        ("+00:00", "", "published has no time zone"),
        ("2024-03-04T", "Monday ", "published is no ISO 8601 time"),
    ],
)
def test_a_faulty_head_is_found(old: str, new: str, problem: str, folder: pathlib.Path) -> None:
    (folder / "b.md").write_text(FILES["b.md"].replace(old, new), encoding="utf-8")
    assert found(folder, GOLD) == [f"b.md: {problem}"]
