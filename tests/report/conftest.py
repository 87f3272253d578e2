"""Reports to render: the hand-labelled ferry story, the same with a draft, a hostile one and a large one."""

from collections.abc import Callable

import pytest

from reconcile.facts import Report
from tests.report.hostile import hostile_report
from tests.report.large import large_report
from tests.report.story import CHECK, REPORT


@pytest.fixture
def report() -> Report:
    return REPORT


@pytest.fixture
def check() -> Report:
    return CHECK


@pytest.fixture
def hostile() -> Callable[[str], Report]:
    return hostile_report


@pytest.fixture(scope="session")
def large() -> Report:
    return large_report()
