"""What a desk makes of a finding: how grave it is, and whether somebody has vouched for it."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note", "ignore"]
"""How grave a finding is for the desk, the gravest first; what is ignored is neither shown nor counted."""

Outcome = Literal["contradicted", "unsupported", "undecided", "few-origins"]
"""What makes a figure need a look; `few-origins` is a supported one with fewer independent origins than asked for."""

Section = Literal["headline", "quotation", "body"]
"""Where in a draft a figure stands."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody's word that a finding may stand: why (`reason`), who (`by`), since when and until when (ISO days).

    `where` is the file that holds it and `line` the line there, None in a baseline, where no line means anything.
    """

    reason: str
    by: str | None
    where: str
    line: int | None = None
    on: str | None = None
    until: str | None = None

    @property
    def told(self) -> str:
        """The waiver in one line: "waived by Jo Doe (draft.md:12): seen the court file"."""
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        since = f", {self.on}" if self.on else ""
        until = f", until {self.until}" if self.until else ""
        return f"waived by {self.by or 'somebody unnamed'} ({place}{since}{until}): {self.reason}"
