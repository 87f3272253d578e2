"""The tables of numbers, hedges and localities, and the word lists that the number grammar looks into."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from reconcile.extract.lexicon.phrases import split_phrase
from reconcile.extract.lexicon.tables import Hedge, Lexicon, Localities
from reconcile.rulebook import Rulebook

_LISTED = ("en/numbers", "en/hedges", "en/nonclaims", "en/scope", "en/scores", "en/localities", "en/tables")
_ARTICLES = ("a", "an")
_NAMED_OFTEN = 2  # a country named once may only be mentioned in passing
Fields = Mapping[str, Any]


def fill_numbers(lexicon: Lexicon, rulebook: Rulebook) -> None:
    """Fills what the families numbers, hedges, nonclaims, scope, scores, localities and tables say."""
    rules = {rule.id: rule.fields for rule in rulebook.family("en/numbers")}
    _values(lexicon, rules)
    _vague(lexicon, rules.get("numbers.vague", {}))
    _number_tables(lexicon, rulebook)
    lexicon.movement = lexicon.tables["scope.moving"]
    lexicon.rising, lexicon.falling = lexicon.tables["scope.rising"], lexicon.tables["scope.falling"]
    lexicon.moving = lexicon.rising | lexicon.falling
    lexicon.attendant = lexicon.tables["scope.movements"] | lexicon.tables["scope.locating"]
    rates = rules.get("numbers.rates", {})
    lexicon.spelled, lexicon.divisors = dict(rates.get("spelled", {})), dict(rates.get("divisors", {}))
    _localities(lexicon.localities, rulebook)
    _starters(lexicon)
    _hedges(lexicon, rulebook)


def counted_by_articles(lexicon: Lexicon) -> frozenset[str]:
    """What an article may count as one (scales, fractions, units) or begin a vague number with ("a few")."""
    vague = (table.seconds(article) for table in (lexicon.vague_bounds, lexicon.vague_factors) for article in _ARTICLES)
    counted = (lexicon.scales, lexicon.collectives, lexicon.fractions, lexicon.cardinals, lexicon.unit_words)
    return frozenset().union(*vague, *counted, lexicon.tables["numbers.articles.between"])


def _values(lexicon: Lexicon, rules: Mapping[str, Fields]) -> None:
    def decimals(name: str, field: str = "values") -> dict[str, Decimal]:
        values = rules.get(f"numbers.{name}", {}).get(field, {})
        return {word: Decimal(str(value)) for word, value in values.items()}

    lexicon.cardinals, lexicon.scales, lexicon.collectives = map(decimals, ("cardinals", "scales", "collectives"))
    lexicon.fractions, lexicon.ordinals, lexicon.scale_marks = map(decimals, ("fractions", "ordinals", "scale_marks"))
    lexicon.glued_scales, lexicon.lone_scales = decimals("scale_marks", "glued"), decimals("scale_marks", "lone")
    lexicon.spaced_scales = decimals("scale_marks", "spaced")
    lexicon.multiples, lexicon.multiple_verbs = decimals("multiples", "words"), decimals("multiples", "verbs")
    spans = rules.get("numbers.spans", {}).get("bounds", {})
    lexicon.spans = {word: (Decimal(low), Decimal(high)) for word, (low, high) in spans.items()}


def _vague(lexicon: Lexicon, fields: Fields) -> None:
    for name, table in (("bounds", lexicon.vague_bounds), ("factors", lexicon.vague_factors)):
        for phrase, (low, high) in fields.get(name, {}).items():
            words = split_phrase(phrase)
            table.add(words, (Decimal(low), Decimal(high)))
            lexicon.starters[words[0]] = "vague"


def _starters(lexicon: Lexicon) -> None:
    """Which words may start a figure, and which reader each goes to."""
    collectives = (word for word in lexicon.collectives if word not in lexicon.starters)
    lexicon.starters |= dict.fromkeys(lexicon.ordinals, "ordinal") | dict.fromkeys(
        lexicon.tables["numbers.zero"], "zero"
    )
    lexicon.starters |= dict.fromkeys(lexicon.cardinals, "cardinal")
    lexicon.starters |= dict.fromkeys(("hundred", "thousand", "lakh", *collectives), "scale")
    lexicon.starters |= dict.fromkeys(_ARTICLES, "article") | {"half": "half", "quarter": "half"}
    lexicon.starters |= dict.fromkeys(lexicon.vulgar, "vulgar") | dict.fromkeys(lexicon.spans, "span")
    for word in (*lexicon.multiples, *lexicon.multiple_verbs, *(f"{word}fold" for word in lexicon.cardinals)):
        lexicon.starters.setdefault(word, "multiple")


def _localities(localities: Localities, rulebook: Rulebook) -> None:
    for rule in rulebook.family("en/localities"):
        if "default" in rule.fields:
            localities.homes[rule.fields["default"]] = dict(rule.fields["homes"])
            localities.least[rule.fields["default"]] = rule.fields.get("least", _NAMED_OFTEN)
        for country, towns in rule.fields.get("towns", {}).items():
            localities.countries |= dict.fromkeys(map(str.lower, towns), country)
        for country, offsets in rule.fields.get("zones", {}).items():
            localities.zones[country] = frozenset(offsets)
    for rule in rulebook.family("en/places"):
        localities.countries |= {city.lower(): country for city, country in rule.fields.get("within", {}).items()}
        country = rule.fields.get("country")
        named = rule.fields.get("places", {}) if country or rule.id == "places.countries" else {}
        for name, others in named.items():
            localities.countries |= {other.lower(): country or name for other in (name, *others)}


def _number_tables(lexicon: Lexicon, rulebook: Rulebook) -> None:
    """The word lists of the rules on numbers: a rule's `words` under its id, any other list under "id.field"."""
    for family in _LISTED:
        for rule in rulebook.family(family):
            for name, words in rule.fields.items():
                if isinstance(words, tuple | list) and all(isinstance(word, str) for word in words):
                    lexicon.tables[rule.id if name == "words" else f"{rule.id}.{name}"] = frozenset(words)
            _idioms(lexicon, rule.fields.get("phrases", ()) if family == "en/nonclaims" else ())


def _idioms(lexicon: Lexicon, phrases: Iterable[str]) -> None:
    """Puts phrases under each word that a number may start with."""
    for phrase in phrases:
        words = split_phrase(phrase)
        for place, word in enumerate(words):
            if word in lexicon.cardinals or word in lexicon.fractions or word.isdecimal():
                lexicon.idioms.setdefault(word, []).append((words, place))


def _hedges(lexicon: Lexicon, rulebook: Rulebook) -> None:
    for rule in rulebook.family("en/hedges"):
        low, high = (None if rule.fields[side] == "open" else Decimal(rule.fields[side]) for side in ("low", "high"))
        keeps, turned = (bool(rule.fields.get(name)) for name in ("keeps_value", "turned"))
        hedge = Hedge(rule.fields["hedge"], low, high, keeps, rule.id, turned)
        for phrase in rule.fields.get("before", ()):
            lexicon.before.add(split_phrase(phrase), hedge, by_last=True)
        for phrase in rule.fields.get("after", ()):
            lexicon.after.add(split_phrase(phrase), hedge)
        for word, verbs in rule.fields.get("phrasal", {}).items():
            lexicon.tables[f"hedges.phrasal.{word}"] = frozenset(verbs)
