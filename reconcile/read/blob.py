"""What passes between the steps of reading: a file's bytes, and what a reader makes of them."""

import hashlib
from dataclasses import dataclass

from reconcile.facts import Problem, Source


@dataclass(frozen=True, slots=True)
class Blob:
    """The bytes of one input: `where` as it was given ("-" for standard input), `suffix` in lower case with its dot.

    `charset` is the encoding that came with the bytes from outside (an HTTP or mail header), `url` the address they
    were fetched from, `kept` the path under which they have been kept.
    """

    where: str
    suffix: str
    data: bytes
    charset: str | None = None
    url: str | None = None
    kept: str | None = None

    @property
    def sha256(self) -> str:
        """The digest of the bytes in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of one input, and what was wrong in it. A source's id is empty where the input names none."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()
