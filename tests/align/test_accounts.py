"""Which figures of one source are values of one thing, read off whole sentences."""

import pytest

import reconcile


def facts_of(text: str) -> set[frozenset[str]]:
    """The figures of a text as they are joined, dates aside."""
    report = reconcile.compare([reconcile.Source.from_text(text, id="a", published="2026-03-05")])
    texts = {claim.id: claim.text for claim in report.claims}
    return {frozenset(texts[name] for name in fact.claims) for fact in report.facts if fact.kind != "date"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The council says 40 trees were felled. Campaigners put it at 65.", {"40", "65"}),
        ("According to the ministry, 5,200 homes were dark. The mayor spoke of 8,000.", {"5,200", "8,000"}),
        ("Police said 350 people had marched. The organisers counted 1,100.", {"350", "1,100"}),
        ("The bank puts the loss at $45m. Two former traders reckon $70m.", {"$45m", "$70m"}),
        (
            "It hit 12,400 people. Some 1,100 of them stayed, says the passengers' group; the airport counted 640.",
            {"Some 1,100", "640"},
        ),
        ("The army said nine rebels had died. A rebel spokesman said three.", {"nine", "three"}),
        ("The ferry firm wants to cut 120 jobs. The union does not believe it. Its count is 300.", {"120", "300"}),
        ("The scheme will cost £3.2bn. The opposition rejects that and arrives at £4.8bn.", {"£3.2bn", "£4.8bn"}),
        ("The operator estimates the leak at 900 litres. The union insists it was 2,400.", {"900 litres", "2,400"}),
        (
            "The airline gives the delay as 90 minutes. Passengers say it was at least 200.",
            {"90 minutes", "at least 200"},
        ),
        ("The number of confirmed cases climbed to 212, from 180 on Tuesday.", {"212", "180"}),
        (
            "The firm sold 1.2 million tickets rather than the 1.5 million it had announced.",
            {"1.2 million", "1.5 million"},
        ),
    ],
)
def test_two_values_of_one_thing(text: str, figures: set[str]) -> None:
    assert frozenset(figures) in facts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 people were killed. The hospital said 40 were injured.",
        "The ministry said 30 schools were closed. The union said 200 teachers had been sent home.",
        "The minister said 64 of the injured were in hospital. She put the cost at $90m.",
        "The mayor said 15 streets were flooded. Rescuers said they had used 22 boats.",
        "Of the 900 cars, 300 were red. The rest, the firm says, come to 600.",
        "The mill has 40 looms. The union rejects the plan. Its strike fund, it says, holds $900.",
        "The dam is 45 metres high, the agency says. Rescuers said they had used 22 boats.",
        "Police counted 300 marchers.\n\nThe strikers, elsewhere, said 900.",
        "Turnover fell from £257.8m to £241.3m last year.",
        "The price of a bag was raised from GHC 3,100 to GHC 3,727.",
    ],
)
def test_two_things(text: str) -> None:
    assert all(len(figures) == 1 for figures in facts_of(text))


def test_a_statement_between_two_others_is_left_out() -> None:
    text = (
        "The survey gives 46,300 hectares, of which some 18,000 are lost for good. The union of farmers claims 61,000."
    )
    assert frozenset({"46,300 hectares", "some 18,000"}) not in facts_of(text)


def test_the_words_are_told() -> None:
    text = "The council says 40 trees were felled. Campaigners put it at 65."
    report = reconcile.compare([reconcile.Source.from_text(text, id="a", published="2026-03-05")])
    (fact,) = report.facts
    assert fact.verdict == "discrepancy"
    details = [reason.detail for link in fact.links for reason in link.reasons]
    assert any(detail.endswith("put ... at") for detail in details)
