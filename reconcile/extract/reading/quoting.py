"""Who speaks across sentences: pronouns that point back, and quotations that their attribution stands next to."""

import re
from bisect import bisect_left
from collections.abc import Callable

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.places import names_place
from reconcile.extract.reading.speakers import Speaker, find_speaker, find_tellers, speaker_of_sentence
from reconcile.extract.reading.syntax import Parse
from reconcile.extract.tokens import Tokens

_REACH = 3  # how many sentences away an attribution may stand
_OPENING, _CLOSING, _PLAIN = "\u201c", "\u201d", '"'
_PERSONAL = frozenset({"he", "she"})


class Voices:
    """The speakers of one source; `parse_of` gives the reading of a sentence by its ordinal."""

    def __init__(self, tokens: Tokens, parse_of: Callable[[int], Parse], lexicon: Lexicon) -> None:
        self._tokens, self._parse_of, self._lexicon = tokens, parse_of, lexicon
        self._marks = [_offsets(mark, tokens.text) for mark in (_OPENING, _CLOSING, _PLAIN)]
        self._last: Speaker | None = None
        self._told: tuple[int, tuple[int, ...]] = -1, ()  # the sentence read last and its tellers

    def speaker_of(self, k: int, figure: Figure) -> Speaker | None:
        """Who says a figure of sentence `k`; None where the source itself does."""
        read = self._parse_of(k)
        if self._told[0] != k:
            self._told = k, find_tellers(read, self._lexicon)
        speaker = find_speaker(read, figure, self._told[1], self._lexicon)
        if speaker is None and self._is_quoted(k, figure.first):
            speaker = self._next_to(k)
        if speaker is None:
            return None
        if speaker.is_pronoun:
            return self._named(k, speaker)
        self._last = speaker
        return speaker

    def _named(self, k: int, pronoun: Speaker) -> Speaker:
        """Whom a pronoun of sentence `k` that speaks stands for: who spoke last, or for "she" a person named before."""
        for back in range(k - 1, max(-1, k - 1 - _REACH), -1):
            read = self._parse_of(back)
            speaker = speaker_of_sentence(read, self._lexicon)
            if speaker and not speaker.is_pronoun:
                return speaker
            person = self._person_in(read) if pronoun.name.lower() in _PERSONAL else None
            if person:
                return Speaker(person, pronoun.rule)
        return self._last or pronoun

    def _person_in(self, read: Parse) -> str | None:
        """The first full name of a sentence that is no place."""
        for k, chunk in enumerate(read.chunks):
            full = (
                chunk.kind == "N"
                and chunk.last > chunk.first
                and all(read.tag(t) == "E" for t in range(chunk.first, chunk.last + 1))
            )
            if full and not names_place(read, k, self._lexicon) and read.kinds[k - 1] != "P":
                return read.text(chunk.first, chunk.last)
        return None

    def _is_quoted(self, k: int, token: int) -> bool:
        """Does a token of sentence `k` stand inside a quotation that opened in its paragraph?"""
        paragraph = self._tokens.paragraph
        first = self._tokens.sentences[bisect_left(paragraph, paragraph[k])][0]
        start, end = self._tokens.start[first], self._tokens.start[token]
        opened, closed, plain = [bisect_left(marks, end) - bisect_left(marks, start) for marks in self._marks]
        return opened > closed or plain % 2 == 1

    def _next_to(self, k: int) -> Speaker | None:
        """Whom the sentences of the paragraph attribute the quotation of sentence `k` to; else who spoke last."""
        paragraph = self._tokens.paragraph
        near = (at for step in range(1, _REACH + 1) for at in (k - step, k + step))
        for at in near:
            if 0 <= at < len(paragraph) and paragraph[at] == paragraph[k]:
                speaker = speaker_of_sentence(self._parse_of(at), self._lexicon)
                if speaker:
                    return speaker
        return self._last


def _offsets(mark: str, text: str) -> list[int]:
    """Where a mark stands in a text, in code points."""
    return [found.start() for found in re.finditer(mark, text)]
