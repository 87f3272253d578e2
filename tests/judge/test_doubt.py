"""When figures that contradict each other are perhaps not of one thing."""

from dataclasses import replace

from reconcile.facts import Alignment, Fact, Group, Link
from reconcile.judge import judge
from reconcile.rulebook import shipped_rules
from tests.judge.cases import case


def linked(line: str, score: float, part: str = "", speakers: tuple[str, str] | None = None) -> Fact:
    """The fact of two claims whose link has a score; `part` is the source whose claim is of a part."""
    told = case(": " + line)
    voices = speakers or (None, None)
    claims = [
        replace(claim, scope="part" if claim.source == part else "total", speaker=voice)
        for claim, voice in zip(told.claims, voices, strict=True)
    ]
    first, second = (claim.id for claim in claims)
    group = Group((first, second), (Link(first, second, score, ()),))
    return judge(Alignment((group,)), claims, told.sources, shipped_rules())[0][0]


def test_a_sure_link_makes_a_discrepancy() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {84 tank}.", 3.0).verdict == "discrepancy"


def test_a_weak_link_is_undecided_and_says_why() -> None:
    found = linked("a 3 It has {87 tank}. | b 3 It has {84 tank}.", -1.5)
    assert (found.verdict, found.message) == ("undecided", "87 against 84 (x1.04), if both are of the same thing")


def test_the_farther_apart_the_surer_the_link_must_be() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {84 tank}.", 1.0).verdict == "discrepancy"
    assert linked("a 3 It has {87 tank}. | b 3 It has {8,400 tank}.", 1.0).verdict == "undecided"


def test_a_part_beside_a_whole_must_be_linked_more_surely() -> None:
    told = "a 3 It has {87 tank}. | b 3 Of them {84 tank} work."
    assert linked(told, 1.0).verdict == "discrepancy"
    assert linked(told, 1.0, part="b").verdict == "undecided"


def test_the_same_digits_in_another_order_need_no_sure_link() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {78 tank}.", -3.0).verdict == "discrepancy"
    assert linked("a 3 It has {87 tank}. | b 3 It has {79 tank}.", -3.0).verdict == "undecided"


def test_two_people_with_a_figure_each_need_no_sure_link() -> None:
    told = "a 3 It has {870 tank}. | b 3 It has {960 tank}."
    assert linked(told, -3.0).verdict == "undecided"
    assert linked(told, -3.0, speakers=("the mayor", "police")).verdict == "discrepancy"
    assert linked(told, -3.0, speakers=("police", "police")).verdict == "undecided"


def test_a_weak_link_takes_nothing_from_figures_that_agree() -> None:
    assert linked("a 3 It has {87 tank}. | b 3 It has {87 tank}.", -3.0).verdict == "agree"
