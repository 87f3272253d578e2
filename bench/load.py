"""A desk's whole folder at once: files per second, growth of memory, and what one bad file in ten does to it.

`python -m bench.load` makes a folder of 1,000 files (plain text, or with `--mixed` every format of the tests' fixtures
in turn, every tenth broken) and runs `extract --format jsonl` over it. Memory is sampled from the process as it runs,
and its growth counted from the first tenth of the output on, when all that is loaded once has been loaded.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.text import news

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "read" / "fixtures"
LENGTH = 2_000  # characters of a text: an agency's story
SAMPLES = 10  # a second
_PAGE = 4096


def main() -> None:
    """Makes the folder, reads it, and prints the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=1_000)
    options.add_argument("--mixed", action="store_true", help="every format, every tenth file broken")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (_mixed if chosen.mixed else _texts)(Path(folder), chosen.files)
        _measure(folder, chosen.files)


def _texts(folder: Path, files: int) -> None:
    for n in range(files):
        (folder / f"{n:06}.txt").write_text(news(LENGTH, n), encoding="utf-8")


def _mixed(folder: Path, files: int) -> None:
    samples = sorted(path for path in FIXTURES.rglob("*.*") if path.name != "expected.toml")
    for n in range(files):
        sample = samples[n % len(samples)]
        broken = n % 10 == 9
        (folder / f"{n:06}{'.pdf' if broken else sample.suffix}").write_bytes(
            b"%PDF-1.7 broken" if broken else sample.read_bytes()
        )


def _measure(folder: str, files: int) -> None:
    with tempfile.TemporaryDirectory() as beside:
        out, told = Path(beside, "out.jsonl"), Path(beside, "told.txt")
        command = (sys.executable, "-m", "reconcile", "extract", folder, "--format", "jsonl")
        start = time.perf_counter()
        with out.open("wb") as data, told.open("wb") as messages:
            process = subprocess.Popen(command, stdout=data, stderr=messages, cwd=ROOT)
            sizes = _sampled(process, out)
        seconds, busy = time.perf_counter() - start, _busy()
        claims = out.read_bytes().count(b"\n")
        whole = out.stat().st_size
        refused = len([line for line in told.read_text("utf-8").splitlines() if line.startswith(folder)])
    settled = [size for written, size in sizes if written >= whole / 10]
    growth = f"{max(settled) - settled[0]:.0f} MB" if settled else "not measured: over too soon, or no /proc"
    rate = f"{files / seconds:.0f} a second, {files / busy:.0f} a second of CPU"
    print(f"{files:,} files in {seconds:.1f} s: {rate}, {claims:,} claims, {refused} messages")
    most = max((size for _, size in sizes), default=0)
    print(f"memory at most {most:.0f} MB, growth {growth}, status {process.returncode}")


def _busy() -> float:
    """The seconds of CPU that processes started here have taken: other work on the machine does not count in."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _sampled(process: "subprocess.Popen[bytes]", out: Path) -> list[tuple[int, float]]:
    """How much had been written, and how many MB the process held, as it ran."""
    found = []
    while process.poll() is None:
        try:
            pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
            found.append((out.stat().st_size, pages * _PAGE / 1024**2))
        except (OSError, IndexError):
            pass
        time.sleep(1 / SAMPLES)
    return found


if __name__ == "__main__":
    main()
