"""A recheck as it is shown; the commands' tests hold its JSON."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from reconcile.facts import Problem, Source
from reconcile.facts.recheck import Recheck, TouchedFigure
from reconcile.report import RenderOptions
from reconcile.report.recheck import render_json, render_md, render_table
from tests.report.drafts import checked
from tests.report.hostile import PAYLOADS, hostile_report


def recheck() -> Recheck:
    report = checked("It cost €8m, or €7m.", "€8m", "€7m", path="drafts/a.md", level="error")
    figures = (TouchedFigure(report, report.draft[0], "supported"), TouchedFigure(report, report.draft[1], None))
    draft = Source("a", "x", path="drafts/a.md", title="Ferry sinks", published="2026-03-10")
    others = tuple(Source(str(n), "x", path=f"drafts/{n}.md") for n in range(9))
    new = Source("new", "x", path="new.txt")
    return Recheck(new, None, ((draft, figures),), others[:8], others[8:], (Problem("b.md", None, "empty", "write"),))


def test_the_terminal_names_drafts_figures_and_what_stands() -> None:
    text = " ".join(render_table(recheck(), RenderOptions(100)).split())
    assert text.startswith(
        "drafts/a.md Ferry sinks, published 10 Mar 2026 ✗ contradicted €8m was supported; Harbour Post"
    )
    assert "✗ contradicted €7m Harbour Post says €9m a.md:1, error" in text
    assert "! b.md empty (write)" in text
    assert "stand: drafts/0.md, drafts/1.md" in text
    assert "drafts/5.md and 2 more do not draw on it: drafts/8.md new.txt: 10 drafts, 1 to look at, 2 figures" in text


def test_markdown_says_the_same_in_full() -> None:
    text = render_md(recheck())
    assert (
        "# Recheck\n\nnew.txt: 10 drafts, 1 to look at, 2 figures.\n\n## drafts/a.md\n\nFerry sinks, published" in text
    )
    assert "- ✗ **contradicted** €8m: was supported; Harbour Post says €9m" in text
    assert "drafts/7.md.\n\ndo not draw on it: drafts/8.md." in text
    assert "## Problems\n\n- b.md: empty" in text


def test_nothing_to_look_at_is_said() -> None:
    nothing = Recheck(None, None, clear=(Source("a", "x", path="a.md"),))
    assert render_table(nothing, RenderOptions(80)) == "stand: a.md\n1 draft, none to look at\n"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_source_acts(payload: str) -> None:
    report = hostile_report(payload)
    draft = report.sources[-1]
    done = Recheck(draft, None, ((draft, (TouchedFigure(report, report.draft[0], None),)),), (draft,), (draft,))
    whole = replace(done, problems=report.problems)
    assert "\x1b" not in render_table(whole, RenderOptions(80))
    assert "\x1b" not in render_json(whole, payload)
    tokens = MarkdownIt().enable("table").parse(render_md(whole))
    kinds = {token.type for each in tokens for token in (each, *(each.children or ()))}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_inline", "fence"}
