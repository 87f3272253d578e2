"""A report put into the order and the parts that every readable format shows.

Discrepancies come first, then the other facts that several sources tell, then what stands in one source alone; dates
close each part. Texts are still as the source wrote them: each renderer makes them inert for its own medium.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Literal

from reconcile.facts import Claim, DraftFinding, Fact, Relation, Report, Source
from reconcile.report.positions import Lines, located, spoken
from reconcile.report.words import STATUSES, VERDICTS, distinct, file_name, plural, short_names, with_names, with_noun

Section = Literal["discrepancies", "shared", "alone"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a fact and everybody who gives it: claims that commit to the same interval in the same unit.

    An amount given again in another unit belongs to the figure that it repeats.
    """

    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The claim that speaks for the figure: the first."""
        return self.claims[0]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that give the figure, each once."""
        return tuple(dict.fromkeys(claim.source for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Row:
    """One fact with its claims at hand: by source (`cells`) and by figure; `relations` are those it is the whole of."""

    fact: Fact
    cells: Mapping[str, tuple[Claim, ...]]
    figures: tuple[Figure, ...]
    relations: tuple[Relation, ...]
    timeline: tuple[tuple[Claim, str | None], ...]

    @property
    def steps(self) -> tuple[tuple[Claim, str | None], ...]:
        """The timeline without the claims that only repeat the figure before them."""
        return tuple(next(alike) for _, alike in groupby(self.timeline, key=lambda step: _commitment(step[0])))

    def written(self, claims: Iterable[Claim], *, nouns: bool = False) -> tuple[str, ...]:
        """The figures of some of the fact's claims, each once: as written, with an amount given again in brackets."""
        given = tuple(claims)
        again = {claim.equivalent_of: claim.text for claim in given if claim.equivalent_of}
        leading = {claim.id for claim in given} & set(again)
        return distinct(
            (with_noun(claim, self.fact.label) if nouns else claim.text)
            + (f" ({again[claim.id]})" if claim.id in again else "")
            for claim in given
            if claim.equivalent_of not in leading
        )

    @property
    def decided(self) -> tuple[str, ...]:
        """What an editor has decided of the fact's claims."""
        return tuple(reason.detail for reason in self.fact.reasons if reason.name == "editor" and not reason.weight)

    @property
    def section(self) -> Section:
        """Where the fact belongs."""
        if self.fact.verdict == "discrepancy":
            return "discrepancies"
        return "alone" if self.fact.verdict == "single-source" else "shared"


@dataclass(frozen=True, slots=True)
class Finding:
    """One claim of the draft with the claims of sources that speak to it."""

    finding: DraftFinding
    claim: Claim
    evidence: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A report made ready to be shown.

    `names` are short and unique names of the sources by id, `labels` those of the facts; `lines` are those of each
    source's text.
    """

    report: Report
    names: Mapping[str, str]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    labels: Mapping[str, str]
    sources: Mapping[str, Source]
    lines: Mapping[str, Lines]

    def place(self, claim: Claim) -> str:
        """Where a claim stands: `wire.md:12`, `brief.pdf, p. 3`, `deaths.csv, row 12, column Dead`."""
        source = self.sources[claim.source]
        return located(source, claim.start, self.lines[source.id], file_name(source) or source.id)

    def spoken(self, claim: Claim) -> str:
        """The same without the file: `line 12`, `p. 3`, `row 12, column Dead`."""
        return spoken(self.sources[claim.source], claim.start, self.lines[claim.source])

    def attribution(self, claim: Claim) -> str:
        """Who says it and where: `Harbour Post (post.md:2)`, or `post.md:2` where the source goes by its file."""
        name, place = self.names[claim.source], self.place(claim)
        return place if place.startswith((f"{name}:", f"{name},")) else f"{name} ({place})"

    def section(self, section: Section) -> tuple[Row, ...]:
        """The rows of one part, in order."""
        return tuple(row for row in self.rows if row.section == section)

    @property
    def odd(self) -> Mapping[str, str]:
        """Of each claim (by id) of the draft that does not fit others of it: why not, and who has waived that."""
        kept = [each for each in self.report.inconsistencies if each.level != "ignore"]
        told = {each: f"{each.message}; {each.waiver.told}" if each.waiver else each.message for each in kept}
        return {name: told[each] for each in kept for name in each.claims}

    @property
    def bare(self) -> tuple[Claim, ...]:
        """The claims of a report that holds claims alone (nothing was compared), in reading order; else none."""
        if self.report.facts or self.report.draft:
            return ()
        return tuple(claim for claim in self.report.claims if claim.source in self.sources)

    @property
    def leaders(self) -> Mapping[str, str]:
        """For each source that shares an origin with one listed before it: that one (both ids)."""
        first: dict[str, str] = {}
        for source in self.report.sources:
            first.setdefault(source.origin or source.id, source.id)
        ids = ((source.id, first[source.origin or source.id]) for source in self.report.sources)
        return {source: leader for source, leader in ids if source != leader}

    @property
    def kinship(self) -> Mapping[str, str]:
        """How a source (by id) stands to another one that was read: as its earlier version, or as a copy of it."""
        copies = {source: f"same text as {self.names[leader]}" for source, leader in self.leaders.items()}
        past = {source.id: self.names.get(source.superseded_by or "") for source in self.report.sources}
        told = {name: f"superseded by {later}: no verdict rests on it" for name, later in past.items() if later}
        return {**copies, **told}

    @property
    def tally(self) -> str:
        """How many figures of the draft stand how, in one line; what is waived or ignored is not counted."""
        shown = [each for each in self.report.draft if each.level != "ignore" and not each.waiver]
        counts = Counter(each.status for each in shown)
        odd = sum(each.level != "ignore" and not each.waiver for each in self.report.inconsistencies)
        told = {**{word.counted: counts[status] for status, word in STATUSES.items()}, "inconsistent": odd}
        told["supported"] = told.pop("supported")  # last, as there is nothing to do about it
        return ", ".join(f"{count} {word}" for word, count in told.items() if count)

    @property
    def summary(self) -> str:
        """The report in one line: how much came in, and how it compares."""
        read = [source for source in self.report.sources if source.role == "source"]
        origins = {source.origin for source in read if source.origin}
        counts = Counter(row.fact.verdict for row in self.rows)
        parts = [plural(len(read), "source"), plural(len(self.report.claims), "claim")]
        parts[1:1] = [plural(len(origins), "independent origin")] if origins else []
        parts += [plural(len(self.rows), "fact")] if self.rows else []
        verdicts = [f"{counts[verdict]} {word.counted}" for verdict, word in VERDICTS.items() if counts[verdict]]
        return ", ".join(parts) + (": " + ", ".join(verdicts) if verdicts else "")


def digest(report: Report) -> Digest:
    """Looks up, orders and groups; a claim that the report lacks, or whose source it lacks, is left out."""
    names = short_names(report.sources)
    report = _told_by_name(report, names)
    claims = {claim.id: claim for claim in report.claims if claim.source in names}
    wholes: dict[str, list[Relation]] = {}
    for relation in report.relations:
        wholes.setdefault(relation.whole, []).append(relation)
    rows = [_row(fact, claims, tuple(wholes.get(fact.id, ()))) for fact in report.facts]
    urgency = list(STATUSES)
    findings = [
        Finding(finding, claims[finding.claim], _known(finding.evidence, claims))
        for finding in report.draft
        if finding.claim in claims
    ]
    return Digest(
        report=report,
        names=names,
        rows=tuple(sorted(rows, key=_rank)),
        findings=tuple(sorted(findings, key=lambda each: urgency.index(each.finding.status))),
        labels={fact.id: fact.label for fact in report.facts},
        sources={source.id: source for source in report.sources},
        lines={source.id: Lines.of(source.text) for source in report.sources},
    )


def _told_by_name(report: Report, names: Mapping[str, str]) -> Report:
    """The report with the names of sources in its messages, where they have the ids that mean nothing to a reader."""
    told = partial(with_names, names=names)
    return replace(
        report,
        facts=tuple(replace(each, message=told(each.message)) for each in report.facts),
        draft=tuple(replace(each, message=told(each.message)) for each in report.draft),
        inconsistencies=tuple(replace(each, message=told(each.message)) for each in report.inconsistencies),
    )


def _row(fact: Fact, known: Mapping[str, Claim], relations: tuple[Relation, ...]) -> Row:
    cells: dict[str, list[Claim]] = {}
    figures: dict[object, list[Claim]] = {}
    for claim in _known(fact.claims, known):
        cells.setdefault(claim.source, []).append(claim)
        if claim.equivalent_of not in fact.claims:
            figures.setdefault(_commitment(claim), []).append(claim)
    return Row(
        fact=fact,
        cells={source: tuple(claims) for source, claims in cells.items()},
        figures=tuple(Figure(tuple(claims)) for claims in figures.values()),
        relations=relations,
        timeline=tuple((known[moment.claim], moment.as_of) for moment in fact.timeline if moment.claim in known),
    )


def _known(ids: Iterable[str], claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    return tuple(claims[name] for name in ids if name in claims)


def _commitment(claim: Claim) -> object:
    """What a claim commits to; equal for "nine" and "9", different for "9" and "at least 9"."""
    if claim.kind == "date":
        return (claim.when.first, claim.when.last) if claim.when else claim.text.casefold()
    return (claim.quantity.value, claim.quantity.low, claim.quantity.high, claim.quantity.unit)


def _rank(row: Row) -> tuple[int, bool, int, bool, int]:
    """By part, dates last in each, worst first, then what more origins tell; the rest keeps the report's order.

    Of the discrepancies a copy that changes a figure is the worst: one text cannot have two.
    """
    parts: tuple[Section, ...] = ("discrepancies", "shared", "alone")
    verdict = list(VERDICTS).index(row.fact.verdict)
    copied = any(reason.name == "copy" and not reason.weight for reason in row.fact.reasons)
    return (parts.index(row.section), row.fact.kind == "date", verdict, not copied, -row.fact.origins)
