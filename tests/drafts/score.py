#!/usr/bin/env python3
"""Scores the draft check on the labelled drafts beside this file (see README.md).

usage: python -m tests.drafts.score [--misses] [--naive] [--floors] [FILE ...]

A FILE is `headlines` or `summaries`; default: both. Each draft is checked against its article alone, and the findings
are held against the marks of the draft. --misses prints every miss with its words first; --naive scores a look-up of
each value anywhere in the article instead of the program, to show what aligning adds; --floors prints a floors.toml.
"""

import argparse
import pathlib
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import reconcile
from tests.measuring import Figures, Span, load_floors, match, raised, share

HERE = pathlib.Path(__file__).parent
FILES = ("headlines", "summaries")
MARK = re.compile(r"\{([^}]*?) (=|!)(\w+)\}")
BAD = ("contradicted", "unsupported")
MEASURES = ("flagged", "named", "cleared", "not_contradicted", "derived_cleared")
DERIVED = ("sum", "difference", "share", "change", "multiple", "dates")


@dataclass(frozen=True)
class Mark:
    """One labelled figure of a draft: where it stands, whether it is right, and how it follows or what is wrong."""

    span: Span
    right: bool
    kind: str


@dataclass(frozen=True)
class Draft:
    """One draft without its marks, its article, and the marks."""

    pair: str
    text: str
    article: str
    published: str
    marks: tuple[Mark, ...]


@dataclass
class Tally:
    """What was found of right and wrong figures, and the words of what was missed."""

    seen: Counter[tuple[bool, str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, mark: Mark, status: str, words: str) -> None:
        self.seen[mark.right, mark.kind, status] += 1
        if (status == "supported") != mark.right or (not mark.right and status not in BAD):
            self.faults.append(words)

    def rate(self, statuses: Iterable[str], *, right: bool, kinds: Iterable[str] | None = None) -> float:
        """The share of the right or the wrong figures that have one of the statuses."""
        asked = {key: n for key, n in self.seen.items() if key[0] == right and (kinds is None or key[1] in kinds)}
        return share(sum(n for key, n in asked.items() if key[2] in set(statuses)), sum(asked.values()))

    def metrics(self) -> dict[str, float]:
        """The measures, in the order of MEASURES."""
        return {
            "flagged": self.rate(BAD, right=False),
            "named": self.rate(["contradicted"], right=False),
            "cleared": self.rate(["supported"], right=True),
            "not_contradicted": 1 - self.rate(["contradicted"], right=True),
            "derived_cleared": self.rate(["supported"], right=True, kinds=DERIVED),
        }


Checker = Callable[[Draft], tuple[list[dict[str, Any]], dict[str, str], dict[str, str]]]


def load(name: str) -> list[Draft]:
    """The drafts of one file."""
    pairs = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
    return [unmarked(pair, marked) for pair in pairs for marked in pair["drafts"]]


def unmarked(pair: dict[str, Any], marked: str) -> Draft:
    """A draft with its marks taken out of the text."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        marks.append(Mark((len(text), len(text) + len(found[1])), found[2] == "=", found[3]))
        text += found[1]
        at = found.end()
    return Draft(pair["id"], text + marked[at:], pair["article"].strip(), pair["published"], tuple(marks))


def checked(draft: Draft) -> tuple[list[dict[str, Any]], dict[str, str], dict[str, str]]:
    """The claims of the draft, and the status and message of each by id."""
    report = report_of(draft)
    claims = [claim for claim in report["claims"] if claim["source"] == "draft"]
    status = {finding["claim"]: finding["status"] for finding in report["draft"]}
    return claims, status, {finding["claim"]: finding["message"] for finding in report["draft"]}


def looked_up(draft: Draft) -> tuple[list[dict[str, Any]], dict[str, str], dict[str, str]]:
    """The same by a look-up of each value or day anywhere in the article."""
    report = report_of(draft)
    claims = [claim for claim in report["claims"] if claim["source"] == "draft"]
    told = {said(claim) for claim in report["claims"] if claim["source"] != "draft"}
    return claims, {c["id"]: "supported" if said(c) in told else "unsupported" for c in claims}, {}


def said(claim: dict[str, Any]) -> object:
    """What a look-up compares."""
    quantity, when = claim["quantity"], claim["when"] or {}
    return (when["first"], when["last"]) if claim["kind"] == "date" else (quantity["value"] or quantity["low"])


def report_of(draft: Draft) -> dict[str, Any]:
    source = reconcile.Source.from_text(draft.article, id="article", published=draft.published)
    text = reconcile.Source.from_text(draft.text, id="draft", published=draft.published)
    return reconcile.to_dict(reconcile.check(text, [source]))


def run(drafts: Sequence[Draft], checker: Checker = checked) -> Tally:
    """All drafts of a file, judged."""
    tally = Tally()
    for draft in drafts:
        claims, status, message = checker(draft)
        matched = match([mark.span for mark in draft.marks], claims)
        for index, mark in enumerate(draft.marks):
            claim = matched.get(index)
            got = status[claim["id"]] if claim else "missed"
            why = message.get(claim["id"], "") if claim else ""
            tally.note(mark, got, "".join(fault(draft, mark, got, why)))
    return tally


def fault(draft: Draft, mark: Mark, got: str, why: str) -> Iterator[str]:
    start, end = mark.span
    yield f"[{draft.pair}] {'right' if mark.right else 'wrong'} ({mark.kind}) {got}: "
    yield f"{draft.text[:start]}[{draft.text[start:end]}]{draft.text[end:]} | {why}"


def by_file(checker: Checker = checked, names: Sequence[str] = FILES) -> dict[str, Tally]:
    return {name: run(load(name), checker) for name in names}


def figures(tallies: dict[str, Tally]) -> Figures:
    return {name: tally.metrics() for name, tally in tallies.items()}


def kinds(tally: Tally) -> Iterator[str]:
    """For each kind of label how many came out as labelled."""
    for right, kind in sorted({key[:2] for key in tally.seen}, reverse=True):
        seen = {key[2]: n for key, n in tally.seen.items() if key[:2] == (right, kind)}
        good = sum(n for status, n in seen.items() if status in (["supported"] if right else BAD))
        yield f"  {'=' if right else '!'}{kind:<12} {good:>4} of {sum(seen.values())}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--misses", "--naive", "--floors"):
        parser.add_argument(option, action="store_true")
    parser.add_argument("files", nargs="*", metavar="FILE", choices=[*FILES, []], default=[])
    asked = parser.parse_args()
    tallies = by_file(looked_up if asked.naive else checked, asked.files or FILES)
    if asked.floors:
        print(raised(figures(tallies), load_floors(HERE)))  # noqa: T201
        return
    for name, tally in tallies.items():
        lines = [*(tally.faults if asked.misses else ()), name]
        lines += [f"  {measure:<18} {value:.3f}" for measure, value in tally.metrics().items()]
        print("\n".join([*lines, *kinds(tally)]))  # noqa: T201


if __name__ == "__main__":
    main()
