"""The baseline as a file."""

from pathlib import Path

import pytest

from reconcile.desk.baseline import Accepted, Baseline, baseline_text, digest_of, read_baseline
from reconcile.desk.faults import DeskFault
from reconcile.facts import Quote, Source

ONE = Accepted(
    "news/story.md", "unsupported", "Jo", "2026-03-11", 'told "by phone"',
    (Quote("900", "The mayor said \\ “900”\tbuses.", 1),), (("wire a.txt", "sha256:00"),),
)  # fmt: skip


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    for baseline in (Baseline(path), Baseline(path, (ONE, ONE))):
        path.write_text(baseline_text(baseline), encoding="utf-8")
        assert read_baseline(path) == baseline


def test_a_draft_is_named_from_the_folder_of_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Baseline(Path("b.toml")).name(Source(id="d", text="", path="news/story.md")) == "news/story.md"
    assert Baseline(Path("desk/b.toml")).name(Source(id="d", text="", path="story.md")) == "../story.md"
    assert Baseline(Path("b.toml"), (ONE,)).of(Source(id="d", text="", path=str(tmp_path / "news" / "story.md"))) == (
        ONE,
    )


def test_sources_are_named_like_drafts_so_that_the_file_holds_in_any_checkout(tmp_path: Path) -> None:
    wire, page = tmp_path / "wire" / "a.txt", "https://example.org/a"
    named = Baseline(tmp_path / "desk" / "b.toml").resting(
        (
            Source(id="s1", text="1", path=str(wire)),
            Source(id="s2", text="2", url=page),
            Source(id="x", text="3", path=str(tmp_path / "c.jsonl")),
            Source(id="y", text="4", path=str(tmp_path / "c.jsonl")),
            Source(id="s5", text="5", path="-"),
        )
    )
    assert [name for name, _ in named] == ["../wire/a.txt", page, "../c.jsonl#x", "../c.jsonl#y", "-"]
    assert len({digest for _, digest in named}) == 5


def test_the_digest_is_that_of_the_text_alone() -> None:
    one, other = Source(id="a", text="x", path="a.txt", sha256="1"), Source(id="b", text="x", path="b.md", sha256="2")
    assert digest_of(one) == digest_of(other) != digest_of(Source(id="a", text="y"))


ENTRY = (
    '[[accepted]]\ndraft = "a.md"\noutcome = "unsupported"\nby = "Jo"\non = "2026-03-11"\nwhy = "x"\n'
    'figures = [{ figure = "9", sentence = "9." }]\nsources = {}\n'
)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('accepted = [\nx = "y"]\n', 2, "not TOML"),
        ("x = 1\n", None, "something other than [[accepted]]"),
        (ENTRY + ENTRY.replace('by = "Jo"\n', ""), 9, "no `by`"),
        (ENTRY.replace('"Jo"', '" "'), 1, "`by` is no text"),
        (ENTRY.replace("2026-03-11", "Friday"), 1, "Friday"),
        (ENTRY.replace('"unsupported"', '"wrong"'), 1, "no outcome 'wrong'"),
        (ENTRY.replace("sources = {}", "sources = 1"), 1, "not understood"),
        (ENTRY.replace('figure = "9", ', ""), 1, "no `figure`"),
        (ENTRY.replace('{ figure = "9", sentence = "9." }', ""), 1, "it names no figure"),
    ],
)
def test_faults_have_file_line_and_hint(text: str, line: int | None, says: str, tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_text("\n" * (line is None) + text)
    with pytest.raises(DeskFault) as caught:
        read_baseline(path)
    (problem,) = caught.value.problems
    assert (problem.where, problem.line) == (str(path), line)
    assert says in problem.message
    assert problem.hint


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_what_cannot_be_read_is_told(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    if content:
        path.write_bytes(content)
    with pytest.raises(DeskFault) as caught:
        read_baseline(path)
    assert caught.value.problems[0].where == str(path)
