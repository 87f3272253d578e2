"""Puts a figure together: a number with its sign, unit, smaller parts, rates and hedges, and the rules that read it."""

from decimal import Decimal
from typing import NamedTuple

from reconcile.extract.figures.digits import DASHES, HUNDRED, MINUS, ONE
from reconcile.extract.figures.figure import Figure, Step
from reconcile.extract.figures.hedges import Hedging, grant, hedge_after, hedge_before, kind_of
from reconcile.extract.figures.multiples import TIMES, times_after
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.figures.parts import smaller_part
from reconcile.extract.figures.units import RATES, rates_after, sign_before, unit_after
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import NUMBER, WORD, Tokens
from reconcile.facts import Quantity

_LARGEST_PRICE = 1_000_000
_MOST_PARTS = 3  # hours, minutes and seconds
PERCENT = Unit("%", "percent", "percent.percent")
KINDS = {"money": "money", "percent": "percent", "points": "percent", "time": "duration", "ratio": "ratio"}
"""The kind of a figure by the dimension of its unit; a measure where it is none of these."""


class Draft(NamedTuple):
    """A figure in the making: its bounds so far over tokens `first`..`last`, in `unit`."""

    numeral: Numeral
    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    unit: Unit | None
    steps: tuple[Step, ...]

    def times(self, factor: Decimal) -> "Draft":
        """The draft with every bound multiplied."""
        value, low, high = (None if bound is None else bound * factor for bound in (self.value, self.low, self.high))
        return self._replace(value=value, low=low, high=high, step=self.step * factor)


def single(tokens: Tokens, numeral: Numeral, floor: int, lexicon: Lexicon) -> Figure:
    """The figure of one number."""
    sign = sign_before(tokens, numeral.first, floor, lexicon)
    if sign is None and numeral.value is not None and _minus_inside(tokens, numeral.first, floor):
        sign = sign_before(tokens, numeral.first - 1, floor, lexicon)
        numeral = numeral._replace(value=-numeral.value) if sign else numeral
    first, last = (sign[1] if sign else numeral.first), numeral.last
    unit = sign[0] if sign else None
    times = times_after(tokens, last, lexicon) if not sign and not numeral.share else None
    found = (TIMES, times) if times else unit_after(tokens, last, lexicon)
    if found and (unit is None or found[0].dimension == "money") and not _misread(tokens, numeral, found):
        unit, last = unit or found[0], found[1]
    elif (
        numeral.value is None and word_at(tokens, last + 1) == "of" and (vague := unit_after(tokens, last + 1, lexicon))
    ):
        unit, last = vague
    elif numeral.value is not None and not sign:
        part = _part_of_unit(tokens, numeral, lexicon)
        if part:
            unit, last = part
    if unit is None and not numeral.share and numeral.first > floor:
        at = numeral.first - 1
        at -= tokens.lower[at] == "of" and at > floor  # a magnitude of 4.1
        unit = lexicon.prefix_units.get(tokens.lower[at])
    if unit and numeral.share:
        numeral = numeral._replace(
            value=numeral.value and numeral.value / HUNDRED, step=numeral.step / HUNDRED, share=False
        )
    return assemble(tokens, numeral, first, last, floor, lexicon, unit)


def _minus_inside(tokens: Tokens, first: int, floor: int) -> bool:
    """Does a minus stand between a sign and its number: "$-50.8bn"?"""
    return first - 1 > floor and tokens.surface[first - 1] in MINUS and tokens.glued[first] and tokens.glued[first - 1]


def _misread(tokens: Tokens, numeral: Numeral, found: tuple[Unit, int]) -> bool:
    """A unit word that is something else here: an ordinal's "second", "one day", "two of the mile"."""
    unit, last = found
    word = tokens.lower[last]
    if numeral.value != 1 or unit.dimension != "time" or tokens.lower[numeral.first] != "one":
        return False
    follows = word_at(tokens, last + 1) in ("of", "after", "before", "later", "earlier")
    return word == "second" or (last == numeral.last + 1 and word == "day" and not follows)


def _part_of_unit(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """ "half an hour", "a quarter of a point", "0.5 of a percentage point": the unit and its last token."""
    at = numeral.last + 1
    whole = not numeral.share and numeral.amount >= 1
    at += word_at(tokens, at) == "of"
    if word_at(tokens, at) not in ("a", "an") or (whole and at == numeral.last + 1):
        return None  # "down from 43 a year ago"
    found = unit_after(tokens, at, lexicon)
    return found if found and not (found[0].risky and found[0].dimension != "points") else None


def ranged(tokens: Tokens, low: Numeral, high: Numeral, whole: Numeral, floor: int, lexicon: Lexicon) -> Figure:
    """The figure of a range, whose two numbers are joined in `whole`."""
    sign = sign_before(tokens, low.first, floor, lexicon)
    first, last = (sign[1] if sign else low.first), high.last
    second_sign = sign_before(tokens, high.first, low.last + 1, lexicon)
    times = times_after(tokens, last, lexicon)
    found = (TIMES, times) if times else unit_after(tokens, last, lexicon)
    unit = second_sign[0] if second_sign else sign[0] if sign else None
    if found and (unit is None or found[0].dimension == "money"):
        unit, last = unit or found[0], found[1]
    if unit is None:
        inner = unit_after(tokens, low.last, lexicon)
        unit = inner[0] if inner else None
    if first > floor and tokens.lower[first - 1] in ("between", "from"):
        first -= 1
    return assemble(tokens, whole, first, last, floor, lexicon, unit, is_range=True)


def assemble(
    tokens: Tokens,
    numeral: Numeral,
    first: int,
    last: int,
    floor: int,
    lexicon: Lexicon,
    unit: Unit | None,
    *,
    is_range: bool = False,
) -> Figure:
    """The figure over tokens `first`..`last` with everything around it that belongs to it."""
    steps = tuple([(rule, a, b, "") for rule, a, b in numeral.parts])
    low, high = (numeral.low, numeral.high) if numeral.value is None else (numeral.value, numeral.value)
    draft = Draft(numeral, first, last, numeral.value, low, high, numeral.step, unit, steps)
    draft = _with_sign(tokens, draft, floor, lexicon)
    compound = (
        draft.last + 1 < len(tokens.surface)
        and tokens.surface[draft.last + 1] in DASHES
        and tokens.glued[draft.last + 1]
    )
    draft = _with_unit(tokens, draft, lexicon)
    rates: tuple[str, ...] = ()
    if not numeral.share:
        rates, end = rates_after(tokens, draft.last, draft.unit, lexicon, price=_is_price(draft))
        if rates:
            draft = draft._replace(last=end, steps=(*draft.steps, (RATES, draft.last + 1, end, "/".join(rates))))
    return _finished(tokens, draft, floor, lexicon, rates, compound=compound, is_range=is_range)


def _is_price(draft: Draft) -> bool:
    """Is a sum small enough for what one person or household pays or earns?"""
    amount = draft.value if draft.value is not None else draft.high or draft.low
    return draft.unit is not None and draft.unit.dimension == "money" and amount is not None and amount < _LARGEST_PRICE


def _with_sign(tokens: Tokens, draft: Draft, floor: int, lexicon: Lexicon) -> Draft:
    """ "-1.3%", "minus 12 degrees", "2 below zero" are negative."""
    at, after = draft.first - 1, draft.last + 1
    if at >= floor and _is_minus(tokens, at, draft.first, draft.unit, lexicon):
        first, last = at, draft.last
    elif tokens.lower[after : after + 2] in (["below", "zero"], ["below", "freezing"]):
        first, last = draft.first, after + 1
    else:
        return draft
    read = (min(first, after), last if last > draft.last else first)
    steps = (*draft.steps, ("numbers.negative", min(read), max(read), "negative"))
    turned = draft.times(-ONE)._replace(first=first, last=last, steps=steps, step=draft.step)
    if draft.value is None and draft.high is not None and turned.low is not None:
        return turned._replace(high=draft.high)  # "between minus ten and fifteen"
    return turned._replace(low=turned.high, high=turned.low)


def _is_minus(tokens: Tokens, at: int, first: int, unit: Unit | None, lexicon: Lexicon) -> bool:
    if tokens.lower[at] in ("minus", "negative"):
        return True
    opens = at == tokens.sentences[tokens.sentence_of(at)][0]
    spans = not opens and tokens.kind[at - 1] == NUMBER and not (unit and unit.dimension == "percent")
    if tokens.surface[at] not in MINUS or spans:
        return False  # a lens of 75 -300mm
    if unit and unit.dimension == "temperature" and not tokens.glued[first] and not tokens.glued[at]:
        return lexicon.verbs.get(tokens.lower[at - 1], ("", ""))[1] == "b"  # "convert - 20 degrees"
    alone = at == tokens.sentences[tokens.sentence_of(at)][0] and len(tokens.surface) < 8
    return (tokens.glued[first] and (not tokens.glued[at] or tokens.surface[at - 1] in "(<=>~^")) or alone


def _with_unit(tokens: Tokens, draft: Draft, lexicon: Lexicon) -> Draft:
    """Adds smaller units ("5 feet 2 inches") and a scale behind a currency ("75 USD million"); cents become dollars."""
    unit = draft.unit
    if unit is None:
        return draft
    draft = draft._replace(steps=(*draft.steps, (unit.rule, draft.numeral.last, draft.last, unit.code)))
    for _ in range(_MOST_PARTS):
        extra = None
        if draft.value is not None and draft.unit and unit.dimension not in ("percent", "ratio"):
            extra = smaller_part(tokens, draft.value, draft.numeral, draft.last, draft.unit, lexicon)
        if extra is None:
            break
        step = ("numbers.compound", draft.last + 1, extra.last, "")
        draft = draft._replace(
            value=extra.value,
            low=extra.value,
            high=extra.value,
            step=extra.step,
            last=extra.last,
            unit=extra.unit,
            steps=(*draft.steps, step),
        )
    scale = lexicon.scales.get(word_at(tokens, draft.last + 1))
    if (
        scale
        and unit.dimension == "money"
        and tokens.kind[draft.last] == WORD
        and tokens.lower[draft.last] not in lexicon.scales
        and draft.last > draft.numeral.last
    ):
        draft = draft.times(scale)._replace(
            last=draft.last + 1,
            steps=(*draft.steps, ("numbers.scales", draft.last + 1, draft.last + 1, "")),
        )
    if unit.dimension == "money" and unit.factor < 1:
        share = _of_a_coin(tokens, draft, lexicon)
        if share:
            return share
    return draft.times(draft.unit.factor) if draft.unit and draft.unit.factor != 1 else draft


def _of_a_coin(tokens: Tokens, draft: Draft, lexicon: Lexicon) -> Draft | None:
    """ "30 cents on the dollar", "74p of every pound": hundredths of a coin are per cent."""
    at = draft.last + 1
    if word_at(tokens, at) not in ("of", "on", "in") or word_at(tokens, at + 1) not in ("the", "every", "each"):
        return None
    found = unit_after(tokens, at + 1, lexicon)
    if (
        found is None
        or found[0].factor != 1
        or not any(known.dimension == "money" for _, known in lexicon.unit_words.starting(tokens.lower, at + 2))
    ):
        return None
    return draft._replace(unit=PERCENT, steps=(*draft.steps, ("numbers.chances", at, found[1], "%")))


def _finished(
    tokens: Tokens,
    draft: Draft,
    floor: int,
    lexicon: Lexicon,
    rates: tuple[str, ...],
    *,
    compound: bool,
    is_range: bool,
) -> Figure:
    numeral, unit = draft.numeral, draft.unit
    value, low, high, hedge = draft.value, draft.low, draft.high, "exact"
    if numeral.value is None:
        hedge = "range" if is_range else "vague"
    first, last, steps = draft.first, draft.last, draft.steps
    for found in _hedging(tokens, draft, floor, lexicon):
        value, low, high = grant(found, value, low, high)
        hedge = hedge if numeral.value is None and found.hedge.kind == "about" else kind_of(found)
        first, last = min(first, found.first), max(last, found.last)
        steps = (*steps, (found.hedge.rule, found.first, found.last, kind_of(found)))
        if found.words_between:
            steps = (*steps, ("numbers.extending", *found.words_between, ""))
    name = unit.code if unit else "%" if numeral.share else ""
    code = "/".join((lexicon.spelled.get(name, name) if rates else name, *rates))
    quantity = Quantity(value, low, high, code, hedge, abs(draft.step))  # type: ignore[arg-type]
    kind = KINDS.get(unit.dimension, "measure") if unit else "ratio" if numeral.share else "count"
    return Figure(
        first,
        last,
        numeral.first,
        numeral.last,
        quantity,
        kind,
        unit,
        numeral.rule,
        steps,
        compound,
        numeral.share,
        rates,
        ranged=is_range,
    )


def _hedging(tokens: Tokens, draft: Draft, floor: int, lexicon: Lexicon) -> tuple[Hedging, ...]:
    before = hedge_before(tokens, draft.first, floor, lexicon, draft.unit)
    after = hedge_after(tokens, draft.last, lexicon)
    if before and after and after.hedge.kind == "about":
        after = None
    return tuple([found for found in (before, after) if found])
