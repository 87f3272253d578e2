"""Write the manual pages of the program and of each of its commands into a folder: `python tools/man.py build/man`.

They say what `--help` says, which is written once, in the docstrings and options of `reconcile.cli`.
"""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

from click_man.man import ManPage
from typer.main import get_command

from reconcile import __version__
from reconcile.cli import app

_WHOLE = 200  # characters: no first sentence is as long


def main(folder: Path) -> None:
    """Pages named as `man` looks for them: reconcile.1, reconcile-compare.1 and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    program = get_command(app)
    for context in _contexts(program.make_context("reconcile", [], resilient_parsing=True)):
        name = context.command_path.replace(" ", "-")
        (folder / f"{name}.1").write_text(_page(context), encoding="utf-8")


def _contexts(context: Any) -> Iterator[Any]:
    """The context of a command, and of every command below it."""
    yield context
    for name, command in getattr(context.command, "commands", {}).items():
        yield from _contexts(command.make_context(name, [], parent=context, resilient_parsing=True))


def _page(context: Any) -> str:
    # The library's own walk over the commands knows click's options, of which typer has a copy of its own.
    command = context.command
    page = ManPage(context.command_path)
    page.version = __version__
    page.short_help = command.get_short_help_str(_WHOLE)
    page.description = cleandoc(command.help or "")
    page.synopsis = " ".join(command.collect_usage_pieces(context))
    page.options = [told for each in command.get_params(context) if (told := each.get_help_record(context))]
    below = getattr(command, "commands", {})
    page.commands = [(name, each.get_short_help_str(_WHOLE)) for name, each in below.items()]
    return str(page)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
