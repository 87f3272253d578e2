import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from reconcile.facts import Inconsistency, Reason, Report, Spot
from reconcile.report import FORMATS, RenderOptions
from reconcile.report.words import VERDICTS
from tests.report.drafts import WAIVER, checked

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def table(report: Report, width: int = 120, *, color: bool = False) -> str:
    return FORMATS["table"].render(report, RenderOptions(width, color))


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_screen(width: int, report: Report, check: Report, large: Report) -> None:
    for each in (report, check, large):
        assert max(cell_len(line) for line in table(each, width).splitlines()) <= width


def test_a_verdict_is_told_by_sign_and_word_as_well(report: Report) -> None:
    text = table(report)
    shown = {row.verdict for row in report.facts if row.verdict != "single-source"}
    assert all(f"{VERDICTS[verdict].sign} {VERDICTS[verdict].name}" in text for verdict in shown)
    assert "In one source only (10)" in text


def test_columns_where_they_fit_and_blocks_where_not(report: Report) -> None:
    row = next(line for line in table(report, 120).splitlines() if "people killed" in line)
    assert re.split(r"\s{2,}", row)[1:] == ["people killed", "At least four", "At least four", "seven", "9", "nine"]
    block = table(report, 80).split("people killed\n")[1].splitlines()
    assert [re.split(r"\s{2,}", line.strip())[0] for line in block[:3]] == ["At least four", "seven", "9 / nine"]


def test_figures_stand_under_the_name_of_their_source(report: Report) -> None:
    lines = table(report, 200).splitlines()
    head = next(line for line in lines if "Baltic News Agency" in line and "Coast Guard" in line)
    row = next(line for line in lines if "people killed" in line)
    assert row.index("seven") == head.index("Baltic News Agency")


@pytest.mark.parametrize("width", [80, 120])
def test_discrepancies_come_first_with_both_sentences_and_marked_figures(width: int, report: Report) -> None:
    text = squeezed(table(report, width))
    assert text.index("people injured") < text.index("damage") < text.index("helicopters")
    assert "“The blaze left *31* people hurt, the coast guard said.”" in text
    assert "treated *41* passengers and crew" in text
    assert "31 against 41: 10 apart, 1.3 times" in text


def test_updates_and_sums_stand_beneath_their_fact(report: Report) -> None:
    text = squeezed(table(report))
    assert "over time At least four (4 Mar, 06:40) → seven (4 Mar, 19:30) → 9 (5 Mar, 08:00)" in text
    assert "sum 338 + 74 = 412 passengers aboard + crew aboard (Coast Guard)" in text
    assert "possible difference 7 - 3 = 4" in text


def test_an_amount_given_again_stands_in_brackets(report: Report) -> None:
    assert "12 nautical miles (22 km)" in table(report, 200)


def test_an_editors_word_stands_beneath_its_fact(report: Report) -> None:
    word = Reason("editor", 0.0, "two facts, says Jo Doe (2025-03-05): another deck")
    told = replace(report, facts=tuple(replace(fact, reasons=(word, *fact.reasons)) for fact in report.facts))
    shown = squeezed(table(told, 200))
    undated = [fact for fact in report.facts if fact.kind != "date" or fact.verdict != "single-source"]
    assert shown.count(word.detail) == len(undated)


def test_a_copy_names_its_original(report: Report) -> None:
    assert re.search(r"Hafen Courier .* same text as Nordic News Pool", table(report))


def test_problems_and_the_summary_close_the_report(report: Report) -> None:
    *_, problem, _, summary = table(report, 200).splitlines()
    assert "in/scan.pdf  the file holds no text" in problem
    assert summary.startswith("5 sources, 4 independent origins, 40 claims, 18 facts: 2 discrepant, 1 undecided")


def test_a_draft_comes_before_all_with_both_sides(check: Report) -> None:
    text = squeezed(table(check))
    assert text.index("Draft: 2 contradicted, 1 unsupported, 3 supported") < text.index("Discrepancies (2)")
    assert "In one source only" not in text
    assert "in one source only not shown: `reconcile compare`" in text
    assert "✗ contradicted 13 the sources say 31; the digits are transposed; write “31” draft.md:1" in text
    assert "killed nine people and injured *13*.” Nordic News Pool “The blaze left *31* people hurt" in text


def test_a_draft_says_how_grave_each_finding_is_and_who_vouches_for_it() -> None:
    found = checked("It cost €8m, or €7m, or €6m, or €5m.", "€8m", "€7m", "€6m", "€5m")
    one, two, three, four = found.draft
    settled = (
        replace(one, level="error"), replace(two, waiver=WAIVER), replace(three, level="ignore"),
        replace(four, status="supported", level="note"),
    )  # fmt: skip
    odd = Inconsistency("parts", ("c2", "c3"), "they do not add up", "warning")
    text = squeezed(table(replace(found, draft=settled, inconsistencies=(odd,))))
    assert text.count("Draft: 1 contradicted, 1 inconsistent, 1 supported") == 2, (
        "over its figures, and in the last line"
    )
    assert text.index("! inconsistent") < text.index("✓ supported")
    assert "✗ contradicted €8m Harbour Post says €9m draft.md:1, error" in text
    assert "✓ supported €5m Harbour Post says €9m draft.md:1, note" in text
    assert "! inconsistent €8m, €7m they do not add up draft.md:1, warning" in text
    waived = "waived by Jo Doe (draft.md:3, 2026-05-04): the owner's letter of 3 May"
    assert f"Waived (1) ✗ contradicted €7m Harbour Post says €9m {waived}" in text
    assert "*€6m*" not in text
    assert "1 finding that the desk ignores not shown" in text


def test_a_waived_inconsistency_stands_among_the_waived() -> None:
    odd = Inconsistency("parts", ("c2",), "they do not add up", "warning", WAIVER)
    text = squeezed(table(replace(checked("It cost €8m.", "€8m"), inconsistencies=(odd,))))
    assert "Waived (1) ! inconsistent €8m they do not add up waived by Jo Doe" in text


def test_colour_changes_no_word(report: Report) -> None:
    assert "\x1b" not in table(report)
    assert STYLE.sub("", table(report, width=200, color=True)) == table(report, width=200).replace("*", "")


def test_the_environment_has_no_say(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    before = table(report, color=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "50", "FORCE_COLOR": "1", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert table(report, color=True) == before


def test_a_large_report_keeps_every_question_and_counts_the_rest(large: Report) -> None:
    text = table(large)
    for fact in large.facts:
        if fact.verdict in ("discrepancy", "updated", "undecided"):
            assert f"{fact.label}\n" in text
    assert re.search(r"and \d+ that are compatible and \d+ that agree", text)
    assert "and 26 more" in text
    assert len(text.splitlines()) < 2 * len(large.facts)


def test_nothing_at_all_is_a_report_too(report: Report) -> None:
    empty = replace(report, sources=(), claims=(), facts=(), relations=(), problems=())
    assert squeezed(table(empty)).endswith("0 sources, 0 claims")


def test_endless_words_are_folded(report: Report, hostile: Callable[[str], Report]) -> None:
    for width in (40, 80, 120):
        assert max(cell_len(line) for line in table(hostile("x" * 400), width).splitlines()) <= width


def test_claims_alone_are_listed_with_their_readings(report: Report) -> None:
    claims = replace(report, facts=(), relations=())
    text = squeezed(table(claims))
    assert "Claims (40)" in text
    assert (
        "At least four people at least 4 person count wire.md:1 “KIEL, March 4 (NNP) -- *At least four* people" in text
    )
    assert "“" not in table(claims, 80)


def test_a_draft_whose_findings_are_all_waived_is_not_said_to_have_no_figures() -> None:
    text = squeezed(table(checked("It cost €8m.", "€8m", waiver=WAIVER)))
    assert "Draft: nothing left to look at, all that was found is waived" in text
    assert "nothing left" not in squeezed(table(checked("It cost €8m.", "€8m", level="ignore")))


def test_a_sentence_of_a_sheet_is_told_with_its_row_whatever_heads_its_column() -> None:
    report = checked("It cost €8m.\n", "€8m")
    source, draft = report.sources
    sheet = replace(source, spots=(Spot(0, "row", 12, "Airline A"),), extracted=True)
    shown = table(replace(report, sources=(sheet, draft)), 200)
    assert "Harbour Post, row 12, column" in squeezed(shown)
    assert "text line" not in squeezed(table(replace(report, sources=(replace(sheet, spots=()), draft)), 200))
