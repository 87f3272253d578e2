"""The desk's workflow on the command line: exit statuses case by case, waivers, baseline, mends, settings."""

import datetime as dt
import getpass
import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from reconcile.cli import app
from reconcile.report.schema import schema_file

WIRE = "The blast killed 12 people in the port on Monday. It cost 3 million euros. Some 45 ships were held up.\n"
CLEAN = "The blast killed 12 people in the port on Monday. It cost 3 million euros.\n"
WRONG = "Some 54 ships were held up in the port on Monday."
NEW = "The mayor promised 900 new buses."
WAIVED = 'reconcile: ignore[contradicted] reason="the harbour master said so" by="Jo Doe"'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def check(text: str, *options: str, name: str = "draft.md") -> Result:
    Path(name).write_text(text, encoding="utf-8")
    return run("check", name, "--against", "wire.txt", *options)


def findings(done: Result) -> list[tuple[str, str | None, str | None]]:
    """Status, level and the waiver's author of each finding in a JSON report."""
    found = json.loads(done.stdout)["draft"]
    return [(one["status"], one["level"], one["waiver"] and one["waiver"]["by"]) for one in found]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("draft", "options", "status"),
    [
        (CLEAN, [], 0),
        (CLEAN, ["--strict", "--fail-on", "note"], 0),
        (WRONG, [], 1),
        (WRONG, ["--fail-on", "never"], 0),
        (NEW, [], 0),
        (NEW, ["--fail-on", "warning"], 1),
        (NEW, ["--fail-on", "note"], 1),
        (NEW, ["--fail-on", "unsupported"], 1),
        (NEW, ["--fail-on", "contradicted"], 0),
        (NEW, ["--strict"], 1),
        (f"{WRONG} <!-- {WAIVED} -->\n", [], 0),
        (f"{WRONG} // {WAIVED}\n", ["--strict", "--fail-on", "note"], 0),
        (f"{WRONG} <!-- {WAIVED} until=2020-01-01 -->\n", [], 1),
        (f"{WRONG} <!-- {WAIVED.replace('contradicted', 'unsupported')} -->\n", [], 1),
        (f"{CLEAN} <!-- {WAIVED} -->\n", [], 0),
        (f"{CLEAN} <!-- reconcile: ignore[contradicted] -->\n", [], 2),
        (f"{WRONG} <!-- reconcile: ignore[contradicted] -->\n", [], 2),
        (f"{WRONG} <!-- reconcile: ignore[contradicted] -->\n", ["--fail-on", "never"], 2),
        (CLEAN, ["nowhere.txt"], 2),
        (WRONG, ["nowhere.txt"], 2),
        (CLEAN, ["--baseline", "nowhere.toml"], 2),
        (CLEAN, ["--config", "nowhere.toml"], 2),
        (CLEAN, ["--fail-on", "eror"], 2),
        (CLEAN, ["--diff", "--fix"], 2),
    ],
)
def test_exit_statuses(draft: str, options: list[str], status: int) -> None:
    done = check(draft, *options)
    assert done.exit_code == status, done.output
    assert "Traceback" not in done.output


def test_a_bad_source_is_named_and_the_good_ones_are_heeded(folder: Path) -> None:
    (folder / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    done = check(WRONG, "broken.txt", "--format", "json")
    assert done.exit_code == 2
    assert done.stderr.startswith("broken.txt: ")
    assert findings(done)[0][:2] == ("contradicted", "error")


def test_a_bad_setting_is_told_with_its_line_and_nothing_else_happens(folder: Path) -> None:
    (folder / ".reconcile.toml").write_text('fail_on = "error"\nstrikt = true\n')
    done = check(CLEAN)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"{folder / '.reconcile.toml'}:2: unknown key `strikt`\n  did you mean `strict`?\n"


def test_a_bad_waiver_is_told_with_its_line_and_in_the_report(folder: Path) -> None:
    done = check(f"\n{WRONG} <!-- reconcile: ignore[contradicted] -->\n", "--format", "json")
    assert done.stderr.startswith("draft.md:2: waives nothing: it gives no reason\n")
    assert [(one["where"], one["line"]) for one in json.loads(done.stdout)["problems"]] == [("draft.md", 2)]
    assert findings(done)[0] == ("contradicted", "error", None)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("format", ["table", "md", "json", "csv", "sarif"])
def test_a_waiver_is_shown_with_who_and_why(format: str) -> None:
    done = check(f"{WRONG} <!-- {WAIVED} -->\n", "--format", format)
    assert "Jo Doe" in done.stdout
    assert "the harbour master said so" in " ".join(done.stdout.split())


@pytest.mark.usefixtures("folder")
def test_a_stale_waiver_is_told_and_fails_nothing() -> None:
    done = check(f"{CLEAN} <!-- {WAIVED} -->\n")
    assert (done.exit_code, done.stderr) == (0, "draft.md:2: the waiver has nothing to waive\n  take it out\n")


def test_levels_come_from_rules_settings_and_options(folder: Path) -> None:
    (folder / "ours").mkdir()
    (folder / "ours" / "policy.toml").write_text(
        '[[rule]]\nid = "policy.unsupported"\nwhy = "Here it stops the page."\non = "unsupported"\nlevel = "error"\n'
    )
    assert check(NEW, "--rules", "ours").exit_code == 1
    (folder / ".reconcile.toml").write_text('[levels]\nunsupported = "ignore"\n')
    done = check(NEW, "--rules", "ours")
    assert done.exit_code == 0
    assert "900 new buses" not in done.stdout
    assert "not shown" in done.stdout
    (folder / ".reconcile.toml").write_text('skip = ["count"]\n')
    assert check(WRONG).exit_code == 0


def test_settings_are_looked_for_from_the_draft_upward(folder: Path) -> None:
    (folder / "drafts" / "deep").mkdir(parents=True)
    (folder / "drafts" / ".reconcile.toml").write_text('fail_on = "warning"\nsources = ["../wire.txt"]\n')
    name = "drafts/deep/story.md"
    Path(name).write_text(NEW)
    assert run("check", name).exit_code == 1
    assert run("check", name, "--against", "wire.txt", "--fail-on", "error").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_a_draft_may_name_its_sources_itself() -> None:
    Path("draft.md").write_text(f"---\ntitle: T\nsources: [wire.txt]\n---\n{WRONG}")
    assert run("check", "draft.md").exit_code == 1
    Path("draft.md").write_text(f"---\ntitle: T\nsources:\n- gone/*.txt\n- wire.txt\n---\n{CLEAN}")
    done = run("check", "draft.md")
    assert done.exit_code == 2
    assert "draft.md: `gone/*.txt` fits no file" in done.stderr


@pytest.mark.usefixtures("folder")
def test_a_draft_without_sources_is_told_how_to_name_them() -> None:
    Path("draft.md").write_text(CLEAN)
    done = run("check", "draft.md")
    assert done.exit_code == 2
    assert "nothing to check the draft against" in done.stderr
    assert "`sources:`" in done.stderr


def test_min_origins_asks_for_a_second_source(folder: Path) -> None:
    (folder / ".reconcile.toml").write_text("min_origins = 2\n")
    done = check("The blast killed 12 people in the port on Monday.", "--format", "json")
    assert (done.exit_code, findings(done)[0][:2]) == (0, ("supported", "note"))
    (folder / "other.txt").write_text("A blast in the port killed 12 people on Monday, police said. Nobody was held.\n")
    done = check("The blast killed 12 people in the port on Monday.", "other.txt", "--format", "json")
    assert findings(done)[0][:2] == ("supported", None)


class TestBaseline:
    """`reconcile baseline`."""

    def accept(self, text: str, *options: str) -> Result:
        Path("draft.md").write_text(text)
        why = () if "--why" in options else ("--why", "seen the list")
        return run("baseline", "draft.md", "--against", "wire.txt", "--baseline", "b.toml", *why, *options)

    @pytest.mark.usefixtures("folder")
    def test_what_is_accepted_passes_until_it_changes(self) -> None:
        done = self.accept(f"{WRONG} {NEW}", "--by", "Jo Doe")
        assert (done.exit_code, done.stdout) == (0, "")
        assert done.stderr == "b.toml: draft.md: 2 accepted, 0 as before, 0 gone\n"
        done = check(f"A line before.\n\n{WRONG} {NEW}", "--baseline", "b.toml", "--strict", "--format", "json")
        assert done.exit_code == 0
        assert [one[2] for one in findings(done)] == ["Jo Doe", "Jo Doe"]
        waiver = json.loads(done.stdout)["draft"][0]["waiver"]
        today = dt.datetime.now().astimezone().date().isoformat()
        assert (waiver["reason"], waiver["on"], waiver["where"]) == ("seen the list", today, "b.toml")
        assert check(WRONG.replace("54", "540"), "--baseline", "b.toml").exit_code == 1
        Path("wire.txt").write_text(WIRE + "Corrected at noon.\n")
        done = check(f"{WRONG} {NEW}", "--baseline", "b.toml")
        assert done.exit_code == 1
        assert "b.toml: what Jo Doe accepted on" in done.stderr

    @pytest.mark.usefixtures("folder")
    def test_who_accepts_is_as_given_as_configured_or_who_is_logged_in(self, folder: Path) -> None:
        self.accept(WRONG)
        assert f'by = "{getpass.getuser()}"' in (folder / "b.toml").read_text()
        (folder / ".reconcile.toml").write_text('by = "City desk"\nbaseline = "b.toml"\n')
        self.accept(NEW)
        assert 'by = "City desk"' in (folder / "b.toml").read_text()
        assert check(NEW, "--fail-on", "warning").exit_code == 0

    @pytest.mark.usefixtures("folder")
    @pytest.mark.parametrize(
        ("options", "says"),
        [(["--why", " "], "say why"), (["--against", "nowhere.txt"], "nowhere.txt: no such file")],
    )
    def test_nothing_is_accepted_without_a_reason_or_with_a_source_missing(self, options: list[str], says: str) -> None:
        done = self.accept(WRONG, *options)
        assert done.exit_code == 2
        assert says in done.stderr
        assert not Path("b.toml").exists()

    @pytest.mark.usefixtures("folder")
    def test_what_a_bad_waiver_leaves_standing_is_not_accepted_in_its_stead(self) -> None:
        done = self.accept(f"{WRONG} <!-- reconcile: ignore[contradicted] -->\n")
        assert done.exit_code == 2
        assert done.stderr.startswith("draft.md:1: waives nothing: it gives no reason\n")
        assert not Path("b.toml").exists()

    @pytest.mark.usefixtures("folder")
    def test_the_file_must_be_named(self) -> None:
        Path("draft.md").write_text(WRONG)
        done = run("baseline", "draft.md", "--against", "wire.txt", "--why", "x")
        assert (done.exit_code, "--baseline FILE" in done.stderr) == (2, True)


class TestMends:
    """`check --diff` and `check --fix`."""

    @pytest.mark.usefixtures("folder")
    def test_the_diff_stands_alone_and_changes_nothing(self) -> None:
        done = check(f"{WRONG}\n", "--diff")
        assert done.exit_code == 1
        assert done.stdout == (f"--- draft.md\n+++ draft.md\n@@ -1 +1 @@\n-{WRONG}\n+{WRONG.replace('54', '45')}\n")
        assert Path("draft.md").read_text() == f"{WRONG}\n"
        assert (check(CLEAN, "--diff").exit_code, check(CLEAN, "--diff").stdout) == (0, "")

    @pytest.mark.usefixtures("folder")
    def test_the_diff_of_a_draft_that_is_no_text_says_that_it_is_no_patch(self) -> None:
        Path("draft.html").write_text(f"<title>T</title><article><p>{WRONG}</p></article>")
        done = run("check", "draft.html", "--against", "wire.txt", "--diff")
        assert done.stdout.startswith("--- draft.html\n")
        assert "draft.html: the diff is of the text that was taken out of the file" in done.stderr

    @pytest.mark.usefixtures("folder")
    @pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch")
    def test_patch_takes_the_diff(self) -> None:
        text = f"First.\r\n\r\n{WRONG}\r\n“Nine,” she said."
        done = check(text, "--diff")
        subprocess.run(["patch", "--binary", "-s", "draft.md"], input=done.stdout_bytes, check=True)
        assert Path("draft.md").read_bytes().decode() == text.replace("54", "45")

    @pytest.mark.usefixtures("folder")
    def test_fix_rewrites_keeps_a_copy_and_reports_on_what_is_left(self) -> None:
        done = check(f"{WRONG}\n{NEW}\n", "--fix", "--format", "json")
        assert done.exit_code == 0
        assert done.stderr == "draft.md: 1 mended; the draft as it was is in draft.md.orig\n"
        assert Path("draft.md").read_text() == f"{WRONG.replace('54', '45')}\n{NEW}\n"
        assert Path("draft.md.orig").read_text() == f"{WRONG}\n{NEW}\n"
        assert findings(done)[0][0] == "supported"
        again = run("check", "draft.md", "--against", "wire.txt", "--fix")
        assert (again.exit_code, again.stderr) == (0, "draft.md: nothing to mend without asking\n")

    def test_a_desk_says_which_slips_are_mended_without_asking(self, folder: Path) -> None:
        (folder / ".reconcile.toml").write_text('mends = ["bound"]\n')
        done = check(f"{WRONG}\n", "--fix")
        assert done.exit_code == 1
        assert done.stderr == "draft.md: nothing to mend without asking; 1 more offered in the report\n"
        assert Path("draft.md").read_text() == f"{WRONG}\n"
        (folder / ".reconcile.toml").write_text('mends = ["digit swapped"]\n')
        assert "`mends` cannot be 'digit swapped'" in check(WRONG).stderr

    @pytest.mark.usefixtures("folder")
    def test_what_cannot_be_rewritten_is_left_alone(self) -> None:
        done = run("check", "-", "--against", "wire.txt", "--fix", stdin=WRONG)
        assert done.exit_code == 2
        assert "standard input cannot be mended" in done.stderr


class TestConfig:
    """`reconcile config`."""

    def test_every_key_is_printed_with_where_it_comes_from(self, folder: Path) -> None:
        (folder / "news").mkdir()
        (folder / "news" / ".reconcile.toml").write_text(
            'strict = true\nsources = ["a b.txt"]\n[levels.headline]\nunsupported = "error"\n'
        )
        (folder / "news" / "story.md").write_text(NEW)
        for path in ("news", "news/story.md"):
            lines = run("config", path).stdout.splitlines()
            assert lines[0] == "# news/.reconcile.toml"
            told = {line.partition("#")[0].strip(): line.partition("#")[2].strip() for line in lines[1:]}
            assert told["strict = true"] == "news/.reconcile.toml:1"
            assert told['sources = ["a b.txt"]'] == "news/.reconcile.toml:2"
            assert told['levels.headline.unsupported = "error"'] == "news/.reconcile.toml:4"
            assert told['format = "table"'] == "default"
            assert told['levels.contradicted = "error"'] == "shipped rule policy.contradicted"

    def test_what_is_printed_can_be_read_again(self, folder: Path) -> None:
        (folder / "again.toml").write_text(run("config").stdout)
        first, again = run("config"), run("config", "--config", "again.toml")
        assert again.exit_code == 0
        values = [[line.partition("#")[0] for line in done.stdout.splitlines()] for done in (first, again)]
        assert [line.split() for line in values[0]] == [line.split() for line in values[1]]

    @pytest.mark.usefixtures("folder")
    def test_without_settings_it_says_so(self) -> None:
        assert run("config").stdout.startswith("# no settings found")


class TestRecheck:
    """`reconcile recheck`."""

    OLD = "A ferry that sank off Avon on Tuesday carried 412 people, the coast guard said.\n"
    NEW = "CORRECTED A ferry that sank off Avon on Tuesday carried 421 people, the coast guard said.\n"
    STORY = "---\ntitle: Ferry sinks\npublished: 2026-03-10\nsources: [../wire/*.txt]\n---\n"

    @pytest.fixture
    def desk(self, folder: Path) -> Path:
        for name, text in {
            "wire/v1.txt": self.OLD,
            "v2.txt": self.NEW,
            "drafts/ferry.md": f"{self.STORY}The ferry that sank off Avon carried 412 people.\n",
            "drafts/buses.md": f"{self.STORY}The mayor promised 900 new buses.\n",
        }.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    @pytest.mark.usefixtures("desk")
    def test_the_stories_a_correction_touches_are_named_with_their_figures(self) -> None:
        done = run("recheck", "drafts", "--changed", "v2.txt", "--was", "wire/v1.txt", "--format", "json")
        assert (done.exit_code, done.stderr) == (1, "")
        found = json.loads(done.stdout)
        assert (found["changed"], found["was"], found["clear"]) == ("v2.txt", "wire/v1.txt", ["drafts/buses.md"])
        ((story),) = found["touched"]
        ((figure),) = story["figures"]
        assert (story["path"], story["published"]) == ("drafts/ferry.md", "2026-03-10")
        assert (figure["text"], figure["before"], figure["status"]) == ("412", "supported", "contradicted")
        assert figure["evidence"][0]["source"] == "v2.txt"
        text = (Path("drafts/ferry.md")).read_text()
        assert text[figure["start"] : figure["end"]] == "412"
        jsonschema.validate(found, json.loads(schema_file("recheck").read_text()))

    @pytest.mark.usefixtures("desk")
    def test_the_terminal_shows_both_sentences_and_how_it_stood(self) -> None:
        shown = " ".join(run("recheck", "drafts", "--changed", "v2.txt", "--was", "wire/v1.txt").stdout.split())
        assert "drafts/ferry.md Ferry sinks, published 10 Mar 2026 ✗ contradicted 412 people was supported;" in shown
        assert "carried *421* people" in shown
        assert "stand: drafts/buses.md v2.txt: 2 drafts, 1 to look at, 1 figure" in shown

    @pytest.mark.usefixtures("desk")
    @pytest.mark.parametrize(
        ("options", "status"),
        [
            ([], 0),
            (["--fail-on", "warning"], 1),
            (["--changed", "v2.txt"], 1),
            (["--changed", "v2.txt", "--fail-on", "never"], 0),
            (["--changed", "wire/v1.txt"], 0),
            (["--against", "v2.txt"], 1),
            (["--changed", "nowhere.txt"], 2),
            (["--changed", "wire"], 0),
            (["--changed", "drafts"], 2),
            (["--was", "wire/v1.txt"], 2),
            (["--format", "sarif"], 2),
        ],
    )
    def test_exit_statuses(self, options: list[str], status: int) -> None:
        done = run("recheck", "drafts", *options)
        assert done.exit_code == status, done.output

    def test_what_cannot_be_read_is_named_and_the_rest_is_looked_at(self, desk: Path) -> None:
        (desk / "drafts" / "broken.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        (desk / "drafts" / "bare.md").write_text("Nine ships.")
        done = run("recheck", "drafts", "--format", "json")
        assert done.exit_code == 2
        assert [one["where"] for one in json.loads(done.stdout)["problems"]] == ["drafts/broken.md", "drafts/bare.md"]
        assert "drafts/bare.md: no sources to hold it against" in done.stderr
        assert json.loads(done.stdout)["clear"] == ["drafts/buses.md", "drafts/ferry.md"]
