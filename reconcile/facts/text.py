"""Places in a source's text, counted in Unicode code points."""

import re
from dataclasses import dataclass

_OPENING, _CLOSING = "<!--", "-->"
# A comment of our own in plain text runs to the end of its line; that of an address (https://reconcile:80) is none.
_COMMENT = re.compile(r"<!--|(?<!\S)//[ \t]*reconcile:[^\r\n]*")


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


def comments(text: str) -> tuple[Span, ...]:
    """The stretches of a text that no reader sees: `<!-- ... -->`, and `// reconcile: ...` to the end of its line.

    What nothing closes is no comment. Linear in the text.
    """
    if _OPENING not in text and "//" not in text:
        return ()  # nearly every text: two searches for a word cost far less than the pattern
    found: list[Span] = []
    last = text.rfind(_CLOSING)
    match = _COMMENT.search(text)
    while match:
        start, end = match.span()
        if match[0] == _OPENING:
            end = text.index(_CLOSING, end) + len(_CLOSING) if end <= last else end
        if match[0] != _OPENING or end > match.end():
            found.append(Span(start, end))
        match = _COMMENT.search(text, end)
    return tuple(found)
