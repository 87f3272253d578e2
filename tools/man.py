"""Write the manual pages of the program and of each of its commands into a folder: `python tools/man.py build/man`.

They say what `--help` says, which is written once, in the docstrings and options of `reconcile.cli`.
"""

import sys
from pathlib import Path

from click_man.core import write_man_pages
from typer.main import get_command

from reconcile import __version__
from reconcile.cli import app


def main(folder: Path) -> None:
    """Pages named as `man` looks for them: reconcile.1, reconcile-compare.1 and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    write_man_pages("reconcile", get_command(app), version=__version__, target_dir=str(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
