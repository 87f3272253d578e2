"""Waivers written into a draft: `<!-- reconcile: ignore[contradicted] reason="..." by="..." until=2026-03-01 -->`.

In plain text the same stands after `//`, to the end of the line: `// reconcile: ignore[unsupported] reason="..."`.
A waiver with text on its line covers the figures of that line; alone on its line (or lines) it covers the paragraph
that follows, up to the next empty line. `figure="62"` narrows it to figures so written. It must say what it waives and
why; one that doesn't is a fault and waives nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast, get_args

from reconcile.desk.sections import line_around
from reconcile.facts import Claim, Problem, Source, Span, Waiver
from reconcile.facts.policy import Outcome
from reconcile.facts.text import comments

_OURS = re.compile(r"(?:<!--|//)\s*reconcile:")
_FORM = re.compile(r"ignore\s*(?:\[([^\]]*)\])?")
_NAMED = re.compile(r"""\s*(\w+)\s*=\s*(?:"([^"]*)"|\u201c([^\u201d]*)\u201d|'([^']*)'|([^\s"']+))""")
_SPACE = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_NAMES = ("reason", "by", "until", "figure")
_EXAMPLE = 'write `reconcile: ignore[contradicted] reason="why it may stand" by="who says so"`'


@dataclass(frozen=True, slots=True)
class Inline:
    """A waiver of a draft, and what it covers: outcomes of the figures that stand in `covers`, written as `figure`."""

    waiver: Waiver
    outcomes: tuple[Outcome, ...]
    covers: Span
    figure: str | None = None

    def waives(self, outcome: Outcome, claim: Claim) -> bool:
        """Whether it speaks of this figure and of what is said of it."""
        written = self.figure is None or self.figure.casefold() == " ".join(claim.text.split()).casefold()
        return outcome in self.outcomes and self.covers.start <= claim.start < self.covers.end and written

    def expired(self, today: dt.date) -> bool:
        """Whether its last day is over."""
        return self.waiver.until is not None and dt.date.fromisoformat(self.waiver.until) < today


class _Misspelt(Exception):
    """A waiver that says nothing usable; `message` says what is wrong, `hint` what to write."""

    def __init__(self, message: str, hint: str = _EXAMPLE) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def waivers_of(draft: Source) -> tuple[tuple[Inline, ...], tuple[Problem, ...]]:
    """The waivers in a draft's text in order, and a Problem with its line for each that cannot be heeded."""
    found: list[Inline] = []
    faults: list[Problem] = []
    where, line, counted = draft.path or draft.id, 1, 0
    for span in comments(draft.text):
        ours = _OURS.match(draft.text, span.start, span.end)
        if ours is None:
            continue
        said = draft.text[ours.end() : span.end].removesuffix("-->").strip()
        line, counted = line + draft.text.count("\n", counted, span.start), span.start
        try:
            outcomes, named = _parsed(said)
        except _Misspelt as fault:
            faults.append(Problem(where, line, f"waives nothing: {fault.message}", fault.hint))
            continue
        waiver = Waiver(named["reason"], named.get("by"), where, line, until=named.get("until"))
        found.append(Inline(waiver, outcomes, _covered(draft.text, span), named.get("figure")))
    return tuple(found), tuple(faults)


def _parsed(text: str) -> tuple[tuple[Outcome, ...], Mapping[str, str]]:
    """What a waiver says: outcomes, and its named values. Raises _Misspelt."""
    form = _FORM.match(text)
    if form is None:
        raise _Misspelt(f"`{text[:40]}` is no `ignore[...]`")
    outcomes = tuple(word.strip() for word in (form[1] or "").split(",") if word.strip())
    if not outcomes:
        raise _Misspelt("it does not say what", f"write `ignore[...]` with one of {', '.join(get_args(Outcome))}")
    for word in outcomes:
        if word not in get_args(Outcome):
            raise _Misspelt(f"there is no outcome `{word[:40]}`", _meant(word, get_args(Outcome)))
    named = dict(_named(text[form.end() :]))
    if not named.get("reason", "").strip():
        raise _Misspelt("it gives no reason", 'add reason="why the figure may stand"')
    if "until" in named and not _is_day(named["until"]):
        raise _Misspelt(f"`{named['until'][:40]}` is no day", "write the day as until=2026-03-01")
    return cast("tuple[Outcome, ...]", outcomes), named


def _named(text: str) -> Iterator[tuple[str, str]]:
    """The `name="value"` pairs of a waiver, the white space in values made single. Raises _Misspelt."""
    done = 0
    while text[done:].strip():
        pair = _NAMED.match(text, done)
        if pair is None:
            raise _Misspelt(f"`{text[done:].strip()[:40]}` is not understood")
        name, *values = pair.groups()
        if name not in _NAMES:
            raise _Misspelt(f"there is no `{name[:40]}`", _meant(name, _NAMES))
        yield name, " ".join(next(value for value in values if value is not None).split())
        done = pair.end()


def _covered(text: str, comment: Span) -> Span:
    begin, end = line_around(text, comment.start, comment.end)
    if (text[begin : comment.start] + text[comment.end : end]).strip():
        return Span(begin, end)
    space = _SPACE.match(text, end)
    begin = space.end() if space else end
    blank = _BLANK_LINE.search(text, begin)
    return Span(begin, blank.start() if blank else len(text))


def _is_day(text: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def _meant(word: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(word, known, 1)
    return f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
