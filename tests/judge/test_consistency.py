"""What does not fit inside a draft: what is said of it, and that what fits raises nothing."""

import pytest

import reconcile

TABLE = """
The blast killed 12 people: five men and eight women. | parts five + eight make 13, not 12
The blast killed 13 people: five men and eight women. | none
The blast killed 12 people, among them 14 children. | parts 14 can't be a part of 12
The blast killed 14 people, among them 12 children. | none
The party of 41, made up of seven trainees and 31 instructors, left. | parts seven + 31 make 38, not 41
The party of 38, made up of seven trainees and 31 instructors, left. | none
At least 12 people died: five men and eight women. | none
The ship had 90 people on board, 62 passengers and 26 crew. | none
Some 112% of voters backed the plan. | share Some 112% is more than the whole
Some 92% of voters backed the plan. | none
The plant runs at 112% of capacity. | none
Prices rose by 112%. | none
The talks were held on Tuesday, 4 March. | weekday Tuesday, 4 March: that day is a Wednesday
The talks were held on Wednesday, 4 March. | none
The talks were held on Tuesday. | none
The union counted 9,000 marchers. Police said 4,000 marchers took part. | none
# Blast kills 15 people in port / The blast killed 12 people in the port. | headline the headline says 15, the text 12
# Blast kills 12 people in port / The blast killed 12 people in the port. | none
# Blast kills at least 10 people in port / The blast killed 12 people in the port. | none
# Tunnel costs 5 million euros / The tunnel cost 5 million euros, 2 million euros more than planned. | none
# Tunnel costs 2 million euros too much / The tunnel cost 5 million euros, not the 3 million euros planned. | none
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_table(line: str) -> None:
    draft, _, expected = line.partition(" | ")
    text = draft.replace(" / ", "\n\n")
    report = reconcile.check(reconcile.Source.from_text(text, id="draft", published="2026-03-09"), [])
    found = [f"{each.type} {each.message}" for each in report.inconsistencies]
    assert found == ([] if expected == "none" else [expected])


def test_the_claims_are_those_of_the_draft_the_one_to_look_at_first() -> None:
    told = reconcile.Source.from_text("The blast killed 12 people.", id="a")
    draft = reconcile.Source.from_text("The blast killed 12 people, among them 14 children.", id="draft")
    report = reconcile.check(draft, [told])
    own = [claim.id for claim in report.claims if claim.source == "draft"]
    (found,) = report.inconsistencies
    assert found.claims == (own[1], own[0])
    assert reconcile.to_dict(report)["inconsistencies"][0]["type"] == "parts"
