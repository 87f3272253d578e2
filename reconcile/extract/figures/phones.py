"""Finds telephone numbers, short codes, web addresses, mail addresses and tags: digits that claim nothing."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reconcile.extract.figures.numeral import word_at
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import WORD, Tokens

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+|[#@][A-Za-z]\w*")
_GROUPS = re.compile(
    r"(?<![\w.,/$€£-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,5}\)[ .-]?)?"
    r"\d{1,5}(?:[ .-]\(?\d{2,5}\)?|-\d{2,8}){0,7}(?![\w%]|[.,-]?\d)"
)
_GROUPED_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
_SERVICE = re.compile(r"[*#]\d+(?:[*#]\d*)*#")
_NORTH_AMERICAN = re.compile(r"(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}")
_FREEPHONE = re.compile(r"1[38]00[ -]\d{3}.*")
_PUT_AT = frozenset({"at", "to"})
_CUE_REACH = 6  # tokens back at which a word such as "call" still makes groups of digits a telephone number
_MIN_DIGITS = 7


def block_addresses(tokens: Tokens, blocked: bytearray, lexicon: Lexicon) -> None:
    """Marks in `blocked` the tokens of links, tags, telephone numbers and service codes; in time linear in the text."""
    for start, end in _spans(tokens, lexicon):
        first, behind = bisect_right(tokens.end, start), bisect_left(tokens.start, end)
        blocked[first:behind] = b"\x01" * (behind - first)


def _spans(tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    text = tokens.text
    begin = tokens.start[0] if tokens.start else 0
    if "@" in text or "#" in text or "www." in text or "://" in text:
        yield from (match.span() for match in _LINK.finditer(text, begin))
        yield from (match.span() for match in _SERVICE.finditer(text, begin))
    cues = lexicon.tables["nonclaims.phones"]
    for i in tokens.numbers:
        match = _GROUPS.match(text, tokens.start[i] - _lead(tokens, i))
        if match and _is_phone(tokens, i, match, cues):
            yield match.span()


def _lead(tokens: Tokens, i: int) -> int:
    """1 where "+" or "(" is glued before the number at token `i`."""
    return 1 if i and tokens.glued[i] and tokens.surface[i - 1] in ("+", "(") else 0


def _is_phone(tokens: Tokens, i: int, match: re.Match[str], cues: frozenset[str]) -> bool:
    written = match.group()
    if len(written) < _MIN_DIGITS or written.isdecimal():
        return False
    digits = sum(map(str.isdigit, written))
    if digits < _MIN_DIGITS:
        return False
    if written[0] == "+" or _NORTH_AMERICAN.fullmatch(written) or _FREEPHONE.fullmatch(written):
        return True
    first = tokens.sentences[tokens.sentence_of(i)][0]
    near = any(word in cues for word in tokens.lower[max(first, i - _CUE_REACH) : i])
    if _GROUPED_THOUSANDS.fullmatch(written):
        return near or written[0] == "0"
    groups = len(re.findall(r"\d+", written))
    return (
        near
        or (written.lstrip("(")[0] == "0" and groups > 1)
        or groups >= 4
        or (groups == 3 and digits >= 9 and "." not in written)
    )


def is_short_code(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    """Is the number at token `i` one to dial or to text: "call 112", "Text NEWS to 80555", "Toll-free line 909"?"""
    digits = tokens.surface[i].replace(" ", "")
    if not digits.isdecimal() or not 3 <= len(digits) <= 6:
        return False
    following = word_at(tokens, i + 1)
    if lexicon.continues_noun(following) and following not in lexicon.tables["nonclaims.dialled.after"]:
        return False
    first = tokens.sentences[tokens.sentence_of(i)][0]
    skipped = lexicon.tables["nonclaims.dialled.between"]
    for at in range(i - 1, max(first, i - _CUE_REACH) - 1, -1):
        word = tokens.lower[at]
        if word in lexicon.tables["nonclaims.dialled"]:
            put = word in lexicon.tables["nonclaims.dialled.named"] and word_at(tokens, i - 1) in _PUT_AT
            return not put  # "puts the number at 740" is no number to call
        if word not in skipped and not (tokens.kind[at] == WORD and tokens.surface[at].isupper()):
            return False
    return False
