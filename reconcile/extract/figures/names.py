"""Tells a number that belongs to the name before it ("Falcon 9", "a 999 call") from one that counts what follows."""

from reconcile.extract.figures.digits import written_step
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, WORD, Tokens

_SMALL = 4  # letters of the prepositions that a headline writes small
_GROUP, _THOUSAND = 3, 1000
_DASHES = frozenset("-\u2010\u2011\u2013")
_SCORE = 2  # digits
_LONGEST = 5  # digits of the number in a name
_HEADLINE = 3  # words with a capital that make one, the first among them


def is_named(tokens: Tokens, i: int, floor: int, lexicon: Lexicon, *, after_figure: bool) -> bool:
    """Is the bare number at token `i` part of the name before it: Falcon 9, Dash 8, Kanaaldijk 18, IFRS 16, a 999 call?

    A place may stand before a figure of its own ("Romania 1,200 and Lithuania 900", "In Mumbai 12 people died").
    """
    digits = tokens.surface[i]
    if digits in lexicon.tables["nonclaims.models"] and _is_model(tokens, i, floor, lexicon):
        return True
    bare = i > floor and not tokens.glued[i] and digits.replace(".", "", 1).isdecimal() and len(digits) <= _LONGEST
    if not bare or _opens_score(tokens, i, lexicon):
        return False
    word = tokens.surface[i - 1]
    if word in ("a", "an", "A", "An", "this", "that") and digits.isdecimal() and _is_singular(tokens, i + 1, lexicon):
        return not (word == "that" and lexicon.verbs.get(word_at(tokens, i + 1), ("", ""))[1] == "d")  # that 57 died
    if (
        digits in lexicon.tables["nonclaims.emergency"]
        and word_at(tokens, i + 1) in lexicon.tables["nonclaims.emergency.after"]
    ):
        return True
    if tokens.kind[i - 1] != WORD or not word[0].isupper() or tokens.lower[i - 1] in lexicon.time_names:
        return False
    if (after_figure and _goes_on(tokens, i, floor)) or _is_headline_verb(tokens, i - 1, lexicon):
        return False
    if ("." in digits and not word.isupper()) or has_scale(tokens, i + 1, lexicon):
        return False
    return _names(tokens, i, lexicon)


def _opens_score(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Does a score start behind the name of the beaten: "beat Fritz 6-3, 6-4"?"""
    dashed = tokens.surface[i + 1 : i + 2] and tokens.surface[i + 1] in _DASHES and tokens.glued[i + 1]
    if not dashed or i + 2 >= len(tokens.surface) or not tokens.glued[i + 2]:
        return False
    pair = tokens.surface[i], tokens.surface[i + 2]
    first, end = tokens.sentences[tokens.sentence_of(i)]
    small = all(part.isdecimal() and len(part) <= _SCORE for part in pair)
    return small and not lexicon.tables["scores.sport"].isdisjoint(tokens.lower[first:end])


def _is_model(tokens: Tokens, i: int, floor: int, lexicon: Lexicon) -> bool:
    """Does the number of a model stand alone or behind a figure: "the 737 MAX", "12 737 MAX jets"?"""
    counted = i > 0 and tokens.kind[i - 1] == NUMBER
    return not tokens.glued[i] and (counted or (i > floor and not counts(tokens, i + 1, lexicon)))


def _is_headline_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Is the token a verb in a headline, where every word of some length has a capital: "Quake Kills 12 in Peru"?"""
    if tokens.lower[at] not in lexicon.verbs:
        return False
    first, end = tokens.sentences[tokens.sentence_of(at)]
    words = [tokens.surface[k] for k in range(first, end) if tokens.kind[k] == WORD and len(tokens.surface[k]) > 1]
    small = [word for word in words if not word[0].isupper()]
    return len(words) - len(small) >= _HEADLINE and all(len(word) <= _SMALL for word in small)


def _goes_on(tokens: Tokens, i: int, floor: int) -> bool:
    """Does the name before the number at token `i` go on from an earlier figure: "... and National Renewal 51"?"""
    at = i - 1
    while at > floor and tokens.kind[at] == WORD and tokens.surface[at][0].isupper():
        at -= 1
    return tokens.lower[at] in ("and", ",", ";", "but", "while") and len(tokens.surface[i]) > 1


def _names(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Does the capitalised word before the number at token `i` name a thing that numbers tell apart?"""
    word, lower = tokens.surface[i - 1], tokens.lower[i - 1]
    first = tokens.sentences[tokens.sentence_of(i)][0]
    if is_place(word, lexicon) and not word.isupper():
        return False
    if (
        (lower in lexicon.pos and not (word.isupper() and len(word) > 1 and i - 1 > first))
        or lower in lexicon.before
        or (lower in lexicon.verbs and i - 1 == first)
    ):
        return False
    counted = counts(tokens, i + 1, lexicon)
    before = word_at(tokens, i - 2) if i - 2 >= first else ""
    if not counted:
        return not (word_at(tokens, i + 1) in ("and", "to", ",") and is_place(word, lexicon))
    if word.isupper() and 1 < len(word) < 6 and not is_place(word, lexicon):
        return True
    return len(tokens.surface[i]) <= 3 and (
        before in ("a", "an", "the") or before in lexicon.scales or tokens.kind[i - 2] == NUMBER
    )


def is_place(word: str, lexicon: Lexicon) -> bool:
    """Is the word by itself the name of a place?"""
    return bool(lexicon.places.of(word))


def counts(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Does a plural noun, or an adjective before one, follow: does the number count something?"""
    for k in range(at, min(at + 3, len(tokens.lower))):
        word = tokens.lower[k]
        if tokens.kind[k] != WORD or (tokens.surface[k][0].isupper() and word not in lexicon.singulars):
            return False
        lemma = lexicon.lemma(word)
        if lemma != word or lexicon.singulars.get(word) == word or (lemma in lexicon.persons and word != lemma):
            return word not in lexicon.verbs or word in lexicon.singulars
        if lexicon.pos.get(word, "N") not in "NJ":
            return False
    return False


def grouped_by_point(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """ "25.000 seats": before what comes whole, a point with three figures behind it groups thousands."""
    whole, _, group = tokens.surface[numeral.last].partition(".")
    alone = numeral.first == numeral.last and not numeral.scaled and len(group) == _GROUP and whole.strip("0")
    if not alone or numeral.value is None or has_scale(tokens, numeral.last + 1, lexicon):
        return numeral
    if not counts(tokens, numeral.last + 1, lexicon):
        return numeral
    value = numeral.value * _THOUSAND
    return numeral._replace(value=value, step=written_step(str(int(value))))


def _is_singular(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """ "a 999 call": a singular noun that no unit, scale or hyphen comes before."""
    word = word_at(tokens, at)
    if (
        not word.isalpha()
        or lexicon.pos.get(word, "N") != "N"
        or tokens.glued[at]
        or tokens.surface[at] in lexicon.unit_symbols
        or word in lexicon.unit_words
        or word in lexicon.scales
        or word in ("strong", "capacity", "yo")
    ):
        return False
    return lexicon.lemma(word) == word and lexicon.singulars.get(word) != word and not counts(tokens, at, lexicon)


def has_scale(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Does a scale, a unit or a percent sign stand at a token?"""
    word = word_at(tokens, at)
    return (
        word in lexicon.scales
        or word in lexicon.scale_marks
        or word in ("%", "per", "percent")
        or word in lexicon.unit_words
    )
