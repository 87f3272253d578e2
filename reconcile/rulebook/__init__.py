"""What the program knows of language and policy: TOML rule files in, one checked and typed `Rulebook` out.

`load` reads folders of files layer upon layer; `parse` turns a file into tables that know their lines; `families` is
the table of the fields each family of rules may have, and `check` holds a rule against it; `rule` is what comes out.
`examples.run_examples` runs the examples that each rule carries, `listing` answers which rules are in force and why.
Every fault of a load is raised together as a `RuleFault`. Start with `load_rules`.
"""

from reconcile.rulebook.listing import UnknownRule, list_rules, show_rule
from reconcile.rulebook.load import load_rules, shipped_folder, shipped_rules
from reconcile.rulebook.rule import Rule, Rulebook, RuleFault

__all__ = [
    "Rule",
    "RuleFault",
    "Rulebook",
    "UnknownRule",
    "list_rules",
    "load_rules",
    "shipped_folder",
    "shipped_rules",
    "show_rule",
]
