"""What the words around a figure say of its standing in time: revised, so far, disputed, long past.

The phrases are rules of the family en/revision; each rule has a `cue` and its `phrases`. In a phrase `#` stands for the
figure itself, `@` for another figure in digits, `*` for up to four words and `a/b` for either word; letter case counts
for nothing.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from reconcile.facts import Claim
from reconcile.rulebook import Rulebook

_GAP = 4
_PAST, _FORMER = "past", "former"
_THAN = "than"
_TOLD = re.compile(r"\d[\d.,:]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_WORD = re.compile(rf"[#@*]|{_TOLD.pattern}")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: what it tells, the rule that knows it, its words, and whether the figure itself stands in it."""

    name: str
    rule: str
    phrase: str
    anchored: bool = False


_Phrase = tuple[tuple[str, ...], Cue]
_Phrases = Mapping[Hashable, Sequence[_Phrase]]


class Wording:
    """The phrases in force, looked up by their first word alone, by their first two words, or, where a gap comes
    second, by the words around it (the one behind it empty where there is none)."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        listed = list(phrases)
        self._single = _index(phrase for phrase in listed if len(phrase[0]) == 1)
        self._double = _index(phrase for phrase in listed if phrase[0][1:2] not in ((), ("*",)))
        gaping = [phrase for phrase in listed if phrase[0][1:2] == ("*",)]
        self._gaping = {first: _behind(gaping, first) for first in {words[0] for words, _ in gaping}}

    def cues(self, claim: Claim) -> Mapping[str, Cue]:
        """The cues in the sentence of a claim, of each name the first, or the first that the figure itself stands in.

        One of something past counts only where it is next to the figure, with no other figure in between.
        """
        start = claim.start - claim.sentence.start
        return _cues(self, claim.sentence.text, start, start + len(claim.text))

    def told(self, text: str) -> Mapping[str, Cue]:
        """The cues in a stretch of text without a figure of its own, the first of each name."""
        return self.found([*_masked(text), "#"])

    def found(self, words: list[str]) -> Mapping[str, Cue]:
        """The cues in some words, of which "#" is the figure."""
        figure = words.index("#")
        found: dict[str, Cue] = {}
        for at, phrase, cue in self._candidates(words):
            known = found.get(cue.name)
            if known is not None and (known.anchored or not cue.anchored):
                continue
            if _is_compared(words, at, cue) or (cue.name == _PAST and not _next_to(words, at, figure)):
                continue
            if _fits(phrase, words, at):
                found[cue.name] = cue
        return found

    def _candidates(self, words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...], Cue]]:
        """The phrases that may start at each word, those with a gap behind it last."""
        double, single, gaping = self._double, self._single, self._gaping
        for at, pair in enumerate(zip(words, [*words[1:], ""], strict=True)):
            word = pair[0]
            if pair in double:
                yield from ((at, *found) for found in double[pair])
            if word in single:
                yield from ((at, *found) for found in single[word])
            if word in gaping:
                for near in dict.fromkeys((*words[at + 1 : at + _GAP + 2], "")):
                    yield from ((at, *found) for found in gaping[word].get(near, ()))


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


def _is_compared(words: list[str], at: int, cue: Cue) -> bool:
    """Whether what is told of an old figure tells what this one is compared with: "nine more than first reported"."""
    return cue.name == _FORMER and not cue.anchored and words[max(0, at - 1)] == _THAN


def _next_to(words: list[str], at: int, figure: int) -> bool:
    return "@" not in words[min(at, figure) : max(at, figure)]


@lru_cache(maxsize=8192)
def _cues(wording: Wording, text: str, start: int, end: int) -> Mapping[str, Cue]:
    """The cues in a sentence around a figure. Alignment and judgement read the same ones, and an editor's next
    keystroke reads those of the sources again."""
    return wording.found([*_masked(text[:start]), "#", *_masked(text[end:])])


def _masked(text: str) -> list[str]:
    lowered = text.lower().replace("\u2019", "'")
    return ["@" if word[0].isdigit() else word for word in _TOLD.findall(lowered)]


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


def _index(listed: Iterable[_Phrase]) -> _Phrases:
    """Phrases of several words by their first two words, those of one by that."""
    index: dict[Hashable, list[_Phrase]] = {}
    for phrase, cue in listed:
        index.setdefault(phrase[:2] if len(phrase) > 1 else phrase[0], []).append((phrase, cue))
    return index


def _behind(gaping: Iterable[_Phrase], first: str) -> _Phrases:
    """The phrases that start with a word and a gap, by the word behind the gap."""
    index: dict[Hashable, list[_Phrase]] = {}
    for phrase, cue in gaping:
        if phrase[0] == first:
            index.setdefault("".join(phrase[2:3]), []).append((phrase, cue))
    return index
