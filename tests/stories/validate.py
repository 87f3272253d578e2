#!/usr/bin/env python3
"""Checks labelled story sets (form: shared/stories/README.md) before anybody measures with them.

usage: validate.py [FOLDER ...]        a FOLDER holds gold.json, or folders that do; default: own/ beside this file

Prints one line per problem and exits 1 if there is any. As a test helper: `problems(folder) -> list[str]`.
Besides the form it checks what follows from the labelling rules alone: a single-source fact has one
independent source and the others two or more, equal figures are no discrepancy, sums add up.
"""
import collections, datetime, itertools, json, pathlib, re, sys

VERDICTS = {"agree", "compatible", "updated", "discrepancy", "single-source"}
KINDS = {"count", "money", "percent", "measure", "duration", "date", "rank", "ratio"}
STATUSES = {"supported", "contradicted", "unsupported"}
ERRORS = {"digit", "transposed", "magnitude", "unit", "swapped", "stale", "bound", "percent-vs-points", "wrong-entity", "wrong-date"}
FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)


def folders(paths):
    for path in map(pathlib.Path, paths):
        if (path / "gold.json").exists():
            yield path
        else:
            yield from sorted(p.parent for p in path.glob("*/gold.json"))


def problems(folder):
    """The problems of one story set, one line each; an empty list means that it is sound."""
    folder = pathlib.Path(folder)
    try:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        return [f"gold.json: {e}"]
    found = []
    if gold.get("story") != folder.name:
        found.append(f"story is {gold.get('story')!r}, the folder {folder.name!r}")
    texts, origin = _read_sources(folder, gold, found)
    facts = {}
    taken = collections.defaultdict(dict)  # source -> span -> who has it
    for fact in gold.get("facts", []):
        name = fact.get("id", "?")
        if name in facts:
            found.append(f"fact {name}: the id is used twice")
        facts[name] = fact
        found += [f"fact {name}: {p}" for p in _fact_problems(fact, texts, origin, taken)]
    same_label = collections.Counter(f.get("label") for f in facts.values())
    found += [f"{n} facts have the label {label!r}" for label, n in same_label.items() if n > 1]
    for o in gold.get("optional", []):
        found += [f"optional: {p}" for p in _place(o, texts.get(o.get("source")), taken[o.get("source")], "optional")]
    for r in gold.get("relations", []):
        found += [f"relation {r.get('whole')}: {p}" for p in _relation_problems(r, facts, texts)]
    drafted = {}
    for d in gold.get("draft", []):
        found += [f"draft {d.get('quote')!r}: {p}" for p in _draft_problems(d, facts, texts.get("draft.md"), drafted)]
    return found


def _read_sources(folder, gold, found):
    texts, copy_of = {}, {}
    for s in gold.get("sources", []):
        if s["id"] in copy_of:
            found.append(f"source {s['id']}: the id is used twice")
        copy_of[s["id"]] = s.get("copy_of")
        texts[s["id"]] = _read(folder / s["file"], found)
    texts["draft.md"] = _read(folder / "draft.md", found)
    listed = {s["file"] for s in gold.get("sources", [])} | {"draft.md", "gold.json"}
    found += [f"{p.name}: not listed in gold.json" for p in sorted(folder.iterdir()) if p.name not in listed]
    origin = {}
    for sid, other in copy_of.items():
        if other is not None and other not in copy_of:
            found.append(f"source {sid}: copy_of {other!r} is no source")
        origin[sid] = other if other in copy_of else sid
    return texts, origin


def _read(path, found):
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        found.append(f"{path.name}: {e}")
        return ""
    front = FRONT.match(text)
    if not front:
        found.append(f"{path.name}: no front matter")
        return text
    fields = dict(line.split(": ", 1) for line in front[1].splitlines() if ": " in line)
    found += [f"{path.name}: no {k} in the front matter" for k in ("title", "publisher", "published") if not fields.get(k)]
    try:
        if datetime.datetime.fromisoformat(fields.get("published", "").replace("Z", "+00:00")).tzinfo is None:
            found.append(f"{path.name}: published has no time zone")
    except ValueError:
        found.append(f"{path.name}: published is no ISO 8601 time")
    return text


def _place(m, text, taken, who):
    """Problems with where a label stands; notes its span in `taken`."""
    quote, number = m.get("quote") or "", m.get("number") or ""
    if text is None:
        return [f"unknown source {m.get('source')!r}"]
    if not quote or text.count(quote) != 1:
        return [f"quote {quote!r} stands {text.count(quote) if quote else 0} times in {m.get('source', 'the draft')}"]
    if not number or number not in quote:
        return [f"number {number!r} is not in the quote {quote!r}"]
    start = text.index(quote) + quote.index(number)
    end = start + len(number)
    found = []
    if (text[start - 1:start].isalnum() and number[0].isalnum()) or (text[end:end + 1].isalnum() and number[-1].isalnum()):
        found.append(f"number {number!r} in {quote!r} is part of a longer word or figure")
    elif re.match(r"[.,]\d", text[end:end + 2]) and number[-1].isdigit():
        found.append(f"number {number!r} in {quote!r} cuts off a figure")
    for (a, b), other in taken.items():
        if start < b and a < end:
            found.append(f"number {number!r} in {quote!r} overlaps a label of {other}")
    taken[start, end] = who
    return found


def _fact_problems(fact, texts, origin, taken):
    found, mentions = [], fact.get("mentions", [])
    for key in ("label", "why"):
        if not fact.get(key):
            found.append(f"no {key}")
    if fact.get("kind") not in KINDS:
        found.append(f"kind {fact.get('kind')!r}")
    if fact.get("verdict") not in VERDICTS:
        found.append(f"verdict {fact.get('verdict')!r}")
    for m in mentions:
        if m.get("source") not in origin:
            found.append(f"unknown source {m.get('source')!r}")
            continue
        found += _place(m, texts.get(m["source"]), taken[m["source"]], fact.get("id"))
        found += [f"{m.get('quote')!r}: {p}" for p in _value_problems(m, fact.get("kind"))]
    origins = {origin[m["source"]] for m in mentions if m.get("source") in origin}
    if not origins:
        found.append("no mention")
    elif (fact.get("verdict") == "single-source") != (len(origins) == 1):
        found.append(f"verdict {fact.get('verdict')} with {len(origins)} independent source(s)")
    if len(origins) > 1:
        found += _verdict_problems(fact["verdict"], mentions, origin)
    return found


def _value_problems(m, kind):
    if kind == "date":
        low, high = m.get("date_low"), m.get("date_high")
        try:
            if datetime.date.fromisoformat(low) > datetime.date.fromisoformat(high):
                return ["date_low is after date_high"]
        except (TypeError, ValueError):
            return ["no ISO dates"]
        return []
    value, low, high = m.get("value"), m.get("low"), m.get("high")
    found = []
    if not m.get("unit"):
        found.append("no unit")
    if value is None and low is None and high is None:
        found.append("no value, low or high")
    if value is not None and (low is None or high is None or not low <= value <= high):
        found.append("the value is not between low and high")
    if low is not None and high is not None and low > high:
        found.append("low is above high")
    if m.get("vague") and value is not None:
        found.append("vague and yet a value")
    return found


def _verdict_problems(verdict, mentions, origin):
    """Only what can be said without converting units: figures in different units are left alone."""
    spans = []
    for m in mentions:
        if "date_low" in m:
            spans.append((origin.get(m["source"]), "date", m["date_low"], m["date_high"], m["date_low"] if m["date_low"] == m["date_high"] else None))
        else:
            spans.append((origin.get(m["source"]), m.get("unit"), m.get("low"), m.get("high"), m.get("value")))
    if verdict == "agree":
        for a, b in itertools.combinations(spans, 2):
            if a[1] == b[1] and None not in (a[4], b[4]) and a[4] != b[4]:
                return [f"agree, but {a[4]} and {b[4]}"]
    if verdict in ("discrepancy", "updated") and len({s[1] for s in spans}) == 1 and len({s[2:] for s in spans}) == 1:
        return [f"{verdict}, but every figure is the same"]
    if verdict == "compatible" and len({s[1:] for s in spans}) == 1 and spans[0][4] is not None:
        return ["compatible, but every figure is the same"]
    return []


def _relation_problems(r, facts, texts):
    parts = r.get("parts", [])
    found = [] if r.get("type") == "sum" else [f"type {r.get('type')!r}"]
    if len(parts) < 2 or len({*parts, r.get("whole")}) != len(parts) + 1:
        found.append("a sum needs two or more different parts")
    unknown = [x for x in [r.get("whole"), *parts] if x not in facts]
    if r.get("source") not in texts:
        unknown.append(r.get("source"))
    if unknown:
        return found + [f"unknown {', '.join(map(str, unknown))}"]
    values = [{m["value"] for m in facts[x]["mentions"] if m["source"] == r["source"] and m.get("value") is not None} for x in [r["whole"], *parts]]
    if all(values) and not any(abs(v[0] - sum(v[1:])) <= 1e-3 * abs(v[0]) for v in itertools.product(*values)):
        found.append(f"the parts do not add up in source {r['source']}: {values}")
    return found


def _draft_problems(d, facts, text, drafted):
    found = _place(d, text, drafted, "the draft")
    status, fact, error = d.get("status"), d.get("fact"), d.get("error")
    if status not in STATUSES:
        found.append(f"status {status!r}")
    if (fact is None) != (status == "unsupported"):
        found.append(f"{status} with fact {fact!r}")
    if fact is not None and fact not in facts:
        found.append(f"unknown fact {fact!r}")
    if error not in ERRORS if status == "contradicted" else error is not None:
        found.append(f"{status} with error {error!r}")
    return found


def main(argv):
    paths = argv or [pathlib.Path(__file__).parent / "own"]
    sets = list(folders(paths))
    if not sets:
        print("no story set found", file=sys.stderr)
        return 2
    found = [f"{folder.name}: {p}" for folder in sets for p in problems(folder)]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(sets)} story sets, {len(found)} problems", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
