"""What the page of a check shows side by side: the draft, a card for each of its figures, the texts of the sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.facts import Mend, Source
from reconcile.report.alerts import RULES
from reconcile.report.digest import Digest, Finding
from reconcile.report.galley import Paragraph, galley
from reconcile.report.words import STATUSES


def sides(view: Digest) -> dict[str, Any] | None:
    """The draft's paragraphs, a card a figure in reading order, and each source with the figures that are cited of it.

    None for a report that checks no draft.
    """
    draft = next((source for source in view.report.sources if source.role == "draft"), None)
    if draft is None:
        return None
    odd = view.odd
    in_order = sorted(view.findings, key=lambda each: (each.claim.start, -each.claim.end))
    told = [source for source in view.report.sources if source.role == "source"]
    paragraphs = galley(draft, (each.claim for each in in_order))
    texts = [_text(source, in_order, view) for source in told]
    return {
        "title": draft.title if draft.title and draft.title not in draft.text[draft.body :] else "",
        "paragraphs": paragraphs,
        "cards": [_card(each, odd.get(each.claim.id, ""), draft) for each in in_order],
        "classes": {each.claim.id: _class(each) for each in in_order},
        "texts": texts,
        "placed": _placed(paragraphs, *(text["paragraphs"] for text in texts)),
    }


def _card(each: Finding, odd: str, draft: Source) -> dict[str, Any]:
    finding = each.finding
    return {
        "finding": finding,
        "claim": each.claim,
        "evidence": each.evidence,
        "word": STATUSES[finding.status],
        "class": _class(each),
        "open": _needs_a_look(each) or bool(odd),
        "about": RULES[finding.status].about,
        "mend": _mended(finding.mend, draft) if finding.mend else None,
        "odd": odd,
    }


def _class(each: Finding) -> str:
    return f"{each.finding.status} waived" if each.finding.waiver else each.finding.status


def _needs_a_look(each: Finding) -> bool:
    finding = each.finding
    return not finding.waiver and finding.level != "ignore" and (finding.status != "supported" or bool(finding.level))


def _mended(mend: Mend, draft: Source) -> Mapping[str, str]:
    """The words that go and those that come."""
    return {"old": draft.text[mend.start : mend.end], "new": mend.text}


def _text(source: Source, findings: Sequence[Finding], view: Digest) -> dict[str, Any]:
    cited = {claim.id: claim for each in findings for claim in each.evidence if claim.source == source.id}
    paragraphs = galley(source, cited.values(), sentences=True)
    return {"id": source.id, "name": view.names[source.id], "cited": len(cited), "paragraphs": paragraphs}


def _placed(*texts: Sequence[Paragraph]) -> frozenset[str]:
    """The figures that a link can lead to: those that are set, and not hidden by another that starts with them."""
    runs = (run for paragraphs in texts for paragraph in paragraphs for run in paragraph.runs)
    return frozenset(run.claim for run in runs if run.claim and run.claim in run.starts)
