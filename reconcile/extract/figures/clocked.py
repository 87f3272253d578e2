"""Reads lengths of time in hours, minutes and seconds: "2:04:38", "3:41.06", "1h45"."""

from decimal import Decimal

from reconcile.extract.figures.digits import ONE, written_step
from reconcile.extract.figures.numeral import Numeral
from reconcile.extract.tokens import NUMBER, Tokens

RULE = "numbers.clocked"
_MINUTES, _HOURS = 60, 3600
_TWO = 2  # digits of minutes and seconds
_MOST_DIGITS = 3


def clocked(tokens: Tokens, i: int) -> Numeral | None:
    """The seconds of the length of time that starts at token `i`: "2:04:38", "3:41.06", "1h45"; None for a time of
    day."""
    surface, colons = tokens.surface, tokens.surface[i + 1 : i + 4 : 2]
    if not surface[i].isdecimal() or len(surface[i]) > _MOST_DIGITS:
        return None
    if colons == [":", ":"] and _are_groups(tokens, i, 3):
        hours, minutes, seconds = map(Decimal, surface[i : i + 5 : 2])
        return Numeral(i, i + 4, hours * _HOURS + minutes * _MINUTES + seconds, ONE, RULE)
    if colons[:1] == [":"] and _are_groups(tokens, i, 2) and "." in surface[i + 2]:
        minutes, seconds = Decimal(surface[i]), Decimal(surface[i + 2])
        return Numeral(i, i + 2, minutes * _MINUTES + seconds, written_step(surface[i + 2]), RULE)
    if colons[:1] == ["h"] and _are_groups(tokens, i, 2) and len(surface[i + 2]) == _TWO and surface[i + 2].isdecimal():
        return Numeral(i, i + 2, Decimal(surface[i]) * _HOURS + Decimal(surface[i + 2]) * _MINUTES, ONE, RULE)
    return None


def _are_groups(tokens: Tokens, i: int, count: int) -> bool:
    """Do so many groups of digits start at token `i`, glued together, all but the first and the last of two digits and
    the last a number of seconds or minutes below sixty?"""
    end = i + 2 * count - 1
    if end > len(tokens.surface) or not all(tokens.glued[i + 1 : end]):
        return False
    groups = tokens.surface[i:end:2]
    if any(tokens.kind[k] != NUMBER for k in range(i, end, 2)) or not groups[-1].replace(".", "", 1).isdecimal():
        return False
    whole = [group.partition(".")[0] for group in groups[1:]]
    inner = all(group.isdecimal() and len(group) == _TWO for group in groups[1:-1])
    return inner and len(whole[-1]) == _TWO and int(whole[-1]) < _MINUTES
