"""Finds the figures of a text: numbers with their hedges, signs, units and rates, each with its interval."""

from collections.abc import Iterator
from decimal import Decimal

from reconcile.extract.figures import multiples
from reconcile.extract.figures.amounts import assemble, ranged, single
from reconcile.extract.figures.clocked import clocked
from reconcile.extract.figures.composed import over_fraction
from reconcile.extract.figures.digits import HUNDRED, ONE
from reconcile.extract.figures.figure import Figure
from reconcile.extract.figures.hedges import hedge_before
from reconcile.extract.figures.local_units import localise
from reconcile.extract.figures.metres import metres_or_millions
from reconcile.extract.figures.names import grouped_by_point
from reconcile.extract.figures.nonclaims import code_end
from reconcile.extract.figures.numeral import Numeral, word_at
from reconcile.extract.figures.numerals import read_numeral
from reconcile.extract.figures.ordinals import RULE as RANK
from reconcile.extract.figures.ordinals import ordinal_at, read_rank, read_rank_range
from reconcile.extract.figures.phones import block_addresses
from reconcile.extract.figures.phrases import is_idiom, is_phrase, is_pronoun
from reconcile.extract.figures.ranges import joined, second_number
from reconcile.extract.figures.spans import read_span, span_unit
from reconcile.extract.figures.ties import merge_bounds, supply_units, tie_equivalents
from reconcile.extract.figures.units import sign_before, unit_after
from reconcile.extract.figures.zeros import read_zero
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import NUMBER, WORD, Tokens
from reconcile.facts import Quantity

_COMPARING = frozenset(
    {"more", "fewer", "less", "higher", "lower", "larger", "smaller", "longer", "shorter", "above", "below"}
)
_COORDINATED = 12  # tokens back at which a figure may stand that "and Lithuania 900" goes on from
_LONGEST_ALONE = 24  # tokens that a text which is a number and nothing else may have


def find_figures(tokens: Tokens, blocked: bytearray, lexicon: Lexicon, published: str = "") -> tuple[Figure, ...]:
    """All figures of a text in reading order; tokens marked in `blocked` (dates, clock times, links) are left alone.

    `published` is the moment of publication in ISO 8601, as far as it is known.
    """
    block_addresses(tokens, blocked, lexicon)
    figures = _Scan(tokens, blocked, lexicon).figures()
    local = tuple(localise(tokens, tuple(merge_bounds(tokens, figures)), lexicon, published))
    return tuple(tie_equivalents(tokens, supply_units(tokens, local, lexicon)))


__all__ = ["Figure", "find_figures"]


class _Scan:
    """One pass over the tokens; `floor` is the first token that the figure being read may take in."""

    def __init__(self, tokens: Tokens, blocked: bytearray, lexicon: Lexicon) -> None:
        self.tokens, self.blocked, self.lexicon = tokens, blocked, lexicon
        self.floor = 0
        self.first = 0  # first token of the sentence being read
        self.latest = -1  # last token of the figure read before

    def figures(self) -> Iterator[Figure]:
        """The figures one by one."""
        tokens, lexicon = self.tokens, self.lexicon
        position = 0  # first token not yet read
        for i in sorted({*tokens.places(lexicon.starters), *tokens.numbers}):
            if i < position or self.blocked[i] or self._only_article(i):
                continue
            self.first = tokens.sentences[tokens.sentence[i]][0]
            self.floor = max(self.latest + 1, self.first)
            found, position = self._at(i)
            yield from found

    def _only_article(self, i: int) -> bool:
        """Is token `i` an "a" or "an" before nothing that is counted, as nearly all of them are?"""
        tokens, lexicon = self.tokens, self.lexicon
        if lexicon.starters.get(tokens.lower[i]) != "article":
            return False
        at = i + 1
        return at == len(tokens.lower) or not (
            tokens.lower[at] in lexicon.after_article or tokens.surface[at] in lexicon.unit_symbols
        )

    def _at(self, i: int) -> tuple[tuple[Figure, ...], int]:
        """The figures that start at token `i`, and the first token behind them or behind what is no figure."""
        ordinal = ordinal_at(self.tokens, i, self.lexicon)
        if ordinal and not self._is_fraction(i, ordinal[1]):
            return self._ranked(i, ordinal[1])
        if self.tokens.kind[i] == NUMBER:
            after_figure = self.first <= self.latest and i - self.latest <= _COORDINATED
            timed = clocked(self.tokens, i)
            if timed:
                self.latest = timed.last
                return (
                    assemble(self.tokens, timed, i, timed.last, self.floor, self.lexicon, self.lexicon.second),
                ), timed.last + 1
            signed = sign_before(self.tokens, i, self.first, self.lexicon)
            end = None if signed else code_end(self.tokens, i, self.floor, self.lexicon, after_figure=after_figure)
            if end is not None:
                return (), end + 1
        found = self._read(i)
        if not found:
            return (), i + 1
        self.latest = found[-1].last
        return found, self.latest + 1

    def _is_fraction(self, i: int, last: int) -> bool:
        """ "third", "twenty-first" at the end of a fraction that starts before them are read with it."""
        return i == last and self.lexicon.starters.get(self.tokens.lower[i]) == "half"

    def _ranked(self, i: int, last: int) -> tuple[tuple[Figure, ...], int]:
        """The rank whose ordinal stands on tokens `i`..`last`, if it is one, and the first token behind it."""
        tokens, lexicon = self.tokens, self.lexicon
        span = read_rank_range(tokens, i, last, self.floor, lexicon)
        if span:
            return self._rank(i, span[2], None, span[0], span[1])
        rank = read_rank(tokens, i, self.floor, lexicon)
        if rank:
            return self._rank(i, rank.last, rank.value, rank.amount, rank.amount)
        composed = read_numeral(tokens, i, lexicon) if tokens.kind[i] == WORD and last > i else None
        if composed and composed.share:
            return (single(tokens, composed, self.floor, lexicon),), composed.last + 1
        return (), last + 1

    def _rank(
        self, first: int, last: int, value: Decimal | None, low: Decimal, high: Decimal
    ) -> tuple[tuple[Figure, ...], int]:
        self.latest = last
        quantity = Quantity(value, low, high, "rank", "range" if value is None else "exact", ONE)
        step = (RANK, first, last, "a rank")
        figure = Figure(first, last, first, last, quantity, "rank", None, RANK, (step,), ranged=value is None)
        return (figure,), last + 1

    def _read(self, i: int) -> tuple[Figure, ...]:
        """The figure that starts at token `i`; two for a vote split; none where the words make no figure."""
        stated = self._stated_by_a_word(i) if self.tokens.kind[i] == WORD else None
        if stated:
            return (stated,)
        role = self.lexicon.starters.get(self.tokens.lower[i], "")
        numeral = None if role in ("zero", "span") or self._is_period(i) else read_numeral(self.tokens, i, self.lexicon)
        if numeral is None:
            return self._one_unit(i) if role == "article" else ()
        if any(self.blocked[numeral.first : numeral.last + 1]):
            return ()
        return self._counted(self._alone(numeral))

    def _stated_by_a_word(self, i: int) -> Figure | None:
        """ "twice", "doubled", "threefold"; "in weeks"; "no", "none", "not a single"."""
        tokens, lexicon = self.tokens, self.lexicon
        multiple = multiples.worded_multiple(tokens, i, lexicon)
        if multiple:
            return assemble(tokens, multiple, i, i, self.floor, lexicon, multiples.TIMES)
        role = lexicon.starters.get(tokens.lower[i])
        span = read_span(tokens, i, lexicon) if role == "span" else None
        if span:
            return assemble(tokens, span, i, i, self.floor, lexicon, span_unit(tokens, i, lexicon))
        zero = read_zero(tokens, i, lexicon) if role == "zero" else None
        return assemble(tokens, zero, i, zero.last, self.floor, lexicon, None) if zero else None

    def _counted(self, numeral: Numeral) -> tuple[Figure, ...]:
        chance = multiples.read_chance(self.tokens, numeral, self.lexicon)
        if chance:
            plain = self._plain_if_alone(chance)
            return (assemble(self.tokens, plain, chance.first, chance.last, self.floor, self.lexicon, None),)
        worded = self.tokens.kind[numeral.first] == WORD
        if self._is_phrase(numeral) if worded else is_idiom(self.tokens, numeral.first, self.lexicon):
            return ()
        return self._with_units(numeral)

    def _is_period(self, i: int) -> bool:
        """Is "a quarter" behind an amount the period that it adds up over ("A$708 billion a quarter")?"""
        return i == self.latest + 1 and self.tokens.lower[i] == "a" and word_at(self.tokens, i + 1) == "quarter"

    def _is_phrase(self, numeral: Numeral) -> bool:
        if is_phrase(self.tokens, numeral, self.lexicon):
            return True
        hedged = hedge_before(self.tokens, numeral.first, self.floor, self.lexicon) is not None
        after_figure = self.first <= self.latest
        return is_pronoun(self.tokens, numeral, self.lexicon, hedged=hedged, after_figure=after_figure)

    def _one_unit(self, i: int) -> tuple[Figure, ...]:
        """ "over a year", "a full percentage point", "a year and a half": an article that stands for one."""
        tokens, lexicon = self.tokens, self.lexicon
        last = i + (word_at(tokens, i + 1) in lexicon.tables["numbers.articles.between"])
        found = unit_after(tokens, last, lexicon)
        if found is None or tokens.glued[i + 1] or tokens.glued[last + 1]:
            return ()
        behind = word_at(tokens, found[1] + 1)
        if behind in lexicon.tables["numbers.rates.not_before"] or behind[:1].isdecimal():
            return ()  # "less than a year ago", "a further $1.1bn"
        numeral = Numeral(i, last, ONE, ONE, "numbers.articles")
        unit, end = found
        figure = assemble(tokens, numeral, i, end, self.floor, lexicon, unit)
        hedged = figure.quantity.hedge != "exact"
        if figure.first == self.latest + 1 and tokens.lower[figure.first] in _COMPARING:
            return ()  # "2.5 million more than a week before"
        word = tokens.lower[end]
        measured = (
            word in lexicon.tables["numbers.articles"]
            or (unit.dimension == "points" and not unit.risky)
            or (last > i and unit.dimension != "time")
        )
        return (figure,) if hedged or figure.last > end or measured else ()

    def _alone(self, numeral: Numeral) -> Numeral:
        """Reads a number that is all there is, as in the cell of a table: there a fraction is a number and no share."""
        tokens, lexicon = self.tokens, self.lexicon
        if len(tokens.lower) > _LONGEST_ALONE or word_at(tokens, numeral.last + 1) not in (
            "over",
            "",
            ".",
            "of",
            "g",
            "k",
            "m",
        ):
            return numeral
        first, end = self._extent()
        mark = lexicon.lone_scales.get(tokens.surface[numeral.last + 1]) if numeral.last == end - 2 else None
        if mark and numeral.first == first and numeral.value is not None and not numeral.share:
            part = ("numbers.scale_marks", end - 1, end - 1)
            return numeral._replace(
                last=end - 1,
                value=numeral.value * mark,
                step=numeral.step * mark,
                scaled=True,
                more=(*numeral.more, part),
            )
        if word_at(tokens, numeral.last + 1) == "over":
            whole = over_fraction(tokens, numeral, read_numeral(tokens, numeral.last + 2, lexicon), first, end)
            return whole or numeral
        return self._plain_if_alone(numeral)

    def _plain_if_alone(self, numeral: Numeral) -> Numeral:
        first, end = self._extent()
        if not numeral.share or numeral.first != first or numeral.last != end - 1:
            return numeral
        return numeral._replace(
            value=numeral.value and numeral.value / HUNDRED, step=numeral.step / HUNDRED, share=False
        )

    def _extent(self) -> tuple[int, int]:
        """The first token and the end of the sentence without a sign before it, and a full stop or an "of" behind."""
        first, end = self.first, self.tokens.sentences[self.tokens.sentence[self.first]][1]
        first += word_at(self.tokens, first) in ("-", "minus", "negative")
        while end > first and self.tokens.lower[end - 1] in (".", "of", "?"):
            end -= 1
        return first, end

    def _with_units(self, numeral: Numeral) -> tuple[Figure, ...]:
        tokens, lexicon, floor = self.tokens, self.lexicon, self.floor
        money = sign_before(tokens, numeral.first, floor, lexicon) is not None
        numeral = metres_or_millions(tokens, numeral, lexicon, money=money)
        numeral = numeral if money else grouped_by_point(tokens, numeral, lexicon)
        other = second_number(tokens, numeral, floor, self.blocked, lexicon)
        if other is None:
            return (single(tokens, numeral, floor, lexicon),)
        high, kind = other
        if kind == "score":
            return (_score(numeral, high),)
        if kind == "split":
            voted = ("scores.votes", numeral.first, high.last)
            return (
                single(tokens, numeral._replace(more=(*numeral.more, voted)), floor, lexicon),
                single(tokens, high._replace(more=(*high.more, voted)), high.first, lexicon),
            )
        units = [unit_after(tokens, number.last, lexicon) for number in (numeral, high)]
        sign = sign_before(tokens, high.first, numeral.last + 1, lexicon)
        own = (units[0][0] if units[0] else None, sign[0] if sign else units[1][0] if units[1] else None)
        return (ranged(tokens, numeral, high, joined(numeral, high, own), floor, lexicon),)


def _score(one: Numeral, two: Numeral) -> Figure:
    values = sorted(value for value in (one.value, two.value) if value is not None)
    quantity = Quantity(None, values[0], values[1], "score", "exact", ONE)
    step = ("scores.sport", one.first, two.last, "a score")
    return Figure(one.first, two.last, one.first, two.last, quantity, "score", None, "scores.sport", (step,))
