"""The tables of words: parts of speech, the forms of verbs and nouns, abbreviations."""

from collections.abc import Iterable, Mapping
from typing import Any

from reconcile.extract.inflection import verb_forms
from reconcile.extract.lexicon.tables import Lexicon
from reconcile.rulebook import Rulebook

# which list of words gives which part of speech; of a word in several lists the first counts
_TAGS = {
    "verbs.auxiliary": "A", "modifiers.subordinators": "S", "modifiers.determiners": "D", "modifiers.prepositions": "P",
    "modifiers.conjunctions": "C", "modifiers.pronouns": "O", "modifiers.adverbs": "R", "modifiers.adjectives": "J",
}  # fmt: skip


def fill_words(lexicon: Lexicon, rulebook: Rulebook) -> None:
    """Fills what the families forms, verbs, modifiers and abbreviations say."""
    forms = {rule.id: rule.fields for rule in rulebook.family("en/forms")}
    _nouns(lexicon, forms)
    _verbs(lexicon, rulebook, forms)
    for rule in rulebook.family("en/modifiers"):
        lexicon.tables[rule.id] = frozenset(rule.fields.get("words", ()))
    _parts_of_speech(lexicon)
    lexicon.clause_openers = lexicon.tables["modifiers.openers"]
    for rule in rulebook.family("en/abbreviations"):
        lexicon.abbreviations |= frozenset(word.rstrip(".") for word in rule.fields.get("words", ()))


def _nouns(lexicon: Lexicon, forms: Mapping[str, Mapping[str, Any]]) -> None:
    lexicon.singulars |= forms.get("forms.plurals", {}).get("plurals", {})
    lexicon.singulars |= {word: word for word in forms.get("forms.invariant", {}).get("words", ())}
    lexicon.plurals |= {lemma: form for form, lemma in lexicon.singulars.items()}


def _verbs(lexicon: Lexicon, rulebook: Rulebook, forms: Mapping[str, Mapping[str, Any]]) -> None:
    doubling = frozenset(forms.get("forms.doubling", {}).get("words", ()))
    for rule in rulebook.family("en/verbs"):
        lexicon.tables[rule.id] = frozenset(rule.fields.get("words", ()))
        if rule.id not in _TAGS:
            _inflect(lexicon, rule.fields.get("words", ()), doubling)
    for family in ("en/events", "en/speakers"):
        for rule in rulebook.family(family):
            _inflect(lexicon, rule.fields.get("verbs", ()), doubling)
    for form, lemma in forms.get("forms.verbs", {}).get("verbs", {}).items():
        lexicon.verbs[form] = (lemma, "d")
    for form in forms.get("forms.same-past", {}).get("words", ()):
        lexicon.verbs[form] = (form, "x")


def _inflect(lexicon: Lexicon, lemmas: Iterable[str], doubling: frozenset[str]) -> None:
    for lemma in lemmas:
        if " " not in lemma:
            for form, tag in verb_forms(lemma, doubling):
                lexicon.verbs.setdefault(form, (lemma, tag))


def _parts_of_speech(lexicon: Lexicon) -> None:
    for name, tag in _TAGS.items():
        for rule_id, words in lexicon.tables.items():
            if rule_id.startswith(name):
                for word in words:
                    if " " not in word:
                        lexicon.pos.setdefault(word, tag)
