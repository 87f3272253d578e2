"""The writer's own words, without what is quoted and without the signature."""

import pytest

from reconcile.read.mail.quotes import own_words

_HEAD = "From: Ann Ray <ann@example.com>\nSent: Monday, 9 March 2026 10:00\nTo: Desk\nSubject: Toll\n"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Twelve died.", "Twelve died."),
        ("Twelve died.\n-- \nAnn Ray\n555 0100", "Twelve died."),
        ("Now 14.\n\nOn Monday Ann Ray wrote:\n> Twelve died.\n> Two fled.", "Now 14."),
        ("Now 14.\n\nOn Mon, Mar 9, 2026 at 10:00 AM Ann Ray <ann@example.com>\nwrote:\n\n> Twelve died.", "Now 14."),
        ("Now 14.\n\nAm 09.03.2026 um 10:00 schrieb Ann Ray:\n> Zwölf.", "Now 14."),
        ("> Twelve died?\nNo, 14.\n> Two fled?\nYes.", "No, 14.\nYes."),
        (f"Now 14.\n\n-----Original Message-----\n{_HEAD}\nTwelve died.", "Now 14."),
        (f"Now 14.\n\n{_HEAD}\nTwelve died.", "Now 14."),
        (f"FYI\n\n________________________________\n{_HEAD}\nTwelve died.", "FYI\n\nTwelve died."),
        (f"{_HEAD}\nTwelve died.", "Twelve died."),
        ("See below.\n\n> Twelve died.", "See below.\n\nTwelve died."),
        ("---------- Forwarded message ---------\nFrom: Ann\nDate: Mon\n\nTwelve died.", "Twelve died."),
        ("We hear from Ann:\nFrom: here to there, 12 died.", "We hear from Ann:\nFrom: here to there, 12 died."),
        ("", ""),
    ],
)
def test_own_words(text: str, own: str) -> None:
    assert own_words(text) == own
