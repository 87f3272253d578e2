"""Every example of every shipped rule, by the extractor itself."""

import pytest

from reconcile.extract import extract
from reconcile.rulebook import shipped_rules
from reconcile.rulebook.examples import Example, examples_of, run_example

EXAMPLES = examples_of(shipped_rules())


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{example.rule.id}: {example.text[:40]}" for example in EXAMPLES])
def test_example(example: Example) -> None:
    failure = run_example(example, shipped_rules(), extract)
    assert failure is None, f"{failure.file}:{failure.line}: {failure.rule}: {failure.text!r}: {failure.message}"


def test_there_are_examples() -> None:
    assert len({example.rule.id for example in EXAMPLES}) > 100
