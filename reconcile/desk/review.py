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
    entries = baseline.of(draft_of(report)) if baseline else ()
    held = _held(matters, entries, report)
    day = today or dt.date.min
    settled: Mapping[object, Any] = {
        matter.item: replace(
            matter.item,
            level=matter.level,
            message=matter.message,
            waiver=_inline(matter, inline, day) or _accepted(held.get(matter.item), baseline),
        )
        for matter in matters
    }
    stale = [*_stale(matters, inline, day)]
    if baseline:
        stale += [_dropped(one, baseline) for one in entries if one not in held.values()]
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
    draft = draft_of(report)
    matters = tuple(matters_of(report, policy))
    inline, _ = waivers_of(draft)
    held = _held(matters, baseline.of(draft), report)
    name = baseline.name(draft)
    accepted = []
    for matter in matters:
        if matter.level != "ignore" and not _inline(matter, inline, today):
            before = held.get(matter.item)
            sources = baseline.resting(matter.sources)
            quotes = tuple(map(Quote.of, matter.claims))
            accepted.append(before or Accepted(name, matter.outcome, by, today.isoformat(), why, quotes, sources))
    return baseline.replaced(draft, accepted)


def _held(matters: Iterable[Matter], entries: Sequence[Accepted], report: Report) -> Mapping[object, Accepted]:
    """What was accepted before, by the finding or inconsistency that it still holds for."""
    if not entries:
        return {}
    present = frozenset(digest_of(source) for source in report.sources if source.role == "source")
    held: dict[object, Accepted] = {}
    for matter in matters:
        quotes = tuple(map(Quote.of, matter.claims))
        found = next((one for one in entries if one.covers(matter.outcome, quotes, present)), None)
        held |= {matter.item: found} if found else {}
    return held


def _inline(matter: Matter, inline: Iterable[Inline], today: dt.date) -> Waiver | None:
    """The waiver in the draft that covers a matter: the first of those still in force."""
    in_force = (one for one in inline if not one.expired(today))
    return next((one.waiver for one in in_force if _waives(one, matter)), None)


def _waives(one: Inline, matter: Matter) -> bool:
    """Whether a waiver speaks of any of the figures that a matter is about."""
    return any(one.waives(matter.outcome, claim) for claim in matter.claims)


def _accepted(entry: Accepted | None, baseline: Baseline | None) -> Waiver | None:
    return baseline.waiver(entry) if entry and baseline else None


def _stale(matters: Sequence[Matter], inline: Iterable[Inline], today: dt.date) -> Iterator[Problem]:
    """The waivers in the draft that are of no use any more."""
    for one in inline:
        if one.expired(today):
            told = f"the waiver ran out on {one.waiver.until}"
            yield Problem(one.waiver.where, one.waiver.line, told, "decide again, or take it out")
        elif not any(_waives(one, matter) for matter in matters):
            yield Problem(one.waiver.where, one.waiver.line, "the waiver has nothing to waive", "take it out")


def _dropped(one: Accepted, baseline: Baseline) -> Problem:
    """What was accepted and is no longer there, or rests on what has changed."""
    told = f"what {one.by} accepted on {one.on} no longer holds: {one.outcome}: {one.figures[0].figure}"
    hint = "the figure or a source has changed: decide again, and renew it with `reconcile baseline`"
    return Problem(near(str(baseline.path)), None, told, hint)
