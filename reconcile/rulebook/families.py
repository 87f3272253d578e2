"""The families of rules and the fields each may have: one table, read by the checker.

A family is the path of a rule file under the rules folder, without the ending. Fields common to every family (id, why,
enabled, examples, silent) stand in `COMMON` and `EXPECTED`.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, get_args

from reconcile.facts.claim import Kind
from reconcile.facts.policy import Level, Outcome, Section
from reconcile.facts.report import Slip


class Check(NamedTuple):
    """A type of field: how a fault names it, and whether a parsed TOML value is of it."""

    name: str
    accepts: Callable[[object], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != "" and not value.isspace()


def _is_number(value: object) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite()
    return isinstance(value, int) and not isinstance(value, bool)


def _is_amount(value: object) -> bool:
    if not isinstance(value, str):
        return _is_number(value)
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _is_texts(value: object) -> bool:
    # Tens of thousands of words pass here at every start: no call of ours for each.
    return isinstance(value, list) and set(map(type, value)) <= {str} and all(map(str.strip, value))


def _is_map(value: object) -> bool:
    return isinstance(value, dict) and all(_is_text(item) or _is_texts(item) for item in value.values())


def _is_moment(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _one_of(*known: str) -> Check:
    return Check(f"one of {', '.join(known)}", lambda value: isinstance(value, str) and value in known)


def _some_of(*known: str) -> Check:
    def accepts(value: object) -> bool:
        return isinstance(value, list) and all(item in known for item in value)

    return Check(f"a list of some of {', '.join(known)}", accepts)


ANY = Check("any value", lambda _value: True)
TEXT = Check("a text that is not empty", _is_text)
FLAG = Check("true or false", lambda value: isinstance(value, bool))
NUMBER = Check("a finite number", _is_number)
AMOUNT = Check("a finite number, as such or as text", _is_amount)
TEXTS = Check("a list of texts", _is_texts)
TEXT_OR_TEXTS = Check("a text or a list of texts", lambda value: _is_text(value) or _is_texts(value))
MOMENT = Check("a date or time in ISO 8601, as text", _is_moment)
MAP = Check("a table of texts", _is_map)
WORDS = Check("a list or a table of texts", lambda value: _is_texts(value) or _is_map(value))
TABLES = Check("a list of tables", lambda value: isinstance(value, list) and all(isinstance(v, dict) for v in value))

Fields = Mapping[str, Check]

OPEN: Fields = {"*": ANY}
"""Fields of a family that may have any: the steps that read it check its values."""

WORDING: Fields = {"words": WORDS, "plurals": WORDS, "verbs": WORDS, "phrases": WORDS}

COMMON: Fields = {"id": TEXT, "why": TEXT, "enabled": FLAG, "examples": TABLES, "silent": TEXTS}

EXPECTED: Fields = {
    "text": TEXT,
    "published": MOMENT,
    "surface": TEXT,
    "kind": TEXT,
    "value": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "unit": TEXT,
    "hedge": TEXT,
    "change": TEXT,
    "noun": TEXT,
    "scope": TEXT,
    "standing": TEXT,
    "speaker": TEXT,
    "event": TEXT,
    "first": MOMENT,
    "last": MOMENT,
}
"""What an example may state: its text, the day it was published, and fields of the claim expected in it."""

FAMILIES: Mapping[str, Fields] = {
    "en/numbers": OPEN,
    "en/hedges": OPEN,
    "en/dates": OPEN,
    "en/localities": OPEN,
    "en/scope": {"words": TEXTS},
    "en/nonclaims": OPEN,
    "en/scores": {"words": TEXTS},
    "en/tables": {"words": TEXTS},
    "en/revision": {"cue": TEXT, "phrases": TEXTS},
    "en/nouns": {"class": TEXT, "words": TEXTS, "person": FLAG, "group": FLAG, "broader": TEXTS},
    "en/events": {
        "class": TEXT,
        "status": TEXT,
        "verbs": TEXTS,
        "phrases": TEXTS,
        "nouns": TEXTS,
        "adjectives": TEXTS,
        "running": FLAG,
        "against": TEXT_OR_TEXTS,
    },
    "en/places": {"places": ANY, "name": TEXT, "words": WORDS, "demonyms": WORDS, "in": TEXT_OR_TEXTS, **OPEN},
    "en/verbs": WORDING,
    "en/modifiers": WORDING,
    "en/forms": WORDING,
    "en/speakers": WORDING,
    "en/abbreviations": WORDING,
    "units/*": {
        "unit": TEXT,
        "dimension": TEXT,
        "factor": AMOUNT,
        "offset": AMOUNT,
        "approximate": FLAG,
        "words": TEXTS,
        "plurals": TEXTS,
        "symbols": TEXTS,
        "risky": TEXTS,
        "risky_signs": TEXTS,
        "risky_words": TEXTS,
        "ambiguous": TEXTS,
        "signs": TEXTS,
        "minor": MAP,
    },
    "languages": {"language": TEXT, "name": TEXT, "words": TEXTS, "script": TEXT},
    "align": OPEN,
    "tolerance": OPEN,
    "check": OPEN,
    "policy": {
        "on": _one_of(*get_args(Outcome)),
        "level": _one_of(*get_args(Level)),
        "kinds": _some_of(*get_args(Kind)),
        "sections": _some_of(*get_args(Section)),
        "least": NUMBER,
        "mends": _some_of(*get_args(Slip)),
        "fail_on": _one_of("error", "warning", "note", "never"),
    },
}


def fields_of(family: str) -> Fields | None:
    """The fields of a family, None when there is no such family. Every language folder has the families of `en`."""
    if family in FAMILIES:
        return FAMILIES[family]
    folder, _, name = family.rpartition("/")
    if folder == "units":
        return FAMILIES["units/*"]
    return FAMILIES.get(f"en/{name}") if is_language(folder) else None


def is_language(folder: str) -> bool:
    """Whether a folder of rules is named as a language: two or three letters ("en", "de")."""
    return len(folder) in (2, 3) and folder.isascii() and folder.isalpha() and folder.islower()
