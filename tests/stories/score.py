#!/usr/bin/env python3
"""Scores the comparison of sources on the labelled story sets beside this file (see README.md).

usage: python -m tests.stories.score [--misses] [--floors | --json] [SET ...]

A SET is the name of a story set or of a folder of them (`shared`, `own`); default: all. Each set's sources are read and
compared, and the report is held against the labels of its gold.json. Prints the measures of each folder and of each
set. --misses prints every miss with its words first; --floors prints a floors.toml, --json the measures as JSON.
"""

import argparse
import itertools
import json
import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import reconcile
from tests.measuring import Claim, Label, load_floors, meets, near, overlaps, raised, unit_name
from tests.stories.labels import HERE, Matched, Story, bring_together, load, sets, span
from tests.stories.measures import MEASURES, Tally

WITH_UNIT = {"money", "percent", "measure", "duration"}
ALIKE = {"point": "pp"}  # "0.3 points" passes for either here; the sentence corpus tells them apart
SAID = ("value", "low", "high", "vague", "hedge", "date_low", "date_high", "first", "last")
EXCERPT = 50


def judge(story: Story, report: dict[str, Any]) -> Tally:
    """One set against the report on its sources."""
    matched = bring_together(story, report)
    tally = Tally()
    for judgement in (judge_claims, judge_extra, judge_pairs, judge_verdicts, judge_discrepancies, judge_sums):
        judgement(matched, tally)
    tally.faults = [f"[{story.name}] {fault}" for fault in tally.faults]
    return tally


def judge_claims(matched: Matched, tally: Tally) -> None:
    """Which mentions were read, and with what value and unit."""
    for mention in matched.mentions:
        kind, claim, words = mention.fact["kind"], mention.claim, mention.words
        found, value = ("dates", "days") if kind == "date" else ("claims", "values")
        tally.note(found, right=claim is not None, given=claim is not None, fault=f"missed {words}")
        if claim is None:
            continue
        said = claim["when"] if kind == "date" else claim["quantity"]
        fault = f"value of {words}: {figures(mention.label)} / {figures(said or {})}"
        tally.note(value, right=value_right(mention.label, claim, kind), fault=fault)
        if kind in WITH_UNIT:
            want, got = mention.label["unit"], claim["quantity"]["unit"]
            tally.note("units", right=unit_right(want, got), fault=f"unit of {words}: {want} / {got}")


def figures(holder: dict[str, Any]) -> dict[str, Any]:
    """The value, bounds or days of a label or a claim, for a message."""
    return {key: holder[key] for key in SAID if holder.get(key) is not None}


def value_right(label: Label, claim: Claim, kind: str) -> bool:
    """The same days, the same figure, or the same bounds; an interval that meets the label's where it is vague."""
    if kind == "date":
        when = claim.get("when") or {}
        return (when.get("first"), when.get("last")) == (label["date_low"], label["date_high"])
    loose = 2e-3 if kind in ("ratio", "percent") else 1e-6  # a third is labelled 33.3 here and 33.33 there
    quantity = claim["quantity"]
    if label.get("vague"):
        return meets((quantity["low"], quantity["high"]), (label["low"], label["high"]))
    keys = ("low", "high") if label["value"] is None else ("value",)
    return all(near(quantity[key], label[key], loose) for key in keys)


def unit_right(want: str, got: str) -> bool:
    """Equal but for spelling."""
    a, b = unit_name(want), unit_name(got)
    return ALIKE.get(a, a) == ALIKE.get(b, b)


def judge_extra(matched: Matched, tally: Tally) -> None:
    """Claims where no label asks for one; dates are free, and so are the optional places."""
    texts, optional = matched.story.texts, matched.story.gold.get("optional", [])
    for claim in matched.extra:
        text = texts[claim["source"]]
        free = (span(text, label) for label in optional if label["source"] == claim["source"])
        if claim["kind"] == "date" or overlaps(claim, free):
            continue
        around = text[max(0, claim["start"] - EXCERPT) : claim["end"] + EXCERPT].replace("\n", " ")
        fault = f"extra claim in {claim['source']}: {claim['text']!r} | {around}"
        tally.note("claims", right=False, asked=False, fault=fault)


def judge_pairs(matched: Matched, tally: Tally) -> None:
    """Every two mentions: of one fact, and in one fact of the report."""
    for a, b in itertools.combinations(matched.figures, 2):
        same = a.fact is b.fact
        fact = matched.reported(a)
        joined = fact is not None and fact is matched.reported(b)
        if same or joined:
            fault = f"{'wrongly joined' if joined else 'not joined'}: {a.words} ~ {b.words}"
            tally.note("pairs", right=same and joined, asked=same, given=joined, fault=fault)


def judge_verdicts(matched: Matched, tally: Tally) -> None:
    """The verdict on the reported fact that holds most mentions of a labelled one."""
    for fact, held in by_fact(matched):
        verdict = max(held, key=held.count)["verdict"] if held else None
        aspect = "verdicts_single" if fact["verdict"] == "single-source" else "verdicts_multi"
        fault = f"verdict on {fact['id']} ({fact['why']}): {fact['verdict']} / {verdict}"
        tally.note(aspect, right=verdict == fact["verdict"], given=verdict is not None, fault=fault)


def judge_discrepancies(matched: Matched, tally: Tally) -> None:
    """The labelled discrepancies that are flagged, and the facts that are flagged without one."""
    flagged = {f["id"]: f for f in matched.report["facts"] if f["verdict"] == "discrepancy" and f["kind"] != "date"}
    earned: set[str] = set()
    for fact, held in by_fact(matched):
        if fact["verdict"] == "discrepancy":
            hit = flagged.keys() & {f["id"] for f in held}
            earned |= hit
            fault = f"discrepancy not flagged: {fact['id']} ({fact['why']})"
            tally.note("discrepancies", right=bool(hit), given=bool(hit), fault=fault)
    for name in sorted(flagged.keys() - earned):
        fault = f"flagged without a discrepancy: {flagged[name]['label']} ({flagged[name]['message']})"
        tally.note("discrepancies", right=False, asked=False, fault=fault)


def by_fact(matched: Matched) -> Iterator[tuple[Label, list[dict[str, Any]]]]:
    """Each labelled fact that is no date, and the reported facts of its mentions in order."""
    for fact, mentions in itertools.groupby(matched.figures, key=lambda mention: mention.fact):
        yield fact, [reported for reported in map(matched.reported, mentions) if reported]


def judge_sums(matched: Matched, tally: Tally) -> None:
    """The labelled sums that the report states too."""
    labelled = {mention.claim["id"]: mention.fact["id"] for mention in matched.mentions if mention.claim}
    facts = {fact["id"]: fact for fact in matched.report["facts"]}

    def name(fact: str) -> str | None:
        return next((labelled[claim] for claim in facts[fact]["claims"] if claim in labelled), None)

    stated = {
        (name(r["whole"]), frozenset(map(name, r["parts"])) - {None})
        for r in matched.report["relations"]
        if r["type"] == "sum"
    }
    wanted = {(r["whole"], *sorted(r["parts"])) for r in matched.story.gold.get("relations", [])}
    for whole, *parts in sorted(wanted):
        found = (whole, frozenset(parts)) in stated
        tally.note("sums", right=found, given=found, fault=f"sum not found: {whole} = {' + '.join(parts)}")


def run(folders: Iterable[pathlib.Path]) -> dict[tuple[str, str], Tally]:
    """The tally of each set, by the name of its folder and its own."""
    tallies = {}
    for folder in folders:
        story = load(folder)
        tallies[folder.parent.name, folder.name] = judge(story, reconcile.to_dict(reconcile.compare(story.sources)))
    return tallies


def by_folder(tallies: Mapping[tuple[str, str], Tally]) -> dict[str, dict[str, float]]:
    """The measures of each folder over all its sets."""
    whole: dict[str, Tally] = {}
    for (folder, _), tally in tallies.items():
        whole.setdefault(folder, Tally()).add(tally)
    return {folder: tally.metrics() for folder, tally in whole.items()}


def table(tallies: Mapping[tuple[str, str], Tally]) -> str:
    """A line a set, then a line a folder."""
    rows = {name: tally.metrics() for (_, name), tally in tallies.items()} | by_folder(tallies)
    heads = [f"{name:24}" + "".join(f"{m.head[n]:>8}" for m in MEASURES.values()) for n, name in enumerate(("", "set"))]
    lines = [f"{name:24}" + "".join(f"{value:8.3f}" for value in row.values()) for name, row in rows.items()]
    return "\n".join([*heads, *lines])


def output(options: argparse.Namespace, tallies: Mapping[tuple[str, str], Tally]) -> str:
    if options.floors:
        return raised(by_folder(tallies), load_floors(HERE))
    if options.json:
        each = {f"{folder}/{name}": tally.metrics() for (folder, name), tally in tallies.items()}
        return json.dumps(by_folder(tallies) | each, indent=1)
    faults = [fault for tally in tallies.values() for fault in tally.faults] if options.misses else []
    return "\n".join([*faults, table(tallies)])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--floors", action="store_true")
    form.add_argument("--json", action="store_true")
    parser.add_argument("sets", nargs="*")
    options = parser.parse_args(arguments)
    folders = sets(options.sets)
    if not folders:
        parser.error("no story set has that name")
    print(output(options, run(folders)))  # noqa: T201


if __name__ == "__main__":
    main()
