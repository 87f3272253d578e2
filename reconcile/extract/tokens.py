"""One tokenisation of the original text, on which every later step works.

Tokens are held as parallel lists, not as objects: the extractor looks at every token of every document, and a list
look-up is what keeps that fast. Offsets always point into the original text; nothing is rewritten. For the same reason
the lists are made whole, by functions that run in C, and only the few tokens that may end a sentence are looked at one
by one.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import itemgetter

WORD, NUMBER, MARK = "w", "n", "s"

# The commonest form comes first. Groups of digits are counted, for a long run of them would be tried from each anew.
_PATTERN = re.compile(
    r"""
    (?=\S)(                                                  # at a space none of the forms below need be tried
        [A-Za-z]++(?=[\x20,\n]) | [,.](?=\s)                  # most of any text, at once
      | (?:[A-Za-z]\.){2,}                                   # U.S.  a.m.
      | [\u00bc-\u00be\u2150-\u215e]                         # vulgar fractions
      | [^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)*              # don't  O'Brien
      | \d{1,3}(?:,\d{3}){1,12}(?:\.\d+)?(?!,?\d)             # 1,234,567.8
      | \d{1,2}(?:,\d{2}){1,12},\d{3}(?:\.\d+)?               # 12,34,567 (Indian grouping)
      | \d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,12}(?:[.,]\d+)?(?!\d)   # 1 234 567 with a non-breaking or thin space
      | (?<![\d+)]\s)(?<![\d.,+/-])(?!\d{1,3}\x207[0-8]7\x20(?:[A-Z]|jet|plane|aircraft))  # 12 737 MAX jets
        \d{1,3}(?:\x20\d{3}){1,12}(?:,\d\d(?![\d,]))?(?![\d/-])(?!\x20\d)  # 12 500 with a plain space
      | \d{1,3}(?:\.\d{3}){2,12}(?:,\d+)?(?!\d)              # 1.234.567,8
      | \d{1,3}(?:\.\d{3}){1,12},\d+                          # 1.234,5
      | (?<!\d,)\d+,\d{1,2}(?![\d,])                         # 3,5 (decimal comma)
      | \d+(?:\.\d+)?
      | ['\u2019]s\b
      | (?<![A-Za-z])\.\d+
      | --+ | \.\.+ | [^\w\s] | _
    )
    """,
    re.VERBOSE,
)

_Form = tuple[str, str, bool]
_LOWER, _KIND, _ENDING = itemgetter(0), itemgetter(1), itemgetter(2)
_MOST_FORMS = 30_000
_ENDINGS = frozenset(".!?\u2026")
_CLOSERS = frozenset("\"')]}\u2019\u201d*_")
_TERMINALS = frozenset({".", "!", "?", "\u2026", "..", "..."})
# A run of tokens without an end of sentence is cut at this length: no sentence of real copy is as long, and what is
# read sentence by sentence stays linear in texts that have none.
_LONGEST_SENTENCE = 150
_SHORT_LINE = 60  # code points: a shorter line that ends without a sentence's end is a heading or an item of a list
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "in",
        "on",
        "at",
        "but",
        "and",
        "as",
        "for",
        "its",
        "his",
        "her",
    ]
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text.

    `text[start[i]:end[i]] == surface[i]`; `lower` is the lower-case surface; `kind` is WORD, NUMBER or MARK;
    `glued[i]` tells that no space stands before token i. `numbers` are the tokens of kind NUMBER. `sentences` are
    half-open token ranges, in order, `sentence[i]` is the ordinal of the one that holds token i, and `paragraph[k]` the
    ordinal of the paragraph that sentence k stands in.
    """

    text: str
    surface: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    kind: list[str]
    glued: list[bool]
    numbers: list[int]
    sentences: list[tuple[int, int]]
    sentence: list[int]
    paragraph: list[int]

    def sentence_of(self, token: int) -> int:
        """The ordinal of the sentence that holds `token`."""
        return self.sentence[token]

    def places(self, words: Container[str]) -> list[int]:
        """The tokens, in order, whose lower-case form is one of `words`."""
        return list(compress(count(), map(words.__contains__, self.lower)))


class _Forms(dict[str, _Form]):
    """The lower-case form and the kind of each token, and whether it may end a sentence: worked out once for each, as
    texts say the same few thousand over and over."""

    def __missing__(self, token: str) -> _Form:
        if len(self) >= _MOST_FORMS:
            self.clear()  # a text of made-up words must not fill the memory
        first = token[0] if len(token) == 1 or token[0].isalnum() else token[-1]  # .5 is a number, 's a word, -- a mark
        kind = NUMBER if first.isdecimal() else WORD if first.isalnum() else MARK
        self[token] = form = token.lower(), kind, token[-1] in _ENDINGS
        return form


_FORMS = _Forms()


def cut(text: str) -> list[str]:
    """The surfaces of the tokens of a text, and nothing else of them: enough for the phrases of the rules."""
    return _PATTERN.findall(text)


def tokenize(text: str, start: int = 0, abbreviations: frozenset[str] = frozenset()) -> Tokens:
    """The tokens of `text` from offset `start` on, split into sentences, in time linear in the text.

    `abbreviations` are lower-case words whose full stop does not end a sentence ("mr", "gen").
    """
    # Splitting at the tokens gives white space and token in turn, without an object for each match.
    pieces = _PATTERN.split(text[start:])
    spaces, surface = pieces[:-1:2], pieces[1::2]
    if not surface:
        return Tokens(text, [], [], [], [], [], [], [], [], [], [])
    bounds = list(accumulate(map(len, pieces), initial=start))
    starts, ends = bounds[1:-1:2], bounds[2::2]
    forms = list(map(_FORMS.__getitem__, surface))
    lower, kinds = list(map(_LOWER, forms)), list(map(_KIND, forms))
    ending = compress(count(), map(_ENDING, forms))
    glued = [not space for space in spaces]
    glued[0] = False
    breaks = dict(_line_breaks(text, start, spaces, starts))
    cuts = {*breaks, *_ends_of_sentences(ending, surface, lower, kinds, glued, abbreviations), len(surface)}
    sentences, sentence, paragraphs = _ranges(sorted({*cuts, *_long_runs(sorted(cuts), surface)}), breaks)
    numbers = [i for i, kind in enumerate(kinds) if kind == NUMBER]
    return Tokens(text, surface, lower, starts, ends, kinds, glued, numbers, sentences, sentence, paragraphs)


def _line_breaks(text: str, start: int, spaces: list[str], starts: list[int]) -> Iterator[tuple[int, bool]]:
    """The tokens that a line break which ends a unit of text stands before, and whether it ends a paragraph."""
    line_start = start
    line_end = text.find("\n", start, starts[-1])
    while line_end >= 0:
        i = bisect_left(starts, line_end)
        paragraph = spaces[i].count("\n") > 1
        if paragraph or _line_stands_alone(text, line_start, line_end, starts[i]):
            yield i, paragraph
        line_start = starts[i]
        line_end = text.find("\n", line_start, starts[-1])


def _line_stands_alone(text: str, line_start: int, line_end: int, next_start: int) -> bool:
    """Does a single line break end a unit of text: a heading, a list item, a line of a bulletin?"""
    if text[next_start] in "-*\u2022#>|\u2013\u2014":
        return True
    return line_end - line_start < _SHORT_LINE or text[line_end - 1 : line_end] in '.!?:;"\u201d'


def _ends_of_sentences(
    ending: Iterable[int],
    surface: list[str],
    lower: list[str],
    kinds: list[str],
    glued: list[bool],
    abbreviations: frozenset[str],
) -> Iterator[int]:
    """The first tokens of sentences that marks of punctuation cut off; `ending` are the tokens that may do so."""
    length = len(surface)
    for i in ending:
        token = surface[i]
        if token not in _TERMINALS:
            if _opens_sentence(surface, i + 1):
                yield i + 1  # "... in the U.S. The ministry ..."
            continue
        after = i + 1
        while after < length and surface[after] in _CLOSERS and glued[after]:
            after += 1
        if after >= length or glued[after] or surface[after][0].islower():
            continue
        if not (token == "." and i and (lower[i - 1] in abbreviations or _is_initial(surface[i - 1], kinds[i - 1]))):
            yield after


def _ranges(cuts: list[int], breaks: dict[int, bool]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Sentences as token ranges, the sentence of each token, and the paragraph of each sentence."""
    sentences: list[tuple[int, int]] = []
    sentence: list[int] = []
    paragraphs: list[int] = []
    begin = paragraph = 0
    for cut in cuts:
        if begin < cut:
            sentence += [len(sentences)] * (cut - begin)
            sentences.append((begin, cut))
            paragraphs.append(paragraph)
            begin = cut
        paragraph += breaks.get(cut, False)
    return sentences, sentence, paragraphs


def _long_runs(cuts: list[int], surface: list[str]) -> Iterator[int]:
    """Where to cut sentences that are longer than any in real copy: behind a comma or semicolon if there is one."""
    begin = 0
    for cut in cuts:
        while cut - begin > _LONGEST_SENTENCE:
            end = begin + _LONGEST_SENTENCE
            marks = (at for at in range(end, begin + _LONGEST_SENTENCE // 2, -1) if surface[at - 1] in ",;")
            begin = next(marks, end)
            yield begin
        begin = cut


def _is_initial(token: str, kind: str) -> bool:
    """A single capital letter before a full stop: an initial, as in "John F. Kennedy"."""
    return kind == WORD and len(token) == 1 and token.isupper() and token != "I"


def _opens_sentence(surface: list[str], i: int) -> bool:
    """After an abbreviation that may or may not end a sentence: does a common sentence opener follow?"""
    return i < len(surface) and surface[i][0].isupper() and surface[i].lower() in _OPENERS and len(surface[i]) > 1
