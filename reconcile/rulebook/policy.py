"""The rules of the family `policy`, typed: what is asked of a draft before a desk says otherwise."""

from functools import lru_cache

from reconcile.facts.policy import Policy, Setting
from reconcile.rulebook.load import SHIPPED
from reconcile.rulebook.rule import Rule, Rulebook


@lru_cache(maxsize=8)
def policy_of(rulebook: Rulebook) -> Policy:
    """The policy that a rulebook sets; of what several rules set, the last one counts."""
    rules = rulebook.family("policy")
    return Policy(
        settings=tuple(_setting(rule) for rule in rules if "on" in rule.fields and "level" in rule.fields),
        fail_on=next((str(rule.fields["fail_on"]) for rule in reversed(rules) if "fail_on" in rule.fields), "error"),
        min_origins=next((int(rule.fields["least"]) for rule in reversed(rules) if "least" in rule.fields), 1),
        mends=next((rule.fields["mends"] for rule in reversed(rules) if "mends" in rule.fields), ()),
        places={
            key: _place(rule)
            for key, name in (("fail_on", "fail_on"), ("min_origins", "least"), ("mends", "mends"))
            for rule in rules
            if name in rule.fields
        },
    )


def _setting(rule: Rule) -> Setting:
    fields = rule.fields
    return Setting(fields["on"], fields["level"], fields.get("kinds", ()), fields.get("sections", ()), _place(rule))


def _place(rule: Rule) -> str:
    """Where a rule stands; of the program's own, `reconcile rules show` has all there is to know."""
    return f"shipped rule {rule.id}" if rule.layer == SHIPPED else f"{rule.file}:{rule.line} ({rule.id})"
