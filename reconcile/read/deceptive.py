"""Characters by which a figure is not what it looks like. They are reported, never changed: offsets must hold."""

import re
from collections.abc import Iterator

from reconcile.facts import Problem

_MOST = 5  # problems of one kind for one document

_KINDS = (
    (
        re.compile("[\u202d\u202e]"),
        "text that is shown in another order than it is written (a right-to-left override)",
        "compare the figures of this line with what the page shows, and remove the override",
    ),
    (
        re.compile(r"\d[\u200b-\u200f\u00ad\u2060-\u2064\ufeff]{1,9}[\d.,]"),
        "an invisible character inside a figure",
        "remove it, or the figure is read as two",
    ),
    (
        re.compile(r"\d[\u066b\u066c\u02d9\uff0c\uff0e\u201a]\d"),
        "a figure with a separator that is not read",
        "write the figure with a point or a comma",
    ),
    (
        re.compile(
            r"(?<![\w.,])\d{1,12}(?:[.,]\d{1,3}){0,4}[OoIl\u041e\u043e\u0417\u0406\u0399\u039f\u03bf]\d{1,12}(?!\w)"
        ),
        "a letter among the digits of a figure",
        "write the digit that is meant",
    ),
    (
        re.compile(r"[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\U0001f100-\U0001f10c]"),
        "a circled or bracketed digit, which is not read as a figure",
        "write it as a plain digit if it is one",
    ),
)


# What ASCII, and so most texts, can hold of these.
_ASCII_KINDS = tuple(kind for kind in _KINDS if kind[0].search("1O0"))


def deceptive(text: str, where: str) -> Iterator[Problem]:
    """A Problem, with its line, for each place where a figure may not be what it looks like."""
    for pattern, message, hint in _KINDS if not text.isascii() else _ASCII_KINDS:
        for count, match in enumerate(pattern.finditer(text)):
            if count == _MOST:
                break
            line = text.count("\n", 0, match.start()) + 1
            yield Problem(where, line, message, hint)
