"""Paths as people read them."""

import os
from pathlib import Path


def near(path: str) -> str:
    """A path as seen from the working folder, where it lies in it or at most two folders up; else as it is."""
    seen = os.path.relpath(path) if Path(path).is_absolute() else path
    return path if seen.startswith(os.path.join("..", "..", "..")) else seen  # noqa: PTH118
