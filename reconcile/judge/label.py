"""A short label of a fact, made of what its claims say of themselves, in their own words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reconcile.facts import Claim, When

_LONGEST = 60
_COUNT = "count"
_MOST = 20  # sentences looked at


def label(claims: Sequence[Claim]) -> str:
    """What the claims count or measure, and where ("people killed, in Ecuador"); of dates the days."""
    if claims[0].when and claims[0].kind == "date":
        return _days(claims[0].when)
    places = _places(claims)
    moves = bool(places) and not places.startswith("in ")
    counts = claims[0].kind == _COUNT
    what = _counted(claims, verb=not moves) if counts else _measured(claims)
    shown = places if counts and places not in what else ""
    return ", ".join(_short(part) for part in (what or claims[0].kind, shown) if part)


def _days(when: When) -> str:
    return when.first if when.first == when.last else f"{when.first} to {when.last}"


def _counted(claims: Sequence[Claim], *, verb: bool) -> str:
    """The counted noun with what was done to or by it: "houses destroyed"."""
    noun = _shared(claims, [claim.noun for claim in claims]) or _shared(claims, map(_subject, claims))
    return _with_verb(noun, claims) if verb else noun


def _measured(claims: Sequence[Claim]) -> str:
    """What an amount is of, with the noun for the amount or the verb of a change: "cost, deployment", "sales fell"."""
    noun = _shared(claims, [claim.noun for claim in claims])
    subject = _shared(claims, map(_subject, claims))
    if not subject:
        return noun
    if any(claim.scope == "change" for claim in claims):
        return _with_verb(subject, claims)
    head = _shared(claims, [claim.context.head for claim in claims])
    verb = _shared(claims, [claim.context.verb for claim in claims])
    return subject if head in ("", verb) or _within(head, (subject, noun)) else f"{head}, {subject}"


def _with_verb(noun: str, claims: Sequence[Claim]) -> str:
    done = _shared(claims, [_done(claim) for claim in claims])
    return f"{noun} {done}" if noun and done and done not in noun.split() else noun


def _within(word: str, texts: Iterable[str]) -> bool:
    return any(word.casefold() in text.casefold() for text in texts)


def _subject(claim: Claim) -> str | None:
    """Whom or what the figure is of, where that is not only who tells it."""
    told = claim.subject and claim.speaker and _within(claim.speaker, (claim.subject,))
    return None if told else claim.subject


def _done(claim: Claim) -> str | None:
    """The governing verb where it stands in a past form, as written: that form reads well behind its noun.

    One that tells of no event ("said") says nothing of what is counted.
    """
    if claim.event is None:
        return None
    verb, sentence = claim.context.verb, claim.sentence
    places = (start for start, word in claim.context.words if word == verb)
    at = min(places, key=lambda start: abs(start - claim.start), default=-1)
    written = _word_at(sentence.text, at - sentence.start).casefold() if at >= 0 else ""
    return None if written in ("", verb) or written.endswith(("ing", "s")) else written


def _word_at(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]


def _places(claims: Sequence[Claim]) -> str:
    origin = _shared(claims, _named(place for claim in claims for place in claim.roles.from_))
    target = _shared(claims, _named(place for claim in claims for place in claim.roles.to))
    where = _shared(claims, _named(place for claim in claims for place in claim.roles.in_))
    if origin and target:
        return f"{origin} to {target}"
    return f"from {origin}" if origin else f"to {target}" if target else f"in {where}" if where else ""


def _named(places: Iterable[str]) -> Iterable[str]:
    """The places with a name of their own: "the base" or "the end" says nothing where it stands alone."""
    return (place for place in places if place[:1].isupper())


def _shared(claims: Sequence[Claim], words: Iterable[str | None]) -> str:
    """The word that most claims use, whatever its case; of equals the one that most sentences have, then the first."""
    told = [word for word in words if word]
    if len(set(told)) < 2:
        return told[0] if told else ""
    counted = Counter(word.casefold() for word in told)
    ranked = {word: (counted[word.casefold()], _heard(claims, word), -at) for at, word in reversed([*enumerate(told)])}
    best = max(ranked, key=ranked.__getitem__, default="")
    return best.lower() if best.lower() in told else best


def _heard(claims: Sequence[Claim], word: str) -> int:
    return sum(word.casefold() in claim.sentence.text.casefold() for claim in claims[:_MOST])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
