"""The language server: drafts are checked when opened, changed and saved, over standard input and output.

A change waits a moment for the next one, so that a quick typist is answered once. Checks run one after another beside
the loop that speaks with the editor.
"""

import asyncio
from pathlib import Path
from typing import cast

from lsprotocol import types
from pygls import uris
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer

from reconcile import __version__
from reconcile.editor.checker import Checked, Checker
from reconcile.editor.diagnostics import diagnostics
from reconcile.editor.fixes import fixes
from reconcile.editor.hover import hover
from reconcile.editor.places import offset
from reconcile.read.readers import SUFFIXES
from reconcile.report.positions import Lines, Unit

PAUSE = 0.01
"""Seconds that a change waits for the next one."""


class DraftServer(LanguageServer):
    """A server that keeps the last check of each open draft."""

    def __init__(self, checker: Checker) -> None:
        # Whole texts, not edits: the library ends lines where the protocol does not (at U+2028, say).
        super().__init__("reconcile", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.checker = checker
        self._known: dict[str, tuple[int | None, Checked]] = {}
        self._turn = asyncio.Lock()

    @property
    def unit(self) -> Unit:
        """What columns count, as agreed with the editor."""
        agreed = self.workspace.position_encoding
        return cast("Unit", agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed or "utf-16")

    async def answer(self, uri: str, *, pause: float = 0.0, again: bool = False) -> None:
        """Checks a draft and publishes what was found, unless it has changed or was closed meanwhile."""
        version = self._version(uri)
        await asyncio.sleep(pause)
        path = path_of(uri)
        if path is None or version is None or self._version(uri) != version:
            return
        checked = await self.checked(uri, again=again)
        if checked and self._version(uri) == version:
            found = diagnostics(checked, path, self.unit)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    async def checked(self, uri: str, *, again: bool = False) -> Checked | None:
        """The check of a draft as it stands, made now where there is none of this version; None for no open file."""
        path = path_of(uri)
        async with self._turn:
            document = self.workspace.text_documents.get(uri)
            if document is None or path is None:
                return None
            version, known = self._known.get(uri, (None, None))
            if known is None or again or version != document.version:
                version, text = document.version, document.source
                known = await asyncio.to_thread(self.checker.check, path, text)
                self._known[uri] = (version, known)
            return known

    def forget(self, uri: str) -> None:
        """Drops what is kept for a draft that was closed, and takes its diagnostics back."""
        self._known.pop(uri, None)
        path = path_of(uri)
        if path is not None:
            self.checker.forget(path)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _version(self, uri: str) -> int | None:
        """The version of an open document; None for any other."""
        document = self.workspace.text_documents.get(uri)
        return document.version if document else None


def path_of(uri: str) -> Path | None:
    """The file behind a URI; None for a document that is no file."""
    found = uris.to_fs_path(uri)
    return Path(found) if found else None


async def started(ls: DraftServer, _params: types.InitializedParams) -> None:
    """Where the editor can, it is asked to tell of changed sources and settings."""
    if get_capability(ls.client_capabilities, "workspace.did_change_watched_files.dynamic_registration"):
        endings = ",".join(suffix.lstrip(".") for suffix in SUFFIXES)
        watchers = [types.FileSystemWatcher(glob) for glob in (f"**/*.{{{endings}}}", "**/*.toml")]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        named = types.Registration("reconcile", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await ls.client_register_capability_async(types.RegistrationParams([named]))


async def opened(ls: DraftServer, params: types.DidOpenTextDocumentParams) -> None:
    """A draft is checked at once."""
    await ls.answer(params.text_document.uri)


async def changed(ls: DraftServer, params: types.DidChangeTextDocumentParams) -> None:
    """A draft is checked when the typing pauses."""
    await ls.answer(params.text_document.uri, pause=PAUSE)


async def saved(ls: DraftServer, params: types.DidSaveTextDocumentParams) -> None:
    """A draft is checked anew, with whatever its sources and settings say now."""
    await ls.answer(params.text_document.uri, again=True)


async def watched(ls: DraftServer, _params: types.DidChangeWatchedFilesParams) -> None:
    """All drafts are checked anew: what changed may be a source or the settings of any."""
    for uri in tuple(ls.workspace.text_documents):
        await ls.answer(uri, again=True)


def closed(ls: DraftServer, params: types.DidCloseTextDocumentParams) -> None:
    """A closed draft has no diagnostics."""
    ls.forget(params.text_document.uri)


async def hovered(ls: DraftServer, params: types.HoverParams) -> types.Hover | None:
    """What is known of the figure under the pointer."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or checked.alerts is None:
        return None
    lines = Lines.of(checked.text)
    return hover(checked.alerts, offset(lines, params.position, ls.unit), lines, ls.unit)


async def mended(ls: DraftServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The quick fixes of what needs a look in the given range."""
    uri = params.text_document.uri
    checked = await ls.checked(uri)
    return fixes(checked, uri, params.range, ls.unit) if checked else []


def server_of(checker: Checker) -> DraftServer:
    """A server with all its features."""
    server = DraftServer(checker)
    server.feature(types.INITIALIZED)(started)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(watched)
    server.feature(types.TEXT_DOCUMENT_HOVER)(hovered)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))(mended)
    return server


def serve(config: Path | None = None) -> None:
    """Speaks with one editor over standard input and output until it hangs up."""
    server_of(Checker(config)).start_io()
