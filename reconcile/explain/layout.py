"""What the explanations share: finding what is asked for, and showing words of a source in their place."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from reconcile.facts import Claim, Fact, Source
from reconcile.report.inert import plain
from reconcile.report.positions import Lines
from reconcile.rulebook import Rule

_Item = TypeVar("_Item", Claim, Fact)


class UnknownName(LookupError):
    """The report has no claim or fact of this id; the message says which ids it has."""


def pick(items: Sequence[_Item], name: str, what: str) -> _Item:
    """The item with this id; `what` is what to call it. Raises UnknownName."""
    for item in items:
        if item.id == name:
            return item
    known = f"the report has {items[0].id} to {items[-1].id}" if items else f"the report has no {what}s"
    raise UnknownName(f"no {what} {plain(name)!r}: {known}")


def place(claim: Claim, source: Source) -> str:
    """Where a claim stands: file, line (from 1) and offsets, and the id of its source."""
    where = source.path or source.url or source.id
    line = Lines.of(source.text).line(claim.start)
    return plain(f"{where}:{line}, characters {claim.start} to {claim.end} ({source.id})")


def marked(text: str, start: int, end: int, first: int, last: int) -> str:
    """The text from `first` to `last` with `start` to `end` in double brackets."""
    before, words, after = plain(text[first:start]), plain(text[start:end]), plain(text[end:last])
    return f"{before}[[{words}]]{after}".strip()


def evidence(claim: Claim, source: Source) -> Iterator[str]:
    """A claim in two lines: its words and place, and its sentence."""
    yield f'  {claim.id}  "{plain(claim.text)}"  {place(claim, source)}'
    yield f"      {marked(source.text, claim.start, claim.end, claim.sentence.start, claim.sentence.end)}"


def section(title: str, lines: Sequence[str]) -> Sequence[str]:
    """A blank line, the title and the lines; nothing where there are no lines."""
    return ["", title, *lines] if lines else []


def provenance(rule: Rule) -> str:
    """Where a rule stands, the layer it belongs to, and the rule that it replaces."""
    over = f", replaces {rule.replaces}" if rule.replaces else ""
    return plain(f"{rule.file}:{rule.line} ({rule.layer}{over})")
