"""What may be fetched, and what becomes of it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Web:
    """How addresses are read: not at all (`offline`), also inside one's own network (`private`), and where the bytes
    are kept, so that the evidence lasts when the page does not (`keep`, a folder)."""

    offline: bool = False
    private: bool = False
    keep: Path | None = None


ASKED = Web()
"""An address that was given is fetched from the public internet, and its bytes are not kept."""

OFFLINE = Web(offline=True)
"""Nothing is fetched: for an editor, where opening a draft must not reach out to what the draft names."""
