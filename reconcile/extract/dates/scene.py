"""What the readers of dates share: the text being read, the match they give, and small looks around a token."""

from datetime import date
from typing import Literal, NamedTuple

from reconcile.extract.dates.calendar import Days
from reconcile.extract.dates.rules import DateRules
from reconcile.extract.tokens import NUMBER, WORD, Tokens

Kind = Literal["day", "period"]
NO_ANCHOR = "no day of publication to count from"


class DateMatch(NamedTuple):
    """A date or period read in a text: the tokens it spans (both ends included) and the days it covers.

    `first` and `last` are None where the words are a date but its days can't be told (no publication day, "recent
    weeks", "3/4/2026"). `precise` is False for periods with soft edges. `keeps_figures` tells that the figures inside
    are claims of their own ("three weeks ago"), not parts of a date ("March 3"). `rule` read it; `cue` is the rule
    that chose between the past and the coming day, "" where none had to.
    """

    first_token: int
    last_token: int
    first: date | None
    last: date | None
    rule: str
    note: str
    precise: bool
    kind: Kind
    keeps_figures: bool = False
    cue: str = ""


class Scene:
    """One text while its dates are read from left to right.

    `floor` is the first token not yet inside a match; `latest` the last match whose days are known, from which "the
    next day" counts; `last_year` the last token of the latest match that ends in a year (for "2016, 2019 and 2022").
    """

    __slots__ = ("_grouped", "anchor", "count", "floor", "last_year", "latest", "lower", "rules", "tokens")

    def __init__(self, tokens: Tokens, anchor: date | None, rules: DateRules) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.count = len(tokens.lower)
        self.anchor = anchor
        self.rules = rules
        self.floor = 0
        self._grouped: bool | None = None
        self.latest: DateMatch | None = None
        self.last_year = -2

    def word(self, i: int) -> str:
        """The lower-case token at `i`, "" outside the text."""
        return self.lower[i] if 0 <= i < self.count else ""

    def has(self, field: str, i: int) -> bool:
        """Is token `i` in the rules' set `field`?"""
        return 0 <= i < self.count and self.lower[i] in self.rules.words.get(field, ())

    def number(self, field: str, i: int) -> int | None:
        """What the rules' table `field` gives for token `i`."""
        return self.rules.numbers.get(field, {}).get(self.lower[i]) if 0 <= i < self.count else None

    def names_month(self, i: int) -> bool:
        """Is token `i` the name of a month, in full or short?"""
        return 0 <= i < self.count and self.lower[i] in self.rules.months

    def capital(self, i: int) -> bool:
        """Does token `i` begin with a capital letter?"""
        return 0 <= i < self.count and self.tokens.surface[i][0].isupper()

    def plain_word(self, i: int) -> bool:
        """Is token `i` a word in lower case?"""
        return 0 <= i < self.count and self.tokens.kind[i] == WORD and self.tokens.surface[i][0].islower()

    def glued(self, i: int) -> bool:
        """Does token `i` follow the one before it without a space?"""
        return 0 < i < self.count and self.tokens.glued[i]

    def integer(self, i: int, low: int, high: int) -> int | None:
        """The whole number written at token `i`, where it lies within the bounds and has no more digits than `high`."""
        if not 0 <= i < self.count or self.tokens.kind[i] != NUMBER:
            return None
        digits = self.lower[i]
        if len(digits) > len(str(high)) or not (digits.isascii() and digits.isdigit()):
            return None
        value = int(digits)
        return value if low <= value <= high else None

    def grouped(self) -> bool:
        """Does the text write its thousands with a comma ("1,200"), so that four plain figures are a year?"""
        if self._grouped is None:
            self._grouped = any(len(word) == 5 and word[1] == "," for word in self.lower)
        return self._grouped

    def phrase_at(self, words: tuple[str, ...], i: int) -> bool:
        """Do these words stand at token `i`?"""
        return i >= 0 and tuple(self.lower[i : i + len(words)]) == words

    def counted(self, i: int) -> tuple[int, int | None] | None:
        """The count that ends at token `i`, as (its first token, its figure or None for "several")."""
        whole = self.integer(i, 1, 9999)
        if whole is None:
            whole = self.number("ago.counts", i)
        if whole is not None:
            return i, whole
        if self.word(i) == "of" and self.has("ago.vague", i - 1):
            i -= 1
        if not self.has("ago.vague", i):
            return None
        return (i - 1 if self.word(i - 1) == "a" else i), None

    def match(
        self,
        span: tuple[int, int],
        days: Days | None,
        reading: str,
        note: str = "",
        *,
        kind: Kind = "period",
        precise: bool = True,
        keeps: bool = False,
        cue: str = "",
    ) -> DateMatch:
        """A match over the tokens of `span` (both ends included), told by the rule of `reading`."""
        first, last = days if days is not None else (None, None)
        return DateMatch(
            span[0], span[1], first, last, self.rules.ids.get(reading, reading), note, precise, kind, keeps, cue
        )
