"""What the rules say of words and units, as the lookups that alignment needs. Compiled once for a rulebook."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reconcile.language.units import units_of
from reconcile.rulebook import Rulebook

EVENT = "event:"
NOUN = "noun:"
_BARE_DEGREE = "temperature degree"


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit: what it measures, and how a figure in it turns into the base unit (figure * factor + offset)."""

    dimension: str
    factor: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Lexis:
    """Concepts of lemmas ("perish" -> "event:kill"), the exclusive statuses of events, the scales of units, and
    the regions that a country lies in ("poland" -> "europe")."""

    concepts: dict[str, str]
    status: dict[str, str]
    against: frozenset[tuple[str, str]]
    broader: frozenset[tuple[str, str]]
    scales: dict[str, Scale]
    regions: dict[str, frozenset[str]]
    general: frozenset[str]

    def concept(self, lemma: str) -> str:
        """The class that a lemma evokes, else the lemma itself: so that paraphrases meet."""
        return self.concepts.get(lemma, lemma)

    def of(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The concepts of some lemmas."""
        concepts = self.concepts
        return frozenset([concepts.get(lemma, lemma) for lemma in lemmas])

    def exclude(self, a: str, b: str) -> bool:
        """Whether two event classes can't hold of the same people or things (killed, injured)."""
        return a != b and self.status.get(a, a) == self.status.get(b, b) != ""

    def scale(self, unit: str) -> Scale | None:
        """The scale of a unit as a whole ("km/h"), else of what its rate divides ("litre/day")."""
        return self.scales.get(unit) or self.scales.get(unit.partition("/")[0])


@lru_cache(maxsize=8)
def lexis_of(rulebook: Rulebook) -> Lexis:
    """The lookups for a rulebook."""
    concepts: dict[str, str] = {}
    status: dict[str, str] = {}
    against: set[tuple[str, str]] = set()
    for rule in rulebook.family("en/events"):
        name = rule.fields["class"]
        for field in ("verbs", "nouns", "adjectives"):
            for word in rule.fields.get(field, ()):
                concepts.setdefault(word, EVENT + name)
        if "status" in rule.fields:
            status[name] = rule.fields["status"]
        against |= _both(name, _texts(rule.fields.get("against", ())))
    broader: set[tuple[str, str]] = set()
    for rule in rulebook.family("en/nouns"):
        name = rule.fields["class"]
        for word in rule.fields.get("words", ()):
            concepts.setdefault(word, NOUN + name)
        broader |= _both(name, _texts(rule.fields.get("broader", ())))
    return Lexis(
        concepts,
        status,
        frozenset(against),
        frozenset(broader),
        _scales(rulebook),
        _regions(rulebook),
        general=frozenset({"person"}),
    )


def _regions(rulebook: Rulebook) -> dict[str, frozenset[str]]:
    regions: dict[str, set[str]] = {}
    for rule in rulebook.family("en/places"):
        for region, members in rule.fields.get("members", {}).items():
            for member in members:
                regions.setdefault(member.lower(), set()).update(region.lower().split())
    return {member: frozenset(words) for member, words in regions.items()}


def _both(name: str, others: Iterable[str]) -> set[tuple[str, str]]:
    return {pair for other in others for pair in ((name, other), (other, name))}


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _scales(rulebook: Rulebook) -> dict[str, Scale]:
    """The units as floats, a bare degree as one of temperature: likeness needs no exact arithmetic."""
    return {
        name: Scale(
            "temperature" if unit.dimension == _BARE_DEGREE else unit.dimension, float(unit.factor), float(unit.offset)
        )
        for name, unit in units_of(rulebook).named.items()
    }
