"""What office programs record of a document, and how much of it is believed."""

import pytest

from reconcile.read.office import told_title


@pytest.mark.parametrize("title", ["Document 1", "untitled", "draft.docx", "report-final_v3", "Microsoft Word - x", ""])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert told_title(title) is None


@pytest.mark.parametrize("title", ["Flood", "Anglo-Dutch talks resume", "Toll rises to 42"])
def test_a_title_that_somebody_wrote_is_one(title: str) -> None:
    assert told_title(title) == title
