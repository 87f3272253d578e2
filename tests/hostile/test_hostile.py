"""Whatever a newsroom is sent, reading it neither crashes nor hangs, and nothing in it acts."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.all_cases import CASES

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES, PARTS = 2, 300, 2

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a process of its own for each input needs fork"),
]


@pytest.fixture(scope="module")
def results() -> dict[str, dict[str, Any]]:
    """What came of every input, by its name."""
    command = (sys.executable, "-m", "tests.hostile.worker")
    workers = [
        subprocess.Popen((*command, str(part), str(PARTS)), cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for part in range(PARTS)
    ]
    lines = [line for worker in workers for line in worker.communicate(timeout=600)[0].splitlines()]
    return {found["name"]: found for found in map(json.loads, lines)}


def faulty(found: dict[str, Any]) -> list[str]:
    """What is wrong with the way an input was dealt with."""
    if "fault" in found:
        return [found["fault"]]
    place = found["path"]
    return [
        message
        for message, wrong in (
            (f"took {found['seconds']} s", found["seconds"] >= SECONDS),
            (f"took {found['megabytes']} MB", found["megabytes"] >= MEGABYTES),
            (f"reached for {found['reaches']}", found["reaches"]),
            ("shows a file that it was not given", found["shows"]),
            (
                f"problems of {found['places']}",
                any(told != place and not told.startswith(f"{place} > ") for told in found["places"]),
            ),
            ("neither read nor refused", not found["sources"] and not found["places"]),
            ("told what steers a terminal", any(not text.isprintable() for text in found["told"])),
        )
        if wrong
    ]


def test_there_are_three_hundred_and_more() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 300


def test_every_input_was_tried(results: dict[str, dict[str, Any]]) -> None:
    assert set(results) == {case.name for case in CASES}


def test_none_crashes_hangs_fills_memory_or_acts(results: dict[str, dict[str, Any]]) -> None:
    faults = {name: found for name, result in results.items() if (found := faulty(result))}
    assert faults == {}


def test_some_are_read_and_some_refused(results: dict[str, dict[str, Any]]) -> None:
    read = sum(bool(found.get("sources")) for found in results.values())
    assert 100 < read < len(results) - 100


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ({"seconds": 2.5}, "took 2.5 s"),
        ({"megabytes": 301}, "took 301 MB"),
        ({"reaches": ["socket.connect"]}, "reached for ['socket.connect']"),
        ({"shows": True}, "shows a file that it was not given"),
        ({"places": ["/other"]}, "problems of ['/other']"),
        ({"sources": 0}, "neither read nor refused"),
        ({"told": ["\x1b[2J"]}, "told what steers a terminal"),
        ({"fault": "KeyError"}, "KeyError"),
    ],
)
def test_each_fault_would_be_seen(found: dict[str, Any], says: str) -> None:
    fine = {"path": "/a", "seconds": 0.1, "megabytes": 90, "reaches": [], "shows": False, "places": [], "sources": 1}
    assert faulty({**fine, "told": []}) == []
    assert faulty({**fine, "told": [], **found}) == [says]
