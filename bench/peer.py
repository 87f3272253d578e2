"""Times quantulum3 in its own environment on the texts of standard input, a JSON list.

Prints {"seconds": ..., "quantities": ...}: the time is the sum of each text's best run.
"""

import json
import sys
import time

from quantulum3 import parser

RUNS = 5  # and as many more as SECONDS hold: as bench.py times ours
SECONDS = 0.25
PATIENCE = 5  # seconds for a text after which no further run is begun


def main() -> None:
    """All texts in turn; the beginning of the first is read before, to load what is loaded lazily."""
    texts = json.load(sys.stdin)
    parser.parse(texts[0][:1000])
    timed = [_timed(text) for text in texts]
    print(json.dumps({"seconds": sum(least for least, _ in timed), "quantities": sum(found for _, found in timed)}))


def _timed(text: str) -> tuple[float, int]:
    """Seconds of the best of several runs, and the quantities found."""
    taken: list[float] = []
    while (len(taken) < RUNS or sum(taken) < SECONDS) and sum(taken) < PATIENCE:
        started = time.perf_counter()
        found = parser.parse(text)
        taken.append(time.perf_counter() - started)
    return min(taken), len(found)


if __name__ == "__main__":
    main()
