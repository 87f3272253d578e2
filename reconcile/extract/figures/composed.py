"""Reads fractions whose parts are composed of several words: "one hundred thirty-two fifths", "a twenty-first"."""

from decimal import Decimal

from reconcile.extract.figures.digits import HUNDRED, HYPHENS, ONE, ZERO
from reconcile.extract.figures.fractions import RULE
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import Tokens

_CLOSED = Decimal(-1)  # no word below a hundred is open to the next one
_LONGEST = 14  # tokens that such a number may have


def composed_fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The fraction that starts at token `i` where its denominator, numerator or whole part has several words."""
    words, at = _run(tokens, i, lexicon)
    if not words or at >= len(tokens.lower):
        return None
    plural = tokens.lower[at].endswith("s") or tokens.lower[at] == "halves"
    last = lexicon.fractions.get(tokens.lower[at])
    if last is None:
        last = lexicon.ordinals.get(tokens.lower[at].removesuffix("s"))
        if last is None or words[-1] not in lexicon.cardinals or tokens.lower[at].startswith("second"):
            return None
    if _adds_to_scale(words, lexicon):
        return None
    hyphen = tokens.surface[at - 1] in HYPHENS
    value = _mixed(words, last, lexicon, plural=plural) or _over(words, last, lexicon, plural=plural, joined=hyphen)
    if value is None:
        return None
    if value < 1:
        return Numeral(i, at, HUNDRED * value, HUNDRED * value, RULE, share=True)
    return Numeral(i, at, value, ONE / last, RULE)


def _run(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[list[str], int]:
    """The number words from token `i` on, hyphenated ones joined by "-", and the token behind them."""
    words: list[str] = []
    at, joined = i, False
    while at < min(len(tokens.lower), i + _LONGEST):
        word = tokens.lower[at]
        if word in HYPHENS and words and at + 1 < len(tokens.lower):
            joined = True
        elif (
            word in lexicon.cardinals
            or word in lexicon.scales
            or (word in ("a", "an") and (not words or words[-1] == "and"))
        ):
            word = "one" if word in ("a", "an") else word
            words[-1:] = [f"{words[-1]}-{word}"] if joined else [*words[-1:], word]
            joined = False
        elif word == "and" and words and words[-1] != "and":
            words.append(word)
        else:
            break
        at += 1
    return words, at


def _mixed(words: list[str], bottom: Decimal, lexicon: Lexicon, *, plural: bool) -> Decimal | None:
    """ "twenty and three fifths", "three and a fifth": a whole and a part smaller than one."""
    if "and" not in words:
        return None
    split = len(words) - 1 - words[::-1].index("and")
    top = evaluate(words[split + 1 :], lexicon)
    whole = evaluate(words[:split], lexicon)
    if whole is None or top is None or top >= bottom or (not plural and top != 1):
        return None
    return whole + top / bottom


def _over(words: list[str], last: Decimal, lexicon: Lexicon, *, plural: bool, joined: bool) -> Decimal | None:
    """ "one twenty-fifth", "one hundred thirty fifths", "twenty-three fifths": a numerator over a denominator."""
    size = _denominator_words(words, last, lexicon, joined=joined)
    if size:
        top = evaluate(words[:-size], lexicon)
        head = evaluate([word for word in words[-size:] if word != "and"], lexicon)
        if top and head and (plural or top == 1):
            return top / (head + last)
    whole = evaluate(words, lexicon)
    return whole / last if (whole and plural and len(words) > 1) or (whole and plural and whole > last) else None


def _denominator_words(words: list[str], last: Decimal, lexicon: Lexicon, *, joined: bool) -> int:
    """How many of the words before the last word of the denominator belong to it."""
    back = 1 + (words[-1] == "and")
    if last >= 100 or len(words) <= back:
        return 0
    before = words[-back]
    if before in lexicon.scales:
        return back + 1 if len(words) > back + 1 and words[-back - 1] in lexicon.cardinals else 0
    tens = lexicon.cardinals.get(before, ONE)
    return back if last < 10 and tens >= 20 and (joined or words[-back - 1] != "and") else 0


def evaluate(words: list[str], lexicon: Lexicon) -> Decimal | None:
    """The value of number words in a row, None where they form no number."""
    if not words or words[-1] == "and":
        return None
    total, part, small = ZERO, ZERO, _CLOSED
    for bit in (bit for word in words for bit in word.split("-")):
        if bit == "and":
            small = _CLOSED
        elif bit in lexicon.cardinals:
            value = lexicon.cardinals[bit]
            if small > 0 and not (small >= 20 and small % 10 == 0 and value < 10):
                return None
            part, small = part + value, value
        elif part == 0:
            return None
        elif lexicon.scales[bit] == HUNDRED and part < HUNDRED:
            part, small = part * HUNDRED, _CLOSED
        else:
            total, part, small = total + part * lexicon.scales[bit], ZERO, _CLOSED
    return total + part


def _adds_to_scale(words: list[str], lexicon: Lexicon) -> bool:
    """ "two million and three fifths" adds a part of a million, and is read with it."""
    if "and" not in words:
        return False
    before = words[len(words) - 2 - words[::-1].index("and")]
    return lexicon.scales.get(before, ZERO) > HUNDRED


def over_fraction(tokens: Tokens, top: Numeral, bottom: Numeral | None, first: int, end: int) -> Numeral | None:
    """ "one over three" where that is all the text from `first` to `end` holds, or all that it says something is."""
    signed = word_at(tokens, top.first - 1) in ("minus", "negative")
    stated = word_at(tokens, top.first - 1 - signed) in ("is", "equals", "=")
    if (
        bottom is None
        or (top.first != first and not stated)
        or bottom.last != end - 1
        or not top.value
        or not bottom.value
    ):
        return None
    if top.share or bottom.share or word_at(tokens, top.last + 1) != "over":
        return None
    return Numeral(
        top.first, bottom.last, top.value / bottom.value, ONE / bottom.value, RULE, more=(*top.parts, *bottom.parts)
    )
