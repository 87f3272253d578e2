"""Fuzzing led by what the mutations cover of the code: what `python -m tools.fuzz --atheris ENTRY` runs.

A module of its own, as atheris has to stand by before anything of the program is imported.
"""

import hashlib
import sys

import atheris

with atheris.instrument_imports(include=["reconcile"]):
    from tools.fuzz import CRASHES, entry_points, seeds, tried
    from tools.mutations import LARGEST

    def _instrumented(name: str) -> tuple[bytes, ...]:
        """The seeds of an entry point, each gone through once, so that all it needs is imported by now."""
        found = seeds(name)
        for data in found:
            entry_points()[name](data)
        return found

    NAME, SECONDS = sys.argv[1], sys.argv[2]
    SEEDS = _instrumented(NAME)


def main() -> None:
    """One entry point; atheris ends the process when the time is over or at the first crash."""
    corpus = CRASHES / "corpus" / NAME
    corpus.mkdir(parents=True, exist_ok=True)
    for data in SEEDS:
        (corpus / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
    run = entry_points()[NAME]
    options = [
        f"-max_total_time={SECONDS}",
        f"-max_len={LARGEST}",
        f"-artifact_prefix={CRASHES}/{NAME}-",
        "-timeout=20",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: tried(run, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
