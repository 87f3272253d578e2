"""The tables of units: words and symbols behind a figure, signs before it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reconcile.extract.inflection import plural
from reconcile.extract.lexicon.phrases import add_symbol, split_phrase, split_surface
from reconcile.extract.lexicon.tables import Lexicon, Unit
from reconcile.rulebook import Rulebook

_THOUSAND, _MILLION = Decimal(1000), Decimal(1000000)


def fill_units(lexicon: Lexicon, rulebook: Rulebook) -> None:
    """Fills what the families of units say."""
    for rule in (rule for rule in rulebook.rules if rule.family.startswith("units/")):
        code, dimension = rule.fields["unit"], rule.fields["dimension"]
        unit = Unit(code, dimension, rule.id, size=Decimal(str(rule.fields.get("factor", 1))))
        _words(lexicon, rule.fields, unit)
        _symbols(lexicon, rule.fields, unit)
        _by_dimension(lexicon, rule.fields, unit)
        minor = rule.fields.get("minor")
        if minor:
            small = Unit(code, dimension, rule.id, Decimal(str(minor["factor"])))
            _words(lexicon, minor, small)
            _symbols(lexicon, minor, small)


def _by_dimension(lexicon: Lexicon, fields: Mapping[str, Any], unit: Unit) -> None:
    """What units of some dimensions have beside words and symbols."""
    words = fields.get("words", ())
    if unit.dimension == "money":
        lexicon.currencies[unit.code] = unit
        million = replace(unit, factor=_MILLION)
        add_symbol(lexicon.unit_symbols, f"M{unit.code}", million)
        add_symbol(lexicon.unit_symbols, f"k{unit.code}", replace(unit, factor=_THOUSAND))
        lexicon.signs.add((f"M{unit.code}",), million, by_last=True)
    elif unit.dimension == "temperature":
        lexicon.localities.degrees[unit.code] = unit
    elif unit.dimension == "magnitude":
        lexicon.prefix_units |= {word: unit for word in words if " " not in word}
    elif unit.dimension == "time":
        lexicon.time_words |= {form for word in words for form in (word, plural(word))}


def _words(lexicon: Lexicon, fields: Mapping[str, Any], unit: Unit) -> None:
    for word in fields.get("words", ()):
        words = split_phrase(word)
        lexicon.unit_words.add(words, unit)
        if unit.dimension == "percent":
            continue
        *front, last = words
        for form in {lexicon.plurals.get(last, plural(last)), last + "s"}:
            lexicon.unit_words.add((*front, form), unit)
        if not front:
            lexicon.singulars.setdefault(plural(last), last)
    for word in fields.get("plurals", ()):
        lexicon.unit_words.add(split_phrase(word), unit)
    for word in fields.get("risky_words", ()):
        for form in (word, plural(word)):
            lexicon.unit_words.add(split_phrase(form), replace(unit, risky=True))


def _symbols(lexicon: Lexicon, fields: Mapping[str, Any], unit: Unit) -> None:
    risky = replace(unit, risky=True) if "risky" in fields or "risky_signs" in fields else unit
    for key, meaning in (("symbols", unit), ("risky", risky)):
        for symbol in fields.get(key, ()):
            add_symbol(lexicon.unit_symbols, symbol, meaning)
    for key, meaning in (("risky", risky), ("risky_signs", risky), ("signs", unit)):
        for sign in fields.get(key, ()) if unit.dimension == "money" or key == "signs" else ():
            lexicon.signs.add(split_surface(sign), meaning, by_last=True)
