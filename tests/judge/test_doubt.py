"""When figures that contradict each other are perhaps not of one thing."""

from reconcile.facts import Alignment, Fact, Group, Link
from reconcile.judge import judge
from reconcile.rulebook import shipped_rules
from tests.judge.cases import case


def linked(line: str, score: float) -> Fact:
    told = case(": " + line)
    first, second = (claim.id for claim in told.claims)
    group = Group((first, second), (Link(first, second, score, ()),))
    return judge(Alignment((group,)), told.claims, told.sources, shipped_rules())[0][0]


def test_a_sure_link_makes_a_discrepancy() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {84 tank}.", 3.0).verdict == "discrepancy"


def test_a_weak_link_is_undecided_and_says_why() -> None:
    found = linked("a 3 It has {87 tank}. | b 3 It has {84 tank}.", -1.5)
    assert (found.verdict, found.message) == ("undecided", "87 against 84 (x1.04), if both are of the same thing")


def test_the_farther_apart_the_surer_the_link_must_be() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {84 tank}.", 1.0).verdict == "discrepancy"
    assert linked("a 3 It has {87 tank}. | b 3 It has {8,400 tank}.", 1.0).verdict == "undecided"


def test_a_weak_link_takes_nothing_from_figures_that_agree() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {87 tank}.", -3.0).verdict == "agree"
