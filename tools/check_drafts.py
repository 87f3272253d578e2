"""Checks several drafts one after another, for CI systems: what action.yml runs.

Everything comes from the environment, as CI systems give it: DRAFTS and SOURCES are files or patterns, one a line;
FAIL_ON and FORMAT are those of `reconcile check`; REPORTS is the folder for a report a draft, used by all formats but
`github` and `table`, which go to the log. The exit status is the gravest of all: 2 over 1 over 0.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reconcile.report import FORMATS

LOGGED = ("github", "table")
FAILED = 2


def main(environment: Mapping[str, str]) -> int:
    """Checks every draft and says by the exit status how it went."""
    wanted = environment.get("FORMAT") or "github"
    if wanted not in FORMATS:
        return _refuse(f"there is no format {wanted!r}: choose one of {', '.join(FORMATS)}")
    drafts, unmet = _files(environment.get("DRAFTS", ""))
    sources, missing = _files(environment.get("SOURCES", ""))
    for pattern in (*unmet, *missing):
        _refuse(f"{pattern!r} fits no file")
    if not drafts:
        return _refuse("no draft to check: name some in DRAFTS")
    asked = ["--format", wanted, "--fail-on", environment.get("FAIL_ON") or "error"]
    asked += ["--against", *sources] if sources else []
    folder = Path(environment.get("REPORTS") or "reconcile-reports")
    statuses = [_check(draft, [*asked, *_output(draft, wanted, folder)]) for draft in drafts]
    return max([*statuses, FAILED if unmet or missing else 0])


def _check(draft: str, asked: list[str]) -> int:
    command = [sys.executable, "-m", "reconcile", "check", *asked, "--", draft]
    done = subprocess.run(command, check=False)  # noqa: S603 - no shell reads it
    return done.returncode if done.returncode >= 0 else FAILED


def _output(draft: str, wanted: str, folder: Path) -> Iterator[str]:
    """Where a draft's report goes: a file whose name tells its path, so that none overwrites another."""
    if wanted not in LOGGED:
        folder.mkdir(parents=True, exist_ok=True)
        name = draft.replace(os.sep, "-").lstrip(".-")
        yield from ("--output", str(folder / f"{name}{FORMATS[wanted].suffix}"))


def _files(lines: str) -> tuple[list[str], list[str]]:
    """The files that each line names or fits, each once, and the lines that fit none."""
    found: list[str] = []
    unmet = []
    for pattern in filter(None, map(str.strip, lines.splitlines())):
        fitting = [pattern] if Path(pattern).exists() else sorted(map(str, _fitting(pattern)))
        found += (f"./{path}" if path.startswith("-") else path for path in fitting)  # a name is no option
        unmet += [] if fitting else [pattern]
    return list(dict.fromkeys(found)), unmet


def _fitting(pattern: str) -> Iterator[Path]:
    """What a pattern fits, which may be absolute."""
    anchor = Path(pattern).anchor
    return Path(anchor).glob(pattern.removeprefix(anchor))


def _refuse(message: str) -> int:
    sys.stderr.write(f"error: {message}\n")
    return FAILED


if __name__ == "__main__":
    sys.exit(main(os.environ))
