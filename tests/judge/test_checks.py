"""Shares, percent changes and differences that follow from other figures."""

from reconcile.facts import Claim, Relation, Sentence, Source
from reconcile.facts.claim import Change
from tests.judge.cases import judged, quantity


def told(text: str, *figures: tuple[str, str, Change], as_fact: tuple[int, ...] = ()) -> tuple[Relation, ...]:
    """The relations in one sentence; each figure with its unit and change."""
    whole = Sentence(0, len(text), text)
    claims = []
    for n, (figure, unit, change) in enumerate(figures, 1):
        at = text.index(figure)
        kind = "percent" if unit == "%" else "count"
        claims.append(
            Claim(f"c{n}", "a", kind, at, at + len(figure), figure, whole, quantity(f"{figure} {unit}"), change)
        )
    return judged(tuple(claims), (Source(id="a", text=text),), [(claim.id,) for claim in claims])[1]


def test_share() -> None:
    (found,) = told(
        "To date 175, or 36, of the 486 came.", ("175", "USD", "none"), ("36", "%", "none"), ("486", "USD", "none")
    )
    assert (found.type, found.whole, found.parts) == ("share", "f3", ("f1", "f2"))
    assert found.equation == "175 / 486 = 36"


def test_a_share_that_does_not_check_is_none() -> None:
    assert (
        told(
            "To date 175, or 39, of the 486 came.", ("175", "USD", "none"), ("39", "%", "none"), ("486", "USD", "none")
        )
        == ()
    )


def test_percent_change_up_and_down() -> None:
    (up,) = told(
        "Sales rose 19 to 1,842 from 1,548.", ("19", "%", "up"), ("1,842", "car", "none"), ("1,548", "car", "none")
    )
    assert (up.type, up.whole, up.parts, up.equation) == ("percent_change", "f2", ("f3", "f1"), "1,548 + 19 = 1,842")
    (down,) = told(
        "Sales fell 16 to 1,548 from 1,842.", ("16", "%", "down"), ("1,548", "car", "none"), ("1,842", "car", "none")
    )
    assert down.equation == "1,842 - 16 = 1,548"


def test_a_change_with_the_wrong_sign_does_not_check() -> None:
    assert (
        told(
            "Sales fell 19 to 1,842 from 1,548.",
            ("19", "%", "down"),
            ("1,842", "car", "none"),
            ("1,548", "car", "none"),
        )
        == ()
    )


def test_difference_from_an_earlier_report() -> None:
    later, earlier = "Critical are 9, which is 3 fewer than a day ago.", "Critical are 12."
    one, two = Sentence(0, len(later), later), Sentence(0, len(earlier), earlier)
    claims = (
        Claim("c1", "a", "count", 13, 14, "9", one, quantity("9 person")),
        Claim("c2", "a", "count", 25, 26, "3", one, quantity("3 person")),
        Claim("c3", "b", "count", 13, 15, "12", two, quantity("12 person")),
    )
    sources = (Source(id="a", text=later), Source(id="b", text=earlier))
    _, relations = judged(claims, sources, [("c1", "c3"), ("c2",)])
    assert [(found.type, found.whole, found.parts, found.equation) for found in relations] == [
        ("difference", "f1", ("f2",), "12 - 9 = 3")
    ]
