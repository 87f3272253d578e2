"""Fits the weights of rules/align.toml to labelled story sets. Needs numpy.

usage: fit_alignment.py STORIES... [--write FILE] [--ablate]

STORIES are folders of story sets (a folder each, with its sources and a gold.json). Pairs of statements are labelled
by the gold facts of their claims, matched by overlap. The fit is a ridge-regularised logistic regression whose weights
keep the sign that the name of the feature says; figures are capped, so that they never outweigh everything else.
Figures of quality are cross-validated in six folds by story: no story is fitted and measured at once.
"""

import argparse
import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reconcile.align.candidates import candidates
from reconcile.align.corpus import corpus_of
from reconcile.align.features import features
from reconcile.align.groups import linked_groups, members_of
from reconcile.align.lexis import lexis_of
from reconcile.align.records import Corpus
from reconcile.align.rivals import Field
from reconcile.facts import Claim, Source
from reconcile.language.cues import CuesOf, wording_of
from reconcile.pipeline import extract_all
from reconcile.read import read
from reconcile.rulebook import Rulebook, shipped_rules

Array = NDArray[np.float64]
FOLDS = 6
RIDGE = 3.0
FIGURE_CAP = 5.5
RIGHT = 0.895  # nine joins in ten, to half a percent
ALONE = -3.0  # at most: sets of few claims, where chance has less room to show, would teach it no better
THRESHOLDS = tuple(x / 8 for x in range(-14, 3))
AGAINST = (
    ".other", ".opposite", ".one", ".far", ".apart", ".background", ".bare", ".person-or-thing", ".common", ".alone",
)  # fmt: skip
FREE = ("noun.general", "time.overlap", "figure.overlaps", "unit.other-currency", "rivals.", "neighbours.")


@dataclass
class Story:
    """A labelled set: its statements, candidate pairs with a label each (-1 where a claim is no gold mention)."""

    name: str
    corpus: Corpus
    pairs: list[tuple[int, int]]
    labels: Array
    strengths: list[dict[str, float]]
    mentions: list[tuple[str, int | None]]


def main() -> None:
    """Fits, cross-validates and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--ablate", action="store_true")
    options = parser.parse_args()
    rulebook = shipped_rules()
    groups = [
        [load(path.parent, rulebook) for path in sorted(folder.glob("*/gold.json"))] for folder in options.stories
    ]
    stories = list(itertools.chain(*groups))
    names = sorted({name for story in stories for strengths in story.strengths for name in strengths})
    base = crossvalidate(stories, names)
    linked = best_threshold(base)
    for folder, members in zip(options.stories, groups, strict=True):
        report(str(folder), base, linked, {story.name for story in members})
    if options.ablate:
        for family in sorted(set(names) | {name.partition(".")[0] for name in names}):
            kept = [name for name in names if name != family and name.partition(".")[0] != family]
            report(f"without {family}", crossvalidate(stories, kept), linked, {story.name for story in stories})
    if options.write:
        write(
            options.write, fit(stories, names), linked, stories, report("all", base, linked, {s.name for s in stories})
        )


def load(folder: Path, rulebook: Rulebook) -> Story:
    """One story set, extracted and labelled."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    read_sources = [read(str(folder / source["file"])) for source in gold["sources"]]
    found = extract_all(read_sources, rulebook)
    fact_of: dict[str, str] = {}
    mentions: list[tuple[str, str | None]] = []
    for source, given in zip(found.sources, gold["sources"], strict=True):
        claims = [claim for claim in found.claims if claim.source == source.id]
        labelled = list(_labelled(source, given["id"], gold["facts"]))
        matched = match(labelled, claims)
        fact_of.update({matched[key]: key[0] for key in matched})
        kinds = {fact["id"]: fact["kind"] for fact in gold["facts"]}
        mentions += [(key[0], matched.get(key)) for _, key in labelled if kinds[key[0]] != "date"]
    lexis = lexis_of(rulebook)
    texts = {source.id: source.text for source in found.sources}
    corpus = corpus_of(found.claims, texts, lexis, CuesOf(wording_of(rulebook)))
    facts = [next((fact_of[c.id] for c in (r.claim, *r.others) if c.id in fact_of), None) for r in corpus.records]
    pairs = [(a.index, b.index) for a, b in candidates(corpus, lexis)[0]]
    known = [-1.0 if facts[i] is None or facts[j] is None else float(facts[i] == facts[j]) for i, j in pairs]
    strengths = [_summed(features(corpus.records[i], corpus.records[j], corpus, lexis)) for i, j in pairs]
    home = {claim.id: record.index for record in corpus.records for claim in (record.claim, *record.others)}
    return Story(
        folder.name,
        corpus,
        pairs,
        np.array(known),
        strengths,
        [(fact, home.get(claim or "")) for fact, claim in mentions],
    )


def _labelled(
    source: Source, id: str, facts: Iterable[dict[str, Any]]
) -> Iterator[tuple[tuple[int, int], tuple[str, int]]]:
    for fact in facts:
        for number, mention in enumerate(fact["mentions"]):
            if mention["source"] == id:
                start = source.text.index(mention["quote"]) + mention["quote"].index(mention["number"])
                yield (start, start + len(mention["number"])), (fact["id"], number)


def match(
    labelled: Sequence[tuple[tuple[int, int], tuple[str, int]]], claims: Sequence[Claim]
) -> dict[tuple[str, int], str]:
    """Gold mentions to the claims that overlap them, one to one, largest overlap first."""
    found = []
    for (start, end), key in labelled:
        for claim in claims:
            overlap = min(end, claim.end) - max(start, claim.start)
            if overlap > 0:
                found.append((-overlap / (max(end, claim.end) - min(start, claim.start)), key, claim.id))
    matched: dict[tuple[str, int], str] = {}
    for _, key, claim_id in sorted(found):
        if key not in matched and claim_id not in matched.values():
            matched[key] = claim_id
    return matched


def _summed(strengths: Iterable[tuple[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for name, strength in strengths:
        total[name] = total.get(name, 0.0) + strength
    return total


def matrix(rows: Iterable[dict[str, float]], names: Sequence[str]) -> Array:
    """Strengths as columns."""
    column = {name: k for k, name in enumerate(names)}
    rows = list(rows)
    table = np.zeros((len(rows), len(names)))
    for n, row in enumerate(rows):
        for name, strength in row.items():
            if name in column:
                table[n, column[name]] = strength
    return table


def logistic(table: Array, labels: Array, names: Sequence[str], offset: Array | float = 0.0) -> tuple[Array, float]:
    """Weights and base by Newton's method on the weights not held at a bound; `offset` is given."""
    scale = np.maximum(table.std(0), 0.05)
    x = np.hstack([table / scale, np.ones((len(table), 1))])
    low, high = np.array([*[_bounds(name) for name in names], (-np.inf, np.inf)]).T
    low, high = low * np.append(scale, 1), high * np.append(scale, 1)
    ridge = np.append(np.full(len(names), RIDGE), 1e-6)

    def loss(weights: Array) -> float:
        score = x @ weights + offset
        return float(np.sum(np.logaddexp(0, score) - labels * score) + (ridge * weights**2).sum() / 2)

    weights = np.zeros(len(names) + 1)
    for _ in range(60):
        odds = 1 / (1 + np.exp(-(x @ weights + offset)))
        gradient = x.T @ (odds - labels) + ridge * weights
        free = ~((weights <= low) & (gradient > 0) | (weights >= high) & (gradient < 0))
        inner = x[:, free]
        curve = (inner * (odds * (1 - odds))[:, None]).T @ inner + np.diag(ridge[free])
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve(curve, gradient[free])
        reach, before = 1.0, loss(weights)
        while reach > 1e-4 and loss(following := np.clip(weights - reach * step, low, high)) > before - 1e-9:
            reach /= 2
        if reach <= 1e-4:
            break
        weights = following
    return weights[:-1] / scale, float(weights[-1])


def _bounds(name: str) -> tuple[float, float]:
    if name == "figure.alone":
        return -np.inf, ALONE
    if name.startswith(FREE):
        return -np.inf, np.inf
    if any(mark in name for mark in AGAINST):
        return -np.inf, 0.0
    return 0.0, FIGURE_CAP if name.startswith("figure.") else np.inf


def fit(stories: Sequence[Story], names: Sequence[str]) -> dict[str, float]:
    """The weights of features first, then those of rivals and neighbours on top of them."""
    known = [story.labels >= 0 for story in stories]
    labels = np.concatenate([story.labels[k] for story, k in zip(stories, known, strict=True)])
    tables = [matrix(story.strengths, names) for story in stories]
    own, base = logistic(np.vstack([t[k] for t, k in zip(tables, known, strict=True)]), labels, names)
    scores = [table @ own + base for table in tables]
    contest = [_contest(story, score) for story, score in zip(stories, scores, strict=True)]
    rivals = sorted({name for rows in contest for row in rows for name in row} - {"rivals.base"})
    table = np.vstack([matrix(rows, rivals)[k] for rows, k in zip(contest, known, strict=True)])
    given = np.concatenate([score[k] for score, k in zip(scores, known, strict=True)])
    extra, start = logistic(table, labels, rivals, given)
    weights = dict(zip([*names, *rivals], map(float, [*own, *extra]), strict=True))
    return weights | {"base": base, "rivals.base": start}


def _contest(story: Story, scores: Array) -> list[dict[str, float]]:
    field = Field(story.corpus.records, dict(zip(story.pairs, map(float, scores), strict=True)))
    return [_summed(field.features(*pair)) for pair in story.pairs]


def apply(story: Story, weights: dict[str, float]) -> dict[tuple[int, int], float]:
    """The scores of all candidate pairs of a story."""
    first = np.array([weights["base"] + _score(row, weights) for row in story.strengths])
    contest = _contest(story, first)
    return {pair: float(s) + _score(row, weights) for pair, s, row in zip(story.pairs, first, contest, strict=True)}


def _score(row: dict[str, float], weights: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) * strength for name, strength in row.items())


def crossvalidate(stories: Sequence[Story], names: Sequence[str]) -> dict[float, dict[str, Counter[str]]]:
    """For each threshold and story the pairs joined rightly, wrongly and not, with weights fitted on other folds."""
    results: dict[float, dict[str, Counter[str]]] = {threshold: {} for threshold in THRESHOLDS}
    for fold in range(FOLDS):
        weights = fit([story for n, story in enumerate(stories) if n % FOLDS != fold], names)
        for story in stories[fold::FOLDS]:
            scores = apply(story, weights)
            for threshold in THRESHOLDS:
                results[threshold][story.name] = judge(story, scores, threshold)
    return results


def judge(story: Story, scores: dict[tuple[int, int], float], threshold: float) -> Counter[str]:
    """Pairs of gold mentions: joined and one fact (hit), joined and not one (false), one fact left apart (missed)."""
    home = members_of(linked_groups(len(story.corpus.records), scores, threshold, lambda k: ("", k)))
    tally: Counter[str] = Counter()
    for (fact, one), (other_fact, other) in itertools.combinations(story.mentions, 2):
        joined = one is not None and other is not None and home[one] == home[other]
        if fact == other_fact:
            tally["hit" if joined else "missed"] += 1
        elif joined:
            tally["false"] += 1
    return tally


def quality(tallies: Iterable[Counter[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs."""
    total: Counter[str] = sum(tallies, Counter())
    precision = total["hit"] / max(1, total["hit"] + total["false"])
    recall = total["hit"] / max(1, total["hit"] + total["missed"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def best_threshold(results: dict[float, dict[str, Counter[str]]]) -> float:
    """The lowest threshold at which `RIGHT` of the cross-validated joins are right.

    F1 hardly changes there, and a join that is missed hides a discrepancy or an update.
    """
    return min(threshold for threshold, tallies in results.items() if quality(tallies.values())[0] >= RIGHT)


def report(title: str, results: dict[float, dict[str, Counter[str]]], linked: float, members: set[str]) -> str:
    """Prints and returns one line of quality."""
    p, r, f = quality(tally for name, tally in results[linked].items() if name in members)
    print(  # noqa: T201 - a tool for the terminal
        f"{title[-44:]:<46} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}  ({len(members)} stories, from {linked})",
        flush=True,
    )
    return f"precision {p:.2f}, recall {r:.2f}, F1 {f:.2f} over {len(members)} story sets in {FOLDS} folds"


def write(path: Path, weights: dict[str, float], linked: float, stories: Sequence[Story], line: str) -> None:
    """Puts new weights and measurements into the rule file; the reasons stay as they are written there."""
    import tomlkit

    document = tomlkit.parse(path.read_text(encoding="utf-8"))
    seen: dict[str, Counter[bool]] = {}
    for story in stories:
        for row, label in zip(story.strengths, story.labels, strict=True):
            for name in row if label >= 0 else ():
                seen.setdefault(name, Counter())[bool(label)] += 1
    for rule in document["rule"]:  # type: ignore[union-attr]
        name = rule["id"].removeprefix("align.")
        if name == "thresholds":
            rule["linked"], rule["possible"], rule["measured"] = linked, linked - 1.5, line
        else:
            rule["weight"] = round(weights.get(name, 0.0), 2)
            count = seen.get(name, Counter())
            if count.total():
                rule["measured"] = f"in {count.total()} labelled pairs, {count[True]} of them one fact"
    missing = weights.keys() - {rule["id"].removeprefix("align.") for rule in document["rule"]}  # type: ignore[union-attr]
    if missing:
        raise SystemExit(f"{path} has no rule for {', '.join(sorted(missing))}: add one with its why, then fit again")
    path.write_text(tomlkit.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
