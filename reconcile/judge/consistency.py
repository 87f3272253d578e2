"""What does not fit inside a draft, whatever the sources say: parts and whole, headline and text, date and weekday.

Each finding needs words that tie the figures together; figures that merely stand near one another prove nothing.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reconcile.facts import Alignment, Claim, Inconsistency, Source
from reconcile.judge.checking import Against, Consistency, checking_of
from reconcile.judge.derived import Ledger
from reconcile.judge.echo import Echo
from reconcile.judge.excuses import Bench, bench_of
from reconcile.judge.stance import Stances
from reconcile.judge.witness import Court, Hearing
from reconcile.language.units import units_of
from reconcile.rulebook import Rulebook

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HUNDRED = Decimal(100)
_COLON = re.compile(r"[^.;:]{0,40}:\s*$")


def inconsistencies(
    alignment: Alignment, claims: Sequence[Claim], draft: Source, rulebook: Rulebook
) -> tuple[Inconsistency, ...]:
    """All that does not fit inside a draft; `claims` are its own, `alignment` says how alike they are told."""
    rules = checking_of(rulebook)
    above = [claim for claim in claims if in_headline(claim, draft)]
    found = _against_text(above, alignment, claims, draft, rulebook) if above else ()
    return (*within_sentences(claims, rules.consistency), *found)


def _against_text(
    above: Sequence[Claim], alignment: Alignment, claims: Sequence[Claim], draft: Source, rulebook: Rulebook
) -> Iterator[Inconsistency]:
    """What does not fit the text of a draft among the claims of its headline."""
    rules, bench = checking_of(rulebook), bench_of(rulebook, claims)
    text = [claim for claim in claims if not in_headline(claim, draft)]
    stances = Stances(bench.comparer, units_of(rulebook), rules.stance)
    court = Court(alignment, text, {}, {}, Echo(claims), stances, rules)
    ledger = Ledger(text, (), draft.day, rules.derived, bench.cues)
    return headlines(map(court.hear, above), bench, ledger, rules.against)


def within_sentences(claims: Iterable[Claim], rules: Consistency) -> Iterator[Inconsistency]:
    """What does not fit in single sentences of a draft."""
    sentences: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.sentence.start].append(claim)
    for told in sentences.values():
        for look in _LOOKS:
            yield from look(told, rules)


def headlines(hearings: Iterable[Hearing], bench: Bench, ledger: Ledger, rules: Against) -> Iterator[Inconsistency]:
    """Figures of a headline for which the text has another; each hearing is of a figure of the headline, its witnesses
    those of the text."""
    for hearing in hearings:
        best = next(iter(hearing.againsts), None)
        if hearing.fors or best is None or best.near < rules.clear:
            continue
        if not ledger.derive(hearing, bench.comparer.figure(hearing.claim)):
            message = f"the headline says {hearing.claim.text}, the text {best.claim.text}"
            yield Inconsistency("headline", (hearing.claim.id, best.claim.id), message)


def in_headline(claim: Claim, draft: Source) -> bool:
    """Whether a figure stands in the headline of the text: a heading of Markdown, or a first line without a stop."""
    if claim.context.paragraph != 0 or claim.kind == "date":
        return False
    sentence = claim.sentence.text.strip()
    if draft.text[: claim.sentence.start].strip().endswith("#"):
        return True
    last = draft.text[claim.sentence.end :].lstrip(" ")
    return sentence[-1:].isalnum() and last.startswith("\n\n") and bool(last.strip())


_Look = Callable[[Sequence[Claim], Consistency], Iterator[Inconsistency]]


def _over_hundred(told: Sequence[Claim], rules: Consistency) -> Iterator[Inconsistency]:
    """A part of people or things that is more than all of them."""
    for claim in told:
        quantity = claim.quantity
        if quantity.unit == "%" and (quantity.value or 0) > _HUNDRED and _is_share(claim, rules):
            yield Inconsistency("share", (claim.id,), f"{claim.text} is more than the whole")


def _is_share(claim: Claim, rules: Consistency) -> bool:
    behind = claim.sentence.text[claim.end - claim.sentence.start :].split()
    of_all = behind[:1] == ["of"] and not {word.strip(".,;:").lower() for word in behind[1:3]} & rules.beyond
    return of_all and claim.change == "none" and claim.scope in ("total", "part")


def _larger_part(told: Sequence[Claim], _: Consistency) -> Iterator[Inconsistency]:
    """A part that is larger than the whole before it: "12 people, among them 14 children"."""
    for whole, part in pairwise(told):
        if part.scope == "part" and whole.scope == "total" and _counted_alike(whole, part):
            x, y = whole.quantity.value, part.quantity.value
            if x is not None and y is not None and y > x:
                yield Inconsistency("parts", (part.id, whole.id), f"{part.text} can't be a part of {whole.text}")


def _not_adding_up(told: Sequence[Claim], rules: Consistency) -> Iterator[Inconsistency]:
    """A whole that is followed by all its parts, which come to something else: "12: five men and eight women"."""
    for at, whole in enumerate(told):
        parts = told[at + 1 : at + 1 + rules.most]
        if len(parts) > 1 and len(told) == at + 1 + len(parts) and _opens_parts(whole, parts[0], rules):
            yield from _sum_of(whole, parts)


def _sum_of(whole: Claim, parts: Sequence[Claim]) -> Iterator[Inconsistency]:
    values = [part.quantity.value for part in parts if part.quantity.hedge == "exact" and _counted_alike(whole, part)]
    total = sum((value for value in values if value is not None), Decimal(0))
    exact = whole.quantity.hedge == "exact" and whole.quantity.value is not None
    if exact and len(values) == len(parts) and None not in values and total != whole.quantity.value:
        terms = " + ".join(part.text for part in parts)
        names = (whole.id, *(part.id for part in parts))
        yield Inconsistency("parts", names, f"{terms} make {total:f}, not {whole.text}")


def _opens_parts(whole: Claim, first: Claim, rules: Consistency) -> bool:
    """Whether the words between a whole and its first part say that all its parts follow."""
    between = whole.sentence.text[whole.end - whole.sentence.start : first.start - whole.sentence.start]
    return bool(_COLON.match(between)) or any(phrase in f" {between.lower()} " for phrase in rules.made_of)


def _counted_alike(whole: Claim, part: Claim) -> bool:
    """Whether both are counts of one unit, people or a bare number of them."""
    units = {whole.quantity.unit, part.quantity.unit} - {""}
    return whole.kind == part.kind == "count" and len(units) <= 1


def _other_weekday(told: Sequence[Claim], _: Consistency) -> Iterator[Inconsistency]:
    """A date with a weekday that it is not."""
    for claim in told:
        if claim.kind != "date" or claim.when is None or claim.when.first != claim.when.last:
            continue
        words = re.findall(r"[a-z]+", claim.text.lower())
        named = next((word for word in words if word in _WEEKDAYS), None)
        actual = _WEEKDAYS[dt.date.fromisoformat(claim.when.first).weekday()]
        if named and named != actual and any(map(str.isdigit, claim.text)):
            yield Inconsistency("weekday", (claim.id,), f"{claim.text}: that day is a {actual.capitalize()}")


_LOOKS: Sequence[_Look] = (_over_hundred, _larger_part, _not_adding_up, _other_weekday)
