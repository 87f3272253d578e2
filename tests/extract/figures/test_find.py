"""The figures read in a sentence: surface, value, low, high, unit and hedge, as a table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract.dates.find import find_dates
from reconcile.extract.figures.find import Figure, find_figures
from reconcile.extract.lexicon import Lexicon, compile_lexicon
from reconcile.extract.tokens import Tokens, tokenize
from reconcile.rulebook import shipped_rules

LEXICON: Lexicon = compile_lexicon(shipped_rules())
Number = float | int | None


def read(text: str) -> tuple[Tokens, tuple[Figure, ...]]:
    tokens = tokenize(text, 0, LEXICON.abbreviations)
    blocked = bytearray(len(tokens.surface))
    for match in find_dates(tokens, None, LEXICON.dates) if LEXICON.dates else ():
        if not match.keeps_figures:
            blocked[match.first_token : match.last_token + 1] = b"\x01" * (match.last_token + 1 - match.first_token)
    return tokens, find_figures(tokens, blocked, LEXICON)


def surfaces(text: str) -> list[str]:
    tokens, figures = read(text)
    return [text[tokens.start[figure.first] : tokens.end[figure.last]] for figure in figures]


def as_number(value: Decimal | None) -> float | None:
    return None if value is None else round(float(value), 4)


# text -> surface, value, low, high, unit, hedge
ONE_FIGURE: list[tuple[str, str, Number, Number, Number, str, str]] = [
    # digits, scales and number words
    ("The ministry counted 1,034 people.", "1,034", 1034, 1034, 1034, "", "exact"),
    ("It paid Rs.72.63 crore.", "Rs.72.63 crore", 726300000, 726300000, 726300000, "INR", "exact"),
    ("He won R23 467 812,40.", "R23 467 812,40", 23467812.4, 23467812.4, 23467812.4, "ZAR", "exact"),
    ("They will build 14.000 homes.", "14.000", 14000, 14000, 14000, "", "exact"),
    ("Wheat rose 6-1/2 cents.", "6-1/2 cents", 0.065, 0.065, 0.065, "USD", "exact"),
    ("She won in 1:54.27.", "1:54.27", 114.27, 114.27, 114.27, "second", "exact"),
    ("Prices rose 5% at most shops.", "5%", 5, 5, 5, "%", "exact"),
    ("Fees rose 5% at most of its schools.", "5%", 5, 5, 5, "%", "exact"),
    ("Fees rose 5% at most.", "5% at most", None, None, 5, "%", "at_most"),
    ("Orders fell 4% to 7% in May.", "4% to 7%", None, 4, 7, "%", "range"),
    ("Officials registered 12,34,567 forms.", "12,34,567", 1234567, 1234567, 1234567, "", "exact"),
    ("The scheme costs Rs 2.5 crore.", "Rs 2.5 crore", 25e6, 25e6, 25e6, "INR", "exact"),
    ("Two and a half million people fled.", "Two and a half million", 2.5e6, 2.5e6, 2.5e6, "", "exact"),
    ("It grew for 17½ years.", "17½ years", 17.5, 17.5, 17.5, "year", "exact"),
    ("The inquiry took a year and a half.", "a year and a half", 1.5, 1.5, 1.5, "year", "exact"),
    ("It has a quarter of a million users.", "a quarter of a million", 250e3, 250e3, 250e3, "", "exact"),
    ("The probe saw 1.3x10^6 particles.", "1.3x10^6", 1.3e6, 1.3e6, 1.3e6, "", "exact"),
    ("She won in 2:19:43.", "2:19:43", 8383, 8383, 8383, "second", "exact"),
    # shares and chances
    ("A third of them are gone.", "A third", 33.3333, 33.3333, 33.3333, "%", "exact"),
    ("It cancelled one train in 16.", "one train in 16", 6.25, 6.25, 6.25, "%", "exact"),
    ("He repaid 30 cents on the dollar.", "30 cents", 30, 30, 30, "%", "exact"),
    # scales and units of news copy
    ("The world has about 8 B people.", "about 8 B", 8e9, 7.2e9, 8.8e9, "", "about"),
    ("Seats cost PS45 to PS120.", "PS45 to PS120", None, 45, 120, "GBP", "range"),
    ("The engine gives 340PS.", "340PS", 340, 340, 340, "horsepower", "exact"),
    ("It cost almost S $1m.", "almost S $1m", 1e6, 9e5, 1e6, "SGD", "about"),
    ("A $5m fund was set up.", "$5m", 5e6, 5e6, 5e6, "USD", "exact"),
    ("He bought a 90-square-metre flat.", "90-square-metre", 90, 90, 90, "m2", "exact"),
    ("It made a 0.5-percentage-point cut.", "0.5-percentage-point", 0.5, 0.5, 0.5, "pp", "exact"),
    ("He left with a PS6m payoff.", "PS6m", 6e6, 6e6, 6e6, "GBP", "exact"),
    ("A pint costs well over a fiver.", "well over a fiver", None, 5, None, "GBP", "more_than"),
    ("Demand averaged 104.1 mb/d.", "104.1 mb/d", 104.1e6, 104.1e6, 104.1e6, "barrel/day", "exact"),
    ("The storm will bring 100-150mm of rain.", "100-150mm", None, 100, 150, "mm", "range"),
    ("The flat rents for £1,450 a month.", "£1,450 a month", 1450, 1450, 1450, "GBP/month", "exact"),
    ("The levy raises £340m a month.", "£340m", 340e6, 340e6, 340e6, "GBP", "exact"),
    ("It delivered 43 a year ago.", "43", 43, 43, 43, "", "exact"),
    ("It met its 3% to 5% target.", "3% to 5%", None, 3, 5, "%", "range"),
    ("She works 40 hours a week.", "40 hours a week", 40, 40, 40, "hour/week", "exact"),
    ("It set aside a further $1.1bn.", "$1.1bn", 1.1e9, 1.1e9, 1.1e9, "USD", "exact"),
    # hedges
    ("Within 48 hours the dam was full.", "Within 48 hours", None, None, 48, "hour", "at_most"),
    ("It will buy back up to $2 billion of stock.", "up to $2 billion", None, None, 2e9, "USD", "at_most"),
    ("The fee is as low as £5.", "as low as £5", None, 5, None, "GBP", "at_least"),
    ("About 400 came.", "About 400", 400, 360, 440, "", "about"),
    ("It cost a bit over $14m.", "a bit over $14m", 14e6, 14e6, 14.7e6, "USD", "more_than"),
    ("It lasted for over a year.", "over a year", None, 1, None, "year", "more_than"),
    ("No family will get more than $250,000.", "more than $250,000", None, None, 250e3, "USD", "at_most"),
    ("The tower must not exceed 45 metres.", "exceed 45 metres", None, None, 45, "m", "at_most"),
    ("The surge was about 2 to 3 m high.", "about 2 to 3 m", None, 2, 3, "m", "range"),
    ("Groups of 20 or more must register.", "20 or more", None, 20, None, "", "at_least"),
    # units
    ("Prices rose by a full percentage point.", "a full percentage point", 1, 1, 1, "pp", "exact"),
    ("It read 2 below zero.", "2 below zero", -2, -2, -2, "", "exact"),
    ("The trade balance fell to $-50.8bn.", "$-50.8bn", -50.8e9, -50.8e9, -50.8e9, "USD", "exact"),
    ("The bill came to three dollars fifty.", "three dollars fifty", 3.5, 3.5, 3.5, "USD", "exact"),
    ("Tens of millions of dollars are lost.", "Tens of millions of dollars", None, 10e6, 100e6, "USD", "vague"),
    ("The wall is 50m high.", "50m", 50, 50, 50, "m", "exact"),
    ("It drew 3m viewers.", "3m", 3e6, 3e6, 3e6, "", "exact"),
    # rates: a price per thing keeps it, a period of accounting does not
    ("Nurses earn £16 an hour.", "£16 an hour", 16, 16, 16, "GBP/hour", "exact"),
    ("The levy raises £340 million a year.", "£340 million", 340e6, 340e6, 340e6, "GBP", "exact"),
    ("They get 50 litres per person per day.", "50 litres per person per day", 50, 50, 50, "litre/person/day", "exact"),
    # ranges
    ("Losses are put at $1.2-1.5m.", "$1.2-1.5m", None, 1.2e6, 1.5e6, "USD", "range"),
    ("A kilo costs between 90 cents and $1.20.", "between 90 cents and $1.20", None, 0.9, 1.2, "USD", "range"),
    # zero, ranks
    ("No soldiers were hurt.", "No", 0, 0, 0, "", "exact"),
    ("It is the third-largest bank.", "third-largest", 3, 3, 3, "rank", "exact"),
    ("She finished fourth.", "fourth", 4, 4, 4, "rank", "exact"),
]


@pytest.mark.parametrize(("text", "surface", "value", "low", "high", "unit", "hedge"), ONE_FIGURE)
def test_one_figure(text: str, surface: str, value: Number, low: Number, high: Number, unit: str, hedge: str) -> None:
    tokens, figures = read(text)
    assert surfaces(text) == [surface]
    quantity = figures[0].quantity
    assert (as_number(quantity.value), as_number(quantity.low), as_number(quantity.high)) == (value, low, high)
    assert (quantity.unit, quantity.hedge) == (unit, hedge)
    assert all(0 <= first <= last < len(tokens.surface) for _, first, last, _ in figures[0].steps)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose from 27 to 34.", ["27", "34"]),
        ("Homelessness fell by 212 to 1,870.", ["212", "1,870"]),
        ("Poland got 1,700 and Lithuania 900.", ["1,700", "900"]),
        ("In Mumbai 12 people died.", ["12"]),
        ("Fares are up 15% over three years.", ["15%", "three years"]),
        ("They handed over 36 captives.", ["36"]),
        ("Two people in 12 cars were hurt.", ["Two", "12"]),
        ("It sold 48 F-35s.", ["48"]),
        ("Sentences of nine, 11 and 14 years were passed.", ["nine", "11", "14 years"]),
    ],
)
def test_where_figures_begin_and_end(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Falcon 9 stood by.",
        "Boeing 737 Max jets were grounded.",
        "See Statement No. 118.",
        "The case is 118/2025.",
        "Clause 9(2) applies.",
        "Call 615-555-0177.",
        "Call 1300 555 016.",
        "Text NEWS to 61124.",
        "They sat in row 14.",
        "The 4th Armored Brigade left.",
        "The office is at 14 Observatory Hill.",
        "The line is open 24x7.",
        "Building a new one is hard.",
        "That is what one would find.",
        "They came at ten in the morning.",
        "The desk is open from 9.30 to 17.00.",
        'He wrote "Nine Kinds of Quiet" there.',
        "Flags flew at half-mast.",
        "The bread is zero-rated.",
        "There was no comment.",
        "The film scores well.",
        "The mass is 1.99\u00d710\u221230 kilograms.",
        "The server is 192.168.1.2.",
        "Several worked outdoors.",
        "They meet twice a week.",
    ],
)
def test_no_figure(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("Turnout was 61.3 percent. In May it had been 58.4.", "percent", "%"),
        ("Her lead narrowed from 9 percentage points to 4.", "percent", "pp"),
        ("Mali asked for 125 billion francs and paid 400 million.", "money", "XOF"),
        ("Highs of 40\u00b0C gave way to minus 3.", "measure", "degC"),
    ],
)
def test_a_bare_number_takes_the_unit_before_it(text: str, kind: str, unit: str) -> None:
    _, figures = read(text)
    assert (figures[-1].kind, figures[-1].unit and figures[-1].unit.dimension) == (
        kind,
        figures[0].unit and figures[0].unit.dimension,
    )
    assert figures[-1].quantity.unit == figures[0].quantity.unit
    assert any(rule == "numbers.elided" for rule, *_ in figures[-1].steps)
    if unit != "XOF":
        assert figures[-1].quantity.unit == unit


def test_every_step_names_a_shipped_rule() -> None:
    known = {rule.id for rule in shipped_rules().rules}
    for row in ONE_FIGURE:
        _, figures = read(row[0])
        assert {rule for figure in figures for rule, *_ in figure.steps} <= known


@given(st.text(alphabet="0123456789 ,.-/%$ax\u00bd\n", max_size=60))
def test_figures_stand_apart_and_inside_the_text(text: str) -> None:
    tokens, figures = read(text)
    ends = [-1, *(figure.last for figure in figures)]
    assert all(
        figure.first > end and figure.last < len(tokens.surface) for figure, end in zip(figures, ends, strict=False)
    )


def test_what_has_no_number_of_seconds_is_no_length_of_time() -> None:
    assert surfaces("It took 2:04:38.5 to run.") == ["2:04:38.5"]
    assert "16:20:31.001.001.0" not in surfaces("It took 16:20:31.001.001.0 to run.")
