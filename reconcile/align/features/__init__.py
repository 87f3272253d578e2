"""The evidence for and against two statements being one fact: each feature has a name and a strength.

One module a family of evidence: `figures`, `nouns`, `events`, `words`, `setting`. A feature is silent (not yielded)
where there is nothing to compare; what it weighs stands in rules/align.toml under its name, and `evidence` words it.
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
    return [
        *figures(a, b, corpus),
        *nouns(a, b, corpus, lexis),
        *events(a, b, corpus, lexis),
        *words(a, b, corpus),
        *setting(a, b),
    ]
