"""The baseline: findings that somebody has looked at and accepted, in a TOML file to be kept beside the drafts.

An accepted finding is known by its outcome and by its figures in their sentences, never by a line, and by the texts of
the sources it rests on: those of its evidence, or all of them where no source speaks to it. A figure or a sentence that
is rewritten, or a source that changes, opens the question again; a source that is added does not.

    [[accepted]]
    draft = "story.md"                        # from the folder of this file
    outcome = "unsupported"
    by = "Jo Doe"
    on = "2026-03-11"
    why = "the mayor told us by phone"
    figures = [{ figure = "900", sentence = "The mayor promised 900 buses.", nth = 0 }]
    sources = { "wire.txt" = "sha256:..." }   # likewise; only the digests are compared
"""

import datetime as dt
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from reconcile.desk.faults import DeskFault
from reconcile.desk.paths import near
from reconcile.desk.toml import entries_of, readable
from reconcile.facts import Problem, Quote, Source, Waiver
from reconcile.facts.policy import Outcome

_STDIN = "-"
_TEXTS = ("draft", "by", "why")
_AGAIN = "take the entry out, or write it anew with `reconcile baseline`"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted finding: what is said of which figures of which draft, the digests of the sources, who and why."""

    draft: str
    outcome: Outcome
    by: str
    on: str
    why: str
    figures: tuple[Quote, ...]
    sources: tuple[tuple[str, str], ...]

    def covers(self, outcome: Outcome, figures: Sequence[Quote], present: Iterable[str]) -> bool:
        """Whether it is this finding and all sources that it rests on are still what they were."""
        rests = {digest for _, digest in self.sources}
        return (self.outcome, self.figures) == (outcome, tuple(figures)) and rests <= set(present)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What has been accepted, and the file that says so."""

    path: Path
    accepted: tuple[Accepted, ...] = ()

    def of(self, draft: Source) -> tuple[Accepted, ...]:
        """What has been accepted of one draft."""
        name = self.name(draft)
        return tuple(one for one in self.accepted if one.draft == name)

    def name(self, document: Source) -> str:
        """How the baseline calls a draft or a source: its path from the baseline's own folder, with slashes.

        So it can be kept under version control and holds wherever that is checked out. What came from an address goes
        by that, and standard input by its sign.
        """
        path = document.path
        if not path or path == _STDIN:
            return path or document.url or document.id
        return os.path.relpath(path, self.path.absolute().parent).replace(os.sep, "/")

    def resting(self, sources: Iterable[Source]) -> tuple[tuple[str, str], ...]:
        """The sources by name with their digests; one of several in a file (a feed, a corpus) bears its id as well."""
        named = [(self.name(source), source) for source in sources]
        shared = Counter(name for name, _ in named)
        return tuple(
            (name if shared[name] == 1 else f"{name}#{source.id}", digest_of(source)) for name, source in named
        )

    def waiver(self, one: Accepted) -> Waiver:
        """The waiver that an accepted finding is."""
        return Waiver(one.why, one.by, near(str(self.path)), on=one.on)

    def replaced(self, draft: Source, accepted: Iterable[Accepted]) -> "Baseline":
        """The baseline with other findings of one draft; those of all other drafts stay."""
        name = self.name(draft)
        kept = [one for one in self.accepted if one.draft != name]
        return replace(self, accepted=tuple(sorted((*kept, *accepted), key=lambda one: one.draft)))


def digest_of(source: Source) -> str:
    """What a source says, in short: the digest of its text, whatever file or format holds it."""
    return "sha256:" + hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file. Raises DeskFault with every fault of it, each with its line."""
    with readable(path, "the baseline", "write it with `reconcile baseline`"):
        text = path.read_text(encoding="utf-8-sig")
    read = [_entry(entry, path, line) for entry, line in entries_of(text, path, "accepted", _AGAIN)]
    if faults := [one for one in read if isinstance(one, Problem)]:
        raise DeskFault(*faults)
    return Baseline(path, tuple(one for one in read if isinstance(one, Accepted)))


def baseline_text(baseline: Baseline) -> str:
    """The baseline as its file holds it."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("What somebody has looked at and accepted. Written by `reconcile baseline`."))
    entries = tomlkit.aot()
    for one in baseline.accepted:
        entry = tomlkit.table()
        for key in ("draft", "outcome", "by", "on", "why"):
            entry.add(key, getattr(one, key))
        figures = tomlkit.array().multiline(multiline=True)
        for quote in one.figures:
            figures.append(_inline({"figure": quote.figure, "sentence": quote.sentence, "nth": quote.nth}))
        entry.add("figures", figures)
        entry.add("sources", _inline(dict(one.sources)))
        entries.append(entry)
    document.add("accepted", entries)
    return tomlkit.dumps(document)


def _inline(values: dict[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.inline_table()
    table.update(values)
    return table


def _entry(entry: Any, path: Path, line: int | None) -> Accepted | Problem:
    try:
        return _checked(entry)
    except (KeyError, TypeError, ValueError) as error:
        told = f"no `{error.args[0]}`" if isinstance(error, KeyError) else str(error)
        return Problem(str(path), line, f"this entry is not understood: {told}", _AGAIN)


def _checked(entry: Any) -> Accepted:
    """An entry as parsed. Raises KeyError, TypeError or ValueError."""
    draft, by, why = (entry[key] for key in _TEXTS)
    for key in _TEXTS:
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise ValueError(f"`{key}` is no text")
    if entry["outcome"] not in get_args(Outcome):
        raise ValueError(f"there is no outcome {entry['outcome']!r:.40}")
    on = dt.date.fromisoformat(str(entry["on"])).isoformat()
    figures = tuple(Quote(str(one["figure"]), str(one["sentence"]), int(one.get("nth", 0))) for one in entry["figures"])
    if not figures:
        raise ValueError("it names no figure")
    sources = tuple((str(name), str(digest)) for name, digest in dict(entry["sources"]).items())
    return Accepted(draft, entry["outcome"], by, on, why, figures, sources)
