"""A shallow reading of one sentence: a part of speech for each token, and the noun phrases and verb groups they form.

Tags are one letter: N noun, E proper noun, J adjective, D determiner, O pronoun, R adverb, P preposition, X infinitive "to",
V verb, A auxiliary, C conjunction, S subordinator, G possessive 's, # figure, T date; a mark is its own tag.
Only sentences that hold a figure are parsed.
"""

from typing import NamedTuple

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import MARK, Tokens

NOMINAL = frozenset("NE")
_IN_PHRASE = frozenset("NEJD#GO")
_QUOTES = frozenset("\"\u201c\u201d\u2018\u2019'`")
_HYPHENS = frozenset("-\u2010\u2011/&")


class Chunk(NamedTuple):
    """A run of tokens: kind N (noun phrase), V (verb group), T (date), else the tag of the single token."""

    kind: str
    first: int
    last: int


class Parse(NamedTuple):
    """The reading of the sentence over tokens `first`..`end` (exclusive); `tags` and `chunk_of` are indexed from `first`."""

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
    tags = _tag(tokens, first, end, cover, lexicon)
    chunks = _open_clauses(tokens, _chunk(tokens, first, tags), lexicon)
    chunk_of = [0] * (end - first)
    for k, chunk in enumerate(chunks):
        chunk_of[chunk.first - first : chunk.last + 1 - first] = [k] * (chunk.last + 1 - chunk.first)
    return Parse(tokens, first, end, tags, chunks, chunk_of)


def _tag(tokens: Tokens, first: int, end: int, cover: dict[int, str], lexicon: Lexicon) -> list[str]:
    tags: list[str] = []
    add = tags.append
    pos, verbs, kinds, lower, surface = lexicon.pos, lexicon.verbs, tokens.kind, tokens.lower, tokens.surface
    previous, start = "", True
    shouting = False
    for i in range(first, end):
        word, tag = lower[i], cover.get(i)
        if tag is None:
            if kinds[i] == MARK:
                tag = _mark(tokens, i, end, previous)
            elif word in ("'s", "\u2019s"):
                tag = "G" if previous in "NE" or previous == "T" else "A"
            else:
                capital = surface[i][0].isupper()
                known = pos.get(word)
                if known is not None and not (capital and not start and (surface[i].isupper() and len(word) > 1 or known in "JN")) and not (start and word == "us" and surface[i] == "US"):
                    tag = known
                elif word in verbs and not (capital and not start):
                    tag = _verb_or_noun(tokens, i, end, previous, tags, lexicon)
                elif capital and (not start or word not in lexicon.singulars and word not in lexicon.noun_class):
                    tag = "E"
                elif word.endswith("ly") and word not in lexicon.noun_class:
                    tag = "R"
                else:
                    tag = "N"
        add(tag)
        if tag != "R":
            previous = tag
        start = start and tag in ('"', "(", "*", "-", "#", "_") and tag != "#" or tag in ":\u2014"
    return tags


def _mark(tokens: Tokens, i: int, end: int, previous: str) -> str:
    mark = tokens.surface[i]
    if mark in _QUOTES and not (mark in "'\u2019" and tokens.glued[i] and previous in "NE"):
        return '"'
    if mark in "'\u2019":
        return "G"  # workers' dormitory
    if mark in _HYPHENS and tokens.glued[i] and i + 1 < end and tokens.glued[i + 1]:
        return "J"
    if mark in "\u2013\u2014--":
        return "-"
    return mark[0]


def _verb_or_noun(tokens: Tokens, i: int, end: int, previous: str, tags: list[str], lexicon: Lexicon) -> str:
    """The tag of a word that has the form of a verb, from what stands before and after it."""
    word = tokens.lower[i]
    lemma, form = lexicon.verbs[word]
    following = tokens.lower[i + 1] if i + 1 < end else ""
    noun_known = word in lexicon.singulars or word in lexicon.noun_class or word in lexicon.noun_event
    if previous == "A":
        return "V" if form != "s" else "N"
    if form == "x":
        form = "b" if previous in ("P", "A") else "d"
    if previous == "P" and tokens.lower[i - 1] == "to" and form == "b":
        tags[-1] = "X"
        return "V"
    if previous == "X":
        return "V"
    if previous in ("D", "J", "G", "#"):
        if form == "d":
            return "J" if previous != "#" and _noun_follows(tokens, i, end, lexicon) else ("V" if previous == "#" else "J")
        if form == "g":
            return "V" if previous == "#" and not _noun_follows(tokens, i, end, lexicon) else "N"
        return "N"
    if previous == "P":
        return {"g": "V", "d": "J"}.get(form, "N")
    if form == "g" and noun_known and previous in ("N", "E", "T"):
        return "N"
    if form == "d" or form == "g":
        return "V"
    if previous == "O":
        return "V"
    opens = lexicon.pos.get(following, "") in "DPOR" and following != "" or following == "that" or i + 1 < end and tokens.kind[i + 1] == "n"
    if form == "s":
        subject = previous in ("E", "S", ")", ",", '"') and (opens or not noun_known)
        return "V" if subject or previous == "N" and opens else "N"
    plural_before = previous in NOMINAL and tokens.lower[i - 1].endswith("s") or previous == "S"
    return "V" if plural_before and (opens or not noun_known) else ("N" if noun_known or previous in NOMINAL else "V")


def _noun_follows(tokens: Tokens, i: int, end: int, lexicon: Lexicon) -> bool:
    if i + 1 >= end or tokens.kind[i + 1] != "w":
        return False
    word = tokens.lower[i + 1]
    return lexicon.pos.get(word, "N") in "NJ"


def _chunk(tokens: Tokens, first: int, tags: list[str]) -> list[Chunk]:
    chunks: list[Chunk] = []
    count, i = len(tags), 0
    while i < count:
        tag = tags[i]
        if tag in _IN_PHRASE:
            last = _phrase_end(tokens, first, tags, i)
            kind = "N"
        elif tag in "AVX" or tag == "R" and i + 1 < count and tags[i + 1] in "AV":
            last = _group_end(tags, i)
            kind = "V"
        elif tag == "T":
            last = i
            while last + 1 < count and tags[last + 1] == "T":
                last += 1
            kind = "T"
            if last + 1 < count and tags[last + 1] == "G":
                last, kind = _phrase_end(tokens, first, tags, last + 1), "N"
        else:
            last, kind = i, tag
        chunks.append(Chunk(kind, first + i, first + last))
        i = last + 1
    return chunks


def _open_clauses(tokens: Tokens, chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """Words such as "after" and "as" open a clause where a noun phrase and a verb follow, else a phrase."""
    for k, chunk in enumerate(chunks):
        if chunk.kind in "PS" and tokens.lower[chunk.first] in lexicon.clause_openers:
            clause = k + 2 < len(chunks) and chunks[k + 1].kind == "N" and chunks[k + 2].kind in "VT"
            chunks[k] = chunk._replace(kind="S" if clause else "P")
    return chunks


def _phrase_end(tokens: Tokens, first: int, tags: list[str], i: int) -> int:
    """The last token of the noun phrase that starts at `i`."""
    if tags[i] == "O" and not (i + 1 < len(tags) and tags[i + 1] == "#"):
        return i
    named = tags[i] in NOMINAL or tags[i] == "#"
    last = i
    j = i + 1
    while j < len(tags):
        tag = tags[j]
        if tag == "G":
            named = False
        elif tag in NOMINAL:
            if tag == "E" and tags[j - 1] == "#" and i > 0 and tags[i] == "#" and tags[i - 1] in NOMINAL:
                break  # a list: "FTSE -0.6% CAC -1.7%"
            named = True
        elif tag == "#":
            if named and tags[j - 1] != "#":
                break
            named = True
        elif tag == "R":
            if j + 1 >= len(tags) or tags[j + 1] not in "J#N" or named and tags[j + 1] == "#":
                break
            j += 1
            continue
        elif tag == "J":
            if named and tags[j - 1] in NOMINAL and not tokens.glued[first + j]:
                break
        elif tag == "D":
            if named:
                break
        else:
            break
        last = j
        j += 1
    return last


def _group_end(tags: list[str], i: int) -> int:
    """The last token of the verb group that starts at `i`: "has been sent", "is expected to arrive"."""
    last = i
    j = i + 1
    while j < len(tags):
        tag = tags[j]
        if tag in "AV":
            if tag == "A" and tags[last] == "V":
                break
            last = j
        elif tag == "X":
            last = j
        elif tag != "R":
            break
        j += 1
    return last if tags[last] != "R" else i
