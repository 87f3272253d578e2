import threading
import time
from pathlib import Path

from reconcile.desk.changes import changed
from reconcile.desk.stamps import stamps


def test_it_returns_at_once_for_a_change_that_was_before(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a", encoding="utf-8")
    since = stamps([str(file)])
    file.write_text("ab", encoding="utf-8")
    changed([str(file)], since)


def test_it_waits_for_a_change_of_its_own_files(tmp_path: Path) -> None:
    file, other = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("a", encoding="utf-8")
    waiting = threading.Thread(target=changed, args=([str(file)], stamps([str(file)])), daemon=True)
    waiting.start()
    time.sleep(0.3)
    other.write_text("b", encoding="utf-8")
    waiting.join(0.5)
    assert waiting.is_alive()
    file.write_text("ab", encoding="utf-8")
    waiting.join(10)
    assert not waiting.is_alive()
