"""The decisions file: what is written is read back, nothing else in the file is touched, faults name their line."""

from pathlib import Path

import pytest

from reconcile.desk.decisions import decisions_of, read_decisions, unlike, with_decision, without_decision
from reconcile.desk.faults import DeskFault
from reconcile.facts import Problem, Quote, Ruling
from tests.desk.cases import claim_at

FILE = Path("decisions.toml")
SAME = Ruling(
    (Quote("600", 'The hall, "The Ark", was licensed for 600.'), Quote("450", "A hall for 450\u2026 and 450 more.", 1)),
    same=True,
    by="Jo Doe",
    at="2026-03-11T18:40:00+00:00",
    why='C:\\seats "as licensed"\x7f',
    where="decisions.toml",
    line=1,
)


def faults(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DeskFault) as caught:
        decisions_of(text, FILE)
    return caught.value.problems


def test_what_is_written_is_read_back() -> None:
    assert decisions_of(with_decision("", SAME), FILE) == (SAME,)


def test_a_decision_is_added_at_the_end_and_comments_stay() -> None:
    text = "# ask the night desk first\n" + with_decision("", SAME)
    more = with_decision(text, SAME)
    assert more.startswith(text)
    assert [ruling.line for ruling in decisions_of(more, FILE)] == [2, 12]


def test_an_undone_decision_leaves_the_others_and_the_comments() -> None:
    other = Ruling((Quote("1", "1 a."), Quote("2", "2 b.")), same=False, by="A", at="2026", why="w", where="")
    text = "# ours\n" + with_decision(with_decision("", SAME), other)
    left = without_decision(text, 1)
    assert left.startswith("# ours\n")
    assert [ruling.why for ruling in decisions_of(left, FILE)] == ["w"]
    assert decisions_of(without_decision(left, 1), FILE) == ()


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_decision_that_is_not_there_cannot_be_undone(number: int) -> None:
    with pytest.raises(IndexError):
        without_decision(with_decision("", SAME), number)


def test_no_file_holds_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.toml") == ()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DeskFault, match="cannot read the decisions"):
        read_decisions(tmp_path)
    (tmp_path / "bytes.toml").write_bytes(b"\xff")
    with pytest.raises(DeskFault, match="not UTF-8"):
        read_decisions(tmp_path / "bytes.toml")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"same"', '"equal"', "says neither same nor not-same"),
        ('by = "Jo Doe"', "by = 3", "has no `by`"),
        ("why = ", "wy = ", "has no `why`"),
        ("claims", "claim", "does not name two claims"),
        ("figure", "number", "names a claim without figure and sentence"),
    ],
)
def test_faults_name_their_line(old: str, new: str, says: str) -> None:
    text = "# a comment\n\n" + with_decision("", SAME)
    (fault,) = faults(text.replace(old, new))
    assert (fault.where, fault.line) == ("decisions.toml", 3)
    assert says in fault.message


def test_all_faults_are_told_at_once() -> None:
    broken = with_decision("", SAME).replace("why", "wy")
    assert [fault.line for fault in faults(broken + "\n" + broken)] == [1, 11]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[[decision]\n", 1, "not TOML"),
        ("x = 1\n", None, "something other"),
        ("decision = 1\n", None, "something other"),
    ],
)
def test_a_file_of_another_form(text: str, line: int | None, says: str) -> None:
    (fault,) = faults(text)
    assert fault.line == line
    assert says in fault.message


def test_an_editor_is_told_when_two_claims_are_of_different_kinds() -> None:
    people, money = claim_at("It carried 62.", "62"), claim_at("It cost $5m.", "$5m", "money")
    assert unlike(people, people) == ""
    assert unlike(people, money).startswith("“62” is a count (person), “$5m” is a sum of money (person)")
    age = claim_at("Ann Ray, 58, died.", "58", "age")
    assert "“58” is a person's age" in unlike(people, age)
