"""The labelled drafts: those marked in files beside this one, and those of the story sets."""

import json
import pathlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reconcile import Source, read
from tests.measuring import Label, Span
from tests.stories import labels as stories

HERE = pathlib.Path(__file__).parent
MARK = re.compile(r"\{([^}]*?) (=|!)(\w+)\}")


@dataclass(frozen=True)
class Mark:
    """One labelled figure of a draft: where it stands, whether it is right, and how it follows or what is wrong."""

    span: Span
    right: bool
    kind: str


@dataclass(frozen=True)
class Draft:
    """One draft without its marks, what it is checked against, and the marks; `group` names article or story."""

    group: str
    text: Source
    sources: tuple[Source, ...]
    marks: tuple[Mark, ...]


def load(name: str) -> list[Draft]:
    """The drafts of one of FILES."""
    return list(FILES[name](name))


def marked(name: str) -> Iterator[Draft]:
    """The drafts marked in a file, each against its one article."""
    for pair in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["pair"]:
        yield from (unmarked(pair, text) for text in pair["drafts"])


def unmarked(pair: Mapping[str, Any], marked: str) -> Draft:
    """A draft with its marks taken out of the text."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        marks.append(Mark((len(text), len(text) + len(found[1])), found[2] == "=", found[3]))
        text += found[1]
        at = found.end()
    article = Source.from_text(pair["article"].strip(), id="article", published=pair["published"])
    draft = Source.from_text(text + marked[at:], id="draft", published=pair["published"])
    return Draft(pair["id"], draft, (article,), tuple(marks))


def first(folder: str) -> Iterator[Draft]:
    """The draft of each story set of a folder."""
    for path in stories.sets([folder]):
        story = stories.load(path)
        yield _of_story(story, path / "draft.md", story.gold["draft"])


def second(folder: str) -> Iterator[Draft]:
    """Further drafts of story sets, written and labelled by other hands than the first."""
    for path in sorted((HERE / folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield _of_story(stories.load(stories.HERE / gold["set"]), path.with_suffix(".md"), gold["draft"])


def _of_story(story: stories.Story, path: pathlib.Path, labels: list[Label]) -> Draft:
    text = read(path)
    marks = (Mark(stories.span(text.text, label), *_kind(label)) for label in labels)
    return Draft(story.name, text, story.sources, tuple(marks))


def _kind(label: Label) -> tuple[bool, str]:
    """Whether a figure is right, and what is wrong with it: the slip, or that no source has it."""
    return label["status"] == "supported", label.get("error") or label["status"]


FILES: dict[str, Callable[[str], Iterator[Draft]]] = {
    "headlines": marked,
    "summaries": marked,
    "shared": first,
    "own": first,
    "second": second,
}
