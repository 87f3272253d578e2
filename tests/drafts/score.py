#!/usr/bin/env python3
"""Scores the draft check on the labelled drafts beside this file (see README.md).

usage: python -m tests.drafts.score [--misses] [--naive] [--floors] [FILE ...]

A FILE is `headlines` or `summaries` (drafts of one article each), `shared` or `own` (the drafts of the story sets) or
`second` (further drafts of them); default: all. Each draft is checked against its sources, and the findings are held
against its labels. --misses prints every miss with its words first; --naive scores a look-up of
each value anywhere in the sources instead of the program, to show what aligning adds; --floors prints a floors.toml.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import reconcile
from tests.drafts.labels import FILES, HERE, Draft, Mark, load
from tests.measuring import Figures, load_floors, match, raised, share

BAD = ("contradicted", "unsupported")
MEASURES = ("flagged", "named", "cleared", "not_contradicted", "derived_cleared")
DERIVED = ("sum", "difference", "share", "change", "multiple", "dates")


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


def checked(draft: Draft) -> tuple[list[dict[str, Any]], dict[str, str], dict[str, str]]:
    """The claims of the draft, and the status and message of each by id."""
    report = report_of(draft)
    claims = of_draft(report)
    status = {finding["claim"]: finding["status"] for finding in report["draft"]}
    return claims, status, {finding["claim"]: finding["message"] for finding in report["draft"]}


def looked_up(draft: Draft) -> tuple[list[dict[str, Any]], dict[str, str], dict[str, str]]:
    """The same by a look-up of each value or day anywhere in the sources."""
    report = report_of(draft)
    claims = of_draft(report)
    told = {said(claim) for claim in report["claims"] if claim not in claims}
    return claims, {c["id"]: "supported" if said(c) in told else "unsupported" for c in claims}, {}


def said(claim: dict[str, Any]) -> object:
    """What a look-up compares."""
    quantity, when = claim["quantity"], claim["when"] or {}
    return (when["first"], when["last"]) if claim["kind"] == "date" else (quantity["value"] or quantity["low"])


def of_draft(report: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims of the draft, which stands last among the sources."""
    return [claim for claim in report["claims"] if claim["source"] == report["sources"][-1]["id"]]


def report_of(draft: Draft) -> dict[str, Any]:
    return reconcile.to_dict(reconcile.check(draft.text, list(draft.sources)))


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
    text = draft.text.text
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    yield f"[{draft.group}] {'right' if mark.right else 'wrong'} ({mark.kind}) {got}: "
    yield f"{before}[{text[start:end]}]{after} | {why}"


def by_file(checker: Checker = checked, names: Iterable[str] = FILES) -> dict[str, Tally]:
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
