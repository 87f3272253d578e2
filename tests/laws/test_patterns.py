"""No pattern of the program may run away: each takes time in step with its input, whatever that is.

Every compiled pattern is found, and from its own structure inputs are made that repeat what it repeats and then fail
to match: four times the input may not take much more than four times as long. Patterns that are only ever matched at
one place are tried there; all others are searched for all over the input.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

import reconcile

FEW, MANY = 1_000, 4_000
BRIEF = 0.003  # seconds: below this the clock tells nothing
STEP = 9  # of four times the input; 4 is linear, 16 quadratic
ANCHORED = frozenset({"match", "fullmatch"})
PROBES = "a1 A,.-$%\"('xXzZ09_;:!?/\\<>[]{}\n\t\u00e9\u201c\x00"
ATOMS = {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(reconcile.__path__, "reconcile."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns in a module's variable, which may hold several."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (each for item in value.values() for each in patterns(item))
    elif isinstance(value, tuple | list | frozenset | set):
        yield from (each for item in value for each in patterns(item))


@cache
def uses() -> dict[tuple[str, str], set[str]]:
    """The methods that a module calls on each of its variables, by module and variable."""
    found: dict[tuple[str, str], set[str]] = {}
    for module in modules():
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.setdefault((module.__name__, node.value.id), set()).add(node.attr)
    return found


def all_patterns() -> list[Any]:
    seen: dict[tuple[Any, int], tuple[str, bool]] = {}
    for module in modules():
        for name, value in vars(module).items():
            methods = uses().get((module.__name__, name), set())
            for pattern in patterns(value):
                key = pattern.pattern, pattern.flags
                anchored = bool(methods) and methods <= ANCHORED and seen.get(key, ("", True))[1]
                seen[key] = (f"{module.__name__}.{name}", anchored)
    return [
        pytest.param(re.compile(*key), anchored, id=f"{name}-{n}")
        for n, (key, (name, anchored)) in enumerate(seen.items())
    ]


def takes(item: tuple[Any, Any], probe: str) -> bool:
    """Whether an atom of a pattern takes a character."""
    return _compiler.compile(_parser.SubPattern(_parser.State(), [item])).fullmatch(probe) is not None


def example(sequence: Any, before: str, repeated: set[tuple[str, str]]) -> str:
    """A text that the sequence takes (as far as its atoms tell); what it repeats without bound goes to `repeated`."""
    made = ""
    for kind, value in sequence:
        if kind in ATOMS:
            made += next((probe for probe in PROBES if takes((kind, value), probe)), "a")
        elif kind is op.BRANCH:
            first, *_ = [example(branch, before + made, repeated) for branch in value[1]]
            made += first
        elif kind is op.SUBPATTERN:
            made += example(value[3], before + made, repeated)
        elif kind is op.ATOMIC_GROUP:
            made += example(value, before + made, repeated)
        elif kind in REPEATS:
            least, most, body = value
            unit = example(body, before + made, repeated)
            if unit and most > FEW:
                repeated.add((before + made, unit))
            made += unit * least
    return made


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str]]:
    """What to repeat, and what to put before it, so that the pattern works longest for nothing."""
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    repeated: set[tuple[str, str]] = set()
    example(_parser.parse(pattern.pattern, flags), "", repeated)
    return sorted(repeated | {("", unit) for _, unit in repeated})


def seconds(run: Callable[[Any], object], text: str, pattern: re.Pattern[Any]) -> float:
    given = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        run(given)
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize(("pattern", "anchored"), all_patterns())
def test_a_pattern_takes_time_in_step_with_its_input(pattern: re.Pattern[Any], anchored: bool) -> None:  # noqa: FBT001
    def run(text: Any) -> object:
        return pattern.match(text) if anchored else sum(1 for _ in pattern.finditer(text))

    for before, unit in attacks(pattern):
        few, many = (seconds(run, before + unit * (size // len(unit)) + "\0", pattern) for size in (FEW, MANY))
        assert many < max(BRIEF, STEP * few), f"{before!r} and many {unit!r}: {few:.4f} s, then {many:.4f} s"


@pytest.mark.parametrize("written", [r"\d+x", r"[\w.+-]+@", r"\s+$"])
def test_a_pattern_that_runs_away_is_found(written: str) -> None:
    with pytest.raises(AssertionError, match="and many"):
        test_a_pattern_takes_time_in_step_with_its_input(re.compile(written), anchored=False)
