"""The evidence for and against two statements being one fact: each feature has a name and a strength.

One module a family of evidence: `figures`, `nouns`, `events`, `words`, `setting`. A feature is silent (not yielded)
where there is nothing to compare; what it weighs stands in rules/align.toml under its name, and `evidence` words it.
"""

from collections.abc import Iterator

from reconcile.align.features.events import events
from reconcile.align.features.figures import figures
from reconcile.align.features.nouns import nouns
from reconcile.align.features.setting import setting
from reconcile.align.features.words import words
from reconcile.align.lexis import Lexis
from reconcile.align.records import Corpus, Record

Strength = tuple[str, float]


def features(a: Record, b: Record, corpus: Corpus, lexis: Lexis) -> Iterator[Strength]:
    """Every feature of a pair that says something, with its strength."""
    yield from figures(a, b, corpus)
    yield from nouns(a, b, corpus, lexis)
    yield from events(a, b, corpus, lexis)
    yield from words(a, b, corpus)
    yield from setting(a, b)
