"""`reconcile rules list`, `rules show` and `rules test`."""

from typing import Annotated

import typer

from reconcile import console
from reconcile.cli.options import ConfigFile, Quiet, Rules
from reconcile.desk.status import CLEAN, FAILED, FOUND


def list_rules(
    prefix: Annotated[str, typer.Argument(help="Only ids or families that start so, such as en/hedges.")] = "",
    rules: Rules = None,
    config: ConfigFile = None,
) -> None:
    """List the rules in force and where each comes from."""
    from reconcile import explain, rulebook

    console.put(explain.list_rules(rulebook.list_rules(console.rulebook_of(config, rules), prefix)))


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


def run_examples(
    rules: Rules = None,
    config: ConfigFile = None,
    quiet: Quiet = False,
) -> None:
    """Run the examples of every rule; exit 1 when one does not hold."""
    from reconcile.extract import extract
    from reconcile.rulebook import examples

    book = console.rulebook_of(config, rules)
    failures = examples.run_examples(book, extract)
    console.put("".join(f"{one.file}:{one.line}: {one.rule}: {one.message}\n  in: {one.text}\n" for one in failures))
    if not quiet:
        console.say(f"{len(examples.examples_of(book))} examples of {len(book.rules)} rules, {len(failures)} failed")
    raise typer.Exit(FOUND if failures else CLEAN)
