"""Marked-up text to plain text: blocks, breaks, what is not shown, raised digits, and tables of data or of layout."""

from xml.etree import ElementTree as ET

import pytest

from reconcile.read.blob import Blob
from reconcile.read.html import fragment
from reconcile.read.markup import laid_out, text_of
from reconcile.read.xmlfile import load_xml


def text(markup: str) -> str:
    return fragment(markup, "a.html").text


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("<p>  One\n\t two </p>", "One two"),
        ("One<br>two<br/><br/>three", "One\ntwo\n\nthree"),
        ("<ul><li>12 dead<li>31 hurt</ul>", "12 dead\n\n31 hurt"),
        ("<p>A <b>bold</b> <i>claim</i>: <a href='x'>12</a></p>", "A bold claim: 12"),
        ("<p>1<b>2</b>3</p>", "123"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<p>1&nbsp;200</p>", "1\xa0200"),
        ("<p>pas&shy;sengers&#8203;</p>", "passengers"),
        ("<p>40 km<sup>2</sup>, CO<sub>2</sub>, 12 people<sup><a href='#n'>3</a></sup></p>", "40 km², CO₂, 12 people³"),
        ("<p>10<sup>-3</sup> and H<sub>2</sub>O</p>", "10⁻³ and H₂O"),
        ("<p><s>14</s><del>15</del><strike>16</strike> <ins>12</ins> died</p>", "12 died"),
        ("<p>12<script>13</script><style>14</style><!-- 15 --><template>16</template> died</p>", "12 died"),
        ("<p>12 <span hidden>13 </span><span style='display: none'>14 </span>died</p>", "12 died"),
        ("<div hidden id='S:0'><p>What React brings in later.</p></div>", "What React brings in later."),
        ("<blockquote><p>We saw 12.</p></blockquote><h2>Head</h2>tail", "We saw 12.\n\nHead\n\ntail"),
        ("", ""),
        ("<p> </p>", ""),
    ],
)
def test_what_a_page_shows(markup: str, plain: str) -> None:
    assert text(markup) == plain


TABLE = (
    "<table><caption>Seats by island</caption><thead><tr><th rowspan=2>Party</th><th colspan=2>Seats</th></tr>"
    "<tr><th>Great</th><th>Little</th></tr></thead><tbody><tr><td>Reform</td><td>22</td><td>9</td></tr>"
    "<tr><td>Union</td><td>15</td><td>6</td></tr></tbody></table>"
)


def test_a_table_becomes_lines_that_name_each_figure() -> None:
    block = fragment(f"<p>Before.</p>{TABLE}<p>After.</p>", "a")
    assert block.text.splitlines() == [
        *("Before.", "", "Seats by island", "", "Reform, Seats Great: 22", "Reform, Seats Little: 9"),
        *("Union, Seats Great: 15", "Union, Seats Little: 6", "", "After."),
    ]
    assert [(block.text[cell.start : cell.end], cell.row, cell.column) for cell in block.cells] == [
        ("22", "Reform", "Seats Great"),
        ("9", "Reform", "Seats Little"),
        ("15", "Union", "Seats Great"),
        ("6", "Union", "Seats Little"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td><p>One.</p></td></tr></table>",
        "<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>",
        "<table><tr><td>x<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td><td>y</td></tr></table>",
        f"<table><tr><td>menu</td><td>{'Long prose. ' * 50}</td></tr><tr><td>a</td><td>b</td></tr></table>",
    ],
)
def test_a_table_that_only_lays_out_a_page_is_no_table_of_data(markup: str) -> None:
    assert "menu: " not in text(markup)
    assert text(markup)


def test_a_table_that_is_too_long_says_so() -> None:
    rows = "<tr><td>a</td><td>1</td></tr>" * 6000
    assert text(f"<table><tr><th>Name</th><th>Count</th></tr>{rows}</table>").endswith("the table is too long.)")


def test_spans_without_bound_are_cut() -> None:
    block = fragment(f"<table>{'<tr>' + '<td colspan=9999 rowspan=9999>12</td>' * 9 + '</tr>'}</table>" * 3, "a")
    assert len(block.text) < 100_000


def test_names_of_any_namespace_and_case_are_one() -> None:
    root = load_xml(Blob("a", ".xml", b'<x:DIV xmlns:x="urn:x"><x:P>One</x:P><x:p>two</x:p></x:DIV>'))
    assert text_of(root) == laid_out(root).text == "One\n\ntwo"


def test_depth_exhausts_nothing() -> None:
    root = inner = ET.Element("div")
    for _ in range(5000):
        inner = ET.SubElement(inner, "b")
    inner.text = "12 dead"
    assert text_of(root) == "12 dead"
