"""The labelled story sets: the labels are sound, and the comparison stays above the floors of floors.toml."""

import pathlib

import pytest

from tests.measuring import Figures, load_floors
from tests.stories import score
from tests.stories.labels import FOLDERS, HERE, sets
from tests.stories.measures import MEASURES
from tests.stories.validate import problems

SETS = sets()
FLOORS = load_floors(HERE)


@pytest.fixture(scope="session")
def reached() -> Figures:
    """The measures of each folder; all sets are compared once."""
    return score.by_folder(score.run(SETS))


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_the_labels_are_sound(folder: pathlib.Path) -> None:
    assert problems(folder) == []


def test_each_folder_holds_sets_of_its_own() -> None:
    assert {folder.parent.name for folder in SETS} == set(FOLDERS)
    assert len({folder.name for folder in SETS}) == len(SETS)


def test_every_measure_has_a_floor() -> None:
    assert {folder: list(floors) for folder, floors in FLOORS.items()} == {f: list(MEASURES) for f in FOLDERS}


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_comparison_stays_above_its_floor(folder: str, measure: str, reached: Figures) -> None:
    """See the misses with `python -m tests.stories.score --misses`, raise floors with `--floors`."""
    assert reached[folder][measure] >= FLOORS[folder][measure]
