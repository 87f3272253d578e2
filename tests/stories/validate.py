#!/usr/bin/env python3
"""Checks labelled story sets (form: shared/README.md) before anybody measures with them.

usage: python tests/stories/validate.py [FOLDER ...]

A FOLDER holds gold.json, or folders that do; default: those beside this file. Prints one line per problem and exits 1
if there is any. Besides the form it checks what follows from the labelling rules alone: a single-source fact has one
independent source and the others two or more, equal figures are no discrepancy, sums add up.
"""

import datetime as dt
import itertools
import json
import pathlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

VERDICTS = {"agree", "compatible", "updated", "discrepancy", "single-source"}
KINDS = {"count", "money", "percent", "measure", "duration", "date", "rank", "ratio"}
STATUSES = {"supported", "contradicted", "unsupported"}
ERRORS = {
    "digit", "transposed", "magnitude", "unit", "swapped", "stale", "bound", "percent-vs-points", "wrong-entity",
    "wrong-date",
}  # fmt: skip
HEAD = ("title", "publisher", "published")
FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)

Label = dict[str, Any]
Taken = dict[tuple[int, int], str]


@dataclass
class Texts:
    """The texts of a set by source id (and draft.md), each source's origin, and who has labelled which span."""

    of: dict[str, str] = field(default_factory=dict)
    origin: dict[str, str] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=lambda: defaultdict(dict))


def problems(folder: pathlib.Path) -> list[str]:
    """The problems of one story set, one line each; an empty list means that it is sound."""
    try:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"gold.json: {error}"]
    return list(_set_problems(folder, gold))


def _set_problems(folder: pathlib.Path, gold: dict[str, Any]) -> Iterator[str]:
    if gold.get("story") != folder.name:
        yield f"story is {gold.get('story')!r}, the folder {folder.name!r}"
    texts = Texts()
    yield from _source_problems(folder, gold, texts)
    labels = gold.get("facts", [])
    for key in ("id", "label"):
        counted = Counter(fact.get(key) for fact in labels)
        yield from (f"{n} facts have the {key} {name!r}" for name, n in counted.items() if n > 1)
    for fact in labels:
        yield from (f"fact {fact.get('id')}: {p}" for p in _fact_problems(fact, texts))
    for label in gold.get("optional", []):
        yield from (f"optional: {p}" for p in _place(label, label.get("source"), texts, "optional"))
    facts = {fact.get("id"): fact for fact in labels}
    for relation in gold.get("relations", []):
        yield from (f"relation {relation.get('whole')}: {p}" for p in _relation_problems(relation, facts, texts))
    for label in gold.get("draft", []):
        yield from (f"draft {label.get('quote')!r}: {p}" for p in _draft_problems(label, facts, texts))


def _source_problems(folder: pathlib.Path, gold: dict[str, Any], texts: Texts) -> Iterator[str]:
    """Problems with the files; fills in the texts and origins."""
    sources = gold.get("sources", [])
    counted = Counter(source["id"] for source in sources)
    yield from (f"source {name}: the id is used twice" for name, n in counted.items() if n > 1)
    for name, file in [*((source["id"], source["file"]) for source in sources), ("draft.md", "draft.md")]:
        try:
            texts.of[name] = (folder / file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            yield f"{file}: {error}"
            continue
        yield from (f"{file}: {p}" for p in _head_problems(texts.of[name]))
    listed = {source["file"] for source in sources} | {"draft.md", "gold.json"}
    yield from (f"{path.name}: not listed in gold.json" for path in sorted(folder.iterdir()) if path.name not in listed)
    for source in sources:
        other = source.get("copy_of")
        if other is not None and other not in counted:
            yield f"source {source['id']}: copy_of {other!r} is no source"
        texts.origin[source["id"]] = other or source["id"]


def _head_problems(text: str) -> Iterator[str]:
    front = FRONT.match(text)
    if not front:
        yield "no front matter"
        return
    fields = dict(line.split(": ", 1) for line in front[1].splitlines() if ": " in line)
    yield from (f"no {key} in the front matter" for key in HEAD if not fields.get(key))
    try:
        if dt.datetime.fromisoformat(fields.get("published", "")).tzinfo is None:
            yield "published has no time zone"
    except ValueError:
        yield "published is no ISO 8601 time"


def _place(label: Label, source: str | None, texts: Texts, who: str) -> Iterator[str]:
    """Problems with where a label stands; notes its span as taken."""
    quote, number, text = label.get("quote") or "", label.get("number") or "", texts.of.get(source or "")
    if text is None or source is None:
        yield f"unknown source {source!r}"
    elif not quote or text.count(quote) != 1:
        yield f"quote {quote!r} stands {text.count(quote) if quote else 0} times in {source}"
    elif not number or number not in quote:
        yield f"number {number!r} is not in the quote {quote!r}"
    else:
        start = text.index(quote) + quote.index(number)
        taken = texts.taken[source]
        yield from (f"number {number!r} in {quote!r} {p}" for p in _span_problems(text, start, len(number), taken))
        taken[start, start + len(number)] = who


def _span_problems(text: str, start: int, length: int, taken: Taken) -> Iterator[str]:
    end = start + length
    if _runs_on(text, start) or _runs_on(text, end):
        yield "is part of a longer word or figure"
    elif re.match(r"\d[.,]\d", text[end - 1 : end + 2]):
        yield "cuts off a figure"
    yield from (f"overlaps a label of {who}" for (a, b), who in taken.items() if start < b and a < end)


def _runs_on(text: str, at: int) -> bool:
    """Whether letters or figures stand on both sides of a place."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _fact_problems(fact: Label, texts: Texts) -> Iterator[str]:
    yield from (f"no {key}" for key in ("label", "why") if not fact.get(key))
    for key, allowed in (("kind", KINDS), ("verdict", VERDICTS)):
        if fact.get(key) not in allowed:
            yield f"{key} {fact.get(key)!r}"
    mentions = fact.get("mentions", [])
    for mention in mentions:
        yield from _place(mention, mention.get("source"), texts, fact.get("id", "?"))
        yield from (f"{mention.get('quote')!r}: {p}" for p in _value_problems(mention, fact.get("kind")))
    origins = {texts.origin[m["source"]] for m in mentions if m.get("source") in texts.origin}
    if not origins:
        yield "no mention"
    elif (fact.get("verdict") == "single-source") != (len(origins) == 1):
        yield f"verdict {fact.get('verdict')} with {len(origins)} independent source(s)"
    elif len(origins) > 1:
        yield from _verdict_problems(fact.get("verdict"), mentions)


def _value_problems(mention: Label, kind: str | None) -> Iterator[str]:
    if kind == "date":
        yield from _day_problems(mention)
        return
    value, low, high = (mention.get(key) for key in ("value", "low", "high"))
    if not mention.get("unit"):
        yield "no unit"
    if value is None and low is None and high is None:
        yield "no value, low or high"
    if value is not None and (low is None or high is None or not low <= value <= high):
        yield "the value is not between low and high"
    if low is not None and high is not None and low > high:
        yield "low is above high"
    if mention.get("vague") and value is not None:
        yield "vague and yet a value"


def _day_problems(mention: Label) -> Iterator[str]:
    try:
        low, high = (dt.date.fromisoformat(mention.get(key) or "") for key in ("date_low", "date_high"))
    except ValueError:
        yield "no ISO dates"
        return
    if low > high:
        yield "date_low is after date_high"


def _verdict_problems(verdict: str | None, mentions: Iterable[Label]) -> Iterator[str]:
    """Only what can be said without converting units: figures in different units are left alone."""
    figures = [_figure(mention) for mention in mentions]
    units = {unit for unit, *_ in figures}
    same = len({bounds for _, bounds, _ in figures}) == 1 and len(units) == 1
    for (unit, _, a), (other, _, b) in itertools.combinations(figures, 2):
        if verdict == "agree" and unit == other and None not in (a, b) and a != b:
            yield f"agree, but {a} and {b}"
    exact = figures[0][2] is not None
    if same and (verdict in ("discrepancy", "updated") or (verdict == "compatible" and exact)):
        yield f"{verdict}, but every figure is the same"


def _figure(mention: Label) -> tuple[str | None, tuple[Any, ...], Any]:
    """A mention's unit, its bounds with its value, and the one value or day that it names, if any."""
    if "date_low" in mention:
        first, last = mention["date_low"], mention["date_high"]
        return "date", (first, last), first if first == last else None
    value = mention.get("value")
    return mention.get("unit"), (mention.get("low"), mention.get("high"), value), value


def _relation_problems(relation: Label, facts: dict[str | None, Label], texts: Texts) -> Iterator[str]:
    parts, whole, source = relation.get("parts", []), relation.get("whole"), relation.get("source")
    if relation.get("type") != "sum":
        yield f"type {relation.get('type')!r}"
    if len(parts) < 2 or len({*parts, whole}) != len(parts) + 1:
        yield "a sum needs two or more different parts"
    unknown = [name for name in [whole, *parts] if name not in facts] + [source] * (source not in texts.of)
    if unknown:
        yield f"unknown {', '.join(map(str, unknown))}"
        return
    values = [{m.get("value") for m in facts[x]["mentions"] if m["source"] == source} - {None} for x in [whole, *parts]]
    if all(values) and not any(abs(v[0] - sum(v[1:])) <= 1e-3 * abs(v[0]) for v in itertools.product(*values)):
        yield f"the parts do not add up in source {source}: {values}"


def _draft_problems(label: Label, facts: dict[str | None, Label], texts: Texts) -> Iterator[str]:
    yield from _place(label, "draft.md", texts, "the draft")
    status, fact, error = label.get("status"), label.get("fact"), label.get("error")
    if status not in STATUSES:
        yield f"status {status!r}"
    if (fact is None) != (status == "unsupported"):
        yield f"{status} with fact {fact!r}"
    if fact is not None and fact not in facts:
        yield f"unknown fact {fact!r}"
    if error not in ERRORS if status == "contradicted" else error is not None:
        yield f"{status} with error {error!r}"


def folders(paths: Iterable[pathlib.Path]) -> Iterator[pathlib.Path]:
    """The folders of story sets in the paths, or the paths themselves."""
    for path in paths:
        if (path / "gold.json").exists():
            yield path
        else:
            yield from sorted(gold.parent for gold in path.rglob("gold.json"))


def main(arguments: list[str]) -> int:
    sets = list(folders(map(pathlib.Path, arguments or [str(pathlib.Path(__file__).parent)])))
    found = [f"{folder.name}: {problem}" for folder in sets for problem in problems(folder)]
    print(*found, f"{len(sets)} story sets, {len(found)} problems", sep="\n")  # noqa: T201
    return int(bool(found) or not sets)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
