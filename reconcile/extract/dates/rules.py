"""The date rules (rules/en/dates.toml) made ready for reading: word tables, and the words that set a reading off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.extract.dates.calendar import FUTURE, PAST
from reconcile.rulebook import Rule, Rulebook

FAMILY = "en/dates"

_TRIGGERS = {
    "month": ("months", "short"),
    "weekday": ("weekdays", "short"),
    "weekday_count": ("plurals",),
    "ordinal": ("suffixes",),
    "fiscal": ("words", "prefixes"),
    "quarter": ("words", "letters"),
    "half": ("words", "letters"),
    "unit": ("units",),
    "season": ("seasons",),
}
_PHRASES = {"relative_day": ("days",), "neighbour_day": ("days",), "holiday": ("fixed", "easter", "weekday")}
_YEARS = range(1000, 2101)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed expression: `words[trigger]` is the word that sets it off, `table` and `value` what it stands for."""

    words: tuple[str, ...]
    trigger: int
    rule: str
    reading: str
    table: str
    value: Any


@dataclass(frozen=True, slots=True)
class DateRules:
    """What the rules say, by "reading.field": `words` are sets, `numbers` are tables from a word to a figure.

    `triggers` maps a lower-case word to the readings that it may set off; `ids` a reading to the rule that it is told
    by; `phrases` a trigger word to the phrases it may stand in, longest first; `months` are the names of months in full
    and in short; `cues` a word to the way it makes a clause look (PAST or FUTURE). Behind a number one of `clock_marks`
    may make it a time of day, behind which `clock_tails` and `clock_phrases` go on. `in_force` are the ids of the
    rules: one that a layer silences reads nothing.
    """

    triggers: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    numbers: Mapping[str, Mapping[str, int]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    months: frozenset[str]
    year_phrases: tuple[tuple[tuple[str, ...], int], ...]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    edges: Mapping[str, str]
    halves: Mapping[str, str]
    cues: Mapping[str, int]
    past_endings: tuple[str, ...]
    clock_marks: frozenset[str]
    clock_tails: frozenset[str]
    clock_phrases: tuple[tuple[str, ...], ...]
    in_force: frozenset[str]


def compile_dates(rulebook: Rulebook) -> DateRules:
    """The date rules of a rulebook, to be compiled once and used for every text; rules that are absent stay silent."""
    rules = rulebook.family(FAMILY)
    words: dict[str, frozenset[str]] = {}
    numbers: dict[str, dict[str, int]] = {}
    names: dict[str, dict[str, str]] = {}
    for rule in rules:
        for field, value in rule.fields.items():
            key = f"{rule.fields['reading']}.{field}"
            if isinstance(value, tuple):
                words[key] = words.get(key, frozenset()) | frozenset(value)
            elif isinstance(value, Mapping):
                tables = names if all(isinstance(item, str) for item in value.values()) else numbers
                tables.setdefault(key, {}).update(value)
    phrases = [phrase for rule in rules for phrase in _phrases_of(rule)]
    tails = words.get("clock.halves", frozenset()) | words.get("clock.zones", frozenset())
    return DateRules(
        triggers=_triggers(words, {**numbers, **names}, phrases),
        ids={str(rule.fields["reading"]): rule.id for rule in rules},
        words=words,
        numbers=numbers,
        phrases=_by_trigger(phrases),
        months=frozenset({**numbers.get("month.months", {}), **numbers.get("month.short", {})}),
        year_phrases=tuple(
            sorted(
                ((tuple(k.split()), v) for k, v in numbers.get("day.year_phrases", {}).items()),
                key=lambda p: -len(p[0]),
            )
        ),
        units=names.get("unit.units", {}),
        parts=names.get("part.parts", {}),
        edges=names.get("part.edges", {}),
        halves=names.get("part.halves", {}),
        cues=dict.fromkeys(words.get("backward.words", ()), PAST)
        | dict.fromkeys(words.get("forward.words", ()), FUTURE),
        in_force=frozenset(rule.id for rule in rules),
        past_endings=tuple(sorted(words.get("backward.endings", ()))),
        clock_marks=tails.union({":"}, words.get("clock.hours", ()), words.get("clock.oclock", ())),
        clock_tails=tails,
        clock_phrases=tuple(split_phrase(tail) for tail in words.get("clock.tails", ())),
    )


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase as tokenisation cuts them: "new year's eve" is new, year, 's, eve."""
    return tuple(phrase.replace("'s", " 's").replace("\u2019s", " \u2019s").split())


def _spellings(table: Mapping[str, Any]) -> Iterable[tuple[tuple[str, ...], Any]]:
    """Each phrase with the straight and, where it has one, the typographic apostrophe."""
    for text, value in table.items():
        for spelling in dict.fromkeys((text, text.replace("'", "\u2019"))):
            yield split_phrase(spelling), value


def _phrases_of(rule: Rule) -> Iterable[Phrase]:
    reading = str(rule.fields["reading"])
    for table in _PHRASES.get(reading, ()):
        for words, value in _spellings(rule.fields.get(table, {})):
            trigger = max(range(len(words)), key=lambda k: len(words[k]))
            yield Phrase(words, trigger, rule.id, reading, table, value)


def _by_trigger(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.words)):
        word = phrase.words[phrase.trigger]
        table[word] = (*table.get(word, ()), phrase)
    return table


def _triggers(
    words: Mapping[str, frozenset[str]], tables: Mapping[str, Mapping[str, Any]], phrases: Iterable[Phrase]
) -> dict[str, tuple[str, ...]]:
    """Which readings a word may set off, in the order in which they are tried."""
    found: dict[str, tuple[str, ...]] = {}

    def add(word: str, reading: str) -> None:
        if reading not in found.get(word, ()):
            found[word] = (*found.get(word, ()), reading)

    for phrase in phrases:
        add(phrase.words[phrase.trigger], "phrase")
    for reading, fields in _TRIGGERS.items():
        for field in fields:
            for word in (*words.get(f"{reading}.{field}", ()), *tables.get(f"{reading}.{field}", {})):
                add(word, reading)
    for year in _YEARS:
        add(str(year), "year")
        add(f".{year}", "dotted")
    return found
