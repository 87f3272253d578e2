"""What a loaded rule is, and what a set of them offers to the steps that read text by it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Self

from reconcile.facts import Problem

_FROZEN = frozenset({str, int, bool, Decimal})


class RuleFault(ValueError):
    """Rule files that can't be used: `problems` names every fault of the load, each with its file and line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(_shown(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule in force.

    `family` is the path of its file under the rules folder without the ending ("en/hedges"), `file` and `line` where it
    stands, `layer` the folder it was loaded from ("shipped" for the program's own) and `replaces` the place
    ("file:line") of the rule of the same id that it took over from. `fields` holds everything but id, why, examples,
    silent and enabled; its numbers are int or Decimal, its lists tuples, its tables read-only mappings.
    """

    id: str
    family: str
    why: str
    file: str
    line: int
    fields: Mapping[str, Any] = field(hash=False)
    examples: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    silent: tuple[str, ...] = ()
    layer: str = "shipped"
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules in force, in reading order. Two rulebooks are equal, and hash alike, when their digests are the same.

    `digest` is "sha256:" and the hash over the content of the rules, whatever their order or layout in the files; so a
    rulebook can key a cache of whatever is compiled from it.
    """

    digest: str
    rules: tuple[Rule, ...] = field(compare=False, repr=False)
    _families: Mapping[str, tuple[Rule, ...]] = field(compare=False, repr=False)
    _ids: Mapping[str, Rule] = field(compare=False, repr=False)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """A rulebook of checked rules, ids unique."""
        kept = tuple(rules)
        families: dict[str, list[Rule]] = {}
        for rule in kept:
            families.setdefault(rule.family, []).append(rule)
        return cls(
            digest=_digest(kept),
            rules=kept,
            _families=MappingProxyType({name: tuple(members) for name, members in families.items()}),
            _ids=MappingProxyType({rule.id: rule for rule in kept}),
        )

    def family(self, name: str) -> tuple[Rule, ...]:
        """The rules of one family ("en/hedges") in reading order; none when it has none."""
        return self._families.get(name, ())

    def rule(self, id: str) -> Rule:
        """The rule of this id. Raises KeyError when no rule in force has it."""
        return self._ids[id]


class _Own(dict[str, Any]):
    """The fields of one rule, which say where the rule stands when one is asked for that it has not."""

    __slots__ = ("_place", "_rule")

    def __init__(self, fields: Mapping[str, Any], rule: str, place: tuple[str, int]) -> None:
        super().__init__(fields)
        self._rule, self._place = rule, place

    def __missing__(self, key: str) -> Any:
        hint = f"Add {key} = ...; `reconcile rules list` names rules to go by, `rules show ID` shows their fields."
        raise RuleFault((Problem(*self._place, f'"{self._rule}" has no "{key}", which its family needs', hint),))


def fields_of_rule(fields: Mapping[str, Any], rule: str, file: str, line: int) -> Mapping[str, Any]:
    """The frozen fields of one rule. Asking for one that is not there raises RuleFault with the rule's place.

    Which fields a rule needs is known to what compiles its family: a family holds rules of several shapes.
    """
    return MappingProxyType(_Own({key: freeze(item) for key, item in fields.items()}, rule, (file, line)))


def freeze(value: Any) -> Any:
    """A parsed TOML value made immutable: lists become tuples, tables read-only mappings."""
    # Loading is part of every start, and nearly all of what is frozen are long flat lists and tables of words.
    if isinstance(value, list):
        return tuple(value if _FROZEN.issuperset(map(type, value)) else map(freeze, value))
    if isinstance(value, dict):
        return MappingProxyType({key: freeze(item) for key, item in value.items()})
    return value


def _digest(rules: tuple[Rule, ...]) -> str:
    content = [(rule.id, rule.family, rule.why, rule.fields) for rule in sorted(rules, key=lambda rule: rule.id)]
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, MappingProxyType):  # not Mapping: to ask an abstract class takes ten times as long
        return dict(value)
    # 0.10 and 0.1 are one number, and a number is never equal to a text.
    return {"decimal": str(value.normalize())} if isinstance(value, Decimal) else str(value)


def _shown(problem: Problem) -> str:
    return f"{problem.place}: {problem.message}" + (f"\n  hint: {problem.hint}" if problem.hint else "")
