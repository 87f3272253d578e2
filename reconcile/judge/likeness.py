"""How two claims' figures stand to one another, across units, dates, and currencies at a rate that a source gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Literal

from reconcile.facts import Claim
from reconcile.judge.intervals import (
    Figure,
    distance,
    equal,
    exceeds_bound,
    figure,
    mirrored,
    overlaps,
    rounds_to,
    shift,
)
from reconcile.judge.policy import Policy
from reconcile.language.units import SAME, Conversion, Units

Kin = Literal["same", "converted", "rounding", "overlap", "apart", "incomparable"]
_NEAREST: tuple[Kin, ...] = ("same", "converted", "rounding", "overlap", "apart", "incomparable")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near two figures are: `kin`, and where they are apart the `gap` and the `ratio`.

    `gap` is the first figure less the second in the second's unit, `ratio` the larger as a multiple of the smaller.
    `rate` names the source by whose exchange rate two currencies were compared.
    """

    kin: Kin
    gap: Decimal | None = None
    ratio: Decimal | None = None
    rate: str | None = None

    @property
    def rank(self) -> int:
        """How far apart the kin is, 0 for the nearest."""
        return _NEAREST.index(self.kin)


@dataclass(frozen=True, slots=True)
class Rate:
    """An exchange rate that a source implies by giving one sum in two currencies, as far as its rounding tells."""

    low: Decimal
    high: Decimal
    source: str


Rates = Mapping[tuple[str, str], Rate]
_INCOMPARABLE = Likeness("incomparable")


class Comparer:
    """Compares claims, each pair of figures once."""

    def __init__(self, units: Units, policy: Policy, claims: Iterable[Claim]) -> None:
        self._units = units
        self._policy = policy
        self._keys: dict[object, int] = {}
        self._key_of: dict[tuple[str, str], int] = {}
        self._figures: dict[int, Figure] = {}
        self._found: dict[tuple[int, str, int, str], Likeness] = {}
        self._rates = self._stated_rates(claims)

    def figure(self, claim: Claim) -> Figure:
        """The claim's quantity as it is compared."""
        key = self._key(claim)
        if key not in self._figures:
            self._figures[key] = figure(claim.quantity, claim.kind, self._policy)
        return self._figures[key]

    def compare(self, a: Claim, b: Claim) -> Likeness:
        """How the figures of two claims stand to one another."""
        key = (self._key(a), a.change, self._key(b), b.change)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._compare(a, b)
        return found

    def outgrown(self, bound: Claim, other: Claim) -> bool:
        """Whether the figure of `other` outgrew the lower bound that `bound` states."""
        if bound.quantity.hedge not in ("at_least", "more_than"):
            return False
        ways = self._conversions(other, bound)
        limit, figure = self.figure(bound), self.figure(other)
        return any(exceeds_bound(limit, shift(figure, way)) for way in ways)

    def _key(self, claim: Claim) -> int:
        """A number that claims of equal figures share: figures are looked up often, and by themselves slowly."""
        name = claim.source, claim.id
        key = self._key_of.get(name)
        if key is None:
            key = self._key_of[name] = self._keys.setdefault(figure_key(claim), len(self._keys))
        return key

    def _compare(self, a: Claim, b: Claim) -> Likeness:
        if "date" in (a.kind, b.kind):
            return _dates(a, b)
        mine, yours = _signed_alike(a, self.figure(a), b, self.figure(b))
        conversions = self._conversions(a, b)
        if len(conversions) == 1:
            return self._converted(mine, yours, conversions[0])
        if conversions:
            return min((self._converted(mine, yours, way) for way in conversions), key=attrgetter("rank"))
        rate = self._rates.get((a.quantity.unit, b.quantity.unit))
        return _at_rate(mine, yours, rate, self._policy.rate_slack) if rate else _INCOMPARABLE

    def _conversions(self, a: Claim, b: Claim) -> tuple[Conversion, ...]:
        """The ways from one claim's unit to the other's; counts compare whatever they count, as does a bare figure.

        A count beside a measured amount of the same thing is one whose unit is left unsaid: "in 90 minutes", "200".
        """
        one, two = a.quantity.unit, b.quantity.unit
        if a.kind == b.kind == "count" or not (one and two):
            return (SAME,)
        return self._units.conversions(one, two) or ((SAME,) if "count" in (a.kind, b.kind) else ())

    def _converted(self, a: Figure, b: Figure, way: Conversion) -> Likeness:
        there = a if way is SAME else shift(a, way)
        if equal(there, b):
            return Likeness("same")
        if way.between_systems and not way.approximate and self._one_figure(there, b):
            return Likeness("converted")
        if rounds_to(there, b):
            return Likeness("rounding")
        return Likeness("overlap") if overlaps(there, b) else Likeness("apart", *distance(there, b))

    def _one_figure(self, a: Figure, b: Figure) -> bool:
        """Whether a conversion that rounds as it must gives the same figure, or the same bounds."""
        if a.side != b.side:
            return False
        if a.value is not None and b.value is not None:
            return self._meets(a.value, b.value, a.slack, b.slack)
        if a.value is not None or b.value is not None:
            return False
        pairs = ((a.stated_low, b.stated_low), (a.stated_high, b.stated_high))
        return all(x is y if x is None or y is None else self._meets(x, y, a.slack, b.slack) for x, y in pairs)

    def _meets(self, x: Decimal, y: Decimal, one: Decimal, other: Decimal) -> bool:
        fine, coarse = sorted((one, other))
        gap = abs(x - y)
        comparable = coarse <= fine * self._policy.coarser or gap <= abs(y) * self._policy.within
        return gap <= fine or (gap <= coarse and comparable)

    def _stated_rates(self, claims: Iterable[Claim]) -> Rates:
        known = {claim.id: claim for claim in claims}
        rates: dict[tuple[str, str], Rate] = {}
        for claim in known.values():
            first = known.get(claim.equivalent_of or "")
            for key, rate in self._implied(first, claim) if first else ():
                if key not in rates or _width(rate) < _width(rates[key]):
                    rates[key] = rate
        return rates

    def _implied(self, a: Claim, b: Claim) -> Iterator[tuple[tuple[str, str], Rate]]:
        if a.quantity.unit == b.quantity.unit:
            return
        one, two = a.quantity.unit, b.quantity.unit
        x, y = self.figure(a), self.figure(b)
        if not (self._units.is_money(one) and self._units.is_money(two)) or x.value is None or y.value is None:
            return
        if x.slack >= x.value or y.slack >= y.value:
            return
        least, most = (y.value - y.slack) / (x.value + x.slack), (y.value + y.slack) / (x.value - x.slack)
        yield (one, two), Rate(least, most, a.source)
        yield (two, one), Rate(1 / most, 1 / least, a.source)


def _signed_alike(a: Claim, mine: Figure, b: Claim, yours: Figure) -> tuple[Figure, Figure]:
    """Both figures, with a fall that one claim writes with a minus and the other without written alike."""
    if a.change == b.change == "down" and mine.value and yours.value and (mine.value < 0) != (yours.value < 0):
        return (mirrored(mine), yours) if mine.value < 0 else (mine, mirrored(yours))
    return mine, yours


def figure_key(claim: Claim) -> object:
    """What of a claim decides how its figure compares."""
    if claim.kind == "date":
        return claim.when and (claim.when.first, claim.when.last)
    return claim.kind, claim.quantity


def _width(rate: Rate) -> Decimal:
    return rate.high / rate.low


def _dates(a: Claim, b: Claim) -> Likeness:
    if a.when is None or b.when is None or a.kind != b.kind:
        return _INCOMPARABLE
    one, two = (a.when.first, a.when.last), (b.when.first, b.when.last)
    if one == two:
        return Likeness("same")
    inside = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    return Likeness("overlap" if inside else "apart")


def _at_rate(a: Figure, b: Figure, rate: Rate, finest: Decimal) -> Likeness:
    """Two sums in different currencies, by a rate as exact as the source that gives it rounded it.

    Round figures count as no coarser than the part `finest` of themselves: a conversion is never as rough as they look.
    """
    middle = (rate.low + rate.high) / 2
    there = shift(a, Conversion(times=middle))
    if there.value is not None and b.value is not None and there.side == b.side == 0:
        rough = min(there.slack, abs(there.value) * finest) + min(b.slack, abs(b.value) * finest)
        if abs(there.value - b.value) <= rough + abs(there.value) * (rate.high - rate.low) / (2 * middle):
            return Likeness("converted", rate=rate.source)
        if a.exact and b.exact:
            return Likeness("apart", *distance(there, b), rate=rate.source)
    if overlaps(there, b):
        return Likeness("overlap", rate=rate.source)
    return Likeness("apart", *distance(there, b), rate=rate.source)
