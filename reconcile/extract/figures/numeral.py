"""A number as it was read, and the scales that may stand behind it."""

from decimal import Decimal
from typing import NamedTuple
from unicodedata import category

from reconcile.extract.figures.digits import HYPHENS, ONE, ZERO
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, Tokens

Part = tuple[str, int, int]
"""A rule and the first and last token that it read."""


class Numeral(NamedTuple):
    """A number as written over tokens `first`..`last` (inclusive).

    `value` is None for vague words, which have `low` and `high` instead. `share` tells that the number is a part of a
    whole ("a third", "one in five"), already in per cent. `step` as in `Quantity`. `scaled` tells that a scale word or
    mark was read. `rule` read the number itself and `more` lists the rules that read something besides.
    """

    first: int
    last: int
    value: Decimal | None
    step: Decimal
    rule: str
    low: Decimal | None = None
    high: Decimal | None = None
    share: bool = False
    scaled: bool = False
    more: tuple[Part, ...] = ()

    @property
    def amount(self) -> Decimal:
        """The number to reckon with: of a vague one its lower bound."""
        return self.value if self.value is not None else self.low or ZERO

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every rule that read something of the number."""
        return ((self.rule, self.first, self.last), *self.more)


def word_at(tokens: Tokens, at: int) -> str:
    """The lower-case word at a token, empty beyond the end."""
    return tokens.lower[at] if 0 <= at < len(tokens.lower) else ""


def after_hyphen(tokens: Tokens, at: int) -> int:
    """The token behind a hyphen at `at` that joins two words, else `at` itself."""
    joined = (
        at + 1 < len(tokens.surface) and tokens.surface[at] in HYPHENS and tokens.glued[at] and tokens.glued[at + 1]
    )
    return at + joined


def _is_spaced(tokens: Tokens, i: int, at: int, lexicon: Lexicon) -> bool:
    """Is the capital letter apart from the digits at `i` a scale: "$5 B", "8 B people", not "3 B grades of school"?"""
    if tokens.glued[at] or tokens.kind[i] != NUMBER:
        return False
    following = word_at(tokens, at + 1)
    money = i > 0 and tokens.glued[i] and category(tokens.surface[i - 1][0]) == "Sc"
    return money or lexicon.singulars.get(following, following) != following


def read_scales(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Decimal, int, Part] | None:
    """The scale words or marks after token `i`: their product, the last token, and the rule that read them."""
    factor, last, rule = ONE, i, ""
    for _ in range(4):
        at = after_hyphen(tokens, last + 1)
        if at >= len(tokens.surface) or (at > last + 1 and tokens.lower[at] not in lexicon.scales):
            break
        word = tokens.lower[at]
        if word in lexicon.scales:
            factor, rule = factor * lexicon.scales[word], "numbers.scales"
        elif word in lexicon.scale_marks:
            factor, rule = factor * lexicon.scale_marks[word], "numbers.scale_marks"
        elif last == i and tokens.glued[at] and tokens.kind[i] == NUMBER and tokens.surface[at] in lexicon.glued_scales:
            factor, rule = lexicon.glued_scales[tokens.surface[at]], "numbers.scale_marks"
        elif last == i and tokens.surface[at] in lexicon.spaced_scales and _is_spaced(tokens, i, at, lexicon):
            factor, rule = lexicon.spaced_scales[tokens.surface[at]], "numbers.scale_marks"
        elif word in lexicon.collectives:
            factor, rule = factor * lexicon.collectives[word], "numbers.collectives"
        else:
            break
        last = at
    return (factor, last, (rule, i + 1, last)) if last > i else None
