"""The evidence for and against two statements being one fact: each feature has a name and a strength.

One module a family of evidence: `figures`, `nouns`, `events`, `words`, `setting`. A feature is silent (not told) where
there is nothing to compare; what it weighs stands in rules/align.toml under its name, and `evidence` words it.

These functions run for every pair of statements, thousands of times for a story. So they return short lists of what
speaks and look at nothing but the fields of a `Record`.
"""

from reconcile.align.features.events import events
from reconcile.align.features.figures import figures
from reconcile.align.features.nouns import nouns
from reconcile.align.features.setting import setting
from reconcile.align.features.words import words
from reconcile.align.lexis import Lexis
from reconcile.align.records import Corpus, Record

Strength = tuple[str, float]


def features(a: Record, b: Record, corpus: Corpus, lexis: Lexis) -> list[Strength]:
    """Every feature of a pair that says something, with its strength."""
    found = figures(a, b, corpus)
    found += nouns(a, b, corpus, lexis)
    found += events(a, b, corpus, lexis)
    found += words(a, b, corpus)
    found += setting(a, b)
    return found
