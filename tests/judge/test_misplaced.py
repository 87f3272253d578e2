"""Figures that stand in the sources, but for something else."""

import pytest

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
