"""What figures owe to one another: a floor and a ceiling that make a range, amounts given twice, and units left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reconcile.extract.figures.amounts import PERCENT
from reconcile.extract.figures.digits import ZERO
from reconcile.extract.figures.figure import Figure
from reconcile.extract.figures.multiples import TIMES
from reconcile.extract.figures.numeral import word_at
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import Tokens

ELIDED = "numbers.elided"
_JOINTS = frozenset(
    {
        "(",
        ";",
        ",",
        "/",
        "or",
        "[",
        "and",
        "some",
        "about",
        "around",
        "-",
        "\u2013",
        "\u2014",
        "equal",
        "to",
        "that",
        "is",
        "equivalent",
        "roughly",
    }
)
_GIVERS = 6  # figures back that a unit may be taken from
_BEYOND = 1_000_000
_THOUSAND = 1000
_FINEST = Decimal("0.001")  # a share is written no finer: a figure with more decimals is a rate of exchange
_ALIKE = 10  # how many times apart two levels may be that share a scale word
_LISTED = ([","], ["and"], ["or"], [",", "and"], ["to"])
_SAYING_SIZE = frozenset({"is", "was", "were", "from", "against"})
_CLAUSE_END = frozenset({"", ".", ";", ",", ")", "and", "but", "in", "last", "this", "next"})
_ASKING = frozenset({"want", "wants", "wanted", "seek", "seeks", "sought", "demand", "demands", "demanded"})
_SOME = 4  # how many times apart an offer and a demand may be
_TWICE = 2  # how many times apart two measures of one thing may be, where one leaves its unit out
_PLURAL_VERBS = frozenset({"have", "were", "are", "who"})
_SET_AGAINST = frozenset({"now", "against", "from"})
_LASTING = frozenset({"for", "lasted", "lasts", "took", "takes", "spent", "missed", "waited", "served"})
_CROSSED = (["x"], ["\u00d7"], ["by"])  # 1440 x 2960 pixels
_SHARED_FORWARD = frozenset({"percent", "points", "time", "length", "mass", "temperature", "energy", "area"})


def merge_bounds(tokens: Tokens, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Joins a floor and the ceiling that follows it into one range: "more than 10 but fewer than 20"."""
    held: Figure | None = None
    for figure in figures:
        joint = tokens.lower[held.last + 1] if held and figure.first == held.last + 2 else ""
        if held and joint in ("and", "but", ",") and held.unit == figure.unit:
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
    if (
        low.value is not None
        or high.value is not None
        or low.low is None
        or low.high is not None
        or high.high is None
        or high.low is not None
    ):
        return None
    if low.low >= high.high:
        return None
    quantity = replace(low, high=high.high, hedge="range", step=min(low.step, high.step))
    return one._replace(last=two.last, quantity=quantity, steps=one.steps + two.steps, ranged=True)


def tie_equivalents(tokens: Tokens, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Marks a figure that gives the one before it again in another unit: "12 miles (19 km)", "A$2bn (£1.1bn)"."""
    previous: Figure | None = None
    for figure in figures:
        repeats = previous is not None and _repeats(tokens, previous, figure)
        yield figure._replace(equivalent=True) if repeats else figure
        previous = figure


def _repeats(tokens: Tokens, one: Figure, two: Figure) -> bool:
    if not one.unit or not two.unit or one.unit.dimension != two.unit.dimension or one.unit.code == two.unit.code:
        return False
    between = tokens.lower[one.last + 1 : two.first]
    if not between or len(between) > 4 or any(word not in _JOINTS for word in between):
        return False
    return (
        between[0] in "([/-\u2013\u2014"
        or "or" in between
        or "equal" in between
        or "equivalent" in between
        or one.equivalent
        or (between == [","] and one.kind == "money")
    )


def supply_units(tokens: Tokens, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[Figure, ...]:
    """Gives a bare number the unit that its list or an earlier amount of its paragraph shares with it."""
    supplied = list(figures)
    for k in range(len(supplied) - 2, -1, -1):
        supplied[k] = _scaled_alike(tokens, supplied[k], supplied[k + 1], lexicon)
        unit = _from_list(tokens, supplied[k], supplied[k + 1])
        if unit:
            supplied[k] = _given(supplied[k], unit, supplied[k + 1])
        elif _shares_rate(tokens, supplied[k], supplied[k + 1]):
            supplied[k] = _at_rate(supplied[k], supplied[k + 1])
    for k in range(1, len(supplied)):
        if _is_bare(supplied[k]):
            giver = _giver(tokens, supplied, k, lexicon)
            if giver and giver.unit:
                supplied[k] = _given(supplied[k], giver.unit, giver)
        elif _lacks_rate(tokens, supplied[k - 1], supplied[k]):
            supplied[k] = _at_rate(supplied[k], supplied[k - 1])
    return tuple(supplied)


def _is_bare(figure: Figure) -> bool:
    return figure.unit is None and figure.kind == "count" and not figure.compound and not figure.rates


def _from_list(tokens: Tokens, figure: Figure, following: Figure) -> Unit | None:
    """ "sentences of nine, 11 and 14 years", "from 10 to 35 per cent": the last names the unit."""
    if not _is_bare(figure) or following.unit is None or figure.last != figure.number_last:
        return None
    between = tokens.lower[figure.last + 1 : following.first]
    if between in _CROSSED:
        return following.unit
    if following.unit.dimension not in _SHARED_FORWARD:
        return None
    if between == [",", "and"] and word_at(tokens, figure.first - 1) != ",":
        return None  # "312 votes to his opponent's 226, and 49.9%" is no list
    return following.unit if between in _LISTED and following.first == following.number else None


def _scaled_alike(tokens: Tokens, figure: Figure, following: Figure, lexicon: Lexicon) -> Figure:
    """ "From 18.5 to 24 billion euros": the level moved from shares the scale and the unit of the one moved to."""
    joined = word_at(tokens, figure.first - 1) == "from" and tokens.lower[figure.last + 1 : following.first] == ["to"]
    low = figure.quantity.value
    if not joined or low is None or figure.number != figure.number_last or figure.unit not in (None, following.unit):
        return figure
    size, word = _size(following), tokens.lower[following.number_last]
    scale = lexicon.scales.get(word) or lexicon.scale_marks.get(word) or lexicon.glued_scales.get(word)
    if scale is None or not 1 <= low < _THOUSAND or not size / _ALIKE <= low * scale <= size * _ALIKE:
        return figure
    one = figure.quantity
    value, bottom, top = (None if bound is None else bound * scale for bound in (one.value, one.low, one.high))
    quantity = replace(one, value=value, low=bottom, high=top, step=one.step * scale)
    step = ("numbers.scales", following.number_last, following.number_last, "")
    scaled = figure._replace(quantity=quantity, steps=(*figure.steps, step))
    return _given(scaled, following.unit, following) if following.unit and not figure.unit else scaled


def _giver(tokens: Tokens, figures: Sequence[Figure], k: int, lexicon: Lexicon) -> Figure | None:
    """The earlier figure whose unit the bare figure `k` leaves out."""
    figure = figures[k]
    behind = tokens.lower[figure.last + 1 : figure.last + 3]
    if behind in (["to", "the"], ["against", "the"]) or _has_noun(tokens, figure, lexicon):
        return None  # a rate of exchange: "85.72 to the dollar"
    paragraph = tokens.paragraph[tokens.sentence_of(figure.number)]
    large = _size(figure) >= _BEYOND
    for earlier in reversed(figures[max(0, k - _GIVERS) : k]):
        if tokens.paragraph[tokens.sentence_of(earlier.number)] < paragraph - 1:
            return None
        if large and earlier.kind == "count" and _size(earlier) >= _BEYOND:
            return None
        if _gives(tokens, earlier, figure):
            return earlier if earlier.unit else earlier._replace(unit=PERCENT)
    return None


def _gives(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """Money gives its unit to sums of its size, temperatures to what is below zero, measures and shares to decimals."""
    if earlier.kind == "duration":
        alike = _is_level(tokens, earlier, figure) or _is_parallel(tokens, earlier, figure)
        return figure.quantity.step < 1 if earlier.rates else alike  # 4.2 hours a week, men 3.6
    if earlier.kind in ("count", "rank", "age") or earlier.unit is TIMES:
        return False
    large, money = _size(figure) >= _BEYOND, earlier.kind == "money"
    if money:
        return large or _is_sum_again(tokens, earlier, figure)
    if earlier.unit and earlier.unit.code == "%" and _is_demand(tokens, earlier, figure):
        return True
    levelled = earlier.kind in ("percent", "ratio") and _size(figure) >= _THOUSAND  # 0.15%, at 8,274.12
    if levelled or figure.quantity.step < _FINEST:
        return False  # "0.2% down against the euro at 1.1601"
    if earlier.unit and earlier.unit.code == "%" and tokens.lower[earlier.last + 1 : figure.first] == ["to"]:
        return _is_level(tokens, earlier, figure)  # "rose 8.15% to 3.65": a price
    if _is_measured_again(tokens, earlier, figure):
        return True
    negative = (
        (figure.quantity.high or ZERO) < 0 and earlier.unit is not None and earlier.unit.dimension == "temperature"
    )
    return negative or (figure.quantity.step < 1 and not large) or _is_level(tokens, earlier, figure)


def _is_sum_again(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """ "A ride that cost 6,000 dong is now 9,000": a bare number of the size of the sum before it, set against it."""
    same = tokens.sentence_of(earlier.number) == tokens.sentence_of(figure.number)
    asked = tokens.lower[figure.first - 2 : figure.first] == ["asked", "for"]
    if not same or not (asked or word_at(tokens, figure.first - 1) in _SET_AGAINST):
        return False
    return _size(figure) >= _THOUSAND and _size(earlier) < _size(figure) * 2 < _size(earlier) * 4


def _is_measured_again(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """ "Noise will reach 58 decibels; the limit is 50", "below 600,000 tons. They see it climbing to 650,000": a bare
    number of the size of the measure right before it, at the end of its clause."""
    if earlier.kind != "measure" or earlier.compound:
        return False
    last = word_at(tokens, figure.last + 1)
    before = word_at(tokens, figure.first - 1)
    same = tokens.sentence_of(earlier.number) == tokens.sentence_of(figure.number)
    said = before in _SAYING_SIZE if same else before == "to" and "it" in tokens.lower[earlier.last : figure.first]
    near = _size(earlier) < _size(figure) * _TWICE < _size(earlier) * _TWICE**2
    return said and near and last in _CLAUSE_END


def _is_demand(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """ "They were offered 5.5%; their union wants 9": a bare number of the size of the share before it, asked for."""
    near = _size(earlier) <= _size(figure) * _SOME <= _size(earlier) * _SOME**2
    asked = word_at(tokens, figure.first - 1) in _ASKING
    return asked and near and word_at(tokens, figure.last + 1) in _CLAUSE_END


def _size(figure: Figure) -> Decimal:
    quantity = figure.quantity
    return abs(quantity.value or quantity.high or quantity.low or ZERO)


def _is_level(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """ "narrowed from 9 points to 4": the level moved to stands in the unit of the level moved from."""
    same = tokens.sentence_of(earlier.number) == tokens.sentence_of(figure.number)
    return (
        same
        and word_at(tokens, figure.first - 1) == "to"
        and word_at(tokens, earlier.first - 1) == "from"
        and earlier.unit is not None
    )


def _is_parallel(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """ "Cut for three hours on Monday and for more than six on Tuesday": both stand behind the same word."""
    same = tokens.sentence_of(earlier.number) == tokens.sentence_of(figure.number)
    before = word_at(tokens, figure.first - 1)
    return same and before == word_at(tokens, earlier.first - 1) and before in _LASTING


def _lacks_rate(tokens: Tokens, earlier: Figure, figure: Figure) -> bool:
    """ "Rose to 17.2 cents per kilowatt-hour from 15.5 cents": a level moved from or to, by the other's measure."""
    if figure.rates or not earlier.rates or earlier.unit != figure.unit:
        return False
    between = tokens.lower[earlier.last + 1 : figure.first]
    return between in (["from"], ["to"], [",", "up", "from"], [",", "down", "from"], ["up", "from"], ["down", "from"])


def _shares_rate(tokens: Tokens, figure: Figure, following: Figure) -> bool:
    """ "€21.30 and €16.80 a square metre": the last of two prices says what both are counted by."""
    if figure.rates or not following.rates or figure.kind != "money" or figure.unit != following.unit:
        return False
    return tokens.lower[figure.last + 1 : following.first] in (["and"], ["or"], ["to"])


def _at_rate(figure: Figure, giver: Figure) -> Figure:
    """The figure counted by what another is counted by."""
    step = (ELIDED, figure.number, figure.number_last, "/".join(giver.rates))
    quantity = figure.quantity.in_unit(giver.quantity.unit)
    return figure._replace(rates=giver.rates, quantity=quantity, steps=(*figure.steps, step))


def _has_noun(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> bool:
    """Does what is counted stand behind the figure?"""
    at = figure.last + 1
    if at >= len(tokens.lower) or tokens.kind[at] != "w":
        return False
    word = tokens.lower[at]
    if word == "of" or lexicon.pos.get(word) == "J" or word in ("more", "others", "other"):
        return True
    if word in _PLURAL_VERBS:
        return True  # "worth $78m. About 1.6 million have fled": a sum is told in the singular
    lemma, form = lexicon.verbs.get(word, ("", ""))
    if form in ("d", "x") and lexicon.verb_event.get(lemma) in lexicon.tables["scope.personal"]:
        return True  # "$3bn, with 1.6 million uprooted": people
    plural = lexicon.lemma(word) != word and word in lexicon.singulars
    return (lexicon.continues_noun(word) or plural) and word not in lexicon.time_names


def _given(figure: Figure, unit: Unit, giver: Figure) -> Figure:
    """The figure with the unit of another."""
    step = (ELIDED, figure.number, figure.number_last, unit.code)
    code = "/".join((unit.code, *giver.rates))
    return figure._replace(
        unit=unit,
        kind=giver.kind if giver.kind != "ratio" else "percent",
        quantity=figure.quantity.in_unit(code),
        steps=(*figure.steps, step),
    )
