"""Reads runs of digits: their grouping, the precision they were written at, powers of ten, fractions with a slash."""

from decimal import Decimal

from reconcile.extract.tokens import NUMBER, Tokens

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
HYPHENS = frozenset("-\u2010\u2011")
DASHES = frozenset("-\u2010\u2011\u2013\u2014")
MINUS = frozenset("-\u2212\u2013")
VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8), "⅕": (1, 5), "⅖": (2, 5)}
VULGAR |= {"⅗": (3, 5), "⅘": (4, 5), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅙": (1, 6), "⅚": (5, 6)}

_SIGNS = {"-": -1, "\u2212": -1, "+": 1, "--": 1}
_SLASHES = frozenset("/\u2044")
_LARGEST_POWER = 99
_LARGEST_DENOMINATOR = 1000


def parse_digits(surface: str) -> tuple[Decimal, Decimal]:
    """The value of a run of digits with its grouping, and the weight of its last meaningful digit."""
    plain = surface.replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "").replace(" ", "")
    commas, points = plain.count(","), plain.count(".")
    if commas and (points == 0 or plain.rfind(",") < plain.find(".")):
        whole, _, tail = plain.rpartition(",")
        decimal_comma = points == 0 and len(tail) != 3  # 3,5
        plain = whole.replace(",", "") + "." + tail if decimal_comma else plain.replace(",", "")
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


def read_power(tokens: Tokens, i: int) -> tuple[Decimal, Decimal, int] | None:
    """1.3e6, 1.3x10^6, 2.5^-1: the value, its step and the last token. A lost exponent is not guessed at."""
    following = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else ""
    if following not in ("e", "x", "\u00d7", "^"):
        return None
    value, step = parse_digits(tokens.surface[i])
    if following == "^":
        exponent = _exponent(tokens, i + 2)
        return (value ** exponent[0], step, exponent[1]) if exponent and value else None
    if following == "e":
        exponent = _exponent(tokens, i + 2) if tokens.glued[i + 1] else None
    else:
        exponent = _exponent(tokens, i + 4) if tokens.surface[i + 2 : i + 4] == ["10", "^"] else None
    return (value.scaleb(exponent[0]), step.scaleb(exponent[0]), exponent[1]) if exponent else None


def _exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The whole number with its sign that is glued on at token `at`, and its last token."""
    count, sign = len(tokens.surface), 1
    if at + 1 < count and tokens.surface[at] in _SIGNS and tokens.glued[at]:
        sign, at = _SIGNS[tokens.surface[at]], at + 1
    if (
        at >= count
        or not tokens.glued[at]
        or not tokens.surface[at].isdecimal()
        or int(tokens.surface[at]) > _LARGEST_POWER
    ):
        return None
    return sign * int(tokens.surface[at]), at


def flattened_power(tokens: Tokens, i: int) -> int | None:
    """The last token of a power of ten whose exponent lost its place ("1.99x10-30"): what it stood for is not known."""
    if tokens.lower[i + 1 : i + 3] in (["x", "10"], ["\u00d7", "10"]) and tokens.glued[i + 1]:
        signed = i + 4 < len(tokens.surface) and tokens.surface[i + 3] in _SIGNS and tokens.glued[i + 3]
        return i + 4 if signed and tokens.kind[i + 4] == NUMBER and tokens.glued[i + 4] else None
    return None


def slash_fraction(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """1/16, 3\u204444 read as a fraction, and its last token; 3/4/2026 and 405/2 are none."""
    if i + 2 >= len(tokens.surface) or tokens.surface[i + 1] not in _SLASHES or tokens.kind[i + 2] != NUMBER:
        return None
    top, bottom = tokens.surface[i], tokens.surface[i + 2]
    glued = tokens.glued[i + 1] and tokens.glued[i + 2]
    chained = i + 3 < len(tokens.surface) and tokens.glued[i + 3] and tokens.surface[i + 3] in "/\u2044("
    if not glued or chained or not (top.isdecimal() and bottom.isdecimal()) or len(top) > 2:
        return None
    if not 0 < int(top) < int(bottom) <= _LARGEST_DENOMINATOR:
        return None
    return Decimal(top) / Decimal(bottom), i + 2


def vulgar_fraction(tokens: Tokens, i: int) -> Decimal | None:
    """The value of the sign ½, ¾ ... at token `i`."""
    parts = VULGAR.get(tokens.surface[i]) if i < len(tokens.surface) else None
    return Decimal(parts[0]) / Decimal(parts[1]) if parts else None
