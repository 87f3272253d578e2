"""The commands: each reads its sources, asks the pipeline, shows the answer and says by its exit status how it went.

One module a command, its function named `command` (`rules.py` holds three); `options.py` has arguments and options as
types, `guard.py` what stands between a command and the shell. To add a command, write its module and register it here.
What a command does not need is not imported: the start of the program is a cost that every call pays. What the commands
share with the terminal and the desk is `reconcile.console`.
"""

import gc
from typing import Annotated

import typer

from reconcile import __version__
from reconcile.cli import baseline, check, compare, config, decide, doctor, explain, extract, lsp, recheck, rules, watch
from reconcile.cli.guard import guarded
from reconcile.cli.spreading import Spreading
from reconcile.desk.status import CLEAN

app = typer.Typer(
    name="reconcile",
    help="Finds the numeric claims in several sources and says where they agree and where they don't.",
    epilog="Exit status: 0 clean; 1 findings that --fail-on asks for; 2 bad usage, or an input that could not be read.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("compare")(guarded(compare.command))
app.command("check", cls=Spreading)(guarded(check.command))
app.command("extract")(guarded(extract.command))
app.command("explain")(guarded(explain.command))
app.command("decide")(guarded(decide.command))
app.command("baseline", cls=Spreading)(guarded(baseline.command))
app.command("recheck", cls=Spreading)(guarded(recheck.command))
app.command("config")(guarded(config.command))
app.command("doctor")(guarded(doctor.command))
app.command("lsp")(guarded(lsp.command))
app.command("watch", cls=Spreading)(guarded(watch.command))

_rules = typer.Typer(help="The rules in force, and where each comes from.", no_args_is_help=True)
_rules.command("list")(guarded(rules.list_rules))
_rules.command("show")(guarded(rules.show_rule))
_rules.command("test")(guarded(rules.run_examples))
app.add_typer(_rules, name="rules")


def main() -> None:
    """The program."""
    # Rules, claims and facts live to the end of a run: to look through them for dead cycles every 700 objects, as
    # Python does by default, takes a tenth of its time and finds nothing.
    gc.set_threshold(100_000)
    app(prog_name="reconcile")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reconcile {__version__}")
        raise typer.Exit(CLEAN)


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What stands before a command."""
