from dataclasses import replace

from markdown_it import MarkdownIt

from reconcile.facts import Inconsistency, Report
from reconcile.report import FORMATS
from tests.report.drafts import WAIVER, checked


def test_discrepancies_stand_before_the_tables_with_quotes(report: Report) -> None:
    text = FORMATS["md"].render(report)
    assert text.index("### ≠ discrepancy: people injured") < text.index("## Told by several sources")
    assert "  > “The blaze left **31** people hurt, the coast guard said.”\n  > — Nordic News Pool, wire.md:2" in text


def test_one_column_a_source(report: Report) -> None:
    text = FORMATS["md"].render(report)
    assert "| → updated | people killed | At least four | At least four | seven | 9 | nine |" in text
    assert "- people aboard the Solveig, sum: 338 + 74 = 412 (passengers aboard, crew aboard)" in text


def test_many_sources_are_told_by_figure(large: Report) -> None:
    text = FORMATS["md"].render(large)
    assert "| Verdict | Fact | Figures |" in text
    assert "| = agree | people counted in village 0 | **100** Gazette of Town 0, Gazette of Town 3 |" in text


def test_the_tables_are_tables(report: Report) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(FORMATS["md"].render(report))
    assert [token.type for token in tokens].count("table_open") == 2


def test_the_drafts_findings(check: Report) -> None:
    text = FORMATS["md"].render(check)
    assert "- ✗ **contradicted** 13: the sources say 31; the digits are transposed; write “31” (draft.md:1)" in text
    assert "2 contradicted, 1 unsupported, 3 supported." in text
    assert "- ✓ **supported**" not in text, "the sourcing sheet says so"


def test_the_sourcing_sheet_has_every_figure_and_a_row_a_source(check: Report) -> None:
    text = FORMATS["md"].render(check)
    sheet = text[text.index("## Sourcing sheet") : text.index("## Discrepancies")].strip().splitlines()[4:]
    assert [line.split(" | ")[:3] for line in sheet] == [
        ["| 1", "**nine**", "✓ supported"],
        ["| ", "", ""],
        ["| 1", "**13**", "✗ contradicted"],
        ["| ", "", ""],
        ["| 2", "**412**", "✓ supported"],
        ["| ", "", ""],
        ["| 2", "**22 miles**", "✗ contradicted"],
        ["| 3", "**5,000 euros**", "✓ supported"],
        ["| 3", "**250**", "! unsupported"],
    ]
    assert sheet[7].endswith(
        "| The Meridian 子午線, feature.html:3 | “Each of the families will receive **€5,000** at once.” |"
    )
    assert sheet[8].endswith("| ! unsupported |  |  |")


def test_a_mend_and_a_waiver_are_told() -> None:
    text = FORMATS["md"].render(checked("It cost €8m.", "€8m", mend="€9m", waiver=WAIVER))
    assert (
        "Harbour Post says €9m; write “€9m” (draft.md:1); waived by Jo Doe (draft.md:3, 2026-05-04): the owner's"
        in text
    )


def test_claims_alone_are_listed_with_their_readings(report: Report) -> None:
    text = FORMATS["md"].render(replace(report, facts=(), relations=()))
    assert "| About 40 cars and lorries | 40 (36 to 44) vehicle | count | agency.md:3 |" in text
    assert "| 4 March 2025 | 2025-03-04 | date | release.txt:1 |" in text


def test_what_does_not_fit_is_told_with_who_waived_it_unless_it_is_ignored() -> None:
    report = checked("It cost €8m, or €7m.", "€8m", "€7m")
    odd = Inconsistency("parts", ("c2", "c3"), "they do not add up", "warning", WAIVER)
    text = FORMATS["md"].render(replace(report, inconsistencies=(odd,)))
    assert "**inconsistent** they do not add up; waived by Jo Doe" in text
    text = FORMATS["md"].render(replace(report, inconsistencies=(replace(odd, level="ignore"),)))
    assert "inconsistent" not in text
