"""Reads the words around a number that make it a bound or an approximation, and works out the interval."""

from decimal import Decimal
from typing import NamedTuple

from reconcile.extract.figures.numeral import word_at
from reconcile.extract.lexicon import Hedge, Lexicon, Unit
from reconcile.extract.tokens import NUMBER, Tokens

Interval = tuple[Decimal | None, Decimal | None, Decimal | None]
"""The value, low and high of a figure."""

_MAX_BETWEEN = 3  # words between a hedge and its number: "at least another $90m", "more than a total of 40"
_MAX_HEDGES = 3
_BE = frozenset({"is", "are", "was", "were", "be", "'s", "\u2019s"})
_REPORT_REACH = 14  # words behind a bound at the head of a sentence in which its verb stands
_BRING_REACH = 8  # words between "bring" and the "up to" that goes with it
_NEGATION_REACH = 8  # words between a "no" and the bound that it turns round


class Hedging(NamedTuple):
    """A hedge read on tokens `first`..`last`; `negated` tells that a "no" or "not" before it turns the bound round.

    `extended` counts the words between the hedge and its number ("at least another 90").
    """

    hedge: Hedge
    first: int
    last: int
    negated: bool = False
    extended: int = 0

    @property
    def words_between(self) -> tuple[int, int] | None:
        """The first and last of the words that stand between the hedge and its number."""
        return (self.last + 1, self.last + self.extended) if self.extended else None


def hedge_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon, unit: Unit | None = None) -> Hedging | None:
    """The hedge that governs the figure which starts at token `start`, looking no further back than token `floor`.

    An approximation inside a bound ("at least about 40") gives way to the bound. `unit` is that of the figure.
    """
    best: Hedging | None = None
    at = start
    for _ in range(_MAX_HEDGES):
        found = _match_before(tokens, at, floor, lexicon)
        if found is None or _is_something_else(tokens, found, floor, lexicon, unit):
            break
        if best and best.hedge.kind != "about":
            break
        best = found if best is None or found.hedge.kind != "about" else best._replace(first=found.first)
        at = found.first
    if best and tokens.lower[best.first : best.first + 3] == ["as", "many", "as"] and _stresses(tokens, best, lexicon):
        return None
    if best and best.hedge.turned and _is_negated(tokens, best, lexicon):
        return best._replace(negated=True)
    return best


def _stresses(tokens: Tokens, found: Hedging, lexicon: Lexicon) -> bool:
    """ "As many as 62 personnel have been deployed" opens a report of what is known and bounds nothing."""
    first, end = tokens.sentences[tokens.sentence_of(found.first)]
    if found.first != first:
        return False
    words = tokens.lower[found.last : min(end, found.last + _REPORT_REACH)]
    return any(word in ("have", "has", "had", "were", "was") for word in words) and not any(
        word in lexicon.tables["hedges.at_most.modal"] for word in words
    )


def _match_before(tokens: Tokens, start: int, floor: int, lexicon: Lexicon) -> Hedging | None:
    at = start - 1
    for _ in range(_MAX_BETWEEN + 1):
        if at < floor:
            return None
        hedges = lexicon.before.ending(tokens.lower, at, floor)
        if hedges:
            words, hedge = hedges[0]
            return Hedging(hedge, at - len(words) + 1, at, extended=start - 1 - at)
        if tokens.lower[at] not in lexicon.tables["numbers.extending"]:
            return None
        at -= 1
    return None


def _is_something_else(tokens: Tokens, found: Hedging, floor: int, lexicon: Lexicon, unit: Unit | None) -> bool:
    """Does the hedge go with what stands before it: "handed over 36", "went up to 15", "rose 4% over two years"?"""
    word = tokens.lower[found.first]
    before = word_at(tokens, found.first - 1) if found.first > floor else ""
    if (
        unit
        and unit.dimension == "time"
        and found.first == found.last
        and word in lexicon.tables["hedges.more_than.during"]
    ):
        return not _measures_time(before, lexicon)
    if unit is None and tokens.lower[found.first : found.first + 3] in (["as", "long", "as"], ["as", "far", "as"]):
        return True  # "as long as 12 judges sit"
    phrasal = lexicon.tables[f"hedges.phrasal.{word}"]
    if before in phrasal:
        return True
    if word == "up" and _brings(tokens, found.first, floor, lexicon):
        return True
    again = word_at(tokens, found.first - 2)
    if before == "back":
        return again in phrasal or again in _BE  # "buy back up to 12" is a bound
    return before in ("it", "them", "him", "her") and again in phrasal


def _brings(tokens: Tokens, first: int, floor: int, lexicon: Lexicon) -> bool:
    """ "Bringing the toll up to 31" names a new level, where no other verb stands between."""
    for at in range(first - 1, max(floor, first - _BRING_REACH) - 1, -1):
        word = tokens.lower[at]
        if word in lexicon.tables["hedges.at_most.bringing"]:
            return True
        if lexicon.verbs.get(word, ("", ""))[1] in ("d", "g"):
            return False
    return False


def _measures_time(before: str, lexicon: Lexicon) -> bool:
    """ "took over two hours", "for over a year": a verb or a preposition stands before it, not what went on."""
    tag = lexicon.pos.get(before, "")
    noun = before in lexicon.noun_event or before in lexicon.noun_class or before in lexicon.singulars
    return tag in ("A", "P", "R", "C") or (before in lexicon.verbs and not noun)


def _is_negated(tokens: Tokens, found: Hedging, lexicon: Lexicon) -> bool:
    """ "No family will get more than $250,000", "must not exceed 45 metres"."""
    start = tokens.sentences[tokens.sentence_of(found.first)][0]
    if lexicon.pos.get(word_at(tokens, found.first - 1)) == "P":
        return False  # "has not been seen for over a year"
    if word_at(tokens, found.first - 1) in ("nobody", "none"):
        return False  # "nobody under 18" is barred, not an amount
    negations = lexicon.tables["hedges.more_than.negated"]
    for at in range(found.first - 1, max(start, found.first - _NEGATION_REACH) - 1, -1):
        word = tokens.lower[at]
        if word in negations and word_at(tokens, at + 1) not in ("only", "just", "longer", "."):
            return True
        if word in ",;:" or tokens.kind[at] == NUMBER or lexicon.pos.get(word) in ("C", "S"):
            return False
    return False


def hedge_after(tokens: Tokens, end: int, lexicon: Lexicon) -> Hedging | None:
    """The hedge that follows the figure which ends at token `end` ("or more", "-odd", "+")."""
    at = end + 1
    for words, hedge in lexicon.after.starting(tokens.lower, at) if at < len(tokens.lower) else ():
        if words[0] in "+-" and not tokens.glued[at]:
            continue
        last = at + len(words) - 1
        if not _goes_on(tokens, last + 1) and not _counts_most(tokens, words, last + 1, lexicon):
            return Hedging(hedge, at, last)
    return None


def _counts_most(tokens: Tokens, words: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """Does "at most" say where, and bound nothing: "up 5% at most shops", "at most of its plants"?"""
    if words != ("at", "most"):
        return False
    at += lexicon.pos.get(word_at(tokens, at)) == "J"
    word = word_at(tokens, at)
    return word == "of" or (word not in lexicon.pos and lexicon.lemma(word) != word)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Does a number or "than" follow, so that the words before it belong to the next figure ("and more than 12")?"""
    word = word_at(tokens, at)
    return bool(word) and (
        tokens.kind[at] == NUMBER
        or word in ("a", "an", "one", "half")
        or (word == "than" and word_at(tokens, at + 1).isalnum())
    )


def grant(found: Hedging, value: Decimal | None, low: Decimal | None, high: Decimal | None) -> Interval:
    """The interval of a figure under a hedge; `low` and `high` are the bounds before it."""
    hedge = found.hedge
    if hedge.kind == "about" and value is None:
        return value, low, high  # a range keeps its bounds: "about 2 to 3 metres"
    base_low = low if value is None else value
    base_high = high if value is None else value
    new_low = None if hedge.low is None or base_low is None else base_low + abs(base_low) * hedge.low / 100
    new_high = None if hedge.high is None or base_high is None else base_high + abs(base_high) * hedge.high / 100
    if found.negated:
        new_low, new_high = (None, base_high) if hedge.high is None else (base_low, None)
    keeps = (hedge.kind == "about" or hedge.keeps_value) and not found.negated
    return (value if keeps else None), new_low, new_high


def kind_of(found: Hedging) -> str:
    """The hedge that the contract names for a reading."""
    if found.negated:
        return "at_most" if found.hedge.high is None else "at_least"
    return found.hedge.kind
