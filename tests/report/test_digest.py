from dataclasses import replace
from decimal import Decimal

from reconcile.facts import Quantity, Reason, Report, Source
from reconcile.pipeline import extract_all
from reconcile.report import to_dict
from reconcile.report.digest import digest
from reconcile.rulebook import shipped_rules
from tests.report.drafts import checked


def test_worst_first_dates_last_and_single_sources_at_the_end(report: Report) -> None:
    order = [row.fact.id for row in digest(report).rows]
    assert order[:8] == ["f2", "f8", "f9", "f1", "f3", "f6", "f7", "f17"]
    assert order[-1] == "f18"


def test_a_copy_that_changes_a_figure_comes_before_every_other_discrepancy(report: Report) -> None:
    copied = Reason("copy", 0.0, "12 (s1) against 31 (s2)")
    wrong = {"verdict": "discrepancy", "reasons": (copied,)}
    facts = tuple(replace(fact, **wrong) if fact.id == "f9" else fact for fact in report.facts)
    assert [row.fact.id for row in digest(replace(report, facts=facts)).rows][:2] == ["f9", "f2"]


def test_a_figure_gathers_all_who_commit_to_it_however_they_write_it(report: Report) -> None:
    (row,) = (row for row in digest(report).rows if row.fact.id == "f1")
    assert [(each.claim.text, each.sources) for each in row.figures] == [
        ("At least four", ("s1", "s2")), ("seven", ("s3",)), ("9", ("s4", "s5"))
    ]  # fmt: skip


def test_an_amount_given_again_is_no_figure_of_its_own(report: Report) -> None:
    (row,) = (row for row in digest(report).rows if row.fact.id == "f7")
    assert [each.claim.text for each in row.figures] == ["12 nautical miles", "22 km"]
    assert row.written(row.cells["s1"]) == ("12 nautical miles (22 km)",)


def test_nouns_are_written_where_they_follow_and_the_label_lacks_them(report: Report) -> None:
    (row,) = (row for row in digest(report).rows if row.fact.id == "f2")
    assert row.written(row.cells["s3"], nouns=True) == ("41 passengers and crew",)
    assert row.written(row.cells["s1"], nouns=True) == ("31",)


def test_a_place_is_a_file_and_a_line(report: Report) -> None:
    view = digest(report)
    assert view.place(report.claims[0]) == "wire.md:1"
    assert view.place(next(claim for claim in report.claims if claim.id == "c32")) == "wire.md:7"


def test_lines_end_in_any_way(report: Report) -> None:
    source = replace(report.sources[0], text="a\r\nb\rc\n31 people")
    claim = replace(report.claims[5], start=7, end=9, text="31")
    assert digest(replace(report, sources=(source,), claims=(claim,))).place(claim) == "wire.md:4"


def test_what_the_report_lacks_is_left_out(report: Report) -> None:
    view = digest(replace(report, claims=report.claims[1:], sources=report.sources[:-1]))
    (row,) = (row for row in view.rows if row.fact.id == "f1")
    assert set(row.cells) == {"s2", "s3", "s4"}
    assert len(row.timeline) == 2


def test_a_repeated_figure_is_no_further_step(report: Report) -> None:
    (row,) = (row for row in digest(report).rows if row.fact.id == "f1")
    first, *others = row.timeline
    assert replace(row, timeline=(first, first, *others, first)).steps == (*row.timeline, first)


def test_leaders_are_the_first_of_their_origin(report: Report) -> None:
    assert digest(report).leaders == {"s2": "s1"}


def test_findings_come_by_urgency(check: Report) -> None:
    assert [each.claim.id for each in digest(check).findings] == ["c42", "c44", "c46", "c41", "c43", "c45"]


def test_the_summary_counts(check: Report) -> None:
    assert digest(check).summary == (
        "5 sources, 4 independent origins, 46 claims, 18 facts: "
        "2 discrepant, 1 undecided, 1 updated, 2 compatible, 2 agreed, 10 single-source"
    )


def test_the_summary_of_claims_alone_speaks_of_no_origins_or_facts(report: Report) -> None:
    sources = tuple(replace(source, origin=None) for source in report.sources)
    assert digest(replace(report, sources=sources, facts=())).summary == "5 sources, 40 claims"


def test_days_are_told_apart_by_their_days_alone(report: Report) -> None:
    nothing = Quantity(None, None, None, "date", "exact", Decimal(1))
    claims = tuple(replace(each, quantity=nothing) if each.kind == "date" else each for each in report.claims)
    both = replace(report.facts[-1], claims=("c38", "c39", "c40"))
    (row,) = digest(replace(report, claims=claims, facts=(both,))).rows
    assert [len(each.claims) for each in row.figures] == [2, 1]


def test_a_source_that_goes_by_its_file_is_not_named_twice() -> None:
    view = digest(checked("It cost €8m.", "€8m"))
    told, own = view.report.claims
    assert [view.attribution(claim) for claim in (told, own)] == ["Harbour Post (post.md:2)", "draft.md:1"]


def test_a_claim_in_a_source_with_pages_stands_on_its_page() -> None:
    source = Source(id="s1", text="Two died.\n\nNine fled.", path="brief.pdf", pages=(0, 11))
    report = extract_all([source], shipped_rules())
    view = digest(report)
    assert [view.place(claim) for claim in report.claims] == ["brief.pdf, p. 1", "brief.pdf, p. 2"]
    assert [claim["page"] for claim in to_dict(report)["claims"]] == [1, 2]
    assert to_dict(report)["sources"][0]["pages"] == [0, 11]
