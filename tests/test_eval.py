"""The table of `make eval`."""

from tests.eval import below, grid, turned

REACHED = {"shared": {"recall": 0.9, "precision": 0.7}, "own": {"recall": 0.8, "precision": 0.6}}
FLOORS = {"shared": {"recall": 0.9, "precision": 0.75}, "own": {"recall": 0.1, "precision": 0.2}}


def test_each_figure_stands_beside_its_floor() -> None:
    lines = [line.split() for line in grid("sets", turned(REACHED), turned(FLOORS))]
    assert lines == [
        ["sets", "shared", "own"],
        ["recall", "0.900", ">=", "0.900", "0.800", ">=", "0.100"],
        ["precision", "0.700", "<", "0.750", "0.600", ">=", "0.200"],
    ]


def test_a_figure_below_its_floor_is_noticed() -> None:
    assert below(REACHED, FLOORS)
    assert not below({"own": REACHED["own"]}, FLOORS)
