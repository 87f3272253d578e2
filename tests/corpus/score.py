#!/usr/bin/env python3
"""Scores the reading of figures on the labelled sentences beside this file (see README.md).

usage: python -m tests.corpus.score [--misses] [--floors] [FILE ...]      (FILE: a stem such as `money`; default: all)

A label is matched, one to one, by the claim whose span overlaps its surface; each field that the label gives is then
right or wrong. Prints, for each file, the share of cases without any fault, recall and precision of claims, and the
share of right fields; then the accuracy of each field. --misses prints every fault; --floors prints floors.toml
raised to what is reached.
"""

import argparse
import itertools
import pathlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import reconcile
from tests.measuring import (
    APOSTROPHES,
    DIMENSIONS,
    Claim,
    Label,
    Span,
    lemma,
    load_floors,
    match,
    meets,
    near,
    overlaps,
    raised,
    share,
    unit_name,
)

FOLDER = pathlib.Path(__file__).parent
NO_CASES = {"floors", "units"}
METRICS = ("cases", "recall", "precision", "fields")
FIGURES = ("value", "low", "high")
OF_CLAIM = ("kind", "change", "scope", "standing", "event")
WORDED = ("noun", "about", "speaker")
FIELDS = ("figures", "hedge", "unit", *OF_CLAIM, *WORDED, "roles", "when", "equivalent_of")
KEYS = {"text", "nth", *FIGURES, *FIELDS} - {"figures"}
NULL = {
    "at_least": ("value", "high"),
    "more_than": ("value", "high"),
    "at_most": ("value", "low"),
    "less_than": ("value", "low"),
    "range": ("value",),
}


@dataclass(frozen=True)
class Case:
    """One labelled sentence: `claims` are the labels, `optional` surfaces that may or may not be claims."""

    file: str
    index: int
    text: str
    claims: list[Label]
    optional: list[str] = field(default_factory=list)
    published: str | None = None

    @property
    def name(self) -> str:
        return f"{self.file}-{self.index:02}"


@dataclass
class Tally:
    """What was right, counted; `faults` says in words what was not."""

    cases: int = 0
    clean: int = 0
    labels: int = 0
    found: int = 0
    extra: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.cases += other.cases
        self.clean += other.clean
        self.labels += other.labels
        self.found += other.found
        self.extra += other.extra
        self.right += other.right
        self.asked += other.asked
        self.faults += other.faults

    def metrics(self) -> dict[str, float]:
        """The shares that floors.toml holds."""
        return {
            "cases": share(self.clean, self.cases),
            "recall": share(self.found, self.labels),
            "precision": share(self.found, self.found + self.extra),
            "fields": share(self.right.total(), self.asked.total()),
        }


def load(stems: Iterable[str] = ()) -> list[Case]:
    """The cases of the named files (all files without names), in file order."""
    wanted = set(stems)
    paths = [p for p in sorted(FOLDER.glob("*.toml")) if p.stem not in NO_CASES and (not wanted or p.stem in wanted)]
    return [
        Case(path.stem, index, raw["text"], raw["claims"], raw.get("optional", []), raw.get("published"))
        for path in paths
        for index, raw in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1)
    ]


def occurrences(text: str, surface: str) -> list[Span]:
    """Where `surface` stands in `text` as words or figures of its own ("6" does not stand in "16" or "6.4")."""
    before = r"(?<!\d[,.])(?<!\w)" if surface[0].isdigit() else r"(?<!\w)" if surface[0].isalpha() else ""
    after = r"(?![,.]\d)(?!\w)" if surface[-1].isdigit() else r"(?!\w)" if surface[-1].isalpha() else ""
    return [m.span() for m in re.finditer(before + re.escape(surface) + after, text)]


def span(case: Case, label: Label) -> Span:
    """Where the label's surface stands."""
    nth: int = label.get("nth", 1)
    return occurrences(case.text, label["text"])[nth - 1]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def words(*texts: str | None) -> set[str]:
    """The lemmas in the texts, hyphenated words in parts."""
    found = re.findall(rf"[\w{APOSTROPHES}]+", " ".join(t or "" for t in texts).replace("-", " "))
    return {lemma(re.sub(rf"[{APOSTROPHES}]s?$", "", word)) for word in found}


def factor(label: Label, claim: Claim) -> float:
    """What turns the claim's figures into the first unit that the label names, where it names several."""
    units = [unit_name(u) for u in listed(label.get("unit", []))]
    mine = unit_name((claim.get("quantity") or {}).get("unit"))
    for dimension in DIMENSIONS:
        if mine in units and mine in dimension and units[0] in dimension:
            return dimension[mine] / dimension[units[0]]
    return 1.0


def expected_hedge(label: Label) -> list[str]:
    """The hedges that are right; none where it is left open. A bare value is exact, save in shares and ranks."""
    if "hedge" in label:
        return [] if "any" in listed(label["hedge"]) else listed(label["hedge"])
    plain = "value" in label and "low" not in label and "high" not in label
    return ["exact"] if plain and not {"ratio", "rank"} & set(listed(label.get("kind", []))) else []


def expected_figures(label: Label) -> dict[str, float | None]:
    """The figures as labelled, and null wherever the hedge says that there is none."""
    want: dict[str, float | None] = {k: float(label[k]) for k in FIGURES if k in label}
    hedges = expected_hedge(label)
    if hedges == ["exact"]:
        want["low"] = want["high"] = want["value"]
    return dict.fromkeys(NULL.get(hedges[0], ()) if len(hedges) == 1 else ()) | want


def figures_right(label: Label, claim: Claim) -> bool:
    quantity, by = claim.get("quantity") or {}, factor(label, claim)
    got = {k: None if quantity.get(k) is None else float(quantity[k]) * by for k in FIGURES}
    if expected_hedge(label) == ["vague"]:
        return got["value"] is None and _meets(got, label)
    loose = 2e-3 if {"ratio", "percent"} & set(listed(label.get("kind", []))) else 1e-6
    around = expected_hedge(label) != ["about"] or "value" not in label
    around = around or _meets(got, dict.fromkeys(FIGURES, label["value"]))
    return around and all(near(got[k], v, loose) for k, v in expected_figures(label).items())


def _meets(got: dict[str, float | None], label: Label) -> bool:
    """Whether the claim's interval, which must have a bound, meets the label's."""
    bounds = got["low"], got["high"]
    return bounds != (None, None) and meets(bounds, (label["low"], label["high"]))


def checks(label: Label, claim: Claim, by_id: dict[str, Claim]) -> Iterator[tuple[str, bool]]:
    """Each field that the label speaks of, and whether the claim has it right."""
    quantity = claim.get("quantity") or {}
    if any(k in label for k in FIGURES):
        yield "figures", figures_right(label, claim)
    if expected_hedge(label):
        yield "hedge", quantity.get("hedge") in expected_hedge(label)
    if "unit" in label:
        yield "unit", unit_name(quantity.get("unit")) in {unit_name(u) for u in listed(label["unit"])}
    for key in OF_CLAIM:
        if key in label:
            yield key, claim.get(key) in listed(label[key])
    for key in WORDED:
        if key in label:
            yield key, bool(words(*listed(label[key])) & words(*worded(claim, key)))
    yield from _place_checks(label, claim, by_id)


def _place_checks(label: Label, claim: Claim, by_id: dict[str, Claim]) -> Iterator[tuple[str, bool]]:
    if "roles" in label:
        roles = claim.get("roles") or {}
        yield "roles", all(words(*places) & words(*roles.get(role, [])) for role, places in label["roles"].items())
    if "when" in label:
        when = claim.get("when") or {}
        yield "when", [when.get("first"), when.get("last")] == label["when"]
    if "equivalent_of" in label:
        first = by_id.get(claim.get("equivalent_of") or "", {}).get("text", "")
        yield "equivalent_of", bool(first) and (first in label["equivalent_of"] or label["equivalent_of"] in first)


def worded(claim: Claim, key: str) -> list[str | None]:
    """The claim's words that a worded field of the label is compared with."""
    return [claim.get("subject"), claim.get("noun")] if key == "about" else [claim.get(key)]


def judge(case: Case, claims: list[Claim]) -> Tally:
    """One case against the claims read from it."""
    tally = Tally(cases=1, labels=len(case.claims))
    matched = match([span(case, label) for label in case.claims], claims)
    used = {claim["id"] for claim in matched.values()}
    by_id = {c["id"]: c for c in claims}
    for index, label in enumerate(case.claims):
        if index not in matched:
            tally.faults.append(f"missed {label['text']!r}")
            continue
        tally.found += 1
        for key, right in checks(label, matched[index], by_id):
            tally.asked[key] += 1
            tally.right[key] += right
            if not right:
                tally.faults.append(f"{key} of {label['text']!r}: {wanted(label, key)} / {got(matched[index], key)}")
    extra = [c for c in claims if c["id"] not in used and not excused(case, c)]
    tally.extra = len(extra)
    tally.faults += [f"extra {c['text']!r}: {c['kind']} {got(c, 'figures')}" for c in extra]
    tally.clean = not tally.faults
    tally.faults = [f"{case.name}: {fault} | {case.text}" for fault in tally.faults]
    return tally


def excused(case: Case, claim: Claim) -> bool:
    """A claim that no label asks for and that is no fault: a date outside dates.toml, or an optional surface."""
    if claim["kind"] == "date" and case.file != "dates":
        return True
    return overlaps(claim, (place for surface in case.optional for place in occurrences(case.text, surface)))


def wanted(label: Label, key: str) -> Any:
    """What the label asks of a field, for a message."""
    if key == "figures":
        return expected_figures(label)
    return expected_hedge(label) if key == "hedge" else label[key]


def got(claim: Claim, key: str) -> Any:
    """What the claim says in a field, for a message."""
    quantity = claim.get("quantity") or {}
    if key == "figures":
        return {k: quantity.get(k) for k in (*FIGURES, "unit", "hedge")}
    if key in WORDED:
        return worded(claim, key)
    return quantity.get(key) if key in ("hedge", "unit") else claim.get(key)


def read(case: Case) -> list[Claim]:
    """The claims that the program reads in the case's text; every span must be the text that it names."""
    source = reconcile.Source.from_text(case.text, id="x", published=case.published)
    claims: list[Claim] = [reconcile.to_dict(claim) for claim in reconcile.extract(source)]
    for claim in claims:
        found = case.text[claim["start"] : claim["end"]]
        assert found == claim["text"], f"{case.name}: the span holds {found!r}, the claim {claim['text']!r}"
    return claims


def total(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def run(cases: Iterable[Case]) -> dict[str, Tally]:
    """The tally of each file."""
    groups = itertools.groupby(cases, key=lambda case: case.file)
    return {name: total(judge(case, read(case)) for case in group) for name, group in groups}


def by_file(tallies: dict[str, Tally]) -> dict[str, dict[str, float]]:
    """The measures of each file."""
    return {name: tally.metrics() for name, tally in tallies.items()}


def table(tallies: dict[str, Tally]) -> str:
    """A line a file and one for all, then a line a field."""
    whole = total(tallies.values())
    lines = [f"{'file':28}{'n':>5}" + "".join(f"{metric:>11}" for metric in METRICS)]
    for name, tally in [*tallies.items(), ("all", whole)]:
        lines.append(f"{name:28}{tally.cases:5}" + "".join(f"{100 * v:10.1f}%" for v in tally.metrics().values()))
    asked = [key for key in FIELDS if whole.asked[key]]
    lines += ["", *(f"{key:28}{whole.asked[key]:5}{100 * whole.right[key] / whole.asked[key]:10.1f}%" for key in asked)]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    tallies = run(load(options.files))
    faults = [fault for tally in tallies.values() for fault in tally.faults] if options.misses else []
    text = raised(by_file(tallies), load_floors(FOLDER)) if options.floors else "\n".join([*faults, "", table(tallies)])
    print(text)  # noqa: T201


if __name__ == "__main__":
    main()
