"""Colours of the terminal report (from the terminal's own sixteen, so that they fit its theme) and the quote."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rich.text import Text

from reconcile.facts import Claim
from reconcile.report.inert import plain
from reconcile.report.words import STATUSES, VERDICTS, Word, quote

DIM = "dim"
TITLE = "bold"
COLORS: Mapping[str, str] = MappingProxyType(
    {
        "discrepancy": "bold red",
        "undecided": "magenta",
        "updated": "yellow",
        "compatible": "cyan",
        "agree": "green",
        "single-source": DIM,
        "contradicted": "bold red",
        "unsupported": "yellow",
        "supported": "green",
    }
)

_WORDS: Mapping[str, Word] = MappingProxyType(dict[str, Word]([*VERDICTS.items(), *STATUSES.items()]))


class Brush(NamedTuple):
    """What the rows need to know of the screen."""

    color: bool
    width: int

    def quote(self, claim: Claim, room: int) -> Text:
        """The sentence in quotation marks with its figure set off, by asterisks where there is no colour."""
        before, figure, after = (plain(part) for part in quote(claim, room))
        mark = "" if self.color else "*"
        return Text.assemble("“", before, mark, (figure, "bold underline"), mark, after, "”", overflow="fold")


def sign(mark: str, name: str) -> Text:
    """Sign and word of what has no status of its own, coloured as one to look at."""
    return Text(f"{mark} {name}", style=COLORS["unsupported"], no_wrap=True)


def outcome(name: str) -> Text:
    """A verdict or status as sign and word, coloured."""
    word = _WORDS[name]
    return Text(f"{word.sign} {word.name}", style=COLORS[name], no_wrap=True)
