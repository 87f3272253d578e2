"""A decision in words: the short message of a fact and the steps behind its verdict."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from reconcile.facts import Claim, Reason
from reconcile.judge.likeness import figure_key
from reconcile.judge.pairs import Item, Pair, altered_copy
from reconcile.judge.verdicts import Decision

_NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MOST = 50
_STEPS = {
    "same": ("equal", "{a} and {b} are the same figure"),
    "converted": ("conversion", "{a} and {b} are the same figure at the precision stated"),
    "rounding": ("rounding", "{a} and {b}: one is the other, rounded"),
    "overlap": ("bounds", "{a} and {b} can both be true"),
    "incomparable": ("units", "{a} and {b} do not convert into one another"),
}


def message(decision: Decision, items: Sequence[Item]) -> str:
    """The verdict in a few words, figures as written: "both say 1,000", "12 km against 10 km (x1.2)"."""
    if decision.verdict == "discrepancy":
        copied = next(filter(altered_copy, decision.conflicts), None)
        return f"{against(copied)} in copies of one text" if copied else against(decision.conflicts[0])
    if decision.verdict == "undecided" and decision.conflicts:
        return f"{against(decision.conflicts[0])}, if both are of the same thing"
    if decision.verdict in ("agree", "compatible"):
        return _fitting(decision, items)
    texts = _surfaces(item.claim for item in items)
    if decision.verdict == "updated":
        return " -> ".join(texts)
    if decision.verdict == "single-source":
        articles = len({item.claim.source for item in items})
        told = "one source only" if articles == 1 else f"{numeral(articles)} articles, one origin"
        return f"{told}: {', '.join(texts)}"
    return f"can't be compared: {', '.join(texts)}"


def _fitting(decision: Decision, items: Sequence[Item]) -> str:
    """The figures that agree or fit together, and apart from them those that compare with none."""
    paired, met = set[str](), set[str]()
    for pair in decision.pairs:
        both = {pair.earlier.claim.id, pair.later.claim.id}
        paired |= both
        if pair.likeness.kin != "incomparable":
            met |= both
    fitting = [item for item in items if item.claim.id not in paired - met]
    alone = _surfaces(item.claim for item in items if item.claim.id in paired - met)
    texts, origins = _surfaces(item.claim for item in fitting), len({item.origin for item in fitting})
    if decision.verdict == "agree":
        told = f"{'both' if origins == 2 else 'all ' + numeral(origins)} say {' = '.join(texts)}"
    else:
        told = f"{' and '.join(texts) if len(texts) == 2 else ', '.join(texts)} fit together"
    return f"{told}; {', '.join(alone)} can't be compared" if alone else told


def against(pair: Pair) -> str:
    """Two figures that contradict each other, with the larger as a multiple of the smaller where that tells a thing."""
    ratio = pair.likeness.ratio
    times = f" (x{_short(ratio)})" if ratio is not None and ratio > 1 else ""
    return f"{pair.earlier.claim.text} against {pair.later.claim.text}{times}"


def reasons(decision: Decision) -> tuple[Reason, ...]:
    """The steps of a verdict, the weightiest first: contradictions, updates, then what fits.

    Of each sort the first fifty are told; in a group of hundreds of claims the rest says the same again.
    """
    return tuple(_unique(_steps(decision)))


def numeral(number: int) -> str:
    """A small number as a word, a larger one in figures."""
    return _NUMERALS[number] if number < len(_NUMERALS) else str(number)


def _steps(decision: Decision) -> Iterator[Reason]:
    for pair in decision.conflicts[:_MOST]:
        if altered_copy(pair):
            yield Reason("copy", 0.0, f"{_gap(pair)}, in nearly the same words of one text")
        else:
            yield Reason("apart", 0.0, _gap(pair))
    for pair in decision.updates[:_MOST]:
        yield Reason("updated", 0.0, f"{pair.earlier.claim.text} -> {pair.later.claim.text}: {pair.excuse}")
    for pair in decision.pairs[: _MOST * _MOST]:
        if pair.likeness.kin in _STEPS and pair.excuse is None:
            name, words = _STEPS[pair.likeness.kin]
            rate = f", at the rate given in {pair.likeness.rate}" if pair.likeness.rate else ""
            yield Reason(name, 0.0, words.format(a=pair.earlier.claim.text, b=pair.later.claim.text) + rate)


def _gap(pair: Pair) -> str:
    """Both figures with the place of each, and how far they are apart."""
    a, b = pair.earlier.claim, pair.later.claim
    told = f"{a.text} ({a.source}) against {b.text} ({b.source})"
    gap = pair.likeness.gap
    return told if gap is None else f"{told}: {_short(abs(gap))} {b.quantity.unit} apart"


def _surfaces(claims: Iterable[Claim]) -> list[str]:
    """The figures as written, each figure once, in the order of the claims."""
    texts: dict[object, str] = {}
    for claim in claims:
        texts.setdefault(figure_key(claim), claim.text)
    return list(dict.fromkeys(texts.values()))


def _unique(found: Iterable[Reason]) -> list[Reason]:
    return list({(reason.name, reason.detail): reason for reason in found}.values())


def _short(number: Decimal) -> str:
    """A number to three digits, a large one to its last whole one, without an exponent."""
    rounded = Decimal(f"{number:.0f}" if number >= 1000 else f"{number:.3g}")
    return f"{rounded.to_integral_value():,f}" if rounded == rounded.to_integral_value() else f"{rounded:f}"
