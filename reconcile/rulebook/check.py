"""One parsed rule: everything that can be wrong with it, each with its line; and the rule itself when nothing is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from reconcile.facts import Problem
from reconcile.rulebook.families import AMOUNT, ANY, COMMON, EXPECTED, Check, Fields
from reconcile.rulebook.parse import Entry
from reconcile.rulebook.rule import Rule, fields_of_rule, freeze

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\.[A-Za-z0-9][\w.-]*")


def faults(entry: Entry, fields: Fields) -> tuple[Problem, ...]:
    """Whatever is wrong with one rule by itself; `fields` are those of its family."""
    return (*_identity(entry), *_reason(entry), *_types(entry, fields), *_examples(entry))


def silences(entry: Entry) -> bool:
    """Whether the rule is switched off."""
    return entry.table.get("enabled") is False


def build(entry: Entry, fields: Fields, layer: str, below: Rule | None = None) -> Rule:
    """The rule of an entry that has no faults; `below` is the rule of the same id that it replaces."""
    table = entry.table
    own = {key: _typed(value, fields.get(key, ANY)) for key, value in table.items() if key not in COMMON}
    return Rule(
        id=table["id"],
        family=entry.source.family,
        why=table["why"],
        file=entry.source.file,
        line=entry.line,
        fields=fields_of_rule(own, table["id"], entry.source.file, entry.line),
        examples=tuple(freeze(example) for example in table.get("examples", ())),
        silent=tuple(table.get("silent", ())),
        layer=layer,
        replaces=f"{below.file}:{below.line}" if below else None,
    )


def closest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or else all of them when they are few."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Known are: {', '.join(names)}." if len(names) <= 40 else ""


def _typed(value: object, check: Check) -> object:
    return Decimal(value) if check is AMOUNT and isinstance(value, str) else value


def _identity(entry: Entry) -> Iterator[Problem]:
    stem = entry.source.family.rpartition("/")[2]
    name = entry.table.get("id")
    if name is None:
        yield entry.fault(None, "a rule without an id", f'Add id = "{stem}.some-name".')
    elif not isinstance(name, str) or not _NAME.fullmatch(name):
        hint = f'As in "{stem}.some-name".'
        yield entry.fault("id", "an id is the name of its file, a dot, and letters, digits, - or _", hint)
    elif not name.startswith(stem + "."):
        yield entry.fault("id", f'the id "{name}" does not start with "{stem}."', "An id starts with its file's name.")


def _reason(entry: Entry) -> Iterator[Problem]:
    # A layer may silence a rule by its id alone.
    if "why" not in entry.table and not silences(entry):
        yield entry.fault(None, f"{_name(entry)} does not say why", 'Add why = "one sentence: why this rule is so".')


def _types(entry: Entry, fields: Fields) -> Iterator[Problem]:
    for key, value in entry.table.items():
        check = COMMON.get(key) or fields.get(key) or fields.get("*")
        if check is None:
            hint = closest(key, (*fields, *COMMON))
            yield entry.fault(key, f'{_name(entry)}: this family of rules has no field "{key}"', hint)
        elif key != "id" and not check.accepts(value):
            yield entry.fault(key, f'{_name(entry)}: "{key}" must be {check.name}', f"It is {value!r:.80}.")


def _examples(entry: Entry) -> Iterator[Problem]:
    examples = entry.table.get("examples", [])
    if not COMMON["examples"].accepts(examples):
        return
    for number, example in enumerate(examples, 1):
        for message, hint in _example(example):
            yield entry.fault("examples", f"{_name(entry)}: example {number} {message}", hint)


def _example(example: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "text" not in example:
        yield "has no text", 'Write { text = "...", and the fields of the claim expected in it }.'
    for key, value in example.items():
        check = EXPECTED.get(key)
        if check is None:
            yield f'expects the unknown field "{key}"', closest(key, EXPECTED)
        elif not check.accepts(value):
            yield f'must state "{key}" as {check.name}', f"It is {value!r:.80}."


def _name(entry: Entry) -> str:
    name = entry.table.get("id")
    return f'"{name}"' if isinstance(name, str) and name else "a rule"
