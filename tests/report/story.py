"""A small desk's worth of sources about one ferry fire, labelled by hand: what the renderers are tried on."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from reconcile.facts import (
    Claim,
    DraftFinding,
    Fact,
    Mend,
    Moment,
    Problem,
    Quantity,
    Reason,
    Relation,
    Report,
    Sentence,
    Source,
    Step,
    When,
)

NO_FIGURE = Quantity(None, None, None, "date", "exact", Decimal(1))
WIRE = """KIEL, March 4 (NNP) -- At least four people were killed when fire broke out on a ferry early on Tuesday.
The blaze left 31 people hurt, the coast guard said.
There were 412 people aboard the Solveig, which was 12 nautical miles (22 km) from the harbour.
Its car deck held 38 vehicles, among them a lorry loaded with batteries.
The operator put the damage at 3.5 million euros.
Rescuers sent two helicopters.
The Solveig was built in 1998 and carried 14 lifeboats.
"""
LOCAL = WIRE.replace("KIEL, March 4 (NNP) -- ", "").replace("early on Tuesday", "early today")
AGENCY = """The death toll from the ferry fire rose to seven on Tuesday evening after three passengers died in hospital.
Doctors in Kiel, Flensburg and two Danish towns have treated 41 passengers and crew for burns and smoke inhalation, \
according to the state's health ministry, which said that the figure included nine firefighters who had been flown \
to the ship.
About 40 cars and lorries were on the car deck.
Damage could reach €35m, said Jens Harder, the managing director of Solveig's owner.
Two helicopters flew the injured ashore and a third helicopter stood by.
"""
RELEASE = """On 4 March 2025 at 03:12 the ferry SOLVEIG reported a fire on deck 3.
As of 08:00 on 5 March, 9 persons are confirmed dead.
31 persons were injured.
Of the 412 persons on board, 338 were passengers and 74 were crew.
The position was 22 km north-east of Kiel lighthouse; waves stood at 2.4 m.
The hearing opens on 1 April.
Temperatures on deck 3 reached 1,100 °C.
"""
FEATURE = """乗客の一人 Mika Sato, 29, said she counted nine bodies 🚢 on the pier.
Roughly 400 people had boarded in Göteborg on Monday night.
Each of the families will receive €5,000 at once.
"""
DRAFT = """The fire on the Solveig has killed nine people and injured 13.
The ferry, with 412 people aboard, was 22 miles from Kiel.
Each family receives 5,000 euros, and 250 divers searched the wreck.
"""


def _source(id: str, path: str, publisher: str, published: str, origin: str, text: str, **more: Any) -> Source:
    source = Source.from_text(text, id, published=published, publisher=publisher, title=more.pop("title", None))
    return replace(source, path=path, origin=origin, **more)


SOURCES = (
    _source(
        "s1", "in/wire.md", "Nordic News Pool", "2025-03-04T06:40+01:00", "o1", WIRE, title="Four die in ferry fire"
    ),
    _source("s2", "in/local.md", "Hafen Courier", "2025-03-04T09:10+01:00", "o1", LOCAL, title="Fähre brennt vor Kiel"),
    _source("s3", "in/agency.md", "Baltic News Agency", "2025-03-04T19:30+01:00", "o2", AGENCY),
    _source("s4", "in/release.txt", "Coast Guard", "2025-03-05T08:30+01:00", "o3", RELEASE),
    _source("s5", "in/feature.html", "The Meridian 子午線", "2025-03-05", "o4", FEATURE, title="A night at sea"),
)
DRAFT_SOURCE = _source("d", "draft.md", "Our desk", "2025-03-05T12:00+01:00", "o5", DRAFT, role="draft")
TEXTS = {source.id: source.text for source in (*SOURCES, DRAFT_SOURCE)}


def claim(
    id: str, source: str, quote: str, number: str, value: object = None, unit: str = "person", **more: Any
) -> Claim:
    """The claim of `number` in `quote`, which stands once in the source; bounds as `low`/`high`, else the value."""
    text = TEXTS[source]
    assert text.count(quote) == 1, (source, quote)
    start = text.index(quote) + quote.index(number)
    first = text.rfind("\n", 0, start) + 1
    last = text.index("\n", start)
    quantity = NO_FIGURE
    if more.get("kind") != "date":
        low, high = more.pop("low", value), more.pop("high", value)
        exact, least, most = (None if each is None else Decimal(str(each)) for each in (value, low, high))
        hedge = more.pop("hedge", "exact" if least == most else "at_least" if most is None else "about")
        quantity = Quantity(exact, least, most, unit, hedge, Decimal(1))
    more.setdefault("kind", "count")
    more.setdefault("trail", (Step("numbers.plain", start, start + len(number), "read as written"),))
    sentence = Sentence(first, last, text[first:last])
    return Claim(id, source, more.pop("kind"), start, start + len(number), number, sentence, quantity, **more)


def _day(text: str, day: str) -> dict[str, Any]:
    return {"kind": "date", "when": When(text, day, day)}


CLAIMS = (
    claim("c1", "s1", "At least four people", "At least four", low=4, noun="people", as_of="2025-03-04T06:40+01:00"),
    claim("c2", "s2", "At least four people", "At least four", low=4, noun="people", as_of="2025-03-04T06:40+01:00"),
    claim("c3", "s3", "rose to seven", "seven", 7, noun="death toll", as_of="2025-03-04T19:30+01:00"),
    claim("c4", "s4", "9 persons", "9", 9, noun="persons", as_of="2025-03-05T08:00+01:00"),
    claim("c5", "s5", "nine bodies", "nine", 9, noun="bodies", speaker="Mika Sato"),
    claim("c6", "s1", "31 people hurt", "31", 31, noun="people", speaker="the coast guard"),
    claim("c7", "s2", "31 people hurt", "31", 31, noun="people", speaker="the coast guard"),
    claim(
        "c8", "s3", "treated 41 passengers", "41", 41, noun="passengers and crew", speaker="the state's health ministry"
    ),
    claim("c9", "s4", "31 persons", "31", 31, noun="persons"),
    claim("c10", "s1", "412 people", "412", 412, noun="people"),
    claim("c11", "s2", "412 people", "412", 412, noun="people"),
    claim("c12", "s4", "the 412 persons", "412", 412, noun="persons"),
    claim("c13", "s4", "338 were passengers", "338", 338, noun="passengers", scope="part"),
    claim("c14", "s4", "74 were crew", "74", 74, noun="crew", scope="part"),
    claim("c15", "s1", "38 vehicles", "38", 38, "vehicle", noun="vehicles"),
    claim("c16", "s2", "38 vehicles", "38", 38, "vehicle", noun="vehicles"),
    claim("c17", "s3", "About 40 cars", "About 40", 40, "vehicle", low=36, high=44, noun="cars and lorries"),
    claim("c18", "s1", "12 nautical miles", "12 nautical miles", 12, "nautical mile", kind="measure"),
    claim("c19", "s1", "22 km", "22 km", 22, "km", kind="measure", equivalent_of="c18"),
    claim("c20", "s2", "12 nautical miles", "12 nautical miles", 12, "nautical mile", kind="measure"),
    claim("c21", "s2", "22 km", "22 km", 22, "km", kind="measure", equivalent_of="c20"),
    claim("c22", "s4", "was 22 km", "22 km", 22, "km", kind="measure"),
    claim("c23", "s1", "3.5 million euros", "3.5 million euros", 3500000, "EUR", kind="money", speaker="the operator"),
    claim("c24", "s2", "3.5 million euros", "3.5 million euros", 3500000, "EUR", kind="money", speaker="the operator"),
    claim("c25", "s3", "€35m", "€35m", 35000000, "EUR", kind="money", speaker="Jens Harder", standing="hypothetical"),
    claim("c26", "s1", "sent two helicopters", "two", 2, "helicopter", noun="helicopters"),
    claim("c27", "s2", "sent two helicopters", "two", 2, "helicopter", noun="helicopters"),
    claim("c28", "s3", "Two helicopters", "Two", 2, "helicopter", noun="helicopters"),
    claim("c29", "s3", "three passengers", "three", 3, noun="passengers"),
    claim("c30", "s4", "waves stood at 2.4 m", "2.4 m", "2.4", "m", kind="measure"),
    claim("c31", "s4", "1,100 °C", "1,100 °C", 1100, "degC", kind="measure"),
    claim("c32", "s1", "14 lifeboats", "14", 14, "lifeboat", noun="lifeboats"),
    claim("c33", "s2", "14 lifeboats", "14", 14, "lifeboat", noun="lifeboats"),
    claim("c34", "s5", "Roughly 400 people", "Roughly 400", 400, low=360, high=440, noun="people"),
    claim("c35", "s5", "receive €5,000", "€5,000", 5000, "EUR", kind="money"),
    claim("c36", "s5", "Sato, 29", "29", 29, "year", kind="age"),
    claim("c37", "s3", "nine firefighters", "nine", 9, noun="firefighters", scope="part"),
    claim("c38", "s1", "on Tuesday", "Tuesday", **_day("Tuesday", "2025-03-04")),
    claim("c39", "s4", "On 4 March 2025", "4 March 2025", **_day("4 March 2025", "2025-03-04")),
    claim("c40", "s4", "on 1 April", "1 April", **_day("1 April", "2025-04-01")),
)

_TIMELINE = (
    Moment("c1", "2025-03-04T06:40+01:00"),
    Moment("c3", "2025-03-04T19:30+01:00"),
    Moment("c4", "2025-03-05T08:00+01:00"),
)
_JOIN = (Reason("noun", 3.2, "people ~ persons"), Reason("event", 1.9, "hurt ~ injured"))


def _fact(id: str, label: str, claims: str, verdict: Any, origins: int, message: str, **more: Any) -> Fact:
    ids = tuple(f"c{number}" for number in claims.split())
    return Fact(
        id, label, more.pop("kind", "count"), ids, verdict, origins, message, more.pop("reasons", _JOIN), **more
    )


FACTS = (
    _fact("f1", "people killed", "1 2 3 4 5", "updated", 4, "at least 4, then 7, then 9", timeline=_TIMELINE),
    _fact("f2", "people injured", "6 7 8 9", "discrepancy", 3, "31 against 41: 10 apart, 1.3 times"),
    _fact("f3", "people aboard the Solveig", "10 11 12 34", "compatible", 3, "412 lies within roughly 400"),
    _fact("f4", "passengers aboard", "13", "single-source", 1, "only Coast Guard has it"),
    _fact("f5", "crew aboard", "14", "single-source", 1, "only Coast Guard has it"),
    _fact("f6", "vehicles on the car deck", "15 16 17", "compatible", 2, "38 lies within about 40 (36 to 44)"),
    _fact("f7", "distance from Kiel", "18 19 20 21 22", "agree", 2, "both say 22 km", kind="measure"),
    _fact("f8", "damage", "23 24 25", "discrepancy", 2, "3.5m against 35m euros: exactly ten times", kind="money"),
    _fact("f9", "helicopters", "26 27 28", "undecided", 2, "a third helicopter may or may not be counted"),
    _fact("f10", "passengers who died in hospital", "29", "single-source", 1, "only Baltic News Agency has it"),
    _fact("f11", "wave height", "30", "single-source", 1, "only Coast Guard has it", kind="measure"),
    _fact("f12", "temperature on deck 3", "31", "single-source", 1, "only Coast Guard has it", kind="measure"),
    _fact("f13", "lifeboats", "32 33", "single-source", 1, "two articles, one origin"),
    _fact("f14", "payment to each of the families of the dead and of those still missing at sea", "35",
          "single-source", 1, "only The Meridian has it", kind="money"),
    _fact("f15", "age of Mika Sato", "36", "single-source", 1, "only The Meridian has it", kind="age"),
    _fact("f16", "firefighters among the injured", "37", "single-source", 1, "only Baltic News Agency has it"),
    _fact("f17", "day of the fire", "38 39", "agree", 2, "both mean 2025-03-04", kind="date"),
    _fact("f18", "opening of the hearing", "40", "single-source", 1, "only Coast Guard has it", kind="date"),
)  # fmt: skip
RELATIONS = (
    Relation("sum", "f3", ("f4", "f5"), "s4", "338 + 74 = 412", certain=True),
    Relation("difference", "f1", ("f10",), None, "7 - 3 = 4", certain=False),
)
PROBLEMS = (Problem("in/scan.pdf", None, "the file holds no text", "it may be a scan: run OCR first"),)
RULES = "sha256:6f1c0a52b1de0a7b41c2"
REPORT = Report(RULES, SOURCES, CLAIMS, FACTS, RELATIONS, (), PROBLEMS)

DRAFT_CLAIMS = (
    claim("c41", "d", "killed nine people", "nine", 9, noun="people"),
    claim("c42", "d", "injured 13", "13", 13, noun="people"),
    claim("c43", "d", "412 people", "412", 412, noun="people"),
    claim("c44", "d", "22 miles", "22 miles", 22, "mile", kind="measure"),
    claim("c45", "d", "5,000 euros", "5,000 euros", 5000, "EUR", kind="money"),
    claim("c46", "d", "250 divers", "250", 250, noun="divers"),
)
DRAFT_FINDINGS = (
    DraftFinding("c41", "supported", "f1", ("c4", "c5"), "same", "as Coast Guard has it"),
    DraftFinding(
        "c42",
        "contradicted",
        "f2",
        ("c6", "c9"),
        None,
        "the sources say 31; the digits are transposed",
        "digits",
        Mend(DRAFT.index("13"), DRAFT.index("13") + 2, "31"),
    ),
    DraftFinding("c43", "supported", "f3", ("c10", "c12"), "same", "as in two sources"),
    DraftFinding("c44", "contradicted", "f7", ("c22",), None, "the sources say 22 km, which is 13.7 miles"),
    DraftFinding("c45", "supported", "f14", ("c35",), "same", "as The Meridian has it"),
    DraftFinding("c46", "unsupported", None, (), None, "no source speaks of divers"),
)
CHECK = Report(RULES, (*SOURCES, DRAFT_SOURCE), (*CLAIMS, *DRAFT_CLAIMS), FACTS, RELATIONS, DRAFT_FINDINGS, ())
