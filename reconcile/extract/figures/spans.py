"""Reads lengths of time without a number: "in weeks", "for months", "within hours"."""

from reconcile.extract.figures.digits import ONE
from reconcile.extract.figures.numeral import Numeral
from reconcile.extract.figures.units import unit_after
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import Tokens

RULE = "numbers.spans"


def read_span(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """The rough length of time that the bare plural at token `i` stands for, None where it is none."""
    bounds = lexicon.spans.get(tokens.lower[i])
    if bounds is None or i == 0 or tokens.lower[i - 1] not in lexicon.tables[RULE]:
        return None
    return Numeral(i, i, None, ONE, RULE, bounds[0], bounds[1]) if span_unit(tokens, i, lexicon) else None


def span_unit(tokens: Tokens, i: int, lexicon: Lexicon) -> Unit | None:
    """The unit of time that the word at token `i` names."""
    found = unit_after(tokens, i - 1, lexicon)
    return found[0] if found and found[1] == i else None
