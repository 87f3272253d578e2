"""Phrases of several words that name an event, wherever they stand in a sentence: "lost their lives", "laid off"."""

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.extract.lexicon.phrases import LoosePhrases

_MAX_GAP = 2  # words that may stand between the words of a phrase: "pulled three men out"
_TRANSPARENT = frozenset("#DR")  # figures with their hedges, articles and adverbs, which do not count as a gap
_ENDING = frozenset(",;:=VASX")  # what no phrase reaches over


class Phrase(NamedTuple):
    """A phrase over positions `first`..`last` of its sentence, and the class of event it names."""

    first: int
    last: int
    name: str


def find_phrases(lemmas: Sequence[str], tags: Sequence[str], known: LoosePhrases[str]) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order, at most one from each word on. The sentence is given by its lemmas and their
    tags, `known` are phrases with the class of their event."""
    complete = known.within(frozenset(lemmas))
    if not complete:
        return ()
    starting = {words[0] for words, _ in complete}
    found: list[Phrase] = []
    for t in [t for t, lemma in enumerate(lemmas) if lemma in starting]:
        for words, name in complete:
            last = _follow(lemmas, tags, t, words) if words[0] == lemmas[t] else -1
            if last >= 0:
                found.append(Phrase(t, last, name))
                break
    return tuple(found)


def _follow(lemmas: Sequence[str], tags: Sequence[str], t: int, words: tuple[str, ...]) -> int:
    """The position of the last of the words, when they stand in order from position `t` on with small gaps; -1 else."""
    at = t
    for word in words[1:]:
        gap = 0
        at += 1
        while at < len(lemmas) and lemmas[at] != word:
            gap += tags[at] not in _TRANSPARENT
            if gap > _MAX_GAP or tags[at] in _ENDING:
                return -1
            at += 1
        if at >= len(lemmas):
            return -1
    return at
