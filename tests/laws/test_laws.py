"""What holds for every text and every set of sources, whatever they say."""

import contextlib
import itertools
import time
import timeit
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile import Source
from reconcile.report import FORMATS, to_dict
from reconcile.rulebook import shipped_rules

COUNTS = st.integers(min_value=2, max_value=90_000)
HEDGES = st.sampled_from(["", "about ", "at least ", "more than ", "up to ", "nearly ", "some "])
NOUNS = st.sampled_from(["people", "soldiers", "houses", "passengers", "firefighters", "children", "trucks", "schools"])
VERBS = st.sampled_from(
    ["were killed", "were injured", "were evacuated", "are missing", "were sent to Romania", "were destroyed"]
)
TAILS = st.sampled_from(["", " on Wednesday", " in the north", ", the ministry said", ", police told reporters"])
SENTENCES = st.builds(
    lambda hedge, count, noun, verb, tail: f"{(hedge + f'{count:,}').capitalize()} {noun} {verb}{tail}.",
    HEDGES, COUNTS, NOUNS, VERBS, TAILS,
)  # fmt: skip
ARTICLES = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
DAYS = st.sampled_from(["2026-03-10", "2026-03-11", "2026-03-12T08:00:00+01:00"])
SOURCES = st.lists(st.tuples(ARTICLES, DAYS), min_size=2, max_size=4).map(
    lambda pairs: [Source.from_text(text, id=f"s{n}", published=day) for n, (text, day) in enumerate(pairs)]
)
PIECES = (
    *(
        "12",
        "1,000",
        "$",
        "€3bn",
        "%",
        "per cent",
        "between",
        "and",
        "to",
        "-",
        "\u2013",
        "(",
        ")",
        "no",
        "one in",
        "half",
    ),
    *("a", "third", "of", "the", "about", "at least", "or more", "km", "March", "3rd", "2026", "Wednesday", "year-old"),
    *("F-16", ".", ",", "\n\n", "\u201c", "\u2019s", "½", "1.2", "m"),
)
TEXTS = st.text(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def shape(report: reconcile.Report) -> set[tuple[str, frozenset[tuple[str, int, int]]]]:
    """A report's facts as verdicts over places in the sources, so that ids and order play no part."""
    place = {claim.id: (claim.source, claim.start, claim.end) for claim in report.claims}
    return {(fact.verdict, frozenset(place[claim] for claim in fact.claims)) for fact in report.facts}


@given(TEXTS)
def test_every_claim_stands_in_the_text_where_it_says(text: str) -> None:
    for claim in reconcile.extract(Source.from_text(text, id="x", published="2026-03-11")):
        assert text[claim.start : claim.end] == claim.text
        assert text[claim.sentence.start : claim.sentence.end] == claim.sentence.text
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
        assert all(0 <= step.start < step.end <= len(text) for step in claim.trail)


@given(TEXTS)
def test_bounds_are_in_order(text: str) -> None:
    for claim in reconcile.extract(Source.from_text(text, id="x")):
        low, value, high = claim.quantity.low, claim.quantity.value, claim.quantity.high
        known = [figure for figure in (low, value, high) if figure is not None]
        assert known == sorted(known)


@given(TEXTS)
def test_every_trail_names_rules_in_force(text: str) -> None:
    known = {rule.id for rule in shipped_rules().rules}
    for claim in reconcile.extract(Source.from_text(text, id="x")):
        assert claim.trail
        assert {step.rule for step in claim.trail} <= known


@given(SOURCES, st.randoms(use_true_random=False))
def test_the_order_of_the_sources_changes_nothing(sources: list[Source], random) -> None:
    shuffled = list(sources)
    random.shuffle(shuffled)
    assert shape(reconcile.compare(sources)) == shape(reconcile.compare(shuffled))


@given(SOURCES)
def test_every_claim_is_in_exactly_one_fact(sources: list[Source]) -> None:
    report = reconcile.compare(sources)
    held = list(itertools.chain.from_iterable(fact.claims for fact in report.facts))
    assert sorted(held) == sorted(claim.id for claim in report.claims)


@given(ARTICLES)
def test_a_copy_of_a_source_adds_no_origin(article: str) -> None:
    text = (
        " ".join([article] * 3)
        + " Rescue teams from three neighbouring districts were on their way, the governor said late in the day."
    )
    one = Source.from_text(text, id="a", published="2026-03-11")
    report = reconcile.compare([one, replace(one, id="b")])
    assert len({source.origin for source in report.sources}) == 1
    assert {fact.origins for fact in report.facts} <= {1}
    assert "agree" not in {fact.verdict for fact in report.facts}


@given(COUNTS, COUNTS)
def test_widening_a_hedge_never_makes_a_discrepancy(one: int, two: int) -> None:
    def verdicts(hedge: str) -> set[str]:
        texts = (f"{hedge}{one:,} people were killed in the blast.", f"{two:,} people were killed in the blast.")
        sources = [Source.from_text(text, id=str(n), published="2026-03-11") for n, text in enumerate(texts)]
        return {fact.verdict for fact in reconcile.compare(sources).facts if len(fact.claims) > 1}

    if "discrepancy" not in verdicts(""):
        assert "discrepancy" not in verdicts("About ")


@given(SOURCES)
def test_the_json_reads_back_as_it_was_written(sources: list[Source]) -> None:
    report = reconcile.compare(sources)
    assert msgspec.json.decode(FORMATS["json"].render(report).encode()) == msgspec.json.decode(
        msgspec.json.encode(to_dict(report))
    )


@given(st.binary(max_size=600))
def test_no_bytes_make_reading_crash(tmp_path_factory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "x.txt"
    path.write_bytes(data)
    with contextlib.suppress(reconcile.ReadError):
        reconcile.extract(reconcile.read(path))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "at least ",
        "1,000 ",
        "a " * 8,
        "(",
        "- 3",
        "one in ",
        "$1.2-1.5m ",
        "between 5 and 7 people or ",
        "12 km (7 miles) ",
        "no more than ",
        "the the the ",
        "March 3 ",
        "2026-",
        "+1-555-",
        "x" * 40,
        "“",
        "1.",
        "half a ",
        "hundreds of ",
        "of the 12 killed, five were children; ",
    ],
)
def test_long_lines_take_time_in_step_with_their_length(unit: str) -> None:
    def text(length: int) -> str:
        return (unit * (length // len(unit) + 1))[:length]

    seconds_to_read("Five people.")
    assert seconds_to_read(text(8_000)) < 8 * max(seconds_to_read(text(2_000)), 0.02)


@pytest.mark.slow
def test_a_megabyte_on_one_line_takes_time_in_step_with_its_length() -> None:
    line = "The ministry said 1,034 people were hurt and 12 of the 300 houses burned down, at a cost of about $3bn, "
    short, long = line * (100_000 // len(line)), line * (1_000_000 // len(line))
    assert seconds_to_read(long) < 20 * seconds_to_read(short)


def seconds_to_read(text: str) -> float:
    """The least of three times: in between, Python looks through all that the other tests have left."""
    source = Source.from_text(text, id="x", published="2026-03-11")
    return min(timeit.repeat(lambda: reconcile.extract(source), timer=time.process_time, repeat=3, number=1))
