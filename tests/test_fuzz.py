"""The fuzzer itself, and a short run of it over every reader and the extractor: `make fuzz` goes on from there."""

import random
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest

from reconcile.read import READERS, ReadError
from reconcile.read.blob import Blob
from tools import fuzz

TRIES = 60


@pytest.mark.parametrize("name", fuzz.entry_points())
def test_no_damage_makes_an_entry_point_crash(name: str) -> None:
    run = fuzz.entry_points()[name]
    for data in islice(fuzz.mutations(fuzz.seeds(name), random.Random(name)), TRIES):  # noqa: S311 - no secret
        fuzz.tried(run, data)


@pytest.mark.parametrize("name", fuzz.entry_points())
def test_every_entry_point_has_something_to_start_from(name: str) -> None:
    assert all(fuzz.seeds(name))
    assert fuzz.seeds(name)


def test_the_same_luck_gives_the_same_inputs() -> None:
    one, two, other = (list(islice(fuzz.mutations([b"ab", b"cd"], random.Random(n)), 20)) for n in (1, 1, 2))  # noqa: S311
    assert one == two != other


@pytest.mark.parametrize(
    ("name", "share"), [("word", 0.3), ("odt", 0.3), ("pdf", 0.5), ("newsml", 0.1), ("ninjs", 0.3)]
)
def test_much_of_what_is_damaged_gets_past_the_parser(name: str, share: float) -> None:
    (each,) = (each for each in READERS if each.name == name)
    read = 0
    for data in islice(fuzz.mutations(fuzz.seeds(name), random.Random(name)), TRIES):  # noqa: S311 - no secret
        with suppress(ReadError):
            read += bool(each.reader.read(Blob("a", each.suffixes[0], data)).sources)
    assert share * TRIES < read < TRIES


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is installed by `make fuzz ARGS=--atheris`")
def test_what_is_covered_leads_to_no_crash() -> None:
    command = (sys.executable, "-m", "tools.fuzz", "--atheris", "--minutes", "0.1", "plain")
    done = subprocess.run(command, cwd=fuzz.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Instrumenting reconcile.extract.claims" in done.stderr


def test_a_crash_is_kept_and_fails_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(data: bytes) -> None:
        if data != b"ab":
            raise KeyError(data)

    monkeypatch.setattr(fuzz, "CRASHES", tmp_path)
    monkeypatch.setattr(fuzz, "entry_points", lambda: {"x": crash})
    monkeypatch.setattr(fuzz, "seeds", lambda name: (b"ab",))
    assert not fuzz._fuzzed("x", 5, 1)
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() != b"ab"


def test_what_takes_too_long_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "PATIENCE", -1)
    with pytest.raises(fuzz.Slow):
        fuzz.tried(lambda data: None, b"")
