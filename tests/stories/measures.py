"""What is counted over story sets, and the measures made of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.measuring import share


@dataclass
class Tally:
    """Of each aspect: how much was asked by the labels, given by the program, and right; `faults` are the misses."""

    asked: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.asked += other.asked
        self.given += other.given
        self.right += other.right
        self.faults += other.faults

    def note(self, aspect: str, *, right: bool, fault: str, asked: bool = True, given: bool = True) -> None:
        """One judgement; `fault` says in words what is wrong when it is not right."""
        self.asked[aspect] += asked
        self.given[aspect] += given
        self.right[aspect] += right
        if not right:
            self.faults.append(fault)

    def metrics(self) -> dict[str, float]:
        """The shares that floors.toml holds."""
        return {name: measure.of(self, measure.aspect) for name, measure in MEASURES.items()}


def recall(tally: Tally, aspect: str) -> float:
    return share(tally.right[aspect], tally.asked[aspect])


def precision(tally: Tally, aspect: str) -> float:
    return share(tally.right[aspect], tally.given[aspect])


def f1(tally: Tally, aspect: str) -> float:
    """The harmonic mean of precision and recall."""
    return share(2 * tally.right[aspect], tally.asked[aspect] + tally.given[aspect])


class Measure(NamedTuple):
    """How one figure is made from a tally, and its head in a table of sets (two lines)."""

    of: Callable[[Tally, str], float]
    aspect: str
    head: tuple[str, str]


MEASURES = {
    "claim_precision": Measure(precision, "claims", ("claim", "P")),
    "claim_recall": Measure(recall, "claims", ("claim", "R")),
    "claim_f1": Measure(f1, "claims", ("claim", "F1")),
    "value_accuracy": Measure(recall, "values", ("value", "")),
    "unit_accuracy": Measure(recall, "units", ("unit", "")),
    "date_recall": Measure(recall, "dates", ("date", "R")),
    "date_value_accuracy": Measure(recall, "days", ("date", "value")),
    "align_precision": Measure(precision, "pairs", ("align", "P")),
    "align_recall": Measure(recall, "pairs", ("align", "R")),
    "align_f1": Measure(f1, "pairs", ("align", "F1")),
    "verdict_accuracy_multi": Measure(recall, "verdicts_multi", ("verdict", "multi")),
    "verdict_accuracy_single": Measure(recall, "verdicts_single", ("verdict", "single")),
    "discrepancy_precision": Measure(precision, "discrepancies", ("discr.", "P")),
    "discrepancy_recall": Measure(recall, "discrepancies", ("discr.", "R")),
    "discrepancy_f1": Measure(f1, "discrepancies", ("discr.", "F1")),
    "sum_recall": Measure(recall, "sums", ("sum", "R")),
}
