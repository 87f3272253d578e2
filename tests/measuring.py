"""What the scorers of the corpus and of the story sets share: matching labels to claims, units by name, floors.

A claim is the object of the JSON report, a span two code points. Figures are `{section: {measure: share of 1}}`; the
floors of a `floors.toml` have the same form.
"""

import itertools
import math
import pathlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Claim = dict[str, Any]
Label = dict[str, Any]
Span = tuple[int, int]
Bounds = tuple[float | None, float | None]
Figures = Mapping[str, Mapping[str, float]]

MARGIN = 0.02
HEADER = "# The least that the tests accept, as shares of 1. `score.py --floors` prints this file raised."
IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "wives": "wife"}
INVARIABLE = re.compile(r"(ss|us|is|series|species)$")
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"

_UNITS = tomllib.loads((pathlib.Path(__file__).parent / "corpus" / "units.toml").read_text(encoding="utf-8"))
SPELLING = {name.lower(): unit for unit, names in _UNITS["spellings"].items() for name in [unit, *names]}
DIMENSIONS: list[dict[str, float]] = list(_UNITS["dimensions"].values())


def share(part: int, whole: int) -> float:
    """1 where nothing was asked."""
    return part / whole if whole else 1.0


def near(a: float | None, b: float | None, loose: float) -> bool:
    """Equal but for a share of `loose`; None is near to None alone."""
    return a is b if a is None or b is None else math.isclose(a, b, rel_tol=loose, abs_tol=1e-9)


def meets(a: Bounds, b: Bounds) -> bool:
    """Whether two intervals, open where a bound is None, have a figure in common."""
    return all(low is None or high is None or low <= high for low, high in ((a[0], b[1]), (b[0], a[1])))


def overlaps(claim: Claim, spans: Iterable[Span]) -> bool:
    return any(claim["start"] < end and start < claim["end"] for start, end in spans)


def match(labels: Sequence[Span], claims: Sequence[Claim]) -> dict[int, Claim]:
    """The claim of each label (by its place in the sequence) that has one: by overlap, the best first, one to one."""
    candidates = []
    for (index, (start, end)), claim in itertools.product(enumerate(labels), claims):
        common = min(end, claim["end"]) - max(start, claim["start"])
        if common > 0:
            union = max(end, claim["end"]) - min(start, claim["start"])
            candidates.append((-common / union, index, claim["start"], claim["id"], claim))
    matched: dict[int, Claim] = {}
    used: set[str] = set()
    for _, index, _, name, claim in sorted(candidates, key=lambda c: c[:4]):
        if index not in matched and name not in used:
            matched[index] = claim
            used.add(name)
    return matched


def lemma(word: str) -> str:
    """A word in small letters, without its plural ending."""
    low = word.lower().strip('.,"' + APOSTROPHES)
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if re.search(r"(ch|sh|x|ss)es$", low):
        return low[:-2]
    return low[:-1] if low.endswith("s") and len(low) > 3 and not INVARIABLE.search(low) else low


def unit_name(unit: str | None) -> str:
    """A unit in the labels' spelling: ISO codes as they are, plurals singular, "per" a slash."""
    text = (unit or "").strip().replace(" per ", "/")
    return SPELLING.get(text.lower().replace(" ", "_")) or "/".join(map(_unit_part, text.split("/")))


def _unit_part(part: str) -> str:
    if re.fullmatch(r"[A-Z]{3}", part):
        return part
    name = part.lower().replace(" ", "_")
    return SPELLING.get(name) or SPELLING.get(lemma(name), lemma(name))


def load_floors(folder: pathlib.Path) -> Figures:
    """The floors in force, of the scorer in a folder."""
    floors: Figures = tomllib.loads((folder / "floors.toml").read_text(encoding="utf-8"))
    return floors


def raised(reached: Figures, floors: Figures) -> str:
    """A floors.toml for what is reached: MARGIN below it, and never below the floor in force."""
    blocks = [HEADER]
    for section, measures in reached.items():
        old = floors.get(section, {})
        lines = [f"{name} = {max(_floor(value), old.get(name, 0.0)):.3f}" for name, value in measures.items()]
        blocks.append("\n".join([f"[{section}]", *lines]))
    return "\n\n".join(blocks)


def _floor(value: float) -> float:
    return max(0.0, math.floor(1000 * (value - MARGIN)) / 1000)
