"""What a figure counts or measures: the noun phrase it stands in, its head, its class, and what an ellipsis leaves out."""

from typing import NamedTuple

from reconcile.extract.figures import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.syntax import NOMINAL, Chunk, Parse
from reconcile.extract.tokens import WORD

_STRONG = frozenset({"strong", "odd", "plus"})
_TOTALS = frozenset(
    {
        "number",
        "total",
        "toll",
        "figure",
        "tally",
        "count",
        "sum",
        "average",
        "median",
        "record",
        "rest",
        "majority",
        "share",
        "proportion",
    }
)
_POINTING = frozenset({"them", "those", "these", "whom", "which", "us", "you", "all", "others", "it", "this", "that"})
_EMPTY_NOUNS = frozenset({"other", "others", "more", "rest", "total", "half", "people"})


class Noun(NamedTuple):
    """The counted noun over tokens `first`..`last` of its sentence.

    `head` is its lemma, `modifiers` the lemmas before it; `name` is the lexical class ("soldier"), `person` whether it counts people.
    `inherited` tells that an ellipsis was filled from an earlier figure.
    """

    text: str
    head: str
    modifiers: tuple[str, ...]
    name: str
    person: bool
    first: int
    last: int
    inherited: bool = False


def counted_noun(parse: Parse, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """The noun that stands with a figure: after it, in an "of" phrase, or hyphenated to it. None for an ellipsis."""
    chunk_index = parse.chunk_at(figure.last)
    chunk = parse.chunks[chunk_index]
    start = figure.last + 1
    if figure.compound and start + 1 < parse.end and figure.kind == "count":
        at = _suspended(parse, start + 1)
        return _hyphenated(parse, at, parse.chunks[parse.chunk_at(at)], lexicon)
    if figure.compound and start < parse.end:
        start += 1
    if start <= chunk.last:
        noun = noun_of(parse, start, _coordinated(parse, chunk_index, start), lexicon)
        if noun and not (noun.head in _EMPTY_NOUNS and noun.head != "people" and _of_phrase(parse, chunk_index)):
            return noun
    of_chunk = _of_phrase(parse, chunk_index)
    if of_chunk and not any(parse.tag(t) == "#" for t in range(of_chunk.first, of_chunk.last + 1)):
        return noun_of(parse, of_chunk.first, of_chunk.last, lexicon)
    if of_chunk:
        after = [t for t in range(of_chunk.first, of_chunk.last + 1) if parse.tag(t) == "#"][-1]
        if after < of_chunk.last:
            return noun_of(parse, after + 1, of_chunk.last, lexicon)
    return None


def _coordinated(parse: Parse, chunk_index: int, start: int) -> int:
    """The last token of the phrase that starts at `start`: "460 Kia and Hyundai vehicles" counts vehicles."""
    chunks = parse.chunks
    last = chunks[chunk_index].last
    names = all(parse.tag(t) in "ED" for t in range(start, last + 1))
    if (
        names
        and chunk_index + 2 < len(chunks)
        and chunks[chunk_index + 1].kind == "C"
        and chunks[chunk_index + 2].kind == "N"
    ):
        following = chunks[chunk_index + 2]
        if parse.tag(following.first) == "E" and parse.tag(following.last) == "N":
            return following.last
    return last


def _of_phrase(parse: Parse, chunk_index: int) -> Chunk | None:
    """The noun phrase after "of" or "among" behind a chunk; an equivalent in between is passed over: "2,500 tonnes (2,755 tons) of waste"."""
    chunks = parse.chunks
    at = chunk_index + 1
    if at < len(chunks) and chunks[at].kind == "(":
        while at < len(chunks) and chunks[at].kind != ")":
            at += 1
        at += 1
    if at + 1 < len(chunks) and chunks[at].kind == "P" and chunks[at + 1].kind == "N":
        return chunks[at + 1] if parse.tokens.lower[chunks[at].first] in ("of", "among") else None
    return None


def labelled_noun(parse: Parse, chunk_index: int, lexicon: Lexicon) -> Noun | None:
    """The noun that labels a figure in a list: "Staff: 44,150", "Crew: 96"."""
    chunks = parse.chunks
    if chunk_index >= 2 and chunks[chunk_index - 1].kind == ":" and chunks[chunk_index - 2].kind == "N":
        return noun_of(parse, chunks[chunk_index - 2].first, chunks[chunk_index - 2].last, lexicon)
    return None


def _suspended(parse: Parse, at: int) -> int:
    """The hyphenated word that several figures share: the cylinder of "four-, five- and six-cylinder engines"."""
    if parse.tokens.kind[at] == WORD and parse.tag(at) != "C":
        return at
    j = at
    while j < parse.end - 1 and parse.tag(j) in ",C#-JR":
        j += 1
    return j


def _hyphenated(parse: Parse, at: int, chunk: Chunk, lexicon: Lexicon) -> Noun | None:
    """ "12-member team" counts members, "4,800-strong force" the force's people, "four-storey dormitory" storeys."""
    if parse.tokens.lower[at] in _STRONG:
        noun = noun_of(parse, at + 1, max(chunk.last, at), lexicon) if at < chunk.last else None
        return noun._replace(person=True) if noun else None
    return noun_of(parse, at, at, lexicon)


def noun_of(parse: Parse, first: int, last: int, lexicon: Lexicon) -> Noun | None:
    """The noun in tokens `first`..`last`: its head is the last noun before any possessive break."""
    tokens = parse.tokens
    words = [t for t in range(first, last + 1) if parse.tag(t) in "NEJVG" or (parse.tag(t) == "D" and t > first)]
    nominal = [t for t in words if parse.tag(t) in NOMINAL]
    if not nominal:
        adjectives = [
            t for t in words if tokens.lower[t] in lexicon.adjective_event or tokens.lower[t] in lexicon.persons
        ]
        if not adjectives:
            return None
        nominal = adjectives[-1:]
    head_token = nominal[-1]
    for t in (
        nominal
    ):  # "nine of the dead", "Nato's 4,800 soldiers": a head stands before a possessive only if nothing follows it
        if t + 1 <= last and parse.tag(t + 1) == "G":
            continue
        head_token = max(head_token, t)
    begin = first
    while begin < head_token and parse.tag(begin) in "DR,":
        begin += 1
    word = tokens.lower[head_token]
    head = lexicon.lemma(word)
    name, person = _class_of(parse, begin, head_token, head, lexicon)
    modifiers = tuple(
        lexicon.lemma(tokens.lower[t])
        for t in range(begin, head_token)
        if parse.tag(t) in "NEJV" and tokens.kind[t] == "w"
    )
    return Noun(parse.text(begin, head_token), head, modifiers, name, person, begin, head_token)


def _class_of(parse: Parse, first: int, at: int, head: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The lexical class of a head noun, compounds first, and whether it names people."""
    lower = parse.tokens.lower
    for start in range(max(first, at - 2), at):
        words = (*lower[start:at], head)
        for known, name in lexicon.compound_nouns.get(words[0], ()):
            if known == words:
                return name, name in lexicon.person_classes
    name = lexicon.noun_class.get(head, "")
    person = (
        head in lexicon.persons
        or name in lexicon.person_classes
        or (head in lexicon.noun_event and lexicon.noun_event[head] in ("kill", "injure"))
    )
    if not person and lower[at] in lexicon.demonym_plurals and parse.tokens.surface[at][0].isupper():
        person = True
    return name, person


def is_empty(noun: Noun | None) -> bool:
    """Does the phrase leave out what is counted: "another 300", "55 others", "the remaining three"?"""
    return noun is None or noun.head in ("other", "more", "rest")
