"""The arguments and options of the commands: each stands once, as a type."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Any

import typer

from reconcile.desk.status import LEVELS, NEVER, STATUSES, VERDICTS
from reconcile.report import FORMATS, GENERAL


def _among(*values: str) -> Callable[[str], list[str]]:
    """What the shell offers while one of these values is typed."""
    return lambda incomplete: [value for value in values if value.startswith(incomplete)]


def _format(names: Collection[str]) -> Any:
    """The option that chooses one of these formats."""
    told = f"{', '.join(names)} [default: table]."
    return typer.Option("--format", "-f", metavar="FORMAT", help=told, autocompletion=_among(*names))


Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="Files, folders, .jsonl corpora, addresses; - for standard input.")
]
Draft = Annotated[str, typer.Argument(metavar="DRAFT", help="The article to be published; - for standard input.")]
Against = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar="SOURCE...",
        help="Files, folders, .jsonl corpora, addresses [default: those of draft or settings].",
    ),
]
FormatName = Annotated[str | None, _format(GENERAL)]
DraftFormatName = Annotated[str | None, _format(FORMATS)]
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
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help=f"Exit 1 at or above: {', '.join(VERDICTS)} [default: {NEVER}].",
        autocompletion=_among(NEVER, *VERDICTS),
    ),
]
FailOnDraft = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help=f"Exit 1 at or above: {', '.join(LEVELS)}, or {', '.join(STATUSES)} [default: {LEVELS[0]}].",
        autocompletion=_among(NEVER, *LEVELS, *STATUSES),
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Take each warning as an error and each note as a warning.")]
Annotate = Annotated[
    Path | None,
    typer.Option("--annotate", metavar="OUT.docx", help="Give a Word draft back with a comment at each finding."),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="What `reconcile baseline` has accepted."),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Instead of the report: the mends that the sources leave no doubt of, as a diff.")
]
Fix = Annotated[
    bool, typer.Option("--fix", help="Apply these mends to a text or Markdown draft; a copy is kept as DRAFT.orig.")
]
By = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who says so [default: `by` of the settings, else the login name].")
]
Decisions = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="Which claims are one fact, as `reconcile decide` records it."),
]
Offline = Annotated[bool, typer.Option("--offline", help="Fetch nothing: an address among the sources is a problem.")]
Private = Annotated[bool, typer.Option("--private", help="Also fetch addresses inside your own network.")]
Keep = Annotated[
    Path | None,
    typer.Option("--keep", metavar="DIR", help="Keep what is fetched here [default: FILE.sources beside -o FILE]."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour, even on a terminal.")]
