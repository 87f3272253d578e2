"""The program as its users run it: a process of its own, real rules, real files."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import reconcile

pytestmark = pytest.mark.slow

SEEDS = Path(__file__).parents[1] / "seeds"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SEEDS.parent), "PYTHONWARNINGS": "error"}
RECONCILE = (sys.executable, "-m", "reconcile")

A = "---\npublisher: A\npublished: 2024-03-02\n---\nAt least 12 people were killed in Avon. The bridge cost $3bn.\n"
B = "---\npublisher: B\npublished: 2024-03-02\n---\nIn all 31 people were injured in Avon. The bridge cost $4bn.\n"


def run(*arguments: str, folder: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RECONCILE, *arguments], cwd=folder, input=stdin, capture_output=True, check=False, env=ENVIRONMENT
    )


def report_of(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    assert done.returncode == 0, done.stderr.decode()
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(A, encoding="utf-8")
    (tmp_path / "b.md").write_text(B, encoding="utf-8")
    return tmp_path


def assert_positions_hold(report: dict[str, Any], folder: Path) -> None:
    texts = {s["id"]: (folder / s["path"]).read_bytes().decode("utf-8") for s in report["sources"]}
    for claim in report["claims"]:
        text = texts[claim["source"]]
        assert text[claim["start"] : claim["end"]] == claim["text"]
        sentence = claim["sentence"]
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]


def test_extract_gives_the_claims_in_place(folder: Path) -> None:
    report = report_of(run("extract", "a.md", "b.md", "--format", "json", folder=folder))
    assert_positions_hold(report, folder)
    read = {(c["source"], c["quantity"]["low"]) for c in report["claims"] if c["kind"] == "count"}
    assert {("s1", 12), ("s2", 31)} <= read
    assert [c["id"] for c in report["claims"]] == [f"c{n}" for n in range(1, len(report["claims"]) + 1)]


def test_compare_finds_what_cannot_both_be_true(folder: Path) -> None:
    done = run("compare", "a.md", "b.md", "--format", "json", folder=folder)
    report = report_of(done)
    assert_positions_hold(report, folder)
    claims = {claim["id"]: claim for claim in report["claims"]}
    apart = [fact for fact in report["facts"] if fact["verdict"] == "discrepancy"]
    assert [sorted(claims[c]["text"] for c in fact["claims"]) for fact in apart] == [["$3bn", "$4bn"]]
    assert run("compare", "a.md", "b.md", "--fail-on", "discrepancy", folder=folder).returncode == 1
    explained = run("explain", "a.md", "b.md", "--fact", apart[0]["id"], folder=folder)
    assert explained.returncode == 0
    assert b"$3bn" in explained.stdout
    assert b"$4bn" in explained.stdout


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "html", "md", "csv"])
def test_the_seeds_in_every_format(format: str, tmp_path: Path) -> None:
    done = run("compare", str(SEEDS), "--format", format, folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert "1,000" in done.stdout.decode("utf-8")


def test_the_same_input_gives_the_same_output(folder: Path) -> None:
    first, second = (run("compare", "a.md", "b.md", "-f", "json", folder=folder).stdout for _ in range(2))
    assert first == second


def test_windows_newlines_keep_their_places(folder: Path) -> None:
    (folder / "b.md").write_bytes(B.replace("\n", "\r\n").encode())
    assert_positions_hold(report_of(run("compare", "a.md", "b.md", "-f", "json", folder=folder)), folder)


def test_a_corpus_and_standard_input(folder: Path) -> None:
    lines = [json.dumps({"id": name, "text": "Some 40 people died.", "story": "x"}) for name in ("x", "x", "y")]
    report = report_of(run("extract", "-", "-f", "json", folder=folder, stdin="\n".join(lines).encode()))
    assert [s["id"] for s in report["sources"]] == ["x", "x-2", "y"]
    assert [c["source"] for c in report["claims"]] == ["x", "x-2", "y"]


@pytest.mark.parametrize("command", [["compare"], ["extract"]])
def test_an_empty_handed_run_is_told_and_is_no_crash(command: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text("No figures here.")
    assert run(*command, "none.txt", folder=tmp_path).returncode == 0
    done = run(*command, "nowhere.txt", "-f", "json", folder=tmp_path)
    assert done.returncode == 2
    assert json.loads(done.stdout)["problems"][0]["where"] == "nowhere.txt"
    assert b"internal error" not in done.stderr


def test_the_python_api_gives_what_the_command_line_gives(folder: Path) -> None:
    cli = report_of(run("compare", "a.md", "b.md", "-f", "json", folder=folder))
    api = reconcile.to_dict(reconcile.compare([reconcile.read(folder / "a.md"), reconcile.read(folder / "b.md")]))
    assert len(api["claims"]) == len(cli["claims"])
    assert [fact["verdict"] for fact in api["facts"]] == [fact["verdict"] for fact in cli["facts"]]


@pytest.mark.skipif(shutil.which("head") is None, reason="needs a shell")
def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    (folder / "long.txt").write_text("Some 40 people died on Friday. " * 3000)
    command = f"{' '.join(RECONCILE)} extract long.txt -f json; echo status $? >&2"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | head -c 10"], cwd=folder, capture_output=True, check=False, env=ENVIRONMENT
    )
    assert len(done.stdout) == 10
    assert done.stderr == b"status 0\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RECONCILE, "extract", "a.md"],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=ENVIRONMENT,
        )
    assert done.returncode == 2
    assert b"cannot write to standard output: No space left" in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_help_starts_fast_and_loads_none_of_the_work(tmp_path: Path) -> None:
    code = (
        "import sys; from reconcile.cli import app; app(['--help'], standalone_mode=False);"
        "print(sorted({'rich', 'dateparser', 'rapidfuzz', 'charset_normalizer', 'msgspec', 'reconcile.extract',"
        "'reconcile.facts', 'reconcile.rulebook', 'reconcile.pipeline'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=ENVIRONMENT, cwd=tmp_path)
    assert done.stderr == b"[]\n"
    best = min(_seconds("--help", folder=tmp_path) for _ in range(3))
    assert best < 1.0  # 0.13 s on an idle machine; the slack is for a busy one


def _seconds(*arguments: str, folder: Path) -> float:
    start = time.perf_counter()
    assert run(*arguments, folder=folder).returncode == 0
    return time.perf_counter() - start
