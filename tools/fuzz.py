"""Fuzzing of every reader and of the extractor: `make fuzz ARGS="--minutes 10"`.

An entry point is the name of a format of `reconcile.read.readers` or `extract`. Each is given the test fixtures of its
format, damaged by `tools.mutations`, for the time asked; a text goes on to the extractor.
Whatever is neither a reading nor a ReadError, or takes longer than PATIENCE seconds of CPU, is a crash: its bytes are
left in build/fuzz under the digest of what they hold, and the run fails. With `--atheris`, where it is installed
(requirements-fuzz.lock), the mutations are led by what they cover of the code.
"""

import argparse
import hashlib
import json
import random
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from reconcile import Source, extract
from reconcile.read import READERS, ReadError
from reconcile.read.blob import Blob
from reconcile.read.finish import finished
from tests.read.compound import message
from tools.mutations import LARGEST, is_archive, mutations

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "read" / "fixtures"
CRASHES = ROOT / "build" / "fuzz"
PATIENCE = 5.0
_EXTRACTED = 5_000  # characters


class Slow(Exception):
    """An input that took more than PATIENCE seconds of CPU."""


def entry_points() -> dict[str, Callable[[bytes], None]]:
    """What is fuzzed, by name."""
    readers = {each.name: _reading(number) for number, each in enumerate(READERS)}
    return {**readers, "extract": lambda data: _extracted(data.decode("utf-8", "replace"))}


def seeds(name: str) -> tuple[bytes, ...]:
    """What an entry point starts from: the fixtures of its suffixes, else what is made here of texts, or the texts."""
    suffixes = next((each.suffixes for each in READERS if each.name == name), (".txt", ".html", ".eml"))
    found = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.*")) if path.suffix in suffixes]
    texts = [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    if not found:
        found = _MADE[name](texts) if name in _MADE else texts
    inputs = (*found, *texts) if ".txt" in suffixes else found
    return tuple(data if is_archive(data) else data[:LARGEST] for data in inputs)


def _corpus(texts: Sequence[bytes]) -> list[bytes]:
    lines = [{"id": f"d{n}", "text": text.decode(), "published": "2022-02-04"} for n, text in enumerate(texts)]
    return ["\n".join(map(json.dumps, lines)).encode()]


def _mails(texts: Sequence[bytes]) -> list[bytes]:
    """Mails as Outlook keeps them: a text, its sender and date, a file at it."""
    head = "From: Ann Ray <ann@example.com>\r\nDate: Wed, 11 Mar 2026 09:30:00 +0100\r\n\r\n"
    attached = {"districts.csv": b"Region,Dead\nNorth,12\n"}
    return [
        message({0x37: "FW: Toll", 0x0C1A: "Ann Ray", 0x1000: t.decode()[:1500], 0x7D: head}, attached) for t in texts
    ]


_MADE = {"corpus": _corpus, "outlook": _mails}


def tried(run: Callable[[bytes], None], data: bytes) -> float:
    """One try: the seconds of CPU that it took. Raises what the entry point raises, and Slow."""
    start = time.process_time()
    run(data)
    seconds = time.process_time() - start
    if seconds > PATIENCE:
        raise Slow(f"{seconds:.1f} s")
    return seconds


def _reading(number: int) -> Callable[[bytes], None]:
    """The reader of a format, its reading finished, and the start of its text extracted."""

    def run(data: bytes) -> None:
        each = READERS[number]
        blob = Blob(f"fuzz{each.suffixes[0]}", each.suffixes[0], data)
        try:
            each.takes(blob)
            reading = finished(each.reader.read(blob), blob, whole=each.whole)
        except ReadError:
            return
        for source in reading.sources[:3]:
            source.text.encode("utf-8")
            _extracted(source.text[:_EXTRACTED], source.published)

    return run


def _extracted(text: str, published: str | None = None) -> None:
    for claim in extract(Source.from_text(text, id="a", published=published)):
        if text[claim.start : claim.end] != claim.text:
            raise AssertionError(f"{claim.text!r} does not stand where it says")


def _fuzzed(name: str, seconds: float, seed: int) -> bool:
    """Whether an entry point went through its time without a crash."""
    run, luck = entry_points()[name], random.Random(seed)
    inputs = seeds(name)
    for data in inputs:
        run(data)  # what is imported and compiled once takes its time here
    tries, slowest, started, end = 0, 0.0, time.process_time(), time.monotonic() + seconds
    for data in mutations(inputs, luck):
        if time.monotonic() > end:
            break
        tries += 1
        try:
            slowest = max(slowest, tried(run, data))
        except Exception:  # noqa: BLE001 - any at all is what is looked for
            _crashed(name, data)
            return False
    spent = (time.process_time() - started) / 60
    took = f"{seconds / 60:.1f} minutes ({spent:.1f} of CPU), the slowest {slowest:.1f} s"
    print(f"{name}: {tries:,} tries in {took}, no crash", flush=True)
    return True


def _covered(name: str, seconds: float) -> bool:
    """Whether an entry point went through its time without a crash, led by what is covered: each in its own process."""
    command = (sys.executable, "-m", "tools.fuzz_covered", name, f"{seconds:.0f}")
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0  # noqa: S603 - itself


def _crashed(name: str, data: bytes) -> None:
    CRASHES.mkdir(parents=True, exist_ok=True)
    path = CRASHES / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    traceback.print_exc()
    print(f"{name}: crashed by {path}", file=sys.stderr, flush=True)


def main() -> None:
    """The entry points that were named, all of them where none was, one after another."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", metavar="ENTRY", help="a format of reconcile.read.readers, or extract")
    options.add_argument("--minutes", type=float, default=0.1, help="for each entry point")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--atheris", action="store_true", help="led by coverage")
    chosen = options.parse_args()
    names = chosen.names or list(entry_points())
    if unknown := set(names) - set(entry_points()):
        options.error(f"no such entry point: {', '.join(sorted(unknown))}; there are {', '.join(entry_points())}")
    seconds = chosen.minutes * 60
    passed = [_covered(name, seconds) if chosen.atheris else _fuzzed(name, seconds, chosen.seed) for name in names]
    sys.exit(not all(passed))


if __name__ == "__main__":
    main()
