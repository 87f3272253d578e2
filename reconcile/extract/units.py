"""Reads units: currency signs before a number, unit words and symbols after it, and what a rate is counted by."""

from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import WORD, Tokens

_HYPHENS = frozenset("-\u2010\u2011")
_RATE_WORDS = frozenset({"a", "an", "per", "each", "every"})
_TIME = frozenset({"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "season", "shift", "annum"})
_THINGS = frozenset(
    {
        "person", "head", "capita", "household", "family", "home", "barrel", "share", "tonne", "ton", "litre", "liter", "gallon", "kilo",
        "kilogram", "kilogramme", "kg", "pound", "ounce", "passenger", "ticket", "vehicle", "car", "unit", "employee", "worker", "pupil",
        "student", "patient", "child", "adult", "customer", "user", "megawatt-hour", "kilowatt-hour", "mwh", "kwh", "hectare", "acre", "mile",
        "kilometre", "kilometer", "km", "metre", "meter", "bushel", "carat", "bag", "bottle", "trip", "ride", "seat", "room", "bed", "visit",
        "game", "match", "episode", "claim", "dose", "piece", "item", "pack", "cubic", "square", "sq", "therm", "mmbtu", "bird", "cow", "animal",
    }
)  # fmt: skip
_CANONICAL = {"annum": "year", "head": "person", "capita": "person", "kilo": "kg", "kilogram": "kg", "kilogramme": "kg", "liter": "litre",
              "meter": "metre", "kilometer": "km", "kilometre": "km"}  # fmt: skip


def sign_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The currency sign that stands before the number at token `start`, and its first token."""
    at = start - 1
    if at < floor:
        return None
    for words, unit in lexicon.signs.get(tokens.surface[at], ()):
        first = at - len(words) + 1
        if first < floor or tuple(tokens.surface[first : at + 1]) != words:
            continue
        if unit.risky and not (tokens.glued[start] and _is_large(tokens, start, lexicon)):
            continue  # a single letter is a currency only when glued to a sizeable figure: R500, not N95 or "plan R 500"
        if any(not tokens.glued[k] for k in range(first + 1, at + 1)):
            continue
        if first > floor and tokens.glued[first] and tokens.kind[first - 1] == WORD:
            continue
        return unit, first
    return None


def _is_large(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Three digits or more, or a scale behind them."""
    following = tokens.lower[at + 1] if at + 1 < len(tokens.lower) else ""
    return len(tokens.surface[at]) >= 3 or following in lexicon.scales or following in lexicon.scale_marks or following in ("m", "k", "b")


def unit_after(tokens: Tokens, last: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit that follows token `last` ("km", "per cent", "-month", "square metres"), and its last token."""
    at = last + 1
    count = len(tokens.surface)
    if at >= count:
        return None
    hyphen = tokens.surface[at] in _HYPHENS and tokens.glued[at] and at + 1 < count and tokens.glued[at + 1]
    if hyphen:
        at += 1
    glued = tokens.glued[at]
    best: tuple[Unit, int] | None = None
    for symbol, unit in lexicon.unit_symbols.get(tokens.surface[at], ()):
        if not tokens.text.startswith(symbol, tokens.start[at]) or unit.risky and (hyphen or not glued and not _stands_alone(tokens, at)):
            continue
        end = at
        while tokens.end[end] < tokens.start[at] + len(symbol):
            end += 1
        if tokens.end[end] == tokens.start[at] + len(symbol) and not _runs_on(tokens, end):
            best = (unit, end)
            break
    for words, unit in lexicon.unit_words.get(tokens.lower[at], ()):
        end = at + len(words)
        if tuple(tokens.lower[at:end]) == words and (best is None or end - 1 > best[1]):
            return unit, end - 1
    return best


def _runs_on(tokens: Tokens, end: int) -> bool:
    """Is the symbol that ends at token `end` only the beginning of a longer word or code?"""
    at = end + 1
    if at >= len(tokens.surface) or not tokens.glued[at] or tokens.kind[end] != WORD:
        return False
    return tokens.surface[at] not in ".,;:)!?/'\"\u2019\u201d-\u2013\u2014]+*~"


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Can a single letter a space behind its figure be a unit: "862 m", "43.4 C"? Only metric ones that nothing is glued to."""
    return tokens.surface[at] in ("m", "g", "t", "h", "C", "F", "l") and not (at + 1 < len(tokens.surface) and tokens.glued[at + 1] and tokens.surface[at + 1] not in ".,;:)!?\"\u201d")


def rate_after(tokens: Tokens, last: int, countable: bool, lexicon: Lexicon) -> tuple[str, int] | None:
    """What the figure that ends at token `last` is counted by ("a day", "per household", "/kg") and its last token.

    `countable` tells that the figure is an amount of money, a share or a measure, which "a" may divide by a thing.
    """
    at = last + 1
    if at + 1 >= len(tokens.lower):
        return None
    if tokens.surface[at] in _HYPHENS and tokens.glued[at] and tokens.lower[at + 1] in ("a", "per"):
        at += 1
    word = tokens.lower[at]
    slash = word == "/" and tokens.glued[at]
    if not slash and word not in _RATE_WORDS or at + 1 >= len(tokens.lower):
        return None
    noun_at = at + 1
    if tokens.surface[noun_at] in _HYPHENS and tokens.glued[noun_at] and noun_at + 1 < len(tokens.lower):
        noun_at += 1
    noun = tokens.lower[noun_at]
    if noun in _TIME or (countable and noun in _THINGS) or (word == "per" and noun.isalpha() and len(noun) > 1):
        if noun in ("square", "cubic", "sq") or noun in lexicon.unit_symbols or noun in lexicon.unit_words:
            unit = unit_after(tokens, noun_at - 1, lexicon)
            if unit and unit[1] > noun_at:
                return unit[0].code, unit[1]
        return _CANONICAL.get(noun, noun), noun_at
    return None


def rates_after(tokens: Tokens, last: int, countable: bool, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """Every divisor in turn ("per person per day"), and the last token read."""
    found: list[str] = []
    for _ in range(3):
        rate = rate_after(tokens, last, countable, lexicon)
        if rate is None:
            break
        found.append(rate[0])
        last = rate[1]
    return tuple(found), last
