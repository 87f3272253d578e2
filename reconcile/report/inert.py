"""Makes the words of a source safe to show: in no medium may they act, only be read.

Every renderer passes whatever came from outside (texts, titles, paths, labels built from them) through one of these
functions. They never change a visible character of honest text.
"""

import re

# What breaks a line or moves the cursor along it is white space; U+2028 and U+2029 break lines in some programs.
_BREAKS = r"\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029"
# C0 and C1 controls: ESC and its one-byte forms open the sequences that steer a terminal.
# Lone surrogates fit no encoding.
_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
# Bidi marks, overrides and isolates, zero-width and filler characters, interlinear, tag characters: what can reorder
# or hide text. (Variation selectors stay: emoji need them.)
_HIDDEN = (
    r"\U000e0000-\U000e007f"
    r"\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)

_BREAK = re.compile(f"[{_BREAKS} ]+")
_CONTROL = re.compile(f"[{_CONTROLS}]")
_UNSEEN = re.compile(f"[{_HIDDEN}]")
_JSON_ESCAPED = re.compile(f"[{_BREAKS}{_CONTROLS}{_HIDDEN}]")

_NO_XML = re.compile("[\ufffe\uffff]")

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~&$#]")
_LIST_OR_HEADING = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)](?:\s|$)))")
# After these an invisible joiner keeps GitHub from notifying a person or making a link.
_LINKED = re.compile(r"@(?=\w)|\bwww(?=\.)|:(?=//)", re.IGNORECASE)
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last four: their full-width forms


def plain(text: str) -> str:
    """One line of plain text for a terminal: controls show as U+FFFD, what hides or reorders is gone."""
    return _BREAK.sub(" ", _CONTROL.sub("\ufffd", _UNSEEN.sub("", text)))


def markdown(text: str) -> str:
    """Plain text that Markdown (GitHub's included) shows as it stands: no markup, HTML, link or mention."""
    marked = _LIST_OR_HEADING.sub(_guard_start, _MARKS.sub(r"\\\g<0>", plain(text)))
    return _LINKED.sub("\\g<0>\u2060", marked)


def cell(text: str) -> str:
    """Plain text for a spreadsheet's cell; an apostrophe keeps it from being a formula."""
    safe = plain(text)
    return f"'{safe}" if text[:1] in ("\t", "\r", "\n") or safe.lstrip().startswith(_FORMULA) else safe


def xml(text: str) -> str:
    """Plain text for XML 1.0, which has no form for these two characters; its writer escapes the rest."""
    return _NO_XML.sub("\ufffd", plain(text))


def json_text(encoded: str) -> str:
    r"""Encoded JSON with every steering character written as a \uXXXX escape: the same value, inert on a terminal.

    A lone surrogate, for which JSON that is to be exchanged has no form (RFC 8259, section 8.2), becomes U+FFFD.
    """
    if encoded.isascii() and encoded.isprintable():  # as most texts are: nothing to look for
        return encoded
    return _JSON_ESCAPED.sub(_escape, encoded)


def _guard_start(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}"


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    units = ("\ufffd" if "\ud800" <= char <= "\udfff" else char).encode("utf-16-be")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
