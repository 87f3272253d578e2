"""The tables of meanings: classes of nouns and events, places, speakers and the cues of standing."""

from reconcile.extract.inflection import plural
from reconcile.extract.lexicon.phrases import split_phrase, split_surface
from reconcile.extract.lexicon.tables import Lexicon
from reconcile.rulebook import Rule, Rulebook

_STANDINGS = ("planned", "estimated", "denied", "hypothetical")


def fill_meanings(lexicon: Lexicon, rulebook: Rulebook) -> None:
    """Fills what the families nouns, events, places, speakers and, for standing, verbs say."""
    readers = {"nouns": _noun_class, "events": _event, "places": _places, "speakers": _speakers, "verbs": _standing}
    for family, read in readers.items():
        for rule in rulebook.family(f"en/{family}"):
            read(lexicon, rule)


def _places(lexicon: Lexicon, rule: Rule) -> None:
    for name, others in rule.fields.get("places", {}).items():
        for other in (name, *others):
            lexicon.places.add(split_surface(other), name)


def _standing(lexicon: Lexicon, rule: Rule) -> None:
    standing = rule.id.removeprefix("verbs.")
    if standing in _STANDINGS:
        for phrase in (*rule.fields.get("words", ()), *rule.fields.get("phrases", ())):
            lexicon.standing.add(tuple(phrase.split()), standing)


def _event(lexicon: Lexicon, rule: Rule) -> None:
    name, fields = rule.fields["class"], rule.fields
    lexicon.rule_of_class[name] = rule.id
    lexicon.verb_event |= dict.fromkeys(fields.get("verbs", ()), name)
    lexicon.adjective_event |= dict.fromkeys(fields.get("adjectives", ()), name)
    for word in fields.get("adjectives", ()):
        if " " not in word and word not in lexicon.verbs:
            lexicon.pos.setdefault(word, "J")
    for noun in fields.get("nouns", ()):
        lexicon.noun_event[noun] = name
        lexicon.singulars.setdefault(plural(noun), noun)
    for phrase in fields.get("phrases", ()):
        lexicon.event_phrases.add(tuple(phrase.split()), name)


def _speakers(lexicon: Lexicon, rule: Rule) -> None:
    lexicon.reporting |= set(rule.fields.get("verbs", ()))
    lexicon.tables[rule.id] = frozenset(rule.fields.get("words", ()))
    for phrase in rule.fields.get("phrases", ()):
        lexicon.attributions.add(split_phrase(phrase), rule.id)


def _noun_class(lexicon: Lexicon, rule: Rule) -> None:
    name = rule.fields["class"]
    lexicon.rule_of_class.setdefault(name, rule.id)
    if rule.fields.get("person"):
        lexicon.person_classes.add(name)
    for word in rule.fields.get("words", ()):
        if " " in word or "-" in word:
            lexicon.compound_nouns.add(split_phrase(word), name)
            continue
        lexicon.noun_class.setdefault(word, name)
        lexicon.singulars.setdefault(plural(word), word)
        if rule.fields.get("person"):
            lexicon.persons.add(word)
        if rule.fields.get("group"):
            lexicon.groups.add(word)
