"""Fifty sources and five hundred facts, most of which raise no question."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reconcile.facts import Claim, Fact, Moment, Quantity, Report, Sentence, Source

SOURCES, FACTS = 50, 500
_VERDICTS: tuple[Any, ...] = (
    *["agree"] * 12, *["compatible"] * 4, "updated", "updated", "discrepancy", "undecided", *["single-source"] * 20,
)  # fmt: skip


def large_report() -> Report:
    claims: list[Claim] = []
    facts = [_fact(n, _VERDICTS[n % len(_VERDICTS)], claims) for n in range(FACTS)]
    return Report("sha256:00", tuple(_source(n, claims) for n in range(SOURCES)), tuple(claims), tuple(facts))


def _fact(n: int, verdict: Any, claims: list[Claim]) -> Fact:
    told = 1 if verdict == "single-source" else 2 + n % 9
    differs = verdict in ("updated", "discrepancy")
    new = [
        _claim(f"c{len(claims) + k}", n, (n * 7 + k * 3) % SOURCES, 100 + n + (k if differs else 0), k)
        for k in range(told)
    ]
    claims += new
    ids = tuple(claim.id for claim in new)
    timeline = tuple(Moment(claim.id, claim.as_of) for claim in new) if verdict == "updated" else ()
    return Fact(f"f{n}", f"people counted in village {n}", "count", ids, verdict, told, f"about {n}", (), timeline)


def _claim(id: str, fact: int, source: int, value: int, day: int) -> Claim:
    text = f"The wardens of village {fact} counted {value} people."
    start = text.index(str(value), 20 + len(str(fact)))
    amount = Decimal(value)
    quantity = Quantity(amount, amount, amount, "person", "exact", Decimal(1))
    more: dict[str, Any] = {"noun": "people", "as_of": f"2025-03-{1 + day:02d}"}
    end = start + len(str(value))
    return Claim(id, f"s{source}", "count", start, end, str(value), Sentence(0, len(text), text), quantity, **more)


def _source(n: int, claims: Sequence[Claim]) -> Source:
    text = "\n".join(claim.sentence.text for claim in claims if claim.source == f"s{n}")
    source = Source.from_text(text, f"s{n}", publisher=f"Gazette of Town {n}", published="2025-03-05")
    return replace(source, path=f"in/{n}.md", origin=f"o{n // 2}")
