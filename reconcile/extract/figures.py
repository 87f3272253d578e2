"""Finds the figures of a text: numbers with their hedges, signs, units and rates, each with its interval.

What a figure counts and who says so is read afterwards (see `claims`); here only the quantity expression itself is.
`numerals` reads bare numbers, `multiples`, `ordinals` and `zeros` the other ways to state one, `nonclaims` and `phones` tell what
is no figure, `ranges` joins two numbers, `amounts` puts the figure together, `ties` and `local_units` settle what one
figure owes to the rest of the text.
"""

from collections.abc import Iterator
from dataclasses import replace

from reconcile.extract import multiples, nonclaims
from reconcile.extract.amounts import Figure, assemble, ranged, single
from reconcile.extract.composed import over_fraction
from reconcile.extract.digits import HUNDRED, ONE
from reconcile.extract.hedges import hedge_before
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.local_units import localise
from reconcile.extract.numeral import Numeral, word_at
from reconcile.extract.numerals import read_numeral
from reconcile.extract.ordinals import ordinal_at, read_rank
from reconcile.extract.phones import block_addresses
from reconcile.extract.ranges import joined, second_number
from reconcile.extract.ties import merge_bounds, supply_units, tie_equivalents
from reconcile.extract.tokens import NUMBER, WORD, Tokens
from reconcile.extract.units import sign_before, unit_after
from reconcile.extract.zeros import read_zero
from reconcile.facts import Quantity

_LONGEST_ALONE = 24  # tokens that a text which is a number and nothing else may have


def find_figures(tokens: Tokens, blocked: bytearray, lexicon: Lexicon) -> tuple[Figure, ...]:
    """All figures of a text in reading order; tokens marked in `blocked` (dates, clock times, links) are left alone."""
    block_addresses(tokens, blocked, lexicon)
    figures = _Scan(tokens, blocked, lexicon).figures()
    supplied = supply_units(tokens, tuple(merge_bounds(tokens, figures)), lexicon)
    return tuple(tie_equivalents(tokens, localise(tokens, supplied, lexicon)))


class _Scan:
    """One pass over the tokens; `floor` is the first token that the figure being read may take in."""

    def __init__(self, tokens: Tokens, blocked: bytearray, lexicon: Lexicon) -> None:
        self.tokens, self.blocked, self.lexicon = tokens, blocked, lexicon
        self.floor = 0
        self.first = 0  # first token of the sentence being read
        self.latest = -1  # last token of the figure read before

    def figures(self) -> Iterator[Figure]:
        """The figures one by one."""
        starters, multiple_words = self.lexicon.starters, self.lexicon.multiple_starters
        position = 0  # first token not yet read
        places = [i for i, word in enumerate(self.tokens.lower) if word in starters or word in multiple_words or self.tokens.kind[i] == NUMBER]
        for i in places:
            if i < position or self.blocked[i]:
                continue
            self.first = self.tokens.sentences[self.tokens.sentence[i]][0]
            self.floor = max(position, self.first)
            found, position = self._at(i)
            yield from found

    def _at(self, i: int) -> tuple[tuple[Figure, ...], int]:
        """The figures that start at token `i`, and the first token behind them or behind what is no figure."""
        ordinal = ordinal_at(self.tokens, i, self.lexicon)
        if ordinal and not self._is_fraction(i, ordinal[1]):
            return self._ranked(i, ordinal[1])
        if self.tokens.kind[i] == NUMBER:
            after_figure = self.first <= self.latest and i - self.latest <= 8
            signed = sign_before(self.tokens, i, self.first, self.lexicon)
            end = None if signed else nonclaims.code_end(self.tokens, i, self.floor, self.lexicon, after_figure=after_figure)
            if end is not None:
                return (), end + 1
        found = tuple(self._read(i))
        if not found:
            return (), i + 1
        self.latest = found[-1].last
        return found, self.latest + 1

    def _is_fraction(self, i: int, last: int) -> bool:
        """ "third", "twenty-first" at the end of a fraction that starts before them are read with it."""
        return i == last and self.lexicon.starters.get(self.tokens.lower[i]) == "half"

    def _ranked(self, i: int, last: int) -> tuple[tuple[Figure, ...], int]:
        rank = read_rank(self.tokens, i, self.floor, self.lexicon)
        if rank is None:
            composed = read_numeral(self.tokens, i, self.lexicon) if self.tokens.kind[i] == WORD and last > i else None
            if composed and composed.share:
                return (single(self.tokens, composed, self.floor, self.lexicon),), composed.last + 1
            return (), last + 1
        assert rank.value is not None
        quantity = Quantity(rank.value, rank.value, rank.value, "rank", "exact", ONE)
        step = (rank.rule, rank.first, rank.last, "a rank")
        self.latest = rank.last
        return (Figure(rank.first, rank.last, rank.first, rank.last, quantity, "rank", None, rank.rule, (step,)),), rank.last + 1

    def _read(self, i: int) -> Iterator[Figure]:
        """The figure that starts at token `i`; two for a vote split; none where the words make no figure."""
        tokens, lexicon = self.tokens, self.lexicon
        role = lexicon.starters.get(tokens.lower[i], "")
        if role == "zero":
            zero = read_zero(tokens, i, lexicon)
            if zero:
                yield assemble(tokens, zero, zero.first, zero.last, self.floor, lexicon, None)
            return
        multiple = multiples.worded_multiple(tokens, i, lexicon) if tokens.kind[i] == WORD else None
        if multiple:
            yield assemble(tokens, multiple, i, i, self.floor, lexicon, multiples.TIMES)
            return
        numeral = read_numeral(tokens, i, lexicon)
        if numeral is None:
            if role == "article":
                yield from self._one_unit(i)
            return
        if any(self.blocked[numeral.first : numeral.last + 1]):
            return
        numeral = self._alone(numeral)
        chance = multiples.read_chance(tokens, numeral, lexicon)
        if chance:
            yield assemble(tokens, self._plain_if_alone(chance), chance.first, chance.last, self.floor, lexicon, None)
        elif not (tokens.kind[i] == WORD and self._is_phrase(numeral)):
            yield from self._with_units(numeral)

    def _is_phrase(self, numeral: Numeral) -> bool:
        if nonclaims.is_phrase(self.tokens, numeral, self.floor, self.lexicon):
            return True
        hedged = hedge_before(self.tokens, numeral.first, self.floor, self.lexicon) is not None
        after_figure = self.first <= self.latest
        return nonclaims.is_pronoun(self.tokens, numeral, hedged, after_figure, self.lexicon)

    def _one_unit(self, i: int) -> Iterator[Figure]:
        """ "over a year", "a full percentage point", "a year and a half": an article that stands for one."""
        tokens, lexicon = self.tokens, self.lexicon
        last = i + (word_at(tokens, i + 1) in lexicon.tables["numbers.articles.between"])
        found = unit_after(tokens, last, lexicon)
        if found is None or tokens.glued[i + 1] or tokens.glued[last + 1]:
            return
        numeral = Numeral(i, last, ONE, ONE, "numbers.articles")
        unit, end = found
        figure = assemble(tokens, numeral, i, end, self.floor, lexicon, unit)
        hedged = figure.quantity.hedge != "exact"
        word = tokens.lower[end]
        measured = word in lexicon.tables["numbers.articles"] or unit.dimension == "points" and not unit.risky or last > i and unit.dimension != "time"
        if hedged or figure.last > end or measured:
            yield figure

    def _alone(self, numeral: Numeral) -> Numeral:
        """Reads a number that is all there is, as in the cell of a table: then a fraction is a number and no share of anything."""
        tokens, lexicon = self.tokens, self.lexicon
        if len(tokens.lower) > _LONGEST_ALONE or word_at(tokens, numeral.last + 1) not in ("over", "", ".", "of", "g", "k", "m"):
            return numeral
        first, end = self._extent()
        if word_at(tokens, numeral.last + 1) == "over":
            whole = over_fraction(tokens, numeral, read_numeral(tokens, numeral.last + 2, lexicon), first, end, lexicon)
            return whole or numeral
        return self._plain_if_alone(numeral)

    def _plain_if_alone(self, numeral: Numeral) -> Numeral:
        first, end = self._extent()
        if not numeral.share or numeral.first != first or numeral.last != end - 1:
            return numeral
        return replace(numeral, value=numeral.value and numeral.value / HUNDRED, step=numeral.step / HUNDRED, share=False)

    def _extent(self) -> tuple[int, int]:
        """The first token and the end of the sentence without a sign before it, and a full stop or an "of" behind."""
        first, end = self.first, self.tokens.sentences[self.tokens.sentence[self.first]][1]
        first += word_at(self.tokens, first) in ("-", "minus", "negative")
        while end > first and self.tokens.lower[end - 1] in (".", "of", "?"):
            end -= 1
        return first, end

    def _with_units(self, numeral: Numeral) -> Iterator[Figure]:
        tokens, lexicon, floor = self.tokens, self.lexicon, self.floor
        numeral = _metres_or_millions(tokens, numeral, sign_before(tokens, numeral.first, floor, lexicon) is not None, lexicon)
        other = second_number(tokens, numeral, floor, self.blocked, lexicon)
        if other is None:
            yield single(tokens, numeral, floor, lexicon)
            return
        high, kind = other
        if kind == "score":
            yield _score(numeral, high)
        elif kind == "split":
            yield single(tokens, numeral, floor, lexicon)
            yield single(tokens, high, high.first, lexicon)
        else:
            units = [unit_after(tokens, number.last, lexicon) for number in (numeral, high)]
            sign = sign_before(tokens, high.first, numeral.last + 1, lexicon)
            own = (units[0][0] if units[0] else None, sign[0] if sign else units[1][0] if units[1] else None)
            yield ranged(tokens, numeral, high, joined(tokens, numeral, high, own), floor, lexicon)


def _metres_or_millions(tokens: Tokens, numeral: Numeral, money: bool, lexicon: Lexicon) -> Numeral:
    """ "365m" is millions after a currency sign or before a counted noun, else metres ("50m deep", "a 100m race"); "410mm" is rain."""
    last = numeral.last
    if money or tokens.surface[last] not in ("m", "mm") or not numeral.scaled or not tokens.glued[last]:
        return numeral
    following = word_at(tokens, last + 1)
    if tokens.surface[last] == "m":
        counted = following in lexicon.singulars or following in lexicon.noun_class or following in lexicon.unit_words or following in lexicon.verbs
        counted = counted or lexicon.pos.get(following) in ("A", "J") or following in ("of", "more", "other", "new") or following in "-" and following != ""
        if following not in lexicon.tables["numbers.metres"] and counted:
            return numeral
    elif following in ("of", "shares") and word_at(tokens, last + 2) in lexicon.unit_words:
        return numeral
    scale = lexicon.glued_scales[tokens.surface[last]]
    value = numeral.value and numeral.value / scale
    return replace(numeral, last=last - 1, value=value, step=numeral.step / scale, scaled=False, more=())


def _score(one: Numeral, two: Numeral) -> Figure:
    values = sorted(value for value in (one.value, two.value) if value is not None)
    quantity = Quantity(None, values[0], values[1], "score", "exact", ONE)
    step = ("scores.sport", one.first, two.last, "a score")
    return Figure(one.first, two.last, one.first, two.last, quantity, "score", None, "scores.sport", (step,))
