import os
from pathlib import Path

from reconcile.desk.stamps import stamps


def test_stamps_change_with_the_file_and_only_with_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", encoding="utf-8")
    before = stamps([str(file)])
    assert stamps([str(file)]) == before
    (tmp_path / "b.txt").write_text("b", encoding="utf-8")
    assert stamps([str(file)]) == before
    file.write_text("ab", encoding="utf-8")
    assert stamps([str(file)]) != before


def test_a_new_file_shows_in_its_folder_however_deep(tmp_path: Path) -> None:
    (tmp_path / "x" / "y").mkdir(parents=True)
    os.utime(tmp_path / "x" / "y", (1, 1))
    before = stamps([str(tmp_path)])
    (tmp_path / "x" / "y" / "a.txt").write_text("a", encoding="utf-8")
    assert stamps([str(tmp_path)]) != before


def test_what_is_no_file_has_noughts() -> None:
    assert stamps(["https://news.example/a", "nowhere.txt", "a\0b"]) == (
        ("https://news.example/a", 0, 0),
        ("nowhere.txt", 0, 0),
        ("a\0b", 0, 0),
    )
