"""What of a checked draft needs a look: above all, how many origins a figure is counted to have."""

from dataclasses import replace

import pytest

from reconcile.desk.matters import matters_of
from reconcile.facts import Fact, Report, Source
from reconcile.facts.policy import Policy, Setting
from tests.desk.cases import WIRE, checked, claim_at

POLICY = Policy((Setting("few-origins", "note"),), min_origins=2)


def few(how: str, evidence: tuple[str, ...], *facts: Fact) -> bool:
    """Whether a supported figure is taken to have fewer than two origins; c0 and c9 are told by two sources."""
    report = checked("It killed 12.", [("12", "supported")])
    other = Source(id="s2", text=WIRE, path="b.txt", origin="o2")
    finding = replace(report.draft[0], how=how, evidence=evidence)
    told: Report = replace(
        report,
        sources=(other, *report.sources),
        claims=(claim_at(WIRE, "3", name="c9", source="s2"), *report.claims),
        draft=(finding,),
        facts=facts,
    )
    return [matter.outcome for matter in matters_of(told, POLICY)] == ["few-origins"]


def fact(origins: int, *claims: str, verdict: str = "agree") -> Fact:
    return Fact("".join(claims), "", "count", claims, verdict, origins, "")  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ["same", "rounding", "conversion", "bound"])
def test_each_origin_of_the_evidence_counts(how: str) -> None:
    assert few(how, ("c0",))
    assert not few(how, ("c0", "c9"))


def test_origins_of_a_fact_that_agrees_count_and_those_of_a_discrepancy_do_not() -> None:
    assert not few("same", ("c0",), fact(2, "c0"))
    assert few("same", ("c0",), fact(2, "c0", verdict="discrepancy"))


def test_a_figure_that_follows_from_others_is_as_sure_as_the_weakest_of_them() -> None:
    assert few("sum", ("c0", "c9"))
    assert few("sum", ("c0", "c9"), fact(2, "c0"), fact(1, "c9"))
    assert not few("sum", ("c0", "c9"), fact(2, "c0"), fact(3, "c9"))


def test_sources_of_one_origin_count_once() -> None:
    report = checked("It killed 12.", [("12", "supported")])
    copy = replace(report.sources[0], id="s2", path="copy.txt")
    claims = (*report.claims, claim_at(WIRE, "12", name="c9", source="s2"))
    finding = replace(report.draft[0], evidence=("c0", "c9"))
    told = replace(report, sources=(copy, *report.sources), claims=claims, draft=(finding,), facts=())
    ((matter),) = matters_of(told, POLICY)
    assert matter.message == "as it is; 1 of the 2 origins that the desk asks for"
    assert [source.id for source in matter.sources] == ["s1", "s2"]
