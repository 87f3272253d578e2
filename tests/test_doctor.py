"""`reconcile doctor`: what it says of a whole and of a bare installation."""

from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reconcile.cli import app
from reconcile.read import READERS


def doctor() -> str:
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_it_names_every_format_the_rules_and_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "config    none in this folder or above it" in doctor()
    (tmp_path / ".reconcile.toml").write_text("color = false\n", encoding="utf-8")
    told = doctor()
    assert f"config    {tmp_path / '.reconcile.toml'}" in told
    assert "sha256:" in told
    assert all(f"  {each.name} " in told for each in READERS)


def test_it_names_the_libraries_of_every_extra_with_their_versions() -> None:
    told = doctor()
    assert f"pypdfium2 {metadata.version('pypdfium2')}" in told
    assert "not installed" not in told


def test_what_is_missing_is_told_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.version

    def version(name: str) -> str:
        if name == "pypdfium2":
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", version)
    lines = [line.split() for line in doctor().splitlines()]
    missing = ["not", "installed", "(pypdfium2):", "pip", "install", "'reconcile[pdf]'"]
    assert ["pdf", *missing] in lines
    assert ["pdf", ".pdf", *missing] in lines


def test_every_extra_that_a_format_names_is_one_of_the_package() -> None:
    known = metadata.metadata("reconcile").get_all("Provides-Extra") or []
    assert {each.extra for each in READERS if each.extra} <= set(known)
