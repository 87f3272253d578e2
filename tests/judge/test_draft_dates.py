"""Dates and periods of a draft against those of the sources."""

import pytest

from tests.judge.test_drafts import checked

TABLE = """
The talks were held on 4 March. | The talks were held on 4 March. -> supported same
The talks were held on 4 March. | The talks were held on 5 March. -> contradicted date
The talks were held in March. | The talks were held on 5 March. -> supported date
Sales fell in the third quarter of 2025. | Sales fell in the third quarter of 2025. -> supported same
Sales fell in the third quarter of 2024. | Sales fell in the third quarter of 2025. -> contradicted period

# The sources have the period, but only to compare with.
Sales fell in the third quarter of 2024. | Sales fell, compared with the third quarter of 2024. -> unsupported None
Sales fell from the third quarter of 2024. | Sales fell, compared with the third quarter of 2024. -> supported same

# What is told of the one period is told of another one.
Net income in the third quarter of 2024 was $971m. | Net income was $971m in the third quarter of 2025, after \
$946m in the third quarter of 2024. -> contradicted period
"""
CASES = [line for line in TABLE.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", CASES)
def test_the_table(line: str) -> None:
    told, _, expected = line.partition(" -> ")
    draft, source = told.split(" | ")
    report = checked(draft, source)
    dates = {claim.id for claim in report.claims if claim.kind == "date"}
    (finding,) = (each for each in report.draft if each.claim in dates)
    assert f"{finding.status} {finding.how or finding.slip}" == expected, finding
