"""How a report is to be shown: the few choices that belong to the screen and not to the answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """`width` is the number of columns of the screen; `color` allows ANSI styles. Only the table heeds them."""

    width: int = 100
    color: bool = False
