"""Messages to standard error, data to standard output or a file; with every message made inert first."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from reconcile.desk.status import FAILED

if TYPE_CHECKING:
    from reconcile.facts import Problem

_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))  # Windows lacks one
_SIGNALLED = 128  # and the number of the signal: the exit status that shells give


def put(text: str, output: Path | None = None) -> None:
    """Data to a file, or to standard output (None or "-"), in UTF-8. Exit 2 when it cannot be written.

    A reader that has had enough (`| head`) is no error.
    """
    put_each((text,), output)


def put_each(texts: Iterable[str], output: Path | None = None) -> None:
    """Like `put`, of data that comes in pieces: to standard output at once, to a file whole or not at all.

    Where nobody reads standard output any longer, no more pieces are asked for.
    """
    if output is None or str(output) == "-":
        all(map(_shown, texts))
        return
    from reconcile.desk.faults import DeskFault
    from reconcile.desk.output import written

    try:
        with _ended_in_order(), written(output) as stream:
            for text in texts:
                stream.write(text.encode("utf-8"))
    except DeskFault as fault:
        refuse(fault.problems)


def _shown(text: str) -> bool:
    """Whether somebody has read this on standard output. Exit 2 when it cannot be written."""
    try:
        typer.echo(text.encode("utf-8"), nl=False)
    except OSError as error:
        # What is still buffered would fail once more when the interpreter closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            say(f"cannot write to standard output: {error.strerror}", "check the disk, or write to a file with -o")
            raise typer.Exit(FAILED) from None
        return False
    return True


def tell(problems: "Iterable[Problem]") -> None:
    """Each problem with its place and what to do."""
    for problem in problems:
        message, *excerpt = problem.message.splitlines()
        say(f"{problem.place}: {message}", *excerpt, *problem.hint.splitlines())


def say(message: str, *more: str) -> None:
    """A message to standard error; what more there is to say stands indented on lines of its own."""
    from reconcile.report.inert import plain

    typer.echo("\n  ".join(map(plain, (message, *more))), err=True)


def refuse(problems: "Iterable[Problem]") -> NoReturn:
    """Every fault told, and exit 2."""
    tell(problems)
    raise typer.Exit(FAILED)


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """For the import of what needs the libraries of an extra; exit 2 with what to install where one is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library in ("", "reconcile"):
            raise
        say(f"this needs {library}, which is not installed", f"pip install 'reconcile[{extra}]'")
        raise typer.Exit(FAILED) from None


def put_file(text: str | bytes, output: Path) -> None:
    """Data to a file, whole or not at all; exit 2 when it cannot be written."""
    from reconcile.desk.faults import DeskFault
    from reconcile.desk.output import write_file

    try:
        with _ended_in_order():
            write_file(output, text)
    except DeskFault as fault:
        refuse(fault.problems)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """While this lasts, a signal that ends the program lets it tidy up first, as an interrupt from the keys does."""

    def end(number: int, _frame: object) -> NoReturn:
        sys.exit(_SIGNALLED + number)

    usual = [each for each in _ENDINGS if signal.getsignal(each) is signal.SIG_DFL]  # `nohup` has one ignored
    for each in usual:
        signal.signal(each, end)
    try:
        yield
    finally:
        for each in usual:
            signal.signal(each, signal.SIG_DFL)
