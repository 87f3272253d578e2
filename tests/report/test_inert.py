import csv
import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reconcile.facts import Report
from reconcile.report import FORMATS, RenderOptions
from reconcile.report.inert import cell, markdown, plain
from tests.report.hostile import PAYLOADS
from tests.report.story import CHECK

STYLE = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\xad\U000e0000-\U000e007f\ud800-\udfff]"
)
every_payload = pytest.mark.parametrize("payload", PAYLOADS)


@every_payload
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "md"])
def test_nothing_steers_or_hides(name: str, payload: str, hostile: Callable[[str], Report]) -> None:
    assert not STEERING.search(FORMATS[name].render(hostile(payload)))


@every_payload
def test_markdown_hides_nothing_but_its_own_joiners(payload: str, hostile: Callable[[str], Report]) -> None:
    assert not STEERING.search(FORMATS["md"].render(hostile(payload)).replace("\u2060", ""))


@every_payload
@pytest.mark.parametrize("width", [40, 100, 200])
def test_a_coloured_table_has_styles_and_no_other_sequence(
    payload: str, width: int, hostile: Callable[[str], Report]
) -> None:
    text = FORMATS["table"].render(hostile(payload), RenderOptions(width, color=True))
    assert STYLE.search(text)
    assert not STEERING.search(STYLE.sub("", text))


def test_rich_markup_is_shown_as_it_stands(hostile: Callable[[str], Report]) -> None:
    text = FORMATS["table"].render(hostile("[red]x[/red] :skull:"), RenderOptions(200))
    assert "[red]x[/red] :skull:" in text


class Page(HTMLParser):
    """Collects what could act in a page: tags, attributes, the content of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self.scripts += [""] if tag == "script" else []

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.lasttag == "script" and self.scripts and not self.scripts[-1]:
            self.scripts[-1] = data


@every_payload
def test_a_page_gains_no_tag_script_handler_or_link(payload: str, hostile: Callable[[str], Report]) -> None:
    honest, page = Page(FORMATS["html"].render(CHECK)), Page(FORMATS["html"].render(hostile(payload)))
    assert page.tags <= honest.tags
    assert page.scripts == honest.scripts
    assert {name for name, _ in page.attributes} <= {name for name, _ in honest.attributes}
    assert all(value.startswith("#") for name, value in page.attributes if name == "href")
    assert plain(payload).strip() in page.text


@every_payload
def test_markdown_gains_no_markup(payload: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"- {markdown(payload)}\n")
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= {"text", "softbreak"}
    assert [token.type for token in tokens if token.type.endswith("_open")] == [
        "bullet_list_open", "list_item_open", "paragraph_open"
    ]  # fmt: skip
    shown = "".join(token.content for token in inline).replace("\u2060", "")
    assert shown.strip() == re.sub(" +", " ", plain(payload)).strip()


@every_payload
def test_a_markdown_report_has_no_link_image_or_html(payload: str, hostile: Callable[[str], Report]) -> None:
    text = FORMATS["md"].render(hostile(payload))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert set(inline) <= {"text", "softbreak", "strong_open", "strong_close"}
    assert "html_block" not in {token.type for token in tokens}
    assert not re.search(r"https?://|\bwww\.|@\w", text)


def test_a_markdown_table_keeps_its_columns(hostile: Callable[[str], Report]) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(FORMATS["md"].render(hostile("a | b \\| c \\")))
    marks = {"table_open": "|", "tr_open": "\n", "td_open": ".", "th_open": "."}
    _, *tables = "".join(marks.get(token.type, "") for token in tokens).split("|")
    assert len(tables) == 3
    assert all(len(set(table.split())) == 1 for table in tables), "each table has rows of one length"


@every_payload
def test_no_cell_is_a_formula(payload: str, hostile: Callable[[str], Report]) -> None:
    for row in csv.reader(StringIO(FORMATS["csv"].render(hostile(payload)))):
        for each in row:
            assert not each.lstrip().startswith(("=", "+", "@", "-", "\uff1d"))
            assert "\n" not in each


@given(st.text())
def test_plain_is_one_line_and_stable(text: str) -> None:
    safe = plain(text)
    assert not STEERING.search(safe)
    assert "\n" not in safe
    assert plain(safe) == safe


@given(st.text(st.sampled_from("=+-@\t\r\n a1'\u200b")))
def test_a_cell_never_starts_as_a_formula(text: str) -> None:
    assert not cell(text).lstrip().startswith(("=", "+", "-", "@"))


def test_honest_text_is_left_alone() -> None:
    assert plain("Fähre „Solveig“, 1.200 °C, 子午線 🚢") == "Fähre „Solveig“, 1.200 °C, 子午線 🚢"
    assert markdown("at least 3.5m euros - a third (33%)") == "at least 3.5m euros - a third (33%)"
    assert cell("31 people - or more") == "31 people - or more"
