"""Places in a source's text, counted in Unicode code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of text: `source.text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it stands in its source, with its surface text."""

    start: int
    end: int
    text: str
