"""The provenance of rules, as text."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.explain.layout import provenance, section
from reconcile.report.inert import plain
from reconcile.rulebook import Rule


def explain_rule(rule: Rule) -> str:
    """One rule in full: where it comes from, why it is so, its fields and its examples."""
    lines = [
        f"{rule.id}  {provenance(rule)}",
        f"  {plain(rule.why)}",
        *section("Fields:", [f"  {key} = {_toml(value)}" for key, value in rule.fields.items()]),
        *section("Examples:", [f"  {_toml(example)}" for example in rule.examples]),
        *section("Silent on:", [f"  {_toml(text)}" for text in rule.silent]),
    ]
    return "\n".join(lines) + "\n"


def list_rules(rules: Sequence[Rule]) -> str:
    """One line a rule: its id, and where it comes from."""
    width = max((len(rule.id) for rule in rules), default=0)
    return "".join(f"{rule.id:<{width}}  {provenance(rule)}\n" for rule in rules)


def _toml(value: Any) -> str:
    """A rule's value as it would stand in its file."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, str):
        return json.dumps(plain(value), ensure_ascii=False)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
