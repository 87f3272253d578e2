"""What the explanations share: showing words of a source in their place."""

from collections.abc import Iterator, Sequence

from reconcile.facts import Claim, Source
from reconcile.report.inert import plain
from reconcile.report.positions import Lines, located
from reconcile.rulebook import Rule


def place(claim: Claim, source: Source) -> str:
    """Where a claim stands: file, place in it, offsets, and the id of its source."""
    found = located(source, claim.start, Lines.of(source.text), source.where)
    return plain(f"{found}, characters {claim.start} to {claim.end} ({source.id})")


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
