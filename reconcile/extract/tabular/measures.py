"""The unit and the scale that a heading gives to the figures under it: "(thousands)", ", £m", "$ billion", "%"."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reconcile.extract.figures.digits import ONE
from reconcile.extract.figures.units import rates_after, unit_after
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import NUMBER, Tokens

_FILLERS = frozenset({"of", "in", "the", "'", "\u2019", "\u2018", "s", "'s", "\u2019s", "."})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_SETTING_APART = frozenset({",", ":", ";", "-", "\u2013", "\u2014", "in"})
_LONGEST_SIGN = 3


@dataclass(slots=True)
class Measure:
    """What a heading says of the unit of its figures; `used` are the tokens that say it."""

    unit: Unit | None = None
    scale: Decimal = ONE
    rates: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return self.unit is not None or self.scale != ONE or bool(self.rates)

    def add(self, other: "Measure") -> None:
        """Takes in what another part of the heading says; what is known stays."""
        self.unit, self.rates = self.unit or other.unit, self.rates or other.rates
        self.scale = other.scale if self.scale == ONE else self.scale
        self.used |= other.used


def read_measure(tokens: Tokens, lexicon: Lexicon) -> Measure:
    """The unit and scale of a heading, from those stretches of it that say nothing else."""
    measure = Measure()
    for first, end, sure in _stretches(tokens, lexicon):
        part = _Stretch(tokens, first, end, lexicon).read(sure=sure)
        if part:
            measure.add(part)
            bounds = {first - 1, end} if tokens.surface[first - 1 : first] else {end}
            measure.used |= {at for at in bounds if _is_bound(tokens, at)}
    measure.add(_percent(tokens, lexicon))
    return measure


def _is_bound(tokens: Tokens, at: int) -> bool:
    known = _OPENING | _CLOSING | _SETTING_APART
    return 0 <= at < len(tokens.lower) and tokens.lower[at] in known


def _stretches(tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[int, int, bool]]:
    """Where a unit may stand by itself, with whether nothing else is to be expected there: in brackets, behind a
    comma, from a sign of money or a "per" on; and the whole heading."""
    lower, count = tokens.lower, len(tokens.lower)
    opened = -1
    for at, word in enumerate(lower):
        if word in _OPENING:
            opened = at + 1
        elif word in _CLOSING and opened >= 0:
            yield opened, at, True
        elif word in _SETTING_APART and at:
            yield at + 1, count, True
        elif _sign_at(tokens, at, lexicon) or (word == "per" and tokens.kind[at + 1 : at + 2] == [NUMBER]):
            yield at, count, True
        elif lexicon.scales.get(lexicon.lemma(word)) and tokens.kind[max(0, at - 1)] != NUMBER:
            yield at, _scaled_end(lower, at), True
    yield 0, count, False


def _scaled_end(lower: list[str], at: int) -> int:
    """The end of a scale with the "of" behind it: "thousands of", "million"."""
    return at + 1 + (lower[at + 1 : at + 2] == ["of"])


def _sign_at(tokens: Tokens, at: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The sign of money that starts at a token, the longest first, and its last token."""
    for length in range(_LONGEST_SIGN, 0, -1):
        words = tokens.surface[at : at + length]
        for unit in lexicon.signs.of(*words):
            if not unit.risky:
                return unit, at + len(words) - 1
    return None


def _percent(tokens: Tokens, lexicon: Lexicon) -> Measure:
    """Per cent anywhere in a heading: "% of households", "percentage of pupils", "% change"."""
    for at in range(len(tokens.lower)):
        found = unit_after(tokens, at - 1, lexicon)
        if found and found[0].dimension in ("percent", "points") and not found[0].risky:
            last = found[1] + (tokens.lower[found[1] + 1 : found[1] + 2] == ["of"])
            return Measure(found[0], used=set(range(at, last + 1)))
    return Measure()


class _Stretch:
    """The tokens `first`..`end` (exclusive) of a heading, read as a unit and nothing else."""

    def __init__(self, tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> None:
        self.tokens, self.first, self.end, self.lexicon = tokens, first, end, lexicon
        self.found = Measure()

    def read(self, *, sure: bool) -> Measure | None:
        """What the stretch says, None where it says anything but a unit. Only a `sure` one may have a risky unit."""
        at = self.first
        while at < self.end:
            if self.tokens.lower[at] in _FILLERS:
                at += 1
                continue
            last = self._sign(at) or self._scale(at) or self._rate(at) or self._unit(at, sure=sure)
            if last is None or last > self.end:
                return None
            at = last
        self.found.used = set(range(self.first, self.end))
        return self.found or None

    def _sign(self, at: int) -> int | None:
        sign = _sign_at(self.tokens, at, self.lexicon)
        if sign is None or self.found.unit:
            return None
        self.found.unit = sign[0]
        return sign[1] + 1

    def _scale(self, at: int) -> int | None:
        factor = self._factor(at)
        if factor is None:
            return None
        self.found.scale *= factor
        return at + 1

    def _factor(self, at: int) -> Decimal | None:
        """ "million", "bn", "000", and the letters that are a scale of money, or of anything that is no length."""
        word, lexicon = self.tokens.surface[at], self.lexicon
        if self.tokens.kind[at] == NUMBER:
            zeros = word.replace(",", "").removeprefix("1")
            return Decimal(10) ** len(zeros) if len(zeros) > 2 and not zeros.strip("0") else None
        known = lexicon.scales.get(lexicon.lemma(word.lower())) or lexicon.scale_marks.get(word.lower())
        if known:
            return known
        if self.found.unit and self.found.unit.dimension == "money":
            return lexicon.glued_scales.get(word)
        lengths = lexicon.tables["tables.lengths"].intersection(self.tokens.lower)
        return lexicon.glued_scales.get(word) if word in ("m", "M", "k", "K") and not lengths else None

    def _rate(self, at: int) -> int | None:
        """ "per 100,000 people", "/day": what the figures are divided by."""
        word, tokens = self.tokens.lower[at], self.tokens
        if word == "per" and tokens.kind[at + 1 : at + 2] == [NUMBER]:
            self.found.rates = (tokens.surface[at + 1].replace(",", ""),)
            return self.end
        if word not in ("per", "/", "a"):
            return None
        rates, last = rates_after(tokens, at - 1, self.found.unit, self.lexicon)
        self.found.rates = rates
        return last + 1 if rates else None

    def _unit(self, at: int, *, sure: bool) -> int | None:
        found = unit_after(self.tokens, at - 1, self.lexicon)
        if found is None or self.found.unit or (found[0].risky and not sure):
            return None
        self.found.unit = found[0]
        return found[1] + 1
