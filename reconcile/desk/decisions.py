"""The decisions file: an editor's own word that two claims are the same fact or are not, with who, when and why.

TOML, made to be kept under version control. A decision names its claims by their words, not by their places, so that it
holds as long as the two sentences stand somewhere in the sources:

    [[decision]]
    says = "same"                             # or "not-same"
    by = "Jo Doe"
    at = "2026-03-11T18:40:00+00:00"
    why = "both are the number of seats"
    claims = [
        { figure = "600", sentence = "The hall was licensed for 600." },
        { figure = "450", sentence = "A venue for 450 guests at most.", nth = 0 },
    ]
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from reconcile.desk.faults import DeskFault
from reconcile.desk.toml import entries_of, readable
from reconcile.facts import Claim, Problem, Quote, Ruling

SAME, OTHER = "same", "not-same"
_TEXTS = ("by", "at", "why")
_KINDS = {"money": "sum of money", "percent": "percentage", "age": "person's age"}
_FORM = 'write says = "same" or "not-same", by, at, why, and claims = two of { figure = "...", sentence = "..." }'


def read_decisions(path: Path) -> tuple[Ruling, ...]:
    """The decisions of a file in order; none where there is no such file. Raises DeskFault with every fault of it."""
    return decisions_of(text_of(path), path)


def text_of(path: Path) -> str:
    """The text of a decisions file, "" where there is none yet. Raises DeskFault."""
    text = ""
    with readable(path, "the decisions", "check the path"), suppress(FileNotFoundError):
        text = path.read_text(encoding="utf-8-sig")
    return text


def decisions_of(text: str, path: Path) -> tuple[Ruling, ...]:
    """The decisions in a text; `path` is what to call it. Raises DeskFault with every fault."""
    read = [_ruling(entry, path, line) for entry, line in entries_of(text, path, "decision", _FORM)]
    if faults := [each for each in read if isinstance(each, Problem)]:
        raise DeskFault(*faults)
    return tuple(each for each in read if isinstance(each, Ruling))


def with_decision(text: str, ruling: Ruling) -> str:
    """The text of a decisions file with one more decision at its end; what stands there stays as it is."""
    import tomlkit

    claims = tomlkit.array().multiline(multiline=True)
    for quote in ruling.claims:
        claims.append(_inline(quote))
    entry = tomlkit.table()
    entry.update({"says": SAME if ruling.same else OTHER, "by": ruling.by, "at": ruling.at, "why": ruling.why})
    entry.add("claims", claims)
    fresh = tomlkit.document()
    fresh.add("decision", tomlkit.aot())
    fresh["decision"].append(entry)
    return "\n\n".join(filter(None, (text.rstrip(), tomlkit.dumps(fresh).strip()))) + "\n"


def without_decision(text: str, number: int) -> str:
    """The text of a decisions file without its decision `number`, counted from 1. Raises IndexError."""
    import tomlkit

    document = tomlkit.parse(text)
    entries: Any = document.get("decision", [])
    if not 1 <= number <= len(entries):
        raise IndexError(number)
    del entries[number - 1]
    return tomlkit.dumps(document).strip() + "\n" if entries else ""


def unlike(first: Claim, second: Claim) -> str:
    """What to tell an editor who takes two claims of different kinds for one fact; empty where the kinds are one."""
    if first.kind == second.kind:
        return ""
    a, b = (f"“{each.text}” is a {_KINDS.get(each.kind, each.kind)} ({each.quantity.unit})" for each in (first, second))
    return f"{a}, {b}: one fact on your word alone"


def _inline(quote: Quote) -> Any:
    import tomlkit

    claim = tomlkit.inline_table()
    claim.update({"figure": quote.figure, "sentence": quote.sentence})
    if quote.nth:
        claim["nth"] = quote.nth
    return claim


def _ruling(entry: object, path: Path, line: int | None) -> Ruling | Problem:
    try:
        return _checked(entry, path, line)
    except _Misfit as misfit:
        return Problem(str(path), line, f"this decision {misfit}", _FORM)


class _Misfit(Exception):
    """What is wrong with a decision."""


def _checked(entry: object, path: Path, line: int | None) -> Ruling:
    if not isinstance(entry, dict):
        raise _Misfit("is no table")
    if entry.get("says") not in (SAME, OTHER):
        raise _Misfit(f"says neither {SAME} nor {OTHER}")
    for key in _TEXTS:
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise _Misfit(f"has no `{key}`")
    claims = entry.get("claims")
    if not isinstance(claims, list) or len(claims) != 2:
        raise _Misfit("does not name two claims")
    first, second = _quotes(claims)
    by, at, why = (entry[key] for key in _TEXTS)
    return Ruling((first, second), entry["says"] == SAME, by, at, why, str(path), line)


def _quotes(claims: Sequence[object]) -> tuple[Quote, ...]:
    return tuple(_quote(claim) for claim in claims)


def _quote(claim: object) -> Quote:
    given: Mapping[str, Any] = claim if isinstance(claim, dict) else {}
    figure, sentence, nth = given.get("figure"), given.get("sentence"), given.get("nth", 0)
    if not (isinstance(figure, str) and isinstance(sentence, str) and isinstance(nth, int)):
        raise _Misfit("names a claim without figure and sentence")
    return Quote(" ".join(figure.split()), " ".join(sentence.split()), nth)
