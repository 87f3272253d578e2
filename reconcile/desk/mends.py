"""Mends of a checked draft: which may be applied, what they make of the text, and the file rewritten, a copy kept.

Only a text or Markdown file in UTF-8 is rewritten, since only there the text that was read is the file itself.
"""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from reconcile.desk.faults import DeskFault
from reconcile.desk.matters import draft_of
from reconcile.desk.output import write_file
from reconcile.desk.sections import section_of
from reconcile.facts import DraftFinding, Mend, Problem, Report, Source
from reconcile.facts.policy import Policy

_MARK = "\ufeff"
_COPIES = 1000
_BY_HAND = "make the changes by hand: `--diff` shows them"


def offered(report: Report) -> Iterator[DraftFinding]:
    """The findings of a reviewed report with a mend that an editor may take: waived and ignored ones have none."""
    return (each for each in report.draft if each.mend and not each.waiver and each.level != "ignore")


def mends_of(report: Report, policy: Policy) -> tuple[Mend, ...]:
    """The mends of a reviewed report that may be applied without asking, in the order of the text, none over another.

    They are those of the slips that the policy names; none inside a quotation, whose words are the speaker's.
    """
    draft, claims = draft_of(report), {claim.id: claim for claim in report.claims}
    wanted = [
        each.mend
        for each in offered(report)
        if each.mend and each.slip in policy.mends and section_of(draft, claims[each.claim]) != "quotation"
    ]
    return tuple(_apart(sorted(wanted, key=lambda mend: (mend.start, mend.end))))


def mended(text: str, mends: Iterable[Mend]) -> str:
    """The text with the mends of `mends_of` in their places."""
    pieces, done = [], 0
    for mend in mends:
        pieces += [text[done : mend.start], mend.text]
        done = mend.end
    return "".join(pieces) + text[done:]


def diff(draft: Source, mends: Iterable[Mend]) -> str:
    """What the mends change, as a unified diff that `patch` takes; "" where they change nothing."""
    name = draft.path or draft.id
    before, after = (_lines(text) for text in (draft.text, mended(draft.text, mends)))
    lines = unified_diff(before, after, name, name, lineterm="\n")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def rewrite(draft: Source, mends: Iterable[Mend]) -> Path:
    """Puts the mended text in the place of the draft's file, whole or not at all; gives the path of the copy kept.

    The copy is the file byte for byte: DRAFT.orig, or .orig.1 and on where there is one. Raises DeskFault where the
    file is no text in UTF-8 or is not what was read any more, or where it can't be written.
    """
    path = Path(draft.path or "-")
    if draft.path in (None, "-"):
        raise _fault(path, "standard input cannot be mended", "give the draft as a file, or ask for `--diff`")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _fault(path, f"cannot mend: {error.strerror or error}", "check the path") from error
    whole = data.decode("utf-8", "replace")
    mark = _MARK if whole.startswith(_MARK) else ""
    if whole != mark + draft.text:
        raise _fault(path, "cannot mend: not a text or Markdown file in UTF-8 as it was read", _BY_HAND)
    copy = _copy(path, data)
    try:
        write_file(path, mark + mended(draft.text, mends))
    except DeskFault:
        copy.unlink()
        raise
    return copy


def _copy(path: Path, data: bytes) -> Path:
    """A new file beside the draft with its bytes; an older copy is never touched."""
    for number in range(_COPIES):
        copy = path.with_name(f"{path.name}.orig{f'.{number}' if number else ''}")
        try:
            with copy.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            continue
        except OSError as error:
            raise _fault(copy, f"cannot keep a copy: {error.strerror or error}", "nothing was mended") from error
        return copy
    raise _fault(path, f"{_COPIES} copies beside it already", "clear them away; nothing was mended")


def _apart(mends: Iterable[Mend]) -> Iterator[Mend]:
    """The mends without those that begin inside the one before."""
    done = 0
    for mend in mends:
        if mend.start >= done:
            yield mend
            done = mend.end


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a newline ends one, as for `patch`."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _fault(path: Path, message: str, hint: str) -> DeskFault:
    return DeskFault(Problem(str(path), None, message, hint))
