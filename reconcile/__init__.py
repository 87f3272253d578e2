"""Compare what several sources say in figures: `read` them, `compare` them, look at the report.

    a = reconcile.read("a.txt")
    b = reconcile.Source.from_text("...", id="b", published="2022-02-04")
    report = reconcile.compare([a, b])
    report = reconcile.check(draft, [a, b])

`check` holds each figure of a draft against the sources. `extract` gives the claims of one source, `to_dict` turns a
report or a claim into plain values for JSON, `load_rules` layers a desk's own rules on the shipped ones, and `gather`
reads many files, folders and corpora at once. Unreadable input raises `ReadError`, faulty rules raise `RuleFault`; both
carry what is wrong, where, and what to do. Apart from reading files everything here is pure: no printing, no network,
no clock.

Importing the package is cheap: each part is loaded at its first use.
"""

import sys
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from reconcile.facts import Claim, Problem, Report, Source
    from reconcile.read import ReadError
    from reconcile.rulebook import Rulebook, RuleFault

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Problem",
    "ReadError",
    "Report",
    "RuleFault",
    "Rulebook",
    "Source",
    "__version__",
    "check",
    "compare",
    "extract",
    "gather",
    "load_rules",
    "read",
    "to_dict",
]

_HOMES = {
    "Claim": "reconcile.facts",
    "Problem": "reconcile.facts",
    "Report": "reconcile.facts",
    "Source": "reconcile.facts",
    "ReadError": "reconcile.read",
    "RuleFault": "reconcile.rulebook",
    "Rulebook": "reconcile.rulebook",
}


def read(path: "str | Path") -> "Source":
    """The document in a file, its id the file's stem. Raises ReadError, also for a corpus of several documents."""
    from reconcile.read import read

    return read(path)


def gather(arguments: Sequence[str]) -> "tuple[tuple[Source, ...], tuple[Problem, ...]]":
    """All documents in files, folders and corpora, and what could not be read; `-` is standard input."""
    from reconcile.read import gather

    return gather(arguments)


def load_rules(*folders: "str | Path") -> "Rulebook":
    """The shipped rules with the folders layered on top, the last one strongest. Raises RuleFault."""
    from pathlib import Path

    from reconcile.rulebook import load_rules

    return load_rules(*map(Path, folders))


def extract(source: "Source", rulebook: "Rulebook | None" = None) -> "tuple[Claim, ...]":
    """The numeric claims of a source in reading order, by the shipped rules unless others are given."""
    from reconcile.extract import extract

    return extract(source, rulebook or _shipped())


def compare(sources: "Iterable[Source]", rulebook: "Rulebook | None" = None) -> "Report":
    """Where the sources agree and where they don't, by the shipped rules unless others are given."""
    from reconcile.pipeline import compare

    return compare(tuple(sources), rulebook or _shipped())


def check(draft: "Source", sources: "Iterable[Source]", rulebook: "Rulebook | None" = None) -> "Report":
    """Every numeric claim of a draft held against the sources, by the shipped rules unless others are given.

    The report has the findings in its `draft` part, and the facts of the sources as `compare` gives them. Levels are
    those of the rules; waivers in the draft's text are heeded, their last day is not: there is no clock here.
    """
    from dataclasses import replace

    from reconcile.desk.review import review
    from reconcile.pipeline import check
    from reconcile.rulebook.policy import policy_of

    book = rulebook or _shipped()
    report, unheeded = review(check(draft, tuple(sources), book), policy_of(book))
    return replace(report, problems=(*unheeded, *report.problems))


def to_dict(item: "Report | Claim") -> dict[str, Any]:
    """A report or one claim as plain values: the object that the JSON report holds."""
    from reconcile.report import to_dict

    return dict(to_dict(item))


def _shipped() -> "Rulebook":
    from reconcile.rulebook import shipped_rules

    return shipped_rules()


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)


class _Namespace(ModuleType):
    """Keeps the functions `read` and `extract` where the packages of the same names would take their place.

    Importing a subpackage binds its name in the parent; without this, `reconcile.extract(a)` would work only once.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and name in ("read", "extract"):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Namespace
