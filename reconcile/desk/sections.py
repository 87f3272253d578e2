"""Where in a draft a figure stands, as far as its text shows: in a headline, in a quotation, or in the body."""

import re

from reconcile.facts import Claim, Source
from reconcile.facts.policy import Section

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_REACH = 4000  # code points: no quotation of real copy goes on for longer inside one paragraph
_OPENING, _CLOSING, _PLAIN = "\u201c", "\u201d", '"'


def section_of(draft: Source, claim: Claim) -> Section:
    """The section of a claim: a Markdown heading or the title's own line is headline, what is quoted is a quotation."""
    begin, end = line_around(draft.text, claim.start, claim.start)
    line = draft.text[begin:end]
    if _HEADING.match(line) or (draft.title and line.strip() == draft.title):
        return "headline"
    return "quotation" if line.lstrip().startswith(">") or _quoted(draft.text, claim.start) else "body"


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the lines that `text[start:end]` touches, without the last one's end."""
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation that opened before in the paragraph is still open."""
    reach = max(0, at - _REACH)
    begin = max(text.rfind("\n\n", reach, at), text.rfind("\n\r\n", reach, at), reach)
    before = text[begin:at]
    return before.count(_OPENING) > before.count(_CLOSING) or before.count(_PLAIN) % 2 == 1
