"""Reads a second, smaller part of one amount: "5 feet 2 inches", "a year and a half", "15 dollars 50"."""

from dataclasses import dataclass
from decimal import Decimal

from reconcile.extract.figures.digits import HUNDRED, ONE
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.figures.numerals import read_numeral
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import NUMBER, Tokens

_LARGEST_PRICE = 10_000  # units of currency beyond which bare hundredths are no longer spoken
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Whole:
    """An amount with its smaller part, up to token `last`."""

    value: Decimal
    step: Decimal
    last: int
    unit: Unit


def smaller_part(
    tokens: Tokens, value: Decimal, numeral: Numeral, last: int, unit: Unit, lexicon: Lexicon
) -> Whole | None:
    """The amount of `value` units that ends at token `last` with what is added to it, None when nothing is.

    Times come in the smaller unit (200 minutes), other measures in the larger one (5.17 feet).
    """
    half = _and_a_half(tokens, value, last, unit, lexicon)
    if half or (numeral.step < 1 and unit.dimension != "money"):
        return half  # "stood at 7.62m, 40cm above the record"
    at = last + 1
    joined = word_at(tokens, at) in ("and", ",")
    at += joined
    word = word_at(tokens, at)
    if not word or not (tokens.kind[at] == NUMBER or word in lexicon.cardinals or (word == "a" and joined)):
        return None
    part = Numeral(at, at, ONE, ONE, "numbers.articles") if word == "a" else read_numeral(tokens, at, lexicon)
    if part is None or part.value is None or part.share:
        return None
    found = _unit_of_part(tokens, part, unit, lexicon)
    if found is None:
        return _bare_hundredths(tokens, value, numeral, part, unit, joined=joined)
    return _added(value, part, part.value, found, unit)


def _and_a_half(tokens: Tokens, value: Decimal, last: int, unit: Unit, lexicon: Lexicon) -> Whole | None:
    """ "a year and a half", "an inch and a quarter"."""
    if tokens.lower[last + 1 : last + 3] != ["and", "a"] or (word_at(tokens, last + 4) == "of" and value != 1):
        return None
    bottom = lexicon.fractions.get(word_at(tokens, last + 3))
    if bottom not in (2, 4):
        return None
    return Whole(value + ONE / bottom, ONE / bottom, last + 3, unit)


def _unit_of_part(tokens: Tokens, part: Numeral, unit: Unit, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The smaller unit of the same dimension behind the second number, and its last token."""
    from reconcile.extract.figures.units import unit_after

    found = unit_after(tokens, part.last, lexicon)
    if found and found[0].dimension == unit.dimension:
        return found
    for known in lexicon.unit_words.of(word_at(tokens, part.last + 1)):
        if known.dimension == unit.dimension:
            return known, part.last + 1
    closed = word_at(tokens, part.last + 2) in ("", ".", ",", ";", ")", "more", "tall")
    if unit.code == "ft" and word_at(tokens, part.last + 1) == "in" and closed:
        inches = lexicon.unit_words.of("inch")
        return (inches[0], part.last + 1) if inches else None
    return None


def _added(value: Decimal, part: Numeral, amount: Decimal, found: tuple[Unit, int], unit: Unit) -> Whole | None:
    smaller, last = found
    if unit.dimension == "temperature":
        return None
    if unit.dimension == "money":
        fits = unit.factor == 1 > smaller.factor and smaller.code == unit.code
        return Whole(value + amount * smaller.factor, smaller.factor, last, unit) if fits else None
    ratio = smaller.size / unit.size
    if smaller.size >= unit.size or amount * ratio >= 1:
        return None
    if unit.dimension == "time":
        return Whole((value / ratio).quantize(ONE) + amount, part.step, last, smaller)
    return Whole(value + amount * ratio, part.step * ratio, last, unit)


def _bare_hundredths(
    tokens: Tokens, value: Decimal, numeral: Numeral, part: Numeral, unit: Unit, *, joined: bool
) -> Whole | None:
    """ "three dollars fifty", "15 dollars 50": hundredths without a name, where nothing to be counted follows."""
    if unit.dimension != "money" or unit.factor != 1 or numeral.scaled or part.scaled or part.value is None:
        return None
    whole = (
        value == value.to_integral_value() and value < _LARGEST_PRICE and part.value == part.value.to_integral_value()
    )
    two_digits = 10 <= part.value < HUNDRED and len(tokens.surface[part.first]) >= 2
    after = word_at(tokens, part.last + 1)
    if after and tokens.glued[part.last + 1] and after not in ".,;?!":
        return None
    ends = (
        after in ("", ".", ";", "?", "!")
        or (after == "and" and joined)
        or (not joined and after in (",", "more", "each", "a", "for", "an"))
    )
    if (
        not whole
        or not ends
        or not (two_digits or (joined and part.value < HUNDRED))
        or word_at(tokens, part.first - 1) == ","
    ):
        return None
    return Whole(value + part.value * HUNDREDTH, HUNDREDTH, part.last, unit)
