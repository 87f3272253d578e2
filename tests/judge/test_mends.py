"""The words suggested in place of a wrong figure: the source's figure, written as the draft writes."""

import pytest

import reconcile
from tests.judge.test_drafts import checked

TABLE = """
The blast killed 536 people in the port. | The blast killed 563 people in the port. -> 563
The blast killed 15 people in the port. | The blast killed twelve people in the port. -> 12
Fifteen people died in the port blast. | The port blast killed twelve people. Twelve people died. -> Twelve
The plant cost 380 billion yen. | The plant cost Y38 billion, or 38 billion yen. -> 38 billion yen
The plant cost 24 million euros. | The plant cost 24 billion euros. -> 24 billion euros
The plant cost 2,400 million euros. | The plant cost 24 million euros. -> 24 million euros
The ticket cost $66.40 at the gate. | The ticket cost $68.40 at the gate. -> $68.40
The port will cost $5.2 million. | The port will cost $52 million. -> $52 million
The tunnel is 37 km long. | The tunnel is 37 miles long. -> 37 miles
The port employs 410 people. | The port employs 1,104 people. The port employs 1,104 people. -> 1,104
Fewer than 120 police were at the rally. | More than 120 police were at the rally. -> More than 120
The talks were held on 4 March. | The talks were held on 5 March. -> 5 March
The talks were held on 4 March. | The talks were held on the 5th of March. -> none
The blast killed 15 people. | The blast killed 12 people. | The blast killed 17 people. -> none
"""


def mended(draft: str, report: reconcile.Report) -> str:
    mend = report.draft[0].mend
    return draft[mend.start : mend.end] + " -> " + mend.text if mend else "none"


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_table(line: str) -> None:
    told, _, expected = line.partition(" -> ")
    draft, *sources = told.split(" | ")
    report = checked(draft, *sources)
    finding = report.draft[0]
    assert finding.status == "contradicted", finding
    got = mended(draft, report)
    assert got.endswith(expected), finding
    assert expected == "none" or got.startswith(report.claims[-1].text)
