"""Fits the weights of the rule check.doubt (rules/check.toml) to labelled drafts. Needs numpy.

usage: fit_check.py [--write FILE] [--ablate]

The drafts are those of tests/drafts, the story sets' among them. Learnt from are the figures of drafts that some source
gives and that have a rival: right ones, wrong ones, and others made wrong by exchanging two right figures of a draft,
which count for `PLANTED` of a labelled one. The fit is a ridge-regularised logistic regression. Figures of quality are
cross-validated in six folds by story or article: of the labelled wrong figures the share whose doubt is above that of
all but so many of the right ones.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reconcile.judge.docket import docket_of
from reconcile.judge.witness import Hearing
from reconcile.pipeline import laid_out
from reconcile.rulebook import Rulebook, shipped_rules
from tests.drafts.labels import FILES, Draft, Mark, load
from tests.measuring import Span, match

Array = NDArray[np.float64]
FOLDS = 6
RIDGE = 10.0
FINEST = 0.15  # a feature that varies less is held back as if it varied so much: few examples teach little
PLANTED = 0.1
MOST = 8  # planted errors of one draft
ALARMS = (0.02, 0.04, 0.06, 0.08)


@dataclass(frozen=True)
class Row:
    """One figure of a draft that a source gives: the evidence, and what it is."""

    group: str
    features: dict[str, float]
    wrong: bool
    planted: bool = False


def main() -> None:
    """Fits, cross-validates and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--ablate", action="store_true")
    options = parser.parse_args()
    rulebook = shipped_rules()
    drafts = [draft for name in FILES for draft in load(name)]
    rows = [row for draft in drafts for row in examined(draft, rulebook)]
    names = sorted({name for row in rows for name in row.features})
    report("all", rows, names)
    for name in names if options.ablate else ():
        report(f"without {name}", rows, [each for each in names if each != name])
    if options.write:
        write(options.write, fit(rows, names), rows)


def examined(draft: Draft, rulebook: Rulebook) -> Iterator[Row]:
    """The rows of a draft, and those of the same draft with two right figures exchanged."""
    found = dict(heard(draft, rulebook))
    yield from (row for row, _ in found.values())
    right = {at: hearing for at, (row, hearing) in found.items() if not row.wrong and told(hearing)}
    pairs = [pair for pair in combinations(sorted(right), 2) if exchangeable(*(right[at] for at in pair))]
    close = [pair for pair in pairs if same_sentence(*(right[at] for at in pair))]
    far = [pair for pair in pairs if pair not in close]
    for one, other in [*close, *far[:: max(1, len(far) // MOST)]][:MOST]:
        made = exchanged(draft, draft.marks[one].span, draft.marks[other].span)
        yield from (replace(row, planted=True) for row, _ in dict(heard(made, rulebook)).values())


def heard(draft: Draft, rulebook: Rulebook) -> Iterator[tuple[int, tuple[Row, Hearing]]]:
    """The rows of a draft's marks, by the number of the mark, with what the sources say to each."""
    case = laid_out(draft.text, draft.sources, rulebook)
    docket = docket_of(case.alignment, case.judgement, case.claims, case.sources, rulebook)
    hearings = {hearing.claim.id: hearing for hearing in docket.hearings}
    claims = [{"id": name, "start": each.claim.start, "end": each.claim.end} for name, each in hearings.items()]
    for at, claim in match([mark.span for mark in draft.marks], claims).items():
        hearing = hearings[claim["id"]]
        if hearing.fors and hearing.rivals:
            features = dict(docket.evidence[hearing.claim.id])
            yield at, (Row(draft.group, features, not draft.marks[at].right), hearing)


def told(hearing: Hearing) -> bool:
    """Whether a source gives the very figure."""
    return hearing.fors[0].stance == "same" and hearing.claim.quantity.hedge == "exact"


def exchangeable(one: Hearing, other: Hearing) -> bool:
    """Whether two figures are of one unit and not the same."""
    a, b = one.claim, other.claim
    return (a.kind, a.quantity.unit) == (b.kind, b.quantity.unit) and a.quantity.value != b.quantity.value


def same_sentence(one: Hearing, other: Hearing) -> bool:
    return one.claim.sentence.start == other.claim.sentence.start


def exchanged(draft: Draft, one: Span, other: Span) -> Draft:
    """A draft with what stands at two places exchanged."""
    (a, b), (c, d) = sorted((one, other))
    text = draft.text.text
    changed = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    longer = (d - c) - (b - a)
    marks = (Mark((a, a + d - c), right=False, kind="planted"), Mark((c + longer, d), right=False, kind="planted"))
    return replace(draft, text=replace(draft.text, text=changed), marks=marks)


def fit(rows: Sequence[Row], names: Sequence[str]) -> dict[str, float]:
    """The weights by Newton's method, `base` among them."""
    table, wrong = matrix(rows, names), np.array([float(row.wrong) for row in rows])
    much = np.array([PLANTED if row.planted else 1.0 for row in rows])
    scale = np.append(np.maximum(table.std(0), FINEST), 1.0)
    x = np.hstack([table, np.ones((len(table), 1))]) / scale
    ridge = np.append(np.full(len(names), RIDGE), 1e-6)
    weights = np.zeros(len(names) + 1)
    for _ in range(30):
        odds = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (much * (odds - wrong)) + ridge * weights
        weights -= np.linalg.solve((x.T * (much * odds * (1 - odds))) @ x + np.diag(ridge), gradient)
    return dict(zip([*names, "base"], map(float, weights / scale), strict=True))


def matrix(rows: Iterable[Row], names: Sequence[str]) -> Array:
    return np.array([[row.features[name] for name in names] for row in rows])


def crossvalidated(rows: Sequence[Row], names: Sequence[str]) -> Array:
    """The doubt of each row by weights that were fitted without its group."""
    groups = sorted({row.group for row in rows})
    fold = {group: n % FOLDS for n, group in enumerate(groups)}
    doubt = np.zeros(len(rows))
    for out in range(FOLDS):
        weights = fit([row for row in rows if fold[row.group] != out], names)
        for at, row in enumerate(rows):
            if fold[row.group] == out:
                doubt[at] = weights["base"] + sum(weights[name] * row.features[name] for name in names)
    return doubt


def report(title: str, rows: Sequence[Row], names: Sequence[str]) -> None:
    """Prints how many wrong figures are above all but so many of the right ones."""
    doubt = crossvalidated(rows, names)
    labelled = np.array([not row.planted for row in rows])
    wrong = np.array([row.wrong for row in rows])
    right = np.sort(doubt[labelled & ~wrong])[::-1]
    kinds = {"labelled": doubt[labelled & wrong], "planted": doubt[~labelled]}
    shares = [
        f"{kind} " + " ".join(f"{np.mean(found > right[int(alarms * len(right))]):.3f}" for alarms in ALARMS)
        for kind, found in kinds.items()
    ]
    print(f"{title[-30:]:<32} at {ALARMS} of the right ones: {'; '.join(shares)}", flush=True)  # noqa: T201 - a tool


def write(path: Path, weights: dict[str, float], rows: Sequence[Row]) -> None:
    """Puts the weights, and what they were fitted to, into the rule file."""
    import tomlkit

    document = tomlkit.parse(path.read_text(encoding="utf-8"))
    rule = next(each for each in document["rule"] if each["id"] == "check.doubt")  # type: ignore[union-attr]
    for name, weight in sorted(weights.items(), key=lambda item: (item[0] != "base", item[0])):
        rule["weights"][name] = round(weight, 2)
    for name in rule["weights"].keys() - weights.keys():
        del rule["weights"][name]
    count = Counter((row.planted, row.wrong) for row in rows)
    rule["measured"] = (
        f"fitted to {count[False, True]} figures that a source gives of something else, {count[True, True]} planted "
        f"ones and {count[False, False]} right ones"
    )
    path.write_text(tomlkit.dumps(document), encoding="utf-8")


if __name__ == "__main__":
    main()
