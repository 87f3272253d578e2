"""What happens to what is counted: the classes of events that the words around a figure name, nearest first."""

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause
from reconcile.extract.reading.event_phrases import Phrase
from reconcile.extract.reading.nouns import Noun
from reconcile.extract.reading.subjects import phrase_with_of
from reconcile.extract.reading.syntax import LABEL, Parse

_RELATIVE = frozenset({"who", "that", "which", "whom"})
Events = tuple[str | None, tuple[str, ...]]


def find_events(read: Parse, clause: Clause, noun: Noun | None, lexicon: Lexicon) -> Events:
    """The class of what happens to what is counted, and every lexical class around the figure, nearest first.

    A movement ("climbed to 87") is what the figure does and a place ("stationed abroad") where it is, not what happens:
    they come last.
    """
    found = dict.fromkeys(_nearest_first(read, clause, noun, lexicon))
    ordered = sorted(found, key=lexicon.attendant.__contains__)
    kind = [noun.name] if noun and noun.name else []
    return (ordered[0] if ordered else None), tuple(dict.fromkeys((*ordered, *kind)))


def nearest_event(read: Parse, clause: Clause, lexicon: Lexicon) -> str | None:
    """What the words right behind a figure or its verb say that happens to what it counts; None where they say
    nothing."""
    phrases = _in_clause(read, clause)
    after = clause.chunk + 1
    found = _behind(read, clause.chunk, lexicon)
    for k in (after if read.kinds[after] == "V" else -1, clause.verb):
        found += _of_verb(read, k, phrases, lexicon) if k >= 0 else ()
    return found[0] if found else None


def _nearest_first(read: Parse, clause: Clause, noun: Noun | None, lexicon: Lexicon) -> list[str]:
    _, first, last = read.chunks[clause.chunk]
    found = _in_words(read, first, last, lexicon)
    if noun and not noun.inherited:
        found += _in_words(read, noun.first, noun.last, lexicon)
    found += _behind(read, clause.chunk, lexicon)
    if read.kinds[clause.chunk - 1] in LABEL and read.kinds[clause.chunk - 2] in ("J", "V"):
        label = read.chunks[clause.chunk - 2]
        found += _in_words(read, label.first, label.last, lexicon)
    found += _for_whom(read, clause.chunk, lexicon)
    if read.openings[clause.chunk - 1] == "worth":
        found.append(lexicon.noun_event["worth"])
    phrases = _in_clause(read, clause)
    found += _of_relative(read, clause.chunk + 1, lexicon)
    found += _of_whole(read, clause, phrases, lexicon)
    verb, after = clause.verb, clause.chunk + 1
    if read.kinds[after] == "V" and after != verb:
        found += _of_verb(read, after, phrases, lexicon)
    if verb >= 0:
        found += _of_verb(read, verb, phrases, lexicon)
    if phrases:
        found += _of_phrases(read, clause, phrases)
    if clause.subject >= 0:
        found += _in_words(read, *phrase_with_of(read, clause.subject), lexicon)
    return found


def _of_phrases(read: Parse, clause: Clause, phrases: tuple[Phrase, ...]) -> list[str]:
    """What phrases of the clause name: those about the verb right behind the figure, then those that no other figure
    parts from it."""
    after = clause.chunk + 1
    begin, end = (read.chunks[after].first, read.chunks[after].last + 3) if read.kinds[after] == "V" else (0, -1)
    near = [name for at, last, name in phrases if at <= end and last >= begin]
    return near + [name for at, last, name in phrases if not _apart(read, clause, at, last)]


def _in_clause(read: Parse, clause: Clause) -> tuple[Phrase, ...]:
    """The phrases that begin in the clause and do not reach over another figure."""
    if not read.phrases:
        return ()
    first, last = read.chunks[clause.first].first, read.chunks[clause.last].last
    within = [phrase for phrase in read.phrases if first <= phrase.first <= last]
    return tuple([phrase for phrase in within if not _holds_other(read, clause.chunk, phrase)])


def _holds_other(read: Parse, own: int, phrase: Phrase) -> bool:
    figures = "#" in read.tags_of(phrase.first, phrase.last)
    return figures and any(read.tag(t) == "#" and read.chunk_at(t) != own for t in range(phrase.first, phrase.last + 1))


def _apart(read: Parse, clause: Clause, first: int, last: int) -> bool:
    """Does another figure stand between the phrase over tokens `first`..`last` and the figure?"""
    own = read.chunks[clause.chunk]
    between = (own.last + 1, first - 1) if first > own.last else (last + 1, own.first - 1)
    return "#" in read.tags_of(*between)


def _behind(read: Parse, k: int, lexicon: Lexicon) -> list[str]:
    """What an adjective behind chunk `k` says of it: "130 people still missing", "ten feared dead"."""
    at = k + 1
    while read.kinds[at] == "R":
        at += 1
    return _in_words(read, read.chunks[at].first, read.chunks[at].last, lexicon) if read.kinds[at] == "J" else []


def _for_whom(read: Parse, k: int, lexicon: Lexicon) -> list[str]:
    """What has befallen those whom the amount in chunk `k` is for: "$500 for the injured", "for those with burns"."""
    at = k + 1
    while read.kinds[at] in ("D", "O", "R"):
        at += 1  # "Rs 4 lakh each for"
    if not read.has_figure(k) or not read.is_phrase_after(at, "for"):
        return []
    found = _in_words(read, *phrase_with_of(read, at + 1), lexicon)
    if read.is_phrase_after(at + 2, "with"):
        found += _in_words(read, read.chunks[at + 3].first, read.chunks[at + 3].last, lexicon)
    return found


def _of_relative(read: Parse, k: int, lexicon: Lexicon) -> list[str]:
    """What a relative clause says of the counted: "the 63 patients who died", "the soldiers that it put on alert"."""
    if read.kinds[k] != "S" or read.openings[k] not in _RELATIVE:
        return []
    verb = k + 1 + (read.kinds[k + 1] == "N")
    return _of_verb(read, verb, read.phrases, lexicon) if read.kinds[verb] == "V" else []


def _of_whole(read: Parse, clause: Clause, phrases: tuple[Phrase, ...], lexicon: Lexicon) -> list[str]:
    """What the noun before "of" names: "the deaths of 23 people", "the whereabouts of 61 people remain unknown"."""
    k = clause.chunk
    if read.kinds[k - 1] != "P" or read.openings[k - 1] != "of" or read.kinds[k - 2] != "N":
        return []
    whole = read.chunks[k - 2]
    found = _in_words(read, whole.first, whole.last, lexicon)
    return found + [name for at, _, name in phrases if whole.first <= at <= whole.last]


def _in_words(read: Parse, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """The events that the nouns and adjectives of some tokens name."""
    found: list[str] = []
    words = zip(read.tokens.lower[first : last + 1], read.tags_of(first, last), strict=True)
    for word, tag in words:
        if tag not in "NEJVG":
            continue
        name = lexicon.nominal_events[word]
        if not name and tag in "JV" and word in lexicon.verbs:
            name = lexicon.verb_event.get(lexicon.verbs[word][0], "")
        if name:
            found.append(name)
    return found


def _of_verb(read: Parse, k: int, phrases: tuple[Phrase, ...], lexicon: Lexicon) -> list[str]:
    """What verb group `k` names: as part of a phrase ("lost their lives"), by its verb, or by what it says of its
    subject ("are missing")."""
    chunk = read.chunks[k]
    found = [name for at, _, name in phrases if chunk.first <= at <= chunk.last]
    name = lexicon.verb_event.get(read.verbs[k])
    if name:
        found.append(name)
    elif read.verbs[k] in lexicon.tables.get("scope.linking", ()):
        found += _behind(read, k, lexicon)
    return found
