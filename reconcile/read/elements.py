"""Elements of marked-up text as xml.etree and lxml have them: their names, and whether a page shows them."""

import re
from typing import Any

Element = Any
"""tag, text, tail, get(), iter(), and its children by iteration."""

_UNREAD = (
    "audio button canvas datalist del dialog embed graphic iframe input link math media meta noscript object option"
    " picture s script select strike style svg template textarea title video"
)
_SKIPPED = frozenset(_UNREAD.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def name_of(element: Element) -> str:
    """The local name of an element in lower case, empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def shown(element: Element) -> bool:
    """Whether a page shows an element, as far as it says so itself, and as part of its valid text."""
    name = name_of(element)
    return bool(name) and name not in _SKIPPED and not hidden(element)


def hidden(element: Element) -> bool:
    """Whether an element says that it is not to be seen; what a script brings in later (React's streaming) is."""
    if element.get("hidden") is not None:
        return not (element.get("id") or "").startswith("S:")
    return bool(_HIDDEN.search(element.get("style") or ""))


def remove(element: Element) -> None:
    """Takes an element of lxml out of its tree; the text that follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)
