"""The desk's word on a checked draft: levels, waivers, and what of them is stale."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.desk.baseline import Baseline
from reconcile.desk.review import accept, review
from reconcile.facts import Inconsistency, Report, Waiver
from reconcile.facts.policy import Policy, Setting
from reconcile.facts.report import Status
from tests.desk.cases import WIRE, checked

POLICY = Policy(
    (
        Setting("contradicted", "error"),
        Setting("unsupported", "warning"),
        Setting("few-origins", "note"),
        Setting("inconsistent", "warning"),
    )
)
TODAY = dt.date(2026, 3, 11)


def levels(report: Report, policy: Policy = POLICY) -> list[str | None]:
    return [finding.level for finding in review(report, policy, TODAY)[0].draft]


def test_levels_follow_the_outcome_and_what_is_supported_needs_none() -> None:
    report = checked(
        "It killed 15, hurt 12 and cost 900.", [("15", "contradicted"), ("12", "supported"), ("900", "unsupported")]
    )
    assert levels(report) == ["error", None, "warning"]


def test_levels_follow_kind_and_section() -> None:
    policy = replace(POLICY, settings=(*POLICY.settings, Setting("unsupported", "error", (), ("headline",))))
    report = checked("# 900 buses\n\nThe 800 buses.", [("900", "unsupported"), ("800", "unsupported")])
    assert levels(report, policy) == ["error", "warning"]
    assert levels(report, replace(policy, skip=("count",))) == ["ignore", "ignore"]


def test_a_figure_with_too_few_origins_is_noted_and_says_so() -> None:
    report = checked("It killed 12.", [("12", "supported")])
    (finding,) = review(report, replace(POLICY, min_origins=2), TODAY)[0].draft
    assert (finding.level, finding.status) == ("note", "supported")
    assert finding.message == "as it is; 1 of the 2 origins that the desk asks for"
    told = tuple(replace(fact, verdict="agree", origins=2) for fact in report.facts)
    (finding,) = review(replace(report, facts=told), replace(POLICY, min_origins=2), TODAY)[0].draft
    assert (finding.level, finding.message) == (None, "as it is")


def test_a_waiver_covers_its_own_finding_alone() -> None:
    text = 'It killed 15. <!-- reconcile: ignore[contradicted] reason="seen the list" by="Jo" -->\nIt killed 16.\n'
    reviewed, faults = review(checked(text, [("15", "contradicted"), ("16", "contradicted")]), POLICY, TODAY)
    assert faults == ()
    assert [finding.waiver for finding in reviewed.draft] == [Waiver("seen the list", "Jo", "draft.md", 1), None]
    assert [finding.level for finding in reviewed.draft] == ["error", "error"]
    assert reviewed.problems == ()


@pytest.mark.parametrize(
    ("until", "says"),
    [("until=2026-03-10", "the waiver ran out on 2026-03-10"), ("", "the waiver has nothing to waive")],
)
def test_what_has_run_out_or_has_nothing_to_waive_is_told(until: str, says: str) -> None:
    status = "contradicted" if until else "supported"
    text = f'\nIt killed 12. <!-- reconcile: ignore[contradicted] reason="x" {until} -->\n'
    reviewed, faults = review(checked(text, [("12", status)]), POLICY, TODAY)
    ((problem),) = reviewed.problems
    assert faults == ()
    assert (problem.where, problem.line, problem.message) == ("draft.md", 2, says)
    assert reviewed.draft[0].waiver is None


def test_a_waiver_that_cannot_be_heeded_waives_nothing() -> None:
    text = "It killed 15. <!-- reconcile: ignore[contradicted] -->\n"
    reviewed, (fault,) = review(checked(text, [("15", "contradicted")]), POLICY, TODAY)
    assert reviewed.draft[0].waiver is None
    assert (fault.where, fault.line) == ("draft.md", 1)


def test_inconsistencies_have_levels_and_waivers_too() -> None:
    text = 'Of 30 dead 12 and 15. <!-- reconcile: ignore[inconsistent] reason="three are unknown" -->\n'
    report = checked(text, [("30", "supported"), ("12", "supported"), ("15", "supported")], odd=("30", "12", "15"))
    (odd,) = review(report, POLICY, TODAY)[0].inconsistencies
    assert odd == Inconsistency(
        "parts", ("c1", "c2", "c3"), "odd", "warning", Waiver("three are unknown", None, "draft.md", 1)
    )


def test_a_waiver_by_any_of_its_figures_covers_an_inconsistency() -> None:
    text = 'Of 30 dead\n\n12 and 15. // reconcile: ignore[inconsistent] reason="three are unknown"\n'
    report = checked(text, [("30", "supported"), ("12", "supported"), ("15", "supported")], odd=("30", "12", "15"))
    reviewed, _ = review(report, POLICY, TODAY)
    assert reviewed.inconsistencies[0].waiver == Waiver("three are unknown", None, "draft.md", 3)
    assert reviewed.problems == ()


TEXT = "It killed 15. It cost 900. In all 16."
FOUND: list[tuple[str, Status]] = [("15", "contradicted"), ("900", "unsupported"), ("16", "supported")]


def baseline_of(tmp_path: Path, by: str = "Jo", **other: str) -> Baseline:
    return accept(checked(TEXT, FOUND, **other), POLICY, Baseline(tmp_path / "b.toml"), by, "asked", TODAY)  # type: ignore[arg-type]


def waived(report: Report, baseline: Baseline) -> list[str | None]:
    reviewed, _ = review(report, POLICY, TODAY, baseline)
    return [finding.waiver and finding.waiver.by for finding in reviewed.draft]


def test_a_baseline_waives_what_was_accepted_wherever_it_stands(tmp_path: Path) -> None:
    baseline = baseline_of(tmp_path)
    assert [one.outcome for one in baseline.accepted] == ["contradicted", "unsupported"]
    assert waived(checked(TEXT, FOUND, path="other.md"), baseline) == [None, None, None]
    assert waived(checked("A new line.\n\nIt killed 15. It cost 900.  In all 16.", FOUND), baseline) == [
        "Jo",
        "Jo",
        None,
    ]


def test_it_drops_what_changes(tmp_path: Path) -> None:
    baseline = baseline_of(tmp_path)
    rewritten = checked(TEXT.replace("16", "17"), [("15", "contradicted"), ("900", "unsupported")])
    assert waived(rewritten, baseline) == [None, None]
    corrected = checked(TEXT, FOUND, wire=WIRE + " Corrected.")
    assert waived(corrected, baseline) == [None, None, None]
    reviewed, _ = review(corrected, POLICY, TODAY, baseline)
    assert [problem.message for problem in reviewed.problems] == [
        "what Jo accepted on 2026-03-11 no longer holds: contradicted: 15",
        "what Jo accepted on 2026-03-11 no longer holds: unsupported: 900",
    ]
    resolved = checked(TEXT, [("15", "unsupported"), ("900", "unsupported"), ("16", "supported")])
    assert waived(resolved, baseline) == [None, "Jo", None]


def test_accepting_again_keeps_who_accepted_before_and_leaves_waivers_and_other_drafts_alone(tmp_path: Path) -> None:
    first = accept(checked(TEXT, FOUND[:1]), POLICY, Baseline(tmp_path / "b.toml"), "Jo", "asked", TODAY)
    other = accept(checked(TEXT, FOUND[:1], path="other.md"), POLICY, first, "Al", "seen", TODAY)
    again = accept(checked(TEXT, FOUND), POLICY, other, "Al", "seen", TODAY)
    assert [(Path(one.draft).name, one.by, one.outcome) for one in again.accepted] == [
        ("draft.md", "Jo", "contradicted"),
        ("draft.md", "Al", "unsupported"),
        ("other.md", "Al", "contradicted"),
    ]
    text = TEXT + ' // reconcile: ignore[contradicted] reason="x"'
    assert [one.outcome for one in accept(checked(text, FOUND), POLICY, first, "Al", "", TODAY).accepted] == [
        "unsupported"
    ]
