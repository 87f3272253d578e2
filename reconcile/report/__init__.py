"""Pure functions Report -> str, one module a format; nothing here prints, reads a file or decides an exit status.

`FORMATS` names them. `table` (table/) is for the terminal, `html` (page.py, web/, chart.py) for the desk's browser,
`md` (md.py) for tickets and mail, `csv` (sheet.py) for spreadsheets (both show the sourcing sheet of a check,
sourcing.py), `json` and `jsonl` (encode.py, their shape in
record.py and schema.py) for programs. The others show a checked draft to CI systems and code hosts: `sarif` (sarif.py),
`rdjson` (rdjson.py), `github` (annotations.py) and `junit` (junit.py), all from the same alerts (alerts.py). digest.py
puts a report into the order, and words.py into the words, that all readable formats share; inert.py makes what came
from a source safe in each medium; positions.py counts lines and columns. A module is imported when its format is first
used.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from reconcile.report.options import RenderOptions

if TYPE_CHECKING:
    from reconcile.facts import Claim, Report

__all__ = ["FORMATS", "GENERAL", "Format", "RenderOptions", "to_dict"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a report. `suffix` is the usual file ending, `about` one line for the command's help.

    `encoding` is how it is best written to a file (spreadsheets know UTF-8 by its mark); a pipe takes plain UTF-8.
    One `of_drafts` shows only what was found in a checked draft, and nothing else of a report.
    """

    name: str
    suffix: str
    about: str
    module: str
    function: str = "render"
    encoding: str = "utf-8"
    of_drafts: bool = False

    def render(self, report: "Report", options: RenderOptions | None = None) -> str:
        """The report in this format, ending in a newline."""
        function = getattr(import_module(f"reconcile.report.{self.module}"), self.function)
        return cast("Callable[[Report, RenderOptions], str]", function)(report, options or RenderOptions())


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        each.name: each
        for each in (
            Format("table", ".txt", "for the terminal", "table"),
            Format("json", ".json", "one object, everything", "encode", "render_json"),
            Format("jsonl", ".jsonl", "one claim a line", "encode", "render_jsonl"),
            Format("html", ".html", "a page that stands alone", "page"),
            Format("md", ".md", "Markdown, for tickets and mail", "md"),
            Format(
                "csv",
                ".csv",
                "for spreadsheets: one claim a row, or a check's sourcing sheet",
                "sheet",
                encoding="utf-8-sig",
            ),
            Format("sarif", ".sarif", "SARIF 2.1.0, for code scanning", "sarif", of_drafts=True),
            Format("rdjson", ".rdjson", "for reviewdog", "rdjson", of_drafts=True),
            Format("github", ".txt", "annotations of GitHub Actions", "annotations", of_drafts=True),
            Format("junit", ".xml", "JUnit XML, for test reports", "junit", of_drafts=True),
        )
    }
)
GENERAL = tuple(name for name, each in FORMATS.items() if not each.of_drafts)
"""The formats of every command; the others are for `check` alone."""


def to_dict(item: "Report | Claim", *, texts: bool = False) -> dict[str, Any]:
    """The JSON object of a report or of one claim; `texts=True` carries each source's text as well."""
    from reconcile.report.encode import to_dict as encode

    return encode(item, texts=texts)
