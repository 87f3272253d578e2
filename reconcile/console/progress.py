"""How far the work has come, as a bar on the terminal's last line, which goes when the work is done."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

_Item = TypeVar("_Item")


def with_bar(items: Sequence[_Item], noun: str) -> Iterator[_Item]:
    """The items one by one, and on standard error a bar that counts them; what is told meanwhile stands above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(separator=" of "), TextColumn(noun), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield from bar.track(items)
