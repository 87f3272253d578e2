"""`reconcile config`."""

from pathlib import Path
from typing import Annotated

import typer

from reconcile import console
from reconcile.cli.options import ConfigFile, Rules
from reconcile.desk.status import LEVELS, STATUSES


def command(
    path: Annotated[
        Path | None, typer.Argument(help="The draft or folder whose settings are asked for [default: this folder].")
    ] = None,
    rules: Rules = None,
    config: ConfigFile = None,
) -> None:
    """Print the settings in force, each with the file and line that it comes from."""
    from reconcile.desk.listing import listed

    start = path if path is None or path.is_dir() else path.parent
    desk = console.Desk.opened(config, rules, levels=(*LEVELS, *STATUSES), start=start)
    console.put(listed(desk.config, desk.policy))
