"""Settings: which file is taken, what it may say, and how its faults are told."""

from pathlib import Path

import pytest

from reconcile.desk.config import Config, find_config, load_config
from reconcile.desk.faults import DeskFault
from reconcile.facts import Problem

FORMATS = ("table", "json")


def faults(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(DeskFault) as caught:
        load_config(path, FORMATS)
    return caught.value.problems


def test_all_keys_and_folders_relative_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / ".reconcile.toml"
    path.write_text('rules = ["ours", "/etc/rules"]\nformat = "json"\nfail_on = "undecided"\ncolor = false\n')
    assert load_config(path, FORMATS) == Config(
        (tmp_path / "ours", Path("/etc/rules")), "json", "undecided", color=False
    )


def test_one_folder_may_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text('\ufeffrules = "ours"\n', encoding="utf-8")
    assert load_config(path, FORMATS).rules == (tmp_path / "ours",)


def test_the_nearest_file_upward_is_taken(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".reconcile.toml").write_text('format = "json"\n')
    assert find_config(inner, FORMATS).format == "json"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert find_config(inner, FORMATS).format == "json"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.reconcile]\nformat = "table"\n')
    assert find_config(inner, FORMATS).format == "table"
    (tmp_path / "a" / ".reconcile.toml").write_text("")
    assert find_config(inner, FORMATS) == Config()


def test_a_broken_pyproject_of_others_is_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / ".reconcile.toml").write_text('format = "json"\n')
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[[[")
    assert find_config(inner, FORMATS).format == "json"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("\nformat = yaml\n", 2, "not TOML"),
        ("color = true\nfromat = 'json'\n", 2, "unknown key `fromat`"),
        ("[check]\n", 1, "unknown key `check`"),
        ("# x\nformat = 'yaml'\n", 2, "`format` cannot be 'yaml'"),
        ("format = ['json']\n", 1, "`format` cannot be ['json']"),
        ("fail_on = 'agree'\n", 1, "`fail_on` cannot be 'agree'"),
        ("color = 'never'\n", 1, "`color` is neither true nor false"),
        ("rules = [1]\n", 1, "`rules` is not a list of folders"),
    ],
)
def test_faults_have_file_line_and_hint(text: str, line: int, says: str, tmp_path: Path) -> None:
    path = tmp_path / ".reconcile.toml"
    path.write_text(text)
    (problem,) = faults(path)
    assert (problem.where, problem.line) == (str(path), line)
    assert says in problem.message
    assert problem.hint


def test_lines_are_those_of_the_table_in_pyproject(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(
        "[tool.other]\nformat = 1\n\n[tool.reconcile]\nrules = []\nformat = 'yaml'\n[tool.reconcile.colour]\n"
    )
    assert [(p.line, p.message[:12]) for p in faults(path)] == [(7, "unknown key "), (6, "`format` can")]


def test_all_faults_are_told_at_once_and_a_near_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / ".reconcile.toml"
    path.write_text("fail-on = 'claim'\ncolor = 1\n")
    first, second = faults(path)
    assert first.hint == "did you mean `fail_on`?"
    assert second.line == 2


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b""])
def test_a_named_file_must_be_there_and_hold_the_table(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    if content is not None:
        path.write_bytes(content)
    (problem,) = faults(path)
    assert problem.where == str(path)
    assert problem.hint
