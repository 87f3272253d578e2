"""A shallow reading of one sentence: the noun phrases and verb groups that its tagged tokens form.

Only sentences that hold a figure are read. Tags are those of `tagging`.
"""

from typing import NamedTuple

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tagging import NOMINAL, tag_sentence
from reconcile.extract.tokens import Tokens

__all__ = ["NOMINAL", "Chunk", "Parse", "parse"]

_IN_PHRASE = frozenset("NEJD#GO")


class Chunk(NamedTuple):
    """A run of tokens: kind N (noun phrase), V (verb group), T (date), else the tag of the single token."""

    kind: str
    first: int
    last: int


class Parse(NamedTuple):
    """The reading of the sentence over tokens `first`..`end` (exclusive); `tags` and `chunk_of` count from `first`."""

    tokens: Tokens
    first: int
    end: int
    tags: list[str]
    chunks: list[Chunk]
    chunk_of: list[int]

    def tag(self, token: int) -> str:
        """The tag of a token of the sentence."""
        return self.tags[token - self.first]

    def chunk_at(self, token: int) -> int:
        """The ordinal of the chunk that holds a token."""
        return self.chunk_of[token - self.first]

    def text(self, first: int, last: int) -> str:
        """The surface between two tokens, white space folded."""
        tokens = self.tokens
        return " ".join(tokens.text[tokens.start[first] : tokens.end[last]].split())


def parse(tokens: Tokens, first: int, end: int, cover: dict[int, str], lexicon: Lexicon) -> Parse:
    """Reads the sentence over tokens `first`..`end`; `cover` gives the tag of tokens that figures and dates occupy."""
    tags = tag_sentence(tokens, first, end, cover, lexicon)
    chunks = _open_clauses(tokens, _chunks(tokens, first, tags), lexicon)
    chunk_of = [0] * (end - first)
    for k, chunk in enumerate(chunks):
        chunk_of[chunk.first - first : chunk.last + 1 - first] = [k] * (chunk.last + 1 - chunk.first)
    return Parse(tokens, first, end, tags, chunks, chunk_of)


def _chunks(tokens: Tokens, first: int, tags: list[str]) -> list[Chunk]:
    chunks: list[Chunk] = []
    i = 0
    while i < len(tags):
        kind, last = _chunk_at(tokens, first, tags, i)
        chunks.append(Chunk(kind, first + i, first + last))
        i = last + 1
    return chunks


def _chunk_at(tokens: Tokens, first: int, tags: list[str], i: int) -> tuple[str, int]:
    """The kind and the last token of the chunk that starts at `i`."""
    tag = tags[i]
    if tag in _IN_PHRASE:
        return "N", _phrase_end(tokens, first, tags, i)
    if tag in "AVX" or (tag == "R" and i + 1 < len(tags) and tags[i + 1] in "AV"):
        return "V", _group_end(tags, i)
    if tag != "T":
        return tag, i
    last = i
    while last + 1 < len(tags) and tags[last + 1] == "T":
        last += 1
    if last + 1 < len(tags) and tags[last + 1] == "G":
        return "N", _phrase_end(tokens, first, tags, last + 1)  # Tuesday's vote
    return "T", last


def _phrase_end(tokens: Tokens, first: int, tags: list[str], i: int) -> int:
    """The last token of the noun phrase that starts at `i`."""
    if tags[i] == "O" and not (i + 1 < len(tags) and tags[i + 1] == "#"):
        return i
    named = tags[i] in NOMINAL or tags[i] == "#"
    last = i
    for j in range(i + 1, len(tags)):
        tag = tags[j]
        if tag == "R":
            if not _modifies_on(tags, j, named):
                break
            continue
        if not _goes_on(tokens, first, tags, i, j, named):
            break
        if tag in "GNE#":
            named = tag != "G" and not (tag == "#" and j + 1 < len(tags) and tags[j + 1] in "JC")
        last = j
    return last


def _modifies_on(tags: list[str], j: int, named: bool) -> bool:
    """Does the adverb at `j` modify what follows in the same phrase ("a newly built hall")?"""
    following = tags[j + 1] if j + 1 < len(tags) else ""
    return following in ("J", "N") or (following == "#" and not named)


def _goes_on(tokens: Tokens, first: int, tags: list[str], i: int, j: int, named: bool) -> bool:
    """Does the phrase that started at `i` and has (`named`) or lacks its noun so far take in the token at `j`?"""
    tag, before = tags[j], tags[j - 1]
    if tag == "#":
        return not named or before == "#"
    if tag == "E" and before == "#" and tags[i] == "#" and i > 0 and tags[i - 1] in NOMINAL:
        return False  # a list: "FTSE -0.6% CAC -1.7%"
    if tag == "J":
        return not (named and before in NOMINAL) or tokens.glued[first + j]
    if tag == "D":
        return not named
    if tag == "C":
        return before == "J" and j + 1 < len(tags) and tags[j + 1] == "J" and not named
    return tag in "GNE"


def _group_end(tags: list[str], i: int) -> int:
    """The last token of the verb group that starts at `i`: "has been sent", "is expected to arrive"."""
    last = i
    for j in range(i + 1, len(tags)):
        tag = tags[j]
        if tag == "R":
            continue
        if tag not in "AVX" or (tag == "A" and tags[last] == "V"):
            break
        last = j
    return last if tags[last] != "R" else i


def _open_clauses(tokens: Tokens, chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """Words such as "after" and "as" open a clause where a noun phrase and a verb follow, else a phrase."""
    for k, chunk in enumerate(chunks):
        if chunk.kind in "PS" and tokens.lower[chunk.first] in lexicon.clause_openers:
            clause = k + 2 < len(chunks) and chunks[k + 1].kind == "N" and chunks[k + 2].kind in "VT"
            chunks[k] = chunk._replace(kind="S" if clause else "P")
    return chunks
