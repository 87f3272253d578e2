"""Reads the words around a number that make it a bound or an approximation, and works out the interval."""

from dataclasses import dataclass
from decimal import Decimal

from reconcile.extract.lexicon import Hedge, Lexicon
from reconcile.extract.tokens import NUMBER, Tokens

# words that may stand between a hedge and its number: "at least another $90m", "more than a total of 40"
_BETWEEN = frozenset({"another", "additional", "further", "extra", "a", "an", "total", "of", "the", "some", "only", "just", "about", "around"})
_MAX_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Hedging:
    """A hedge read on tokens `first`..`last`."""

    hedge: Hedge
    first: int
    last: int


def hedge_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> Hedging | None:
    """The hedge that governs the figure which starts at token `start`, looking no further back than token `floor`.

    Hedges compose outwards ("at least about 40"): the outermost bound wins, and its extent takes in the inner one.
    """
    best: Hedging | None = None
    at = start
    for _ in range(3):
        found = _match_before(tokens, at, floor, lexicon)
        if found is None or _is_phrasal(tokens, found, floor, lexicon):
            break
        best = found if best is None or found.hedge.kind != "about" else Hedging(best.hedge, found.first, best.last)
        at = found.first
    return best


def _is_phrasal(tokens: Tokens, found: Hedging, floor: int, lexicon: Lexicon) -> bool:
    """Does the hedge word belong to the verb before it: "handed over 36 captives", "goes up to 15", "fell under 94 headings"?"""
    before = tokens.lower[found.first - 1] if found.first > floor else ""
    word = tokens.lower[found.first]
    if before in lexicon.tables.get(f"hedges.phrasal.{word}", ()):
        return True
    if word == "up":
        return before == "back" or any(near in lexicon.movement for near in tokens.lower[max(floor, found.first - 8) : found.first])
    return False


def _match_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> Hedging | None:
    at = start - 1
    for _ in range(_MAX_BETWEEN + 1):
        if at < floor:
            return None
        for words, hedge in lexicon.before.get(tokens.lower[at], ()):
            first = at - len(words) + 1
            if first >= floor and tuple(tokens.lower[first : at + 1]) == words:
                return Hedging(hedge, first, at)
        if tokens.lower[at] not in _BETWEEN:
            return None
        at -= 1
    return None


def hedge_after(tokens: Tokens, end: int, lexicon: Lexicon) -> Hedging | None:
    """The hedge that follows the figure which ends at token `end` ("or more", "-odd", "+")."""
    at = end + 1
    if at >= len(tokens.lower):
        return None
    for words, hedge in lexicon.after.get(tokens.lower[at], ()):
        if tuple(tokens.lower[at : at + len(words)]) == words:
            end = at + len(words)
            if words[0] in "+-" and not tokens.glued[at] or end < len(tokens.lower) and _goes_on(tokens, end):
                continue
            return Hedging(hedge, at, at + len(words) - 1)
    return None


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Does a number or "than" follow, so that the words before it belong to the next figure ("and more than 12")?"""
    return tokens.kind[end] == NUMBER or tokens.lower[end] in ("than", "a", "an", "one", "half")


def grant(hedge: Hedge, value: Decimal | None, low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The (value, low, high) of a figure under a hedge; `low` and `high` are the bounds before it."""
    base_low = low if value is None else value
    base_high = high if value is None else value
    new_low = None if hedge.low is None or base_low is None else base_low + abs(base_low) * hedge.low / 100
    new_high = None if hedge.high is None or base_high is None else base_high + abs(base_high) * hedge.high / 100
    keeps = hedge.kind == "about" or hedge.keeps_value
    return (value if keeps else None), new_low, new_high
