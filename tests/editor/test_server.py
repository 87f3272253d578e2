"""Whole sessions of an editor with the server, over standard input and output."""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from typer.testing import CliRunner

from reconcile.cli import app
from tests.editor.client import PATIENCE, Editor, session

pytestmark = pytest.mark.slow

TOLD = "# Ferry\n\nThe “Solveig” 🚢 sank. The fire killed 12 people in the port on Monday.\nIt cost €3 million.\n"
DRAFT = (
    "---\nsources:\n  - told.md\n---\n"
    "“What a 🚢”: the fire killed 21 people in the port on Monday. It cost €3 million. The mayor promised 900 buses.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "told.md").write_text(TOLD, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def words(text: str, found: types.Range) -> str:
    """What a range in UTF-16 covers."""
    line = text.split("\n")[found.start.line].encode("utf-16-le")
    return line[2 * found.start.character : 2 * found.end.character].decode("utf-16-le")


def code_actions(editor: Editor, uri: str, around: types.Range) -> Any:
    context = types.CodeActionContext([])
    named = types.TextDocumentIdentifier(uri)
    return editor.text_document_code_action_async(types.CodeActionParams(named, around, context))


def test_a_session_from_opening_to_closing(folder: Path) -> None:
    async def act(editor: Editor) -> None:
        uri = editor.open(folder / "draft.md", DRAFT)
        named = types.TextDocumentIdentifier(uri)

        found = await editor.told()
        assert found.version == 1
        assert [(words(DRAFT, each.range), each.code, each.severity) for each in found.diagnostics] == [
            ("21", "contradicted", types.DiagnosticSeverity.Error),
            ("900", "unsupported", types.DiagnosticSeverity.Warning),
        ]
        (related,) = found.diagnostics[0].related_information
        assert related.location.uri == (folder / "told.md").as_uri()
        assert words(TOLD, related.location.range) == "The fire killed 12 people in the port on Monday."

        wrong = found.diagnostics[0].range
        shown = await editor.text_document_hover_async(types.HoverParams(named, wrong.start))
        assert "**contradicted** 21" in shown.contents.value
        assert "The fire killed **12** people" in shown.contents.value
        assert f"({(folder / 'told.md').as_uri()}#L3)" in shown.contents.value
        assert shown.range == wrong

        mend, waive = await code_actions(editor, uri, wrong)
        ((edit,),) = mend.edit.changes.values()
        assert (words(DRAFT, edit.range), edit.new_text, mend.is_preferred) == ("21", "12", True)
        assert waive.title == "Waive “21” (contradicted): give the reason"

        editor.change(uri, 2, DRAFT.replace("21 people", "12 people"))
        found = await editor.told(2)
        assert [words(DRAFT, each.range) for each in found.diagnostics] == ["900"]

        (folder / "told.md").write_text(TOLD + "The mayor promised 900 buses.\n", encoding="utf-8")
        editor.text_document_did_save(types.DidSaveTextDocumentParams(named))
        assert (await editor.told(2)).diagnostics == ()

        (asked,) = (await asyncio.wait_for(editor.registered.get(), PATIENCE)).registrations
        assert asked.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        (folder / "told.md").write_text(TOLD, encoding="utf-8")
        change = types.FileEvent((folder / "told.md").as_uri(), types.FileChangeType.Changed)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        assert len((await editor.told(2)).diagnostics) == 1

        editor.text_document_did_close(types.DidCloseTextDocumentParams(named))
        assert (await editor.told()).diagnostics == ()

    session(folder, act)


def test_columns_are_counted_as_agreed(folder: Path) -> None:
    async def act(editor: Editor) -> types.PublishDiagnosticsParams:
        editor.open(folder / "draft.md", DRAFT)
        return await editor.told()

    line = DRAFT.split("\n")[4]
    before = line[: line.index("21")]
    for encoding, column in (("utf-8", len(before.encode())), ("utf-32", len(before))):
        found = session(folder, act, [encoding, "utf-16"])
        assert found.diagnostics[0].range.start == types.Position(4, column), encoding


def test_a_keystroke_is_answered_within_150_ms(folder: Path) -> None:
    async def act(editor: Editor) -> float:
        uri = editor.open(folder / "draft.md", DRAFT)
        await editor.told()
        taken = []
        for version in range(2, 8):
            began = time.monotonic()
            editor.change(uri, version, DRAFT.replace("21 people", f"{version}1 people"))
            await editor.told(version)
            taken.append(time.monotonic() - began)
        return min(taken)

    assert session(folder, act) < 0.15


def test_of_quick_changes_the_last_is_answered(folder: Path) -> None:
    async def act(editor: Editor) -> list[int | None]:
        uri = editor.open(folder / "draft.md", DRAFT)
        answered = [(await editor.told()).version]
        for version in range(2, 12):
            editor.change(uri, version, DRAFT.replace("21 people", f"{version}1 people"))
        while answered[-1] != 11:
            answered.append((await editor.told()).version)
        return answered

    assert len(session(folder, act)) < 6


def test_without_its_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("reconcile.editor")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    done = CliRunner().invoke(app, ["lsp"])
    assert done.exit_code == 2
    assert "this needs lsprotocol, which is not installed" in done.stderr
    assert "pip install 'reconcile[lsp]'" in done.stderr
