"""`reconcile lsp`."""

from typing import Annotated

import typer

from reconcile import console
from reconcile.cli.options import ConfigFile

_Stdio = Annotated[bool, typer.Option("--stdio", help="Taken from editors that pass it; there is no other way.")]


def command(config: ConfigFile = None, _stdio: _Stdio = False) -> None:
    """Serve an editor: drafts are checked while they are written. Speaks LSP over standard input and output."""
    with console.needing("lsp"):
        from reconcile.editor.server import serve
    serve(config)
