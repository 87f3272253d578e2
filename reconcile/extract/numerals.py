"""Reads the bare number at a token: digits, number words, scales, fractions and vague words. Units and hedges come later."""

from dataclasses import dataclass
from decimal import Decimal

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, WORD, Tokens

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
_HYPHENS = frozenset("-\u2010\u2011\u2013")
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅕": (1, 5), "⅖": (2, 5)}
_VULGAR |= {"⅗": (3, 5), "⅘": (4, 5), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅙": (1, 6), "⅚": (5, 6)}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written over tokens `first`..`last` (inclusive).

    `value` is None for vague words, which have `low` and `high` instead. `share` tells that the number is a part of a
    whole ("a third", "one in five"), already in per cent. `step` as in `Quantity`. `scaled` tells that a scale word or mark was read.
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


def read_numeral(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The longest number that starts at token `i`, or None."""
    if tokens.kind[i] == NUMBER:
        return _digits(tokens, i, lexicon)
    if tokens.surface[i] in _VULGAR:
        return _vulgar(tokens, i)
    return _words(tokens, i, lexicon)


def parse_digits(surface: str) -> tuple[Decimal, Decimal]:
    """The value of a run of digits with its grouping, and the weight of its last meaningful digit."""
    plain = surface.replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "").replace(" ", "")
    commas, points = plain.count(","), plain.count(".")
    if commas and (points == 0 or plain.rfind(",") < plain.find(".")):
        whole, _, tail = plain.rpartition(",")
        if points == 0 and len(tail) != 3:
            plain = whole.replace(",", "") + "." + tail  # 3,5: a decimal comma
        else:
            plain = plain.replace(",", "")
    elif commas:
        plain = plain.replace(".", "").replace(",", ".")  # 1.234,5
    elif points > 1:
        plain = plain.replace(".", "")  # 1.234.567
    return Decimal(plain), written_step(plain)


def written_step(plain: str) -> Decimal:
    """The weight of the last meaningful digit of a plain number: 1.2 -> 0.1, 5300 -> 100, 1034 -> 1."""
    whole, point, decimals = plain.partition(".")
    if point:
        return ONE.scaleb(-len(decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    return ONE.scaleb(min(zeros, len(whole) - 1)) if whole.strip("0") else ONE


def _digits(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    value, step = parse_digits(tokens.surface[i])
    last, rule = i, "numbers.digits"
    power = _power(tokens, i)
    if power:
        factor, last = power
        return Numeral(i, last, value * factor, step * factor, "numbers.powers", scaled=True)
    fraction = _slash_fraction(tokens, i)
    if fraction:
        value, last = fraction
        step = value
    mixed = _mixed_fraction(tokens, last, lexicon)
    if mixed:
        value, last = value + mixed[0], mixed[1]
        step = mixed[0]
    scaled = _scales(tokens, last, lexicon)
    if scaled:
        factor, last, rule = scaled
        value, step = value * factor, step * factor
        value, step, last = _further_parts(tokens, value, step, factor, last, lexicon)
    return Numeral(i, last, value, step, rule, scaled=bool(scaled))


def _power(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """1.3e6 and 1.3x10^6: the factor and its last token. An exponent that lost its mark (10-30) is not guessed at."""
    if i + 2 >= len(tokens.surface) or not tokens.glued[i + 1]:
        return None
    if tokens.lower[i + 1] == "e" and tokens.glued[i + 2] and tokens.kind[i + 2] == NUMBER and tokens.surface[i + 2].isdigit():
        return ONE.scaleb(int(tokens.surface[i + 2])), i + 2
    if tokens.lower[i + 1] in ("x", "\u00d7") and tokens.surface[i + 2] == "10" and tokens.surface[i + 3 : i + 4] == ["^"]:
        at = i + 4
        sign = -1 if tokens.surface[at : at + 1] in (["-"], ["\u2212"]) else 1
        at += sign < 0
        if at < len(tokens.surface) and tokens.surface[at].isdigit() and len(tokens.surface[at]) < 3:
            return ONE.scaleb(sign * int(tokens.surface[at])), at
    return None


def _further_parts(tokens: Tokens, value: Decimal, step: Decimal, factor: Decimal, last: int, lexicon: Lexicon) -> tuple[Decimal, Decimal, int]:
    """What is added to a scaled number: "1 crore 20 lakh", "3 hundred and 21", "two million and a half"."""
    for _ in range(3):
        at = last + 1
        joined = at < len(tokens.lower) and tokens.lower[at] == "and"
        at += joined
        if at >= len(tokens.lower) or tokens.glued[at]:
            break
        half = _part_of_scale(tokens, at, lexicon) if joined else None
        if half:
            return value + half[0] * factor, half[0] * factor, half[1]
        if not (tokens.kind[at] == NUMBER or tokens.lower[at] in lexicon.cardinals):
            break
        part = _digits(tokens, at, lexicon) if tokens.kind[at] == NUMBER else _cardinal(tokens, at, lexicon, None)
        if part is None or part.value is None or part.share or not 0 < part.value < factor or not (part.scaled or joined and factor <= 1000):
            break
        value, step, last, factor = value + part.value, part.step, part.last, _last_scale(part)
    return value, step, last


def _last_scale(part: Numeral) -> Decimal:
    return part.step if part.scaled else ONE


def _part_of_scale(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """A fraction of the scale before it: "a half", "three quarters", "two thirds" in "five million and three quarters"."""
    word = tokens.lower[at]
    top = ONE if word in ("a", "an") else lexicon.cardinals.get(word)
    if top is None or at + 1 >= len(tokens.lower):
        return None
    bottom = lexicon.fractions.get(tokens.lower[at + 1])
    following = tokens.lower[at + 2] if at + 2 < len(tokens.lower) else ""
    if bottom is None or top >= bottom or following == "of" or following in lexicon.scales:
        return None
    return top / bottom, at + 1


def _slash_fraction(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """1/16, 3\u204444 read as a fraction; 3/4/2026 is not one."""
    if i + 2 < len(tokens.surface) and tokens.surface[i + 1] in "/\u2044" and tokens.kind[i + 2] == NUMBER:
        top, bottom = tokens.surface[i], tokens.surface[i + 2]
        glued = tokens.glued[i + 1] and tokens.glued[i + 2]
        chained = i + 3 < len(tokens.surface) and tokens.surface[i + 3] in "/\u2044"
        if glued and not chained and top.isdigit() and bottom.isdigit() and int(top) < int(bottom) <= 1000:
            return Decimal(top) / Decimal(bottom), i + 2
    return None


def _mixed_fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """What follows the whole part: "and a half", "1/2", "½"; returns the fraction and its last token."""
    j = i + 1
    if j >= len(tokens.surface):
        return None
    if tokens.surface[j] in _VULGAR:
        top, bottom = _VULGAR[tokens.surface[j]]
        return Decimal(top) / Decimal(bottom), j
    if tokens.kind[j] == NUMBER and "." not in tokens.surface[i] and "," not in tokens.surface[i]:
        found = _slash_fraction(tokens, j)
        return found
    lower = tokens.lower
    if lower[j] in _HYPHENS and tokens.glued[j]:
        j += 1
    if j + 2 < len(lower) and lower[j] == "and":
        k = j + 1 + (lower[j + 1] in _HYPHENS)
        if lower[k] in ("a", "one") and k + 1 < len(lower):
            k += 1 + (lower[k + 1] in _HYPHENS)
            if k < len(lower) and lower[k] in lexicon.fractions and lexicon.fractions[lower[k]] <= 4:
                after = lower[k + 1] if k + 1 < len(lower) else ""
                if after != "of":
                    return ONE / lexicon.fractions[lower[k]], k
    return None


def _scales(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Decimal, int, str] | None:
    """The scale words or marks after token `i`: their product, the last token and the rule."""
    factor, last, rule = ONE, i, ""
    j = i + 1
    while j < len(tokens.surface):
        word, glued = tokens.lower[j], tokens.glued[j]
        if glued and tokens.surface[j] in _HYPHENS and j + 1 < len(tokens.surface) and tokens.lower[j + 1] in lexicon.scales:
            j += 1
            word = tokens.lower[j]
        if word in lexicon.scales:
            factor, last, rule = factor * lexicon.scales[word], j, "numbers.scales"
        elif word in lexicon.scale_marks:
            factor, last, rule = factor * lexicon.scale_marks[word], j, "numbers.scale_marks"
        elif glued and j == i + 1 and tokens.kind[i] == NUMBER and tokens.surface[j] in lexicon.glued_scales:
            factor, last, rule = lexicon.glued_scales[tokens.surface[j]], j, "numbers.scale_marks"
        elif word in lexicon.collectives and last >= i:
            factor, last, rule = factor * 12, j, "numbers.collectives"
        else:
            break
        j += 1
    return (factor, last, rule) if last > i else None


def _vulgar(tokens: Tokens, i: int) -> Numeral:
    top, bottom = _VULGAR[tokens.surface[i]]
    value = Decimal(top) / Decimal(bottom)
    return Numeral(i, i, value, value, "numbers.fractions")


def _words(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    word = tokens.lower[i]
    role = lexicon.starters.get(word)
    if role is None:
        return None
    for reader in _READERS[role]:
        numeral = reader(tokens, i, lexicon)
        if numeral:
            return numeral
    return None


def _article(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "a dozen", "a hundred and twenty", "a million", "a third", "a half", "a quarter"."""
    j = i + 1
    if j >= len(tokens.surface) or tokens.glued[j]:
        return None
    word = tokens.lower[j]
    if word in lexicon.scales or word == "dozen":
        rest = _cardinal(tokens, j, lexicon, ONE)
        return rest and Numeral(i, rest.last, rest.value, rest.step, rest.rule, scaled=True)
    if word in lexicon.fractions:
        return _fraction(tokens, i, j, ONE, lexicon)
    return None


def _plain_cardinal(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    return _cardinal(tokens, i, lexicon, None)


def _cardinal(tokens: Tokens, i: int, lexicon: Lexicon, current: Decimal | None) -> Numeral | None:
    """A number in words from token `i`; `current` is 1 after an article ("a hundred")."""
    lower, count = tokens.lower, len(tokens.lower)
    total, part = ZERO, current
    step, last, rule, scaled = ONE, i - 1, "numbers.cardinals", False
    small: Decimal | None = None  # the last word below a hundred, still open to "twenty" + "five"
    j = i
    while j < count:
        word = lower[j]
        if word in _HYPHENS and tokens.glued[j] and j + 1 < count and tokens.glued[j + 1]:
            j += 1
            word = lower[j]
            if word not in lexicon.cardinals and word not in lexicon.scales:
                break
        if word == "and" and scaled and j + 1 < count and lower[j + 1] in lexicon.cardinals and part is not None:
            if _part_of_scale(tokens, j + 1, lexicon):
                break
            j += 1
            word = lower[j]
            if tokens.surface[j][0].isupper():
                break
        if word in lexicon.cardinals:
            value = lexicon.cardinals[word]
            if part is None:
                part = value
            elif small is not None and small >= 20 and small % 10 == 0 and 0 < value < 10:
                part += value
            elif small is None and scaled and part % 100 == 0:
                part += value
            else:
                break
            small, step = value, written_weight(value)
        elif word in lexicon.scales and (part is not None):
            factor = lexicon.scales[word]
            if factor == HUNDRED and 0 < part < HUNDRED:
                part *= HUNDRED
            elif part == 0 and scaled and total:
                total *= factor  # "three lakh crore"
            elif factor > HUNDRED:
                total, part = total + part * factor, ZERO
            else:
                break
            small, step, rule, scaled = None, factor * (step if step < 1 else ONE), "numbers.scales", True
        elif word in lexicon.collectives and part is not None and (not scaled or part < 1000):
            total, part, small, scaled, step, rule = total + part * 12, ZERO, None, True, Decimal(12), "numbers.collectives"
        else:
            break
        last = j
        j += 1
    if part is None or last < i:
        return None
    value = total + part
    if last + 1 < count:
        tail = _word_tail(tokens, i, last, value, lexicon)
        if tail:
            return tail
    mixed = None if scaled else _mixed_fraction(tokens, last, lexicon)
    if mixed:
        value, last, step = value + mixed[0], mixed[1], mixed[0]
        more = _scales(tokens, last, lexicon)
        if more:
            value, last, step, rule, scaled = value * more[0], more[1], step * more[0], more[2], True
    if scaled and step >= HUNDRED:
        value, step, last = _further_parts(tokens, value, step, step, last, lexicon)
    return Numeral(i, last, value, step, rule, scaled=scaled)


def written_weight(value: Decimal) -> Decimal:
    """The weight of the last meaningful digit of a small whole number in words."""
    return Decimal(10) if value and value % 10 == 0 else ONE


def _word_tail(tokens: Tokens, first: int, last: int, value: Decimal, lexicon: Lexicon) -> Numeral | None:
    """What may follow a small number word: a fraction ("two thirds") or decimals ("two point five")."""
    j = last + 1
    if tokens.surface[j] in _HYPHENS and j + 1 < len(tokens.lower):
        j += 1
    word = tokens.lower[j]
    if word in lexicon.fractions and value < 10:
        return _fraction(tokens, first, j, value, lexicon)
    if word == "point" and j + 1 < len(tokens.lower) and tokens.lower[j + 1] in lexicon.cardinals:
        digits = ""
        k = j + 1
        while k < len(tokens.lower) and tokens.lower[k] in lexicon.cardinals and lexicon.cardinals[tokens.lower[k]] < 10:
            digits += str(lexicon.cardinals[tokens.lower[k]])
            k += 1
        if not digits:
            return None
        value += Decimal("0." + digits)
        step = ONE.scaleb(-len(digits))
        scaled = _scales(tokens, k - 1, lexicon)
        if scaled:
            return Numeral(first, scaled[1], value * scaled[0], step * scaled[0], scaled[2], scaled=True)
        return Numeral(first, k - 1, value, step, "numbers.cardinals")
    return None


def _fraction(tokens: Tokens, first: int, at: int, top: Decimal, lexicon: Lexicon) -> Numeral | None:
    """A fraction whose denominator stands at token `at`. Before a scale it is a number, else a share in per cent."""
    bottom = lexicon.fractions[tokens.lower[at]]
    word = tokens.lower[at]
    following = tokens.lower[at + 1] if at + 1 < len(tokens.lower) else ""
    plural = word.endswith("s") or word == "halves"
    if (top != 1 and not plural) or (first == at and word not in ("half", "quarter")):
        return None
    if following in _HYPHENS and tokens.glued[at + 1]:
        following = tokens.lower[at + 2] if at + 2 < len(tokens.lower) else ""
    scale_at = at + 1
    if following == "of" and tokens.lower[at + 2 : at + 3] == ["a"] and tokens.lower[at + 3 : at + 4] and tokens.lower[at + 3] in lexicon.scales:
        scale_at = at + 3
    elif following in ("a", "an"):
        scale_at = at + 2
    if scale_at < len(tokens.lower) and tokens.lower[scale_at] in lexicon.scales | {"dozen": Decimal(12)}:
        scaled = _scales(tokens, scale_at - 1, lexicon)
        if scaled:
            return Numeral(first, scaled[1], top * scaled[0] / bottom, scaled[0] / bottom, "numbers.fractions", scaled=True)
    if not plural and word not in ("half", "quarter") and lexicon.continues_noun(following):
        return None  # "a third suspect"
    if word == "quarter" and lexicon.continues_noun(following) and following not in lexicon.unit_words:
        return None
    return Numeral(first, at, HUNDRED * top / bottom, HUNDRED / bottom, "numbers.fractions", share=True)


def _half(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "half a million", "half of the homes", "half an hour"; a bare adjective ("half empty") is no figure."""
    return _fraction(tokens, i, i, ONE, lexicon)


def _vague(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "several thousand", "dozens", "hundreds of thousands", "a couple of hundred"."""
    for words, low, high in lexicon.vague_factors.get(tokens.lower[i], ()):
        end = i + len(words)
        if tuple(tokens.lower[i:end]) == words and end < len(tokens.lower):
            scaled = _scales(tokens, end - 1, lexicon)
            if scaled:
                return Numeral(i, scaled[1], None, scaled[0], "numbers.vague", low * scaled[0], high * scaled[0], scaled=True)
    for words, low, high in lexicon.vague_bounds.get(tokens.lower[i], ()):
        end = i + len(words)
        if tuple(tokens.lower[i:end]) == words:
            return Numeral(i, end - 1, None, low, "numbers.vague", low, high)
    return None


def _bare_scale(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """Two scales without an article: "hundred thousand dollars", "one of a million million"."""
    if i + 1 < len(tokens.lower) and tokens.lower[i + 1] in lexicon.scales:
        return _cardinal(tokens, i, lexicon, ONE)
    return None


_READERS = {
    "article": (_vague, _article),
    "cardinal": (_plain_cardinal,),
    "half": (_half,),
    "scale": (_bare_scale,),
    "vague": (_vague,),
}
