"""The draft's part of the terminal report: what needs a look with both sides quoted, the rest a line each."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from reconcile.facts import Claim, DraftFinding, Inconsistency
from reconcile.report.digest import Digest, Finding
from reconcile.report.inert import plain
from reconcile.report.table.layout import VERDICT
from reconcile.report.table.rows import aligned, heading, named, quotes
from reconcile.report.table.style import DIM, TITLE, Brush, outcome, sign
from reconcile.report.words import plural, with_noun


def draft(view: Digest, brush: Brush) -> Iterator[RenderableType]:
    """Findings by gravity, among them what in the draft does not fit itself; then what somebody has waived."""
    shown = [each for each in view.findings if each.finding.level != "ignore"]
    odd = [each for each in view.report.inconsistencies if each.level != "ignore"]
    standing = [each for each in shown if not each.finding.waiver]
    yield heading(f"Draft: {view.tally or _nothing(shown)}")
    for each in standing:
        if each.finding.status != "supported":
            yield from finding(each, view, brush)
    for one in odd:
        if not one.waiver:
            yield from _inconsistency(one, view, brush)
    for each in standing:
        if each.finding.status == "supported":
            yield from finding(each, view, brush)
    yield from _waived(shown, odd, view)
    ignored = len(view.findings) + len(view.report.inconsistencies) - len(shown) - len(odd)
    if ignored:
        yield Text(f"{plural(ignored, 'finding')} that the desk ignores not shown", style=DIM)


def _nothing(shown: Sequence[Finding]) -> str:
    return "nothing left to look at, all that was found is waived" if shown else "no figures to look at"


def finding(each: Finding, view: Digest, brush: Brush) -> Iterator[RenderableType]:
    """One figure: its outcome, what the sources say, where it stands; with the sentences where it needs a look."""
    found, claim = each.finding, each.claim
    mend = f"; write “{plain(found.mend.text)}”" if found.mend else ""
    told = Text.assemble(
        (plain(with_noun(claim)), TITLE), f"  {plain(found.message)}{mend}", _place(claim, found, view)
    )
    yield aligned([(outcome(found.status), told)], VERDICT)
    if found.status != "supported":
        spoken = {evidence.text.casefold(): evidence for evidence in reversed(each.evidence)}
        yield from _quoted([claim, *reversed(spoken.values())], view, brush)


def _inconsistency(odd: Inconsistency, view: Digest, brush: Brush) -> Iterator[RenderableType]:
    claims = _claims(odd, view)
    told = Text.assemble((", ".join(plain(claim.text) for claim in claims), TITLE), f"  {plain(odd.message)}")
    told.append_text(Text.assemble(*(_place(claim, odd, view) for claim in claims[:1])))
    yield aligned([(sign("!", "inconsistent"), told)], VERDICT)
    yield from _quoted(list({claim.sentence: claim for claim in claims}.values()), view, brush)


def _quoted(claims: Sequence[Claim], view: Digest, brush: Brush) -> Iterator[RenderableType]:
    cited = [(Text(f"{named([claim.source], view)}{_leaf(claim, view)}", style=DIM), claim) for claim in claims]
    yield from quotes(cited, brush)
    yield Text("")


def _leaf(claim: Claim, view: Digest) -> str:
    """The page, paragraph or row of a sentence, where the source is no file of lines that an editor jumps to."""
    place = view.spoken(claim)
    return "" if place.startswith(("line ", "text line ")) else f", {plain(place)}"


def _waived(shown: Sequence[Finding], odd: Sequence[Inconsistency], view: Digest) -> Iterator[RenderableType]:
    """A line for each finding that somebody vouches for: the figure, what was found, who and why."""
    lines = [
        (outcome(each.finding.status), plain(with_noun(each.claim)), each.finding.message, each.finding.waiver)
        for each in shown
    ] + [
        (sign("!", "inconsistent"), ", ".join(plain(c.text) for c in _claims(one, view)), one.message, one.waiver)
        for one in odd
    ]
    waived = [(head, figure, message, waiver) for head, figure, message, waiver in lines if waiver]
    if waived:
        yield heading(f"Waived ({len(waived)})")
    for head, figure, message, waiver in waived:
        told = Text.assemble((figure, TITLE), f"  {plain(message)}", (f"  {plain(waiver.told)}", DIM))
        yield aligned([(head, told)], VERDICT)


def _claims(odd: Inconsistency, view: Digest) -> list[Claim]:
    known = {claim.id: claim for claim in view.report.claims}
    return [known[name] for name in odd.claims if name in known]


def _place(claim: Claim, found: DraftFinding | Inconsistency, view: Digest) -> tuple[str, str]:
    """Where a figure stands, and how grave the desk takes what is said of it."""
    return f"  {plain(view.place(claim))}{', ' + found.level if found.level else ''}", DIM
