"""What the pipeline lays down about its sources: which are in a language that is read, and which are superseded."""

from dataclasses import replace

from reconcile import pipeline
from reconcile.facts import Source
from reconcile.report import FORMATS, RenderOptions
from reconcile.rulebook import shipped_rules

OLD = Source(
    "a", "A ferry sank off Norro on Wednesday. The accident killed 12 passengers.",
    publisher="Harbour News", url="https://harbour.example.org/ferry", published="2026-03-11T18:00:00Z",
)  # fmt: skip
NEW = replace(OLD, id="b", text=OLD.text.replace("12", "15"), modified="2026-03-11T22:00:00Z")
OTHER = Source(
    "c", "The ferry accident off Norro on Wednesday killed 15 passengers, officials said.",
    publisher="Island Tribune", published="2026-03-11T23:00:00Z",
)  # fmt: skip
GERMAN = Source(
    "d", "Bei dem Unglück sind am Mittwoch nach ersten Angaben der Behörden 12 Menschen ums Leben gekommen, und es "
    "werden noch 31 vermisst. Das teilte die Küstenwache mit, die mit drei Booten nach ihnen sucht.", path="d.txt",
)  # fmt: skip


def test_no_verdict_rests_on_a_superseded_version_but_its_claims_are_shown() -> None:
    report = pipeline.compare([OLD, NEW, OTHER], shipped_rules())
    assert [source.superseded_by for source in report.sources] == ["b", None, None]
    past = {claim.id for claim in report.claims if claim.source == "a"}
    assert past
    assert not past & {claim for fact in report.facts for claim in fact.claims}
    assert "discrepancy" not in {fact.verdict for fact in report.facts}
    for name in ("table", "md", "html"):
        assert "superseded by" in FORMATS[name].render(report, RenderOptions(width=200, color=False))


def test_a_draft_is_held_against_the_latest_version_alone() -> None:
    draft = replace(OTHER, id="draft", publisher=None, text=OTHER.text.replace("15", "12"))
    report = pipeline.check(draft, [OLD, NEW], shipped_rules())
    finding = next(one for one in report.draft if "12" in next(c.text for c in report.claims if c.id == one.claim))
    assert finding.status != "supported"


def test_a_source_in_another_language_is_shown_as_unread() -> None:
    report = pipeline.compare([NEW, OTHER, GERMAN], shipped_rules())
    assert [source.language for source in report.sources] == ["en", "en", "de"]
    assert {claim.source for claim in report.claims} == {"b", "c"}
    (problem,) = report.problems
    assert (problem.where, problem.message) == ("d.txt", "in German (de): its figures were not read")
