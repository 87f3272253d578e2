"""One hostile or broken input, and the words that more than one kind of them is made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

MB = 1024**2
STORY = "The fire killed 12 people in the port on Monday, police said. Another 340 were moved to schools."
SECRET = "canary-31337"
"""What stands in the file beside every input: no reader may ever show it."""

BESIDE = "beside.txt"
"""The name of that file."""


@dataclass(frozen=True, slots=True)
class Case:
    """The bytes of an input under a file name; they are made when asked for, and are the same each time."""

    name: str
    make: Callable[[], bytes]


def cases(folder: str, suffix: str, made: Mapping[str, "Callable[[], bytes] | bytes | str"]) -> Iterator[Case]:
    """Inputs of one kind, each named after what it does."""
    for name, how in made.items():
        yield Case(f"{folder}-{name}{suffix}", _maker(how))


def _maker(how: "Callable[[], bytes] | bytes | str") -> Callable[[], bytes]:
    if callable(how):
        return how
    data = how.encode("utf-8", "surrogatepass") if isinstance(how, str) else how
    return lambda: data


def times(
    piece: "bytes | str", count: int, head: "bytes | str" = b"", tail: "bytes | str" = b""
) -> Callable[[], bytes]:
    """A piece over and over, between a head and a tail, made when asked for."""
    first, middle, last = (part.encode() if isinstance(part, str) else part for part in (head, piece, tail))
    return lambda: first + middle * count + last


def nested(
    opening: str, closing: str, depth: int, inside: str = STORY, head: str = "", tail: str = ""
) -> Callable[[], bytes]:
    """A pair of marks within itself, so many levels deep."""

    def make() -> bytes:
        return f"{head}{opening * depth}{inside}{closing * depth}{tail}".encode()

    return make


def numbered(pattern: str, count: int, head: str = "", tail: str = "") -> Callable[[], bytes]:
    """A pattern with the numbers from 0 on in place of its {n}."""

    def make() -> bytes:
        return (head + "".join(pattern.replace("{n}", str(n)) for n in range(count)) + tail).encode()

    return make


def flat(groups: Iterable[Iterable[Case]]) -> tuple[Case, ...]:
    """All inputs of some kinds."""
    return tuple(case for group in groups for case in group)
