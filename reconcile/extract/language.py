"""The language of a text: as its source declares it, unless its words plainly say another.

A publisher's pages often declare the language of their template. So the closed-class words of a text decide where they
are many and all of one language; for a headline or a list of figures, which have none, the declaration stands, and
without one the text is read as English.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.facts import Problem, Source
from reconcile.rulebook import Rulebook

DEFAULT = "en"

_LATIN = "LATIN"
_SAMPLE = 3000  # characters from the start of the article
_WORD, _ASCII_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[A-Za-z]+")
_BEYOND = re.compile(r"[^\x00-\x7f]")  # what is not ASCII
_LETTERS = 40
_DISTINCT = 6
_WORDS = 8
_SHARE = 0.18
_PLAINLY = 0.3  # the share of English words from which no other language need be looked for: most texts have more
_LEAD = 1.5
_SCRIPT_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Languages:
    """What tells languages apart: the closed-class words by language, the languages by script, their names."""

    words: dict[str, frozenset[str]]
    scripts: dict[str, str]
    names: dict[str, str]


def settle(source: Source, rulebook: Rulebook) -> str:
    """The language of a source as a BCP 47 tag, never "und"."""
    declared = source.language if source.language != "und" else DEFAULT
    told = told_language(source.text[source.body : source.body + _SAMPLE], rulebook)
    return declared if told is None or told == _primary(declared) else told


def is_read(language: str) -> bool:
    """Whether the extractor reads a language."""
    return _primary(language) in (DEFAULT, "eng")


def unread(source: Source, rulebook: Rulebook) -> Problem:
    """What is said of a source in a language that is not read."""
    name = _known(rulebook).names.get(_primary(source.language))
    told = f"in {name} ({source.language})" if name else f"in the language {source.language}"
    message = f"{told}: its figures were not read"
    return Problem(source.where, None, message, "give a translation into English as a source")


@lru_cache(maxsize=64)  # asked of each source twice: when it is told apart from others, and when it is read
def told_language(text: str, rulebook: Rulebook) -> str | None:
    """The language that the letters and words of a text plainly tell; None where they are too few or of several."""
    known = _known(rulebook)
    beyond = [letter for letter in _BEYOND.findall(text) if letter.isalpha()]
    if not beyond:
        return _by_words(_ASCII_WORD.findall(text), known)  # most texts: this pattern takes half the time
    script = _script(text, beyond)
    return _by_words(_WORD.findall(text), known) if script == _LATIN else known.scripts.get(script)


def _by_words(words: list[str], known: _Languages) -> str | None:
    # A language's own words are in lower case only: "La", "De" and "El" begin names in every language.
    english = _told_by(known.words.get(DEFAULT, frozenset()), words)
    if len(english) >= _PLAINLY * len(words):
        return DEFAULT if _is_plain(english, len(words)) else None
    told = {language: _told_by(own, words) for language, own in known.words.items()}
    best = max(told, key=lambda language: len(told[language]), default=DEFAULT)
    if not _is_plain(told.get(best, []), len(words)):
        return None
    return best if best == DEFAULT or len(told[best]) >= _LEAD * len(english) else None


def _told_by(own: frozenset[str], words: Sequence[str]) -> list[str]:
    """The words that are of a language's own."""
    return list(filter(own.__contains__, words))


def _is_plain(told: Sequence[str], length: int) -> bool:
    """Whether words of a language's own, in a text of so many words, are enough, and different enough, to tell it."""
    return len(told) >= _WORDS and len(told) >= _SHARE * length and len(set(told)) >= _DISTINCT


def _script(text: str, beyond: Sequence[str]) -> str:
    """The script of most letters of a text, by the first word of their names; `beyond` are those outside ASCII.

    Japanese mixes Chinese characters with its own.
    """
    letters = sum(map(str.isalpha, text))
    if letters < _LETTERS or len(beyond) < _SCRIPT_SHARE * letters:
        return _LATIN
    names = Counter(unicodedata.name(letter, _LATIN).partition(" ")[0].partition("-")[0] for letter in beyond)
    if names["CJK"] and names["HIRAGANA"] + names["KATAKANA"] > names["CJK"] // 10:
        return "HIRAGANA"
    script, count = names.most_common(1)[0]
    return script if count >= _SCRIPT_SHARE * letters else _LATIN


def _primary(tag: str) -> str:
    """The language of a tag without its region and script, in lower case: "en" of "en-GB"."""
    return tag.lower().partition("-")[0] if not tag.startswith("und-") else tag


@lru_cache(maxsize=8)
def _known(rulebook: Rulebook) -> _Languages:
    rules = rulebook.family("languages")
    return _Languages(
        {rule.fields["language"]: frozenset(rule.fields["words"]) for rule in rules if "words" in rule.fields},
        {rule.fields["script"]: rule.fields["language"] for rule in rules if "script" in rule.fields},
        {rule.fields["language"]: rule.fields["name"] for rule in rules},
    )
