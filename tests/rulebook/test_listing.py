"""Which rules are in force, and the nearest id for one that is not."""

import pytest

from reconcile.rulebook import UnknownRule, list_rules, show_rule
from reconcile.rulebook.load import layered
from tests.rulebook.conftest import MakeFolder

FILES = {
    "units/length.toml": '[[rule]]\nid = "length.metre"\nwhy = "W."\n[[rule]]\nid = "length.mile"\nwhy = "W."\n',
    "policy.toml": '[[rule]]\nid = "policy.stale"\nwhy = "W."\n',
}


def test_rules_are_listed_by_family_or_id(folder: MakeFolder) -> None:
    book = layered(("shipped", folder(FILES)))
    assert [rule.id for rule in list_rules(book)] == ["policy.stale", "length.metre", "length.mile"]
    assert [rule.id for rule in list_rules(book, "units/")] == ["length.metre", "length.mile"]
    assert [rule.id for rule in list_rules(book, "length.mi")] == ["length.mile"]


def test_a_rule_is_shown_and_a_slip_is_answered_with_the_nearest(folder: MakeFolder) -> None:
    book = layered(("shipped", folder(FILES)))
    assert show_rule(book, "length.mile").line == 4
    with pytest.raises(UnknownRule, match=r'Did you mean "length\.mile"\?'):
        show_rule(book, "length.miel")
