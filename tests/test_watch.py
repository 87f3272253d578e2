"""`reconcile watch` as it runs in a terminal: a process of its own that is told of changes and interrupted."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reconcile.cli import app

TOLD = "The blast killed 12 people in the port on Monday.\n"
ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 20.0


class Watching:
    """The running command, with what it has put out so far."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.out = folder / "out.log"
        with self.out.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "reconcile", "watch", *arguments],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def until(self, text: str, times: int = 1) -> str:
        deadline = time.monotonic() + PATIENCE
        while (found := self.out.read_text("utf-8")).count(text) < times:
            assert self.process.poll() is None, found
            assert time.monotonic() < deadline, found
            time.sleep(0.05)
        return found

    def leave(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "told.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(TOLD.replace("12", "15"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    started = Watching(folder, "draft.txt", "--against", "told.txt")
    yield started
    started.process.kill()
    started.process.wait()


@pytest.mark.slow
def test_the_check_is_shown_again_when_a_file_changes_and_ctrl_c_leaves(folder: Path, watching: Watching) -> None:
    shown = watching.until("Ctrl-C leaves")
    assert "1 contradicted" in shown
    assert "\x1b" not in shown, "a file is no terminal"

    (folder / "draft.new").write_text(TOLD, encoding="utf-8")
    (folder / "draft.new").replace(folder / "draft.txt")
    assert "1 supported" in watching.until("Ctrl-C leaves", 2)

    (folder / "draft.txt").unlink()
    watching.until("no such file")
    (folder / "draft.txt").write_text(TOLD, encoding="utf-8")
    watching.until("Ctrl-C leaves", 3)

    (folder / "told.txt").write_text(TOLD.replace("12", "16"), encoding="utf-8")
    assert watching.until("Ctrl-C leaves", 4).count("\n✗ contradicted") == 2

    assert watching.leave() == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-", "--against", "a.txt"], "give a file"),
        (["nowhere.txt", "--against", "a.txt"], "no such file"),
    ],
)
def test_what_cannot_be_watched_is_refused(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(app, ["watch", *arguments])
    assert done.exit_code == 2
    assert said in done.stderr
