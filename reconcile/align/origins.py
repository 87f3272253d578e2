"""Which sources republish one another: each such cluster is one origin, however many outlets print it.

Two texts are one when the shorter one's runs of five words (figures masked, so that a copy with another figure is found
all the same) stand in good part in the other: containment, after Broder's resemblance and containment of documents.
A rewrite shares few such runs; it counts as the same origin when it names the other's agency and repeats its figures.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.facts import Source

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d[\d.,]*\d|\d")
_MARK = re.compile(r"\(([^\W\d_][\w&.-]{1,11})\)\s*[-\u2013\u2014:.]")
_RUN = 5
_DATELINE = 250
_CARRIERS = 6
_COPY = 0.15
_CREDITED_COPY = 0.05
_FEWEST_RUNS = 4
_REPEATED = 0.6
_FEWEST_FIGURES = 5


@dataclass(frozen=True, slots=True)
class _Text:
    """What of a source is compared: its runs of words, its names and words as written, its figures, its own mark."""

    runs: frozenset[int]
    words: frozenset[str]
    figures: frozenset[str]
    mark: str | None


def origins(sources: Iterable[Source]) -> Mapping[str, str]:
    """The origin ("o1", "o2" ... by first appearance) of each source id. Time grows with the length of all texts."""
    known = tuple(sources)
    texts = [_text(source.text[source.body :]) for source in known]
    parents = list(range(len(texts)))
    for a, b in (*_copies(texts), *_rewrites(texts)):
        one, other = sorted((_root(parents, a), _root(parents, b)))
        parents[other] = one
    names: dict[int, str] = {}
    return {source.id: names.setdefault(_root(parents, n), f"o{len(names) + 1}") for n, source in enumerate(known)}


def runs_of(source: Source) -> frozenset[int]:
    """The runs of five words in a source's article, figures masked, as numbers that can only be compared."""
    return _runs(_WORD.findall(source.text[source.body :]))


def _runs(found: Sequence[str]) -> frozenset[int]:
    masked = ["#" if word[0].isdigit() else word.lower() for word in found]
    return frozenset(map(hash, zip(*(masked[n:] for n in range(_RUN)), strict=False)))


@lru_cache(maxsize=64)
def _text(body: str) -> _Text:
    """What is compared of an article. The sources of a draft are the same at an editor's every keystroke."""
    found: list[str] = _WORD.findall(body)
    mark = _MARK.search(body[:_DATELINE])
    return _Text(
        runs=_runs(found),
        words=frozenset(found),
        figures=frozenset(word.replace(",", "") for word in found if word[0].isdigit() and len(word) > 1),
        mark=mark.group(1) if mark else None,
    )


def _copies(texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """The pairs of which the shorter text stands largely in the other.

    Only the first texts that carry a run are remembered for it: a copy of many copies meets the first of them.
    """
    carriers: dict[int, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        shared = Counter(earlier for run in text.runs for earlier in carriers.get(run, ()))
        yield from ((earlier, n) for earlier, count in shared.items() if _is_copy(text, texts[earlier], count))
        for run in text.runs:
            if len(carriers[run]) < _CARRIERS:
                carriers[run].append(n)


def _is_copy(a: _Text, b: _Text, shared: int) -> bool:
    least = _CREDITED_COPY if _credits(a, b) else _COPY
    return shared >= _FEWEST_RUNS and shared >= least * min(len(a.runs), len(b.runs))


def _credits(a: _Text, b: _Text) -> bool:
    """Whether one text carries the other's mark, the agency's name in its dateline: "(AFP) -"."""
    return (a.mark is not None and a.mark in b.words) or (b.mark is not None and b.mark in a.words)


def _rewrites(texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """The pairs of which one credits the other and most figures of the shorter one stand in both."""
    marked: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, text in enumerate(texts):
        for figure in text.figures if text.mark else ():
            marked[text.mark or ""][figure].append(n)
    for n, text in enumerate(texts):
        for mark in sorted(marked.keys() & text.words):
            shared = Counter(other for figure in text.figures for other in marked[mark].get(figure, ())[:_CARRIERS])
            del shared[n]
            yield from ((other, n) for other, count in shared.items() if _repeats(text, texts[other], count))


def _repeats(a: _Text, b: _Text, shared: int) -> bool:
    return shared >= _FEWEST_FIGURES and shared >= _REPEATED * min(len(a.figures), len(b.figures))


def _root(parents: list[int], n: int) -> int:
    while parents[n] != n:
        parents[n] = parents[parents[n]]
        n = parents[n]
    return n
