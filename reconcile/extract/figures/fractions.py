"""Reads fractions: parts of a whole ("a third of"), of a scale ("half a million"), and mixed numbers ("2 1/2")."""

from decimal import Decimal

from reconcile.extract.figures.digits import HUNDRED, HYPHENS, ONE, parse_digits, slash_fraction, vulgar_fraction
from reconcile.extract.figures.numeral import Numeral, after_hyphen, read_scales, word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, Tokens

RULE = "numbers.fractions"
_EIGHTHS = frozenset({"2", "4", "8", "16", "32"})  # what prices are quoted in


def mixed_fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """What follows the whole part that ends at token `i`: "½", "1/2", "and a half"; the fraction and its last token."""
    at = i + 1
    if at >= len(tokens.surface):
        return None
    sign = vulgar_fraction(tokens, at)
    if sign is not None:
        return sign, at
    if tokens.kind[at] == NUMBER:
        return slash_fraction(tokens, at) if tokens.surface[i].isdecimal() else None
    quoted = _quoted_fraction(tokens, i)
    if quoted:
        return quoted
    at = after_hyphen(tokens, at)
    if word_at(tokens, at) != "and":
        return None
    at = after_hyphen(tokens, at + 1)
    if word_at(tokens, at) not in ("a", "an", "one"):
        return None
    at = after_hyphen(tokens, at + 1)
    bottom = lexicon.fractions.get(word_at(tokens, at))
    of = word_at(tokens, at + 1) == "of"
    if bottom is None or of or (lexicon.continues_noun(word_at(tokens, at + 1)) and bottom not in (2, 4)):
        return None
    return ONE / bottom, at


def _quoted_fraction(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """The fraction that a hyphen ties to the price that ends at token `i`, as on grain markets: "8-1/4 cents"; in
    "$5.46-3/4" it is one of a cent."""
    at = i + 1
    if tokens.surface[at] not in HYPHENS or not tokens.glued[at] or at + 1 >= len(tokens.surface):
        return None
    found = slash_fraction(tokens, at + 1) if tokens.glued[at + 1] else None
    if found is None or tokens.surface[found[1]] not in _EIGHTHS or tokens.kind[i] != NUMBER:
        return None
    return found[0] * (parse_digits(tokens.surface[i])[1] if "." in tokens.surface[i] else ONE), found[1]


def part_of_scale(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """A fraction of the scale before it: "a half", "three quarters" in "five million and three quarters"."""
    top = ONE if word_at(tokens, at) in ("a", "an") else lexicon.cardinals.get(word_at(tokens, at))
    bottom = lexicon.fractions.get(word_at(tokens, at + 1))
    following = word_at(tokens, at + 2)
    if top is None or bottom is None or top >= bottom or following == "of" or following in lexicon.scales:
        return None
    return top / bottom, at + 1


def fraction(tokens: Tokens, first: int, at: int, top: Decimal, lexicon: Lexicon) -> Numeral | None:
    """A fraction from token `first` on, `top` over the word at token `at`: a number before a scale, else a share."""
    word = tokens.lower[at]
    bottom = lexicon.fractions[word]
    plural = word.endswith("s")
    if (top != 1 and not plural) or top == bottom or (bottom == 4 and plural and top % 3):
        return None  # "two quarters" are half a year
    scaled = _of_scale(tokens, first, at, top / bottom, lexicon)
    if scaled:
        return scaled
    if not plural and _qualifies(tokens, first, at, lexicon):
        return None
    return Numeral(first, at, HUNDRED * top / bottom, HUNDRED / bottom, RULE, share=True)


def _of_scale(tokens: Tokens, first: int, at: int, part: Decimal, lexicon: Lexicon) -> Numeral | None:
    """ "half a million", "a quarter of a million", "half a dozen"."""
    scale_at = after_hyphen(tokens, at + 1)
    scale_at += word_at(tokens, scale_at) == "of"
    scale_at += word_at(tokens, scale_at) in ("a", "an")
    if scale_at > at + 2 or word_at(tokens, at + 1) != "of":
        word = word_at(tokens, scale_at)
        if word in lexicon.scales or word in lexicon.collectives:
            scaled = read_scales(tokens, scale_at - 1, lexicon)
            if scaled:
                factor, last, rule = scaled
                return Numeral(first, last, part * factor, part * factor, RULE, scaled=True, more=(rule,))
    return None


def _qualifies(tokens: Tokens, first: int, at: int, lexicon: Lexicon) -> bool:
    """Is the denominator an ordinal or a noun of another sense here: "a third suspect", "the quarter's growth"?"""
    following = word_at(tokens, at + 1)
    word = tokens.lower[at]
    named = word in ("half", "quarter") and first == at
    if named and (
        word_at(tokens, first - 1) in lexicon.tables["numbers.fractions.periods"]
        or word_at(tokens, first - 1) in lexicon.ordinals
    ):
        return True
    if following in lexicon.tables["numbers.fractions.whole"]:
        return False
    if word in ("half", "quarter"):
        return _bare_half_qualifies(tokens, first, at, lexicon)
    thing = lexicon.continues_noun(following) or lexicon.lemma(following) in lexicon.noun_class
    return following in ("'s", "\u2019s") or (thing and following not in lexicon.tables["numbers.fractions.comparing"])


def _bare_half_qualifies(tokens: Tokens, first: int, at: int, lexicon: Lexicon) -> bool:
    """ "the second half", "half-mast", "half empty", "a quarter final", "in the quarter" take no share of anything."""
    before, following = word_at(tokens, first - 1), word_at(tokens, at + 1)
    joined = after_hyphen(tokens, at + 1)
    if joined > at + 1 or following in ("'s", "\u2019s"):
        return word_at(tokens, joined) not in lexicon.unit_words
    if following in lexicon.unit_words:
        return False
    if first == at and tokens.lower[at] == "quarter":
        return True
    hedged = before in lexicon.before or first < at
    return (not hedged and lexicon.continues_noun(following)) or lexicon.pos.get(following) == "J"
