"""What must hold of every story, whatever it tells: names, order and copies of its sources change no verdict."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import reconcile
from reconcile.facts import Report, Source

ROOT = Path(__file__).resolve().parent.parent / "stories"
STORIES = sorted(path.parent for kind in ("shared", "own") for path in (ROOT / kind).glob("*/gold.json"))
Facts = Mapping[frozenset[tuple[str, int]], str]


def sources_of(folder: Path) -> list[Source]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [replace(reconcile.read(folder / each["file"]), id=each["id"]) for each in gold["sources"]]


def facts_of(report: Report, names: Mapping[str, str]) -> Facts:
    """The verdict of each fact by the places of its claims; sources without a name in `names` are left out."""
    places = {claim.id: (names[claim.source], claim.start) for claim in report.claims if claim.source in names}
    return {frozenset(places[name] for name in fact.claims if name in places): fact.verdict for fact in report.facts}


@pytest.fixture(scope="module", params=STORIES, ids=lambda folder: folder.name)
def story(request: pytest.FixtureRequest) -> tuple[Sequence[Source], Facts]:
    sources = sources_of(request.param)
    return sources, facts_of(reconcile.compare(sources), {source.id: source.id for source in sources})


def test_neither_order_nor_names_of_the_sources_change_a_verdict(story: tuple[Sequence[Source], Facts]) -> None:
    sources, facts = story
    renamed = [replace(source, id=f"x{n}", path=f"{n}.txt") for n, source in enumerate(reversed(sources))]
    names = {new.id: old.id for new, old in zip(renamed, reversed(sources), strict=True)}
    assert facts_of(reconcile.compare(renamed), names) == facts


def test_a_copy_of_a_source_changes_no_verdict(story: tuple[Sequence[Source], Facts]) -> None:
    sources, facts = story
    copied = sources[len(sources[0].text) % len(sources)]
    doubled = reconcile.compare([replace(copied, id="a copy", path=None), *sources])
    assert facts_of(doubled, {source.id: source.id for source in sources}) == facts
