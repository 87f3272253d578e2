"""Finds the figures of a text: numbers with their hedges, signs, units and rates, each with its interval.

What a figure counts and who says so is read afterwards (see `claims`); here only the quantity expression itself is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.extract import multiples, nonclaims
from reconcile.extract.hedges import Hedging, grant, hedge_after, hedge_before
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.numerals import ONE, Numeral, read_numeral
from reconcile.extract.tokens import NUMBER, WORD, Tokens
from reconcile.extract.units import rates_after, sign_before, unit_after
from reconcile.facts import Quantity

_DASHES = frozenset("-\u2010\u2011\u2013\u2014")
_MINUS = frozenset("-\u2212\u2013")
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity expression over tokens `first`..`last`; the bare number stands on `number`..`number_last`.

    `unit` is None for counts, whose noun is read later. `kind` is final except that a count may still turn out an age or a rank.
    `compound` tells that a hyphen ties the figure to the word after it ("nine-month", "4,800-strong"). `steps` are the rules that read
    it, as (rule, first token, last token, note).
    """

    first: int
    last: int
    number: int
    number_last: int
    quantity: Quantity
    kind: str
    unit: Unit | None
    rule: str
    steps: tuple[tuple[str, int, int, str], ...]
    compound: bool = False
    share: bool = False
    rates: tuple[str, ...] = ()
    change: str = "none"
    equivalent: bool = False
    ranged: bool = False


def find_figures(tokens: Tokens, blocked: bytearray, lexicon: Lexicon) -> tuple[Figure, ...]:
    """All figures of a text in reading order; tokens marked in `blocked` (dates, clock times, links) are left alone."""
    figures: list[Figure] = []
    starters, kinds, multiple_words = lexicon.starters, tokens.kind, lexicon.multiple_starters
    nonclaims.blocked_by_links(tokens, blocked)
    position = 0  # first token not yet read
    for i, word in enumerate(tokens.lower):
        if i < position or blocked[i] or not (kinds[i] == NUMBER or word in starters or word in multiple_words):
            continue
        sentence_start = tokens.sentences[tokens.sentence_of(i)][0]
        floor = max(position, sentence_start)
        if kinds[i] == NUMBER:
            skip = _not_a_claim(tokens, i, sentence_start, lexicon)
            if skip is not None:
                position = skip + 1
                continue
        found = tuple(_read(tokens, i, floor, blocked, lexicon))
        if found:
            figures.extend(found)
            position = found[-1].last + 1
    return tuple(_tie_equivalents(tokens, _merge_bounds(tokens, figures)))


def _not_a_claim(tokens: Tokens, i: int, sentence_start: int, lexicon: Lexicon) -> int | None:
    """The last token of a number that is a name, code, list number or telephone number; None when it may be a claim."""
    phone = nonclaims.phone_end(tokens, i, lexicon)
    if phone is not None:
        return phone
    if nonclaims.is_list_number(tokens, i, sentence_start):
        return i
    if sign_before(tokens, i, sentence_start, lexicon) is None:
        if nonclaims.is_code(tokens, i, lexicon) or nonclaims.is_label(tokens, i, sentence_start, lexicon) or nonclaims.is_named(tokens, i, sentence_start, lexicon):
            return _code_end(tokens, i)
    return None


def _code_end(tokens: Tokens, i: int) -> int:
    """The last token glued to a code: the whole of CA-CLD-004417 or 10-K/A."""
    last = i
    while last + 1 < len(tokens.surface) and tokens.glued[last + 1] and (tokens.kind[last + 1] != "s" or tokens.surface[last + 1] in "-/"):
        last += 1
    return last


def _read(tokens: Tokens, i: int, floor: int, blocked: bytearray, lexicon: Lexicon) -> Iterator[Figure]:
    """The figure that starts at token `i`; two for a vote split; none where the words make no figure."""
    multiple = multiples.read_multiple(tokens, i, lexicon)
    if multiple:
        yield _finish(tokens, multiple.numeral, None, multiple.first, multiple.last, floor, lexicon, share=False, unit=multiples.TIMES)
        return
    numeral = read_numeral(tokens, i, lexicon)
    if numeral is None or any(blocked[numeral.first : numeral.last + 1]):
        return
    if tokens.kind[i] == WORD and _idiom(tokens, numeral, lexicon):
        return
    if numeral.share and _alone(tokens, numeral):
        numeral = replace(numeral, value=numeral.value and numeral.value / 100, step=numeral.step / 100, share=False)
    chance = multiples.read_chance(tokens, numeral, lexicon)
    if chance:
        yield _finish(tokens, chance, None, chance.first, chance.last, floor, lexicon, share=True)
        return
    if tokens.kind[i] == NUMBER and nonclaims.is_address(tokens, numeral.last, lexicon):
        return
    yield from _with_units(tokens, numeral, floor, blocked, lexicon)


def _alone(tokens: Tokens, numeral: Numeral) -> bool:
    """Is the number all there is, as in the cell of a table? Then a fraction is a number and no share of anything."""
    first, end = tokens.sentences[tokens.sentence_of(numeral.first)]
    return numeral.first == first and numeral.last == end - 1


def _idiom(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Is the number word part of a phrase that counts nothing ("one of the", "no one", "one another")?"""
    for words, back in lexicon.idioms.get(tokens.lower[numeral.first], ()):
        first = numeral.first - back
        if first >= 0 and tuple(tokens.lower[first : first + len(words)]) == words:
            return True
    return False


def _with_units(tokens: Tokens, numeral: Numeral, floor: int, blocked: bytearray, lexicon: Lexicon) -> Iterator[Figure]:
    sign = sign_before(tokens, numeral.first, floor, lexicon)
    numeral = _metres_or_millions(tokens, numeral, sign is not None, lexicon)
    other = _range_end(tokens, numeral, floor, blocked, lexicon)
    if other is None:
        yield _single(tokens, numeral, sign, floor, lexicon)
        return
    high, joint = other
    if joint == "score":
        yield _score(tokens, numeral, high, lexicon)
    elif joint == "split":
        yield _single(tokens, numeral, sign, floor, lexicon)
        yield _single(tokens, high, None, high.first, lexicon)
    else:
        yield _ranged(tokens, numeral, high, sign, floor, lexicon)


def _metres_or_millions(tokens: Tokens, numeral: Numeral, money: bool, lexicon: Lexicon) -> Numeral:
    """ "365m" is millions after a currency sign or before a counted noun, else metres ("50m deep", "a 100m race")."""
    last = numeral.last
    if money or tokens.surface[last] != "m" or numeral.rule != "numbers.scale_marks":
        return numeral
    following = tokens.lower[last + 1] if last + 1 < len(tokens.lower) else ""
    cues = lexicon.tables.get("numbers.metres", frozenset())
    counted = following in lexicon.singulars or following in lexicon.noun_class or following in lexicon.unit_words or following in lexicon.verbs
    if following not in cues and (counted or lexicon.pos.get(following) == "A" or following in ("of", "more", "other", "new")):
        return numeral
    scale = lexicon.glued_scales["m"]
    return replace(numeral, last=last - 1, value=numeral.value and numeral.value / scale, step=numeral.step / scale, rule="numbers.digits", scaled=False)


def _range_end(tokens: Tokens, low: Numeral, floor: int, blocked: bytearray, lexicon: Lexicon) -> tuple[Numeral, str] | None:
    """The second number of "5-7", "5 to 7", "between 5 and 7", "two or three", "3-1"; and what joins the two."""
    at = low.last + 1
    count = len(tokens.surface)
    if at + 1 >= count or low.value is None or low.share and tokens.lower[at] not in ("to", "and"):
        return None
    unit = unit_after(tokens, low.last, lexicon)
    if unit and tokens.surface[at] not in _DASHES:
        at = unit[1] + 1
    elif unit and unit[0].dimension in ("percent", "temperature"):
        at = unit[1] + 1
    if at + 1 >= count or blocked[at]:
        return None
    word = tokens.lower[at]
    joint = _joint(tokens, low, at, word, floor, lexicon)
    if joint is None:
        return None
    start = at + 1
    while start < count - 1 and (tokens.surface[start] in lexicon.signs and tokens.kind[start] != NUMBER or tokens.lower[start] in ("us", "rs") or tokens.surface[start] == "."):
        start += 1  # the sign is given again: "$1.2m to $1.5m"
    if start - at > 3 or blocked[start]:
        return None
    high = read_numeral(tokens, start, lexicon)
    if high is None or high.value is None:
        return None
    if unit and not _same_unit(tokens, unit[0], high, lexicon):
        return None
    return _settle(tokens, low, high, joint, lexicon)


def _same_unit(tokens: Tokens, unit: Unit, high: Numeral, lexicon: Lexicon) -> bool:
    """Does the second number of a range stand in the unit that the first one has of its own?"""
    after = unit_after(tokens, high.last, lexicon)
    sign = sign_before(tokens, high.first, high.first - 3 if high.first > 2 else 0, lexicon)
    found = sign[0] if sign else after[0] if after else None
    return found is None or found.code == unit.code or found.dimension == unit.dimension == "money"


def _joint(tokens: Tokens, low: Numeral, at: int, word: str, floor: int, lexicon: Lexicon) -> str | None:
    """How a second number may join the first at token `at`: dash, to, and, or; None when it does not."""
    before = tokens.lower[low.first - 1] if low.first > floor else ""
    sign = sign_before(tokens, low.first, floor, lexicon)
    if sign:
        before = tokens.lower[sign[1] - 1] if sign[1] > floor else ""
    if word in _DASHES:
        both = tokens.glued[at] and tokens.glued[at + 1]
        neither = not tokens.glued[at] and not tokens.glued[at + 1] and word in "-\u2013"
        return "dash" if both or neither and tokens.kind[at + 1] == NUMBER and tokens.kind[at - 1] == NUMBER else None
    if word in ("~", "through"):
        return "dash" if tokens.kind[at + 1] == NUMBER and tokens.kind[at - 1] == NUMBER else None
    if word == "to":
        return None if before == "from" and _moves(tokens, low.first, floor, lexicon) else "to"
    if word == "and":
        near = tokens.lower[max(floor, low.first - 5) : low.first]
        return "and" if "between" in near else None
    if word == "or":
        return "or" if tokens.kind[low.last] == WORD or tokens.kind[at + 1] == NUMBER else None
    return None


def _moves(tokens: Tokens, first: int, floor: int, lexicon: Lexicon) -> bool:
    """Does a word of change govern "from X to Y", so that X and Y are two levels and not a range?"""
    ranging = lexicon.tables.get("scope.ranging", frozenset())
    for word in reversed(tokens.lower[floor:first]):
        if word in ranging:
            return False
        if word in lexicon.movement:
            return True
        if word == ";":
            break
    return False


def _settle(tokens: Tokens, low: Numeral, high: Numeral, joint: str, lexicon: Lexicon) -> tuple[Numeral, str] | None:
    """Range, score or vote split? Shares the scale of the second number with the first ("$1.2-1.5m")."""
    assert low.value is not None and high.value is not None
    if joint == "dash" and not low.scaled and not high.scaled and _small(low) and _small(high):
        sentence = tokens.sentences[tokens.sentence_of(low.first)]
        words = tokens.lower[sentence[0] : sentence[1]]
        followed = unit_after(tokens, high.last, lexicon) is not None
        if not followed and any(word in lexicon.tables.get("scores.votes", ()) for word in words):
            return high, "split"
        sport = any(word in lexicon.tables.get("scores.sport", ()) for word in words)
        if not followed and (sport or low.value >= high.value):
            return high, "score"
    if high.scaled and not low.scaled and low.value < 1000:
        return high, joint
    if joint == "to" and low.value >= high.value:
        return None
    return (high, joint) if low.value < high.value and (joint != "or" or high.value - low.value <= max(ONE, low.value)) else None


def _small(numeral: Numeral) -> bool:
    return numeral.value is not None and 0 <= numeral.value <= 400 and numeral.value == numeral.value.to_integral_value()


def _score(tokens: Tokens, one: Numeral, two: Numeral, lexicon: Lexicon) -> Figure:
    values = sorted(value for value in (one.value, two.value) if value is not None)
    quantity = Quantity(None, values[0], values[1], "score", "exact", ONE)
    step = ("scores.sport", one.first, two.last, "a score")
    return Figure(one.first, two.last, one.first, two.last, quantity, "score", None, "scores.sport", (step,))


def _single(tokens: Tokens, numeral: Numeral, sign: tuple[Unit, int] | None, floor: int, lexicon: Lexicon) -> Figure:
    first, last = (sign[1] if sign else numeral.first), numeral.last
    unit: Unit | None = sign[0] if sign else None
    found = unit_after(tokens, last, lexicon)
    share = numeral.share
    if found and (unit is None or found[0].dimension == "money"):
        if not _misread_unit(tokens, numeral, found, lexicon):
            unit = found[0] if unit is None else unit
            last = found[1]
    elif numeral.share:
        part = _part_of_unit(tokens, last, lexicon)
        if part:
            unit, last = part
    if unit is None and not numeral.share:
        unit = _borrowed_unit(tokens, numeral, lexicon)
    if unit is None and numeral.first > floor and (prefix := lexicon.prefix_units.get(tokens.lower[numeral.first - 1])):
        unit = prefix
    if unit and numeral.share:
        numeral = replace(numeral, value=numeral.value and numeral.value / 100, step=numeral.step / 100, share=False)
        share = False
    return _finish(tokens, numeral, None, first, last, floor, lexicon, share=share, unit=unit)


def _borrowed_unit(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Unit | None:
    """The unit that a number shares with the next one: "from 9 to 11 per cent", "by 10 and 12 percentage points"."""
    at = numeral.last + 1
    if at + 1 >= len(tokens.lower) or tokens.lower[at] not in ("to", "and", "or"):
        return None
    following = read_numeral(tokens, at + 1, lexicon)
    if following is None or following.value is None or following.share:
        return None
    found = unit_after(tokens, following.last, lexicon)
    shared = ("percent", "points") if tokens.lower[at] != "to" else ("percent", "points", "energy", "length", "mass", "temperature", "area")
    return found[0] if found and found[0].dimension in shared else None


def _misread_unit(tokens: Tokens, numeral: Numeral, found: tuple[Unit, int], lexicon: Lexicon) -> bool:
    """A unit word that is something else here: an ordinal's "second", "one day", a share of a quarter."""
    unit, last = found
    word = tokens.lower[last]
    if word == "second" and numeral.value == 1:
        return True
    if numeral.value == 1 and unit.dimension == "time" and tokens.lower[numeral.first] == "one" and last == numeral.last + 1 and word == "day":
        return not (last + 1 < len(tokens.lower) and tokens.lower[last + 1] in ("of", "after", "before", "later", "earlier"))
    return False


def _part_of_unit(tokens: Tokens, last: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """ "half an hour", "a quarter of a point", "three quarters of a mile": the unit and its last token."""
    at = last + 1
    if at < len(tokens.lower) and tokens.lower[at] == "of":
        at += 1
    if at < len(tokens.lower) and tokens.lower[at] in ("a", "an"):
        found = unit_after(tokens, at, lexicon)
        if found:
            return found
        if at + 1 < len(tokens.lower) and tokens.lower[at + 1] == "point":
            return lexicon.point, at + 1
    return None


def _ranged(tokens: Tokens, low: Numeral, high: Numeral, sign: tuple[Unit, int] | None, floor: int, lexicon: Lexicon) -> Figure:
    first, last = (sign[1] if sign else low.first), high.last
    unit: Unit | None = sign[0] if sign else None
    found = unit_after(tokens, last, lexicon)
    if found and (unit is None or found[0].dimension == "money"):
        unit, last = (unit or found[0]), found[1]
    if unit is None:
        second_sign = sign_before(tokens, high.first, low.last + 1, lexicon)
        inner = unit_after(tokens, low.last, lexicon)
        unit = second_sign[0] if second_sign else inner[0] if inner else None
    assert low.value is not None and high.value is not None
    bottom = low.value
    if high.scaled and not low.scaled and bottom < 1000:
        bottom *= _scale_of(high)
    before = tokens.lower[first - 1] if first > floor else ""
    if before in ("between", "from"):
        first -= 1
    joined = replace(low, last=high.last, value=None, low=bottom, high=high.value, step=min(low.step, high.step), rule="numbers.ranges")
    return _finish(tokens, joined, "range", first, last, floor, lexicon, share=low.share, unit=unit)


def _scale_of(numeral: Numeral) -> Decimal:
    """The power of a thousand (or lakh, crore) that the scale word of a number stands for."""
    scale = ONE
    assert numeral.value is not None
    while abs(numeral.value) / scale >= 1000:
        scale *= 1000
    return scale


def _finish(
    tokens: Tokens, numeral: Numeral, hedge_kind: str | None, first: int, last: int, floor: int, lexicon: Lexicon, *, share: bool, unit: Unit | None = None
) -> Figure:
    """Adds sign, hedges, rates and further parts ("5 feet 2 inches") to a number with its unit."""
    steps = [(numeral.rule, numeral.first, numeral.last, "")]
    value, low, high, step = numeral.value, numeral.low, numeral.high, numeral.step
    if value is not None:
        low = high = value
    if _negative(tokens, first, floor):
        first -= 1
        value, low, high = (None if value is None else -value), (None if high is None else -high), (None if low is None else -low)
    compound = last + 1 < len(tokens.surface) and tokens.surface[last + 1] in _DASHES and tokens.glued[last + 1]
    if unit is not None:
        steps.append((unit.rule, numeral.last, last, unit.code))
        if value is not None and unit.dimension != "percent":
            extra = _with_smaller_part(tokens, value, last, unit, lexicon)
            if extra:
                value, step, last, unit = extra
                low = high = value
        scaled = _scale_behind(tokens, last, unit, lexicon)
        if scaled:
            factor, last = scaled
            value, low, high, step = _scaled(value, factor), _scaled(low, factor), _scaled(high, factor), step * factor
        if unit.factor != 1:
            value, low, high, step = _scaled(value, unit.factor), _scaled(low, unit.factor), _scaled(high, unit.factor), step * unit.factor
    kind = _kind(unit, share)
    rates: tuple[str, ...] = ()
    if not share:
        rates, last = rates_after(tokens, last, kind != "count", lexicon)
    kind_of_hedge = hedge_kind or ("vague" if numeral.value is None else "exact")
    hedging = _hedging(tokens, first, last, floor, lexicon)
    for found in hedging:
        value, low, high = grant(found.hedge, value, low, high)
        kind_of_hedge = found.hedge.kind if hedge_kind is None or found.hedge.kind != "about" else hedge_kind
        first, last = min(first, found.first), max(last, found.last)
        steps.append((found.hedge.rule, found.first, found.last, found.hedge.kind))
    code = "/".join((unit.code if unit else "%" if share else "", *rates))
    quantity = Quantity(value, low, high, code, kind_of_hedge, abs(step))  # type: ignore[arg-type]
    return Figure(
        first, last, numeral.first, numeral.last, quantity, kind, unit, numeral.rule, tuple(steps), compound, share, rates, ranged=hedge_kind == "range"
    )


def _scale_behind(tokens: Tokens, last: int, unit: Unit, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """A scale behind the currency: "75 USD million"."""
    at = last + 1
    if unit.dimension == "money" and at < len(tokens.lower) and tokens.lower[at] in lexicon.scales and tokens.lower[last] not in lexicon.scales and tokens.kind[last] == WORD:
        return lexicon.scales[tokens.lower[at]], at
    return None


def _hedging(tokens: Tokens, first: int, last: int, floor: int, lexicon: Lexicon) -> tuple[Hedging, ...]:
    before = hedge_before(tokens, first, floor, lexicon)
    after = hedge_after(tokens, last, lexicon)
    if before and after and after.hedge.kind == "about":
        after = None
    return tuple(found for found in (before, after) if found)


def _scaled(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _negative(tokens: Tokens, first: int, floor: int) -> bool:
    """Is the figure that starts at token `first` negative: "-1.3%", "minus 12 degrees"?"""
    at = first - 1
    if at < floor:
        return False
    if tokens.lower[at] in ("minus", "negative"):
        return True
    return tokens.surface[at] in _MINUS and tokens.glued[first] and not tokens.glued[at]


def _with_smaller_part(tokens: Tokens, value: Decimal, last: int, unit: Unit, lexicon: Lexicon) -> tuple[Decimal, Decimal, int, Unit] | None:
    """ "three hours" + "and 20 minutes", "5 feet" + "2 inches", "a year" + "and a half": the value, step, last token and unit of the whole.

    Times come in the smaller unit (200 minutes), other measures in the larger one (5.17 feet)."""
    at = last + 1
    if at < len(tokens.lower) and tokens.lower[at] in ("and", ","):
        at += 1
    if tokens.lower[at : at + 2] == ["a", "half"] and at == last + 2 and tokens.lower[at + 2 : at + 3] != ["of"]:
        return value + HALF, HALF, at + 1, unit
    if at >= len(tokens.lower) or not (tokens.kind[at] == NUMBER or tokens.lower[at] in lexicon.cardinals or tokens.lower[at] == "a" and at > last + 1):
        return None
    numeral = Numeral(at, at, ONE, ONE, "numbers.cardinals") if tokens.lower[at] == "a" else read_numeral(tokens, at, lexicon)
    if numeral is None or numeral.value is None or numeral.share:
        return None
    found = unit_after(tokens, numeral.last, lexicon)
    if found is None or found[0].dimension != unit.dimension or unit.dimension == "temperature":
        return None
    if unit.dimension == "money":
        return (value + numeral.value * found[0].factor, found[0].factor, found[1], unit) if unit.factor == 1 > found[0].factor else None
    if found[0].size >= unit.size:
        return None
    ratio = found[0].size / unit.size
    if numeral.value * ratio >= 1:
        return None
    if unit.dimension == "time":
        return (value / ratio).quantize(ONE) + numeral.value, numeral.step, found[1], found[0]
    return value + numeral.value * ratio, numeral.step * ratio, found[1], unit


def _kind(unit: Unit | None, share: bool) -> str:
    if unit is None:
        return "ratio" if share else "count"
    if unit is multiples.TIMES:
        return "ratio"
    return {"money": "money", "percent": "percent", "points": "percent", "time": "duration"}.get(unit.dimension, "measure")


def _merge_bounds(tokens: Tokens, figures: list[Figure]) -> Iterator[Figure]:
    """Joins a floor and the ceiling that follows it into one range: "more than 10 but fewer than 20", "at most 100 and at least 20"."""
    held: Figure | None = None
    for figure in figures:
        if held and tokens.lower[held.last + 1 : figure.first] in (["and"], ["but"], [","]) and held.unit == figure.unit:
            joined = _bounded(held, figure)
            if joined:
                held = joined
                continue
        if held:
            yield held
        held = figure
    if held:
        yield held


def _bounded(one: Figure, two: Figure) -> Figure | None:
    floor, ceiling = (one, two) if one.quantity.low is not None and one.quantity.high is None else (two, one)
    low, high = floor.quantity, ceiling.quantity
    if low.value is not None or high.value is not None or low.low is None or low.high is not None or high.high is None or high.low is not None:
        return None
    if low.low >= high.high:
        return None
    quantity = replace(low, high=high.high, hedge="range", step=min(low.step, high.step))
    return replace(one, last=two.last, quantity=quantity, steps=one.steps + two.steps, ranged=True)


def _tie_equivalents(tokens: Tokens, figures: Iterator[Figure]) -> Iterator[Figure]:
    """Marks a figure that gives the one before it again in another unit: "12 miles (19 km)", "A$2bn (£1.1bn; $1.4bn)"."""
    previous: Figure | None = None
    for figure in figures:
        if previous and figure.unit and previous.unit and figure.unit.dimension == previous.unit.dimension and figure.unit.code != previous.unit.code:
            between = tokens.surface[previous.last + 1 : figure.first]
            if between and len(between) <= 3 and between[0] in "(;,/[" and all(word in ("(", ";", ",", "/", "or", "[", "and", "some") for word in between):
                opened = between[0] in "([" or previous.equivalent or "or" in between or "/" in between
                if opened:
                    figure = replace(figure, equivalent=True)
        yield figure
        previous = figure
