"""What must hold of every story, whatever it tells: names, order and copies of its sources change no verdict."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

import reconcile
from reconcile.facts import Claim, Link, Report, Source

ROOT = Path(__file__).resolve().parent.parent / "stories"
STORIES = sorted(path.parent for kind in ("shared", "own") for path in (ROOT / kind).glob("*/gold.json"))
PLAIN = re.compile(r"[1-9]\d{1,2}")
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


def test_a_copy_that_changes_a_figure_stays_with_its_original_and_conflicts_with_it() -> None:
    verdicts = [verdict for folder in STORIES for verdict in verdicts_of_altered_copies(sources_of(folder)[0])]
    assert len(verdicts) > 80
    assert verdicts.count("discrepancy") >= 0.95 * len(verdicts), Counter(verdicts)


def test_a_changed_figure_conflicts_where_the_words_alone_link_it() -> None:
    verdicts = [verdict for folder in STORIES for verdict in verdicts_of_changed_figures(sources_of(folder))]
    assert len(verdicts) >= 8
    assert verdicts.count("discrepancy") >= 0.9 * len(verdicts), Counter(verdicts)


def verdicts_of_changed_figures(sources: Sequence[Source]) -> Iterator[str]:
    """The verdict on two claims that agreed, linked by words that make one fact likelier than not, when one source
    gives another figure in the same words."""
    before = reconcile.compare(sources)
    claims = {claim.id: claim for claim in before.claims}
    for fact in before.facts:
        links = (link for link in fact.links if fact.verdict == "agree" and words(link) >= 0)
        pairs = ((claims[link.a], claims[link.b]) for link in links)
        if pair := next((pair for pair in pairs if in_two_sentences(*pair)), None):
            kept, changed = pair
            figure = str(2 * int(changed.text) + 7)
            after = reconcile.compare([rewritten(source, changed, figure) for source in sources])
            places = {(kept.source, kept.start), (changed.source, changed.start)}
            names = {claim.id for claim in after.claims if (claim.source, claim.start) in places}
            yield next((each.verdict for each in after.facts if names <= set(each.claims)), "unlinked")


def words(link: Link) -> float:
    """The log-odds of a link without what the figures say, and without the figures beside them."""
    return sum(
        reason.weight for reason in link.reasons if not reason.name.startswith(("figure", "rivals", "neighbours"))
    )


def in_two_sentences(a: Claim, b: Claim) -> bool:
    """Whether two outlets give a plain count of ten or more in words of their own."""
    plain = PLAIN.fullmatch(b.text) and b.quantity == a.quantity
    return bool(plain) and a.source != b.source and a.sentence.text != b.sentence.text


def rewritten(source: Source, claim: Claim, figure: str) -> Source:
    """The source, with another figure in the place of a claim if that is one of its own."""
    if source.id != claim.source:
        return source
    return replace(source, text=source.text[: claim.start] + figure + source.text[claim.end :])


def verdicts_of_altered_copies(source: Source, most: int = 4) -> Iterator[str]:
    """The verdict on each of the first plain counts of a source when another outlet prints it with another figure."""
    plain = (claim for claim in reconcile.extract(source) if claim.kind == "count" and PLAIN.fullmatch(claim.text))
    for claim in islice(plain, most):
        text = source.text[: claim.start] + str(2 * int(claim.text) + 7) + source.text[claim.end :]
        report = reconcile.compare([source, replace(source, id="copy", publisher="Another", text=text)])
        here = {each.id: each.source for each in report.claims if each.start == claim.start}
        (fact,) = (fact for fact in report.facts if next(iter(here)) in fact.claims)
        yield fact.verdict if here.keys() <= set(fact.claims) and len(here) > 1 else "unlinked"
