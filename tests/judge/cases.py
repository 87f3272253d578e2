"""Claims and groups from a short notation, so that a case of the policy reads like the copy it stands for.

A case is `verdict: report | report`. A report is `source day[Thh:mm] sentence`, its figure in braces with a unit:
`a 3 {At least 12 person} people were killed.` Several figures of one source are several reports of that source.
`@class` at the end names the event, `#kind` the kind. Days are of March 2026; "a+" is a copy of "a".
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from reconcile.facts import Alignment, Claim, Fact, Group, Quantity, Relation, Sentence, Source, When
from reconcile.facts.claim import Kind
from reconcile.facts.quantity import Hedge
from reconcile.judge import judge
from reconcile.rulebook import shipped_rules

_REPORT = re.compile(
    r"(?P<source>[a-z]\+?) (?P<day>\d+)(?P<time>T\d\d:\d\d)? (?P<before>.*?)\{(?P<figure>[^}]*)\}(?P<after>.*)"
)
_FIGURE = re.compile(
    r"(?P<hedge>[A-Za-z ]*?)\s*(?P<figure>\d[\d,.]*)(?:-(?P<top>\d[\d,.]*))?\s?(?P<scale>k|m|bn)?\s(?P<unit>\S+)"
)
_NO_FIGURE = Quantity(None, None, None, "date", "exact", Decimal(1))
_SCALES = {None: 1, "k": 1000, "m": 1_000_000, "bn": 1_000_000_000}
_HEDGES: dict[str, tuple[Hedge, str | None, str | None]] = {
    "": ("exact", "1", "1"),
    "about": ("about", "0.9", "1.1"),
    "some": ("about", "0.9", "1.1"),
    "nearly": ("about", "0.9", "1"),
    "just over": ("about", "1", "1.1"),
    "at least": ("at_least", "1", None),
    "more than": ("more_than", "1", None),
    "up to": ("at_most", None, "1"),
    "fewer than": ("less_than", None, "1"),
}
_MONEY = ("USD", "EUR", "GBP")
_MEASURES = (
    "km",
    "mile",
    "m",
    "ft",
    "mph",
    "km/h",
    "mm",
    "inch",
    "degC",
    "degF",
    "kg",
    "tonne",
    "hectare",
    "acre",
    "magnitude",
    "MW",
    "GW",
)
_DURATIONS = ("minute", "hour", "day", "week", "month", "year")


@dataclass(frozen=True)
class Case:
    """One case of the policy: the verdict, and what the reports say."""

    verdict: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]


def case(line: str) -> Case:
    """A case from its line."""
    verdict, _, reports = line.partition(":")
    claims, sources = zip(*(_report(n, text.strip()) for n, text in enumerate(reports.split(" | "), 1)), strict=True)
    return Case(verdict.strip(), claims, tuple({source.id: source for source in sources}.values()))


def verdict_of(claims: tuple[Claim, ...], sources: tuple[Source, ...]) -> Fact:
    """The fact that claims of one thing make."""
    return judged(claims, sources, [tuple(claim.id for claim in claims)])[0][0]


def judged(
    claims: tuple[Claim, ...], sources: tuple[Source, ...], groups: list[tuple[str, ...]]
) -> tuple[tuple[Fact, ...], tuple[Relation, ...]]:
    """The facts and relations of groups of claim ids."""
    facts, relations, *_ = judge(Alignment(tuple(Group(group) for group in groups)), claims, sources, shipped_rules())
    return facts, relations


def quantity(text: str) -> Quantity:
    """A quantity in the notation of the cases: "at least 12 person", "5-7 day", "1.2m USD"."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    scale = Decimal(_SCALES[found["scale"]])
    figure = Decimal(found["figure"].replace(",", ""))
    step = _step(figure) * scale
    value = figure * scale
    if found["top"]:
        top = Decimal(found["top"].replace(",", "")) * scale
        return Quantity(None, value, top, found["unit"], "range", step)
    hedge, low, high = _HEDGES[found["hedge"].lower()]
    keeps = hedge in ("exact", "about")
    low_value = None if low is None else value * Decimal(low)
    high_value = None if high is None else value * Decimal(high)
    return Quantity(value if keeps else None, low_value, high_value, found["unit"], hedge, step)


def _step(figure: Decimal) -> Decimal:
    if figure != figure.to_integral_value():
        return Decimal(1).scaleb(int(figure.as_tuple().exponent))
    digits = str(int(figure))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")) if figure else 0)


def _report(number: int, text: str) -> tuple[Claim, Source]:
    found = _REPORT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    text, tags = re.subn(r"\s[@#]\w[\w-]*", "", found["after"]), re.findall(r"\s([@#])(\w[\w-]*)", found["after"])
    tagged = dict(tags)
    shown = found["figure"].rsplit(" ", 1)[0] if not found["figure"].startswith("2026") else found["figure"]
    sentence = found["before"] + shown + text[0]
    name = found["source"]
    published = f"2026-03-{int(found['day']):02}{found['time'] or 'T12:00'}:00+00:00"
    source = Source(id=name, text=sentence, published=published, origin=name.rstrip("+"))
    start = len(found["before"])
    date = found["figure"].startswith("2026")
    claim = Claim(
        id=f"c{number}",
        source=name,
        kind="date" if date else _kind(found["figure"].rsplit(" ", 1)[1], tagged.get("#")),
        start=start,
        end=start + len(shown),
        text=shown,
        sentence=Sentence(0, len(sentence), sentence),
        quantity=_NO_FIGURE if date else quantity(found["figure"]),
        when=_when(found["figure"]) if date else None,
        event=tagged.get("@"),
    )
    return claim, source


def _kind(unit: str, stated: str | None) -> Kind:
    if stated:
        return stated  # type: ignore[return-value]
    if unit in _MONEY:
        return "money"
    if unit in ("%", "pp"):
        return "percent"
    return "measure" if unit in _MEASURES or "/" in unit else "duration" if unit in _DURATIONS else "count"


def _when(text: str) -> When:
    first, _, last = text.partition("/")
    return When(text, first, last or first)
