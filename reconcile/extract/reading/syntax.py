"""A shallow reading of one sentence: the noun phrases and verb groups that its tagged tokens form.

Only sentences that hold a figure are read. Tags are those of `tagging`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.event_phrases import Phrase, find_phrases
from reconcile.extract.reading.tagging import tag_sentence
from reconcile.extract.reading.verbal import NOMINAL
from reconcile.extract.tokens import WORD, Tokens

__all__ = ["LABEL", "NOMINAL", "Chunk", "Parse", "parse", "with_tag"]

LABEL = frozenset(":=")  # between a label and its figure; "=" where the figure is all that follows in its item

_IN_PHRASE = frozenset("NEJD#GO")
_BEFORE_FIGURE = frozenset(
    {"last", "this", "next", "each", "every", "a", "an", "previous"}
)  # never behind one, in its phrase
_NAMING = frozenset("GNE")  # what always goes on with a phrase, unless a figure stands right before
CONTENT = frozenset("NEJV")  # the tags of words that say something by themselves
_STARTING = _IN_PHRASE | frozenset("AVXRT")  # what may start a chunk of several tokens
_INFLECTED = frozenset("NEJVAGO")
_NO_CHUNK = " " * 4  # read before the first chunk (as a negative index) and behind the last
_NO_WORDS = [""] * len(_NO_CHUNK)
_GOING_ON = frozenset("NEJDCG#R")  # all that may follow the first word of a phrase
_PLAIN_PHRASE = re.compile("(?:[DJ]*+[NE]*+G)*+[DJ]*+[NE]*+")  # most of any phrase, read at once
_COMPARING = frozenset({"fewer", "more", "less"})


class Chunk(NamedTuple):
    """A run of tokens: kind N (noun phrase), V (verb group), T (date), else the tag of the single token."""

    kind: str
    first: int
    last: int


@dataclass(slots=True)  # frozen, it would take five times as long to make
class Parse:
    """The reading of the sentence over tokens `first`..`end` (exclusive).

    `tags` (a letter a token), `lemmas` and `chunk_of` count from `first`. `kinds` holds the kind of each chunk and
    `openings` its first word, in lower case: a space and an empty string up to four places before the first chunk or
    behind the last. `verbs` has the lemma of its main verb ("" where it is no verb group). `figures` are the chunks
    that hold figures, `breaks` the verb groups behind which a reported clause opens ("said [the fire] ..."), and
    `phrases` those that name events, in tokens.
    """

    tokens: Tokens
    first: int
    end: int
    tags: str
    chunks: list[Chunk]
    chunk_of: list[int]
    lemmas: list[str]
    kinds: str
    openings: list[str]
    figures: frozenset[int]
    verbs: list[str]
    breaks: frozenset[int]
    phrases: tuple[Phrase, ...]

    def tag(self, token: int) -> str:
        """The tag of a token of the sentence."""
        return self.tags[token - self.first]

    def tags_of(self, first: int, last: int) -> str:
        """The tags of tokens `first`..`last`."""
        return self.tags[first - self.first : last + 1 - self.first]

    def content(self, first: int, last: int, content: frozenset[str] = CONTENT) -> tuple[str, ...]:
        """The lemmas of the words of tokens `first`..`last` that have one of some tags."""
        begin, end = first - self.first, last + 1 - self.first
        words = zip(self.lemmas[begin:end], self.tags[begin:end], self.tokens.kind[first : last + 1], strict=True)
        return tuple([lemma for lemma, tag, kind in words if tag in content and kind == WORD])

    def chunk_at(self, token: int) -> int:
        """The ordinal of the chunk that holds a token."""
        return self.chunk_of[token - self.first]

    def text(self, first: int, last: int) -> str:
        """The surface between two tokens, white space folded."""
        tokens = self.tokens
        return " ".join(tokens.text[tokens.start[first] : tokens.end[last]].split())

    def has_tag(self, k: int, tag: str) -> bool:
        """Does a token of chunk `k` have the tag?"""
        _, first, last = self.chunks[k]
        return tag in self.tags[first - self.first : last + 1 - self.first]

    def has_figure(self, k: int) -> bool:
        """Does a figure stand in chunk `k`?"""
        return k in self.figures

    def is_phrase_after(self, k: int, *prepositions: str) -> bool:
        """Is chunk `k` one of the prepositions (any, when none is named), and chunk `k` + 1 its noun phrase?"""
        return self.kinds[k : k + 2] == "PN" and (not prepositions or self.openings[k] in prepositions)

    def phrases_from(self, first: int, last: int) -> Iterator[int]:
        """The chunks `first`..`last` that are prepositions with their noun phrase behind them."""
        k = self.kinds.find("PN", first, last + 2)
        while k >= 0:
            yield k
            k = self.kinds.find("PN", k + 1, last + 2)


def parse(tokens: Tokens, first: int, end: int, cover: list[str], lexicon: Lexicon) -> Parse:
    """Reads the sentence over tokens `first`..`end`; `cover` gives the tag of each token that a figure or a date
    occupies, "" for the others."""
    tags, lower = tag_sentence(tokens, first, end, cover, lexicon), tokens.lower
    chunks = _open_clauses(tokens, _chunks(tokens, first, tags), lexicon)
    chunk_of: list[int] = []
    for k, (_, begin, last) in enumerate(chunks):
        chunk_of += [k] * (last + 1 - begin)
    known = lexicon.lemmas
    lemmas = [known[word] if tag in _INFLECTED else word for word, tag in zip(lower[first:end], tags, strict=True)]
    kinds = "".join([kind for kind, _, _ in chunks]) + _NO_CHUNK
    openings = [lower[begin] for _, begin, _ in chunks] + _NO_WORDS
    verbs, breaks = [""] * len(chunks), []
    for k in with_tag(kinds, "V"):
        verbs[k] = _main_verb(tokens, first, tags, chunks[k], lexicon)
        if verbs[k] in lexicon.reporting and _reports(tags, first, chunks, k):
            breaks.append(k)
    figures = frozenset([chunk_of[at] for at in with_tag(tags, "#")])
    found = find_phrases(lemmas, tags, lexicon.event_phrases)
    phrases = tuple([Phrase(first + at, first + last, name) for at, last, name in found])
    return Parse(
        tokens, first, end, tags, chunks, chunk_of, lemmas, kinds, openings, figures, verbs, frozenset(breaks), phrases
    )


def with_tag(tags: str, tag: str) -> list[int]:
    """Where a letter stands in a string of tags, or of the kinds of chunks."""
    found, at = [], tags.find(tag)
    while at >= 0:
        found.append(at)
        at = tags.find(tag, at + 1)
    return found


def _main_verb(tokens: Tokens, first: int, tags: str, chunk: Chunk, lexicon: Lexicon) -> str:
    """The lemma of the last verb of a group, "be" where it has auxiliaries alone."""
    at = tags.rfind("V", chunk.first - first, chunk.last + 1 - first)
    if at >= 0:
        verb = tokens.lower[first + at]
        return lexicon.verbs.get(verb, (verb, ""))[0]
    return "have" if tokens.lower[chunk.last] in ("has", "had", "have") else "be"


def _reports(tags: str, first: int, chunks: list[Chunk], k: int) -> bool:
    """Does a clause of its own, with subject and finite verb, follow the verb of saying in chunk `k`?"""
    at = k + 1
    while at < len(chunks) and chunks[at].kind in "TR":
        at += 1
    if at >= len(chunks) or chunks[at].kind != "N":
        return False
    at += 1
    while at + 1 < len(chunks) and chunks[at].kind == "P" and chunks[at + 1].kind == "N":
        at += 2
    return at < len(chunks) and chunks[at].kind == "V" and tags[chunks[at].first - first] != "X"


def _chunks(tokens: Tokens, first: int, tags: str) -> list[Chunk]:
    found: list[tuple[str, int, int]] = []
    after = -1  # the last token of the chunk before
    for i, tag in enumerate(tags):
        if i > after:
            kind, after = _chunk_at(tokens, first, tags, i) if tag in _STARTING else (tag, i)
            found.append((kind, first + i, first + after))
    return list(map(tuple.__new__, repeat(Chunk), found))  # all at once: one by one takes three times as long


def _chunk_at(tokens: Tokens, first: int, tags: str, i: int) -> tuple[str, int]:
    """The kind and the last token of the chunk that starts at `i`."""
    tag = tags[i]
    if tag in _IN_PHRASE:
        last = _phrase_end(tokens, first, tags, i)
        bare = tag == "J" and tags[i - 1 : i] != "P" and not tags[i : last + 1].strip("JC")
        return ("J" if bare else "N"), last
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


def _plain_end(tags: str, i: int) -> int:
    """The last token of the determiners, adjectives, nouns and possessives from `i` on that no word can part."""
    found = _PLAIN_PHRASE.match(tags, i)
    return found.end() - 1 if found else i


def _phrase_end(tokens: Tokens, first: int, tags: str, i: int) -> int:
    """The last token of the noun phrase that starts at `i`."""
    if tags[i] == "O" and tags[i + 1 : i + 2] != "#":
        return i
    last = max(i, _plain_end(tags, i))
    return _end_behind(tokens, first, tags, i, last) if tags[last + 1 : last + 2] in _GOING_ON else last


def _end_behind(tokens: Tokens, first: int, tags: str, i: int, last: int) -> int:
    """The last token of the noun phrase that starts at `i` and may go on behind token `last`."""
    named = tags[last] in NOMINAL or tags[last] == "#"
    for j in range(last + 1, len(tags)):
        tag = tags[j]
        if tag not in _GOING_ON:
            break
        if tag == "R":
            if not _modifies_on(tags, j, named=named):
                break
            continue
        if (tag not in _NAMING or tags[j - 1] == "#") and not _goes_on(tokens, first, tags, i, j, named=named):
            break
        if tag in "GNE#":
            named = tag != "G" and not (tag == "#" and j + 1 < len(tags) and tags[j + 1] in "JC")
        last = j
    return last


def _modifies_on(tags: str, j: int, *, named: bool) -> bool:
    """Does the adverb at `j` modify what follows in the same phrase ("a newly built hall")?"""
    following = tags[j + 1] if j + 1 < len(tags) else ""
    return (following in ("J", "N") and (not named or tags[j - 1] == "#")) or (following == "#" and not named)


def _goes_on(tokens: Tokens, first: int, tags: str, i: int, j: int, *, named: bool) -> bool:
    """Does the phrase that started at `i` and has (`named`) or lacks its noun so far take in the token at `j`?"""
    tag, before, word = tags[j], tags[j - 1], tokens.lower[first + j]
    if before == "#" and tag != "#" and word in _BEFORE_FIGURE:
        return False  # 3.9 million [last season]
    if tag == "#":
        return not named or before == "#"
    if tag == "E" and before == "#" and tags[i] == "#" and i > 0 and tags[i - 1] in NOMINAL:
        return False  # a list: "FTSE -0.6% CAC -1.7%"
    if tag == "J" and named and word in _BEFORE_FIGURE:
        return False
    if tag == "J":
        return not (named and before in NOMINAL) or tokens.glued[first + j] or _noun_to_come(tags, i, j)
    if tag == "D":
        return not named or (before == "#" and word in _COMPARING)
    if tag == "C":
        return before == "J" and j + 1 < len(tags) and tags[j + 1] == "J" and not named
    return tag in _NAMING


def _noun_to_come(tags: str, i: int, j: int) -> bool:
    """Is the adjective at `j` inside a counted phrase or behind a name: "26 diesel multiple units", "Nobel
    prize-winning economists"?"""
    k = j
    while k + 1 < len(tags) and tags[k] == "J":
        k += 1
    return tags[k] == "N" and (tags[j - 1] == "E" or "#" in tags[i : i + 2])


def _group_end(tags: str, i: int) -> int:
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
        if chunk[0] in "PS" and tokens.lower[chunk[1]] in lexicon.clause_openers:
            at = k + 2
            while at + 1 < len(chunks) and chunks[at].kind in "PC" and chunks[at + 1].kind == "N":
                at += 2
            clause = (
                at < len(chunks)
                and chunks[k + 1].kind == "N"
                and chunks[at].kind in "VT"
                and _other_verb(chunks, k, at)
            )
            chunks[k] = chunk._replace(kind="S" if clause else "P")
    return chunks


def _other_verb(chunks: list[Chunk], k: int, at: int) -> bool:
    """Does the sentence keep a verb beside the one in chunk `at` that the opener in chunk `k` would claim?"""
    return any(chunk.kind == "V" for chunk in (*chunks[:k], *chunks[at + 1 :]))
