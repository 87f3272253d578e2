"""The marked drafts: the marks are sound, the scorer counts, and the check stays above the floors of floors.toml."""

import tomllib
from typing import Any

import pytest

from reconcile import Source
from tests.drafts import score
from tests.drafts.labels import FILES, HERE, Draft, Mark, load, marked, unmarked
from tests.drafts.score import MEASURES, Tally
from tests.measuring import Figures, load_floors
from tests.stories.validate import ERRORS

FLOORS = load_floors(HERE)
HOWS = {
    "copied", "rounding", "bound", "conversion", "sum", "difference", "share", "change", "multiple", "dates",
}  # fmt: skip
SLIPS = {
    "digits", "digit", "magnitude", "unit", "points", "bound", "stale", "direction", "period", "date", "swapped",
    "other",
}  # fmt: skip
PAIRS: list[dict[str, Any]] = [
    pair
    for name, drafts in FILES.items()
    if drafts is marked
    for pair in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
]


@pytest.fixture(scope="session")
def reached() -> Figures:
    """The measures of each file; all drafts are checked once."""
    return score.figures(score.by_file())


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["id"])
def test_the_marks_are_sound(pair: dict[str, Any]) -> None:
    for written in pair["drafts"]:
        draft = unmarked(pair, written)
        assert draft.marks, written
        assert not set("{}") & set(draft.text.text), written
        for mark in draft.marks:
            assert mark.kind in (HOWS if mark.right else SLIPS), written
            assert draft.text.text[mark.span[0] : mark.span[1]].strip(), written


def test_the_labels_of_second_drafts_are_sound() -> None:
    for draft in load("second"):
        marks = [mark for mark in draft.marks if not mark.right]
        assert marks, draft.group
        assert {mark.kind for mark in marks} <= {*ERRORS, "unsupported"}, draft.group
        assert len({mark.span for mark in draft.marks}) == len(draft.marks), draft.group


def test_each_pair_has_a_name_of_its_own_and_right_and_wrong_figures() -> None:
    assert len({pair["id"] for pair in PAIRS}) == len(PAIRS)
    for pair in PAIRS:
        marks = [mark for written in pair["drafts"] for mark in unmarked(pair, written).marks]
        assert {mark.right for mark in marks} == {True, False}, pair["id"]


def test_marks_are_taken_out_of_the_text() -> None:
    pair = {"id": "x", "article": "A", "published": "2024-01-01"}
    draft = unmarked(pair, "Blast kills {12 =copied}, hurts {7 !digit} in port")
    assert draft.text.text == "Blast kills 12, hurts 7 in port"
    assert draft.marks == (Mark((12, 14), right=True, kind="copied"), Mark((22, 23), right=False, kind="digit"))


def test_the_measures_count_what_they_say() -> None:
    tally = Tally()
    found = [("supported", True, "sum"), ("contradicted", True, "copied"), ("missed", True, "copied")]
    found += [("supported", False, "other"), ("unsupported", False, "digit"), ("contradicted", False, "digit")]
    for status, right, kind in [*found, ("missed", False, "other")]:
        tally.note(Mark((0, 1), right, kind), status, status)
    expected = (0.5, 0.25, 1 / 3, 2 / 3, 1.0)
    assert tally.metrics() == pytest.approx(dict(zip(MEASURES, expected, strict=True)))
    assert tally.faults == ["contradicted", "missed", "supported", "missed"]


def test_a_look_up_passes_whatever_stands_in_the_article() -> None:
    article = "The blast killed 12 people and hurt 30. It happened on 4 March 2024."
    wrong = Mark((15, 17), right=False, kind="other")
    told, text = (Source.from_text(each, each[0], published="2024-03-05") for each in (article, "A blast killed 30."))
    draft = Draft("x", text, (told,), (wrong,))
    assert score.run([draft], score.looked_up).metrics()["flagged"] == 0


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("name", FILES)
def test_the_check_stays_above_its_floor(name: str, measure: str, reached: Figures) -> None:
    """See the misses with `python -m tests.drafts.score --misses`, raise floors with `--floors`."""
    assert reached[name][measure] >= FLOORS[name][measure]
