"""The slip behind a wrong figure, where it is recognisable, in words an editor uses.

Each function looks at a figure of the draft beside the source's and says what went wrong, or None.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcile.facts import Claim
from reconcile.facts import report as names

_POINTS = {"%", "pp", "bp"}
_DOLLARS, _CODE = "D", 3  # "$" may stand for any of these currencies
_SCALES = {
    Decimal(100_000): "a lakh, or five noughts, too {few}",
    Decimal(10): "a nought too {few}",
    Decimal(100): "two noughts too {few}",
    Decimal(1000): "out by a thousand: million and billion mixed up?",
    Decimal(1_000_000): "out by a million",
}
_TELLING = 2
_LOWER, _UPPER = ("at_least", "more_than"), ("at_most", "less_than")
_BOUNDS = (*_LOWER, *_UPPER)


@dataclass(frozen=True, slots=True)
class Slip:
    """What went wrong: its name, None where it is just another figure, and the words for it."""

    name: names.Slip | None
    words: str


def slip(draft: Claim, source: Claim) -> Slip | None:
    """What went wrong between the source's figure and the draft's, None where it is just another figure."""
    return next(filter(None, (look(draft, source) for look in _LOOKS)), None)


def telling(draft: Claim, source: Claim) -> bool:
    """Whether the draft's figure is the source's with a slip that chance hardly makes: two digits or more, the same but
    for their order, the noughts behind them, or the unit."""
    if _points(draft, source):
        return True
    one, other = _digits(draft), _digits(source)
    if len(one) < _TELLING or sorted(one) != sorted(other):
        return False
    if one != other:
        return draft.quantity.unit == source.quantity.unit and len(one) > _TELLING
    return same_number(draft, source) or _magnitude(draft, source) is not None


def same_number(draft: Claim, source: Claim) -> bool:
    """Whether both give one number in different units of one kind, a slip of the unit where both tell one thing."""
    one, other = number(draft), number(source)
    units = (draft.quantity.unit, source.quantity.unit)
    if draft.kind != source.kind or draft.kind == "count":
        return False
    if one is None or one != other or units[0] == units[1] or not all(units):
        return False
    return not all(unit.endswith(_DOLLARS) and len(unit) == _CODE for unit in units)


def same_amount(draft: Claim, source: Claim) -> bool:
    """Whether the source gives the draft's number in the same unit, or of whatever is counted, with any bound before it
    or as an end of a range."""
    one, quantity = number(draft), source.quantity
    given = (quantity.value, quantity.low, quantity.high)
    alike = draft.quantity.unit == quantity.unit or draft.kind == source.kind == "count"
    return one is not None and one in given and alike


def wrong_end(draft: Claim, source: Claim) -> bool:
    """Whether the draft takes the one end of a source's range for the other: "at least 30" from "20 to 30"."""
    bound, ends = draft.quantity, source.quantity
    if ends.hedge != "range" or bound.unit != ends.unit or ends.low == ends.high:
        return False
    far = ends.high if bound.hedge in _LOWER else ends.low if bound.hedge in _UPPER else None
    return far is not None and number(draft) == far


def number(claim: Claim) -> Decimal | None:
    """The number by which a figure is written: its value, or else the bound that it gives."""
    quantity = claim.quantity
    return next((x for x in (quantity.value, quantity.low, quantity.high) if x is not None), None)


def digits_of(value: Decimal) -> int:
    """How many digits of a number carry meaning: 2 of 1,200."""
    return len(value.normalize().as_tuple().digits)


def _points(draft: Claim, source: Claim) -> Slip | None:
    units = {draft.quantity.unit, source.quantity.unit}
    if len(units) == 2 and units <= _POINTS and same_number(draft, source):
        return Slip("points", "per cent and percentage points are mixed up")
    return None


def _unit(draft: Claim, source: Claim) -> Slip | None:
    return Slip("unit", "the number is right, the unit is not") if same_number(draft, source) else None


def _direction(draft: Claim, source: Claim) -> Slip | None:
    if {draft.change, source.change} != {"up", "down"} or number(draft) != number(source):
        return None
    return Slip("direction", "it falls there" if source.change == "down" else "it rises there")


def _bound(draft: Claim, source: Claim) -> Slip | None:
    one, other = number(draft), number(source)
    if wrong_end(draft, source):
        return Slip("bound", "the other end of the range")
    if one is None or one != other or draft.quantity.hedge == source.quantity.hedge:
        return None
    if draft.quantity.hedge in _BOUNDS:
        exact = source.quantity.hedge == "exact"
        return Slip("bound", "the source gives no such bound" if exact else "the bound is turned round")
    return None


def _magnitude(draft: Claim, source: Claim) -> Slip | None:
    one, other = number(draft), number(source)
    if not one or not other or draft.quantity.unit != source.quantity.unit:
        return None
    ratio = max(abs(one), abs(other)) / min(abs(one), abs(other))
    words = _SCALES.get(ratio)
    return Slip("magnitude", words.format(few="many" if one > other else "few")) if words else None


def in_other_order(draft: Claim, source: Claim) -> bool:
    """Whether two figures are written with the same digits, but in another order: 563 and 536."""
    one, other = _digits(draft), _digits(source)
    return one != other and sorted(one) == sorted(other)


def _swapped(draft: Claim, source: Claim) -> Slip | None:
    if not in_other_order(draft, source):
        return None
    moved = sum(a != b for a, b in zip(_digits(draft), _digits(source), strict=True))
    return Slip("digits", "digits swapped" if moved == 2 else "digits in the wrong order")


def _digit(draft: Claim, source: Claim) -> Slip | None:
    one, other = _digits(draft), _digits(source)
    near = len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return Slip("digit", "one digit differs") if near else None


def _digits(claim: Claim) -> str:
    written = number(claim)
    return "" if written is None else f"{abs(written):f}".replace(".", "").strip("0")


_LOOKS: Sequence[Callable[[Claim, Claim], Slip | None]] = (
    _points,
    _direction,
    _unit,
    _bound,
    _magnitude,
    _swapped,
    _digit,
)
