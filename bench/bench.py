"""Speed, flatness, start and memory of reconcile, beside a peer on the same text: `make bench`.

Prints milliseconds per 1,000 characters for extraction and for a whole comparison of two sources, on the sample
articles and on generated text of growing length (the figure should stay flat); the time of a cold start (a new process,
median of several); the peak memory of processes; and the time of quantulum3 for the same extraction, as a ratio: both
have read a text before, and of both the best run counts, of as many and for as long.
Every figure is taken on the machine it is run on: compare runs, not machines.
"""

import argparse
import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import reconcile
from bench.text import news

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
PEER_SIZES = (1_000, 10_000)  # its time grows with the square of the length: 100,000 characters take it minutes
RUNS = 5
PATIENCE = 60  # seconds for one run: after a slower one, no longer text is tried
COMMAND = (sys.executable, "-m", "reconcile")


def main() -> None:
    """Everything in turn; `--quick` leaves out what is longer than 100,000 characters."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="nothing longer than 100,000 characters")
    options.add_argument("--peer", metavar="PYTHON", help="a Python that has quantulum3")
    chosen = options.parse_args()
    sizes = tuple(size for size in SIZES if not chosen.quick or size <= 100_000)
    reconcile.extract(reconcile.Source.from_text(news(1_000), id="warm"))
    _seeds()
    _flatness(sizes)
    _starts()
    _memory(sizes)
    if chosen.peer:
        _peer(chosen.peer)


def _seeds() -> None:
    sources = [reconcile.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    length = sum(len(source.text) for source in sources)
    print(f"seeds, {length:,} characters         ms per 1,000 characters")
    _row("  extract", _least(lambda: [reconcile.extract(source) for source in sources], 9), length)
    _row("  compare", _least(partial(reconcile.compare, sources), 9), length)


def _flatness(sizes: Sequence[int]) -> None:
    print("generated text                    ms per 1,000 characters")
    for name, work in (("extract", reconcile.extract), ("compare", reconcile.compare)):
        for size in sizes:
            what = _source(size) if name == "extract" else (_source(size // 2, 5), _source(size // 2, 6))
            seconds = _least(partial(work, what), RUNS)
            _row(f"  {name} {size:>12,}", seconds, size)
            if seconds > PATIENCE:
                print(f"  {name}: longer texts left out, this one took {seconds:.0f} s")
                break


def _source(size: int, seed: int = 5) -> reconcile.Source:
    return reconcile.Source.from_text(news(size, seed), id=f"s{seed}", published=f"2024-03-0{seed}")


def _starts() -> None:
    # As pip leaves an installed program: in a checkout it is the first start that compiles, and where Python is told to
    # write no bytecode, every one.
    compileall.compile_dir(ROOT / "reconcile", quiet=1)
    seeds = [str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    print("cold start, median of 9            seconds")
    for label, arguments in (("--help", ("--help",)), ("compare seeds", ("compare", *seeds))):
        seconds = statistics.median(_run(arguments)[0] for _ in range(9))
        print(f"  {label:<30} {seconds:8.3f}")


def _memory(sizes: Sequence[int]) -> None:
    print("peak memory of a process           MB        seconds")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            paths = [Path(folder, f"{seed}-{size}.txt") for seed in (5, 6)]
            for seed, path in zip((5, 6), paths, strict=True):
                path.write_text(news(size // 2, seed), encoding="utf-8")
            seconds, peak = _run(("compare", "--quiet", "--format", "json", *map(str, paths)))
            print(f"  compare {size:>12,}           {peak:8.0f} {seconds:10.2f}", flush=True)
            if seconds > PATIENCE:
                break


def _peer(python: str) -> None:
    print("beside quantulum3                 ms per 1,000 characters     its time by ours     found")
    articles = {path.stem: [_text(path)] for path in sorted((ROOT / "seeds").glob("*.txt"))}
    stories = sorted((ROOT / "tests" / "stories").glob("*/*/*.md"))
    rows = {
        **articles,
        "the articles together": list(chain.from_iterable(articles.values())),
        f"{len(stories)} texts of the stories": [_text(path) for path in stories],
        **{f"generated, {size:,}": [news(size)] for size in PEER_SIZES},
    }
    for name, texts in rows.items():
        _beside(name, texts, python)


def _text(path: Path) -> str:
    return reconcile.read(path).text


def _beside(name: str, texts: Sequence[str], python: str) -> None:
    """One row: the seconds that this program and the peer take for the texts, each at its best."""
    run = subprocess.run(
        [python, str(ROOT / "bench" / "peer.py")], input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"quantulum3 on {name}: {run.stderr.strip()}")
    theirs = json.loads(run.stdout)
    sources = [reconcile.Source.from_text(text, id="a") for text in texts]
    ours = sum(_least(partial(reconcile.extract, source), RUNS) for source in sources)
    found = f"{sum(len(reconcile.extract(source)) for source in sources):>5} {theirs['quantities']:>5}"
    per = 1_000_000 / sum(map(len, texts))
    peer = theirs["seconds"]
    print(
        f"  {name[:30]:<30} ours {ours * per:6.2f}, peer {peer * per:7.2f}        x{peer / ours:<10.1f} {found}",
        flush=True,
    )


def _row(label: str, seconds: float, length: int) -> None:
    print(f"{label:<30} {seconds * 1_000_000 / length:12.2f}", flush=True)


def _least(work: Callable[[], object], times: int) -> float:
    """Seconds of one call, the least of `times` and of as many as a quarter of a second holds: what disturbs a run only
    makes it slower, and a few short ones may all be disturbed.

    No further run is begun once five seconds have passed.
    """
    taken: list[float] = []
    while (len(taken) < times or sum(taken) < 0.25) and sum(taken) < 5:
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def _run(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak memory (MB) of a new process that runs the program."""
    started = time.perf_counter()
    # wait4 gives the use of this one child, where getrusage(RUSAGE_CHILDREN) gives the largest of all so far.
    child = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"reconcile {' '.join(arguments)}: exit status {child.returncode}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return time.perf_counter() - started, kilobytes / 1024


if __name__ == "__main__":
    main()
