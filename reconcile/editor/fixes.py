"""Quick fixes: write what the sources say, or waive a finding where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from lsprotocol import types

from reconcile.editor.checker import Checked
from reconcile.editor.diagnostics import diagnostic
from reconcile.editor.places import offset, range_of
from reconcile.facts.text import comments
from reconcile.report.alerts import Alert
from reconcile.report.inert import plain
from reconcile.report.positions import Lines, Unit

_BREAK = re.compile(r"[\r\n]")
_PLAIN = (".txt", ".text")


@dataclass(frozen=True, slots=True)
class _Fix:
    title: str
    start: int
    end: int
    text: str
    preferred: bool = False


def fixes(checked: Checked, uri: str, around: types.Range, unit: Unit) -> list[types.CodeAction]:
    """The fixes of what needs a look within a range of the draft, the mend of each before its waiver."""
    if checked.alerts is None:
        return []
    lines = Lines.of(checked.text)
    return [
        types.CodeAction(
            title=fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(each, checked.alerts, lines, unit)],
            is_preferred=fix.preferred,
            edit=types.WorkspaceEdit(
                changes={uri: [types.TextEdit(range_of(lines, fix.start, fix.end, unit), fix.text)]}
            ),
        )
        for each in checked.alerts.open
        if _meets(each, offset(lines, around.start, unit), offset(lines, around.end, unit))
        for fix in (*_mend(each), _waive(each, checked))
    ]


def _meets(each: Alert, start: int, end: int) -> bool:
    return each.claim.start <= end and each.claim.end >= start


def _mend(each: Alert) -> Iterator[_Fix]:
    if each.mend:
        old = each.source.text[each.mend.start : each.mend.end]
        title = plain(f"Write “{each.mend.text}” instead of “{old}”")
        yield _Fix(title, each.mend.start, each.mend.end, each.mend.text, preferred=True)


def _waive(each: Alert, checked: Checked) -> _Fix:
    """A waiver of this one figure at the end of its line; its author has yet to write the reason.

    A figure that breaks over two lines has it on a line of its own before them.
    """
    title = plain(f"Waive “{each.claim.text}” ({each.rule.id}): give the reason")
    text, claim = checked.text, each.claim
    figure = " ".join(claim.text.split())
    narrowed = f' figure="{figure}"' if '"' not in figure else ""
    by = f' by="{checked.by}"' if checked.by and '"' not in checked.by else ""
    said = f'reconcile: ignore[{each.rule.id}] reason=""{by}{narrowed}'
    if _BREAK.search(claim.text):
        start = Lines.of(text).starts[Lines.of(text).line(claim.start) - 1]
        return _Fix(title, start, start, f"<!-- {said} -->\n")
    line_end = match.start() if (match := _BREAK.search(text, claim.end)) else len(text)
    remark = next((one.start for one in comments(text) if claim.end <= one.start < line_end), None)
    if remark is None and PurePath(each.source.path or "").suffix.lower() in _PLAIN:
        return _Fix(title, line_end, line_end, f" // {said}")
    # Nothing can follow a remark that runs to the end of its line.
    at = line_end if remark is None else remark
    return _Fix(title, at, at, f"<!-- {said} --> " if remark is not None else f" <!-- {said} -->")
