"""A heading of a table, the name of a row or column: what it counts, in what unit, when, where, and what happens."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from reconcile.extract.dates.find import find_dates
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.nouns import Noun, noun_of
from reconcile.extract.reading.syntax import CONTENT, NOMINAL, Parse, parse
from reconcile.extract.reading.timing import stated_days
from reconcile.extract.tabular.measures import Measure, read_measure
from reconcile.extract.tokens import WORD, Tokens, tokenize
from reconcile.facts import When

_WORDS = re.compile(r"[^\W\d_]+")
_PARTICIPLES = ("d", "x")  # of the forms that the lexicon tells apart


class Heading(NamedTuple):
    """What a heading says. `text` is its words without dates and unit; `words` their content lemmas.

    `events` are the classes of what happens to the counted, `verb` the lemma of the verb that says so; `named` tells
    that a noun, not a participle ("Killed"), says what is counted. `total`, `label` and `change` are what the rules of
    tables say.
    """

    text: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    noun: Noun | None
    named: bool
    measure: Measure
    when: When | None
    events: tuple[str, ...]
    verb: str
    places: tuple[str, ...]
    total: bool
    label: bool
    change: bool

    @property
    def measures(self) -> bool:
        """Whether it is known to say what is counted or measured, not of whom."""
        return bool(self.measure or self.change or self.events or (self.noun and self.noun.name))


class Headings:
    """Reads headings, each once; `day` is the day of publication that their dates are seen from."""

    def __init__(self, day: dt.date | None, lexicon: Lexicon) -> None:
        self._day, self._lexicon = day, lexicon
        self._known: dict[str, Heading] = {}

    def __getitem__(self, text: str) -> Heading:
        if text not in self._known:
            self._known[text] = _read(text, self._day, self._lexicon)
        return self._known[text]


def _read(text: str, day: dt.date | None, lexicon: Lexicon) -> Heading:
    tokens = tokenize(_as_prose(text, lexicon), 0, lexicon.abbreviations)
    count = len(tokens.lower)
    dates = find_dates(tokens, day, lexicon.dates) if lexicon.dates else ()
    dated = {t for match in dates for t in range(match.first_token, match.last_token + 1)}
    whole = " ".join(tokens.lower)
    labels = lexicon.tables["tables.labels"] - lexicon.tables["tables.bare"].intersection((whole,))
    words = [word for word in tokens.lower if word[0].isalnum()]
    measure = read_measure(tokens, lexicon) if whole not in labels else Measure()
    used = dated | measure.used
    read = parse(tokens, 0, count, ["T" if t in used else "" for t in range(count)], lexicon)
    rest = _rest(read, used, lexicon)
    noun = _noun(read, rest, lexicon)
    said = " ".join(tokens.lower[t] for t in rest)
    events, verb = _events(read, rest, lexicon)
    marks = "".join(word for word in tokens.lower if not word[0].isalnum())
    tables = lexicon.tables
    return Heading(
        text=text if not (dated or measure.used) else read.text(rest[0], rest[-1]) if rest else "",
        words=tuple(read.lemmas[t] for t in rest if read.tag(t) in CONTENT and tokens.kind[t] == WORD),
        names=tuple(tokens.surface[t] for t in rest if read.tag(t) == "E"),
        noun=noun,
        named=noun is not None and read.tag(noun.last) in NOMINAL,
        measure=measure,
        when=next(filter(None, (stated_days(match, tokens) for match in dates)), None),
        events=events,
        verb=verb,
        places=tuple(_places(tokens, lexicon)),
        total=not tables["tables.totals"].isdisjoint((said, whole)),
        label=not labels.isdisjoint((said, whole, *words[-1:])) and not measure,
        change=not tables["tables.changes"].isdisjoint((said, marks, *tokens.lower)),
    )


def _as_prose(text: str, lexicon: Lexicon) -> str:
    """The heading with the capitals of plain words as they would stand inside a sentence; every offset stays."""

    def lowered(match: re.Match[str]) -> str:
        word = match[0].lower()
        plain = word in lexicon.pos or word in lexicon.verbs or word in lexicon.singulars or word in lexicon.noun_class
        return word if plain and len(word) == len(match[0]) and not match[0].isupper() else match[0]

    return _WORDS.sub(lowered, text)


def _rest(read: Parse, used: Iterable[int], lexicon: Lexicon) -> list[int]:
    """The tokens that say what is counted: those before the first date or unit behind them, without what only says
    that something is counted."""
    taken = set(used)
    words = [t for t in range(read.end) if t not in taken and read.tokens.kind[t] == WORD]
    if not words:
        return []
    end = next((t for t in range(words[0], read.end) if t in taken), read.end)
    run = list(range(words[0], max(t for t in words if t < end) + 1))
    for size in (3, 2, 1):
        said = " ".join(read.tokens.lower[t] for t in run[:size]).replace(" .", ".")
        if len(run) > size and said in lexicon.tables["tables.counting"]:
            return run[size:]
    return [] if " ".join(read.tokens.lower[t] for t in run) in lexicon.tables["tables.bare"] else run


def _noun(read: Parse, rest: list[int], lexicon: Lexicon) -> Noun | None:
    """The counted noun: before the first preposition, or behind the "of" of a mere share or rate of something."""
    stops = [t for t in rest[1:] if read.tag(t) == "P"]
    if not rest:
        return None
    noun = noun_of(read, rest[0], stops[0] - 1 if stops else rest[-1], lexicon)
    if noun and stops and noun.head in lexicon.tables["scope.totals"] and read.tokens.lower[stops[0]] == "of":
        last = stops[1] - 1 if len(stops) > 1 else rest[-1]
        return noun_of(read, stops[0] + 1, last, lexicon) if last > stops[0] else noun
    return noun


def _events(read: Parse, rest: list[int], lexicon: Lexicon) -> tuple[tuple[str, ...], str]:
    """The classes of what happens, and the verb of a participle that names one: "Killed", "people displaced"."""
    found: list[str] = []
    verb = ""
    for t in rest:
        word = read.tokens.lower[t]
        lemma, form = lexicon.verbs.get(word, ("", ""))
        acted = lemma if form in _PARTICIPLES else ""
        name = lexicon.adjective_event.get(word) or lexicon.noun_event.get(lexicon.lemma(word))
        name = name or lexicon.verb_event.get(acted)
        if name:
            found.append(name)
            verb = verb or acted
    found += (phrase.name for phrase in read.phrases if rest and rest[0] <= phrase.first <= rest[-1])
    return tuple(dict.fromkeys(found)), verb


def _places(tokens: Tokens, lexicon: Lexicon) -> Iterable[str]:
    """The names of places that the rules know."""
    for at in range(len(tokens.surface)):
        for words, _ in lexicon.places.starting(tokens.surface, at)[:1]:
            yield " ".join(words)
