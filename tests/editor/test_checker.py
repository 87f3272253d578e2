from pathlib import Path

import pytest

from reconcile.editor import checker as module
from reconcile.editor.checker import Checker
from reconcile.facts import Claim, Source
from reconcile.rulebook import Rulebook

TOLD = "The fire killed 12 people in the port on Monday. It cost 3 million euros.\n"
DRAFT = "The fire killed 21 people in the port on Monday. It cost 3 million euros.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "told.md").write_text(TOLD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that figures were looked for in, in order."""
    texts: list[str] = []
    extract = module.extract

    def counted(source: Source, rulebook: Rulebook) -> tuple[Claim, ...]:
        texts.append(source.text)
        return extract(source, rulebook)

    monkeypatch.setattr(module, "extract", counted)
    return texts


def test_a_keystroke_reads_the_draft_alone(folder: Path, read: list[str]) -> None:
    (folder / ".reconcile.toml").write_text('sources = ["told.md"]\n', encoding="utf-8")
    checker = Checker()
    for text in (DRAFT, DRAFT + "x", DRAFT + "xy"):
        found = checker.check(folder / "draft.md", text)
        assert found.alerts
        assert [each.rule.id for each in found.alerts.open] == ["contradicted"]
    assert read == [TOLD, DRAFT, DRAFT + "x", DRAFT + "xy"]


def test_a_changed_source_is_read_again(folder: Path) -> None:
    checker = Checker()
    assert checker.check(folder / "draft.md", DRAFT, [str(folder / "told.md")]).alerts.open  # type: ignore[union-attr]
    (folder / "told.md").write_text(DRAFT + "And more.\n", encoding="utf-8")
    found = checker.check(folder / "draft.md", DRAFT, [str(folder / "told.md")])
    assert found.alerts
    assert found.alerts.open == ()


def test_a_source_added_to_a_folder_counts(folder: Path) -> None:
    (folder / "wires").mkdir()
    (folder / "wires" / "a.txt").write_text(TOLD, encoding="utf-8")
    checker = Checker()
    draft = DRAFT + "The mayor promised 900 buses.\n"
    names = [str(folder / "wires")]
    assert len(checker.check(folder / "draft.md", draft, names).alerts.open) == 2  # type: ignore[union-attr]
    (folder / "wires" / "b.txt").write_text("The mayor promised 900 buses.\n", encoding="utf-8")
    assert len(checker.check(folder / "draft.md", draft, names).alerts.open) == 1  # type: ignore[union-attr]


def test_the_front_matter_names_the_sources_and_settings_are_in_force_at_once(folder: Path) -> None:
    draft = f"---\nsources: told.md\n---\n{DRAFT}"
    checker = Checker()
    (found,) = checker.check(folder / "draft.md", draft).alerts.open  # type: ignore[union-attr]
    assert (found.level, found.evidence[0].text) == ("error", "12")
    (folder / ".reconcile.toml").write_text('levels.contradicted = "note"\n', encoding="utf-8")
    (found,) = checker.check(folder / "draft.md", draft).alerts.open  # type: ignore[union-attr]
    assert found.level == "note"


def test_the_draft_is_no_source_of_itself(folder: Path) -> None:
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    found = Checker().check(folder / "draft.md", DRAFT, [str(folder)])
    assert found.alerts
    assert [each.path for each in found.alerts.view.report.sources] == [
        str(folder / "told.md"),
        str(folder / "draft.md"),
    ]


@pytest.mark.parametrize("text", ["", "   \n", "<!doctype html><p>12 dead"])
def test_nothing_is_said_of_what_is_no_article(folder: Path, text: str) -> None:
    assert Checker().check(folder / "draft.md", text, [str(folder / "told.md")]).alerts is None


def test_nothing_is_said_where_nobody_names_sources(folder: Path) -> None:
    found = Checker().check(folder / "draft.md", DRAFT)
    assert (found.alerts, found.problems) == (None, ())


def test_what_is_wrong_around_the_draft_is_told(folder: Path) -> None:
    checker, path = Checker(), folder / "draft.md"
    (missing,) = checker.check(path, f"---\nsources: nowhere-*.md\n---\n{DRAFT}").problems
    assert "fits no file" in missing.message
    (unread,) = checker.check(path, f"---\nsources: nowhere.md\n---\n{DRAFT}").problems
    assert "no such file" in unread.message
    (folder / ".reconcile.toml").write_text("levels = 3\n", encoding="utf-8")
    (fault,) = checker.check(path, DRAFT).problems
    assert fault.line == 1
    (folder / ".reconcile.toml").write_text('rules = ["own"]\n', encoding="utf-8")
    assert checker.check(path, f"---\nsources: told.md\n---\n{DRAFT}").problems


def test_a_desks_rules_are_read_again_when_they_change(folder: Path) -> None:
    (folder / "own" / "en").mkdir(parents=True)
    (folder / ".reconcile.toml").write_text('rules = ["own"]\nsources = ["told.md"]\n', encoding="utf-8")
    checker = Checker()
    before = checker.check(folder / "draft.md", DRAFT)
    assert checker.check(folder / "draft.md", DRAFT).alerts == before.alerts
    (folder / "own" / "en" / "hedges.toml").write_text("[[rule]]\n", encoding="utf-8")
    assert checker.check(folder / "draft.md", DRAFT).problems
