"""A vague or bounded total of one source, and the parts that another source tells."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reconcile.facts import Claim, Context, Fact, Quantity, Relation, Roles, Sentence, Source
from reconcile.facts.claim import Scope
from reconcile.facts.quantity import Hedge
from tests.judge.cases import judged


def figure(low: str | None, high: str | None, hedge: Hedge = "exact", step: str = "1000") -> Quantity:
    least, most = (Decimal(bound) if bound else None for bound in (low, high))
    return Quantity(least if hedge == "exact" else None, least, most, "person", hedge, Decimal(step))


def told(id: str, source: str, text: str, quantity: Quantity, to: str = "", scope: Scope = "total") -> Claim:
    sentence = Sentence(0, 60, "They send them there and elsewhere, one after the other, now.")
    return Claim(
        id,
        source,
        "count",
        10 * int(id[1:]),
        10 * int(id[1:]) + 5,
        text,
        sentence,
        quantity,
        event="deploy",
        scope=scope,
        roles=Roles(to=(to,) if to else ()),
        context=Context(head="soldier"),
    )


VAGUE = told("c1", "a", "several thousand", figure("2000", "10000", "vague"))
FIRST = told("c2", "b", "2,000", figure("2000", "2000"))
OTHER = told("c3", "b", "1,000", figure("1000", "1000"), scope="additional")


def judge(*claims: Claim) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    sources = tuple(Source(id=name, text="") for name in sorted({claim.source for claim in claims}))
    return judged(claims, sources, [(claim.id,) for claim in claims])


def verdict(*claims: Claim) -> str:
    return judge(*claims)[0][0].verdict


def test_parts_of_another_source_make_a_vague_total_compatible() -> None:
    (whole, first, _), (found,) = judge(VAGUE, FIRST, OTHER)
    equation = "2,000 + 1,000 = 3,000, within several thousand"
    assert (whole.verdict, whole.origins, whole.message, whole.reasons[0].detail) == (
        "compatible",
        2,
        equation,
        equation,
    )
    assert found == Relation("sum", "f1", ("f2", "f3"), None, equation, certain=False)
    assert first.verdict == "single-source"


def test_parts_may_differ_in_a_role_instead() -> None:
    there = replace(FIRST, roles=Roles(to=("Poland",))), replace(OTHER, scope="total", roles=Roles(to=("Romania",)))
    assert verdict(VAGUE, *there) == "compatible"


@pytest.mark.parametrize(
    "claims",
    [
        (VAGUE, FIRST),
        (VAGUE, FIRST, replace(OTHER, scope="total")),
        (VAGUE, FIRST, replace(OTHER, scope="part")),
        (VAGUE, FIRST, replace(OTHER, event="withdraw")),
        (VAGUE, FIRST, replace(OTHER, sentence=Sentence(70, 90, "Another sentence."))),
        (VAGUE, replace(FIRST, source="a"), replace(OTHER, source="a")),
        (replace(VAGUE, event="kill"), FIRST, OTHER),
        (replace(VAGUE, standing="denied"), FIRST, OTHER),
        (replace(VAGUE, quantity=figure("5000", "9000", "range")), FIRST, OTHER),
        (replace(VAGUE, quantity=figure("3000", "3000")), FIRST, OTHER),
    ],
)
def test_without_evidence_for_parts_of_one_whole_it_stays_alone(claims: tuple[Claim, ...]) -> None:
    assert verdict(*claims) == "single-source"


@pytest.mark.parametrize(
    ("low", "high", "hedge", "expected"),
    [
        ("3000", None, "at_least", "compatible"),
        ("2000", None, "more_than", "compatible"),
        ("1000", None, "more_than", "single-source"),
        (None, "4000", "at_most", "compatible"),
        (None, "9000", "less_than", "single-source"),
    ],
)
def test_a_bound_is_near_what_it_bounds(low: str | None, high: str | None, hedge: Hedge, expected: str) -> None:
    assert verdict(replace(VAGUE, quantity=figure(low, high, hedge)), FIRST, OTHER) == expected
