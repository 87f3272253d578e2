"""Claims as extraction would hand them over, written down by hand: what alignment reads and nothing else."""

import re
from collections.abc import Sequence
from decimal import Decimal

from reconcile.facts import Claim, Context, Quantity, Sentence, When

_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset({"the", "and", "were", "was", "had", "has", "have", "are", "for", "from", "with", "that"})


def claim(
    name: str,
    source: str,
    text: str,
    figure: str,
    *,
    start: int = 0,
    unit: str = "person",
    kind: str = "count",
    head: str = "",
    measure: str | None = None,
    event: str | None = None,
    value: str | None = None,
    hedge: str = "exact",
    when: When | None = None,
    as_of: str | None = "2026-05-02",
    scope: str = "total",
    change: str = "none",
    equivalent_of: str | None = None,
    lemmas: Sequence[str] = (),
) -> Claim:
    """The claim of `figure` in the sentence `text`, which starts at `start`; `lemmas` replace its words in order."""
    found = [m for m in _WORD.finditer(text) if m.group().lower() not in _STOP]
    words = tuple(
        (start + m.start(), (lemmas[n] if n < len(lemmas) else m.group().lower())) for n, m in enumerate(found)
    )
    at = text.index(figure)
    number = None if kind == "date" else Decimal(value if value is not None else figure.replace(",", ""))
    low, high = (number, None) if hedge == "at_least" else (number, number)
    step = Decimal(1) if number is None else Decimal(10) ** (len(str(abs(number))) - len(str(abs(number)).rstrip("0")))
    return Claim(
        id=name,
        source=source,
        kind=kind,  # type: ignore[arg-type]
        start=start + at,
        end=start + at + len(figure),
        text=figure,
        sentence=Sentence(start, start + len(text), text),
        quantity=Quantity(None if hedge == "at_least" else number, low, high, unit, hedge, step),  # type: ignore[arg-type]
        change=change,  # type: ignore[arg-type]
        noun=head or None,
        measure=measure,
        event=event,
        scope=scope,  # type: ignore[arg-type]
        when=when,
        as_of=as_of,
        equivalent_of=equivalent_of,
        context=Context(head=head, classes=tuple(filter(None, (event, measure))), words=words, paragraph=2),
    )
