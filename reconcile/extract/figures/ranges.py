"""Finds the second number of a range, a score or a vote ("5-7", "between 5 and 7", "3-1") and tells which it is."""

from decimal import Decimal

from reconcile.extract.figures.digits import DASHES, ONE
from reconcile.extract.figures.metres import metres_or_millions
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.figures.numerals import read_numeral
from reconcile.extract.figures.units import sign_before, unit_after
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import NUMBER, WORD, Tokens

RULE = "numbers.ranges"
_THOUSAND = Decimal(1000)
_MAX_SIGN = 3  # tokens of a currency sign that is given again: "$1.2m to US$1.5m"
_SPREAD = 3  # how many times its low a range without units may be wide, after a word of change
_LARGEST_SCORE = 400
_BETWEEN_REACH = 6
_MOVED_REACH = 8


def second_number(
    tokens: Tokens, low: Numeral, floor: int, blocked: bytearray, lexicon: Lexicon
) -> tuple[Numeral, str] | None:
    """The number that `low` is joined to, and what the two are: "range", "score" or "split" (two counts of votes)."""
    at = low.last + 1
    if at + 1 >= len(tokens.surface) or low.value is None:
        return None
    unit = unit_after(tokens, low.last, lexicon)
    if unit and (tokens.surface[at] not in DASHES or unit[0].dimension in ("percent", "temperature")):
        at = unit[1] + 1
    if at + 1 >= len(tokens.surface) or blocked[at]:
        return None
    joint = _joint(tokens, low, at, floor)
    start = _behind_sign(tokens, at + 1, lexicon) if joint else at + 1
    if joint is None or start - at > _MAX_SIGN or blocked[start]:
        return None
    high = read_numeral(tokens, start, lexicon)
    if high is None or high.value is None or low.share != high.share:
        return None
    high = metres_or_millions(tokens, high, lexicon, money=sign_before(tokens, low.first, floor, lexicon) is not None)
    if unit and (
        not _same_unit(tokens, unit[0], high, lexicon) or _is_price_level(tokens, low, high, unit[0], lexicon)
    ):
        return None
    if joint == "to" and _is_movement(tokens, low, high, lexicon, has_unit=unit is not None):
        return None
    coin = (
        unit[0].factor if unit and unit[0].dimension == "money" and start > at + 1 else ONE
    )  # "between 90 cents and $1.20"
    kind = _kind(tokens, low._replace(value=low.amount * coin), high, joint, lexicon)
    return (high, kind) if kind else None


def _behind_sign(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """The token behind a currency sign that is given again."""
    while (
        at < len(tokens.surface) - 1
        and tokens.kind[at] != NUMBER
        and (tokens.surface[at] in lexicon.signs or tokens.lower[at] in ("us", "rs", "."))
    ):
        at += 1
    return at


def _same_unit(tokens: Tokens, unit: Unit, high: Numeral, lexicon: Lexicon) -> bool:
    """Does the second number of a range stand in the unit that the first one has of its own?"""
    after = unit_after(tokens, high.last, lexicon)
    sign = sign_before(tokens, high.first, max(0, high.first - _MAX_SIGN), lexicon)
    found = sign[0] if sign else after[0] if after else None
    return found is None or found.code == unit.code or found.dimension == unit.dimension == "money"


def _is_price_level(tokens: Tokens, low: Numeral, high: Numeral, unit: Unit, lexicon: Lexicon) -> bool:
    """Does a share lead to a level that cannot be one: "1.1 percent to 2,887.61"?"""
    share = unit.dimension == "percent" and unit_after(tokens, high.last, lexicon) is None
    return share and high.amount > _THOUSAND and high.amount > _SPREAD * low.amount


def _joint(tokens: Tokens, low: Numeral, at: int, floor: int) -> str | None:
    """How a second number may join the first at token `at`: dash, to, and, or; None when it does not."""
    word = tokens.lower[at]
    digits = tokens.kind[at + 1] == NUMBER and tokens.kind[at - 1] == NUMBER
    if word in DASHES:
        both = tokens.glued[at] and tokens.glued[at + 1]
        neither = not tokens.glued[at] and not tokens.glued[at + 1] and word in "-\u2013"
        return "dash" if both or (neither and digits) else None
    if word in ("~", "through"):
        return "dash" if digits else None
    if word == "and":
        return "and" if "between" in tokens.lower[max(floor, low.first - _BETWEEN_REACH) : low.first] else None
    if word == "," and any(near in ("ci", "interval") for near in tokens.lower[max(0, low.first - 8) : low.first]):
        return "dash"
    if word == "or":
        return "or" if tokens.kind[low.last] == WORD or tokens.kind[at + 1] == NUMBER else None
    return "to" if word == "to" else None


def _is_movement(tokens: Tokens, low: Numeral, high: Numeral, lexicon: Lexicon, *, has_unit: bool) -> bool:
    """Are "X to Y" a change and a level, or two levels, and no range: "fell by 212 to 1,870", "from 27 to 34"?"""
    start = tokens.sentences[tokens.sentence_of(low.first)][0]
    sign = sign_before(tokens, low.first, start, lexicon)
    before = word_at(tokens, (sign[1] if sign else low.first) - 1)
    if lexicon.pos.get(before) == "D":
        return False  # its 3% to 5% target
    if before == "by" and has_unit and high.amount > _SPREAD * low.amount:
        return True  # and second-class by 2p to 87p
    reach = start if before == "from" else max(start, low.first - _MOVED_REACH)
    if not _moves(tokens, low.first, reach, lexicon) or _is_change_in_percent(tokens, low, high, lexicon):
        return False
    if before == "from" or has_unit or (sign and low.scaled and high.scaled):
        return True
    shares_scale = high.scaled and not low.scaled and low.amount < _THOUSAND  # "fell by 2 to 3 million"
    return not shares_scale and high.amount > _SPREAD * low.amount


def _is_change_in_percent(tokens: Tokens, low: Numeral, high: Numeral, lexicon: Lexicon) -> bool:
    """Are two shares behind a word of change a range ("bookings fell 3% to 8%"), as nothing shortly before has a level
    in per cent that could be reached ("the rate rose 0.3% to 4.5%")?"""
    units = [unit_after(tokens, number.last, lexicon) for number in (low, high)]
    if any(unit is None or unit[0].dimension != "percent" for unit in units):
        return False
    first = tokens.sentences[tokens.sentence_of(low.first)][0]
    near = tokens.lower[max(first, low.first - _MOVED_REACH) : low.first]
    levelled = lexicon.tables["scope.in-percent"].isdisjoint(near)
    return near[-1:] not in (["from"], ["by"]) and levelled and word_at(tokens, high.last + 2) != "of"


def _moves(tokens: Tokens, first: int, start: int, lexicon: Lexicon) -> bool:
    """Does a word of change govern the number at token `first`?"""
    for word in reversed(tokens.lower[start:first]):
        if word in lexicon.tables["scope.ranging"]:
            return False
        if word in lexicon.movement:
            return True
        if word == ";":
            break
    return False


def _kind(tokens: Tokens, low: Numeral, high: Numeral, joint: str, lexicon: Lexicon) -> str | None:
    if joint == "dash" and not low.scaled and not high.scaled and _small(low) and _small(high):
        pair = _score_or_votes(tokens, low, high, lexicon)
        if pair:
            return pair
    if high.scaled and not low.scaled and low.amount < _THOUSAND:
        return "range"
    near = joint != "or" or high.amount - low.amount <= max(ONE, low.amount)
    return "range" if low.amount < high.amount and near else None


def _score_or_votes(tokens: Tokens, low: Numeral, high: Numeral, lexicon: Lexicon) -> str | None:
    if unit_after(tokens, high.last, lexicon):
        return None
    first, end = tokens.sentences[tokens.sentence_of(low.first)]
    words = tokens.lower[first:end]
    if any(word in lexicon.tables["scores.votes"] for word in words):
        return "split"
    return (
        "score" if low.amount >= high.amount or any(word in lexicon.tables["scores.sport"] for word in words) else None
    )


def _small(numeral: Numeral) -> bool:
    return (
        numeral.value is not None
        and 0 <= numeral.value <= _LARGEST_SCORE
        and numeral.value == numeral.value.to_integral_value()
    )


def joined(low: Numeral, high: Numeral, units: tuple[Unit | None, Unit | None]) -> Numeral:
    """The two numbers of a range as one; the first shares the scale of the second ("$1.2-1.5m").

    `units` are those that stand with each number itself: where they differ in size ("90 cents and $1.20"), the low
    bound is put into the unit of the high one.
    """
    bottom = low.amount
    if high.scaled and not low.scaled and bottom < _THOUSAND:
        bottom *= _scale_of(high.amount)
    if units[0] and units[1] and units[0].code == units[1].code:
        bottom = bottom * units[0].factor / units[1].factor
    more = (*low.parts, *high.parts)
    return low._replace(
        last=high.last,
        value=None,
        low=bottom,
        high=high.amount,
        step=min(low.step, high.step),
        rule=RULE,
        more=more,
    )


def _scale_of(value: Decimal) -> Decimal:
    """The power of a thousand that the scale word of a number stands for."""
    scale = ONE
    while abs(value) / scale >= _THOUSAND:
        scale *= _THOUSAND
    return scale
