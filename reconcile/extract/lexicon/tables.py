"""The look-up tables of the extractor, as they come out of the rulebook."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from reconcile.extract.dates.rules import DateRules
from reconcile.extract.inflection import singular
from reconcile.extract.lexicon.phrases import LoosePhrases, Phrases, Words

SETTLED = frozenset("DPOCS")  # the tags that a word of the lists has wherever it stands alone
_MOST_WORDS = 30_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a word or sign stands for it.

    `factor` turns the written figure into one of `code` (cents: 0.01), `size` is the unit's size in base units of its
    dimension, and a risky form counts only where nothing else can be meant.
    """

    code: str
    dimension: str
    rule: str
    factor: Decimal = Decimal(1)
    size: Decimal = Decimal(1)
    risky: bool = False


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a hedge grants around its figure, in per cent of it; None is an open bound. A "no" turns a `turned` one."""

    kind: str
    low: Decimal | None
    high: Decimal | None
    keeps_value: bool
    rule: str
    turned: bool = False


class ByWord(dict[str, str]):
    """What a function gives for words, worked out once for each: texts say the same few thousand over and over."""

    __slots__ = ("_work_out",)

    def __init__(self, work_out: Callable[[str], str]) -> None:
        self._work_out = work_out

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()  # a text of made-up words must not fill the memory
        self[word] = found = self._work_out(word)
        return found


def is_name(surface: str, tag: str, *, start: bool) -> bool:
    """Is a capitalised word of the lists meant as a name here: "US", "New" York, "May"?"""
    if surface == "US":
        return True
    return not start and (tag in "JN" or (surface.isupper() and len(surface) > 1))


@dataclass(slots=True)
class Localities:
    """What a sign or word that several countries share means where; `homes` is keyed by the unit meant by default."""

    homes: dict[str, dict[str, str]] = field(default_factory=dict)  # code -> country -> code there
    zones: dict[str, frozenset[str]] = field(default_factory=dict)  # country -> offsets from UTC
    countries: dict[str, str] = field(default_factory=dict)  # name of a place, lower case -> country
    degrees: dict[str, Unit] = field(default_factory=dict)
    least: dict[str, int] = field(default_factory=dict)  # code -> how often a country must be named to decide


@dataclass(slots=True)
class Lexicon:
    """Every table the extractor looks words up in.

    Tables of phrases find a phrase by its first word, for what stands before a figure by its last.
    """

    dates: DateRules

    # numbers
    cardinals: dict[str, Decimal] = field(default_factory=dict)
    scales: dict[str, Decimal] = field(default_factory=dict)
    scale_marks: dict[str, Decimal] = field(default_factory=dict)
    glued_scales: dict[str, Decimal] = field(default_factory=dict)
    lone_scales: dict[str, Decimal] = field(default_factory=dict)
    spaced_scales: dict[str, Decimal] = field(default_factory=dict)
    collectives: dict[str, Decimal] = field(default_factory=dict)
    fractions: dict[str, Decimal] = field(default_factory=dict)
    ordinals: dict[str, Decimal] = field(default_factory=dict)
    multiples: dict[str, Decimal] = field(default_factory=dict)
    multiple_verbs: dict[str, Decimal] = field(default_factory=dict)
    spans: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)  # plurals of units of time and their bounds
    # number word -> phrases, and its place in each
    idioms: dict[str, list[tuple[Words, int]]] = field(default_factory=dict)
    vague_bounds: Phrases[tuple[Decimal, Decimal]] = field(default_factory=Phrases)
    vague_factors: Phrases[tuple[Decimal, Decimal]] = field(default_factory=Phrases)
    starters: dict[str, str] = field(default_factory=dict)
    after_article: frozenset[str] = frozenset()  # what behind an "a" may be counted; symbols of units besides
    # hedges, keyed by last word (before) or first word (after)
    before: Phrases[Hedge] = field(default_factory=Phrases)
    after: Phrases[Hedge] = field(default_factory=Phrases)
    # units
    unit_words: Phrases[Unit] = field(default_factory=Phrases)
    unit_symbols: dict[str, list[tuple[str, Unit]]] = field(default_factory=dict)
    signs: Phrases[Unit] = field(default_factory=Phrases)
    prefix_units: dict[str, Unit] = field(default_factory=dict)  # units that stand before their figure: "magnitude 6.8"
    time_words: set[str] = field(default_factory=set)
    point: Unit = Unit("pp", "points", "percent.percentage-point")
    second: Unit = Unit("second", "time", "time.second")
    movement: frozenset[str] = frozenset()  # forms of verbs and words of change
    # words
    pos: dict[str, str] = field(default_factory=dict)
    # form -> lemma and tag of the form: b, s, d, g; x for base or past
    verbs: dict[str, tuple[str, str]] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)
    singulars: dict[str, str] = field(default_factory=dict)
    noun_class: dict[str, str] = field(default_factory=dict)
    compound_nouns: Phrases[str] = field(default_factory=Phrases)
    persons: set[str] = field(default_factory=set)  # noun lemmas
    groups: set[str] = field(default_factory=set)
    person_classes: set[str] = field(default_factory=set)
    rule_of_class: dict[str, str] = field(default_factory=dict)  # the rule that defines a class of nouns or events
    verb_event: dict[str, str] = field(default_factory=dict)
    noun_event: dict[str, str] = field(default_factory=dict)
    adjective_event: dict[str, str] = field(default_factory=dict)
    event_phrases: LoosePhrases[str] = field(default_factory=LoosePhrases)
    places: Phrases[str] = field(default_factory=Phrases)
    reporting: set[str] = field(default_factory=set)  # verb lemmas
    time_names: frozenset[str] = frozenset()  # weekdays and months
    vulgar: frozenset[str] = frozenset("½¼¾⅓⅔⅛⅕⅖⅗⅘⅜⅝⅞⅙⅚")
    attributions: Phrases[str] = field(default_factory=Phrases)
    standing: Phrases[str] = field(default_factory=Phrases)
    clause_openers: frozenset[str] = frozenset()  # words that open a phrase or a clause: "after", "as", "since"
    abbreviations: frozenset[str] = frozenset()
    rising: frozenset[str] = frozenset()  # event classes of growth
    falling: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()  # of both
    attendant: frozenset[str] = frozenset()  # event classes that say how a figure moves or where it is
    # other word lists by rule id
    tables: dict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    spelled: dict[str, str] = field(default_factory=dict)  # unit code -> its name in a rate
    divisors: dict[str, str] = field(default_factory=dict)  # word after "per" -> what it divides by
    currencies: dict[str, Unit] = field(default_factory=dict)  # by ISO 4217 code
    localities: Localities = field(default_factory=Localities)
    lemmas: ByWord = field(init=False)  # of words of any kind
    noun_lemmas: ByWord = field(init=False)
    content_lemmas: ByWord = field(init=False)  # of words that say something by themselves, "" for the others
    nominal_events: ByWord = field(init=False)  # of nouns and adjectives: the class of event that one names, else ""
    # of words as written that stand alone, not first in a sentence with a capital; "" where the neighbours decide
    settled_tags: ByWord = field(init=False)

    def __post_init__(self) -> None:
        self.lemmas = ByWord(self._any_lemma)
        self.noun_lemmas = ByWord(self._noun_lemma)
        self.content_lemmas = ByWord(self._content_lemma)
        self.nominal_events = ByWord(self._nominal_event)
        self.settled_tags = ByWord(self._settled_tag)

    def lemma(self, word: str) -> str:
        """The lemma of a lower-case noun form."""
        return self.noun_lemmas[word]

    def _noun_lemma(self, word: str) -> str:
        known = self.singulars.get(word)
        return known if known is not None else singular(word)

    def _content_lemma(self, word: str) -> str:
        plain = len(word) > 2 and word[0].isalnum() and not word[0].isdecimal()
        return self.lemmas[word] if plain and word not in self.pos else ""

    def _nominal_event(self, word: str) -> str:
        return self.adjective_event.get(word) or self.noun_event.get(self._noun_lemma(word), "")

    def _any_lemma(self, word: str) -> str:
        """The lemma of a lower-case word of any kind; a letter is its own."""
        if len(word) == 1:
            return word
        known = self.singulars.get(word)
        if known is not None:
            return known
        verb = self.verbs.get(word)
        return verb[0] if verb else singular(word)

    def _settled_tag(self, surface: str) -> str:
        word = surface.lower()
        known, capital = self.pos.get(word), surface[0].isupper()
        if capital and (known is None or is_name(surface, known, start=False)):
            return "E"
        if known is not None:
            return known if known in SETTLED and word not in self.noun_event else ""
        if surface != word or not word[0].isalnum() or word in self.verbs or self.looks_verbal(word):
            return ""
        return "R" if word.endswith("ly") and word not in self.noun_class else "N"

    def looks_verbal(self, word: str) -> bool:
        """Has a word that no table knows the form of a participle?"""
        if not word.endswith(("ed", "ing")) or len(word) < 5 + word.endswith("ing"):
            return False
        return word not in self.noun_class and word not in self.singulars and word not in self.noun_event

    def continues_noun(self, word: str) -> bool:
        """Would `word` after an article and an ordinal go on with a noun phrase ("a third suspect")?"""
        return (
            bool(word)
            and word.isalpha()
            and self.pos.get(word, "N") in "NJ"
            and not (word in self.verbs and word not in self.plurals)
        )
