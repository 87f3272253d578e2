"""The command `check` and its place in the API, with the real steps behind it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import reconcile
from reconcile.cli import app

DRAFT = "The blast killed 15 people in the port on Monday. It cost 3 million euros. The mayor promised 900 new buses.\n"
TOLD = "The blast killed 12 people in the port on Monday. It cost 3 million euros.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"draft.txt": DRAFT, "a.txt": TOLD, "b.txt": TOLD, "same.txt": TOLD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def statuses(done: Result) -> list[str]:
    return [finding["status"] for finding in json.loads(done.stdout)["draft"]]


@pytest.mark.usefixtures("folder")
def test_each_figure_of_the_draft_has_a_status_and_the_draft_its_role() -> None:
    done = run("check", "draft.txt", "--against", "a.txt", "--format", "json")
    report = json.loads(done.stdout)
    assert statuses(done) == ["contradicted", "supported", "unsupported"]
    assert [(source["path"], source["role"]) for source in report["sources"]] == [
        ("a.txt", "source"),
        ("draft.txt", "draft"),
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("draft", "level", "status"),
    [
        ("draft.txt", None, 1),
        ("draft.txt", "contradicted", 1),
        ("draft.txt", "never", 0),
        ("same.txt", None, 0),
        ("same.txt", "undecided", 0),
    ],
)
def test_a_contradicted_figure_fails_the_run_unless_told_otherwise(draft: str, level: str | None, status: int) -> None:
    asked = ["--fail-on", level] if level else []
    assert run("check", draft, "--against", "a.txt", *asked).exit_code == status


@pytest.mark.usefixtures("folder")
def test_an_unsupported_figure_fails_the_run_when_asked(folder: Path) -> None:
    (folder / "more.txt").write_text(TOLD + "The mayor promised 900 new buses.\n", encoding="utf-8")
    assert run("check", "more.txt", "--against", "a.txt").exit_code == 0
    assert run("check", "more.txt", "--against", "a.txt", "--fail-on", "unsupported").exit_code == 1


@pytest.mark.usefixtures("folder")
def test_sources_follow_one_another_after_against() -> None:
    several = run("check", "draft.txt", "--against", "a.txt", "b.txt", "--quiet", "--format", "json")
    repeated = run("check", "--against", "a.txt", "--against", "b.txt", "--format", "json", "draft.txt")
    assert several.stdout == repeated.stdout
    assert len(json.loads(several.stdout)["sources"]) == 3


@pytest.mark.usefixtures("folder")
def test_a_folder_that_holds_the_draft_too_is_no_source_of_it() -> None:
    report = json.loads(run("check", "draft.txt", "--against", ".", "--format", "json").stdout)
    assert [source["path"] for source in report["sources"] if source["role"] == "source"] == [
        "a.txt",
        "b.txt",
        "same.txt",
    ]


@pytest.mark.usefixtures("folder")
def test_the_draft_may_come_from_standard_input() -> None:
    assert run("check", "-", "--against", "a.txt", stdin=DRAFT).exit_code == 1


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt", "--against", "a.txt"], "nowhere.txt: no such file"),
        (["draft.txt", "--against", "draft.txt"], "nothing to check the draft against"),
        (["draft.txt", "--against", "nowhere.txt"], "nothing to check the draft against"),
        ([".", "--against", "a.txt"], "give one draft at a time"),
        (["draft.txt"], "--against"),
        (["draft.txt", "a.txt", "--against", "b.txt"], "unexpected extra argument"),
        (["draft.txt", "--against", "a.txt", "--fail-on", "discrepancy"], "is none of"),
    ],
)
def test_bad_usage_and_unreadable_drafts_exit_with_2(arguments: list[str], said: str) -> None:
    done = run("check", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.usefixtures("folder")
def test_a_source_that_cannot_be_read_is_named_and_the_rest_checked() -> None:
    done = run("check", "draft.txt", "--against", "a.txt", "nowhere.txt", "--format", "json")
    assert done.exit_code == 2
    assert "nowhere.txt" in done.stderr
    assert statuses(done)[0] == "contradicted"


@pytest.mark.parametrize(("level", "status"), [("never", 0), ("contradicted", 1), ("discrepancy", 1)])
def test_a_configured_level_counts_for_the_command_that_knows_it(folder: Path, level: str, status: int) -> None:
    (folder / ".reconcile.toml").write_text(f'fail_on = "{level}"\n', encoding="utf-8")
    assert run("check", "draft.txt", "--against", "a.txt").exit_code == status
    assert run("compare", "a.txt", "b.txt").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_explain_tells_how_a_claim_of_the_draft_stands() -> None:
    report = json.loads(run("check", "draft.txt", "--against", "a.txt", "--format", "json").stdout)
    name = report["draft"][0]["claim"]
    done = run("explain", "a.txt", "--draft", "draft.txt", "--claim", name)
    assert done.exit_code == 0
    assert "Against the sources:\n  contradicted: s1 says 12" in done.stdout


def test_the_function_takes_the_same_and_leaves_what_it_was_given() -> None:
    draft, told = reconcile.Source.from_text(DRAFT, id="a"), reconcile.Source.from_text(TOLD, id="a")
    report = reconcile.check(draft, [told], rulebook=reconcile.load_rules())
    assert draft.role == "source"
    assert [(source.id, source.role) for source in report.sources] == [("a", "source"), ("a-2", "draft")]
    assert report == reconcile.check(draft, [told])
    assert reconcile.to_dict(report)["draft"][0]["status"] == "contradicted"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["sarif", "rdjson", "github", "junit"])
def test_formats_of_checks_are_for_check_alone(name: str) -> None:
    done = run("check", "draft.txt", "--against", "a.txt", "--format", name)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "draft.txt" in done.stdout
    refused = run("compare", "a.txt", "b.txt", "--format", name)
    assert refused.exit_code == 2
    assert "is for `check` alone" in refused.stderr.replace("\n", " ")


def test_a_configured_format_of_checks_is_not_meant_for_other_commands(folder: Path) -> None:
    (folder / ".reconcile.toml").write_text('format = "junit"\n', encoding="utf-8")
    assert run("check", "draft.txt", "--against", "a.txt").stdout.startswith("<?xml")
    assert run("compare", "a.txt", "b.txt").stdout.startswith("Sources\n")


def test_an_exchange_rate_of_the_draft_says_nothing_of_the_sources() -> None:
    texts = (
        "The Lisbon ferry terminal cost the port authority 90 million euros to build. The mayor opened it.",
        "It rained in town. The port authority says that the Lisbon ferry terminal cost 100 million dollars to build.",
    )
    told = [reconcile.Source.from_text(text, id=name) for name, text in zip("ab", texts, strict=True)]
    draft = reconcile.Source.from_text("A ticket costs 9 euros (10 dollars).", id="draft")
    assert [fact.verdict for fact in reconcile.compare(told).facts] == ["undecided"]
    assert [fact.verdict for fact in reconcile.check(draft, told).facts] == ["undecided"]


def test_the_function_gives_levels_and_heeds_waivers_without_a_clock() -> None:
    said = '// reconcile: ignore[contradicted] reason="seen" by="Jo" until=1999-01-01'
    told = reconcile.Source.from_text(TOLD, id="a")
    report = reconcile.check(reconcile.Source.from_text(f"{DRAFT.strip()} {said}\n", id="d"), [told])
    assert [(one.level, one.waiver and one.waiver.by) for one in report.draft] == [
        ("error", "Jo"), (None, None), ("warning", None)
    ]  # fmt: skip
    unheeded = reconcile.check(reconcile.Source.from_text(f"{DRAFT.strip()} // reconcile: ignore\n", id="d"), [told])
    assert [(one.where, one.line) for one in unheeded.problems] == [("d", 1)]
