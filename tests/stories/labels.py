"""The labelled story sets, and a report brought together with the labels of one."""

import json
import pathlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import reconcile
from tests.measuring import Claim, Label, Span, match

HERE = pathlib.Path(__file__).parent
FOLDERS = ("shared", "own")


@dataclass(frozen=True, slots=True)
class Story:
    """One labelled set; the sources have the ids that the labels give them."""

    name: str
    gold: dict[str, Any]
    sources: tuple[reconcile.Source, ...]

    @property
    def texts(self) -> dict[str, str]:
        return {source.id: source.text for source in self.sources}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a source speaks of a labelled fact, and the claim that was read there, if any."""

    fact: Label
    label: Label
    claim: Claim | None

    @property
    def words(self) -> str:
        """What stands in a message for the mention."""
        return f"{self.fact['id']} in {self.label['source']}: {self.label['quote']!r}"


@dataclass(frozen=True, slots=True)
class Matched:
    """A report brought together with the labels: `extra` are claims without a label, `fact_of` goes by claim id."""

    story: Story
    report: dict[str, Any]
    mentions: tuple[Mention, ...]
    extra: tuple[Claim, ...]
    fact_of: dict[str, dict[str, Any]]

    @property
    def figures(self) -> list[Mention]:
        """The mentions that are no dates."""
        return [mention for mention in self.mentions if mention.fact["kind"] != "date"]

    def reported(self, mention: Mention) -> dict[str, Any] | None:
        """The fact of the report that holds the mention's claim."""
        return self.fact_of.get(mention.claim["id"]) if mention.claim else None


def sets(names: Iterable[str] = ()) -> list[pathlib.Path]:
    """The folders of the named sets, or of the sets in a named folder; all sets without names."""
    wanted = set(names)
    found = [gold.parent for folder in FOLDERS for gold in sorted((HERE / folder).glob("*/gold.json"))]
    return [path for path in found if not wanted or wanted & {path.name, path.parent.name}]


def load(folder: pathlib.Path) -> Story:
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    sources = tuple(replace(reconcile.read(folder / s["file"]), id=s["id"]) for s in gold["sources"])
    return Story(folder.name, gold, sources)


def span(text: str, label: Label) -> Span:
    """Where a label's number stands."""
    start = text.index(label["quote"]) + label["quote"].index(label["number"])
    return start, start + len(label["number"])


def bring_together(story: Story, report: dict[str, Any]) -> Matched:
    """Labels and claims matched by overlap, source by source."""
    claims = {source.id: [c for c in report["claims"] if c["source"] == source.id] for source in story.sources}
    labels = [(fact, label) for fact in story.gold["facts"] for label in fact["mentions"]]
    claim_of: dict[int, Claim] = {}
    for name, text in story.texts.items():
        here = [n for n, (_, label) in enumerate(labels) if label["source"] == name]
        matched = match([span(text, labels[n][1]) for n in here], claims[name])
        claim_of |= {here[n]: claim for n, claim in matched.items()}
    mentions = tuple(Mention(fact, label, claim_of.get(n)) for n, (fact, label) in enumerate(labels))
    used = {claim["id"] for claim in claim_of.values()}
    extra = tuple(claim for claim in report["claims"] if claim["id"] not in used)
    fact_of = {name: fact for fact in report["facts"] for name in fact["claims"]}
    return Matched(story, report, mentions, extra, fact_of)
