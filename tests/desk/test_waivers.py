"""Waivers in a draft: what they say, what they cover, and what is said of those that say nothing."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.desk.waivers import Inline, waivers_of
from reconcile.facts import Source, Waiver
from tests.desk.cases import claim_at


def read(text: str) -> tuple[Inline, ...]:
    found, faults = waivers_of(Source(id="d", text=text, path="d.md"))
    assert faults == ()
    return found


def covered(text: str) -> str:
    (one,) = read(text)
    return text[one.covers.start : one.covers.end]


def test_all_that_a_waiver_can_say() -> None:
    text = (
        "A toll of 62.\n"
        "<!-- reconcile: ignore[contradicted, few-origins] reason=\"seen the\n list\" by='Jo Doe' until=2026-03-01 "
        "figure=“62” -->\n"
    )
    (one,) = read(text)
    assert one.waiver == Waiver("seen the list", "Jo Doe", "d.md", 2, until="2026-03-01")
    assert (one.outcomes, one.figure) == (("contradicted", "few-origins"), "62")
    assert one.waiver.told == "waived by Jo Doe (d.md:2, until 2026-03-01): seen the list"


WAIVER = '<!-- reconcile: ignore[unsupported] reason="x" -->'
PLAIN = '// reconcile: ignore[unsupported] reason="x"'


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        (f"One 1.\nTwo 2. {WAIVER}\nThree 3.", f"Two 2. {WAIVER}"),
        (f"One 1.\nTwo 2. {PLAIN}\nThree 3.", f"Two 2. {PLAIN}"),
        (f"Two {WAIVER} 2.\n3", f"Two {WAIVER} 2."),
        (f"One 1.\n{WAIVER}\nTwo 2,\nthree 3.\n\nFour 4.", "Two 2,\nthree 3."),
        (f"One 1.\n\n{PLAIN}\n\n\r\nTwo 2,\r\nthree 3.\r\n \r\nFour 4.", "Two 2,\r\nthree 3.\r"),
        (f"One 1.\n\n  {WAIVER}", ""),
    ],
)
def test_what_it_covers(text: str, covers: str) -> None:
    assert covered(text) == covers


def test_it_waives_the_outcome_it_names_of_the_figures_it_covers_and_names() -> None:
    text = f'Five 55 and 66. {WAIVER[:-4]} figure="55" -->\nSix 77.'
    (one,) = read(text)
    assert one.waives("unsupported", claim_at(text, "55"))
    assert not one.waives("contradicted", claim_at(text, "55"))
    assert not one.waives("unsupported", claim_at(text, "66"))
    assert not one.waives("unsupported", claim_at(text, "77"))


def test_it_holds_through_its_last_day() -> None:
    (one,) = read(f"5 {WAIVER[:-4]} until=2026-03-01 -->")
    assert [one.expired(dt.date(2026, 3, day)) for day in (1, 2)] == [False, True]
    (endless,) = read(f"5 {WAIVER}")
    assert not endless.expired(dt.date.max)


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("ignore[contradicted]", "it gives no reason", "add reason="),
        ('ignore[contradicted] reason=" "', "it gives no reason", "add reason="),
        ('ignore reason="x"', "it does not say what", "contradicted, unsupported"),
        ('ignore[] reason="x"', "it does not say what", "contradicted, unsupported"),
        ('ignore[contradictd] reason="x"', "no outcome `contradictd`", "did you mean `contradicted`?"),
        ('ignore[contradicted] reson="x"', "no `reson`", "did you mean `reason`?"),
        ('ignore[contradicted] reason="x" until=friday', "`friday` is no day", "until=2026-03-01"),
        ('ignore[contradicted] reason="x', "is not understood", "write `reconcile: ignore"),
        ("skip this", "is no `ignore[...]`", "write `reconcile: ignore"),
        ("", "is no `ignore[...]`", "write `reconcile: ignore"),
    ],
)
def test_what_cannot_be_heeded_is_told_with_its_line(said: str, message: str, hint: str) -> None:
    found, (fault,) = waivers_of(Source(id="d", text=f"One.\nTwo. <!-- reconcile: {said} -->\n", path="d.md"))
    assert found == ()
    assert (fault.where, fault.line) == ("d.md", 2)
    assert fault.message.startswith("waives nothing: ")
    assert message in fault.message
    assert hint in fault.hint


def test_other_comments_are_nobodys_waiver() -> None:
    assert read("<!-- a note --> <!-- reconciled --> https://reconcile:8080/ <!-- say reconcile: now -->") == ()


@pytest.mark.parametrize(
    "unit", [f"{WAIVER}\n", f"5 {PLAIN}\n", "<!-- reconcile: ", '<!-- reconcile: ignore[a] "', " \n"]
)
def test_it_takes_linear_time(unit: str) -> None:
    text = unit * 3_000 + "-->"
    start = time.process_time()
    waivers_of(Source(id="d", text=text))
    assert time.process_time() - start < 3


PIECES = (
    *("<!-- reconcile: ", "// reconcile: ", "-->", "ignore", "[contradicted", "]", ' reason="', '"', "'"),
    *(" by=", " until=2026-01-01", "62", "x", "“", "”", "=", "\n"),
)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_whatever_is_written_is_heeded_or_told(text: str) -> None:
    found, faults = waivers_of(Source(id="d", text=text, path="d.md"))
    assert all(one.waiver.reason and one.outcomes == ("contradicted",) for one in found)
    assert all(0 <= one.covers.start <= one.covers.end <= len(text) for one in found)
    lines = text.count("\n") + 1
    assert all(fault.line is not None and 1 <= fault.line <= lines for fault in faults)
