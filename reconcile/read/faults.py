"""What went wrong with an input, told so that its owner can mend it."""

from reconcile.facts import Problem


class ReadError(Exception):
    """An input that could not be read; `problem` says which, where in it, why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.where}: {problem.message} ({problem.hint})")
        self.problem = problem


class ReadWarning(UserWarning):
    """An input was read, but something in it could not be used; its argument is the ReadError that says what."""


def unreadable(where: str, message: str, hint: str, line: int | None = None) -> ReadError:
    """A ReadError about the input `where`."""
    return ReadError(Problem(where=where, line=line, message=message, hint=hint))
