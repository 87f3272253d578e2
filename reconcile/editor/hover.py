"""What is shown of a figure under the pointer: how it stands, what the sources say, and how it was read."""

from collections.abc import Iterator

from lsprotocol import types

from reconcile.editor.places import range_of
from reconcile.facts import Claim
from reconcile.report.addresses import location
from reconcile.report.alerts import Alert, Alerts
from reconcile.report.inert import markdown, plain
from reconcile.report.positions import Lines, Unit, in_file
from reconcile.report.words import STATUSES, quote, reading

_ROOM = 400
_SIGNS: dict[str, str] = {status: word.sign for status, word in STATUSES.items()}


def hover(found: Alerts, offset: int, lines: Lines, unit: Unit) -> types.Hover | None:
    """The hover at an offset of the draft, of the shortest figure there; None where there is none."""
    at = [each for each in found.all if each.claim.start <= offset < max(each.claim.end, each.claim.start + 1)]
    if not at:
        return None
    claim = min((each.claim for each in at), key=lambda each: each.end - each.start)
    told = "\n\n".join([*(part for each in at if each.claim is claim for part in _told(each, found)), _read(claim)])
    content = types.MarkupContent(types.MarkupKind.Markdown, told)
    return types.Hover(content, range_of(lines, claim.start, claim.end, unit))


def _told(each: Alert, found: Alerts) -> Iterator[str]:
    sign = _SIGNS.get(each.rule.id, "!")
    yield f"{sign} **{markdown(each.rule.id)}** {markdown(each.claim.text)}: {markdown(each.message)}"
    if each.mend:
        yield f"write “{markdown(each.mend.text)}”"
    if each.waiver:
        yield markdown(each.waiver.told)
    for claim in each.evidence:
        before, figure, after = (markdown(part) for part in quote(claim, _ROOM))
        yield f"> “{before}**{figure}**{after}”\n>\n> — {_place(claim, found)}"


def _place(claim: Claim, found: Alerts) -> str:
    """Who says it, as a link to the line where it stands."""
    source = found.view.sources[claim.source]
    named = markdown(found.view.attribution(claim))
    uri = location(source).replace("(", "%28").replace(")", "%29")  # which would end the link
    if not uri:
        return named
    line = f"#L{found.view.lines[source.id].line(claim.start)}" if in_file(source) else ""
    return f"[{named}]({uri}{line})"


def _read(claim: Claim) -> str:
    rules = ", ".join(dict.fromkeys(f"`{plain(step.rule).replace('`', '')}`" for step in claim.trail))
    counted = f" of {markdown(claim.noun)}" if claim.noun else ""
    return f"Read as {markdown(reading(claim))}{counted}" + (f" by {rules}" if rules else "")
