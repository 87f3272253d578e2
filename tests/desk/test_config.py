"""Settings: which file is taken, what it may say, and how its faults are told."""

from pathlib import Path

import pytest

from reconcile.desk.config import Config, find_config, load_config
from reconcile.desk.faults import DeskFault
from reconcile.facts import Problem
from reconcile.facts.policy import Setting

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


def test_what_is_asked_of_a_draft(tmp_path: Path) -> None:
    path = tmp_path / ".reconcile.toml"
    path.write_text(
        'sources = ["wire/*.txt"]\nbaseline = "b.toml"\nby = "Desk"\nstrict = true\nmin_origins = 2\nskip = ["rank"]\n'
        '[levels]\nunsupported = "error"\n[levels.date]\nunsupported = "note"\n[levels.headline]\nundecided = "note"\n'
    )
    config = load_config(path, FORMATS)
    assert (config.folder, config.sources, config.baseline) == (tmp_path, ("wire/*.txt",), tmp_path / "b.toml")
    assert (config.by, config.strict, config.min_origins, config.skip) == ("Desk", True, 2, ("rank",))
    assert config.levels == (
        Setting("unsupported", "error", place=f"{path}:8"),
        Setting("unsupported", "note", ("date",), place=f"{path}:10"),
        Setting("undecided", "note", (), ("headline",), f"{path}:12"),
    )
    assert config.lines == {"sources": 1, "baseline": 2, "by": 3, "strict": 4, "min_origins": 5, "skip": 6, "levels": 7}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("sorces = []\n", "did you mean `sources`?"),
        ("skip = ['ranks']\n", "did you mean `rank`?"),
        ("levels.headlines = {}\n", "did you mean `headline`?"),
        ("fail_on = 'errors'\n", "did you mean `error`?"),
        ("format = 'x'\n", "choose one of table, json"),
    ],
)
def test_what_was_probably_meant(text: str, hint: str, tmp_path: Path) -> None:
    path = tmp_path / ".reconcile.toml"
    path.write_text(text)
    (problem,) = faults(path)
    assert problem.hint == hint


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
        ("sources = 'a.txt'\n", 1, "`sources` is not a list of files"),
        ("min_origins = 0\n", 1, "`min_origins` is no number of origins"),
        ("min_origins = true\n", 1, "`min_origins` is no number of origins"),
        ("strict = 'yes'\n", 1, "`strict` is neither true nor false"),
        ("skip = ['ranks']\n", 1, "`skip` cannot be 'ranks'"),
        ("by = ' '\n", 1, "`by` is no name"),
        ("baseline = 3\n", 1, "`baseline` is no file name"),
        ("levels = 3\n", 1, "`levels` is not a table"),
        ("by = 'x'\n[levels]\ncontradictd = 'error'\n", 3, "`levels.contradictd` is no outcome, kind or section"),
        ("[levels]\nunsupported = 'eror'\n", 2, "`levels.unsupported` cannot be 'eror'"),
        ("levels.date = 'note'\n", 1, "`levels.date` is not a table of outcomes"),
        ("[levels.date]\n\nunsuported = 'note'\n", 3, "`levels.date.unsuported` is no outcome"),
        ("[levels]\ndate = { unsupported = 3 }\n", 2, "`levels.date.unsupported` cannot be 3"),
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
    assert [(p.line, p.message[:12]) for p in faults(path)] == [(6, "`format` can"), (7, "unknown key ")]


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
