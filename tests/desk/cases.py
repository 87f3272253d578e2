"""Small reports of checked drafts, as the desk's steps take them."""

from collections.abc import Sequence
from decimal import Decimal

from reconcile.facts import Claim, DraftFinding, Fact, Inconsistency, Quantity, Report, Sentence, Source
from reconcile.facts.claim import Kind
from reconcile.facts.report import Status

WIRE = "The blast killed 12 people in Avon. It cost $3bn."


def claim_at(text: str, figure: str, kind: Kind = "count", name: str = "c1", source: str = "d") -> Claim:
    """The claim of the first such figure in a text, its line for a sentence."""
    start = text.index(figure)
    begin, end = text.rfind("\n", 0, start) + 1, (text + "\n").index("\n", start)
    sentence = Sentence(begin, end, text[begin:end])
    value = Quantity(Decimal(1), Decimal(1), Decimal(1), "person", "exact", Decimal(1))
    return Claim(name, source, kind, start, start + len(figure), figure, sentence, value)


def checked(
    text: str,
    findings: Sequence[tuple[str, Status]],
    *,
    kind: Kind = "count",
    odd: Sequence[str] = (),
    path: str | None = "draft.md",
    wire: str = WIRE,
) -> Report:
    """The report of a draft whose figures have these statuses; the wire's "12" is the evidence where there is one."""
    draft = Source(id="d", text=text, path=path, role="draft")
    told = Source(id="s1", text=wire, path="wire.txt", origin="o1")
    figures = tuple(claim_at(text, figure, kind, f"c{n}") for n, (figure, _) in enumerate(findings, 1))
    evidence = claim_at(wire, "12", name="c0", source="s1")
    return Report(
        rules="",
        sources=(told, draft),
        claims=(evidence, *figures),
        facts=(Fact("f1", "dead", "count", ("c0",), "single-source", 1, ""),),
        draft=tuple(
            DraftFinding(claim.id, status, None, () if status == "unsupported" else ("c0",), _how(status), "as it is")
            for claim, (_, status) in zip(figures, findings, strict=True)
        ),
        inconsistencies=(Inconsistency("parts", tuple(c.id for c in figures if c.text in odd), "odd"),) if odd else (),
    )


def _how(status: Status) -> str | None:
    return "same" if status == "supported" else None
