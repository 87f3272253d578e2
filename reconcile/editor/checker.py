"""A draft as it stands in the editor, held against its sources at every keystroke.

Settings are read each time, so that an edit of them is in force at once; sources, their claims and the rules, which
cost more, are kept until a file of theirs changes.
"""

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile import pipeline
from reconcile.desk.baseline import read_baseline
from reconcile.desk.config import Config, find_config, load_config
from reconcile.desk.decisions import read_decisions
from reconcile.desk.faults import DeskFault
from reconcile.desk.policy import configured
from reconcile.desk.review import review
from reconcile.desk.sources import sources_of
from reconcile.desk.stamps import Stamps, stamps
from reconcile.extract import extract
from reconcile.facts import Claim, Problem, Report, Source
from reconcile.read import ReadError, gather
from reconcile.read.blob import Blob
from reconcile.read.readers import read_blob
from reconcile.read.web import OFFLINE
from reconcile.report import FORMATS
from reconcile.report.alerts import Alerts, alerts
from reconcile.rulebook import Rulebook, RuleFault, load_rules, shipped_rules
from reconcile.rulebook.policy import policy_of

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a draft; None where there is nothing to hold it against. `problems` are told in any case."""

    text: str
    alerts: Alerts | None = None
    problems: tuple[Problem, ...] = ()
    by: str | None = None


class Checker:
    """Checks drafts by path and text. Not for use by several threads at once."""

    def __init__(self, config: Path | None = None) -> None:
        """`config` is a settings file for all drafts; else each draft's nearest one upward is read."""
        self._config = config
        self._rules: dict[tuple[Path, ...], tuple[Stamps, Rulebook]] = {}
        self._sources: dict[tuple[str, ...], tuple[Stamps, tuple[Source, ...], tuple[Problem, ...]]] = {}
        self._claims: dict[Path, dict[tuple[str, Source], tuple[Claim, ...]]] = {}

    def check(self, path: Path, text: str, against: Sequence[str] = ()) -> Checked:
        """The check of a draft whose file is `path` and whose text is `text`, saved or not.

        Its sources are `against`, else those of its front matter, else those of the settings. What is wrong with
        settings, rules or sources is among the problems; nothing is raised.
        """
        try:
            config = (
                load_config(self._config, tuple(FORMATS)) if self._config else find_config(path.parent, tuple(FORMATS))
            )
            draft = _draft(path, text)
            return self._checked(draft, path, config, against) if draft else Checked(text)
        except (DeskFault, RuleFault) as fault:
            return Checked(text, problems=tuple(fault.problems))

    def forget(self, path: Path) -> None:
        """Drops what is kept for a draft that is closed."""
        self._claims.pop(path, None)

    def _checked(self, draft: Source, path: Path, config: Config, against: Sequence[str]) -> Checked:
        named, missing = (tuple(against), ()) if against else sources_of(draft, config)
        told, unread = self._read(tuple(name for name in named if name != _STDIN))
        own = os.path.realpath(path)
        told = tuple(each for each in told if not each.path or os.path.realpath(each.path) != own)
        if not told:
            return Checked(draft.text, None, (*missing, *unread), config.by)
        book = self._rulebook(config.rules)
        report = self._report(draft, told, book, config, path)
        baseline = read_baseline(config.baseline) if config.baseline and config.baseline.exists() else None
        today = dt.datetime.now().astimezone().date()
        settled, faults = review(report, configured(policy_of(book), config), today, baseline)
        stale = (problem for problem in settled.problems if problem not in report.problems)
        return Checked(draft.text, alerts(settled), (*missing, *unread, *stale, *faults), config.by)

    def _report(self, draft: Source, told: Sequence[Source], book: Rulebook, config: Config, path: Path) -> Report:
        before, now = self._claims.get(path, {}), dict[tuple[str, Source], tuple[Claim, ...]]()

        def claims_of(source: Source) -> tuple[Claim, ...]:
            key = (book.digest, source)
            now[key] = before[key] if key in before else extract(source, book)
            return now[key]

        rulings = read_decisions(config.decisions) if config.decisions else ()
        report = pipeline.check(draft, told, book, rulings=rulings, claims_of=claims_of)
        self._claims[path] = now
        return report

    def _read(self, names: tuple[str, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
        since, sources, problems = self._sources.get(names, ((), (), ()))
        if names not in self._sources or since != stamps([*names, *_paths(sources)]):
            sources, problems = gather(names, OFFLINE)
            self._sources[names] = (stamps([*names, *_paths(sources)]), sources, problems)
        return sources, problems

    def _rulebook(self, folders: tuple[Path, ...]) -> Rulebook:
        if not folders:
            return shipped_rules()
        now = stamps(str(file) for folder in folders for file in sorted(folder.rglob("*.toml")))
        if folders not in self._rules or self._rules[folders][0] != now:
            self._rules[folders] = (now, load_rules(*folders))
        return self._rules[folders][1]


def _draft(path: Path, text: str) -> Source | None:
    """The draft as a reader of its format has it; None where it is empty, or where its text is not the file's own."""
    try:
        reading = read_blob(Blob(str(path), path.suffix.lower(), text.encode("utf-8", "replace")))
    except ReadError:
        return None
    whole = len(reading.sources) == 1 and reading.sources[0].text == text
    return replace(reading.sources[0], id="draft") if whole else None


def _paths(sources: Iterable[Source]) -> list[str]:
    return list(dict.fromkeys(source.file for source in sources if source.file))
