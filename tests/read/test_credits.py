"""Credits and notes in an article's own words; nothing of the kind in ordinary copy."""

import pytest

from reconcile.read.credits import credits_of, notes_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("AFP contributed to this report.", ("AFP",)),
        ("Jo Lee and The Plains Press contributed to this story", ("Jo Lee", "The Plains Press")),
        ("With reporting by AFP, Reuters and Jo Lee in Norro", ("AFP", "Reuters", "Jo Lee")),
        ("(Additional reporting by Ann Ek in Skarv; Editing by Sue Ott)", ("Ann Ek",)),
        ("Agencies: AFP/Reuters", ("AFP", "Reuters")),
        ("Source: AFP", ("AFP",)),
        ("The state contributed to this outcome.", ()),
        ("With reporting on the rise, 12 were hurt.", ()),
        ("Sources said 12 had died.", ()),
    ],
)
def test_credits(line: str, names: tuple[str, ...]) -> None:
    assert credits_of(f"Twelve died.\n\n{line}\n") == names


@pytest.mark.parametrize(
    "note",
    [
        "This story has been corrected to show that 12 people died.",
        "This article was amended on 3 March 2026 to give the right figure.",
        "An earlier version of this article misstated the number of dead.",
        "Correction: the damage was £2.3m.",
        "CORRECTION (March 3): The damage was £2.3m.",
        "Clarification: the figure includes staff.",
        "Editor's note: figures are provisional.",
        "CORRECTION: This story corrects the number of dead to 40 from 400.",
        "The original version of this story gave another figure.",
        "EMBARGOED until 00:01 on 3 March",
        "Under strict embargo until 6:00 GMT on 3 March",
        "Not for publication before 6pm",
    ],
)
def test_notes(note: str) -> None:
    assert notes_of(f"Twelve died.\n\n* {note}\n") == (note,)


@pytest.mark.parametrize(
    "line",
    [
        "The correctional facility holds 120.",
        "This story begins in 1987.",
        "Corrections officers numbered 12.",
        "The embargo on arms was lifted.",
        "The report said 400 people had died.",
        "The article was retracted in 2010.",
        "The report was amended after 12 ministers had read it.",
        "An earlier storm killed 12.",
        "He edits this report every week.",
    ],
)
def test_ordinary_copy_is_no_note(line: str) -> None:
    assert notes_of(line) == ()


def test_only_the_ends_of_a_long_text_are_looked_at() -> None:
    filler = "word " * 4000
    assert notes_of(f"{filler}\nCorrection: a.\n{filler}") == ()
    assert notes_of(f"{filler}\nCorrection: a.") == ("Correction: a.",)
