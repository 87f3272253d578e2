"""What a figure counts or measures: the noun phrase it stands in, its head and its class. What is left out, `ellipsis`
supplies."""

from typing import NamedTuple

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.syntax import LABEL, Chunk, Parse
from reconcile.extract.tokens import NUMBER, WORD

STRONG = frozenset({"strong", "odd", "plus"})
_LIMIT = "limit"  # the class of caps and quotas
_FATES = frozenset({"kill", "injure"})  # their nouns count people: deaths, fatalities, injuries


class Noun(NamedTuple):
    """The counted noun over tokens `first`..`last` of its sentence.

    `head` is its lemma, `modifiers` the lemmas before it; `name` is the lexical class ("soldier"), `person` whether it
    counts people.
    `inherited` tells that an ellipsis was filled from elsewhere.
    """

    text: str
    head: str
    modifiers: tuple[str, ...]
    name: str
    person: bool
    first: int
    last: int
    inherited: bool = False


def counted_noun(parse: Parse, figure: Figure, lexicon: Lexicon) -> Noun | None:
    """The noun that stands with a figure: behind it, in an "of" phrase, or hyphenated to it. None for an ellipsis."""
    hyphenated = figure.compound and parse.tokens.lower[figure.last] not in STRONG and not _is_split(parse, figure)
    if hyphenated and figure.kind == "count" and figure.last + 2 < parse.end:
        return _hyphenated(parse, _suspended(parse, figure.last + 2), lexicon)
    k = parse.chunk_at(figure.last)
    start = figure.last + 1 + hyphenated
    if parse.tokens.lower[start : start + 2] == ["short", "of"]:
        return None  # 13 short of a majority
    of_phrase = _of_phrase(parse, k)
    if start < parse.chunks[k].last and (
        parse.tag(start) == "G" or (figure.kind == "duration" and parse.tokens.lower[start] == "old")
    ):
        start += 1  # the boy of "a 4-year-old boy", the pay of "7 months' pay"
    if start <= parse.chunks[k].last:
        noun = noun_of(parse, start, _without_more(parse, start, _coordinated(parse, k, start), lexicon), lexicon)
        if noun and not (of_phrase and is_elided(noun, lexicon)):
            return noun
    if of_phrase:
        return _behind_figures(parse, of_phrase, lexicon)
    return _shared(parse, k, lexicon) or _group_before(parse, k, lexicon)


def _is_split(parse: Parse, figure: Figure) -> bool:
    """Is the figure one side of a vote, "5-2", and no part of a word?"""
    return figure.last + 2 < parse.end and parse.tokens.kind[figure.last + 2] == NUMBER


def _shared(parse: Parse, k: int, lexicon: Lexicon) -> Noun | None:
    """The noun behind the figure that the one in chunk `k` is coordinated with: "won 12 and 7 seats"."""
    own, other = parse.chunks[k], k + 2
    if parse.kinds[k + 1] != "C" or parse.kinds[other] != "N" or parse.tag(own.first) != "#" or own.first != own.last:
        return None
    chunk = parse.chunks[other]
    return _behind_figures(parse, chunk, lexicon) if parse.tag(chunk.first) == "#" else None


def _behind_figures(parse: Parse, chunk: Chunk, lexicon: Lexicon) -> Noun | None:
    """The noun of an "of" phrase, behind its own figures: the charges of "two of the nine charges"."""
    figures = [t for t in range(chunk.first, chunk.last + 1) if parse.tag(t) == "#"]
    first = figures[-1] + 1 if figures else chunk.first
    last = _coordinated(parse, parse.chunk_at(chunk.first), first) if first <= chunk.last else first
    return noun_of(parse, first, last, lexicon) if first <= chunk.last else None


def _group_before(parse: Parse, k: int, lexicon: Lexicon) -> Noun | None:
    """ "A crew of five": the group, whose people the figure counts; "a rating of four": what has the figure for its
    size."""
    if parse.kinds[k - 1] != "P" or parse.openings[k - 1] != "of" or parse.kinds[k - 2] != "N":
        return None
    noun = noun_of(parse, parse.chunks[k - 2].first, parse.chunks[k - 2].last, lexicon)
    if (
        noun is None
        or noun.head in lexicon.tables.get("scope.totals", ())
        or lexicon.noun_event.get(noun.head) == _LIMIT
    ):
        return None  # "a limit of 600" counts no limits
    if noun.head in lexicon.groups:
        return noun._replace(person=True)
    if noun.head in lexicon.tables["scope.surveyed"]:
        return Noun("people", "person", (), "person", person=True, first=noun.first, last=noun.last, inherited=True)
    return noun if parse.openings[k - 2] in ("a", "an") else None


def _coordinated(parse: Parse, k: int, start: int) -> int:
    """The last token of the phrase that starts at `start`: "460 Kia and Hyundai vehicles" counts vehicles."""
    last = parse.chunks[k].last
    names = all(parse.tag(t) in "ED" for t in range(start, last + 1))
    if names and parse.kinds[k + 1] == "C" and parse.kinds[k + 2] == "N":
        following = parse.chunks[k + 2]
        if parse.tag(following.first) == "E" and parse.tag(following.last) == "N":
            return following.last
    return last


def _without_more(parse: Parse, start: int, last: int, lexicon: Lexicon) -> int:
    """The last token of a counted phrase without the "more" behind its noun: "40 people more than it was built for"."""
    lower, tables = parse.tokens.lower, lexicon.tables
    comparing = lower[last] in tables["scope.more"] or lower[last] in tables["scope.less"]
    return last - 1 if last > start and comparing else last


def _of_phrase(parse: Parse, k: int) -> Chunk | None:
    """The noun phrase after "of" or "among" behind chunk `k`; an equivalent in between is passed over: "2,500 tonnes
    (2,755 tons) of waste"."""
    chunks, at = parse.chunks, k + 1
    if parse.kinds[at] == "(":
        while at < len(chunks) and chunks[at].kind != ")":
            at += 1
        at += 1
    return chunks[at + 1] if parse.is_phrase_after(at, "of", "among") else None


def labelled_noun(parse: Parse, k: int, lexicon: Lexicon) -> Noun | None:
    """The noun that labels a figure in a list: "Staff: 44,150", "Injured - 96", "Staff deployed: 612"."""
    at = k - 2
    if parse.kinds[k - 1] not in LABEL or parse.kinds[at] not in ("N", "J", "V"):
        return None
    noun = noun_of(parse, parse.chunks[at].first, parse.chunks[at].last, lexicon)
    if parse.kinds[at] == "N" or parse.kinds[at - 1] != "N":
        return noun
    whole = noun_of(parse, parse.chunks[at - 1].first, parse.chunks[at - 1].last, lexicon)
    total = whole is None or whole.head in lexicon.tables.get("scope.totals", ()) or is_elided(whole, lexicon)
    return noun if total else whole


def _suspended(parse: Parse, at: int) -> int:
    """The hyphenated word that several figures share: the cylinder of "four-, five- and six-cylinder engines"."""
    if parse.tokens.kind[at] == WORD and parse.tag(at) != "C":
        return at
    j = at
    while j < parse.end - 1 and parse.tag(j) in ",C#-JR":
        j += 1
    return j


def _hyphenated(parse: Parse, at: int, lexicon: Lexicon) -> Noun | None:
    """ "12-member team" counts members, "4,800-strong force" the force's people, "four-storey dormitory" storeys."""
    if parse.tokens.lower[at] in STRONG:
        last = parse.chunks[parse.chunk_at(at)].last
        noun = noun_of(parse, at + 1, last, lexicon) if at < last else None
        return noun._replace(person=True) if noun else None
    return _noun(parse, at, at, lexicon)


def noun_of(parse: Parse, first: int, last: int, lexicon: Lexicon) -> Noun | None:
    """The noun in tokens `first`..`last`: its head is the last noun that is no possessor; None where there is none."""
    head = _head(parse.tags_of(first, last))
    at = first + head if head >= 0 else _people(parse, first, last, lexicon)
    if at < first:
        return None
    begin = first
    while begin < at and parse.tag(begin) in "DR,":
        begin += 1
    return _noun(parse, begin, at, lexicon)


def _head(tags: str) -> int:
    """The place of the last noun that is no possessor, else of the last one; -1 where there is none."""
    last = at = max(tags.rfind("N"), tags.rfind("E"))
    while at >= 0 and tags[at + 1 : at + 2] == "G":
        at = max(tags.rfind("N", 0, at), tags.rfind("E", 0, at))
    return at if at >= 0 else last


def _people(parse: Parse, first: int, last: int, lexicon: Lexicon) -> int:
    """The last word that stands for people without a noun ("the injured", "the elderly"); -1 where there is none."""
    lower, personal = parse.tokens.lower, lexicon.tables["scope.personal"]
    for t in range(last, first - 1, -1):
        if parse.tag(t) in "JVG" and (lower[t] in lexicon.persons or _fate(parse, t, lexicon) in personal):
            return t
    return -1


def _noun(parse: Parse, first: int, at: int, lexicon: Lexicon) -> Noun:
    """The noun whose head is token `at`, in a phrase that starts at `first`."""
    tokens = parse.tokens
    head = _code_before(parse, first, at) or lexicon.lemma(tokens.lower[at])
    name, person = _class_of(parse, first, at, head, lexicon)
    return Noun(parse.text(first, at), head, parse.content(first, at - 1), name, person, first, at)


def _code_before(parse: Parse, first: int, at: int) -> str | None:
    """The name that a plural ending hangs on: the F-35 of "48 F-35s"; None for an ordinary noun."""
    tokens = parse.tokens
    begin = at
    while begin > first and tokens.glued[begin]:
        begin -= 1
    if begin == at or tokens.lower[at] != "s":
        return None
    return tokens.text[tokens.start[begin] : tokens.end[at - 1]]


def _class_of(parse: Parse, first: int, at: int, head: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The lexical class of a head noun, compounds first, and whether it names people."""
    lower = parse.tokens.lower
    for start in range(max(first, at - 2), at):
        names = lexicon.compound_nouns.of(*lower[start:at], head)
        if names:
            return names[0], names[0] in lexicon.person_classes
    name = lexicon.noun_class.get(head, "")
    person = (
        head in lexicon.persons
        or name in lexicon.person_classes
        or lexicon.noun_event.get(head) in _FATES
        or _fate(parse, at, lexicon) in lexicon.tables["scope.personal"]
        or (
            head != lower[at]
            and parse.tag(at) == "E"
            and head.endswith(tuple(lexicon.tables.get("scope.demonyms", ())))
        )
    )
    return name, person


def _fate(parse: Parse, t: int, lexicon: Lexicon) -> str | None:
    """What has befallen those whom an adjective or a participle stands for: the injured, the 12 killed."""
    word = parse.tokens.lower[t]
    lemma, form = lexicon.verbs.get(word, ("", ""))
    named = lexicon.verb_event.get(lemma) if form in ("d", "x") and parse.tag(t) in "JV" else None
    return lexicon.adjective_event.get(word) or named


def is_elided(noun: Noun, lexicon: Lexicon) -> bool:
    """Does the phrase leave out what is counted: "55 others", "300 more"?"""
    return noun.head in lexicon.tables.get("scope.elided", ())
