"""A report in which every text that comes from outside, ids included, carries a payload."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from reconcile.facts import (
    Claim,
    DraftFinding,
    Fact,
    Inconsistency,
    Mend,
    Moment,
    Problem,
    Quantity,
    Reason,
    Relation,
    Report,
    Roles,
    Sentence,
    Source,
    Step,
    Waiver,
    When,
)

PAYLOADS = (
    "\x1b]0;title\x07\x1b[2J\x1b[31mred\x1b[0m \x9b31m \x1b]8;;http://evil.example\x1b\\link",
    "\u202etxt.exe\u2066\u2069 zero\u200bwidth \U000e0041\U000e0042 soft\xadhyphen",
    "lone \ud800 surrogate \x00 \x08\x08\x08 \x7f \u2028 \u2029 \x85",
    "[red]markup[/red] [link=http://evil.example]x[/link] [/] :skull:",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)> ' onmouseover='alert(1) {{ 7*7 }} {% raw %} <!-- </style></script>",
    "![i](http://evil.example/i.png) [l](javascript:alert(1)) `code` **bold** | pipe\n\n# head\n\n> quote\n\n- item",
    "<b>x</b> &lt; &#64; @everyone https://evil.example www.evil.example a@evil.example $x$ ~~s~~ \\* _e_",
    '=HYPERLINK("http://evil.example")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A2)",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
    " =1+1",
    "\u200b=1+1",
)


def hostile_report(payload: str) -> Report:
    sources = tuple(_source(payload, n) for n in range(2))
    draft = replace(_source(payload, 2), role="draft")
    claims = tuple(_claim(payload, source, n) for n, source in enumerate((*sources, draft)))
    ids = tuple(claim.id for claim in claims)
    reasons = (Reason(payload, 1.0, payload),)
    timeline = (Moment(ids[0], payload), Moment(ids[1], "2025-03-04"))
    facts = tuple(
        Fact(f"{payload}{verdict}", payload, "count", ids[:2], verdict, 2, payload, reasons, timeline)
        for verdict in _VERDICTS
    )
    relations = (Relation("sum", facts[0].id, (facts[1].id, payload), sources[0].id, payload, certain=True),)
    mend = Mend(0, len(payload), payload)
    finding = DraftFinding(ids[2], "contradicted", facts[0].id, ids[:2], payload, payload, "digit", mend, "error")
    waiver = Waiver(payload, payload, payload, 3, "2025-03-04", "2025-03-05")
    findings = (finding, replace(finding, waiver=waiver))
    problems = (Problem(payload, 3, payload, payload),)
    odd = Inconsistency("parts", ids[2:], payload, "warning")
    within = (odd, replace(odd, waiver=waiver))
    return Report(payload, (*sources, draft), claims, facts, relations, findings, problems, inconsistencies=within)


_VERDICTS: tuple[Any, ...] = ("discrepancy", "undecided", "updated", "compatible", "agree", "single-source")


def _source(payload: str, n: int) -> Source:
    more: dict[str, Any] = {"path": None if n else payload, "url": f"javascript:alert(1){payload}", "title": payload}
    text = f"{payload} {payload} {payload}."
    return Source(f"{payload}{n}", text, publisher=payload, published="2025-03-04", sha256="00", origin=payload, **more)


def _claim(payload: str, source: Source, n: int) -> Claim:
    start = len(payload) + 1
    amount = Decimal(n + 1)
    return Claim(
        id=f"{payload}c{n}",
        source=source.id,
        kind="count",
        start=start,
        end=start + len(payload),
        text=payload,
        sentence=Sentence(0, len(source.text), source.text),
        quantity=Quantity(amount, amount, amount, payload, "exact", Decimal(1)),
        noun=payload,
        measure=payload,
        subject=payload,
        event=payload,
        roles=Roles((payload,), (payload,), (payload,), (payload,)),
        when=When(payload, payload, payload),
        as_of=payload,
        speaker=payload,
        trail=(Step(payload, start, start + len(payload), payload),),
    )
