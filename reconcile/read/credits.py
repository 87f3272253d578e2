"""What an article's own words say of its origin and of its state: credits, corrections, embargoes.

They stand in the first and last paragraphs, in wordings that outlets share; what is found is quoted, never weighed.
"""

import re

from reconcile.read.meta import distinct, short

_EDGE = 4000
"""Characters at each end of an article in which its credits and notes stand."""

_OURS = "(?:report|story|article|dispatch)"
_NAMES = r"[^\W\d_a-z][^.;:()\n\[\]]{1,120}"
_CREDITS = (  # each behind words without which it need not be tried
    (" contributed to this ", re.compile(rf"({_NAMES}?) (?:also |has |have )?contributed to this {_OURS}")),
    ("ith ", re.compile(rf"[Ww]ith (?:additional )?(?:reporting|material|files) (?:by|from) ({_NAMES})")),
    ("dditional reporting ", re.compile(rf"[Aa]dditional reporting (?:by|from) ({_NAMES})")),
    (":", re.compile(rf"^(?:Sources?|Agencies|Agency) ?: ?({_NAMES})$")),
)
_JOINTS = re.compile(r",? and |, | & |/| \+ ")
_MARKS = " *_-\u2022()[]\t"
_PLACED = re.compile(r" in [^\W\d_a-z].*")
_NOTES = (
    re.compile(
        r"(?:this|the|an?) (?:earlier|previous|original|first) version of (?:this|the) (?:story|article|report|piece"
        r"|post|item|headline)\b",
        re.IGNORECASE,
    ),
    # "The report was amended" and "the report said" are news; what is said of "this report" is said of the text itself.
    re.compile(
        r"(?:this (?:story|article|report|piece|post|item|headline|version)|the (?:story|headline|version))\b.{0,40}?"
        r"\b(?:corrected|corrects|amended|clarified|misstated|incorrectly|wrongly|misspelled|withdrawn|retracted"
        r"|updated to (?:correct|reflect|clarify))\b",
        re.IGNORECASE,
    ),
    re.compile(r"corrections?(?: and clarifications)? ?(?:\([^()]{1,40}\) ?)?[:,\u2013\u2014-]", re.IGNORECASE),
    re.compile(r"(?:clarification ?:|editor[\u2019']s note\b)", re.IGNORECASE),
    re.compile(r"(?:strictly )?(?:under )?(?:an? )?(?:strict )?embargo(?:ed)?\b.{0,30}(?:until|\d)", re.IGNORECASE),
    re.compile(r"not for (?:publication|release|broadcast) (?:before|until)", re.IGNORECASE),
)


def credits_of(text: str) -> tuple[str, ...]:
    """The agencies and people whom an article credits besides its author, in the order in which they are named."""
    lines = _lines(text)
    found = (match[1] for cue, pattern in _CREDITS for line in lines if cue in line for match in pattern.finditer(line))
    names = (_PLACED.sub("", name.strip(_MARKS)) for told in found for name in _JOINTS.split(told))
    return tuple(dict.fromkeys(name for name in names if name[:1].isupper()))


def notes_of(text: str) -> tuple[str, ...]:
    """The notes on embargo and correction in an article, each as its paragraph has it."""
    return distinct(short(line) for line in _lines(text) if any(pattern.match(line) for pattern in _NOTES))


def _lines(text: str) -> list[str]:
    """The lines at both ends of a text, without the marks of a list or of emphasis around them."""
    edges = text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}"
    return [line.strip(_MARKS) for line in edges.splitlines()]
