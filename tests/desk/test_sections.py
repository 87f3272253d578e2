"""Where in a draft a figure stands."""

import pytest

from reconcile.desk.sections import section_of
from reconcile.facts import Source
from tests.desk.cases import claim_at

TEXT = """# Ferry sinks with 90 aboard

The ferry had 91 aboard. “There were 92 of us,” he said, and then: “It took 93
minutes.” She counted 94.

> We saw 95 boats.

"They sent 96 men," she said of 97.
## 98 rescued
"""


@pytest.mark.parametrize(
    ("figure", "section"),
    [
        ("90", "headline"),
        ("91", "body"),
        ("92", "quotation"),
        ("93", "quotation"),
        ("94", "body"),
        ("95", "quotation"),
        ("96", "quotation"),
        ("97", "body"),
        ("98", "headline"),
    ],
)
def test_section(figure: str, section: str) -> None:
    assert section_of(Source.from_text(TEXT, id="d"), claim_at(TEXT, figure)) == section


def test_the_line_of_the_title_is_a_headline() -> None:
    text = "Ninety rescued\nAll 90 are well. Ninety rescued, they say."
    draft = Source.from_text(text, id="d", title="Ninety rescued")
    assert section_of(draft, claim_at(text, "Ninety")) == "headline"
    assert section_of(draft, claim_at(text, "90")) == "body"


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    text = "“We saw 90.\n\nThere were 91."
    assert section_of(Source.from_text(text, id="d"), claim_at(text, "91")) == "body"
