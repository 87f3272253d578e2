"""What the words around a figure say of its standing in time: revised, so far, disputed, long past.

The phrases are rules of the family en/revision; each rule has a `cue` and its `phrases`. In a phrase `#` stands for the
figure itself, `@` for another figure in digits and `*` for up to four words; letter case counts for nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reconcile.facts import Claim
from reconcile.rulebook import Rulebook

_GAP = 4
_PAST = "past"
_WORD = re.compile(r"[#@*]|\d[\d.,:]*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: what it tells, the rule that knows it, and the phrase."""

    name: str
    rule: str
    phrase: str


_Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]


class Wording:
    """The phrases in force, looked up by their first word."""

    def __init__(self, phrases: _Phrases) -> None:
        self._phrases = phrases

    def cues(self, claim: Claim) -> Mapping[str, Cue]:
        """The cues in the sentence of a claim, the first of each name; one of something past only where it is next to
        the figure, with no other figure in between."""
        words = _words(claim)
        figure = words.index("#")
        found: dict[str, Cue] = {}
        for at, word in enumerate(words):
            for phrase, cue in self._phrases.get(word, ()):
                if cue.name not in found and _fits(phrase, words, at) and (cue.name != _PAST or _next_to(words, at, figure)):
                    found[cue.name] = cue
        return found


def _fits(phrase: tuple[str, ...], words: list[str], at: int) -> bool:
    """Whether a phrase stands at a place; `*` in it stands for up to four words."""
    for number, part in enumerate(phrase):
        if part == "*":
            rest = phrase[number + 1 :]
            return any(_fits(rest, words, at + gap) for gap in range(_GAP + 1))
        if at >= len(words) or words[at] != part:
            return False
        at += 1
    return True


def _next_to(words: list[str], at: int, figure: int) -> bool:
    return "@" not in words[min(at, figure) : max(at, figure)]


def _words(claim: Claim) -> list[str]:
    """The words of a claim's sentence in lower case, with figures masked."""
    text, start = claim.sentence.text, claim.start - claim.sentence.start
    before, after = text[:start], text[start + len(claim.text) :]
    return [*_masked(before), "#", *_masked(after)]


def _masked(text: str) -> Iterator[str]:
    lowered = text.lower().replace("’", "'")
    return ("@" if word[0].isdigit() else word for word in _WORD.findall(lowered) if word not in "#@*")


def long_past(claim: Claim, year: int) -> bool:
    """Whether the year written nearest to the figure, with no other figure in between, is before `year`."""
    text, start = claim.sentence.text, claim.start - claim.sentence.start
    near = [found for found in _YEAR.finditer(text) if not _figures_between(text, found, start, start + len(claim.text))]
    return any(int(found.group()) < year for found in near)


def _figures_between(text: str, year: re.Match[str], start: int, end: int) -> bool:
    between = text[year.end() : start] if year.end() <= start else text[end : year.start()]
    return any(character.isdigit() for character in between)


@lru_cache(maxsize=8)
def wording_of(rulebook: Rulebook) -> Wording:
    """The phrases that a rulebook lists."""
    return Wording(_index(_listed(rulebook)))


def _listed(rulebook: Rulebook) -> Iterator[tuple[tuple[str, ...], Cue]]:
    for rule in rulebook.family("en/revision"):
        for phrase in rule.fields.get("phrases", ()):
            yield tuple(_WORD.findall(phrase.lower())), Cue(rule.fields["cue"], rule.id, phrase)


def _index(listed: Iterable[tuple[tuple[str, ...], Cue]]) -> _Phrases:
    index: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for phrase, cue in listed:
        if phrase:
            index.setdefault(phrase[0], []).append((phrase, cue))
    return {word: tuple(entries) for word, entries in index.items()}
