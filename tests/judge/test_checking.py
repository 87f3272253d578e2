"""The thresholds of the check as rules: typed, layered, and never made where a desk has silenced them."""

from pathlib import Path

import pytest

import reconcile
from reconcile.judge.checking import checking_of
from reconcile.rulebook import shipped_rules


def layered(folder: Path, text: str) -> reconcile.Rulebook:
    (folder / "check.toml").write_text(text, encoding="utf-8")
    return reconcile.load_rules(folder)


def statuses(rules: reconcile.Rulebook) -> list[str]:
    told = reconcile.Source.from_text("The blast killed 12 people in the port.", id="a")
    draft = reconcile.Source.from_text("The blast killed 15 people in the port.", id="draft")
    return [finding.status for finding in reconcile.check(draft, [told], rulebook=rules).draft]


def test_the_shipped_rules_fill_every_part() -> None:
    rules = checking_of(shipped_rules())
    assert rules.doubt.unsure <= rules.doubt.wrong
    assert rules.doubt.weights["outdone"] > 0
    assert rules.derived.weights["cue"] > 0
    assert rules.consistency.most > 1
    assert " made up of " in rules.consistency.made_of


def test_a_desk_may_set_its_own(tmp_path: Path) -> None:
    text = '[[rule]]\nid = "check.against"\nwhy = "Ours never blames."\nclear = 1000\nslip = 1000\n'
    assert statuses(shipped_rules()) == ["contradicted"]
    assert statuses(layered(tmp_path, text)) == ["unsupported"]


@pytest.mark.parametrize(
    "name", ["near", "fitting", "stance", "doubt", "against", "mend", "dates", "derived", "consistency"]
)
def test_a_silenced_rule_leaves_the_rest_at_work(name: str, tmp_path: Path) -> None:
    rules = layered(tmp_path, f'[[rule]]\nid = "check.{name}"\nwhy = "Not here."\nenabled = false\n')
    assert statuses(rules)[0] in ("contradicted", "unsupported")
