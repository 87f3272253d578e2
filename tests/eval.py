"""Prints every figure of the project's own measures beside its floor; exits 1 when one has fallen below.

usage: python -m tests.eval
"""

import sys

from tests.corpus import score as corpus
from tests.drafts import labels as drafted
from tests.drafts import score as drafts
from tests.measuring import Figures, load_floors
from tests.stories import labels
from tests.stories import score as stories

ROW, CELL = 28, 18


def main() -> int:
    sets = stories.by_folder(stories.run(labels.sets()))
    checks = drafts.figures(drafts.by_file())
    sentences = corpus.by_file(corpus.run(corpus.load()))
    floors = [load_floors(folder) for folder in (labels.HERE, drafted.HERE, corpus.FOLDER)]
    lines = [*grid("story sets", turned(sets), turned(floors[0])), "", *grid("drafts", checks, floors[1])]
    lines += ["", *grid("sentences", sentences, floors[2])]
    print("\n".join(lines))  # noqa: T201
    return int(any(map(below, (sets, checks, sentences), floors)))


def grid(title: str, reached: Figures, floors: Figures) -> list[str]:
    """A line a row and a column a measure; each cell is the figure and its floor."""
    lines = [f"{title:{ROW}}" + "".join(f"{name:>{CELL}}" for name in next(iter(reached.values())))]
    for row, measures in reached.items():
        cells = (cell(value, floors[row][name]) for name, value in measures.items())
        lines.append(f"{row:{ROW}}" + "".join(f"{text:>{CELL}}" for text in cells))
    return lines


def cell(value: float, floor: float) -> str:
    return f"{value:.3f} {'>=' if value >= floor else ' <'} {floor:.3f}"


def below(reached: Figures, floors: Figures) -> bool:
    """Whether any figure is below its floor."""
    return any(value < floors[row][name] for row, measures in reached.items() for name, value in measures.items())


def turned(figures: Figures) -> Figures:
    """Rows for columns."""
    names = next(iter(figures.values()))
    return {name: {row: measures[name] for row, measures in figures.items()} for name in names}


if __name__ == "__main__":
    sys.exit(main())
