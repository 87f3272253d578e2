"""What happens to what is counted: the classes of events that the words around a figure name, nearest first."""

from collections.abc import Iterator

from reconcile.extract.clauses import Clause, phrase_with_of, verb_lemma
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.nouns import Noun
from reconcile.extract.syntax import Parse

_MAX_GAP = 2  # words that may stand between the words of a phrase: "lost (at least) their lives"


def find_events(read: Parse, clause: Clause, noun: Noun | None, lexicon: Lexicon) -> tuple[str | None, tuple[str, ...]]:
    """The class of what happens to what is counted, and every lexical class around the figure, nearest first.

    A movement ("climbed to 87") is what the figure does, not what it counts: it comes last.
    """
    moving = lexicon.rising | lexicon.falling
    found = tuple(dict.fromkeys(_nearest_first(read, clause, noun, lexicon)))
    named = [name for name in found if name not in moving]
    ordered = [*named, *(name for name in found if name in moving)]
    kind = [noun.name] if noun and noun.name else []
    return (ordered[0] if ordered else None), tuple(dict.fromkeys((*ordered, *kind)))


def _nearest_first(read: Parse, clause: Clause, noun: Noun | None, lexicon: Lexicon) -> Iterator[str]:
    chunks = read.chunks
    own = chunks[clause.chunk]
    yield from _in_words(read, own.first, own.last, lexicon)
    if noun and not noun.inherited:
        yield from _in_words(read, noun.first, noun.last, lexicon)
    yield from _of_whole(read, clause, lexicon)
    phrases = tuple(_phrases(read, clause, lexicon))
    after = clause.chunk + 1
    if after < len(chunks) and chunks[after].kind == "V":
        yield from (name for at, name in phrases if chunks[after].first - 1 <= at <= chunks[after].last + 3)
        yield from _of_verb(read, after, lexicon)
    if clause.verb >= 0:
        verb = chunks[clause.verb]
        yield from (name for at, name in phrases if verb.first <= at <= verb.last)
        yield from _of_verb(read, clause.verb, lexicon)
    yield from (name for _, name in phrases)
    if clause.subject >= 0:
        yield from _in_words(read, *phrase_with_of(read, clause.subject), lexicon)


def _of_whole(read: Parse, clause: Clause, lexicon: Lexicon) -> Iterator[str]:
    """What the noun before "of" names: "the deaths of 23 people", "the whereabouts of 61"."""
    chunks, k = read.chunks, clause.chunk
    if (
        k >= 2
        and chunks[k - 1].kind == "P"
        and read.tokens.lower[chunks[k - 1].first] == "of"
        and chunks[k - 2].kind == "N"
    ):
        yield from _in_words(read, chunks[k - 2].first, chunks[k - 2].last, lexicon)


def _in_words(read: Parse, first: int, last: int, lexicon: Lexicon) -> Iterator[str]:
    """The events that the nouns and adjectives of some tokens name."""
    lower = read.tokens.lower
    for t in range(first, last + 1):
        tag = read.tag(t)
        if tag in "NEJVG":
            name = lexicon.adjective_event.get(lower[t]) or lexicon.noun_event.get(lexicon.lemma(lower[t]))
            if name is None and tag in "JV" and lower[t] in lexicon.verbs:
                name = lexicon.verb_event.get(lexicon.verbs[lower[t]][0])
            if name:
                yield name


def _of_verb(read: Parse, k: int, lexicon: Lexicon) -> Iterator[str]:
    name = lexicon.verb_event.get(verb_lemma(read, read.chunks[k], lexicon))
    if name:
        yield name


def _phrases(read: Parse, clause: Clause, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Phrases of several words that name an event ("lost their lives", "laid off"), with their first token."""
    first, last = read.chunks[clause.first].first, read.chunks[clause.last].last
    lemmas = [lexicon.any_lemma(word) for word in read.tokens.lower[first : last + 1]]
    for t, word in enumerate(lemmas):
        for words, name in lexicon.event_phrases.get(word, ()):
            if _follows(lemmas, t, words):
                yield first + t, name
                break


def _follows(lemmas: list[str], t: int, words: tuple[str, ...]) -> bool:
    """Do the words stand in order from position `t` on, with small gaps?"""
    at = t
    for word in words[1:]:
        window = lemmas[at + 1 : at + 2 + _MAX_GAP]
        if word not in window:
            return False
        at += 1 + window.index(word)
    return True
