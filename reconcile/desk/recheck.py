"""Which drafts a corrected source touches, and which figures of theirs.

With the former version at hand, a figure is touched when it stands worse against the new one: in company of the draft's
other sources, or contradicted by the new version alone, even where others still carry the old figure. Without it, when
the new version alone contradicts it. Without any correction, when it counts against the draft's sources as they are.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reconcile.desk.status import counts
from reconcile.facts import DraftFinding, Problem, Report, Source
from reconcile.facts.recheck import Recheck, TouchedFigure
from reconcile.facts.report import Status

Plan = Sequence[tuple[Source, tuple[Source, ...]]]
"""Drafts, each with its sources."""

Track = Callable[[Plan], Iterable[tuple[Source, tuple[Source, ...]]]]
"""Gives the same drafts one by one: where a caller may watch the work go on."""

Check = Callable[[Source, Sequence[Source]], Report]
"""The reviewed report on a draft held against sources."""

_RANK: Mapping[Status, int] = {"supported": 0, "undecided": 1, "unsupported": 2, "contradicted": 3}
_Place = tuple[int, int]


def drafts_among(plan: Plan, *versions: Source | None) -> Plan:
    """The plan without what is no draft: versions of the corrected source, and sources of other documents.

    A document that names sources of its own is a draft even where another draws on it.
    """
    used = {os.path.realpath(source.path) for _, sources in plan for source in sources if source.path}
    drafts = _without([draft for draft, _ in plan], *versions)
    return [
        (draft, sources)
        for draft, sources in plan
        if draft in drafts and (draft.sources or not draft.path or os.path.realpath(draft.path) not in used)
    ]


def recheck(
    plan: Plan, changed: Source | None, was: Source | None, check: Check, fail_on: str, track: Track = iter
) -> Recheck:
    """Every draft of a plan looked at; `fail_on` is the level at which a figure counts where nothing was corrected.

    A draft that draws on other sources alone is passed over, unless no draft is known to draw on the corrected one.
    """
    drawn = any(len(_without(sources, changed, was)) < len(sources) for _, sources in plan)
    touched: list[tuple[Source, tuple[TouchedFigure, ...]]] = []
    clear: list[Source] = []
    apart: list[Source] = []
    problems: list[Problem] = []
    for draft, sources in track(plan):
        others = _without(sources, changed, was)
        if not sources and not changed:
            hint = "name its sources in its front matter, in the settings, or after --against"
            problems.append(Problem(draft.path or draft.id, None, "no sources to hold it against", hint))
        elif drawn and sources and len(others) == len(sources):
            apart.append(draft)
        elif figures := _figures(draft, others, changed, was, check, fail_on):
            touched.append((draft, figures))
        else:
            clear.append(draft)
    return Recheck(changed, was, tuple(touched), tuple(clear), tuple(apart), tuple(problems))


def _figures(
    draft: Source, others: Sequence[Source], changed: Source | None, was: Source | None, check: Check, fail_on: str
) -> tuple[TouchedFigure, ...]:
    """The figures of a draft that are touched, in reading order; `others` are its sources but for the corrected one."""
    if changed is None:
        report = check(draft, others)
        return tuple(TouchedFigure(report, each, None) for each in report.draft if counts(each, fail_on))
    alone = check(draft, [changed])
    if was is None:
        return tuple(TouchedFigure(alone, each, None) for each in _counting(alone) if each.status == "contradicted")
    found: dict[_Place, TouchedFigure] = {}
    if others:
        wrong = [each for each in _worse(alone, check(draft, [was])) if each.finding.status == "contradicted"]
        found = {_place(each.report, each.finding): each for each in wrong}
        alone = check(draft, [*others, changed])
    for each in _worse(alone, check(draft, [*others, was])):
        found.setdefault(_place(each.report, each.finding), each)
    return tuple(found[place] for place in sorted(found))


def _worse(now: Report, before: Report) -> Iterator[TouchedFigure]:
    """The figures that count and stood better before."""
    stood = {_place(before, each): each.status for each in before.draft}
    for each in _counting(now):
        former = stood.get(_place(now, each))
        if former and _RANK[each.status] > _RANK[former]:
            yield TouchedFigure(now, each, former)


def _counting(report: Report) -> Iterator[DraftFinding]:
    return (each for each in report.draft if counts(each, "note"))


def _place(report: Report, finding: DraftFinding) -> _Place:
    return next((claim.start, claim.end) for claim in report.claims if claim.id == finding.claim)


def _without(sources: Iterable[Source], *versions: Source | None) -> list[Source]:
    """The sources but for the versions of the corrected one, known by file, by text, or by what its versions share."""
    known = [version for version in versions if version]
    return [source for source in sources if not any(_same(source, version) for version in known)]


def _same(source: Source, version: Source) -> bool:
    if source.path and version.path and os.path.realpath(source.path) == os.path.realpath(version.path):
        return True
    return source.text == version.text or (source.guid is not None and source.guid == version.guid)
