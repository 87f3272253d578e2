"""A check as JUnit XML, for CI systems that show test results: each figure of the draft is a test case.

What the desk takes for an error is a failure, a waived finding is skipped, anything else passes and says what it is in
its output. What could not be read or used stands in the suite's error output.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from reconcile.facts import Problem, Report
from reconcile.report.alerts import Alert, Alerts, alerts
from reconcile.report.inert import xml
from reconcile.report.options import RenderOptions
from reconcile.report.words import quote

_ROOM = 160

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def render(report: Report, _options: RenderOptions | None = None) -> str:
    """One document with one suite."""
    found = alerts(report)
    cases = list(_cases(found))
    told = {"tests": str(len(cases)), "failures": str(_having("failure", cases)), "errors": "0"}
    root = ET.Element("testsuites", {"name": "reconcile", **told})
    suite = ET.SubElement(
        root, "testsuite", {"name": _draft(report), **told, "skipped": str(_having("skipped", cases))}
    )
    suite.extend(cases)
    if report.problems:
        ET.SubElement(suite, "system-err").text = "\n".join(map(_problem, report.problems))
    ET.indent(root)
    return f"{_DECLARATION}\n{ET.tostring(root, encoding='unicode')}\n"


def _draft(report: Report) -> str:
    return next((xml(each.path or each.id) for each in report.sources if each.role == "draft"), "reconcile")


def _problem(problem: Problem) -> str:
    return xml(f"{problem.place}: {problem.message} ({problem.hint})")


def _having(outcome: str, cases: Sequence[ET.Element]) -> int:
    return sum(case.find(outcome) is not None for case in cases)


def _cases(found: Alerts) -> Iterator[ET.Element]:
    """A case for each figure, named by its words, so that a test keeps its history when lines move."""
    seen: Counter[str] = Counter()
    for each in found.all:
        name = f"“{each.claim.text}” in “{''.join(quote(each.claim, _ROOM))}”"
        seen[name] += 1
        again = f" ({seen[name]})" if seen[name] > 1 else ""
        yield _case(each, xml(name + again), found)


def _case(each: Alert, name: str, found: Alerts) -> ET.Element:
    place = found.view.place(each.claim)
    case = ET.Element("testcase", {"classname": xml(each.source.path or each.source.id), "name": name, "time": "0"})
    told = "\n".join(map(xml, [f"{place}: {each.told}", *(found.cited(claim) for claim in each.evidence)]))
    if each.waiver:
        ET.SubElement(case, "skipped", {"message": xml(each.waiver.told)})
    elif each.level == "error":
        ET.SubElement(case, "failure", {"type": each.rule.id, "message": xml(each.told)}).text = told
    else:
        ET.SubElement(case, "system-out").text = told
    return case
