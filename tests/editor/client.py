"""An editor's side of a session: a real client that starts the server and speaks with it over its standard streams."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 20.0
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}


class Editor(LanguageClient):
    """Collects what the server publishes, by URI."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.registered: asyncio.Queue[types.RegistrationParams] = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def keep(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered.put_nowait(params)

    async def told(self, version: int | None = None) -> types.PublishDiagnosticsParams:
        """The next diagnostics, those of a version where one is named."""
        while True:
            found = await asyncio.wait_for(self.published.get(), PATIENCE)
            if version is None or found.version == version:
                return found

    def open(self, path: Path, text: str) -> str:
        uri = path.as_uri()
        item = types.TextDocumentItem(uri, "markdown", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, version: int, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        named = types.VersionedTextDocumentIdentifier(version=version, uri=uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(named, [whole]))


def session(folder: Path, act: Callable[[Editor], Awaitable[Any]], encodings: list[str] | None = None) -> Any:
    """Starts the server in a folder, shakes hands, lets `act` do its part, and shuts down as an editor does."""

    async def run() -> Any:
        editor = Editor()
        await editor.start_io(sys.executable, "-m", "reconcile", "lsp", "--stdio", cwd=folder, env=_ENVIRONMENT)
        general = types.GeneralClientCapabilities(position_encodings=encodings)
        watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        able = types.ClientCapabilities(
            general=general, workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watched)
        )
        await editor.initialize_async(types.InitializeParams(capabilities=able, root_uri=folder.as_uri()))
        editor.initialized(types.InitializedParams())
        try:
            return await act(editor)
        finally:
            await editor.shutdown_async(None)
            editor.exit(None)
            await asyncio.wait_for(editor._server.wait(), PATIENCE)
            await editor.stop()

    return asyncio.run(run())
