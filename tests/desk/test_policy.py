"""How grave an outcome is: the narrowest setting decides, and of equals the one set last."""

from pathlib import Path

import pytest

from reconcile.desk.config import Config
from reconcile.desk.policy import configured, deciding, level_of, outcome_of
from reconcile.facts import DraftFinding
from reconcile.facts.claim import Kind
from reconcile.facts.policy import Level, Outcome, Policy, Section, Setting
from reconcile.rulebook import load_rules, shipped_rules
from reconcile.rulebook.policy import policy_of

SHIPPED = policy_of(shipped_rules())
SETTINGS = (
    Setting("unsupported", "warning"),
    Setting("unsupported", "ignore", ("date",)),
    Setting("unsupported", "error", (), ("headline",)),
    Setting("unsupported", "note", ("age",), ("headline",)),
)


@pytest.mark.parametrize(
    ("kind", "section", "level"),
    [
        ("count", "body", "warning"),
        ("date", "body", "ignore"),
        ("date", "headline", "error"),
        ("age", "headline", "note"),
        ("age", "quotation", "warning"),
    ],
)
def test_the_narrowest_setting_decides(kind: Kind, section: Section, level: Level) -> None:
    for settings in (SETTINGS, SETTINGS[::-1]):
        assert level_of(Policy(settings), "unsupported", kind, section) == level


def test_of_equals_the_last_one_decides_and_what_is_not_set_is_ignored() -> None:
    policy = Policy((Setting("undecided", "note"), Setting("undecided", "error")))
    assert level_of(policy, "undecided", "count") == "error"
    assert level_of(policy, "contradicted", "count") == "ignore"
    assert deciding(policy, "contradicted") is None


def test_strict_raises_each_level_by_one_and_skipped_kinds_are_ignored() -> None:
    levels: tuple[Level, ...] = ("error", "warning", "note", "ignore")
    for level, raised in zip(levels, ("error", "error", "warning", "ignore"), strict=True):
        assert level_of(Policy((Setting("undecided", level),), strict=True), "undecided", "rank") == raised
    policy = Policy((Setting("undecided", "error"),), strict=True, skip=("rank",))
    assert level_of(policy, "undecided", "rank") == "ignore"


@pytest.mark.parametrize(
    ("outcome", "kind", "level"),
    [
        ("contradicted", "count", "error"),
        ("contradicted", "date", "error"),
        ("unsupported", "money", "warning"),
        ("unsupported", "date", "note"),
        ("unsupported", "rank", "note"),
        ("undecided", "count", "note"),
        ("inconsistent", "count", "warning"),
        ("few-origins", "count", "note"),
    ],
)
def test_the_shipped_policy_starts_quiet(outcome: Outcome, kind: Kind, level: Level) -> None:
    assert level_of(SHIPPED, outcome, kind) == level
    assert (SHIPPED.fail_on, SHIPPED.min_origins, SHIPPED.strict) == ("error", 1, False)


def test_a_desks_rules_lie_over_the_shipped_ones_and_its_settings_over_both(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(
        '[[rule]]\nid = "policy.few-origins"\nwhy = "We want two."\non = "few-origins"\nlevel = "warning"\nleast = 2\n'
        '[[rule]]\nid = "policy.ages"\nwhy = "Asked for."\non = "unsupported"\nkinds = ["age"]\nlevel = "note"\n'
    )
    ruled = policy_of(load_rules(tmp_path))
    assert (ruled.min_origins, level_of(ruled, "few-origins", "count")) == (2, "warning")
    assert level_of(ruled, "unsupported", "age") == "note"
    place = deciding(ruled, "unsupported", "age")
    assert place is not None
    assert place.place == f"{tmp_path / 'policy.toml'}:7 (policy.ages)"
    config = Config(levels=(Setting("unsupported", "error"),), min_origins=3, fail_on="warning", skip=("rank",))
    desk = configured(ruled, config)
    assert (desk.min_origins, desk.fail_on, desk.skip) == (3, "warning", ("rank",))
    assert level_of(desk, "unsupported", "count") == "error"
    assert level_of(desk, "unsupported", "age") == "note"


def test_a_level_for_comparisons_leaves_that_of_checks_alone() -> None:
    assert configured(SHIPPED, Config(fail_on="discrepancy")).fail_on == "error"


def test_a_supported_figure_has_an_outcome_where_too_few_bear_it_out() -> None:
    supported = DraftFinding("c1", "supported", None, (), "same", "")
    assert outcome_of(supported, 1, Policy(min_origins=1)) is None
    assert outcome_of(supported, 1, Policy(min_origins=2)) == "few-origins"
    assert outcome_of(DraftFinding("c1", "undecided", None, (), None, ""), 5, Policy()) == "undecided"
