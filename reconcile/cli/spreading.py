"""An option that takes several values: `--against a.txt b.txt`."""

from collections.abc import Iterator, Sequence
from typing import Any

from typer.core import TyperCommand

_STDIN = "-"


class Spreading(TyperCommand):
    """A command whose option --against takes all values up to the next option: `--against a.txt b.txt`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As for any command, with the option repeated before each of its values."""
        return super().parse_args(ctx, list(_spread(args, "--against")))


def _spread(args: Sequence[str], option: str) -> Iterator[str]:
    taking = False
    for before, arg in zip(("", *args), args, strict=False):
        if arg == option or (arg.startswith("-") and arg != _STDIN):
            taking = arg == option
        elif taking and before != option:
            yield option
        yield arg
