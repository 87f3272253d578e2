"""Which rules are in force and where each comes from: the data behind `reconcile rules list` and `show`."""

from reconcile.rulebook.check import closest
from reconcile.rulebook.rule import Rule, Rulebook


class UnknownRule(LookupError):
    """No rule in force has the id asked for; the message names the nearest."""


def list_rules(rulebook: Rulebook, prefix: str = "") -> tuple[Rule, ...]:
    """The rules in force whose family or id starts with `prefix`, in reading order."""
    return tuple(rule for rule in rulebook.rules if rule.family.startswith(prefix) or rule.id.startswith(prefix))


def show_rule(rulebook: Rulebook, id: str) -> Rule:
    """The rule of this id. Raises UnknownRule, with the nearest id in its message."""
    try:
        return rulebook.rule(id)
    except KeyError:
        hint = closest(id, (rule.id for rule in rulebook.rules))
        raise UnknownRule(f'No rule in force has the id "{id}". {hint}'.strip()) from None
