"""The rulebook compiled into look-up tables for the extractor. Built once for each rulebook and cached by its digest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from reconcile.extract.dates.find import DateRules, compile_dates
from reconcile.extract.inflection import plural, singular, verb_forms
from reconcile.extract.tokens import tokenize
from reconcile.rulebook import Rule, Rulebook

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a word or sign stands for it: `factor` turns the written figure into one of `code` (cents: 0.01), `size`
    is the unit's size in base units of its dimension, and a risky form counts only where nothing else can be meant."""

    code: str
    dimension: str
    rule: str
    factor: Decimal = Decimal(1)
    size: Decimal = Decimal(1)
    risky: bool = False


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a hedge grants around its figure, in per cent of it; None is an open bound. A `turned` one a "no" turns round."""

    kind: str
    low: Decimal | None
    high: Decimal | None
    keeps_value: bool
    rule: str
    turned: bool = False


@dataclass(slots=True)
class Localities:
    """What a sign or word that several countries share means where (rules/en/localities.toml): `homes` by default unit code."""

    homes: dict[str, dict[str, str]] = field(default_factory=dict)  # code -> country -> code there
    zones: dict[str, frozenset[str]] = field(default_factory=dict)  # country -> offsets from UTC
    countries: dict[str, str] = field(default_factory=dict)  # name of a place, lower case -> country
    degrees: dict[str, Unit] = field(default_factory=dict)


@dataclass(slots=True)
class Lexicon:
    """Every table the extractor looks words up in. Phrase tables map a first (or, for what stands before a figure, last)
    word to the phrases with it, longest first."""

    # numbers
    cardinals: dict[str, Decimal] = field(default_factory=dict)
    scales: dict[str, Decimal] = field(default_factory=dict)
    scale_marks: dict[str, Decimal] = field(default_factory=dict)
    glued_scales: dict[str, Decimal] = field(default_factory=dict)
    lone_scales: dict[str, Decimal] = field(default_factory=dict)
    collectives: dict[str, Decimal] = field(default_factory=dict)
    fractions: dict[str, Decimal] = field(default_factory=dict)
    ordinals: dict[str, Decimal] = field(default_factory=dict)
    multiples: dict[str, Decimal] = field(default_factory=dict)
    multiple_verbs: dict[str, Decimal] = field(default_factory=dict)
    spans: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)  # plurals of units of time and their bounds
    multiple_starters: frozenset[str] = frozenset()
    idioms: dict[str, list[tuple[Words, int]]] = field(
        default_factory=dict
    )  # number word -> phrases, its place in each
    vague_bounds: dict[str, list[tuple[Words, Decimal, Decimal]]] = field(default_factory=dict)
    vague_factors: dict[str, list[tuple[Words, Decimal, Decimal]]] = field(default_factory=dict)
    starters: dict[str, str] = field(default_factory=dict)
    # hedges, keyed by last word (before) or first word (after)
    before: dict[str, list[tuple[Words, Hedge]]] = field(default_factory=dict)
    after: dict[str, list[tuple[Words, Hedge]]] = field(default_factory=dict)
    # units
    unit_words: dict[str, list[tuple[Words, Unit]]] = field(default_factory=dict)
    unit_symbols: dict[str, list[tuple[str, Unit]]] = field(default_factory=dict)
    signs: dict[str, list[tuple[Words, Unit]]] = field(default_factory=dict)
    prefix_units: dict[str, Unit] = field(default_factory=dict)  # units that stand before their figure: "magnitude 6.8"
    time_words: set[str] = field(default_factory=set)
    point: Unit = Unit("pp", "points", "percent.percentage-point")
    second: Unit = Unit("second", "time", "time.second")
    movement: frozenset[str] = frozenset()  # forms of verbs and words of change
    # words
    pos: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, tuple[str, str]] = field(
        default_factory=dict
    )  # form -> (lemma, form tag b, s, d, g; x: base or past)
    plurals: dict[str, str] = field(default_factory=dict)
    singulars: dict[str, str] = field(default_factory=dict)
    noun_class: dict[str, str] = field(default_factory=dict)
    compound_nouns: dict[str, list[tuple[Words, str]]] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)  # noun lemmas
    groups: set[str] = field(default_factory=set)
    person_classes: set[str] = field(default_factory=set)
    rule_of_class: dict[str, str] = field(default_factory=dict)  # the rule that defines a class of nouns or events
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    verb_event: dict[str, str] = field(default_factory=dict)
    noun_event: dict[str, str] = field(default_factory=dict)
    adjective_event: dict[str, str] = field(default_factory=dict)
    event_phrases: dict[str, list[tuple[Words, str]]] = field(default_factory=dict)
    places: dict[str, list[tuple[Words, str]]] = field(default_factory=dict)
    reporting: set[str] = field(default_factory=set)  # verb lemmas
    time_names: frozenset[str] = frozenset()  # weekdays and months
    vulgar: frozenset[str] = frozenset("½¼¾⅓⅔⅛⅕⅖⅗⅘⅜⅝⅞⅙⅚")
    attributions: dict[str, list[tuple[Words, str]]] = field(default_factory=dict)
    standing: dict[str, list[tuple[Words, str]]] = field(default_factory=dict)
    clause_openers: frozenset[str] = frozenset()  # words that open a phrase or a clause: "after", "as", "since"
    abbreviations: frozenset[str] = frozenset()
    rising: frozenset[str] = frozenset()  # event classes of growth
    falling: frozenset[str] = frozenset()
    tables: dict[str, frozenset[str]] = field(
        default_factory=lambda: defaultdict(frozenset)
    )  # other word lists by rule id
    spelled: dict[str, str] = field(default_factory=dict)  # unit code -> its name in a rate
    divisors: dict[str, str] = field(default_factory=dict)  # word after "per" -> what it divides by
    currencies: dict[str, Unit] = field(default_factory=dict)  # by ISO 4217 code
    localities: Localities = field(default_factory=Localities)
    dates: DateRules | None = None

    def lemma(self, word: str) -> str:
        """The lemma of a lower-case noun form."""
        known = self.singulars.get(word)
        return known if known is not None else singular(word)

    def any_lemma(self, word: str) -> str:
        """The lemma of a lower-case word of any kind."""
        known = self.singulars.get(word)
        if known is not None:
            return known
        verb = self.verbs.get(word)
        return verb[0] if verb else singular(word)

    def continues_noun(self, word: str) -> bool:
        """Would `word` after an article and an ordinal go on with a noun phrase ("a third suspect")?"""
        return (
            bool(word)
            and word.isalpha()
            and self.pos.get(word, "N") in "NJ"
            and not (word in self.verbs and word not in self.plurals)
        )


@lru_cache(maxsize=8)
def compile_lexicon(rulebook: Rulebook) -> Lexicon:
    """The tables for a rulebook."""
    lexicon = Lexicon()
    _numbers(lexicon, rulebook)
    _hedges(lexicon, rulebook)
    _words(lexicon, rulebook)
    _units(lexicon, rulebook)
    _meanings(lexicon, rulebook)
    lexicon.dates = compile_dates(rulebook)
    return lexicon


def _split(phrase: str) -> Words:
    return tuple(tokenize(phrase).lower)


def _add(table: dict[str, list[tuple[Words, Any]]], words: Words, value: Any, *, by_last: bool = False) -> None:
    """Puts a phrase into a table, keeping the longest first."""
    entries = table.setdefault(words[-1] if by_last else words[0], [])
    entries.append((words, value))
    if len(entries) > 1:
        entries.sort(key=lambda entry: -len(entry[0]))


def _add_symbol(table: dict[str, list[tuple[str, Unit]]], symbol: str, unit: Unit) -> None:
    """Puts a symbol into a table under its first token, keeping the longest first."""
    entries = table.setdefault(tokenize(symbol).surface[0], [])
    entries.append((symbol, unit))
    if len(entries) > 1:
        entries.sort(key=lambda entry: -len(entry[0]))


def _decimals(values: Mapping[str, Any]) -> dict[str, Decimal]:
    return {word: Decimal(str(value)) for word, value in values.items()}


def _numbers(lexicon: Lexicon, rulebook: Rulebook) -> None:
    rules = {rule.id: rule.fields for rule in rulebook.family("en/numbers")}
    lexicon.cardinals = _decimals(rules.get("numbers.cardinals", {}).get("values", {}))
    lexicon.scales = _decimals(rules.get("numbers.scales", {}).get("values", {}))
    marks = rules.get("numbers.scale_marks", {})
    lexicon.scale_marks, lexicon.glued_scales = _decimals(marks.get("values", {})), _decimals(marks.get("glued", {}))
    lexicon.lone_scales = _decimals(marks.get("lone", {}))
    lexicon.collectives = _decimals(rules.get("numbers.collectives", {}).get("values", {}))
    lexicon.fractions = _decimals(rules.get("numbers.fractions", {}).get("values", {}))
    lexicon.ordinals = _decimals(rules.get("numbers.ordinals", {}).get("values", {}))
    spans = rules.get("numbers.spans", {}).get("bounds", {})
    lexicon.spans = {word: (Decimal(low), Decimal(high)) for word, (low, high) in spans.items()}
    multiples = rules.get("numbers.multiples", {})
    lexicon.multiples, lexicon.multiple_verbs = (
        _decimals(multiples.get("words", {})),
        _decimals(multiples.get("verbs", {})),
    )
    vague = rules.get("numbers.vague", {})
    for field_name, table in (("bounds", lexicon.vague_bounds), ("factors", lexicon.vague_factors)):
        for phrase, (low, high) in vague.get(field_name, {}).items():
            words = _split(phrase)
            table.setdefault(words[0], []).append((words, Decimal(low), Decimal(high)))
            table[words[0]].sort(key=lambda entry: -len(entry[0]))
            lexicon.starters[words[0]] = "vague"
    lexicon.multiple_starters = frozenset(
        (*lexicon.multiples, *lexicon.multiple_verbs, *(f"{word}fold" for word in lexicon.cardinals))
    )
    _number_tables(lexicon, rulebook)
    lexicon.movement = lexicon.tables.get("scope.moving", frozenset())
    lexicon.rising, lexicon.falling = (
        lexicon.tables.get("scope.rising", frozenset()),
        lexicon.tables.get("scope.falling", frozenset()),
    )
    rates = rules.get("numbers.rates", {})
    lexicon.spelled, lexicon.divisors = dict(rates.get("spelled", {})), dict(rates.get("divisors", {}))
    _localities(lexicon.localities, rulebook)
    _starters(lexicon)


def _starters(lexicon: Lexicon) -> None:
    """Which words may start a figure, and which reader each goes to."""
    collectives = (word for word in lexicon.collectives if word not in lexicon.starters)
    lexicon.starters |= dict.fromkeys(lexicon.ordinals, "ordinal") | dict.fromkeys(
        lexicon.tables["numbers.zero"], "zero"
    )
    lexicon.starters |= dict.fromkeys(lexicon.cardinals, "cardinal")
    lexicon.starters |= dict.fromkeys(("hundred", "thousand", "lakh", *collectives), "scale")
    lexicon.starters |= {"a": "article", "an": "article", "half": "half", "quarter": "half"}
    lexicon.starters |= dict.fromkeys(lexicon.vulgar, "vulgar") | dict.fromkeys(lexicon.spans, "span")


def _localities(localities: Localities, rulebook: Rulebook) -> None:
    for rule in rulebook.family("en/localities"):
        if "default" in rule.fields:
            localities.homes[rule.fields["default"]] = dict(rule.fields["homes"])
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
    for family in ("en/numbers", "en/hedges", "en/nonclaims", "en/scope", "en/scores", "en/localities"):
        for rule in rulebook.family(family):
            for name, words in rule.fields.items():
                if isinstance(words, tuple | list) and all(isinstance(word, str) for word in words):
                    lexicon.tables[rule.id if name == "words" else f"{rule.id}.{name}"] = frozenset(words)
            _idioms(lexicon, rule.fields.get("phrases", ()) if family == "en/nonclaims" else ())


def _idioms(lexicon: Lexicon, phrases: Iterable[str]) -> None:
    for phrase in phrases:
        words = _split(phrase)
        for place, word in enumerate(words):
            if word in lexicon.cardinals:
                lexicon.idioms.setdefault(word, []).append((words, place))


def _hedges(lexicon: Lexicon, rulebook: Rulebook) -> None:
    for rule in rulebook.family("en/hedges"):
        low, high = (None if rule.fields[side] == "open" else Decimal(rule.fields[side]) for side in ("low", "high"))
        hedge = Hedge(
            rule.fields["hedge"],
            low,
            high,
            bool(rule.fields.get("keeps_value")),
            rule.id,
            bool(rule.fields.get("turned")),
        )
        for phrase in rule.fields.get("before", ()):
            _add(lexicon.before, _split(phrase), hedge, by_last=True)
        for phrase in rule.fields.get("after", ()):
            _add(lexicon.after, _split(phrase), hedge)
        for word, verbs in rule.fields.get("phrasal", {}).items():
            lexicon.tables[f"hedges.phrasal.{word}"] = frozenset(verbs)


def _units(lexicon: Lexicon, rulebook: Rulebook) -> None:
    million = Decimal(1000000)
    for rule in (rule for rule in rulebook.rules if rule.family.startswith("units/")):
        code, dimension = rule.fields["unit"], rule.fields["dimension"]
        unit = Unit(code, dimension, rule.id, size=Decimal(str(rule.fields.get("factor", 1))))
        _unit_forms(lexicon, rule.fields, unit)
        if dimension == "money":
            _add_symbol(lexicon.unit_symbols, f"M{code}", replace(unit, factor=million))
            _add_symbol(lexicon.unit_symbols, f"k{code}", replace(unit, factor=Decimal(1000)))
            _add(lexicon.signs, (f"M{code}",), replace(unit, factor=million), by_last=True)
            lexicon.currencies[code] = unit
        if dimension == "temperature":
            lexicon.localities.degrees[code] = unit
        if dimension == "magnitude":
            lexicon.prefix_units |= {word: unit for word in rule.fields.get("words", ()) if " " not in word}
        if dimension == "time":
            lexicon.time_words |= {form for word in rule.fields.get("words", ()) for form in (word, plural(word))}
        minor = rule.fields.get("minor")
        if minor:
            _unit_forms(lexicon, minor, Unit(code, dimension, rule.id, Decimal(str(minor["factor"]))))


def _unit_forms(lexicon: Lexicon, fields: Mapping[str, Any], unit: Unit) -> None:
    risky = replace(unit, risky=True)
    for word in fields.get("words", ()):
        words = _split(word)
        _add(lexicon.unit_words, words, unit)
        if unit.dimension != "percent":
            *front, last = words
            for form in {lexicon.plurals.get(last, plural(last)), last + "s"}:
                _add(lexicon.unit_words, (*front, form), unit)
            if len(words) == 1:
                lexicon.singulars.setdefault(plural(last), last)
    for word in fields.get("plurals", ()):
        _add(lexicon.unit_words, _split(word), unit)
    for word in fields.get("risky_words", ()):
        for form in (word, plural(word)):
            _add(lexicon.unit_words, _split(form), risky)
    for table, key, meaning in ((lexicon.unit_symbols, "symbols", unit), (lexicon.unit_symbols, "risky", risky)):
        for symbol in fields.get(key, ()):
            _add_symbol(table, symbol, meaning)
    if unit.dimension == "money":
        for sign in fields.get("risky", ()):
            _add(lexicon.signs, tuple(tokenize(sign).surface), risky, by_last=True)
    for sign in fields.get("signs", ()):
        _add(lexicon.signs, tuple(tokenize(sign).surface), unit, by_last=True)


# which list of words gives which part of speech; of a word in several lists the first counts
_TAGS = {
    "verbs.auxiliary": "A", "modifiers.subordinators": "S", "modifiers.determiners": "D", "modifiers.prepositions": "P",
    "modifiers.conjunctions": "C", "modifiers.pronouns": "O", "modifiers.adverbs": "R", "modifiers.adjectives": "J",
}  # fmt: skip


def _words(lexicon: Lexicon, rulebook: Rulebook) -> None:
    forms = {rule.id: rule.fields for rule in rulebook.family("en/forms")}
    lexicon.singulars |= forms.get("forms.plurals", {}).get("plurals", {})
    lexicon.singulars |= {word: word for word in forms.get("forms.invariant", {}).get("words", ())}
    lexicon.plurals |= {lemma: form for form, lemma in lexicon.singulars.items()}
    doubling = frozenset(forms.get("forms.doubling", {}).get("words", ()))
    for rule in rulebook.family("en/verbs"):
        lexicon.tables[rule.id] = frozenset(rule.fields.get("words", ()))
        if rule.id not in _TAGS:
            _verbs(lexicon, rule.fields.get("words", ()), doubling)
    for rule in rulebook.family("en/events"):
        _verbs(lexicon, rule.fields.get("verbs", ()), doubling)
    for rule in rulebook.family("en/speakers"):
        _verbs(lexicon, rule.fields.get("verbs", ()), doubling)
    for form, lemma in forms.get("forms.verbs", {}).get("verbs", {}).items():
        lexicon.verbs[form] = (lemma, "d")
    for rule in (*rulebook.family("en/modifiers"), *rulebook.family("en/verbs")):
        lexicon.tables[rule.id] = frozenset(rule.fields.get("words", ()))
    for name, tag in _TAGS.items():
        for rule_id, words in lexicon.tables.items():
            if rule_id.startswith(name):
                lexicon.pos = {word: tag for word in words if " " not in word} | lexicon.pos
    lexicon.clause_openers = lexicon.tables.get("modifiers.openers", frozenset())
    for form in forms.get("forms.same-past", {}).get("words", ()):
        lexicon.verbs[form] = (form, "x")
    for rule in rulebook.family("en/abbreviations"):
        lexicon.abbreviations |= frozenset(word.rstrip(".") for word in rule.fields.get("words", ()))


def _verbs(lexicon: Lexicon, lemmas: Iterable[str], doubling: frozenset[str]) -> None:
    for lemma in lemmas:
        if " " not in lemma:
            for form, tag in verb_forms(lemma, doubling):
                lexicon.verbs.setdefault(form, (lemma, tag))


def _meanings(lexicon: Lexicon, rulebook: Rulebook) -> None:
    for rule in rulebook.family("en/nouns"):
        _noun_class(lexicon, rule)
    for rule in rulebook.family("en/events"):
        name = rule.fields["class"]
        lexicon.rule_of_class[name] = rule.id
        lexicon.verb_event |= dict.fromkeys(rule.fields.get("verbs", ()), name)
        lexicon.adjective_event |= dict.fromkeys(rule.fields.get("adjectives", ()), name)
        lexicon.pos = {
            word: "J" for word in rule.fields.get("adjectives", ()) if " " not in word and word not in lexicon.verbs
        } | lexicon.pos
        for noun in rule.fields.get("nouns", ()):
            lexicon.noun_event[noun] = name
            lexicon.singulars.setdefault(plural(noun), noun)
        for phrase in rule.fields.get("phrases", ()):
            _add(lexicon.event_phrases, tuple(phrase.split()), name)
    for rule in rulebook.family("en/places"):
        for name, others in rule.fields.get("places", {}).items():
            for other in (name, *others):
                _add(lexicon.places, tuple(tokenize(other).surface), name)
    for rule in rulebook.family("en/speakers"):
        lexicon.reporting |= set(rule.fields.get("verbs", ()))
        lexicon.tables[rule.id] = frozenset(rule.fields.get("words", ()))
        for phrase in rule.fields.get("phrases", ()):
            _add(lexicon.attributions, _split(phrase), rule.id)
    for standing in ("planned", "estimated", "denied", "hypothetical"):
        for rule in rulebook.family("en/verbs"):
            if rule.id == f"verbs.{standing}":
                for phrase in (*rule.fields.get("words", ()), *rule.fields.get("phrases", ())):
                    _add(lexicon.standing, tuple(phrase.split()), standing)


def _noun_class(lexicon: Lexicon, rule: Rule) -> None:
    name = rule.fields["class"]
    lexicon.rule_of_class.setdefault(name, rule.id)
    lexicon.broader[name] = tuple(rule.fields.get("broader", ()))
    if rule.fields.get("person"):
        lexicon.person_classes.add(name)
    for word in rule.fields.get("words", ()):
        if " " in word or "-" in word:
            _add(lexicon.compound_nouns, tuple(tokenize(word).lower), name)
            continue
        lexicon.noun_class.setdefault(word, name)
        lexicon.singulars.setdefault(plural(word), word)
        if rule.fields.get("person"):
            lexicon.persons.add(word)
        if rule.fields.get("group"):
            lexicon.groups.add(word)
