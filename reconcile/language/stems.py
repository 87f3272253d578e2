"""Words cut to what their inflected forms have in common, where a text comes without lemmas."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = 6


def stem(word: str) -> str:
    """The first letters of a word: "evacuated" and "evacuation" meet in "evacua"."""
    return word[:_LETTERS]


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """The words of four letters and more, in lower case, each with the offset at which it starts."""
    return ((found.start(), found.group().lower()) for found in _WORD.finditer(text))
