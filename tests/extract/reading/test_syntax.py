"""Noun phrases and verb groups, and where clauses open."""

import pytest

from tests.extract.readings import parsed


def chunks(sentence: str) -> str:
    """The chunks of a sentence as "N:the fire V:destroyed ...", single tokens left out."""
    read = parsed(sentence)
    return " ".join(
        f"{chunk.kind}:{read.text(chunk.first, chunk.last)}" for chunk in read.chunks if chunk.kind in "NVT"
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The old bridge carried 300 cars.", "N:The old bridge V:carried N:300 cars"),
        ("At least 12 people have been killed.", "N:At least 12 people V:have been killed"),
        ("The army is expected to send 900 troops.", "N:The army V:is expected to send N:900 troops"),
        ("Two Nobel prize-winning economists signed.", "N:Two Nobel prize-winning economists V:signed"),
        ("The fleet has 26 diesel multiple units.", "N:The fleet V:has N:26 diesel multiple units"),
        ("Some 130 people still missing were sought.", "N:Some 130 people V:were sought"),
        ("The firm sold 3 million cars last season.", "N:The firm V:sold N:3 million cars N:last season"),
        ("On Tuesday the town counted 40 fires.", "T:Tuesday N:the town V:counted N:40 fires"),
    ],
)
def test_chunks(sentence: str, expected: str) -> None:
    assert chunks(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        ("He said nine of the men were safe.", True),
        ("Officials say the storm killed 9.", True),
        ("He said nothing of the 9 men.", False),
        ("The mayor announced 300 flats.", False),
    ],
)
def test_a_verb_of_saying_opens_a_clause_that_has_a_verb(sentence: str, opens: bool) -> None:  # noqa: FBT001
    assert bool(parsed(sentence).breaks) is opens


@pytest.mark.parametrize(
    ("sentence", "kind"), [("It fell after the storm hit 40 farms.", "S"), ("It fell after a storm in May.", "P")]
)
def test_openers(sentence: str, kind: str) -> None:
    read = parsed(sentence)
    assert next(chunk.kind for k, chunk in enumerate(read.chunks) if read.openings[k] == "after") == kind
