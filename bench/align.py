"""Aligning and judging at growing numbers of claims: `python -m bench.align`.

The claims are those of the story sets in tests/stories, read beforehand; beyond their number a second edition of each
text joins in. Prints CPU seconds of `align` (origins included) and of `judge`, the pairs weighed, how many figures,
nouns or words stand in more claims than a block holds (the cap on work), and how the time grows with the claims.
"""

import json
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import reconcile
from reconcile.align import align, origins
from reconcile.align.candidates import candidates
from reconcile.align.corpus import corpus_of
from reconcile.align.lexis import lexis_of
from reconcile.facts import Report, Source
from reconcile.judge import judge
from reconcile.language.cues import CuesOf, wording_of
from reconcile.pipeline import extract_all
from reconcile.rulebook import shipped_rules

STORIES = Path(__file__).resolve().parent.parent / "tests" / "stories"
SIZES = (200, 1_000, 5_000, 10_000)
RUNS = {200: 9, 1_000: 3}  # of which the fastest counts; one run for the longer ones
RULES = shipped_rules()


@dataclass(frozen=True, slots=True)
class Timed:
    """How many claims there were, and the CPU seconds that each step took."""

    claims: int
    align: float
    judge: float


def main() -> None:
    """All sizes, smallest first."""
    print("claims  sources    pairs   align s   judge s   together")
    done = []
    for size in SIZES:
        report = claims_of(size)
        timed = min((run(report) for _ in range(RUNS.get(size, 1))), key=lambda each: each.align + each.judge)
        pairs, notes = _blocks(report)
        together = timed.align + timed.judge
        print(
            f"{timed.claims:>6,} {len(report.sources):>8,} {pairs:>8,} {timed.align:>9.3f} {timed.judge:>9.3f} "
            f"{together:>10.3f}",
            flush=True,
        )
        for note in notes:
            print(f"        {note}")
        done.append(timed)
    print(f"growth from {done[1].claims:,} to {done[-1].claims:,} claims: n^{growth(done[1], done[-1]):.2f}")


def claims_of(size: int) -> Report:
    """The claims of five sources for the smallest size, else of as many story sets as give `size` claims."""
    if size == SIZES[0]:
        sets = [list(sources) for sources in _sets(1)]
        largest = sorted((extract_all(sources, RULES) for sources in sets), key=lambda found: -len(found.claims))
        return _laid_together(next(found for found in largest if len(found.sources) == 5), size)
    taken: list[Source] = []
    claims = 0
    for source in (source for sources in _sets(size // 5_000 + 1) for source in sources):
        taken.append(source)
        claims += len(reconcile.extract(source))
        if claims >= size:
            break
    return extract_all(taken, RULES)


def _laid_together(report: Report, size: int) -> Report:
    """The sources of a set, each read on into a text of another set until there are `size` claims."""
    more = iter([source for sources in _sets(1) for source in sources][::-1])
    sources = list(report.sources)
    while len(report.claims) < size:
        for n, source in enumerate(sources):
            other = next(more)
            sources[n] = replace(source, text=f"{source.text}\n\n{other.text[other.body :]}")
            report = extract_all(sources, RULES)
            if len(report.claims) >= size:
                break
    return report


def _sets(editions: int) -> Iterator[Iterable[Source]]:
    """The sources of each story set, again with another last line for each further edition."""
    for edition in range(1, editions + 1):
        for gold in sorted(STORIES.glob("*/*/gold.json")):
            files = [source["file"] for source in json.loads(gold.read_text(encoding="utf-8"))["sources"]]
            yield [_edition(reconcile.read(gold.parent / file), edition) for file in files]


def _edition(source: Source, edition: int) -> Source:
    if edition == 1:
        return source
    return replace(source, id=f"{source.id}-{edition}", text=f"{source.text}\nEdition {'abcdefgh'[edition]}.\n")


def run(report: Report) -> Timed:
    """Aligns and judges the claims of a report once."""
    start = time.process_time()
    origin = origins(report.sources)
    sources = tuple(replace(source, origin=origin[source.id]) for source in report.sources)
    alignment = align(report.claims, sources, RULES)
    aligned = time.process_time()
    judge(alignment, report.claims, sources, RULES)
    return Timed(len(report.claims), aligned - start, time.process_time() - aligned)


def _blocks(report: Report) -> tuple[int, Sequence[str]]:
    lexis = lexis_of(RULES)
    texts = {source.id: source.text for source in report.sources}
    pairs, notes = candidates(corpus_of(report.claims, texts, lexis, CuesOf(wording_of(RULES))), lexis)
    return len(pairs), notes


def growth(small: Timed, large: Timed) -> float:
    """The power of the number of claims that the time grows with."""
    times = (large.align + large.judge) / (small.align + small.judge)
    return math.log(times) / math.log(large.claims / small.claims)


if __name__ == "__main__":
    main()
