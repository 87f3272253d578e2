"""What becomes of each figure of a draft: the draft's sentence, what the sources say, the status and how it follows.

A source's words start with the day of March 2026 on which it was published, where that matters.
"""

import re
from dataclasses import dataclass

import pytest

import reconcile

TABLE = """
# The sources give the figure.
The blast killed 12 people. | The blast killed 12 people. -> supported same
The blast killed a dozen people. | The blast killed 12 people. -> supported same
The blast killed 12 people. | 3: The blast killed 9 people. | 4: The blast killed 12 people. -> supported same
The mayor saw 4,000 there. | The mayor saw 4,000 there. | The union saw 9,000 there. -> supported same

# The figure follows from theirs.
The plant cost 2.4 billion euros. | The plant cost 2.38 billion euros. -> supported rounding
The tunnel is 19 km long. | The tunnel is 12 miles long. -> supported conversion
The fire burned about 500 hectares. | The fire burned 480 hectares of forest. -> supported bound
The fire killed at least 12 people. | The fire killed 14 people. -> supported bound
The ship had 90 people on board. | The ship had 62 passengers and 28 crew on board. -> supported sum
Two-thirds of the 90 on board drowned. | Of the 90 on board the ship, 60 drowned. -> supported share
Sales of the firm rose 25% to 500 cars. | Sales of the firm rose from 400 cars to 500 cars. -> supported percent_change
The fire killed 120 people. | The fire killed at least 120 people. -> supported bound
The haul weighed more than 3.2 tonnes. | The haul weighed 3,215 kg. -> supported bound
The plant cost 8 million euros. | The plant cost 8.1 million euros. -> supported rounding
The plant cost 8 million euros. | The plant cost 8.2 million euros. -> contradicted says 8.2 million
The year lasts 24.7 days. | The year lasts just under 25 days. | It circles its sun every 24.7 days. -> supported same

# A number whose unit is left to be understood.
They burned almost 18,000. | Locusts burned some 18,000 ha. -> supported same
The state says 50.9. | The state says teachers work 50.9 hours a week. -> supported same

# Two accounts side by side.
The paper counts 62 dead; the radio counts 70. | 3: It killed 62 people. | 4: It killed 70 people. -> supported same

# A hedge allows finer figures, and gives none.
They counted 4,213 quakes. | They counted more than 4,200 quakes. -> unsupported no source
The flood cost some 1,026 lives. | The flood cost some 1,000 lives. -> unsupported no source
More than 5,320 people fled. | More than 5,300 people fled. -> contradicted More than 5,300

# An earlier report makes nothing stale, nor does a figure of another size or sort.
Nine miners died. | 5: Nine miners are now dead. | 3: The blast killed five miners. -> supported same
It was given to 21,243 people. | It went to 21,243 patients. | The two jabs were given to people. -> supported same

# A figure that only fits counts for nothing where another is told in nearer words.
It lifts its aim from at least $5m. | It made $5.5m. | It lifts its aim from at least $6m. -> contradicted at least $6m

# A slip.
The blast killed 536 people in the port. | The blast killed 563 people in the port. -> contradicted digits swapped
The plant cost 24 million euros. | The plant cost 24 billion euros. -> contradicted million and billion
The plant cost 240 million euros. | The plant cost 24 million euros. -> contradicted a nought too many
The tunnel is 37 km long. | The tunnel is 37 miles long. -> contradicted the unit is not
It was fined $1.2bn. | It was fined 1.2 billion euros ($1.3 billion). -> contradicted says $1.3 billion
Winds hit up to 165 mph. | Winds hit 155-165 km/h. | Winds hit up to 165 km/h. -> contradicted the unit is not
Winds hit 165 mph. | Winds hit 165 mph. | Winds hit 165 km/h. -> supported same
The tunnel is 10 miles long. | The tunnel is 12 km long. | The tunnel is 10 km long. -> contradicted the unit is not
The tax on sugar rose by 2.5%. | The tax on sugar rose by 2.5 percentage points. -> contradicted percentage points
Fewer than 120 police were at the rally. | More than 120 police were at the rally. -> contradicted bound is turned round
More than 120 police were at the rally. | 120 police were at the rally. -> contradicted gives no such bound
It takes at least 30 hours. | It takes 20 to 30 hours. -> contradicted other end of the range
It takes at least 20 hours. | It takes 20 to 30 hours. -> supported bound
It takes at least 30 hours. | It takes 20 to 30 hours. | It takes at least 30 hours. -> supported same
The law allows fines of at least $30m. | A fine may cost it $30m. | Fines reach up to $30m. -> contradicted turned round
They sold 350 sheep. | They sold 620 sheep and 350 goats. -> contradicted says 620
They sold 350 goats. | They sold 620 sheep and 350 goats. -> supported same
They sold 350 sheep. | They sold 620 sheep and 350 goats. | They sold 350 sheep. -> supported same
The quake killed 62. | 3: The quake killed 62 people. | 4: The quake killed 70 people. -> contradicted was the figure
It came third. | 3: It came third. | 5: The tally moves it from third to fourth place. -> contradicted figure before
The talks were held on 4 March. | The talks were held on 5 March. -> contradicted 5 March
They had said it killed 62. | 3: The quake killed 62 people. | 4: The quake killed 70 people. -> supported same
It killed 62. Now 70 are dead. | 3: The quake killed 62 people. | 4: The quake killed 70 people. -> supported same
Five of the 21 hurt are grave. | 3: Five of the 18 hurt are grave. | 4: She saw 21 hurt, five grave. -> supported same

# Nobody has it.
The mayor promised 350 new buses. | The blast killed 12 people. -> unsupported no source
The talks were held on 4 March. | The blast killed 12 people. -> unsupported no source gives this date
"""


@dataclass(frozen=True)
class Case:
    """One line of the table; `expected` is the way the figure follows, or words of the message."""

    draft: str
    sources: tuple[str, ...]
    status: str
    expected: str


def cases() -> list[Case]:
    found = []
    for line in TABLE.splitlines():
        if line and not line.startswith("#"):
            told, _, outcome = line.partition(" -> ")
            draft, *sources = told.split(" | ")
            status, _, expected = outcome.partition(" ")
            found.append(Case(draft, tuple(sources), status, expected))
    return found


def source(text: str, id: str) -> reconcile.Source:
    day, _, said = text.partition(": ") if re.match(r"\d+: ", text) else ("3", "", text)
    return reconcile.Source.from_text(said, id=id, published=f"2026-03-{int(day):02}T12:00:00+00:00")


def checked(draft: str, *sources: str) -> reconcile.Report:
    told = [source(text, f"s{number}") for number, text in enumerate(sources, 1)]
    return reconcile.check(reconcile.Source.from_text(draft, id="draft", published="2026-03-09"), told)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.draft)
def test_the_table(case: Case) -> None:
    report = checked(case.draft, *case.sources)
    finding = report.draft[0]
    assert finding.status == case.status, finding
    assert finding.how == case.expected if case.status == "supported" else case.expected in finding.message, finding
    known = {claim.id for claim in report.claims if claim.source != "draft"}
    assert set(finding.evidence) <= known
    assert bool(finding.evidence) == (case.status != "unsupported")


def test_what_took_the_place_of_the_nearest_other_figure() -> None:
    draft, told = "The yard in Gdansk won an order for 81 ships.", "3: The yard in Gdansk won an order for 64 ships."
    assert checked(draft, told, "4: Options were cut, and they went up from 51 to 81.").draft[0].status != "supported"
    assert checked(draft, told, "4: Options were cut, and they went up from 64 to 81.").draft[0].status == "supported"


def test_two_figures_exchanged() -> None:
    told = "The airline carried 1,150 passengers on Monday. Its crews lost 410 suitcases."
    draft = "The airline carried 410 passengers on Monday. Its crews lost 1,150 suitcases."
    first, second = (each for each in checked(draft, told).draft if "Monday" not in each.message)
    assert {first.status, second.status} == {"contradicted"}
    assert first.message.endswith(" says 1,150; 410 is the figure of something else")


def test_every_claim_of_the_draft_has_one_finding_in_order() -> None:
    report = checked("On 4 March a blast hurt 12 people and cost $3m.", "The blast hurt 12 people.")
    own = [claim.id for claim in report.claims if claim.source == "draft"]
    assert [finding.claim for finding in report.draft] == own
    assert len(own) == 3


def test_the_draft_is_in_no_fact_and_sources_are_judged_as_without_it() -> None:
    told = ("The blast killed 12 people.", "The blast killed 12 people, police said.")
    report = checked("The blast killed 15 people.", *told)
    own = {claim.id for claim in report.claims if claim.source == "draft"}
    assert all(own.isdisjoint(fact.claims) for fact in report.facts)
    assert [fact.verdict for fact in report.facts if fact.kind == "count"] == ["agree"]
    assert report.draft[0].fact in {fact.id for fact in report.facts}


def test_without_sources_nothing_is_supported() -> None:
    assert {finding.status for finding in checked("A blast killed 12 people on 4 March.").draft} == {"unsupported"}
