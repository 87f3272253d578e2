"""A check as SARIF 2.1.0 (the OASIS standard), for code scanning and for the editors that show its results.

Every figure of the draft is a result: its `kind` is pass, fail, review or open, its related locations are the sentences
that it rests on. Columns count UTF-16 code units from 1, as the log itself states; a region ends before its end column.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from reconcile import __version__
from reconcile.facts import Claim, Mend, Problem, Report, Source, Waiver
from reconcile.report.addresses import reference
from reconcile.report.alerts import RULES, Alert, Alerts, Rule, alerts
from reconcile.report.digest import Digest
from reconcile.report.encode import indented
from reconcile.report.inert import plain
from reconcile.report.options import RenderOptions
from reconcile.report.positions import in_file

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_BRACKETS = re.compile(r"[\\\[\]]")
_FAILING = ("error", "warning")
_KINDS = {"supported": "pass", "undecided": "open"}


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """One log with one run, indented."""
    found = alerts(report)
    return indented({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, found)]})


def _run(report: Report, found: Alerts) -> dict[str, Any]:
    return {
        "tool": {"driver": _driver(report)},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(report)],
        "artifacts": list(_artifacts(report.sources)),
        "results": [_result(each, print_, found) for each, print_ in zip(found.all, _prints(found), strict=True)],
    }


def _driver(report: Report) -> dict[str, Any]:
    return {
        "name": "reconcile",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_descriptor(rule) for rule in RULES.values()],
        "properties": {"rules": plain(report.rules)},
    }


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.about},
        "fullDescription": {"text": rule.about},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": rule.level or "none"},
        "properties": {"tags": ["figures"]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    """The run, which came to its end: what it could not read or use is told, and is the exit status's to judge."""
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [_notification(problem) for problem in report.problems],
    }


def _notification(problem: Problem) -> dict[str, Any]:
    return {"level": "warning", "message": _message(f"{problem.place}: {problem.message} ({problem.hint})")}


def _artifacts(sources: Sequence[Source]) -> Iterator[dict[str, Any]]:
    """The files, each once: a feed, a corpus or a mail with attachments holds several sources."""
    by_file: dict[str, list[Source]] = {}
    for source in sources:
        by_file.setdefault(reference(source), []).append(source)
    yield from (_artifact(held[0], alone=len(held) == 1) for file, held in by_file.items() if file)


def _artifact(source: Source, *, alone: bool) -> dict[str, Any]:
    """A file that holds this source; its digest is that of the file where the source is all that it holds."""
    role = "analysisTarget" if source.role == "draft" else "referencedOnCommandLine"
    known = {"hashes": {"sha-256": source.sha256}} if source.sha256 and alone else {}
    return {"location": _file(source), "roles": [role], **known}


def _result(each: Alert, print_: str, found: Alerts) -> dict[str, Any]:
    kind = _kind(each)
    place = _location(each.source, each.claim.start, each.claim.end, found.view)
    result = {
        "ruleId": each.rule.id,
        "ruleIndex": list(RULES).index(each.rule.id),
        "kind": kind,
        "level": each.level if kind == "fail" else "none",
        "message": _message(each.told),
        "locations": [place] if place else [],
        "relatedLocations": [_evidence(claim, number, found) for number, claim in enumerate(each.evidence, 1)],
        "partialFingerprints": {"figure/v1": print_},
        "suppressions": [_suppression(each.waiver)] if each.waiver else [],
        "properties": {"claim": each.claim.id, "status": each.rule.id},
    }
    if each.mend and in_file(each.source):
        result["fixes"] = [_fix(each.mend, each.source, found.view)]
    return result


def _kind(each: Alert) -> str:
    """A finding that the desk takes for an error or a warning is a failure; other kinds have no level in SARIF."""
    if each.level in _FAILING or each.rule.id == "contradicted":
        return "fail"
    return _KINDS.get(each.rule.id, "review")


def _evidence(claim: Claim, number: int, found: Alerts) -> dict[str, Any]:
    source, sentence = found.view.sources[claim.source], claim.sentence
    place = _location(source, sentence.start, sentence.end, found.view)
    return {"id": number, **place, "message": _message(found.cited(claim))}


def _location(source: Source, start: int, end: int, view: Digest) -> dict[str, Any]:
    """A place in a file, or the file alone where its text was extracted; nothing for a text that has no file."""
    if not reference(source):
        return {}
    region = {"region": _region(source, start, end, view)} if in_file(source) else {}
    return {"physicalLocation": {"artifactLocation": _file(source), **region}}


def _region(source: Source, start: int, end: int, view: Digest) -> dict[str, int]:
    lines = view.lines[source.id]
    first, last = lines.place(start, "utf-16"), lines.place(end, "utf-16")
    return {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}


def _fix(mend: Mend, source: Source, view: Digest) -> dict[str, Any]:
    replaced = {
        "deletedRegion": _region(source, mend.start, mend.end, view),
        "insertedContent": {"text": mend.text},
    }
    change = {"artifactLocation": _file(source), "replacements": [replaced]}
    return {"description": _message(f"write “{mend.text}”"), "artifactChanges": [change]}


def _file(source: Source) -> dict[str, str]:
    found = reference(source)
    return {"uri": found} if ":" in found else {"uri": found, "uriBaseId": _ROOT}


def _suppression(waiver: Waiver) -> dict[str, Any]:
    """A waiver in the draft itself is "inSource", one in a baseline "external"."""
    kind = "inSource" if waiver.line is not None else "external"
    return {"kind": kind, "status": "accepted", "justification": plain(waiver.told)}


def _message(text: str) -> dict[str, str]:
    """A message that makes no link and no placeholder by accident (SARIF 3.11.5 and 3.11.6)."""
    literal = _BRACKETS.sub(r"\\\g<0>", plain(text))
    return {"text": literal.replace("{", "{{").replace("}", "}}")}


def _prints(found: Alerts) -> Iterator[str]:
    """A fingerprint for each alert: of its figure and sentence, so that it stays when lines move.

    Where the same sentence says the same again, the second is told from the first.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for each in found.all:
        key = (each.rule.id, each.claim.text, " ".join(each.claim.sentence.text.split()))
        seen[key] += 1
        named = "\0".join((*key, str(seen[key])))
        yield hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()
