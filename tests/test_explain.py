"""The trail of a claim, the evidence of a fact, the provenance of a rule."""

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from reconcile.explain import UnknownName, claim_named, explain_claim, explain_fact, explain_rule, list_rules
from reconcile.facts import (
    Claim,
    Fact,
    Link,
    Moment,
    Quantity,
    Reason,
    Relation,
    Report,
    Roles,
    Sentence,
    Source,
    Spot,
    Step,
    When,
)
from reconcile.rulebook import Rule, Rulebook

TEXT = "\x1b[31mIntro.\nSome 1,000 go from Germany to Romania on Friday."
SOURCE = Source(id="s1", text=TEXT, path="a.txt", published="2022-02-04")
START = TEXT.index("Some")
CLAIM = Claim(
    id="c1",
    source="s1",
    kind="count",
    start=START,
    end=START + 10,
    text="Some 1,000",
    sentence=Sentence(START, len(TEXT), TEXT[START:]),
    quantity=Quantity(Decimal("1E+3"), Decimal(900), Decimal(1100), "person", "about", Decimal(1000)),
    noun="soldiers",
    roles=Roles(from_=("Germany",), to=("Romania", "Poland")),
    when=When("Friday", "2022-02-04", "2022-02-04"),
    trail=(Step("hedges.some", START, START + 4, "ten percent"), Step("numbers.unknown", START + 5, START + 10)),
)
RULE = Rule(
    id="hedges.some",
    family="en/hedges",
    why="A round figure.",
    file="rules/en/hedges.toml",
    line=12,
    fields=MappingProxyType(
        {"words": ("some",), "low": "-10%", "on": True, "at": MappingProxyType({"n": Decimal("0.5")})}
    ),
    examples=(MappingProxyType({"text": "some 40", "low": 36}),),
    silent=("some of us",),
    layer="ours",
    replaces="rules/en/old.toml:3",
)
FACT = Fact(
    id="f1",
    label="soldiers, Germany to Romania",
    kind="count",
    claims=("c1",),
    verdict="compatible",
    origins=2,
    message="both near 1,000",
    reasons=(Reason("rounding", 0.0, "1,000 -> 1,034"), Reason("noun", 3.24, "soldiers ~ troops")),
    timeline=(Moment("c1", None),),
    links=(Link("c1", "c3", 1.22, (Reason("noun", 3.24, "soldiers ~ troops"), Reason("base", -2.02, "two figures"))),),
)
REPORT = Report(
    rules="",
    sources=(SOURCE,),
    claims=(CLAIM, replace(CLAIM, id="c8")),
    facts=(FACT,),
    relations=(Relation("sum", "f1", ("f5", "f6"), None, "700 + 300 = 1,000", certain=False),),
    near=(
        Link("c3", "c9", -0.5, ()),
        Link("c1", "c8", -1.44, (Reason("base", -1.44, "two figures"),)),
    ),
)


def test_a_claim_shows_its_sentence_its_reading_and_each_rule_with_its_words() -> None:
    lines = explain_claim(REPORT, "c1", Rulebook.of([RULE])).splitlines()
    assert lines[0] == 'c1  "Some 1,000"  a.txt:2, characters 12 to 22 (s1)'
    assert "  [[Some 1,000]] go from Germany to Romania on Friday." in lines
    assert "  figure     1000, from 900 to 1100, in person, about" in lines
    assert "  to         Romania, Poland" in lines
    assert "  when       Friday (2022-02-04 to 2022-02-04)" in lines
    at = lines.index("  hedges.some")
    assert lines[at + 1 : at + 5] == [
        "      \ufffd[31mIntro. [[Some]] 1,000 go from Germany to Romania",
        "      ten percent",
        "      why: A round figure.",
        "      rules/en/hedges.toml:12 (ours, replaces rules/en/old.toml:3)",
    ]
    assert lines[at + 5] == "  numbers.unknown"
    assert not any(line.startswith("  speaker") for line in lines)


def test_nothing_that_steers_a_terminal_comes_out() -> None:
    assert "\x1b" not in explain_claim(REPORT, "c1") + explain_fact(REPORT, "f1")


def test_a_fact_shows_claims_weights_steps_timeline_and_relations() -> None:
    lines = explain_fact(REPORT, "f1").splitlines()
    assert lines[0] == "f1  soldiers, Germany to Romania  compatible  (independent origins: 2)"
    assert lines[1] == "  both near 1,000"
    assert '  c1  "Some 1,000"  a.txt:2, characters 12 to 22 (s1)' in lines
    at = lines.index("Joined, pair by pair:")
    assert lines[at + 1 : at + 4] == [
        "  c1 ~ c3  +1.2",
        "      +3.2  noun: soldiers ~ troops",
        "      -2.0  base: two figures",
    ]
    assert lines[lines.index("Verdict:") + 1] == "  rounding: 1,000 -> 1,034"
    assert lines[lines.index("As of:") + 1] == "  c1  unknown"
    assert lines[-1] == "  sum of f1 from f5 + f6: 700 + 300 = 1,000  (possible: only the figures fit)"


def test_a_fact_shows_what_nearly_joined_it_and_why_it_did_not() -> None:
    lines = explain_fact(REPORT, "f1").splitlines()
    at = lines.index("Nearest that stayed out:")
    assert lines[at + 1 : at + 3] == ["  c1 ~ c8  -1.4", "      -1.4  base: two figures"]
    assert lines[at + 4].startswith("      c8: Some 1,000 go")
    assert lines[at + 5] == ""


def test_an_open_figure_and_a_claim_without_trail() -> None:
    bare = Claim(
        "c2",
        "s1",
        "count",
        0,
        1,
        "x",
        Sentence(0, 1, "x"),
        Quantity(None, Decimal(12), None, "", "at_least", Decimal(1)),
    )
    lines = explain_claim(Report("", (SOURCE,), (bare,)), "c2").splitlines()
    assert "  figure     no single value, from 12 to any, in no unit, at least" in lines
    assert lines[-1] == "  none is named"


@pytest.mark.parametrize(
    ("report", "says"),
    [(REPORT, "no claim 'c9': the report has c1 to c8"), (Report("", (), ()), "the report has no claims")],
)
def test_unknown_names(report: Report, says: str) -> None:
    with pytest.raises(UnknownName, match=says):
        explain_claim(report, "c9")


def test_a_rule_is_shown_as_it_stands() -> None:
    assert explain_rule(RULE).splitlines() == [
        "hedges.some  rules/en/hedges.toml:12 (ours, replaces rules/en/old.toml:3)",
        "  A round figure.",
        "",
        "Fields:",
        '  words = ["some"]',
        '  low = "-10%"',
        "  on = true",
        "  at = { n = 0.5 }",
        "",
        "Examples:",
        '  { text = "some 40", low = 36 }',
        "",
        "Silent on:",
        '  "some of us"',
    ]


def test_rules_are_listed_one_a_line() -> None:
    other = Rule("a.b", "a", "why", "rules/a.toml", 1, {})
    assert list_rules([RULE, other]).splitlines()[1] == "a.b          rules/a.toml:1 (shipped)"
    assert list_rules([]) == ""


@pytest.mark.parametrize("name", ["c1", "Some 1,000", "some  1,000", "1,000", "a.txt:2", "s1:2", "a.txt:2 1,000"])
def test_a_claim_goes_by_its_id_its_figure_or_its_line(name: str) -> None:
    other = replace(CLAIM, id="c2", text="21,000.5", start=0, end=8)
    assert claim_named((CLAIM, other), {"s1": SOURCE}, name) == CLAIM


@pytest.mark.parametrize("name", ["000", "1", "a.txt:3", "b.txt:2", "a.txt:2 12", ""])
def test_what_names_no_claim(name: str) -> None:
    with pytest.raises(UnknownName, match="no claim"):
        claim_named((CLAIM,), {"s1": SOURCE}, name)


def test_a_name_of_several_claims_lists_them() -> None:
    with pytest.raises(UnknownName, match=r"stands for 2 claims: c1 \(\"Some 1,000\", a.txt:2\), c2 "):
        claim_named((CLAIM, replace(CLAIM, id="c2")), {"s1": SOURCE}, "1,000")


def test_a_fact_goes_by_a_figure_of_it() -> None:
    assert explain_fact(REPORT, "Some 1,000") == explain_fact(REPORT, "f1")


SHEET = replace(SOURCE, path="t.csv", spots=(Spot(START, "row", 12, "Sent"),), extracted=True)


@pytest.mark.parametrize("name", ["t.csv:12", "t.csv, row 12", "t.csv, row 12, column Sent", "t.csv:12 1,000"])
def test_a_claim_of_a_sheet_goes_by_its_row(name: str) -> None:
    assert claim_named((CLAIM,), {"s1": SHEET}, name) == CLAIM


@pytest.mark.parametrize("name", ["t.csv:2", "t.csv, row 12, column Dead"])
def test_a_claim_of_a_sheet_does_not_go_by_its_line(name: str) -> None:
    with pytest.raises(UnknownName):
        claim_named((CLAIM,), {"s1": SHEET}, name)
