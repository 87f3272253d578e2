"""The desk's word on a checked draft: how grave each finding is, who has waived it, and which waivers are stale.

The command line, the language server and every format go through `review`; a report that has been through it carries
`level` and `waiver` in its findings.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from reconcile.desk.baseline import Accepted, Baseline, digest_of
from reconcile.desk.matters import Matter, draft_of, matters_of
from reconcile.desk.paths import near
from reconcile.desk.waivers import Inline, waivers_of
from reconcile.facts import Problem, Quote, Report, Waiver
from reconcile.facts.policy import Policy


def review(
    report: Report, policy: Policy, today: dt.date | None = None, baseline: Baseline | None = None
) -> tuple[Report, tuple[Problem, ...]]:
    """The report with levels and waivers, and a Problem for each waiver in the draft that cannot be heeded.

    Waivers that waive nothing, and those that had run out by `today`, are told among the report's own problems.
    """
    matters = tuple(matters_of(report, policy))
    inline, faults = waivers_of(draft_of(report))
    present = _present(report)
    day = today or dt.date.min
    settled: Mapping[object, Any] = {
        matter.item: replace(
            matter.item,
            level=matter.level,
            message=matter.message,
            waiver=_inline(matter, inline, day) or _accepted(matter, baseline, report, present),
        )
        for matter in matters
    }
    stale = (*_stale(matters, inline, day), *_dropped(matters, baseline, report, present))
    reviewed = replace(
        report,
        draft=tuple(settled.get(each, each) for each in report.draft),
        inconsistencies=tuple(settled.get(each, each) for each in report.inconsistencies),
        problems=(*report.problems, *stale),
    )
    return reviewed, faults


def accept(report: Report, policy: Policy, baseline: Baseline, by: str, why: str, today: dt.date) -> Baseline:
    """The baseline with all findings of the draft that count and that no waiver in the draft covers.

    What was accepted before and still holds keeps its own who, when and why.
    """
    inline, _ = waivers_of(draft_of(report))
    present = _present(report)
    name = baseline.name(draft_of(report))
    accepted = []
    for matter in matters_of(report, policy):
        if matter.level != "ignore" and not _inline(matter, inline, today):
            before = _entry(matter, baseline.of(draft_of(report)), present)
            sources = tuple((source.path or source.id, digest_of(source)) for source in matter.sources)
            quotes = tuple(map(Quote.of, matter.claims))
            accepted.append(before or Accepted(name, matter.outcome, by, today.isoformat(), why, quotes, sources))
    return baseline.replaced(draft_of(report), accepted)


def _present(report: Report) -> frozenset[str]:
    return frozenset(digest_of(source) for source in report.sources if source.role == "source")


def _inline(matter: Matter, inline: Iterable[Inline], today: dt.date) -> Waiver | None:
    """The waiver in the draft that covers a matter: the first of those still in force."""
    in_force = (one for one in inline if not one.expired(today))
    return next((one.waiver for one in in_force if _waives(one, matter)), None)


def _waives(one: Inline, matter: Matter) -> bool:
    """Whether a waiver speaks of any of the figures that a matter is about."""
    return any(one.waives(matter.outcome, claim) for claim in matter.claims)


def _accepted(matter: Matter, baseline: Baseline | None, report: Report, present: frozenset[str]) -> Waiver | None:
    entry = _entry(matter, baseline.of(draft_of(report)), present) if baseline else None
    return baseline.waiver(entry) if baseline and entry else None


def _entry(matter: Matter, accepted: Iterable[Accepted], present: frozenset[str]) -> Accepted | None:
    quotes = tuple(map(Quote.of, matter.claims))
    return next((one for one in accepted if one.covers(matter.outcome, quotes, present)), None)


def _stale(matters: Sequence[Matter], inline: Iterable[Inline], today: dt.date) -> Iterator[Problem]:
    for one in inline:
        if one.expired(today):
            told = f"the waiver ran out on {one.waiver.until}"
            yield Problem(one.waiver.where, one.waiver.line, told, "decide again, or take it out")
        elif not any(_waives(one, matter) for matter in matters):
            yield Problem(one.waiver.where, one.waiver.line, "the waiver has nothing to waive", "take it out")


def _dropped(
    matters: Sequence[Matter], baseline: Baseline | None, report: Report, present: frozenset[str]
) -> Iterator[Problem]:
    """What was accepted and is no longer there, or rests on what has changed."""
    if baseline is None:
        return
    held = {_entry(matter, baseline.of(draft_of(report)), present) for matter in matters}
    for one in baseline.of(draft_of(report)):
        if one not in held:
            told = f"what {one.by} accepted on {one.on} no longer holds: {one.outcome}: {one.figures[0].figure}"
            hint = "the figure or a source has changed: decide again, and renew it with `reconcile baseline`"
            yield Problem(near(str(baseline.path)), None, told, hint)
