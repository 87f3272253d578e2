"""The keys a desk may set: what each takes, and what is said of a value that it doesn't take."""

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, get_args

from reconcile.desk.status import LEVELS, NEVER, STATUSES, VERDICTS
from reconcile.facts.claim import Kind
from reconcile.facts.policy import Level, Outcome, Section
from reconcile.facts.report import Slip

KINDS: tuple[Kind, ...] = get_args(Kind)
SECTIONS: tuple[Section, ...] = get_args(Section)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
GRADES: tuple[Level, ...] = get_args(Level)
_LISTS: Mapping[str, tuple[str, ...]] = {"skip": KINDS, "mends": get_args(Slip)}


class Fault(NamedTuple):
    """What is wrong with the value at a path of keys, and what to do."""

    path: tuple[str, ...]
    message: str
    hint: str


class Key(NamedTuple):
    """A key: what it takes, how a value that it doesn't take is told, and how to write it."""

    takes: Callable[[object], bool]
    wrong: str
    write: str


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


KEYS: Mapping[str, Key] = {
    "rules": Key(
        lambda value: _is_text(value) or _are_texts(value), "is not a list of folders", 'write `rules = ["our-rules"]`'
    ),
    "sources": Key(_are_texts, "is not a list of files", 'write `sources = ["wire/*.txt"]`'),
    "format": Key(_is_text, "is no name", 'write `format = "table"`'),
    "fail_on": Key(_is_text, "is no level", 'write `fail_on = "error"`'),
    "strict": Key(_is_flag, "is neither true nor false", "write `strict = true` to take each level as one graver"),
    "min_origins": Key(_is_count, "is no number of origins", "write `min_origins = 2` for a second source of each"),
    "skip": Key(_are_texts, "is not a list of kinds", 'write `skip = ["rank"]`'),
    "mends": Key(_are_texts, "is not a list of slips", 'write `mends = ["digits"]` for what --fix may put right'),
    "levels": Key(lambda value: isinstance(value, dict), "is not a table", 'write `levels.unsupported = "error"`'),
    "baseline": Key(_is_text, "is no file name", 'write `baseline = "baseline.toml"`'),
    "decisions": Key(_is_text, "is no file name", 'write `decisions = "decisions.toml"`'),
    "by": Key(_is_text, "is no name", 'write `by = "City desk"`'),
    "color": Key(_is_flag, "is neither true nor false", "write `color = false` for no colour"),
}


def faults(table: Mapping[str, Any], formats: Collection[str]) -> Iterator[Fault]:
    """All that is wrong with the settings of a file."""
    for name, value in table.items():
        key = KEYS.get(name)
        if key is None:
            yield Fault((name,), f"unknown key `{name}`", _meant(name, KEYS, "the keys are"))
        elif name == "levels" and isinstance(value, dict):
            yield from _levels(value)
        elif name in _LISTS and _are_texts(value):
            yield from (_choice((name,), item, _LISTS[name]) for item in value if item not in _LISTS[name])
        elif name in ("format", "fail_on") and (known := _known(name, formats)):
            if value not in tuple(known):
                yield _choice((name,), value, known)
        elif not key.takes(value):
            yield Fault((name,), f"`{name}` {key.wrong}", key.write)


def _known(name: str, formats: Collection[str]) -> Collection[str]:
    return formats if name == "format" else tuple(dict.fromkeys((*LEVELS, NEVER, *STATUSES, *VERDICTS)))


def _levels(table: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults of `levels`: outcomes with a level each, or such a table for a kind or a section."""
    for name, value in table.items():
        if name in OUTCOMES:
            yield from _grade(("levels", name), value)
        elif name not in (*KINDS, *SECTIONS):
            message = f"`levels.{name}` is no outcome, kind or section"
            yield Fault(("levels", name), message, _meant(name, (*OUTCOMES, *KINDS, *SECTIONS), "they are"))
        elif not isinstance(value, dict):
            hint = f'write `levels.{name}.unsupported = "note"`'
            yield Fault(("levels", name), f"`levels.{name}` is not a table of outcomes", hint)
        else:
            for outcome, level in value.items():
                yield from _grade(("levels", name, outcome), level)


def _grade(path: tuple[str, ...], level: object) -> Iterator[Fault]:
    *_, outcome = path
    if outcome not in OUTCOMES:
        yield Fault(path, f"`{'.'.join(path)}` is no outcome", _meant(outcome, OUTCOMES, "the outcomes are"))
    elif level not in GRADES:
        yield _choice(path, level, GRADES)


def _choice(path: tuple[str, ...], value: object, known: Collection[str]) -> Fault:
    return Fault(path, f"`{'.'.join(path)}` cannot be {value!r}", _meant(value, known, "choose one of"))


def _meant(word: object, known: Collection[str], otherwise: str) -> str:
    near = get_close_matches(str(word), known, 1)
    return f"did you mean `{near[0]}`?" if near else f"{otherwise} {', '.join(known)}"
