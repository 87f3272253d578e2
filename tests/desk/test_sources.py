"""What a draft is checked against where nobody names it."""

from pathlib import Path

import pytest

from reconcile.desk.config import Config
from reconcile.desk.sources import sources_of
from reconcile.facts import Source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("drafts/story.md", "wire/b.txt", "wire/a.txt", "wire/old/c.txt", "wire/.hidden.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def found(folder: Path, *names: str) -> list[str]:
    draft = Source(id="d", text="", path=str(folder / "drafts" / "story.md"), sources=names)
    paths, problems = sources_of(draft, Config())
    assert problems == ()
    return [str(Path(path).relative_to(folder)) for path in paths]


def test_front_matter_is_relative_to_the_draft(folder: Path) -> None:
    assert found(folder, "../wire/b.txt", "../wire/*.txt") == ["wire/b.txt", "wire/a.txt"]
    assert found(folder, "../**/*.txt") == ["odd[1].txt", "wire/a.txt", "wire/b.txt", "wire/old/c.txt"]
    assert found(folder, "../odd[1].txt") == ["odd[1].txt"]
    assert found(folder, str(folder / "wire" / "?.txt")) == ["wire/a.txt", "wire/b.txt"]


def test_a_pattern_never_fits_the_draft_itself_and_a_plain_name_need_not_exist(folder: Path) -> None:
    (folder / "drafts" / "notes.md").write_text("x")
    assert found(folder, "*.md", "../wire/*") == ["drafts/notes.md", "wire/a.txt", "wire/b.txt"]
    assert found(folder, "nowhere.txt") == ["drafts/nowhere.txt"]


def test_addresses_are_left_as_they_are() -> None:
    assert sources_of(Source(id="d", text="", sources=("https://x.org/a?b=*",)), Config())[0] == (
        "https://x.org/a?b=*",
    )


def test_settings_serve_a_draft_that_names_none_and_are_relative_to_their_file(folder: Path) -> None:
    config = Config(sources=("wire/*.txt", "gone/*.txt"), path=folder / ".reconcile.toml", lines={"sources": 3})
    paths, ((problem),) = sources_of(Source(id="d", text="", path="elsewhere/story.md"), config)
    assert paths == (str(folder / "wire" / "a.txt"), str(folder / "wire" / "b.txt"))
    assert (problem.where, problem.line) == (str(folder / ".reconcile.toml"), 3)
    assert problem.message == "`gone/*.txt` fits no file"
    named = Source(id="d", text="", path=str(folder / "drafts" / "story.md"), sources=("../wire/a.txt",))
    assert sources_of(named, config)[0] == (str(folder / "wire" / "a.txt"),)
    assert sources_of(Source(id="d", text=""), Config()) == ((), ())
