"""Reads units: currency signs before a number, unit words and symbols after it, and what a rate is counted by."""

from reconcile.extract.figures.digits import HYPHENS
from reconcile.extract.figures.numeral import word_at
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import NUMBER, WORD, Tokens

RATES = "numbers.rates"
_MAX_DIVISORS = 3
_SHARE_DIGITS = 2
_SPACED_SIGNS = frozenset({("US", "$"), ("HK", "$"), ("NZ", "$"), ("S", "$")})  # "S $1.2m"; but "A $5m fund" is no A$
_POINT_REACH = 40  # words around a bare "point" in which a share, a rate or a poll makes it one of percentage
_MAY_FOLLOW = frozenset(".,;:)!?/'\"\u2019\u201d-\u2013\u2014]+*~")
_CLOSING = frozenset('.,;:)!?"\u201d')


def sign_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The currency sign that stands before the number at token `start`, and its first token."""
    at = start - 1
    if at < floor or tokens.surface[at] not in lexicon.signs:
        return None
    for words, unit in lexicon.signs.ending(tokens.surface, at, floor):
        first = at - len(words) + 1
        if unit.risky and not (
            tokens.glued[start] and (_is_large(tokens, start, lexicon) or _is_used(tokens, start, words, lexicon))
        ):
            continue  # a single letter is a currency only when glued to a sizeable figure: R500, not N95 or "R 500"
        if unit.risky and len(words) == 1 and _is_model(tokens, start, lexicon):
            continue
        if any(not tokens.glued[k] for k in range(first + 1, at + 1)) and words not in _SPACED_SIGNS:
            continue
        if (
            first > floor
            and tokens.glued[first]
            and (tokens.kind[first - 1] == WORD or (unit.risky and tokens.surface[first - 1] in HYPHENS))
        ):
            continue
        return unit, first
    return None


def _is_large(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Three digits or more, or a scale behind them."""
    following = word_at(tokens, at + 1)
    return (
        len(tokens.surface[at]) >= 3
        or following in lexicon.scales
        or following in lexicon.scale_marks
        or following in ("m", "k", "b")
    )


def _is_model(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Do a letter and the bare number at token `start` name a machine and no sum: "the P900 jet", but "the R350
    grant"?"""
    if not tokens.surface[start].isdecimal() or len(tokens.surface[start - 1]) > 1:
        return False
    machine = lexicon.noun_class.get(lexicon.lemma(word_at(tokens, start + 1)), "")
    return machine in lexicon.tables["nonclaims.machines"] and not lexicon.continues_noun(word_at(tokens, start + 2))


def _is_used(tokens: Tokens, start: int, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Has the same sign stood before a sizeable figure just before, or in a range with it ("PS45 to PS120"), so that
    "R22" is money as well?"""
    first, _ = tokens.sentences[max(0, tokens.sentence_of(start) - 3)]
    for at in (*range(start - 2, first, -1), *range(start + 2, min(start + 4, len(tokens.surface) - 1))):
        if (
            tokens.surface[at] == words[-1]
            and tokens.kind[at + 1] == NUMBER
            and tokens.glued[at + 1]
            and _is_large(tokens, at + 1, lexicon)
        ):
            return True
    return False


def unit_after(tokens: Tokens, last: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit that follows token `last` ("km", "per cent", "-month", "square metres"), and its last token."""
    at = last + 1
    count = len(tokens.surface)
    if at >= count:
        return None
    hyphen = tokens.surface[at] in HYPHENS and tokens.glued[at] and at + 1 < count and tokens.glued[at + 1]
    at += hyphen
    if hyphen and (joined := _hyphenated_pair(tokens, at, lexicon)):
        return joined
    best = _symbol_at(tokens, at, lexicon, hyphen=hyphen) if tokens.surface[at] in lexicon.unit_symbols else None
    for words, unit in lexicon.unit_words.starting(tokens.lower, at):
        end = at + len(words)
        longer = best is None or end - 1 > best[1]
        if longer and not (unit.risky and _is_no_unit(tokens, last, at, end, unit, lexicon)):
            return unit, end - 1
    return best


def _hyphenated_pair(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit of two words that hyphens tie to the figure and to each other: "a 90-square-metre flat"."""
    if at + 2 >= len(tokens.surface) or tokens.surface[at + 1] not in HYPHENS or not tokens.glued[at + 2]:
        return None
    pair = [tokens.lower[at], tokens.lower[at + 2]]
    return next(((unit, at + 2) for words, unit in lexicon.unit_words.starting(pair, 0) if len(words) == 2), None)


def _symbol_at(tokens: Tokens, at: int, lexicon: Lexicon, *, hyphen: bool) -> tuple[Unit, int] | None:
    """The unit whose symbol starts at token `at`, and its last token."""
    for symbol, unit in lexicon.unit_symbols[tokens.surface[at]]:
        if not tokens.text.startswith(symbol, tokens.start[at]):
            continue
        if unit.risky and (hyphen or (not tokens.glued[at] and not _stands_alone(tokens, at))):
            continue
        if symbol == '"' and (tokens.kind[at - 1] != NUMBER or _closes_quote(tokens, at)):
            continue
        end = at
        while tokens.end[end] < tokens.start[at] + len(symbol):
            end += 1
        if tokens.end[end] == tokens.start[at] + len(symbol) and not _runs_on(tokens, end):
            return unit, end
    return None


def _is_no_unit(tokens: Tokens, last: int, at: int, end: int, unit: Unit, lexicon: Lexicon) -> bool:
    """Is a word that is a unit and plain English the plain word here: "12 won their case", "five points behind"?"""
    if unit.dimension == "points" and word_at(tokens, last) in ("a", "half"):
        return False
    if unit.dimension == "angle":
        return tokens.kind[last] == NUMBER or tokens.lower[last] in lexicon.cardinals  # "135 turn out", "the 71 turns"
    if unit.dimension == "points" and tokens.surface[last].isdecimal() and len(tokens.surface[last]) > _SHARE_DIGITS:
        return True  # no share moves by 312 points
    if unit.dimension == "points":
        stop = tokens.sentences[tokens.sentence_of(at)][1]
        before = tokens.sentences[max(0, tokens.sentence_of(at) - 1)][0]
        words = tokens.lower[max(before, at - _POINT_REACH) : min(stop, at + _POINT_REACH)]
        cues, sport = lexicon.tables["numbers.points"], lexicon.tables["numbers.points.others"]
        return not any(word in cues for word in words) or any(word in sport for word in words)
    if unit.dimension == "money":
        scaled = (
            tokens.lower[last] in lexicon.scales
            or len(tokens.surface[last]) >= 4
            or tokens.lower[last] in lexicon.scale_marks
        )
        return not scaled and word_at(tokens, end) not in ("", ".", ",")
    return False


def _runs_on(tokens: Tokens, end: int) -> bool:
    """Is the symbol that ends at token `end` only the beginning of a longer word or code?"""
    at = end + 1
    if at >= len(tokens.surface) or not tokens.glued[at] or tokens.kind[end] != WORD:
        return False
    return tokens.surface[at] not in _MAY_FOLLOW


def _closes_quote(tokens: Tokens, at: int) -> bool:
    """Does the mark at token `at` close a quotation of its sentence, so that it is no sign of inches?"""
    first, _ = tokens.sentences[tokens.sentence_of(at)]
    return tokens.surface[first:at].count('"') % 2 == 1


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Can a single letter behind a space be a unit: "862 m", "43.4 C"? Only metric ones that nothing is glued to."""
    closed = at + 1 >= len(tokens.surface) or not tokens.glued[at + 1] or tokens.surface[at + 1] in _CLOSING
    return tokens.surface[at] in ("m", "g", "t", "h", "C", "F", "l") and closed


def rates_after(
    tokens: Tokens, last: int, unit: Unit | None, lexicon: Lexicon, *, price: bool = False
) -> tuple[tuple[str, ...], int]:
    """Every divisor of the figure that ends at token `last` ("per person per day"), and the last token read.

    A period that only says what a sum or a mass adds up over ("£340 million a year") is no divisor, so that the same
    sum compares with and without it; of a `price`, a wage or a rent ("£1,450 a month") it is one.
    """
    found: list[str] = []
    for _ in range(_MAX_DIVISORS):
        rate = _rate_after(tokens, last, unit, lexicon, price=price, first=not found)
        if rate is None:
            break
        found.append(rate[0])
        last = rate[1]
    return tuple(found), last


def _rate_after(
    tokens: Tokens, last: int, unit: Unit | None, lexicon: Lexicon, *, price: bool, first: bool
) -> tuple[str, int] | None:
    """The next divisor of a figure, and its last token. Only the first may be a period that a sum adds up over: the
    year of "$40 per household a year" is a divisor."""
    at = last + 1
    if at + 1 >= len(tokens.lower):
        return None
    if tokens.surface[at] in HYPHENS and tokens.glued[at] and tokens.lower[at + 1] in ("a", "per"):
        at += 1
    join = tokens.lower[at]
    slash = join == "/" and tokens.glued[at]
    if not (slash or join in lexicon.tables["numbers.rates.joints"]) or at + 1 >= len(tokens.lower):
        return None
    noun_at = at + 1
    if tokens.surface[noun_at] in HYPHENS and tokens.glued[noun_at] and noun_at + 1 < len(tokens.lower):
        noun_at += 1
    divisor = _divisor(tokens, noun_at, join, unit, lexicon)
    if divisor is None or word_at(tokens, divisor[1] + 1) in lexicon.tables["numbers.rates.not_before"]:
        return None
    sums = "price" if price else unit.dimension if unit else ""
    totals = lexicon.tables[f"{RATES}.totals_{sums}"]
    return None if first and ("*" in totals or divisor[0] in totals) else divisor


def _divisor(tokens: Tokens, at: int, join: str, unit: Unit | None, lexicon: Lexicon) -> tuple[str, int] | None:
    """The thing or the time at token `at` that a figure is divided by, in its canonical name, and its last token."""
    tables = lexicon.tables
    if tokens.lower[at] not in tables["numbers.rates.times"] and _qualifies(tokens, at, lexicon):
        at += 1  # per diluted share
    noun = tokens.lower[at]
    timed = noun in tables["numbers.rates.times"]
    if (
        not timed
        and not (unit is not None and noun in tables["numbers.rates.things"])
        and not (join == "per" and noun.isalpha() and len(noun) > 1)
    ):
        return None
    if noun in ("square", "cubic", "sq", "metric") or (noun in lexicon.unit_words and not timed):
        found = unit_after(tokens, at - 1, lexicon)
        if found:
            return lexicon.spelled.get(found[0].code, found[0].code), found[1]
    while not timed and noun not in tables["numbers.rates.things"] and lexicon.continues_noun(word_at(tokens, at + 1)):
        at += 1  # per laying hen
    return lexicon.divisors.get(noun, lexicon.lemma(tokens.lower[at])), at


def _qualifies(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Is token `at` an adjective or a noun before the thing that a figure is divided by?"""
    word = tokens.lower[at]
    return (
        word.isalpha()
        and word not in lexicon.unit_words
        and word_at(tokens, at + 1) in lexicon.tables[f"{RATES}.things"]
    )
