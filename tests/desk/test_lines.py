"""Where a key of a TOML file stands."""

import pytest

from reconcile.desk.lines import line_of, lines_of

TEXT = """# a comment
top = 1
dotted.key = 2
"quo ted" = 3

[a]
x = 1
[a.b]
y = { z = 1, w = 2 }
[[list]]
n = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 2),
        (("dotted", "key"), 3),
        (("dotted",), 3),
        (("quo ted",), 4),
        (("a",), 6),
        (("a", "x"), 7),
        (("a", "b"), 8),
        (("a", "b", "y", "z"), 9),
        (("a", "b", "c"), 8),
        (("nowhere",), None),
    ],
)
def test_line(path: tuple[str, ...], line: int | None) -> None:
    assert line_of(lines_of(TEXT), path) == line
