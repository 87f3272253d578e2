"""One tokenisation of the original text, on which every later step works.

Tokens are held as parallel lists, not as objects: the extractor looks at every token of every document, and a list
look-up is what keeps that fast. Offsets always point into the original text; nothing is rewritten.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

WORD, NUMBER, MARK, BREAK = "w", "n", "s", "b"

_PATTERN = re.compile(
    r"""
    (?P<n>
        \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)                 # 1,234,567.8
      | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?                   # 12,34,567 (Indian grouping)
      | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?!\d)   # 1 234 567 with a non-breaking or thin space
      | (?<![\d+)]\s)(?<![\d.,+/-])\d{1,3}(?:\x20\d{3})+(?![\d/-])(?!\x20\d)   # 12 500 with a plain space
      | \d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)                # 1.234.567,8
      | \d{1,3}(?:\.\d{3})+,\d+                              # 1.234,5
      | \d+,\d{1,2}(?![\d,])                                 # 3,5 (decimal comma)
      | \d+(?:\.\d+)?
      | \.\d+
    )
  | (?P<w>
        (?:[A-Za-z]\.){2,}                                   # U.S.  a.m.
      | [^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*              # don't  O'Brien
      | ['\u2019]s\b
    )
  | (?P<b>\n[^\S\n]*(?:\n\s*)+ | \n)
  | (?P<s>--+|\.\.+|[^\w\s]|_)
    """,
    re.VERBOSE,
)

_CLOSERS = frozenset("\"')]}\u2019\u201d*_")
_TERMINALS = frozenset({".", "!", "?", "\u2026", "..", "..."})
_SHORT_LINE = 60


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text.

    `text[start[i]:end[i]] == surface[i]`; `lower` is the lower-case surface; `kind` is WORD, NUMBER or MARK;
    `glued[i]` tells that no space stands before token i. `sentences` are half-open token ranges, in order, and
    `paragraph[k]` is the ordinal of the paragraph that sentence k stands in.
    """

    text: str
    surface: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    kind: list[str]
    glued: list[bool]
    sentences: list[tuple[int, int]]
    paragraph: list[int]

    def sentence_of(self, token: int) -> int:
        """The ordinal of the sentence that holds `token`."""
        return bisect_right(self.sentences, (token, len(self.surface) + 1)) - 1


def tokenize(text: str, start: int = 0, abbreviations: frozenset[str] = frozenset()) -> Tokens:
    """The tokens of `text` from offset `start` on, split into sentences, in time linear in the text.

    `abbreviations` are lower-case words whose full stop does not end a sentence ("mr", "gen").
    """
    surface: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[str] = []
    breaks: dict[int, bool] = {}  # token index that a line break stands before -> does a paragraph end there
    line_start = start
    for match in _PATTERN.finditer(text, start):
        kind = match.lastgroup
        at, to = match.span()
        if kind == BREAK:
            token = match.group()
            index = len(surface)
            paragraph = token.count("\n") > 1
            if paragraph or _line_stands_alone(text, line_start, at, to):
                breaks[index] = breaks.get(index, False) or paragraph
            line_start = to
            continue
        surface.append(match.group())
        starts.append(at)
        ends.append(to)
        kinds.append(kind or MARK)
    lower = [word.lower() for word in surface]
    glued = [False] + [starts[i] == ends[i - 1] for i in range(1, len(starts))] if starts else []
    sentences, paragraphs = _split(surface, lower, kinds, glued, breaks, abbreviations)
    return Tokens(text, surface, lower, starts, ends, kinds, glued, sentences, paragraphs)


def _line_stands_alone(text: str, line_start: int, line_end: int, next_start: int) -> bool:
    """Does a single line break end a unit of text: a heading, a list item, a line of a bulletin?"""
    if text[next_start : next_start + 1] in "-*\u2022#>|\u2013\u2014":
        return True
    last = text[line_end - 1 : line_end]
    return line_end - line_start < _SHORT_LINE or last in ".!?:;\"\u201d"


def _split(
    surface: list[str],
    lower: list[str],
    kinds: list[str],
    glued: list[bool],
    breaks: dict[int, bool],
    abbreviations: frozenset[str],
) -> tuple[list[tuple[int, int]], list[int]]:
    """Sentences as token ranges, and the paragraph ordinal of each."""
    cuts = set(breaks)
    count = len(surface)
    for i, token in enumerate(surface):
        if token not in _TERMINALS:
            if token[-1] == "." and len(token) > 1 and _opens_sentence(surface, kinds, i + 1):
                cuts.add(i + 1)  # "... in the U.S. The ministry ..."
            continue
        after = i + 1
        while after < count and surface[after] in _CLOSERS and glued[after]:
            after += 1
        if after >= count or glued[after]:
            continue
        if token == "." and i and (lower[i - 1] in abbreviations or _is_initial(surface, kinds, i - 1)):
            continue
        first = surface[after][0]
        if not first.islower():
            cuts.add(after)
    sentences: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    begin = paragraph = 0
    for cut in sorted(cuts | {count}):
        if cut > begin:
            sentences.append((begin, cut))
            paragraphs.append(paragraph)
            begin = cut
        if breaks.get(cut):
            paragraph += 1
    return sentences, paragraphs


def _is_initial(surface: list[str], kinds: list[str], i: int) -> bool:
    """A single capital letter before a full stop: an initial, as in "John F. Kennedy"."""
    return kinds[i] == WORD and len(surface[i]) == 1 and surface[i].isupper() and surface[i] != "I"


_OPENERS = frozenset("the a an it he she they we this that these those in on at but and as for its his her".split())


def _opens_sentence(surface: list[str], kinds: list[str], i: int) -> bool:
    """After an abbreviation that may or may not end a sentence: does a common sentence opener follow?"""
    return i < len(surface) and surface[i][0].isupper() and surface[i].lower() in _OPENERS and len(surface[i]) > 1
