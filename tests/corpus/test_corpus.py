"""The labelled sentences: the labels are well formed, and the reading stays above the floors of floors.toml.

Without CORPUS_STRICT=1 in the environment no single sentence fails, only a file whose accuracy drops below its floor.
"""

import functools
import os

import pytest

from tests.corpus import score
from tests.measuring import load_floors

CASES = score.load()
FILES = sorted({case.file for case in CASES})
FLOORS = load_floors(score.FOLDER)
STRICT = CASES if os.environ.get("CORPUS_STRICT") else []
KINDS = {"count", "money", "percent", "measure", "duration", "date", "rank", "ratio", "score", "age"}
HEDGES = {"exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague", "any"}
CHOICES = {
    "kind": KINDS,
    "hedge": HEDGES,
    "change": {"none", "up", "down"},
    "scope": {"total", "part", "additional", "level", "change"},
    "standing": {"asserted", "planned", "estimated", "denied", "hypothetical"},
}


@functools.cache
def tally(name: str) -> score.Tally:
    return score.run(score.load([name]))[name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_label_is_well_formed(case: score.Case) -> None:
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


def test_every_measure_has_a_floor() -> None:
    assert {name: tuple(floors) for name, floors in FLOORS.items()} == dict.fromkeys(FILES, score.METRICS)


@pytest.mark.parametrize("name", FILES)
def test_reading_stays_above_its_floor(name: str) -> None:
    """Accuracy per file; raise the floors with `python -m tests.corpus.score --floors`."""
    got, floor = tally(name).metrics(), FLOORS[name]
    low = {m: (round(got[m], 3), floor[m]) for m in score.METRICS if got[m] < floor[m]}
    assert not low, f"below the floor (got, floor): {low}\n" + "\n".join(tally(name).faults[:40])


@pytest.mark.skipif(not STRICT, reason="set CORPUS_STRICT=1 to judge sentence by sentence")
@pytest.mark.parametrize("case", STRICT, ids=lambda case: case.name)
def test_case(case: score.Case) -> None:
    """All claims of the sentence and no other, with every labelled field right."""
    faults = score.judge(case, score.read(case)).faults
    assert not faults, "\n".join(faults)
