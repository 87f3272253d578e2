"""Tells number words that are turns of phrase, titles, hours or pronouns from those that count something."""

from reconcile.extract.figures.numeral import Numeral, after_hyphen, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, WORD, Tokens

_HEADING = 0.7  # share of capitalised longer words from which a sentence is a heading
_QUOTES = frozenset("\"\u201c\u201d\u2018\u2019'")
_LONGEST_TITLE = 6  # words
_MINUTES = 60


def is_phrase(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Is the number in words part of a phrase that counts nothing, a title, or a time of day?"""
    first = numeral.first
    if tokens.lower[first] == "zero" and after_hyphen(tokens, first + 1) > first + 1:
        return True  # zero-rated
    return is_idiom(tokens, first, lexicon) or _is_title(tokens, numeral, lexicon) or _is_hour(tokens, numeral, lexicon)


def is_idiom(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """ "one of the", "no one", "one another", "9/11"."""
    for words, back in lexicon.idioms.get(tokens.lower[first], ()):
        start = first - back
        ends_here = (
            back == len(words) - 1
            and word_at(tokens, first + 1) in lexicon.unit_words
            and word_at(tokens, first + 1) not in ("day", "on")
        )
        if start >= 0 and tuple(tokens.lower[start : start + len(words)]) == words and not ends_here:
            return True
    standing = word_at(tokens, first - 1) in lexicon.tables["nonclaims.standings"]
    return (
        standing
        and not lexicon.continues_noun(word_at(tokens, first + 1))
        and word_at(tokens, first + 1) not in lexicon.scales
    )


def _is_title(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """ "the Six O'Clock programme", "Nine Kinds of Quiet", "the Group of Seven": a name that holds a number word."""
    first, last = numeral.first, numeral.last
    word = tokens.surface[first]
    if not word[0].isupper() or tokens.kind[first] == NUMBER:
        return False
    start, end = tokens.sentences[tokens.sentence_of(first)]
    quoted = first > start and tokens.surface[first - 1] in "\"\u201c\u2018'"
    if word.isupper() and len(word) > 1:
        return word_at(tokens, last + 1) == ":"
    if _ends_title(tokens, first, last, start):
        return True
    following = tokens.surface[last + 1] if last + 1 < end else ""
    if not quoted and (first == start or tokens.surface[first - 1] in ".?!:*-" or is_heading(tokens, first)):
        return False
    if not quoted:
        return (tokens.kind[first - 1] == WORD and word_at(tokens, first - 1) not in ("and", ",")) or following[
            :1
        ].isupper()
    return following[:1].isupper() and following.lower() not in lexicon.pos


def _ends_title(tokens: Tokens, first: int, last: int, start: int) -> bool:
    """Does a number end a title in quotation marks: "The Magnificent Seven"?"""
    if last + 1 >= len(tokens.surface) or tokens.surface[last + 1] not in _QUOTES or not tokens.glued[last + 1]:
        return False
    for k in range(first - 1, max(start, first - _LONGEST_TITLE) - 1, -1):
        if tokens.surface[k] in _QUOTES:
            return k < first - 1
        if tokens.kind[k] != WORD or (tokens.surface[k][0].islower() and tokens.lower[k] not in ("'s", "\u2019s")):
            return False
    return False


def is_heading(tokens: Tokens, at: int) -> bool:
    """Is every longer word of the sentence of token `at` capitalised, so that a capital tells nothing?"""
    start, end = tokens.sentences[tokens.sentence_of(at)]
    words = [tokens.surface[k] for k in range(start, end) if tokens.kind[k] == WORD and len(tokens.surface[k]) > 3]
    return sum(word[0].isupper() for word in words) > _HEADING * len(words)


def _is_hour(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """ "at ten in the morning", "twenty past eight", "shortly after three."."""
    if numeral.value is None or not 0 < numeral.value < _MINUTES:
        return False
    tables = lexicon.tables
    before, after = word_at(tokens, numeral.first - 1), word_at(tokens, numeral.last + 1)
    behind = tokens.lower[numeral.last + 1 : numeral.last + 4]
    if before == "from" and word_at(tokens, numeral.first - 2) in ("up", "down"):
        return False  # up from four in the morning
    if behind in (
        ["in", "the", "morning"],
        ["in", "the", "afternoon"],
        ["in", "the", "evening"],
        ["o'clock"],
    ) or behind[:2] == ["at", "night"]:
        return True
    if after == "past" and word_at(tokens, numeral.last + 2) in lexicon.cardinals:
        return True
    if before == "past" and word_at(tokens, numeral.first - 2) in lexicon.cardinals | lexicon.fractions:
        return True
    soon = word_at(tokens, numeral.first - 2) in tables["nonclaims.hours.soon"]
    return before in ("after", "before") and soon and not lexicon.continues_noun(after) and after not in lexicon.scales


def is_pronoun(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, *, hedged: bool, after_figure: bool) -> bool:
    """Does "one" stand for a thing already named ("a new one", "what one would find") and count nothing?"""
    i = numeral.first
    if numeral.last != i or tokens.lower[i] != "one" or hedged:
        return False
    before, after = word_at(tokens, i - 1), word_at(tokens, i + 1)
    joined = after_hyphen(tokens, i + 1) > i + 1
    if joined or before in ("minus", "negative") or after in lexicon.unit_words:
        return False
    if before in lexicon.tables["nonclaims.one.before"] or lexicon.pos.get(before) == "J":
        return True
    counted = (
        lexicon.continues_noun(after)
        and tokens.kind[i + 1] == WORD
        and not (after in lexicon.verbs and after not in lexicon.noun_class)
    )
    if counted or lexicon.pos.get(after) == "J":
        return False
    if after_figure and (before in ("and", ",", "plus", "to", "-") or after == "in"):
        return False
    return before not in lexicon.verb_event and lexicon.verbs.get(before, ("", ""))[0] not in lexicon.verb_event
