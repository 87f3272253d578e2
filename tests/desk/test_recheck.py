"""Which figures of which drafts a correction touches; the check itself is played by a look-up of each figure."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from reconcile.desk.recheck import drafts_among, recheck
from reconcile.facts import DraftFinding, Report, Source
from reconcile.facts.recheck import Recheck
from tests.desk.cases import claim_at

OLD = Source("old.txt", "62 dead, 9 lost", path="old.txt")
NEW = Source("new.txt", "70 dead, 9 lost", path="new.txt")
OTHER = Source("other.txt", "62 dead, 5 boats", path="other.txt")


def look_up(draft: Source, sources: Sequence[Source]) -> Report:
    """A figure is supported where a source has it, contradicted where one has another of the same noun."""
    findings, claims = [], []
    for number, found in enumerate(re.finditer(r"(\d+) (\w+)", draft.text)):
        figure, noun = found.groups()
        told = [text for source in sources for text, other in re.findall(r"(\d+) (\w+)", source.text) if other == noun]
        status = "supported" if figure in told else "contradicted" if told else "unsupported"
        level = {"supported": None, "contradicted": "error", "unsupported": "warning"}[status]
        claims.append(claim_at(draft.text, figure, name=f"c{number}"))
        findings.append(DraftFinding(f"c{number}", status, None, (), None, "", level=level))  # type: ignore[arg-type]
    return Report("", (*sources, replace(draft, role="draft")), tuple(claims), draft=tuple(findings))


def draft(text: str, name: str = "d.md") -> Source:
    return Source(name, text, path=name)


def shown(done: Recheck) -> list[tuple[str, list[tuple[str, str | None, str]]]]:
    return [
        (story.id, [(_text(each.report, each.finding), each.before, each.finding.status) for each in figures])
        for story, figures in done.touched
    ]


def _text(report: Report, finding: DraftFinding) -> str:
    return next(claim.text for claim in report.claims if claim.id == finding.claim)


def test_what_the_old_version_bore_out_and_the_new_one_does_not_is_touched() -> None:
    plan = [
        (draft("62 dead, 9 lost, 3 rescued"), (OLD,)),
        (draft("9 lost", "e.md"), (OLD,)),
        (draft("1", "f.md"), (OTHER,)),
    ]
    done = recheck(plan, NEW, OLD, look_up, "error")
    assert shown(done) == [("d.md", [("62", "supported", "contradicted")])]
    assert ([story.id for story in done.clear], [story.id for story in done.apart]) == (["e.md"], ["f.md"])


def test_other_sources_that_carry_the_old_figure_do_not_hide_it() -> None:
    done = recheck([(draft("9 lost, 62 dead"), (OTHER, OLD))], NEW, OLD, look_up, "error")
    assert shown(done) == [("d.md", [("62", "supported", "contradicted")])]


def test_what_the_new_version_leaves_out_is_touched_unless_others_have_it() -> None:
    silent = replace(NEW, text="9 lost")
    assert shown(recheck([(draft("62 dead"), (OLD,))], silent, OLD, look_up, "error")) == [
        ("d.md", [("62", "supported", "unsupported")])
    ]
    assert shown(recheck([(draft("62 dead"), (OLD, OTHER))], silent, OLD, look_up, "error")) == []


def test_figures_come_in_reading_order_and_what_was_wrong_before_is_not_touched() -> None:
    new = replace(NEW, text="70 dead, 8 lost")
    done = recheck([(draft("9 lost, 62 dead, 4 boats"), (OLD, OTHER))], new, OLD, look_up, "error")
    assert [figure for _, figures in shown(done) for figure, _, _ in figures] == ["9", "62"]


def test_without_the_old_version_what_the_new_one_contradicts_is_touched() -> None:
    done = recheck([(draft("62 dead, 5 boats"), (NEW, OTHER))], NEW, None, look_up, "error")
    assert shown(done) == [("d.md", [("62", None, "contradicted")])]
    unknown = recheck([(draft("62 dead"), (OTHER,)), (draft("62 dead", "e.md"), ())], NEW, None, look_up, "error")
    assert [story for story, _ in shown(unknown)] == ["d.md", "e.md"]


@pytest.mark.parametrize(("fail_on", "figures"), [("error", ["62"]), ("warning", ["62", "3"])])
def test_without_a_correction_what_counts_now_is_shown(fail_on: str, figures: list[str]) -> None:
    done = recheck([(draft("62 dead, 3 rescued"), (NEW,))], None, None, look_up, fail_on)
    assert [figure for _, found in shown(done) for figure, _, _ in found] == figures


def test_a_draft_without_sources_is_told() -> None:
    done = recheck([(draft("62 dead"), ())], None, None, look_up, "error")
    ((problem),) = done.problems
    assert (problem.where, problem.message) == ("d.md", "no sources to hold it against")


def test_the_former_version_is_known_by_its_file_its_text_or_its_common_name() -> None:
    copies = (replace(OLD, path="copy.txt"), replace(OLD, text="x"), Source("c", "y", path="c.txt", guid="urn:1"))
    for copy in copies:
        done = recheck([(draft("9 lost"), (copy,))], NEW, replace(OLD, guid="urn:1"), look_up, "error")
        assert done.apart == ()


def test_sources_are_no_drafts_unless_they_draw_on_sources_themselves() -> None:
    story, wire = draft("62 dead"), draft("62 dead", "wire.txt")
    earlier = replace(draft("9 lost", "earlier.md"), sources=("wire.txt",))
    plan = [(story, (wire, earlier)), (wire, ()), (earlier, (wire,)), (draft("x", "new.txt"), ())]
    assert [one.id for one, _ in drafts_among(plan, NEW, None)] == ["d.md", "earlier.md"]
