"""Reads lengths of time in hours, minutes and seconds with colons: "2:04:38"."""

from decimal import Decimal

from reconcile.extract.figures.digits import ONE
from reconcile.extract.figures.numeral import Numeral
from reconcile.extract.tokens import NUMBER, Tokens

RULE = "numbers.clocked"
_MINUTES, _HOURS = 60, 3600


def clocked(tokens: Tokens, i: int) -> Numeral | None:
    """The seconds of the length of time that starts at token `i`, None where there are not three groups."""
    if (
        tokens.surface[i + 1 : i + 4 : 2] != [":", ":"]
        or i + 4 >= len(tokens.surface)
        or not all(tokens.glued[i + 1 : i + 5])
    ):
        return None
    groups = tokens.surface[i : i + 5 : 2]
    if (
        any(tokens.kind[k] != NUMBER for k in (i, i + 2, i + 4))
        or not groups[0].isdecimal()
        or not groups[1].isdecimal()
        or len(groups[1]) != 2
        or not groups[2].replace(".", "", 1).isdecimal()
    ):
        return None
    hours, minutes, seconds = map(Decimal, groups)
    return Numeral(i, i + 4, hours * _HOURS + minutes * _MINUTES + seconds, ONE, RULE)
