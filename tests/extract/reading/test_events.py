"""What happens to what is counted."""

import pytest

from reconcile.extract.lexicon.phrases import LoosePhrases
from reconcile.extract.reading.event_phrases import Phrase, find_phrases
from tests.extract.readings import claim


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The blast killed {30} people.", "kill"),
        ("{Thirty} people are known to have died and 1,000 were hurt.", "kill"),
        ("Thirty people are known to have died and {1,000} were hurt.", "injure"),
        ("At least {23} people were killed and more than 200 hurt.", "kill"),
        ("At least 23 people were killed and {more than 200} hurt.", "injure"),
        ("Some {130} people still missing were sought.", "miss"),
        ("{Four} remain missing.", "miss"),
        ("The whereabouts of {61} people remain unknown.", "miss"),
        ("{Five} hikers have not yet been found.", "miss"),
        ("{Eight} people are unaccounted for, and 23 are being treated.", "miss"),
        ("The death toll climbed to {87}.", "kill"),
        ("The firm cut {850} jobs.", "layoff"),
        ("The firm laid {at least 850} workers off.", "layoff"),
        ("{Nine} sailors lost their lives.", "kill"),
        ("The rate rose to {4%}.", "rise"),
        ("{Nine} of the dead were children.", "kill"),
        ("{Sixty} patients who died could have been saved.", "kill"),
        ("{Sixty} patients did not survive.", "kill"),
        ("The number of deaths before the coroner has risen to {14}.", "kill"),
    ],
)
def test_event(text: str, event: str) -> None:
    assert claim(text).event == event


def test_what_the_counted_are_is_among_the_classes() -> None:
    context = claim("{Nine} of the dead were children.").context
    assert "child" in context.classes
    assert "child" in context.modifiers


@pytest.mark.parametrize(
    ("lemmas", "tags", "found"),
    [
        ("they lose # life", "OV#N", (1, 3)),
        ("they lose at_least_# # life", "OV##N", (1, 4)),
        ("they lose a war , then life", "OVDN,RN", None),
        ("they lose old grey farm life", "OVJJNN", None),
        ("they lose and take life", "OVCVN", None),
    ],
)
def test_phrases_bridge_figures_and_little_else(lemmas: str, tags: str, found: tuple[int, int] | None) -> None:
    known = LoosePhrases[str]()
    known.add(("lose", "life"), "kill")
    phrases = find_phrases(lemmas.split(), list(tags), known)
    assert phrases == ((Phrase(*found, "kill"),) if found else ())
