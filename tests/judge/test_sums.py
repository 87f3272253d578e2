"""Sums of parts: found where the source states them, left alone where figures meet by chance."""

from reconcile.facts import Claim, Context, Relation, Roles, Sentence, Source
from reconcile.facts.claim import Kind
from tests.judge.cases import judged, quantity


def told(*sentences: str, unit: str = "person") -> tuple[Relation, ...]:
    """The relations in one source of sentences with their figures in braces, each figure a fact of its own."""
    claims: list[Claim] = []
    text = ""
    for sentence in sentences:
        start = len(text)
        pieces = sentence.split("{")
        plain = pieces[0] + "".join(piece.replace("}", "", 1) for piece in pieces[1:])
        whole = Sentence(start, start + len(plain), plain)
        at = start + len(pieces[0])
        for piece in pieces[1:]:
            figure, _, rest = piece.partition("}")
            claims.append(
                Claim(
                    f"c{len(claims) + 1}",
                    "a",
                    "count",
                    at,
                    at + len(figure),
                    figure,
                    whole,
                    quantity(f"{figure} {unit}"),
                )
            )
            at += len(figure) + len(rest)
        text += plain + " "
    source = Source(id="a", text=text, published="2026-03-03")
    return judged(tuple(claims), (source,), [(claim.id,) for claim in claims])[1]


def equations(relations: tuple[Relation, ...]) -> list[str]:
    return [relation.equation for relation in relations if relation.type == "sum"]


def test_parts_and_whole_in_one_sentence() -> None:
    (found,) = told("Of the {47} amendments tabled {11} were agreed to and {36} thrown out.")
    assert (found.type, found.whole, found.parts, found.source) == ("sum", "f1", ("f2", "f3"), "a")
    assert found.equation == "11 + 36 = 47"
    assert found.certain


def test_parts_in_the_sentence_after_the_whole() -> None:
    assert equations(told("They scrapped {653} flights.", "It was {312} on Thursday and {341} on Friday.")) == [
        "312 + 341 = 653"
    ]


def test_three_parts() -> None:
    found = told("Police hold {1,284} people in all.", "They came as {612}, {403} and another {269}.")
    assert equations(found) == ["612 + 403 + 269 = 1,284"]


def test_a_sum_rounded_as_its_whole_is_written() -> None:
    assert equations(told("With another {1.4m} fled and {612,000} abroad it makes {2.01m} in all.")) == [
        "1.4m + 612,000 = 2.01m"
    ]


def test_round_figures_that_meet_by_chance_far_apart_are_no_sum() -> None:
    filler = "Nothing of the sort was said by anybody in the hall that day. " * 9
    assert (
        equations(told("The hall holds {900}.", filler + "He ran {300} laps.", filler + "She has {600} books.")) == []
    )


def test_a_share_is_not_added_to_what_it_is_counted_out_of() -> None:
    assert equations(told("The ship had {23} crew.", "Of them {5} and {18} were hurt.")) == ["5 + 18 = 23"]
    assert not equations(told("The ship had {23} crew.", "And {5} of the {18} were hurt."))
    assert equations(told("The party won {57} of them: {19} shy of the {76} it needs.")) == ["57 + 19 = 76"]


def test_one_fact_is_never_part_and_whole() -> None:
    assert equations(told("They counted {30} and {30} and {60}.", unit="vote")) == ["30 + 30 = 60"]
    assert equations(told("They counted {60} and {60}.", unit="vote")) == []


def test_kinds_and_units_do_not_mix() -> None:
    whole = Sentence(0, 20, "11 and 36 of the 47.")
    figures: tuple[tuple[Kind, int, str], ...] = (
        ("count", 0, "11 person"),
        ("measure", 7, "36 km"),
        ("count", 17, "47 person"),
    )
    claims = tuple(
        Claim(f"c{n}", "a", kind, at, at + 2, text[:2], whole, quantity(text))
        for n, (kind, at, text) in enumerate(figures)
    )
    assert judged(claims, (Source(id="a", text=whole.text),), [(claim.id,) for claim in claims])[1] == ()


def test_a_part_told_with_its_other_part_completes_the_total_of_another_source() -> None:
    one, two = Sentence(0, 36, "He sent 1,700 men and another 300 men"), Sentence(0, 19, "She sent 2,000 men.")
    claims = (
        Claim("c1", "a", "count", 8, 13, "1,700", one, quantity("1,700 person")),
        Claim("c2", "a", "count", 30, 33, "300", one, quantity("300 person")),
        Claim("c3", "b", "count", 9, 14, "2,000", two, quantity("2,000 person")),
    )
    sources = (Source(id="a", text=one.text), Source(id="b", text=two.text))
    facts, relations = judged(claims, sources, [("c1", "c3"), ("c2",)])
    assert facts[0].verdict == "compatible"
    assert [(found.equation, found.source, found.certain) for found in relations] == [
        ("1,700 + 300 = 2,000", None, False)
    ]
    alone, _ = judged((claims[0], claims[2]), sources, [("c1", "c3")])
    assert alone[0].verdict == "discrepancy"


def structured(**roles: str) -> tuple[Relation, ...]:
    """The relations of two parts sent to places and, far above them, a whole sent to Europe; no words tell of a sum."""
    far = Sentence(0, 40, "They send 2,000 men to Europe this week.")
    near = Sentence(700, 780, "A source said 1,700 would go from one base and 300 from the same base, later.")
    texts = (("2,000", far, 10, "Europe"), ("1,700", near, 714, roles["one"]), ("300", near, 747, roles["other"]))
    context = Context(head="soldier", paragraph=1)
    claims = tuple(
        Claim(
            f"c{n}",
            "a",
            "count",
            at,
            at + len(text),
            text,
            sentence,
            quantity(f"{text} person"),
            event="deploy",
            roles=Roles(to=(place,)),
            context=context,
        )
        for n, (text, sentence, at, place) in enumerate(texts)
    )
    return judged(claims, (Source(id="a", text=""),), [(claim.id,) for claim in claims])[1]


def test_parts_of_one_thing_and_event_that_differ_in_a_role_are_a_certain_sum() -> None:
    (found,) = structured(one="Poland", other="Germany")
    assert (found.equation, found.whole, found.certain) == ("1,700 + 300 = 2,000", "f1", True)


def test_the_same_figures_in_one_role_are_no_certain_sum() -> None:
    assert not any(found.certain for found in structured(one="Poland", other="Poland"))


def test_a_whole_out_of_reach_is_no_sum() -> None:
    assert equations(told("Of the {471} {110} came.", "x" * 5100, "He saw {361} more.")) == []
