"""What the tests of the reading share: sentences in, claims and shallow readings out, seen from 11 March 2026."""

from reconcile.extract import extract
from reconcile.extract.claims import find
from reconcile.extract.lexicon import Lexicon, compile_lexicon
from reconcile.extract.reading.syntax import Parse, parse
from reconcile.extract.tokens import tokenize
from reconcile.facts import Claim, Source
from reconcile.rulebook import shipped_rules

PUBLISHED = "2026-03-11"
LEXICON: Lexicon = compile_lexicon(shipped_rules())


def claims(text: str) -> list[Claim]:
    """The figures of a text, without its dates."""
    source = Source.from_text(text, id="a", published=PUBLISHED)
    return [claim for claim in extract(source, shipped_rules()) if claim.kind != "date"]


def claim(text: str) -> Claim:
    """The claim of the figure that stands in braces: "Police counted {300} people."."""
    before, rest = text.split("{")
    figure, after = rest.split("}")
    start, end = len(before), len(before) + len(figure)
    found = [each for each in claims(before + figure + after) if each.start < end and start < each.end]
    assert len(found) == 1, found
    return found[0]


def parsed(text: str) -> Parse:
    """The shallow reading of one sentence."""
    tokens = tokenize(text, 0, LEXICON.abbreviations)
    assert len(tokens.sentences) == 1, tokens.sentences
    return parse(tokens, *tokens.sentences[0], find(tokens, None, LEXICON).cover, LEXICON)
