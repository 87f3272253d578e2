"""What a desk makes of a finding: how grave it is, and whether somebody has vouched for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from reconcile.facts.claim import Kind

Level = Literal["error", "warning", "note", "ignore"]
"""How grave a finding is for the desk, the gravest first; what is ignored is neither shown nor counted."""

Outcome = Literal["contradicted", "unsupported", "undecided", "inconsistent", "few-origins"]
"""What makes a figure need a look, the gravest first: a status against the sources; `inconsistent` with other figures
of the draft; `few-origins` for a supported figure with fewer independent origins than the desk asks for."""

Section = Literal["headline", "quotation", "body"]
"""Where in a draft a figure stands."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The level of an outcome, for some kinds or in some sections alone (empty: all); `place` says where it is set."""

    on: Outcome
    level: Level
    kinds: tuple[Kind, ...] = ()
    sections: tuple[Section, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What a desk asks of its drafts.

    A run fails from the level `fail_on` up ("never": at none); a `strict` one takes each level as one graver. A figure
    is supported without a note from `min_origins` independent origins on. Kinds in `skip` are not looked at. `mends`
    are the slips that may be put right without asking. `places` says of each of these where it is set.
    """

    settings: tuple[Setting, ...] = ()
    fail_on: str = "error"
    strict: bool = False
    min_origins: int = 1
    skip: tuple[Kind, ...] = ()
    mends: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)


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
