"""The labelled sentences: the labels are well formed, and the reading stays above the floors of floors.toml.

Without CORPUS_STRICT=1 in the environment no single sentence fails, only a file whose accuracy drops below its floor.
"""

import functools
import importlib.util
import os
import pathlib
import sys
import tomllib
from typing import Any

import pytest

HERE = pathlib.Path(__file__).parent


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("corpus_score", HERE / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpus_score"] = module
    spec.loader.exec_module(module)
    return module


score = _scorer()
CASES = score.load()
FILES = sorted({case.file for case in CASES})
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
KINDS = {"count", "money", "percent", "measure", "duration", "date", "rank", "ratio", "score", "age"}
HEDGES = {"exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague", "any"}
CHOICES = {
    "kind": KINDS,
    "hedge": HEDGES,
    "change": {"none", "up", "down"},
    "scope": {"total", "part", "additional", "level", "change"},
    "standing": {"asserted", "planned", "estimated", "denied", "hypothetical"},
}


def engine() -> Any:
    """The program, or a skip while it cannot read yet."""
    reconcile = pytest.importorskip("reconcile")
    if not all(hasattr(reconcile, name) for name in ("extract", "to_dict", "Source")):
        pytest.skip("reconcile cannot extract yet")
    return reconcile


@functools.cache
def tally(name: str) -> Any:
    return score.run(score.load([name]))[name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_label_is_well_formed(case: Any) -> None:
    """Every surface stands in its sentence, once or with `nth`; fields, choices and figures make sense."""
    for label in case.claims:
        places = score.occurrences(case.text, label["text"])
        assert places, f"{label['text']!r} is not in the text"
        assert len(places) == 1 or "nth" in label, f"{label['text']!r} stands {len(places)} times: add nth"
        assert label.get("nth", 1) <= len(places)
        assert set(label) <= score.KEYS, set(label) - score.KEYS
        for key, allowed in CHOICES.items():
            assert set(score.listed(label.get(key, []))) <= allowed, f"{key} of {label['text']!r}"
        if {"low", "high"} <= set(label):
            assert label["low"] <= label["high"]
        if label.get("hedge") in ("range", "vague"):
            assert {"low", "high"} <= set(label)
        if "equivalent_of" in label:
            assert any(other["text"] == label["equivalent_of"] for other in case.claims)
    spans = [score.span(case, label) for label in case.claims]
    assert len(set(spans)) == len(spans), "two labels on one span"
    for surface in case.optional:
        assert score.occurrences(case.text, surface), f"{surface!r} is not in the text"


def test_no_sentence_stands_twice() -> None:
    texts = [case.text for case in CASES]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", FILES)
def test_reading_stays_above_its_floor(name: str) -> None:
    """Accuracy per file; raise the floors with `python tests/corpus/score.py --floors`."""
    engine()
    got = tally(name).metrics()
    floor = FLOORS.get(name, {})
    low = {m: (round(got[m], 3), floor[m]) for m in score.METRICS if got[m] < floor.get(m, 0)}
    assert not low, f"below the floor (got, floor): {low}\n" + "\n".join(tally(name).faults[:40])


@pytest.mark.skipif(not os.environ.get("CORPUS_STRICT"), reason="set CORPUS_STRICT=1 to judge sentence by sentence")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Any) -> None:
    """All claims of the sentence and no other, with every labelled field right."""
    engine()
    faults = score.judge(case, score.read(case)).faults
    assert not faults, "\n".join(faults)
