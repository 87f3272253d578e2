"""What of a text is no article, covered over so that no word of it is read and every offset holds: comments, and the
notes of a source on its own corrections and embargo, which give the figures that it takes back."""

import re
from collections.abc import Collection

from reconcile.facts.text import comments

_LINE = re.compile(r"[^\n]+")
_MARKS = " *_-\u2022()[]\t\r"  # of lists and emphasis around a line
_AFTER = re.compile(r"[ \t]*(\r?\n)?")


def without_comments(text: str) -> str:
    """The text with its comments made blank, as long as it was.

    A comment at the end of a line leaves that line as short as it was without it, one on a line of its own leaves no
    empty line: both would otherwise end a sentence or a paragraph that goes on.
    """
    pieces: list[str] = []
    done = 0
    for span in comments(text):
        line = max(text.rfind("\n", done, span.start) + 1, done)
        start = line + len(text[line : span.start].rstrip(" \t"))
        after = _AFTER.match(text, span.end)
        end = after.end() if after else span.end
        breaks = bool(after and after[1]) and text[start - 1 : start] not in ("", "\n")
        pieces += [text[done:start], ("\n" if breaks else "").ljust(end - start)]
        done = end
    return "".join(pieces) + text[done:] if pieces else text


def without_notes(text: str, notes: Collection[str]) -> str:
    """The text with the lines made blank that are one of these notes; as long as it was."""
    return _LINE.sub(lambda line: " " * len(line[0]) if _said(line[0]) in notes else line[0], text) if notes else text


def _said(line: str) -> str:
    return " ".join(line.strip(_MARKS).split())
