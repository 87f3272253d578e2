"""The words that would put a figure of a draft right: the source's figure in the draft's own manner of writing."""

import re
from decimal import Decimal

from reconcile.facts import Claim, Mend

_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MONTHS = "january february march april may june july august september october november december"
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3  # letters by which a month is known
_LONGEST = 1000  # a figure with a scale behind it ("24 million") is written with numbers below this


def mend(draft: Claim, right: Claim) -> Mend | None:
    """The draft's figure replaced by the `right` one, None where no plain replacement of words does that."""
    text = _date(draft, right) if draft.kind == "date" else _figure(draft, right)
    if not text or text == draft.text or "\n" in text:
        return None
    return Mend(draft.start, draft.end, _capitalised(text, draft))


def _figure(draft: Claim, right: Claim) -> str | None:
    mine, yours = draft.quantity, right.quantity
    if draft.kind != right.kind or (mine.hedge == "range") != (yours.hedge == "range"):
        return None
    if draft.kind == "count" or mine.unit != yours.unit or not mine.hedge == yours.hedge == "exact":
        return (_rewritten(draft, right) if mine.hedge == yours.hedge else None) or right.text
    return _rewritten(draft, right) or right.text


def _rewritten(draft: Claim, right: Claim) -> str | None:
    """The draft's words with another number in them: "38 billion yen" for "380 billion yen" beside "Y38 billion"."""
    numerals = list(_NUMERAL.finditer(draft.text))
    value, other = draft.quantity.value, right.quantity.value
    if len(numerals) != 1 or draft.quantity.unit != right.quantity.unit or value is None or other is None:
        return None
    found = numerals[0]
    written = Decimal(found.group().replace(",", ""))
    scale = value / written if written else Decimal(0)
    number = other / scale if scale else Decimal(-1)
    if number < 0 or not _writable(number, scale):
        return None
    written_to = right.quantity.step / scale
    return draft.text[: found.start()] + _numeral(number, found.group(), written_to) + draft.text[found.end() :]


def _numeral(number: Decimal, like: str, step: Decimal) -> str:
    """A number to the precision `step` that it is known to, with commas unless the one that it is `like` goes without.

    Digits behind the point are written as that one has them, as far as they are known: "$68.40" for "$66.45".
    """
    places = max(min(len(like.partition(".")[2]), _places(step)), _places(number))
    bare = "," not in like and Decimal(like) >= _LONGEST
    return f"{number:.{places}f}" if bare else f"{number:,.{places}f}"


def _places(number: Decimal) -> int:
    """How many digits a number has behind its point."""
    return len(f"{number.normalize():f}".partition(".")[2])


def _writable(number: Decimal, scale: Decimal) -> bool:
    """Whether a number goes with the scale word behind it, as "1.25" goes with "million" and "1,250" does not."""
    if scale == 1:
        return True
    exponent = number.normalize().as_tuple().exponent
    return 1 <= number < _LONGEST and isinstance(exponent, int) and exponent >= -3


def _date(draft: Claim, right: Claim) -> str | None:
    """The source's date, where it is written like the draft's: both "4 March", or both "Tuesday"."""
    return right.text if _shape(draft.text) == _shape(right.text) else None


def _shape(text: str) -> str:
    worded = _WORD.sub(lambda found: "M" if _is_month(found.group()) else _kept(found.group()), text)
    return re.sub(r"\d+", "0", worded)


def _is_month(word: str) -> bool:
    return len(word) >= _SHORT and any(month.startswith(word.lower()) for month in _MONTHS.split())


def _kept(word: str) -> str:
    return "D" if word.lower().endswith("day") else word.lower()


def _capitalised(text: str, draft: Claim) -> str:
    """A word of number written large or small as its place in the draft asks for."""
    if draft.kind == "date" or not text[0].isalpha() or any(map(str.isdigit, text)):
        return text
    opens = draft.start == draft.sentence.start
    return (text[0].upper() if opens else text[0].lower()) + text[1:]
