"""A check as workflow commands, which GitHub Actions turns into annotations of the changed files.

GitHub shows ten annotations of a kind for a step and drops the others silently, so the gravest come first and a notice
counts the rest. Columns count UTF-16 code units from 1, as its editor does, and are left out where a figure breaks over
two lines, because GitHub refuses such an annotation.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.facts import Report
from reconcile.report.alerts import LEVELS, Alert, Alerts, alerts
from reconcile.report.inert import plain
from reconcile.report.options import RenderOptions
from reconcile.report.positions import GIT_BREAKS, Lines, in_file

MOST = 10
_KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """A line a command, then a line for whoever reads the log, which is no command."""
    found = alerts(report)
    lines = {source.id: Lines.of(source.text, GIT_BREAKS) for source in report.sources if source.role == "draft"}
    shown, cut = _limited(found.open)
    commands = [_annotation(each, found, lines[each.source.id]) for each in shown]
    return "\n".join([*commands, *_rest(cut), f"reconcile: {found.summary}"]) + "\n"


def _limited(found: Sequence[Alert]) -> tuple[list[Alert], list[Alert]]:
    """What is shown and what is cut; where something is, its count takes the place of a notice."""
    by_level = {level: [each for each in found if each.level == level] for level in LEVELS}
    cut_any = any(len(alike) > MOST for alike in by_level.values())
    room = {level: MOST - (cut_any and level == "note") for level in LEVELS}
    shown = [each for level, alike in by_level.items() for each in alike[: room[level]]]
    return shown, [each for level, alike in by_level.items() for each in alike[room[level] :]]


def _annotation(each: Alert, found: Alerts, lines: Lines) -> str:
    told = "\n".join([each.message, *(found.cited(claim) for claim in each.evidence)])
    return _command(_KINDS[each.level or "note"], {**_place(each, lines), "title": each.title}, told)


def _place(each: Alert, lines: Lines) -> dict[str, str]:
    path = each.source.path
    if not path or path == "-":
        return {}
    if not in_file(each.source):
        return {"file": path}
    first, last = lines.place(each.claim.start, "utf-16"), lines.place(each.claim.end, "utf-16")
    rows = {"file": path, "line": str(first.line), "endLine": str(last.line)}
    return rows | ({"col": str(first.column), "endColumn": str(last.column)} if first.line == last.line else {})


def _rest(cut: Sequence[Alert]) -> Iterator[str]:
    if cut:
        counts = Counter(each.rule.id for each in cut)
        told = ", ".join(f"{count} {name}" for name, count in counts.items())
        yield _command("notice", {"title": "reconcile"}, f"{len(cut)} more not shown here: {told}")


def _command(kind: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {given}::{_data(message)}"


def _data(text: str) -> str:
    """A message as GitHub escapes it: its line breaks stay breaks, and no line of it can be a command of its own."""
    return "%0A".join(plain(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return plain(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
