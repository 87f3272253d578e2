"""Reads numbers in words: "twenty-five", "a hundred and one", "thirteen hundred", "one and a half million"."""

from decimal import Decimal

from reconcile.extract.figures.composed import composed_fraction
from reconcile.extract.figures.digits import HUNDRED, HYPHENS, ONE, ZERO
from reconcile.extract.figures.fractions import fraction, mixed_fraction, part_of_scale
from reconcile.extract.figures.numeral import Numeral, after_hyphen, read_scales, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import Tokens

RULE = "numbers.cardinals"


def cardinal(tokens: Tokens, i: int, lexicon: Lexicon, current: Decimal | None = None) -> Numeral | None:
    """A number in words from token `i`; `current` is 1 after an article ("a hundred")."""
    composed = composed_fraction(tokens, i, lexicon) if current is None else None
    if composed:
        return composed if composed.share else with_scales(tokens, composed, lexicon)
    run = _Run(tokens, lexicon, i, current)
    numeral = run.read()
    if numeral is None or numeral.value is None:
        return None
    tail = _tail(tokens, numeral, numeral.value, lexicon)
    if tail:
        return tail
    mixed = None if numeral.scaled else mixed_fraction(tokens, numeral.last, lexicon)
    if not mixed:
        return numeral
    numeral = numeral._replace(value=numeral.value + mixed[0], last=mixed[1], step=mixed[0])
    return with_scales(tokens, numeral, lexicon)


def with_scales(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """The number with the scales behind it."""
    scaled = read_scales(tokens, numeral.last, lexicon)
    if scaled is None or numeral.value is None:
        return numeral
    factor, last, part = scaled
    more = (*numeral.more, part)
    return numeral._replace(value=numeral.value * factor, step=numeral.step * factor, last=last, scaled=True, more=more)


class _Run:
    """One pass over number words: `total` is what is closed by a scale above a hundred, `part` what is still open."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, first: int, current: Decimal | None) -> None:
        self.tokens, self.lexicon, self.first, self.last = tokens, lexicon, first, first - 1
        self.total, self.part = ZERO, current
        self.small: Decimal | None = None  # the last word below a hundred, still open to "twenty" + "five"
        self.step, self.scaled, self.scales = ONE, False, ""

    def read(self) -> Numeral | None:
        """The number, None where the words form none."""
        at = self.first
        while at < len(self.tokens.lower):
            at = self._opening(at)
            word = self.tokens.lower[at]
            if not (self._cardinal(word) or self._scale(word) or self._collective(word)):
                break
            self.last, at = at, at + 1
        if self.part is None or self.last < self.first:
            return None
        more = ((self.scales, self.first, self.last),) if self.scales else ()
        return Numeral(self.first, self.last, self.total + self.part, self.step, RULE, scaled=self.scaled, more=more)

    def _opening(self, at: int) -> int:
        """Skips the hyphen or the "and" before the next word of the number."""
        lower, lexicon = self.tokens.lower, self.lexicon
        joined = after_hyphen(self.tokens, at) if at > self.first else at
        if joined == at > self.first and self._spaced(at):
            return at + 1
        if joined > at:
            return joined if lower[joined] in lexicon.cardinals or lower[joined] in lexicon.scales else at
        if (
            lower[at] != "and"
            or not self.scaled
            or self.part is None
            or word_at(self.tokens, at + 1) not in lexicon.cardinals
        ):
            return at
        fraction_follows = word_at(self.tokens, at + 2) in lexicon.fractions
        if (
            fraction_follows
            or part_of_scale(self.tokens, at + 1, lexicon)
            or (self.tokens.surface[at + 1][0].isupper() and self.tokens.surface[at].islower())
        ):
            return at
        return at + 1

    def _spaced(self, at: int) -> bool:
        """Does a spaced hyphen at token `at` join tens and units where nothing else is in the text: "fifty - two"?"""
        alone = self.first == 0 and len(self.tokens.lower) == at + 2 and self.tokens.lower[at] in HYPHENS
        return (
            alone
            and self.tokens.lower[at + 1] in self.lexicon.cardinals
            and self.small is not None
            and self.small >= 20
        )

    def _cardinal(self, word: str) -> bool:
        value = self.lexicon.cardinals.get(word)
        if value is None:
            return False
        if self.part is None:
            self.part = value
        elif (self.small is not None and self.small >= 20 and self.small % 10 == 0 and 0 < value < 10) or (
            self.small is None and self.scaled and self.part % 100 == 0
        ):
            self.part += value
        else:
            return False
        self.small, self.step = value, Decimal(10) if value and value % 10 == 0 else ONE
        return True

    def _scale(self, word: str) -> bool:
        factor = self.lexicon.scales.get(word)
        if factor is None or self.part is None:
            return False
        if factor == HUNDRED:
            if not 0 < self.part < HUNDRED:
                return False
            self.part *= HUNDRED
        elif self.part == 0 and self.scaled and self.total:
            self.total *= factor  # "three lakh crore"
        else:
            self.total, self.part = self.total + self.part * factor, ZERO
        self.small, self.step, self.scaled, self.scales = None, factor * min(self.step, ONE), True, "numbers.scales"
        return True

    def _collective(self, word: str) -> bool:
        factor = self.lexicon.collectives.get(word)
        if factor is None or self.part is None:
            return False
        if self.part >= HUNDRED and self.small is not None:  # "three hundred and two dozen"
            self.total, self.part = self.total + self.part - self.small, self.small
        self.total, self.part = self.total + self.part * factor, ZERO
        self.small, self.step, self.scaled, self.scales = None, factor, True, "numbers.collectives"
        return True


def _tail(tokens: Tokens, numeral: Numeral, value: Decimal, lexicon: Lexicon) -> Numeral | None:
    """What may follow a small number in words: a fraction ("two thirds") or decimals ("two point five")."""
    at = numeral.last + 1
    at += at < len(tokens.surface) and tokens.surface[at] in HYPHENS
    word = word_at(tokens, at)
    if word in lexicon.fractions and value < 10 and not numeral.scaled:
        return fraction(tokens, numeral.first, at, value, lexicon)
    return _decimals(tokens, numeral, value, lexicon) if word == "point" else None


def _decimals(tokens: Tokens, numeral: Numeral, value: Decimal, lexicon: Lexicon) -> Numeral | None:
    """ "two point five million", "nought point one one": the digits after the point, word by word."""
    digits, at = "", numeral.last + 2
    while at < len(tokens.lower) and tokens.lower[at] in lexicon.cardinals:
        digits += str(lexicon.cardinals[tokens.lower[at]])
        joined = after_hyphen(tokens, at + 1)
        if joined > at + 1 and word_at(tokens, joined) in lexicon.cardinals:
            digits, at = digits[:-1] + str(lexicon.cardinals[tokens.lower[joined]]), joined
        at += 1
    if not digits:
        return None
    read = numeral._replace(last=at - 1, value=value + Decimal("0." + digits), step=ONE.scaleb(-len(digits)))
    return with_scales(tokens, read, lexicon)
