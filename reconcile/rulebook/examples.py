"""The examples that rules carry, run against the extractor: what each must fire on, and where it must stay silent.

An example holds when some claim of its text meets all the fields it states and names the rule in its trail; a silent
example holds when no claim of its text names the rule, and for a rule of non-claims, which never becomes part of a
claim, when nothing at all is read. Only the families that reading is done by (languages and units) have examples.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reconcile.facts import Claim, Source
from reconcile.rulebook.families import is_language
from reconcile.rulebook.rule import Rule, Rulebook

BACKGROUND = frozenset({"modifiers", "forms", "places", "abbreviations", "verbs", "revision", "scope", "tables"})
"""Word lists that help to read a sentence but never make a claim by themselves: no trail names them, so that their
examples are held to the fields alone."""

Extract = Callable[[Source, Rulebook], tuple[Claim, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule. `expected` holds the fields a claim must have; it is None for a silent example."""

    rule: Rule
    text: str
    expected: Mapping[str, Any] | None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not hold: whose it is, where that rule stands, and what came out instead."""

    rule: str
    file: str
    line: int
    text: str
    message: str


def run_examples(rulebook: Rulebook, extract: Extract) -> tuple[ExampleFailure, ...]:
    """The failures among all examples of the rules in force; none when every rule does as it says."""
    found = (run_example(example, rulebook, extract) for example in examples_of(rulebook))
    return tuple(failure for failure in found if failure is not None)


def examples_of(rulebook: Rulebook) -> tuple[Example, ...]:
    """Every example of every rule that text is read by, in the order of the rules."""
    return tuple(example for rule in rulebook.rules if _reads_text(rule) for example in _carried(rule))


def run_example(example: Example, rulebook: Rulebook, extract: Extract) -> ExampleFailure | None:
    """What is wrong with one example, None when it holds."""
    source = Source.from_text(example.text, id="example", published=example.published)
    claims = extract(source, rulebook)
    message = _fired(example, claims) if example.expected is None else _missed(example, example.expected, claims)
    if message is None:
        return None
    rule = example.rule
    return ExampleFailure(rule=rule.id, file=rule.file, line=rule.line, text=example.text, message=message)


def _reads_text(rule: Rule) -> bool:
    folder = rule.family.partition("/")[0]
    return folder == "units" or is_language(folder)


def _carried(rule: Rule) -> Iterator[Example]:
    for stated in rule.examples:
        expected = {key: value for key, value in stated.items() if key not in ("text", "published")}
        yield Example(rule, stated["text"], expected, stated.get("published"))
    for text in rule.silent:
        yield Example(rule, text, None)


def _fired(example: Example, claims: tuple[Claim, ...]) -> str | None:
    nothing = example.rule.family.endswith("/nonclaims")
    wrong = [claim for claim in claims if nothing or _names(claim, example.rule)]
    return f"must stay silent, yet read {wrong[0].text!r}" if wrong else None


def _missed(example: Example, expected: Mapping[str, Any], claims: tuple[Claim, ...]) -> str | None:
    if not claims:
        return "no claim was read"
    apart = [(claim, _differences(expected, claim)) for claim in claims]
    meeting = [claim for claim, differences in apart if not differences]
    if not meeting:
        nearest, differences = min(apart, key=lambda pair: len(pair[1]))
        return f"read {nearest.text!r} with " + ", ".join(differences)
    if _is_background(example.rule) or any(_names(claim, example.rule) for claim in meeting):
        return None
    return f"read {meeting[0].text!r} by other rules: " + ", ".join(step.rule for step in meeting[0].trail)


def _is_background(rule: Rule) -> bool:
    return rule.family.rpartition("/")[2] in BACKGROUND


def _names(claim: Claim, rule: Rule) -> bool:
    return any(step.rule == rule.id for step in claim.trail)


def _differences(expected: Mapping[str, Any], claim: Claim) -> list[str]:
    read = _read(claim)
    return [f"{key} {read[key]} not {value}" for key, value in expected.items() if not _same(value, read[key])]


def _read(claim: Claim) -> dict[str, object]:
    """A claim under the names that examples use."""
    quantity, when = claim.quantity, claim.when
    return {
        "surface": claim.text,
        "kind": claim.kind,
        "value": quantity.value if quantity else None,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "unit": quantity.unit if quantity else None,
        "hedge": quantity.hedge if quantity else None,
        "change": claim.change,
        "noun": claim.noun,
        "scope": claim.scope,
        "standing": claim.standing,
        "speaker": claim.speaker,
        "event": claim.event,
        "first": when.first if when else None,
        "last": when.last if when else None,
    }


def _same(expected: object, read: object) -> bool:
    """Equal; a number with decimals need only be equal at the decimals written, so that a third can be stated."""
    if isinstance(expected, Decimal) and isinstance(read, Decimal):
        return expected == read or (read % 1 != 0 and round(read, _decimals(expected)) == expected)
    return expected == read


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
