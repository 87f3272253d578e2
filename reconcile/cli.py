"""The commands: each reads its sources, asks the pipeline, shows the answer and says by its exit status how it went.

What a command does not need is not imported: the start of the program is a cost that every call pays. `console.py`
holds what the commands share. To add a command, write its function here; options stand once, as types.
"""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from reconcile import __version__, console
from reconcile.desk.status import CLEAN, FAILED, FOUND, LEVELS, NEVER, STATUSES
from reconcile.report import FORMATS

_INTERRUPTED = 130  # 128 and the number of the signal, as shells have it

_P = ParamSpec("_P")

app = typer.Typer(
    name="reconcile",
    help="Finds the numeric claims in several sources and says where they agree and where they don't.",
    epilog="Exit status: 0 clean; 1 findings that --fail-on asks for; 2 bad usage, or an input that could not be read.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
rules_app = typer.Typer(help="The rules in force, and where each comes from.", no_args_is_help=True)
app.add_typer(rules_app, name="rules")

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="Files, folders, .jsonl corpora; - for standard input.")
]
FormatName = Annotated[
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
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes on standard error, only errors.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour, even on a terminal.")]


def main() -> None:
    """The program."""
    app(prog_name="reconcile")


def _guarded(command: Callable[_P, None]) -> Callable[_P, None]:
    """The command with one clear line, not a traceback, for a defect of the program itself."""

    @wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except KeyboardInterrupt:
            raise typer.Exit(_INTERRUPTED) from None
        except Exception as error:
            if os.environ.get("RECONCILE_DEBUG"):
                raise
            hint = "a defect of reconcile: please report it, with the command and what it says with RECONCILE_DEBUG=1"
            console.say(f"internal error: {type(error).__name__}: {error}", hint)
            raise typer.Exit(FAILED) from None

    return run


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


@app.command()
@_guarded
def compare(
    sources: Sources,
    format: FormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    fail_on: FailOn = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Align the claims of several sources and report where they agree and where they don't."""
    desk = console.Desk.opened(config, rules, format, fail_on, output, quiet=quiet, no_color=no_color)
    given, unread = console.read(sources, output)
    if len(given) == 1 and not quiet:
        console.say("note: one source only, so there is nothing to compare it with: every fact is single-source")
    from reconcile import pipeline

    console.finish(pipeline.compare(given, desk.rulebook, desk.track), desk, unread)


@app.command(cls=console.Spreading)
@_guarded
def check(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The article to be published; - for standard input.")],
    against: Annotated[
        list[str], typer.Option("--against", metavar="SOURCE...", help="Files, folders, .jsonl corpora.")
    ],
    format: FormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="LEVEL", help=f"Exit 1 at or above: {', '.join(STATUSES)} [default: {STATUSES[0]}]."
        ),
    ] = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Hold every figure of a draft against its sources."""
    desk = console.Desk.opened(
        config, rules, format, fail_on, output, quiet=quiet, no_color=no_color, levels=STATUSES, default=STATUSES[0]
    )
    checked, given, unread = console.read_draft(draft, against, output)
    from reconcile import pipeline

    console.finish(pipeline.check(checked, given, desk.rulebook, desk.track), desk, unread)


@app.command()
@_guarded
def extract(
    sources: Sources,
    format: FormatName = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    fail_on: FailOn = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Show the claims alone."""
    desk = console.Desk.opened(config, rules, format, fail_on, output, quiet=quiet, no_color=no_color)
    given, unread = console.read(sources, output)
    from reconcile import pipeline

    console.finish(pipeline.extract_all(given, desk.rulebook, desk.track), desk, unread)


@app.command()
@_guarded
def explain(
    sources: Sources,
    claim: Annotated[str | None, typer.Option("--claim", metavar="ID", help="How this claim was read.")] = None,
    fact: Annotated[str | None, typer.Option("--fact", metavar="ID", help="Why its claims stand together.")] = None,
    draft: Annotated[
        str | None, typer.Option("--draft", metavar="DRAFT", help="Check this draft; IDs are those of `check`.")
    ] = None,
    output: Output = None,
    rules: Rules = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Say why a claim was read as it was, why claims were joined, and why the verdict. IDs are those of `compare`."""
    if claim is None and fact is None:
        raise typer.BadParameter("say what to explain", param_hint="--claim ID or --fact ID")
    desk = console.Desk.opened(config, rules, output=output, quiet=quiet)
    checked, given, unread = (
        console.read_draft(draft, sources, output) if draft else (None, *console.read(sources, output))
    )
    from reconcile import pipeline
    from reconcile.explain import UnknownName, explain_claim, explain_fact

    if checked is None:
        report = pipeline.compare(given, desk.rulebook, desk.track)
    else:
        report = pipeline.check(checked, given, desk.rulebook, desk.track)
    try:
        parts = [explain_claim(report, claim, desk.rulebook)] if claim else []
        parts += [explain_fact(report, fact)] if fact else []
    except UnknownName as error:
        console.say(f"error: {error}", "`reconcile compare` with the same sources and `--format json` lists them")
        raise typer.Exit(FAILED) from None
    console.put("\n".join(parts), output)
    raise typer.Exit(FAILED if unread else CLEAN)


@rules_app.command("list")
@_guarded
def list_rules(
    prefix: Annotated[str, typer.Argument(help="Only ids or families that start so, such as en/hedges.")] = "",
    rules: Rules = None,
    config: ConfigFile = None,
) -> None:
    """List the rules in force and where each comes from."""
    from reconcile import explain, rulebook

    console.put(explain.list_rules(rulebook.list_rules(console.rulebook_of(config, rules), prefix)))


@rules_app.command("show")
@_guarded
def show_rule(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, such as hedges.nearly.")],
    rules: Rules = None,
    config: ConfigFile = None,
) -> None:
    """Show one rule: its reason, its fields, its examples, its place."""
    from reconcile import explain, rulebook

    try:
        shown = rulebook.show_rule(console.rulebook_of(config, rules), rule)
    except rulebook.UnknownRule as error:
        console.say(f"error: {error}")
        raise typer.Exit(FAILED) from None
    console.put(explain.explain_rule(shown))


@rules_app.command("test")
@_guarded
def run_rule_examples(
    rules: Rules = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Run the examples of every rule; exit 1 when one does not hold."""
    from reconcile.extract import extract
    from reconcile.rulebook import examples_of, run_examples

    book = console.rulebook_of(config, rules)
    failures = run_examples(book, extract)
    console.put("".join(f"{one.file}:{one.line}: {one.rule}: {one.message}\n  in: {one.text}\n" for one in failures))
    if not quiet:
        console.say(f"{len(examples_of(book))} examples of {len(book.rules)} rules, {len(failures)} failed")
    raise typer.Exit(FOUND if failures else CLEAN)
