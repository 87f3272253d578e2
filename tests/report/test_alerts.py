from dataclasses import replace
from typing import Any

import pytest

from reconcile.facts import Inconsistency, Report
from reconcile.report.alerts import LEVELS, RULES, alerts
from tests.report.drafts import WAIVER, checked

TEXT = "It cost €8m."


def test_alerts_stand_in_reading_order_and_the_open_ones_gravest_first(check: Report) -> None:
    found = alerts(check)
    assert [each.claim.id for each in found.all] == ["c41", "c42", "c43", "c44", "c45", "c46"]
    assert [(each.level, each.claim.id) for each in found.open] == [
        ("error", "c42"), ("error", "c44"), ("warning", "c46")
    ]  # fmt: skip
    assert found.summary == "2 contradicted, 1 unsupported, 3 supported"


def test_a_report_that_checks_no_draft_has_none(report: Report) -> None:
    assert alerts(report).all == ()
    assert alerts(report).summary == "no figure in the draft"


@pytest.mark.parametrize(
    ("more", "rule", "level"),
    [
        ({}, "contradicted", "error"),
        ({"level": "note"}, "contradicted", "note"),
        ({"status": "undecided"}, "undecided", "note"),
        ({"status": "supported"}, "supported", None),
        ({"status": "supported", "level": "note"}, "few-origins", "note"),
    ],
)
def test_the_desks_level_is_stronger_than_the_rules(more: dict[str, Any], rule: str, level: str | None) -> None:
    (found,) = alerts(checked(TEXT, "€8m", **more)).all
    assert (found.rule.id, found.level) == (rule, level)


def test_what_the_desk_ignores_is_no_alert_and_what_is_waived_is_closed() -> None:
    assert alerts(checked(TEXT, "€8m", level="ignore")).all == ()
    waived = alerts(checked(TEXT, "€8m", waiver=WAIVER))
    assert (len(waived.all), waived.open, waived.summary) == (1, (), "1 waived")


def test_figures_that_do_not_fit_one_another_are_an_alert_of_the_first() -> None:
    text = "It cost €8m. Half was €6m."
    within = Inconsistency("share", ("c3", "c2"), "half of 8 is not 6")
    report = replace(checked(text, "€8m", "€6m", status="supported"), inconsistencies=(within,))
    (found,) = alerts(report).open
    assert (found.rule.id, found.level, found.claim.text) == ("inconsistent", "warning", "€6m")
    assert [claim.text for claim in found.evidence] == ["€8m"]
    (graver,) = alerts(replace(report, inconsistencies=(replace(within, level="error"),))).open
    assert graver.level == "error"
    assert alerts(replace(report, inconsistencies=(replace(within, waiver=WAIVER),))).open == ()
    assert alerts(replace(report, inconsistencies=(replace(within, claims=("c9",)),))).open == ()


def test_an_alert_and_its_evidence_are_told_in_one_line_each() -> None:
    found = alerts(checked("It cost €8\nmillion.", "€8\nmillion", message="no\x1b"))
    (alert,) = found.all
    assert alert.told == "“€8 million” is contradicted: no\ufffd"
    assert found.cited(alert.evidence[0]) == "Harbour Post (post.md:2): “The ferry 🚢 cost €9m, the “owner” said.”"


def test_every_rule_has_a_level_of_the_known_ones_and_says_what_to_do() -> None:
    for rule in RULES.values():
        assert rule.level in (*LEVELS, None)
        assert rule.about.endswith(".")
        assert rule.help.endswith(".")
