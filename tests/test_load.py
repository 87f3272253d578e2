"""Many inputs at once: results as they come, bad ones skipped, nothing half-written, memory that does not grow."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reconcile import Source, pipeline
from reconcile.cli import app
from reconcile.facts import Problem
from reconcile.read.gather import gather_each
from reconcile.rulebook import shipped_rules

STORY = "The fire killed 12 people on Monday."


def folder_of(path: Path, files: int) -> Path:
    """A folder in which every tenth file is broken."""
    path.mkdir()
    for n in range(files):
        (path / f"{n:04}.txt").write_bytes(b"\0" if n % 10 == 9 else STORY.encode())
    return path


def test_documents_come_one_by_one_before_the_next_is_opened(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 3)
    each = gather_each([str(folder)], lambda problem: None)
    assert next(each).id == "s1"
    (folder / "0001.txt").write_text("Later, 13 died.")
    assert next(each).text == "Later, 13 died."


def test_faults_are_handed_over_when_they_are_met(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 11)
    met: list[Problem] = []
    told = [len(met) for _ in gather_each([str(folder)], met.append)]
    assert told == [0] * 9 + [1]
    assert [problem.where for problem in met] == [str(folder / "0009.txt")]


def test_reports_of_single_sources_are_those_of_all_at_once() -> None:
    sources = [Source.from_text(f"{n} people died and {n + 5} were hurt.", id="a") for n in range(12, 15)]
    each = list(pipeline.extract_each(iter(sources), shipped_rules()))
    whole = pipeline.extract_all(sources, shipped_rules())
    assert tuple(source for report in each for source in report.sources) == whole.sources
    assert tuple(claim for report in each for claim in report.claims) == whole.claims


def test_no_id_is_given_twice_in_a_stream() -> None:
    sources = [Source.from_text("3 died.", id=name) for name in ("a", "a", "a-2", "a", "a-2")]
    ids = [report.sources[0].id for report in pipeline.extract_each(sources, shipped_rules())]
    assert ids[:2] == ["a", "a-2"]
    assert len(set(ids)) == len(ids)


def test_one_bad_file_in_ten_is_told_and_the_rest_is_written(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path / "in", 40), tmp_path / "out.jsonl"
    done = CliRunner().invoke(app, ["extract", str(folder), "--format", "jsonl", "-o", str(out)])
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert done.exit_code == 2
    assert len({line["source"] for line in lines}) == 36
    assert [line["id"] for line in lines] == [f"c{n}" for n in range(1, len(lines) + 1)]
    assert done.stderr.count("binary data") == 4


def test_an_output_that_is_a_source_is_spared_and_no_part_is_left(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 5)
    own = folder / "0003.txt"
    done = CliRunner().invoke(app, ["extract", str(folder), "--format", "jsonl", "-o", str(own)])
    assert done.exit_code == 2
    assert "would be overwritten" in done.stderr
    assert own.read_text("utf-8") == STORY
    assert sorted(path.name for path in folder.iterdir()) == [f"{n:04}.txt" for n in range(5)]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="other systems interrupt in other ways")
@pytest.mark.parametrize(("ending", "status"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_an_interrupted_run_leaves_the_old_output_and_no_part(tmp_path: Path, ending: str, status: int) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    os.mkfifo(folder / "b.txt")  # nobody writes to it: the run waits here
    out.write_text("old")
    command = (sys.executable, "-m", "reconcile", "extract", str(folder), "--format", "jsonl", "-o", str(out))
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".out.jsonl.*.part")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(getattr(signal, ending))
    process.communicate(timeout=30)
    # Python ends itself by an interrupt that met it in the middle of an import, which is 130 to a shell too.
    assert process.returncode in (status, -signal.SIGINT if ending == "SIGINT" else status)
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.jsonl"]


def test_a_reader_that_has_had_enough_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    from reconcile.console import streams

    asked: list[int] = []

    def texts() -> object:
        for n in range(9):
            asked.append(n)
            yield "x"

    monkeypatch.setattr(streams, "_shown", lambda text: len(asked) < 3)
    streams.put_each(texts())  # type: ignore[arg-type]
    assert asked == [0, 1, 2]
