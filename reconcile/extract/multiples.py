"""Reads multiples ("twice", "threefold", "2.6 times the average") and chances ("one in five", "nine out of 10")."""

from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.numerals import HUNDRED, ONE, Numeral, read_numeral
from reconcile.extract.tokens import NUMBER, WORD, Tokens

TIMES = Unit("times", "ratio", "numbers.multiples")
_COMPARING = frozenset({"as", "the", "more", "higher", "larger", "bigger", "greater", "faster", "longer", "what", "that", "its", "their", "his", "her",
                        "less", "lower", "fewer", "last", "this", "normal", "average", "earnings", "over", "our", "those"})  # fmt: skip
_HYPHENS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple over tokens `first`..`last`."""

    numeral: Numeral
    first: int
    last: int


def read_multiple(tokens: Tokens, i: int, lexicon: Lexicon) -> Multiple | None:
    """The multiple that starts at token `i`, or None."""
    word = tokens.lower[i]
    if word in lexicon.multiple_verbs:
        numeral = Numeral(i, i, lexicon.multiple_verbs[word], ONE, "numbers.multiples")
        return Multiple(numeral, i, i)
    if word in lexicon.multiples:
        following = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else ""
        compares = following in _COMPARING or word == "twice" and following not in ("a", "an", "in", "before", "since", "by", "and", "on", ",", ".")
        if not compares:
            return None
        return Multiple(Numeral(i, i, lexicon.multiples[word], ONE, "numbers.multiples"), i, i)
    for suffix in ("fold",):
        stem = word.removesuffix(suffix)
        if stem != word and stem in lexicon.cardinals:
            return Multiple(Numeral(i, i, lexicon.cardinals[stem], ONE, "numbers.multiples"), i, i)
    return _times(tokens, i, lexicon)


def _times(tokens: Tokens, i: int, lexicon: Lexicon) -> Multiple | None:
    """ "three times the", "2.6-fold", "3x"."""
    if tokens.kind[i] != NUMBER and tokens.lower[i] not in lexicon.cardinals:
        return None
    numeral = read_numeral(tokens, i, lexicon)
    if numeral is None or numeral.value is None or numeral.share:
        return None
    at, count = numeral.last + 1, len(tokens.lower)
    if at >= count:
        return None
    if tokens.surface[at] in _HYPHENS and tokens.glued[at] and at + 1 < count:
        at += 1
    word = tokens.lower[at]
    if word == "fold" and tokens.glued[at] or word == "x" and tokens.glued[at]:
        return Multiple(numeral, i, at)
    if word == "times" and at + 1 < count and tokens.lower[at + 1] in _COMPARING:
        return Multiple(numeral, i, at)
    return None


def read_chance(tokens: Tokens, top: Numeral, lexicon: Lexicon) -> Numeral | None:
    """The share in per cent that "one in five" or "nine out of 10" states, when `top` is its first number."""
    at, count = top.last + 1, len(tokens.lower)
    if top.value is None or top.share or top.scaled or at + 1 >= count or tokens.lower[at] not in ("in", "out"):
        return None
    out = tokens.lower[at] == "out"
    if out and tokens.lower[at + 1] not in ("of", "of"):
        return None
    start = at + 1 + out
    if start < count and tokens.lower[start] == "every":
        start += 1
    if start >= count or not (tokens.kind[start] == NUMBER or tokens.lower[start] in lexicon.cardinals or tokens.lower[start] in ("a", "an")):
        return None
    bottom = read_numeral(tokens, start, lexicon)
    if bottom is None or bottom.value is None or bottom.share or bottom.value <= top.value or bottom.value < 2:
        return None
    following = bottom.last + 1
    if following < count and (tokens.lower[following] in lexicon.time_words or tokens.surface[following] == "%"):
        return None  # "killed two in 10 days"
    if not out and tokens.kind[start] == NUMBER and bottom.value > 1000:
        return None  # "two in 2023"
    share = HUNDRED * top.value / bottom.value
    return replace(top, last=bottom.last, value=share, step=max(ONE, HUNDRED / bottom.value / 2) if bottom.value < 100 else Decimal("0.1"), rule="numbers.fractions", share=True)
