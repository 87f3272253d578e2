"""What the words around a figure say of its standing in time: revised, so far, disputed, long past.

The phrases are rules of the family en/revision; each rule has a `cue` and its `phrases`. In a phrase `#` stands for the
figure itself, `@` for another figure in digits, `*` for up to four words and `a/b` for either word; letter case counts
for nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from reconcile.facts import Claim
from reconcile.rulebook import Rulebook

_GAP = 4
_PAST = "past"
_WORD = re.compile(r"[#@*]|\d[\d.,:]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: what it tells, the rule that knows it, its words, and whether the figure itself stands in it."""

    name: str
    rule: str
    phrase: str
    anchored: bool = False


_Phrase = tuple[tuple[str, ...], Cue]
_Phrases = Mapping[str, Mapping[str, Sequence[_Phrase]]]


class Wording:
    """The phrases in force, looked up by their first two words (the second empty where there is none), or where a gap
    comes second by those around it (the one behind it empty where there is none)."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        listed = list(phrases)
        self._close = _index((phrase for phrase in listed if phrase[0][1:2] != ("*",)), 1)
        self._gaping = _index((phrase for phrase in listed if phrase[0][1:2] == ("*",)), 2)

    def cues(self, claim: Claim) -> Mapping[str, Cue]:
        """The cues in the sentence of a claim, of each name the first, or the first that the figure itself stands in.

        One of something past counts only where it is next to the figure, with no other figure in between.
        """
        return self._found(_words(claim))

    def told(self, text: str) -> Mapping[str, Cue]:
        """The cues in a stretch of text without a figure of its own, the first of each name."""
        return self._found([*_masked(text), "#"])

    def _found(self, words: list[str]) -> Mapping[str, Cue]:
        figure = words.index("#")
        found: dict[str, Cue] = {}
        for at, phrase, cue in self._candidates(words):
            known = found.get(cue.name)
            if known is not None and (known.anchored or not cue.anchored):
                continue
            if (cue.name != _PAST or _next_to(words, at, figure)) and _fits(phrase, words, at):
                found[cue.name] = cue
        return found

    def _candidates(self, words: list[str]) -> Iterator[tuple[int, tuple[str, ...], Cue]]:
        for at, word in enumerate(words):
            if (close := self._close.get(word)) is not None:
                for second in (*words[at + 1 : at + 2], ""):
                    yield from ((at, *found) for found in close.get(second, ()))
            if (gaping := self._gaping.get(word)) is not None:
                for near in dict.fromkeys((*words[at + 1 : at + _GAP + 2], "")):
                    yield from ((at, *found) for found in gaping.get(near, ()))


class CuesOf:
    """The cues of claims, each read at its first use."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._read: dict[str, Mapping[str, Cue]] = {}

    def __call__(self, claim: Claim) -> Mapping[str, Cue]:
        """The cues in the sentence of a claim, by name."""
        if claim.id not in self._read:
            self._read[claim.id] = self._wording.cues(claim)
        return self._read[claim.id]

    def told(self, text: str) -> Mapping[str, Cue]:
        """The cues in a stretch of text without a figure of its own, by name."""
        return self._wording.told(text)


def _fits(phrase: tuple[str, ...], words: list[str], at: int) -> bool:
    """Whether a phrase stands at a place; `*` in it stands for up to four words."""
    for number, part in enumerate(phrase):
        if part == "*":
            rest, reach = phrase[number + 1 :], words[at : at + _GAP + 1]
            return not rest or (rest[0] in reach and any(_fits(rest, words, at + gap) for gap in range(len(reach))))
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
    lowered = text.lower().replace("\u2019", "'")
    return ("@" if word[0].isdigit() else word for word in _WORD.findall(lowered) if word not in "#@*")


def long_past(claim: Claim, year: int) -> bool:
    """Whether a year next to the figure, with no other figure in between, is before `year`."""
    text, start = claim.sentence.text, claim.start - claim.sentence.start
    end = start + len(claim.text)
    return any(
        int(found.group()) < year
        for found in _YEAR.finditer(text)
        if (found.end() <= start or found.start() >= end) and not _figures_between(text, found, start, end)
    )


def _figures_between(text: str, year: re.Match[str], start: int, end: int) -> bool:
    between = text[year.end() : start] if year.end() <= start else text[end : year.start()]
    return any(character.isdigit() for character in between)


@lru_cache(maxsize=8)
def wording_of(rulebook: Rulebook) -> Wording:
    """The phrases that a rulebook lists."""
    return Wording(_listed(rulebook))


def _listed(rulebook: Rulebook) -> Iterator[_Phrase]:
    for rule in rulebook.family("en/revision"):
        for phrase in rule.fields.get("phrases", ()):
            for words in product(*(word.split("/") for word in phrase.lower().split())):
                shown = " ".join("..." if word == "*" else word for word in words if word not in "#@")
                cue = Cue(rule.fields["cue"], rule.id, shown, anchored="#" in words)
                yield tuple(_WORD.findall(" ".join(words))), cue


def _index(listed: Iterable[_Phrase], nth: int) -> _Phrases:
    """Phrases by their first and by their `nth` word after it, few words of a text being the first of any."""
    index: dict[str, dict[str, list[_Phrase]]] = {}
    for phrase, cue in listed:
        index.setdefault(phrase[0], {}).setdefault("".join(phrase[nth : nth + 1]), []).append((phrase, cue))
    return index
