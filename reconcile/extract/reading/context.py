"""The words around a figure, as alignment compares them, and the trail of rules that read it."""

from bisect import bisect_left, bisect_right
from itertools import compress, count
from typing import NamedTuple

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.nouns import Noun
from reconcile.extract.reading.speakers import Speaker
from reconcile.extract.reading.syntax import CONTENT, Parse, with_tag
from reconcile.extract.tokens import WORD, Tokens
from reconcile.facts import Context, Sentence, Step


class Surroundings(NamedTuple):
    """What all figures of a sentence share: the tokens and lemmas of its content words, those with the code point at
    which each starts, the content words of the sentence before, its names."""

    sentence: Sentence
    places: tuple[int, ...]
    lemmas: tuple[str, ...]
    words: tuple[tuple[int, str], ...]
    before: tuple[str, ...]
    names: tuple[str, ...]
    paragraph: int


def surroundings(parse: Parse, k: int, lexicon: Lexicon) -> Surroundings:
    """The words of sentence `k` and around it; figures and dates are left out."""
    tokens, first = parse.tokens, parse.first
    kinds = tokens.kind
    places = tuple([t for t in compress(count(first), map(CONTENT.__contains__, parse.tags)) if kinds[t] == WORD])
    lemmas = tuple([parse.lemmas[t - first] for t in places])
    words = tuple(zip([tokens.start[t] for t in places], lemmas, strict=True))
    names = tuple(dict.fromkeys([tokens.surface[first + at] for at in with_tag(parse.tags, "E")]))
    before = _words_before(tokens, k, lexicon)
    return Surroundings(sentence_at(tokens, k), places, lemmas, words, before, names, tokens.paragraph[k])


def sentence_at(tokens: Tokens, k: int) -> Sentence:
    """Sentence `k` as it stands in its text."""
    first, end = tokens.sentences[k]
    start, stop = tokens.start[first], tokens.end[end - 1]
    return Sentence(start, stop, tokens.text[start:stop])


def _words_before(tokens: Tokens, k: int, lexicon: Lexicon) -> tuple[str, ...]:
    """Content words of the sentence before, within the paragraph."""
    if k == 0 or tokens.paragraph[k - 1] != tokens.paragraph[k]:
        return ()
    first, end = tokens.sentences[k - 1]
    return tuple(filter(None, map(lexicon.content_lemmas.__getitem__, tokens.lower[first:end])))


def context_of(
    parse: Parse, clause: Clause, noun: Noun | None, complement: Noun | None, subject: tuple[str, ...], classes:
    tuple[str, ...],
    around: Surroundings,
) -> Context:  # fmt: skip
    """The words around one figure. `complement` are the people that the counted are said to be."""
    begin = bisect_left(around.places, parse.chunks[clause.first].first)
    end = bisect_right(around.places, parse.chunks[clause.last].last)
    modifiers = (noun.modifiers if noun else ()) + ((complement.head,) if complement else ())
    return Context(
        head=noun.head if noun else "",
        modifiers=modifiers,
        verb=parse.verbs[clause.verb] if clause.verb >= 0 else "",
        subject=subject,
        clause=around.lemmas[begin:end],
        sentence=around.lemmas[:begin] + around.lemmas[end:],
        before=around.before,
        names=around.names,
        classes=tuple(dict.fromkeys((*classes, complement.name))) if complement and complement.name else classes,
        paragraph=around.paragraph,
        words=around.words,
    )


def trail_of(
    parse: Parse, figure: Figure, clause: Clause, nouns: tuple[Noun | None, ...], event: str | None, speaker: Speaker |
    None,
    lexicon: Lexicon,
) -> tuple[Step, ...]:  # fmt: skip
    """Which rules read the claim, on which words: the figure's own, then what names its nouns, its event and its
    speaker."""
    starts, ends = parse.tokens.start, parse.tokens.end
    steps = [Step(rule, starts[first], ends[last], note) for rule, first, last, note in figure.steps]
    for noun in nouns:
        if noun and noun.name:
            first, last = (noun.first, noun.last) if noun.first >= 0 else (figure.first, figure.last)
            steps.append(Step(lexicon.rule_of_class[noun.name], starts[first], ends[last], "what is counted"))
    if event:
        first, last = parse.chunks[clause.first].first, parse.chunks[clause.last].last
        steps.append(Step(lexicon.rule_of_class[event], starts[first], ends[last], "what happens"))
    if speaker:
        start, end = starts[parse.first], ends[parse.end - 1]
        steps.append(Step(speaker.rule, start, end, "who says so"))
        if speaker.name.rpartition(" ")[2].lower() in lexicon.tables.get("speakers.nouns", ()):
            steps.append(Step("speakers.nouns", start, end, speaker.name))
    return tuple(steps)
