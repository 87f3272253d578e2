"""Checks of one-line drafts, made by hand: what the formats for CI systems and editors are tried on."""

from decimal import Decimal
from typing import Any

from reconcile.facts import Claim, DraftFinding, Mend, Quantity, Report, Sentence, Source, Waiver

TOLD = "“Ships” 🚢 cost money.\nThe ferry 🚢 cost €9m, the “owner” said.\n"
WAIVER = Waiver("the owner's letter of 3 May", "Jo Doe", "draft.md", 3, on="2026-05-04")


def checked(text: str, *figures: str, path: str | None = "draft.md", **more: Any) -> Report:
    """A draft whose figures the one source contradicts, unless `more` says otherwise of their findings.

    Each figure is searched for after the one before it; `mend` is the text to be put in the place of each.
    """
    source = Source.from_text(TOLD, "s1", publisher="Harbour Post")
    told = _claim("c1", "s1", TOLD, "€9m", 0)
    extracted = bool(path) and not str(path).endswith(".md")
    draft = Source("draft", text, path=path, role="draft", extracted=extracted)
    claims, at = [told], 0
    for number, figure in enumerate(figures, 2):
        claims.append(_claim(f"c{number}", "draft", text, figure, at))
        at = claims[-1].end
    mend = more.pop("mend", None)
    findings = tuple(
        DraftFinding(
            each.id,
            more.get("status", "contradicted"),
            None,
            more.get("evidence", ("c1",)),
            None,
            more.get("message", "Harbour Post says €9m"),
            mend=None if mend is None else Mend(each.start, each.end, mend),
            level=more.get("level"),
            waiver=more.get("waiver"),
        )
        for each in claims[1:]
    )
    return Report("sha256:00", (_at(source, "in/post.md"), draft), tuple(claims), draft=findings)


def _at(source: Source, path: str) -> Source:
    return Source(source.id, source.text, path=path, publisher=source.publisher, sha256=source.sha256)


def _claim(id: str, source: str, text: str, figure: str, at: int) -> Claim:
    start = text.index(figure, at)
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = min(found for found in (text.find("\n", start), text.find("\r", start), len(text)) if found >= 0)
    amount = Decimal(9)
    quantity = Quantity(amount, amount, amount, "EUR", "exact", Decimal(1))
    return Claim(
        id, source, "money", start, start + len(figure), figure, Sentence(first, last, text[first:last]), quantity
    )
