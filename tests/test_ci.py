"""What CI systems are given: the files are read as those systems read them, and what they start is run on a sample."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from reconcile.cli import app
from reconcile.report import FORMATS

ROOT = Path(__file__).resolve().parent.parent
TOLD = "The blast killed 12 people in the port on Monday.\n"
DRAFT = "---\nsources: ../sources/told.txt\n---\nThe blast killed 15 people in the port on Monday.\n"


def parsed(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a wrong draft, a right one, and their source."""
    for folder in ("drafts", "sources"):
        (tmp_path / folder).mkdir()
    (tmp_path / "sources" / "told.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "drafts" / "wrong.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "drafts" / "right one.md").write_text(DRAFT.replace("15", "12"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("drafts", "status"), [(["drafts/right one.md"], 0), (["drafts/right one.md", "drafts/wrong.md"], 1)]
)
def test_the_hook_fails_for_a_contradicted_figure(drafts: list[str], status: int) -> None:
    (hook,) = parsed(".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= set(hook)
    program, *arguments = shlex.split(hook["entry"])
    assert program == "reconcile"
    done = CliRunner().invoke(app, [*arguments, *drafts])
    assert done.exit_code == status, done.output
    assert ("wrong.md:4" in done.stdout) == bool(status)


def test_the_actions_steps_run_here_alone_and_take_inputs_as_data() -> None:
    action = parsed("action.yml")
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"], "what an input says must never be read by the shell"
    given = {value for step in action["runs"]["steps"] for value in step["env"].values()}
    assert {f"${{{{ inputs.{name} }}}}" for name in action["inputs"]} <= given


def run_action(desk: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action as a runner starts it: its environment filled from the inputs and their defaults."""
    action = parsed("action.yml")
    step = action["runs"]["steps"][-1]
    known = {name: str(each.get("default", "")) for name, each in action["inputs"].items()} | inputs
    values = {f"${{{{ inputs.{name} }}}}": value for name, value in known.items()} | {
        "${{ github.action_path }}": str(ROOT)
    }
    home = desk / "temp" / "reconcile" / "bin"
    home.mkdir(parents=True, exist_ok=True)
    (home / "python").unlink(missing_ok=True)
    (home / "python").symlink_to(Path(sys.executable).absolute())
    environment = {name: values[value] for name, value in step["env"].items()}
    paths = {"RUNNER_TEMP": str(desk / "temp"), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    whole = {**os.environ, **paths, **environment}
    return subprocess.run(
        [step["shell"], "-c", step["run"]], cwd=desk, env=whole, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_the_action_annotates_the_change(desk: Path) -> None:
    done = run_action(desk, drafts="drafts/**/*.md")
    assert done.returncode == 1, done.stderr
    assert "::error file=drafts/wrong.md,line=4,endLine=4,col=18,endColumn=20," in done.stdout
    assert "right one.md" not in done.stdout
    done = run_action(desk, drafts="drafts/right one.md\n", sources="sources")
    assert (done.returncode, done.stdout) == (0, "reconcile: 1 supported\n")


@pytest.mark.slow
def test_the_action_writes_a_report_a_draft(desk: Path) -> None:
    done = run_action(desk, drafts="drafts/*.md", format="sarif", reports="out", **{"fail-on": "never"})
    assert done.returncode == 0, done.stderr
    written = sorted((desk / "out").iterdir())
    assert [path.name for path in written] == ["drafts-right one.md.sarif", "drafts-wrong.md.sarif"]
    assert json.loads(written[1].read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"drafts": "nowhere/*.md"}, "'nowhere/*.md' fits no file"),
        ({"drafts": ""}, "no draft to check"),
        ({"drafts": "drafts/wrong.md", "format": "pdf"}, "there is no format 'pdf'"),
        ({"drafts": "$(touch pwned); `touch pwned`"}, "fits no file"),
    ],
)
def test_the_action_refuses_what_it_cannot_use(desk: Path, inputs: dict[str, str], said: str) -> None:
    done = run_action(desk, **inputs)
    assert done.returncode == 2
    assert said in done.stderr
    assert not (desk / "pwned").exists()


def test_the_examples_name_inputs_and_formats_that_exist() -> None:
    (job,) = parsed("docs/ci/github-workflow.yml")["jobs"].values()
    (step,) = (step for step in job["steps"] if "reconcile" in step["uses"])
    assert set(step["with"]) <= set(parsed("action.yml")["inputs"])
    script = "\n".join(parsed("docs/ci/gitlab-ci.yml")["figures"]["script"])
    assert {
        word for before, word in zip(script.split(), script.split()[1:], strict=False) if before == "--format"
    } <= set(FORMATS)


def run_gitlab(desk: Path) -> int:
    script = "set -e\n" + "\n".join(parsed("docs/ci/gitlab-ci.yml")["figures"]["script"])
    (desk / "reconcile").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reconcile "$@"\n', encoding="utf-8")
    (desk / "reconcile").chmod(0o755)
    paths = {"PATH": f"{desk}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    return subprocess.run(["sh", "-c", script], cwd=desk, env={**os.environ, **paths}, check=False).returncode


@pytest.mark.slow
def test_the_gitlab_job_fails_with_the_gravest_status_and_keeps_its_reports(desk: Path) -> None:
    assert run_gitlab(desk) == 1
    missing = DRAFT.replace("../sources/told.txt", "[../nowhere.txt, ../sources/told.txt]")
    (desk / "drafts" / "a.md").write_text(missing, encoding="utf-8")
    assert run_gitlab(desk) == 2, "a source that is missing, whatever comes after it"
    assert sorted(path.name for path in (desk / "reports").iterdir()) == [
        "a.html", "a.xml", "right one.html", "right one.xml", "wrong.html", "wrong.xml"
    ]  # fmt: skip


def test_the_gitlab_job_passes_where_there_is_no_draft(desk: Path) -> None:
    for draft in (desk / "drafts").iterdir():
        draft.unlink()
    assert run_gitlab(desk) == 0
