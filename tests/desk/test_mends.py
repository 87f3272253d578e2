"""Mends: which are applied, as a diff, and the file rewritten with a copy kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from reconcile.desk.faults import DeskFault
from reconcile.desk.mends import diff, mended, mends_of, rewrite
from reconcile.facts import Mend, Report, Source, Waiver
from reconcile.facts.policy import Policy
from tests.desk.cases import checked

POLICY = Policy(mends=("digits", "digit"))
TEXT = "One 15 dead.\nTwo 54 ships.\n“We saw 33.”\n"


def report(**of_second: object) -> Report:
    found = checked(TEXT, [("54", "contradicted"), ("15", "contradicted"), ("33", "contradicted")])
    at = {"54": "45", "15": "12", "33": "30"}
    findings = []
    for finding, claim in zip(found.draft, found.claims[1:], strict=True):
        findings.append(
            replace(finding, level="error", slip="digits", mend=Mend(claim.start, claim.end, at[claim.text]))
        )
    return replace(found, draft=(replace(findings[0], **of_second), *findings[1:]))  # type: ignore[arg-type]


def test_mends_come_in_order_and_leave_quotations_alone() -> None:
    assert [mend.text for mend in mends_of(report(), POLICY)] == ["12", "45"]
    assert mended(TEXT, mends_of(report(), POLICY)) == "One 12 dead.\nTwo 45 ships.\n“We saw 33.”\n"


@pytest.mark.parametrize(
    "other",
    [{"waiver": Waiver("x", None, "d")}, {"level": "ignore"}, {"mend": None}, {"slip": "stale"}, {"slip": None}],
)
def test_what_is_waived_or_ignored_or_no_slip_to_mend_is_left(other: dict[str, object]) -> None:
    assert [mend.text for mend in mends_of(report(**other), POLICY)] == ["12"]


def test_a_mend_over_another_is_left_out() -> None:
    assert [mend.text for mend in mends_of(report(mend=Mend(4, 12, "12 people")), POLICY)] == ["12"]


def test_the_diff_is_one_that_patch_takes() -> None:
    draft = Source(id="d", text="a\r\nb\u2028c\nsome 15", path="d.md")
    assert diff(draft, [Mend(12, 14, "12")]) == (
        "--- d.md\n+++ d.md\n@@ -1,3 +1,3 @@\n a\r\n b\u2028c\n"
        "-some 15\n\\ No newline at end of file\n+some 12\n\\ No newline at end of file\n"
    )
    assert diff(draft, []) == ""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_file_is_rewritten_and_a_copy_kept_each_time(mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / "d.md"
    path.write_bytes(mark + "One 15 décès.\r\n".encode())
    draft = Source(id="d", text="One 15 décès.\r\n", path=str(path))
    first = rewrite(draft, [Mend(4, 6, "12")])
    assert path.read_bytes() == mark + "One 12 décès.\r\n".encode()
    assert (first, first.read_bytes()) == (tmp_path / "d.md.orig", mark + "One 15 décès.\r\n".encode())
    second = rewrite(replace(draft, text="One 12 décès.\r\n"), [Mend(4, 6, "13")])
    assert second == tmp_path / "d.md.orig.1"
    assert first.read_bytes() == mark + "One 15 décès.\r\n".encode()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"One 15 \x96 dead.", "One 15 \u2013 dead."),
        (b"<p>One 15</p>", "One 15"),
        (b"One 16", "One 15"),
    ],
)
def test_what_is_not_the_text_that_was_read_is_left_alone(content: bytes, text: str, tmp_path: Path) -> None:
    path = tmp_path / "d.md"
    path.write_bytes(content)
    with pytest.raises(DeskFault, match="cannot mend") as caught:
        rewrite(Source(id="d", text=text, path=str(path)), [Mend(4, 6, "12")])
    assert "by hand" in (caught.value.problems[0].hint or "")
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_standard_input_cannot_be_mended() -> None:
    with pytest.raises(DeskFault, match="standard input"):
        rewrite(Source(id="d", text="One 15", path="-"), [])


def test_a_failed_write_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.md"
    path.write_text("One 15")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DeskFault, match="No space left"):
        rewrite(Source(id="d", text="One 15", path=str(path)), [Mend(4, 6, "12")])
    assert path.read_text() == "One 15"
    assert list(tmp_path.iterdir()) == [path]
