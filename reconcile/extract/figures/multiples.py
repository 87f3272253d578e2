"""Reads multiples ("twice", "threefold", "2.6 times the average") and chances ("one in five", "nine out of 10")."""

from decimal import Decimal

from reconcile.extract.figures.digits import HUNDRED, HYPHENS, ONE
from reconcile.extract.figures.numeral import Numeral, after_hyphen, word_at
from reconcile.extract.figures.numerals import read_numeral
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import NUMBER, Tokens

RULE, CHANCE = "numbers.multiples", "numbers.chances"
TIMES = Unit("times", "ratio", RULE)
_FOLD = "fold"
_FOLDS = frozenset({"fold", "folds"})
_THOUSAND = 1000
_YEARS = range(1900, 2100)


def worded_multiple(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The multiple that the word at token `i` states by itself: "twice", "doubled", "threefold"."""
    word = tokens.lower[i]
    if word in lexicon.multiple_verbs:
        if word == "halves" and _is_noun(tokens, i, lexicon):
            return None
        return Numeral(i, i, lexicon.multiple_verbs[word], ONE, RULE)
    if word in lexicon.multiples:
        following = word_at(tokens, i + 1)
        alone = lexicon.tables["numbers.multiples.alone"]
        compares = following in lexicon.tables["numbers.multiples.comparing"]
        return (
            Numeral(i, i, lexicon.multiples[word], ONE, RULE)
            if compares or (word in alone and _goes_with(following, lexicon))
            else None
        )
    stem = word.removesuffix(_FOLD)
    return Numeral(i, i, lexicon.cardinals[stem], ONE, RULE) if stem != word and stem in lexicon.cardinals else None


def _is_noun(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Does a figure or a determiner stand before: "the two halves of the season", "both halves"?"""
    before = word_at(tokens, i - 1)
    return before in lexicon.cardinals or lexicon.pos.get(before) == "D" or (i > 0 and tokens.kind[i - 1] == NUMBER)


def _goes_with(following: str, lexicon: Lexicon) -> bool:
    """Does a word after "twice" go on with what it is twice of, and not with when or how often?"""
    return following.isalpha() and following not in lexicon.tables["numbers.multiples.often"]


def times_after(tokens: Tokens, last: int, lexicon: Lexicon) -> int | None:
    """The last token of "times", "-fold" or "x" behind a number that ends at token `last`, if it makes a multiple."""
    at = last + 1
    if at >= len(tokens.surface):
        return None
    at += tokens.surface[at] in HYPHENS and tokens.glued[at] and at + 1 < len(tokens.surface)
    word = word_at(tokens, at)
    if (word in _FOLDS and tokens.glued[at]) or (word == "x" and tokens.glued[at] and tokens.kind[last] == NUMBER):
        code = at + 1 < len(tokens.surface) and tokens.glued[at + 1] and tokens.kind[at + 1] == NUMBER
        return None if code else at
    if word != "times":
        return None
    if "." in tokens.surface[last] and tokens.kind[last] == NUMBER and word_at(tokens, at + 1) not in ("a", "per"):
        return at  # booked 22.4 times: nothing happens so often
    tables, following = lexicon.tables, word_at(tokens, at + 1)
    compares = following in tables["numbers.multiples.comparing"] or following in tables["numbers.multiples.covering"]
    return (
        at
        if compares or (following.endswith("er") and following in lexicon.pos and lexicon.pos[following] in "JR")
        else None
    )


def read_chance(tokens: Tokens, top: Numeral, lexicon: Lexicon) -> Numeral | None:
    """The share in per cent of "one in five", "one train in 16" or "nine out of 10"; `top` is its first number."""
    if top.value is None or top.share or top.scaled:
        return None
    direct = _base(tokens, after_hyphen(tokens, top.last + 1), lexicon)
    if direct:
        return _share(top, direct)
    if top.value >= 10:
        return None
    for at in (top.last + 2, top.last + 3):  # a noun of one word or two between them
        found = (
            _base(tokens, at, lexicon)
            if all(map(str.isalpha, tokens.lower[top.last + 1 : at])) and word_at(tokens, at) == "in"
            else None
        )
        if (
            found
            and not lexicon.continues_noun(word_at(tokens, found.last + 1))
            and _noun_between(tokens, top, at, lexicon)
        ):
            return _share(top, found)
    return None


def _noun_between(tokens: Tokens, top: Numeral, at: int, lexicon: Lexicon) -> bool:
    """ "one train in 16": one noun, in the number that the figure asks for, and nothing that links or places."""
    words = tokens.lower[top.last + 1 : at]
    if any(lexicon.pos.get(word, "N") not in "NJ" or word in lexicon.unit_words for word in words):
        return False
    return (lexicon.lemma(words[-1]) == words[-1]) == (top.value == 1)


def _base(tokens: Tokens, at: int, lexicon: Lexicon) -> Numeral | None:
    """The number behind "in", "in every", "out of", "out of every" or "per" at token `at`."""
    join = word_at(tokens, at)
    if join not in ("in", "out", "per") or (join == "out" and word_at(tokens, at + 1) != "of"):
        return None
    start = after_hyphen(tokens, at + 1) + (join == "out")  # a 1-in-83 chance
    every = word_at(tokens, start) in ("every", "each")
    start += every
    word = word_at(tokens, start)
    if not (word and (tokens.kind[start] == NUMBER or word in lexicon.cardinals or word in ("a", "an"))):
        return None
    bottom = read_numeral(tokens, start, lexicon)
    if (
        bottom is None
        or bottom.value is None
        or bottom.share
        or bottom.value < 2
        or bottom.value != bottom.value.to_integral_value()
    ):
        return None
    if (join == "per" and bottom.value > _THOUSAND) or _is_time(
        tokens, bottom, lexicon, bare=join == "in" and not every
    ):
        return None
    counted = join == "out" and lexicon.continues_noun(word_at(tokens, bottom.last + 1))
    return None if counted and str(bottom.value) not in lexicon.tables["numbers.chances.bases"] else bottom


def _is_time(tokens: Tokens, bottom: Numeral, lexicon: Lexicon, *, bare: bool) -> bool:
    """ "killed two in 10 days", "two in 2023", "grew 3 in 20%" are no chances."""
    following = word_at(tokens, after_hyphen(tokens, bottom.last + 1))
    if following in lexicon.time_words or (
        following in ("%", "per", "percent", "months", "days", "of") and following != "of"
    ):
        return True
    year = bottom.value is not None and int(bottom.value) in _YEARS and "," not in tokens.surface[bottom.first]
    return bare and tokens.kind[bottom.first] == NUMBER and year


def _share(top: Numeral, bottom: Numeral) -> Numeral | None:
    if top.value is None or bottom.value is None or bottom.value <= top.value:
        return None
    share = HUNDRED * top.value / bottom.value
    step = max(ONE, HUNDRED / bottom.value / 2) if bottom.value < 100 else Decimal("0.1")
    return top._replace(
        last=bottom.last, value=share, step=step, rule=CHANCE, share=True, more=(*top.parts, *bottom.parts)
    )
