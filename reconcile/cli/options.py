"""The arguments and options of the commands: each stands once, as a type."""

from pathlib import Path
from typing import Annotated

import typer

from reconcile.desk.status import LEVELS, NEVER, STATUSES
from reconcile.report import FORMATS, GENERAL

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="Files, folders, .jsonl corpora; - for standard input.")
]
Draft = Annotated[str, typer.Argument(metavar="DRAFT", help="The article to be published; - for standard input.")]
Against = Annotated[list[str], typer.Option("--against", metavar="SOURCE...", help="Files, folders, .jsonl corpora.")]
FormatName = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(GENERAL)} [default: table].")
]
DraftFormatName = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(FORMATS)} [default: table].")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
]
Rules = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="DIR", help="Rules laid over the shipped ones; repeatable.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Settings [default: nearest .reconcile.toml or pyproject.toml]."),
]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="LEVEL", help=f"Exit 1 at or above: {', '.join(LEVELS)} [default: {NEVER}]."),
]
FailOnDraft = Annotated[
    str | None,
    typer.Option(
        "--fail-on", metavar="LEVEL", help=f"Exit 1 at or above: {', '.join(STATUSES)} [default: {STATUSES[0]}]."
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="Which claims are one fact, as `reconcile decide` records it."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour, even on a terminal.")]
