"""Settles the signs and words that several countries share by the text's own home: "$", "cent", "Sh", "degree"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.extract.figures.digits import ZERO
from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon, Unit
from reconcile.extract.tokens import WORD, Tokens

_HOT = 60  # degrees above which air that people live in is measured in Fahrenheit
_OFFSET_LENGTH = 6  # of "+10:00"
_BIG_MONEY = 100_000  # of pounds: more than anything is said to weigh


def localise(tokens: Tokens, figures: Sequence[Figure], lexicon: Lexicon, published: str = "") -> Iterator[Figure]:
    """The figures with every shared sign or word in the unit that it has where the text comes from.

    `published` is the moment of publication in ISO 8601, whose time zone tells of the place.
    """
    text = _Text(tokens, figures, lexicon, published)
    for figure in figures:
        yield text.settled(figure)


def is_bare(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> bool:
    """Does a figure name its currency by a sign or word that several countries share, with nothing before it?"""
    shared = lexicon.tables["localities.currency.shared"]
    for at in range(figure.first, figure.last + 1):
        if tokens.lower[at] in shared:
            qualified = (
                at > figure.first and tokens.kind[at - 1] == WORD and (tokens.glued[at] or at - 1 > figure.number_last)
            )
            return not qualified
    return False


class _Text:
    """What a text tells of its home; each answer is worked out once, when a figure asks for it."""

    def __init__(self, tokens: Tokens, figures: Sequence[Figure], lexicon: Lexicon, published: str) -> None:
        self.tokens, self.figures, self.lexicon, self.published = tokens, figures, lexicon, published
        self.home: dict[str, str] = {}
        self.scale = ""

    def settled(self, figure: Figure) -> Figure:
        """The figure in the unit meant."""
        unit = figure.unit
        if unit is None:
            return figure
        if unit.code == "degree":
            return self._degrees(figure)
        words = self.tokens.lower[figure.first : figure.last + 1]
        if "pound" in words or "pounds" in words:
            return self._pounds(figure)
        if (
            unit.dimension == "money"
            and unit.code in self.lexicon.localities.homes
            and is_bare(self.tokens, figure, self.lexicon)
        ):
            code = self._currency(unit.code, words)
            return (
                figure if code == unit.code else _in_unit(figure, self.lexicon.currencies[code], "localities.currency")
            )
        return figure

    def _currency(self, code: str, words: list[str]) -> str:
        """The currency meant by the sign that `code` has by default."""
        if any(word in self.lexicon.tables["localities.currency.coins"] for word in words):
            beside = self._main_currency()
            if beside in self.lexicon.tables["localities.currency.cents"]:
                return beside
        if code not in self.home:
            self.home[code] = self._home(code)
        return self.home[code]

    def _main_currency(self) -> str:
        """The currency of most amounts that are not stated in small coins."""
        codes = [
            figure.unit.code
            for figure in self.figures
            if figure.unit and figure.unit.dimension == "money" and figure.unit.factor == 1
        ]
        return Counter(codes).most_common(1)[0][0] if codes else ""

    def _home(self, code: str) -> str:
        """The currency of the country that the text speaks of most, where it is one of those that share the sign.

        A text that marks the currency of that country ("A$") means the other one by the bare sign, and so does one that
        was published in another time zone.
        """
        localities = self.lexicon.localities
        countries = self._countries()
        country, count = countries.most_common(1)[0] if countries else ("", 0)
        local, least = localities.homes[code].get(country), localities.least[code]
        if local is None or count < least:
            country = self._zoned(code) if count < least or local else ""
            local = localities.homes[code].get(country)
        if local is None:
            return code
        marked = any(
            figure.unit and figure.unit.code == local and not is_bare(self.tokens, figure, self.lexicon)
            for figure in self.figures
        )
        zone, zones = self._offset(), localities.zones.get(country)
        return code if marked or (zone and zones and zone not in zones) else local

    def _zoned(self, code: str) -> str:
        """The one country, of those that share a sign, whose time zone the text was published in."""
        localities, offset = self.lexicon.localities, self._offset()
        alone = self.lexicon.tables["localities.currency.telling"]
        found = [
            country
            for country in localities.homes[code]
            if offset in localities.zones.get(country, ()) and offset in alone
        ]
        return found[0] if len(found) == 1 else ""

    def _countries(self) -> Counter[str]:
        """How often the text, front matter included, names each country or a place in it."""
        known, tokens = self.lexicon.localities.countries, self.tokens
        named = (at for at in tokens.places(known) if tokens.kind[at] == WORD and tokens.surface[at][0].isupper())
        found = Counter(known[tokens.lower[at]] for at in named)
        head = self.tokens.text[: self.tokens.start[0]] if self.tokens.start else ""
        for word in head.replace("(", " ").replace(")", " ").replace(",", " ").split():
            if word.lower() in known:
                found[known[word.lower()]] += 1
        return found

    def _offset(self) -> str:
        """The offset from UTC of the moment of publication ("+10:00"), empty when none is known."""
        offset = self.published[-_OFFSET_LENGTH:]
        return offset if offset[:1] in ("+", "-") and offset[3:4] == ":" else ""

    def _pounds(self, figure: Figure) -> Figure:
        """Money or a weight? What is weighed decides first, then the size and what the text counts money in."""
        tokens, tables = self.tokens, self.lexicon.tables
        first, end = tokens.sentences[tokens.sentence_of(figure.number)]
        near = tokens.lower[first:end]
        after = tokens.lower[figure.last + 1 : figure.last + 2]
        if figure.rates and "£" in tokens.text and figure.kind != "money" and self.lexicon.currencies.get("GBP"):
            return _in_unit(figure, self.lexicon.currencies["GBP"], "localities.pound")
        if figure.rates and figure.rates[0] in tables["localities.pound.sold_by"]:
            pound = self.lexicon.currencies.get("GBP")
            return _in_unit(figure, pound, "localities.pound") if pound and figure.kind != "money" else figure
        weighed = after == ["of"] or any(word in tables["localities.pound.weighed"] for word in near)
        amount = figure.quantity.value or figure.quantity.low or figure.quantity.high or ZERO
        paid = (
            any(word in tables["localities.pound.paid"] for word in near) or "£" in tokens.text or amount >= _BIG_MONEY
        )
        pound = self.lexicon.currencies.get("GBP")
        if paid and not weighed and pound:
            return figure if figure.kind == "money" else _in_unit(figure, pound, "localities.pound")
        mass = next((unit for unit in self.lexicon.unit_words.of("pound") if unit.dimension == "mass"), None)
        return _in_unit(figure, mass, "localities.pound") if mass and figure.kind == "money" else figure

    def _degrees(self, figure: Figure) -> Figure:
        """Celsius or Fahrenheit; degrees of an angle stay what they are."""
        tokens, tables = self.tokens, self.lexicon.tables
        first, end = tokens.sentences[tokens.sentence_of(figure.number)]
        if any(word in tables["localities.degree.angles"] for word in tokens.lower[first:end]):
            return figure
        self.scale = self.scale or self._scale_of_text()
        amount = abs(figure.quantity.value or figure.quantity.high or figure.quantity.low or ZERO)
        code = "degF" if self.scale == "degF" or amount > _HOT else self.scale
        unit = self.lexicon.localities.degrees.get(code)
        return _in_unit(figure, unit, "localities.degree") if unit else figure

    def _scale_of_text(self) -> str:
        """The scale that the text names, else the one that goes with its other measures."""
        stated = Counter(
            figure.unit.code for figure in self.figures if figure.unit and figure.unit.code in ("degC", "degF")
        )
        tables = self.lexicon.tables
        words = set(self.tokens.lower)
        if stated:
            return stated.most_common(1)[0][0]
        imperial = sum(word in tables["localities.degree.imperial"] for word in self.tokens.lower)
        metric = sum(word in tables["localities.degree.metric"] for word in self.tokens.lower)
        named = ({"fahrenheit"} & words and "degF") or ({"celsius", "centigrade"} & words and "degC")
        return named or ("degF" if imperial > metric else "degC")


def _in_unit(figure: Figure, unit: Unit, rule: str) -> Figure:
    """The same number in another unit."""
    code = "/".join((unit.code, *figure.rates))
    kind = "money" if unit.dimension == "money" else "measure"
    steps = (*figure.steps, (rule, figure.number, figure.last, unit.code))
    return figure._replace(unit=unit, kind=kind, quantity=figure.quantity.in_unit(code), steps=steps)
