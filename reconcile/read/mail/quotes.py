"""The words that the writer of a mail wrote: without quotations of earlier mails and without the signature.

What is quoted is another letter, whose figures an answer does not say again. Where there is nothing but a quotation (a
release that somebody forwards without a word), that is what is read.
"""

import re
from collections.abc import Sequence

_ORIGINAL = re.compile(
    r"\s*-{2,}\s?(?:original message|urspr\u00fcngliche nachricht|message d'origine).{0,60}", re.IGNORECASE
)
_FORWARDED = re.compile(r"\s*-{2,}\s?forwarded message.{0,60}|\s*begin forwarded message:", re.IGNORECASE)
_FIELD = re.compile(
    r"\s*\*?(?:from|sent|date|to|cc|subject|reply-to|von|gesendet|an|betreff|de|objet)\*?:\*?\s.*", re.IGNORECASE
)
_SENDER = re.compile(r"\s*\*?(?:from|von|de)\*?:\*?\s.{1,300}", re.IGNORECASE)
_WROTE = re.compile(r".{0,300}(?:\bwrote|\bschrieb.{0,80}|a \u00e9crit) ?:\s*", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:on|am|le)\s", re.IGNORECASE)
_GREETING = re.compile(r"\s*(?:(?:hi|hello|dear|fyi|see below|for information)\b.{0,60}|[\W_]*)", re.IGNORECASE)
_RULE = re.compile(r"\s*[-_=*]{5,}\s*")
_SIGNATURE = ("-- ", "--")
_LEAST_FIELDS = 3  # lines of a head, by which one is told from prose that says from whom something is


def own_words(text: str) -> str:
    """The writer's own words; those that are passed on where there are no others."""
    lines = text.splitlines()
    cut = next((k for k, line in enumerate(lines) if line in _SIGNATURE), len(lines))
    before, after = _parted(lines[:cut])
    own = _without_quotes(before)
    if not all(_GREETING.fullmatch(line) for line in own):
        return "\n".join(own).strip()
    said = [line for line in own if not _RULE.fullmatch(line)] if after else []
    passed = after or [line.lstrip(">").removeprefix(" ") for line in before]
    return "\n".join(said + _without_quotes(passed)).strip() or text.strip()


def _parted(lines: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """The lines before an earlier mail that hangs below, and that mail without its head."""
    for k, line in enumerate(lines):
        if _FORWARDED.fullmatch(line):
            return lines, []  # what is forwarded is meant to be read
        if _ORIGINAL.fullmatch(line) or (_SENDER.fullmatch(line) and _is_head(lines, k)):
            rest = k + 1
            while rest < len(lines) and (not lines[rest].strip() or _FIELD.fullmatch(lines[rest])):
                rest += 1
            return lines[:k], list(lines[rest:])
    return lines, []


def _is_head(lines: Sequence[str], at: int) -> bool:
    fields = 0
    while at < len(lines) and _FIELD.fullmatch(lines[at]):
        fields, at = fields + 1, at + 1
    return fields >= _LEAST_FIELDS


def _without_quotes(lines: Sequence[str]) -> list[str]:
    """The lines without those behind ">", the line that says who wrote those, and the head of a forwarded mail."""
    kept: list[str] = []
    forwarded = False
    for line in lines:
        if line.startswith(">"):
            while kept and not kept[-1].strip():
                kept.pop()
            del kept[len(kept) - _attribution(kept) :]
            continue
        forwarded = bool(_FORWARDED.fullmatch(line)) or (
            forwarded and (not line.strip() or bool(_FIELD.fullmatch(line)))
        )
        if not forwarded:
            kept.append(line)
    return kept


def _attribution(lines: Sequence[str]) -> int:
    """How many of the last lines say who wrote what is quoted below: "On Monday Ann Ray <ann@example.com> wrote:"."""
    if len(lines) > 1 and _OPENS.match(lines[-2]) and _WROTE.fullmatch(f"{lines[-2]} {lines[-1]}"):
        return 2
    return 1 if lines and _WROTE.fullmatch(lines[-1]) else 0
