import re

import pytest
from lsprotocol import types
from markdown_it import MarkdownIt

from reconcile.editor.hover import hover
from reconcile.report.alerts import alerts
from reconcile.report.positions import Lines
from tests.report.drafts import WAIVER, checked
from tests.report.hostile import PAYLOADS, hostile_report
from tests.report.story import CHECK, DRAFT

TEXT = "It cost €8m, or so."


def shown(report: object = None, at: int = 8, **more: object) -> str | None:
    report = report or checked(TEXT, "€8m", **more)
    found = hover(alerts(report), at, Lines.of(TEXT), "utf-16")  # type: ignore[arg-type]
    assert found is None or isinstance(found.contents, types.MarkupContent)
    return found.contents.value if found else None  # type: ignore[union-attr]


def test_a_figure_tells_how_it_stands_what_the_source_says_and_how_it_was_read() -> None:
    text = shown(mend="€9m", waiver=WAIVER)
    assert text
    assert "✗ **contradicted** €8m: Harbour Post says €9m" in text
    assert "write “€9m”" in text
    assert "waived by Jo Doe" in text
    assert "> “The ferry 🚢 cost **€9m**, the “owner” said.”" in text
    assert re.search(r"> — \[Harbour Post \(post\.md:2\)\]\(file:///.*/in/post\.md#L2\)", text)
    assert text.endswith("Read as 9 EUR")


def test_it_shows_over_the_figure_alone() -> None:
    assert [at for at in range(len(TEXT)) if shown(at=at)] == [8, 9, 10]


def test_a_supported_figure_has_one_too_with_the_rules_that_read_it() -> None:
    text = shown(CHECK, DRAFT.index("nine"))
    assert text
    assert "✓ **supported** nine" in text
    assert text.endswith("Read as 9 person of people by `numbers.plain`")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_makes_a_link_an_image_or_html(payload: str) -> None:
    report = hostile_report(payload)
    text = shown(report, report.claims[-1].start)
    assert text
    inline = [child for token in MarkdownIt("commonmark").parse(text) for child in token.children or ()]
    kinds = {child.type for child in inline}
    assert kinds <= {"text", "softbreak", "strong_open", "strong_close", "code_inline", "link_open", "link_close"}
    assert all(str(child.attrs["href"]).startswith("file:///") for child in inline if child.type == "link_open")
