"""What stands between a command and the shell: nobody ever sees a traceback."""

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from reconcile import console
from reconcile.console.streams import refuse
from reconcile.desk.status import FAILED

_INTERRUPTED = 130  # 128 and the number of the signal, as shells have it

_P = ParamSpec("_P")


def guarded(command: Callable[_P, None]) -> Callable[_P, None]:
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
            _refuse_rules(error)
            if os.environ.get("RECONCILE_DEBUG"):
                raise
            hint = "a defect of reconcile: please report it, with the command and what it says with RECONCILE_DEBUG=1"
            console.say(f"internal error: {type(error).__name__}: {error}", hint)
            raise typer.Exit(FAILED) from None

    return run


def _refuse_rules(error: Exception) -> None:
    """Ends with what is wrong with a rule where the error is one: some faults show only when rules are compiled."""
    from reconcile.rulebook import RuleFault

    if isinstance(error, RuleFault):
        refuse(error.problems)
