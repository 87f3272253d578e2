"""Writing a file: whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from reconcile.desk.faults import DeskFault
from reconcile.desk.output import write_file


def test_a_new_file_has_the_text_in_utf8_and_the_usual_permissions(tmp_path: Path) -> None:
    path, other = tmp_path / "report.md", tmp_path / "other"
    other.touch()
    write_file(path, "£3bn\n")
    assert path.read_bytes() == "£3bn\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
    assert sorted(tmp_path.iterdir()) == [other, path]


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")
    path.chmod(0o600)
    write_file(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "report.md", tmp_path / "link.md"
    path.write_text("old")
    link.symlink_to(path)
    write_file(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DeskFault, match="No space left"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(Path("/dev/null"), "text")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("name", "says"), [("", "it is a folder"), ("no/where.md", "no such folder"), ("file/x.md", "no such folder")]
)
def test_faults_name_the_path_and_what_to_do(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DeskFault, match=says) as caught:
        write_file(tmp_path / name, "text")
    (problem,) = caught.value.problems
    assert problem.where == os.fspath(tmp_path / name)
    assert problem.hint
