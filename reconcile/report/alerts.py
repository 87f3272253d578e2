"""What a check has to say about a draft, one alert a figure, as linters and CI systems want it.

SARIF, rdjson, GitHub's annotations, JUnit and the editor all show these alerts, so that each says the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reconcile.facts import Claim, Mend, Report, Source, Waiver
from reconcile.facts.policy import Level
from reconcile.report.digest import Digest, Finding, digest
from reconcile.report.inert import plain
from reconcile.report.positions import in_file
from reconcile.report.words import quote

_ROOM = 400
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sort of alert: its id, a name in one word, what it says in one sentence, and what to do about it.

    `level` is how grave it is where no desk has said so; None where nothing needs a look.
    """

    id: str
    name: str
    level: Level | None
    about: str
    help: str


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            Rule(
                "contradicted",
                "ContradictedFigure",
                "error",
                "The sources give another figure for this.",
                "Compare the sentence of the draft with that of the source. Correct the figure, or waive the finding "
                "and say why the draft is right.",
            ),
            Rule(
                "unsupported",
                "UnsupportedFigure",
                "warning",
                "No source gives this figure, and it does not follow from those that they give.",
                "Name the source that has it, or take the figure out, or waive the finding and say where it is from.",
            ),
            Rule(
                "undecided",
                "UndecidedFigure",
                "note",
                "Whether the sources bear this figure out cannot be told.",
                "Read the sentences and decide; a clearer wording of what is counted often settles it.",
            ),
            Rule(
                "few-origins",
                "FewOrigins",
                "note",
                "Fewer independent origins give this figure than the desk asks for.",
                "Find a second origin: a republished wire text counts once, however many articles carry it.",
            ),
            Rule(
                "inconsistent",
                "InconsistentDraft",
                "warning",
                "Figures of the draft do not fit one another, whatever the sources say.",
                "Compare the places in the draft and correct the one that is wrong.",
            ),
            Rule("supported", "SupportedFigure", None, "The sources bear this figure out.", "There is nothing to do."),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Alert:
    """One figure of the draft and what is said of it; `evidence` are the claims that it rests on.

    `source` is the draft. `level` is None where nothing needs a look; a waived alert is open no more. `place` says in
    words where the figure stands (`para. 7`) in a draft that has no lines to point to; it is empty for all others.
    """

    rule: Rule
    level: Level | None
    claim: Claim
    source: Source
    evidence: tuple[Claim, ...]
    message: str
    mend: Mend | None = None
    waiver: Waiver | None = None
    place: str = ""

    @property
    def title(self) -> str:
        """The alert in a few words: figure, outcome, place."""
        return f"“{self.claim.text}” is {self.rule.id}" + (f" ({self.place})" if self.place else "")

    @property
    def told(self) -> str:
        """The alert in one line of plain text: figure, outcome, message."""
        return plain(f"{self.title}: {self.message}")


@dataclass(frozen=True, slots=True)
class Alerts:
    """All alerts of a check in the draft's reading order; `view` knows the sources."""

    view: Digest
    all: tuple[Alert, ...]

    @property
    def open(self) -> tuple[Alert, ...]:
        """Those that need a look and that nobody has waived, the gravest first."""
        wanted = [each for each in self.all if each.level in LEVELS and not each.waiver]
        return tuple(sorted(wanted, key=lambda each: LEVELS.index(each.level or "note")))

    @property
    def summary(self) -> str:
        """How many of each sort, in one line: "6 alerts: 2 contradicted, 1 unsupported, 3 supported"."""
        counts = Counter("waived" if each.waiver else each.rule.id for each in self.all)
        told = [f"{counts[name]} {name}" for name in (*RULES, "waived") if counts[name]]
        return ", ".join(told) or "no figure in the draft"

    def cited(self, claim: Claim) -> str:
        """A claim in one line of plain text: who says it, where, and the sentence."""
        sentence = "".join(quote(claim, _ROOM))
        return plain(f"{self.view.attribution(claim)}: “{sentence}”")


def alerts(report: Report) -> Alerts:
    """The alerts of a report that checks a draft, without those that the desk ignores; none for any other report."""
    view = digest(report)
    found = [*(_of_figure(each, view) for each in view.findings), *_within(view)]
    kept = [each for each in found if each.level != "ignore"]
    return Alerts(view, tuple(sorted(kept, key=lambda each: each.claim.start)))


def _of_figure(each: Finding, view: Digest) -> Alert:
    finding = each.finding
    rule = RULES["few-origins" if finding.status == "supported" and finding.level in LEVELS else finding.status]
    source = view.sources[each.claim.source]
    level = finding.level or rule.level
    settled = (finding.mend, finding.waiver, _place(each.claim, view))
    return Alert(rule, level, each.claim, source, each.evidence, finding.message, *settled)


def _place(claim: Claim, view: Digest) -> str:
    return "" if in_file(view.sources[claim.source]) else view.spoken(claim)


def _within(view: Digest) -> Iterator[Alert]:
    """The alerts of figures of the draft that do not fit one another."""
    known = {claim.id: claim for claim in view.report.claims if claim.source in view.sources}
    rule = RULES["inconsistent"]
    for each in view.report.inconsistencies:
        claims = [known[name] for name in each.claims if name in known]
        for first, *others in [claims] if claims else ():
            level, place = each.level or rule.level, view.sources[first.source]
            settled = (None, each.waiver, _place(first, view))
            yield Alert(rule, level, first, place, tuple(others), each.message, *settled)
