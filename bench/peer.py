"""Times quantulum3 on files, in its own environment: a line of JSON for each, {"seconds": ..., "quantities": ...}."""

import json
import sys
import time
from pathlib import Path

from quantulum3 import parser


def main() -> None:
    """Reads every file named on the command line; the first is read once more before, to load what is loaded lazily."""
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    parser.parse(texts[0][:1000])
    for text in texts:
        started = time.perf_counter()
        found = parser.parse(text)
        print(json.dumps({"seconds": time.perf_counter() - started, "quantities": len(found)}), flush=True)


if __name__ == "__main__":
    main()
