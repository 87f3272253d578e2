"""Figures that stand in the sources, but for something else."""

import pytest

import reconcile
from reconcile.judge.checking import Fitting
from reconcile.judge.misplaced import _of_both
from reconcile.judge.witness import Hearing, Witness
from tests.judge.test_drafts import checked

TABLE = """
Women made up 44% of the crowd, 58% were young. | Women made up 58% of the crowd, and 44% were young. -> 44% 58%
Unemployment stood at 4.1% in May. | Unemployment stood at 4.4% in May, up from 4.1% in April. -> 4.1%
Net profit rose 18% last quarter. | Net profit fell 18% last quarter. -> 18%
The party had seven trainees and 34 teachers. | The party had 34 trainees and seven teachers. -> seven 34
"""
FITTING = """
Women made up 58% of the crowd and 44% were under 25. | Women made up 58% of the crowd, and 44% were under 25.
Net profit fell 18% last quarter. | Net profit fell 18% last quarter.
Unemployment stood at 4.4% in May. | Unemployment stood at 4.4% in May, up from 4.1% in April.
The blast killed 12 people and hurt 30. | The blast hurt 30 and killed 12 people.
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_figure_in_the_wrong_place_does_not_pass(line: str) -> None:
    told, _, wrong = line.partition(" -> ")
    draft, source = told.split(" | ")
    report = checked(draft, source)
    known = {claim.id: claim.text for claim in report.claims}
    status = {known[finding.claim]: finding.status for finding in report.draft}
    assert {status[text] for text in wrong.split()} <= {"contradicted", "unsupported"}, status


@pytest.mark.parametrize("line", FITTING.strip().splitlines())
def test_a_figure_in_its_place_passes(line: str) -> None:
    draft, source = line.split(" | ")
    assert {finding.status for finding in checked(draft, source).draft if finding.how != "date"} == {"supported"}


def test_of_two_figures_in_each_others_place_both_are_doubted() -> None:
    mine = reconcile.extract(reconcile.Source.from_text("It won 31 votes and lost 24.", id="draft"))
    yours = reconcile.extract(reconcile.Source.from_text("It won 24 votes and lost 31.", id="a"))
    hearings = [
        Hearing(
            claim,
            (
                Witness(yours[k], f"f{k}", "apart", near=2.0, alike=0.5, later=None),
                Witness(yours[1 - k], f"f{1 - k}", "same", near=0.0, alike=0.5, later=None),
            ),
            Fitting(),
        )
        for k, claim in enumerate(mine)
    ]
    alone = {mine[0].id: 1.0, mine[1].id: -2.0}
    assert [_of_both(hearing, hearings, alone, 0.5) for hearing in hearings] == [1.0, 0.5]
