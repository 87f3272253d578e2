"""Front matter: what is read of it, where the article starts, and what is said of its faults."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.read.front import Front, front_matter

KEYS = ("title", "published")


def front(text: str) -> Front:
    found = front_matter(text, KEYS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Rations shrink", "Rations shrink"),
        ("Strike: day two", "Strike: day two"),
        ('"Report: No. 14"', "Report: No. 14"),
        ('"a \\"b\\" \\u00e9"  # why', 'a "b" é'),
        ("'it''s'", "it's"),
        ("plain # a comment", "plain"),
        ("No#comment", "No#comment"),
        ("'A MIRACLE': all alive", "'A MIRACLE': all alive"),
        ('"Ten" dead, says "he"', '"Ten" dead, says "he"'),
        ("'Tis the season", "'Tis the season"),
        ("a long\n  title here", "a long title here"),
        (">-\n  a long\n\n  title", "a long title"),
        ("|\n  a title", "a title"),
        ('"two\n  lines"', "two lines"),
    ],
)
def test_values(written: str, read: str) -> None:
    text = f"---\ntitle: {written}\nother: 3\n---\nText"
    assert front(text).values == {"title": read}
    assert front(text).faults == ()
    assert text[front(text).body :] == "Text"


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "# only a comment"])
def test_empty_values_are_none(nothing: str) -> None:
    assert front(f"---\ntitle: {nothing}\n---\n").values == {}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_newline_and_lines_are_counted_from_one(newline: str) -> None:
    text = newline.join(["---", "# note", "title: a", "tags:", "  - x", "- y", "published: b", "...", "Text"])
    found = front(text)
    assert found.values == {"title": "a", "published": "b"}
    assert found.lines == {"title": 3, "published": 7}
    assert text[found.body :] == "Text"


@pytest.mark.parametrize(
    "text", ["No front", "----\na: b\n---\n", "---\n\nProse here.\n\nMore prose.\n\n---\n", "", "---", "--- \nProse"]
)
def test_texts_without_front_matter(text: str) -> None:
    assert front_matter(text, KEYS) is None


def test_a_rule_with_one_word_and_a_colon_under_it_does_not_swallow_the_article() -> None:
    assert front_matter("---\nNote: some words\n\nProse here.\n\nMore of it.\n---\nEnd", KEYS) is None


def test_an_unclosed_header_ends_where_it_ends_to_look_like_one() -> None:
    text = "---\ntitle: a\npublished: b\n\nTwelve people died."
    found = front(text)
    assert found.faults == ((1, "front matter: no `---` line closes it"),)
    assert found.values == {"title": "a", "published": "b"}
    assert text[found.body :].strip() == "Twelve people died."


@pytest.mark.parametrize(
    ("header", "line", "says"),
    [
        ("title: a\nnonsense", 3, "not `key: value`: nonsense"),
        ('title: "a', 2, "closing quote"),
        ('title: "\\q"', 2, "escape"),
        ("title: a\ntitle: b", 3, "given twice"),
    ],
)
def test_faults_have_their_line(header: str, line: int, says: str) -> None:
    text = f"---\n{header}\n---\nText"
    ((number, message),) = front(text).faults
    assert number == line
    assert says in message
    assert text[front(text).body :] == "Text"


def test_faults_of_keys_nobody_asked_for_are_none() -> None:
    assert front('---\ntitle: a\nother: "b\n---\n').faults == ()


@given(st.text(alphabet="-ab:'\"\\# \n\r\t>|", max_size=60))
def test_any_text_is_read_and_the_body_is_in_it(text: str) -> None:
    found = front_matter("---\n" + text, KEYS)
    assert found is None or 4 <= found.body <= len(text) + 4


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("sources: a.txt", ("a.txt",)),
        ("sources: [a.txt, \"b, c.txt\", 'd.txt']  # three", ("a.txt", "b, c.txt", "d.txt")),
        ("sources: [a.txt,\n  wire/*.txt]", ("a.txt", "wire/*.txt")),
        ("sources:\n- a.txt\n  - 'b c.txt'\n# none\n  - https://x.org/a", ("a.txt", "b c.txt", "https://x.org/a")),
        ("sources: # the wires\n- a.txt # the first", ("a.txt",)),
        ("sources: []", ()),
        ("sources:", ()),
    ],
)
def test_lists(written: str, items: tuple[str, ...]) -> None:
    found = front_matter(f"---\n{written}\ntitle: T\n---\nText", KEYS, ("sources",))
    assert found is not None
    assert (found.lists["sources"], found.values, found.faults) == (items, {"title": "T"}, ())


@pytest.mark.parametrize(
    ("written", "says"), [("[a.txt", "closing bracket"), ("\n- a\n  b", "not an item of a list: b")]
)
def test_faults_of_lists(written: str, says: str) -> None:
    found = front_matter(f"---\ntitle: T\nsources: {written}\n---\nText", KEYS, ("sources",))
    assert found is not None
    ((line, message),) = found.faults
    assert line == 3
    assert says in message
    assert "sources" not in found.lists
