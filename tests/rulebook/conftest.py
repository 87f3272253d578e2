"""Rule folders made on the spot."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

MakeFolder = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> MakeFolder:
    """Makes a folder of rule files from {path: text}."""

    def make(files: Mapping[str, str]) -> Path:
        root = tmp_path_factory.mktemp("rules")
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return root

    return make
