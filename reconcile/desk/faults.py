"""What went wrong at the desk's own files."""

from reconcile.facts import Problem


class DeskFault(Exception):
    """A configuration or an output file that cannot be used; `problems` names every fault, with what to do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
