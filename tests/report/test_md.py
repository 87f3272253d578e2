from dataclasses import replace

from markdown_it import MarkdownIt

from reconcile.facts import Report
from reconcile.report import FORMATS


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
    assert "- ✗ **contradicted** 13: the sources say 31; the digits are transposed (draft.md:1)" in text
    assert "- ✓ **supported** nine: as Coast Guard has it (draft.md:1)" in text


def test_claims_alone_are_listed_with_their_readings(report: Report) -> None:
    text = FORMATS["md"].render(replace(report, facts=(), relations=()))
    assert "| About 40 cars and lorries | 40 (36 to 44) vehicle | count | agency.md:3 |" in text
    assert "| 4 March 2025 | 2025-03-04 | date | release.txt:1 |" in text
