"""Who says a figure, and how sure they are: speaker and standing."""

from typing import NamedTuple

from reconcile.extract.clauses import Clause, has_figure, verb_lemma
from reconcile.extract.figures import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.syntax import Chunk, Parse
from reconcile.facts.claim import Standing

_QUOTE = '"'
_PRONOUNS = frozenset({"he", "she", "they", "it"})


class Speaker(NamedTuple):
    """Who says something, as written, and the rule that tells so."""

    name: str
    rule: str


def find_speaker(parse: Parse, figure: Figure, lexicon: Lexicon) -> Speaker | None:
    """Whom the sentence attributes a figure to: "the ministry said", "said X", "according to X"; None when nobody is named.

    Each part of a sentence between semicolons has its own speakers. Of several, the nearest one before the figure counts, else the first behind it.
    """
    chunks = parse.chunks
    at = parse.chunk_at(figure.number)
    first, last = at, at
    while first > 0 and chunks[first - 1].kind != ";":
        first -= 1
    while last + 1 < len(chunks) and chunks[last + 1].kind != ";":
        last += 1
    for k in (*range(at, first - 1, -1), *range(at + 1, last + 1)):
        speaker = _attribution(parse, k, figure, lexicon)
        if speaker:
            return speaker
    return None


def _attribution(parse: Parse, k: int, figure: Figure, lexicon: Lexicon) -> Speaker | None:
    """The speaker that chunk `k` names, when it attributes something: after "according to", or with a reporting verb."""
    chunk = parse.chunks[k]
    lower = parse.tokens.lower
    for words, rule in lexicon.attributions.get(lower[chunk.first], ()):
        end = chunk.first + len(words)
        if end < parse.end and tuple(lower[chunk.first : end]) == words:
            phrase = parse.chunks[parse.chunk_at(end)]
            if phrase.kind == "N" and not has_figure(parse, phrase):
                return _speaker(_name(parse, phrase), rule)
    if chunk.kind != "V":
        return None
    lemma = verb_lemma(parse, chunk, lexicon)
    naming = lexicon.tables.get("speakers.naming", frozenset())
    if lemma in naming:
        return _speaker(_subject_of(parse, k, lemma), "speakers.naming") if _names_figure(parse, k, figure) else None
    return _speaker(_subject_of(parse, k, lemma), "speakers.verbs") if lemma in lexicon.reporting else None


def _speaker(name: str | None, rule: str) -> Speaker | None:
    return Speaker(name, rule) if name else None


def _names_figure(parse: Parse, k: int, figure: Figure) -> bool:
    """ "put the damage at €6m", "gave the number as 74", "wrote that 41 ...": does the verb in chunk `k` lead to the figure?"""
    lower = parse.tokens.lower
    if "that" in lower[parse.chunks[k].last + 1 : figure.first]:
        return True
    return parse.chunks[k].last < figure.first and (
        lower[figure.first - 1] in ("at", "as", "of", "down", "to") or figure.first == parse.chunks[k].last + 1
    )


def _subject_of(parse: Parse, k: int, lemma: str) -> str | None:
    """Who the reporting verb in chunk `k` has for its subject, before it or, inverted, behind it."""
    chunks = parse.chunks
    after = chunks[k + 1] if k + 1 < len(chunks) else None
    quoted = k > 0 and chunks[k - 1].kind in (",", _QUOTE)
    if (
        quoted
        and lemma != "tell"
        and after is not None
        and after.kind == "N"
        and not has_figure(parse, after)
        and _ends_inversion(parse, k + 2)
    ):
        return _name(parse, after)
    before = _before(parse, k)
    return _name(parse, before) if before is not None else None


def _ends_inversion(parse: Parse, k: int) -> bool:
    """After "said the minister" the sentence ends, breaks off or goes on with an apposition."""
    return k >= len(parse.chunks) or parse.chunks[k].kind in (",", ".", _QUOTE, "P", "T", "S", ";", "!", "?", ")")


def _before(parse: Parse, k: int) -> Chunk | None:
    """The noun phrase a reporting verb has for its subject, over a date, a relative clause or a prepositional phrase if need be."""
    chunks = parse.chunks
    at = k - 1
    while at >= 0 and chunks[at].kind in "T)R,":
        at -= 1
    if at >= 1 and chunks[at].kind == "S" and parse.tokens.lower[chunks[at].first] in ("who", "which"):
        at -= 1 + (chunks[at - 1].kind == ",")
    if at < 0 or chunks[at].kind != "N" or (has_figure(parse, chunks[at]) and not _counts_people(parse, chunks[at])):
        return None
    while at >= 2 and chunks[at - 1].kind == "P" and chunks[at - 2].kind == "N":
        at -= 2
    return chunks[at]


def _counts_people(parse: Parse, chunk: Chunk) -> bool:
    """ "Two officials said": a counted speaker is a speaker."""
    return parse.tag(chunk.first) == "#" and parse.tag(chunk.last) in "NE"


def _name(parse: Parse, chunk: Chunk) -> str | None:
    if parse.tokens.lower[chunk.first] in ("i", "we", "you", "who", "which", "that"):
        return None
    return parse.text(chunk.first, chunk.last)


def is_pronoun(speaker: Speaker | None) -> bool:
    """Does the speaker's name only point back to one named before?"""
    return speaker is not None and speaker.name.lower() in _PRONOUNS


def find_standing(parse: Parse, clause: Clause, figure: Figure, hedge_note: str, lexicon: Lexicon) -> Standing:
    """How sure a claim is: denied, hypothetical, planned, estimated, or plainly asserted."""
    lower = parse.tokens.lower
    first, last = _governing_span(parse, clause, figure, lexicon)
    found = _cues(parse, first, last, lexicon) | (_cues(parse, *_reporting_span(parse, clause), lexicon) & {"denied"})
    if clause.verb >= 0:
        verb = parse.chunks[clause.verb]
        group = lower[verb.first : verb.last + 1]
        if "not" in group or "never" in group or any(word.endswith(("n't", "n\u2019t")) for word in group):
            found.add("denied")
    start = parse.chunks[clause.first].first
    if (start > parse.first and lower[start - 1] in ("if", "unless")) or (
        lower[parse.first] in ("if", "unless", "should") and start <= parse.first + 1
    ):
        return "hypothetical"
    if "denied" in found:
        return "denied"
    if "planned" in found and "hypothetical" not in found:
        return "planned"
    if "hypothetical" in found:
        return "hypothetical"
    return "estimated" if "estimat" in hedge_note or "estimated" in found else "asserted"


def _governing_span(parse: Parse, clause: Clause, figure: Figure, lexicon: Lexicon) -> tuple[int, int]:
    """The tokens of the verb group that governs the figure, with the verbs it hangs on ("intends to build"), up to the figure."""
    chunks = parse.chunks
    if clause.verb < 0:
        return max(parse.first, figure.first - 3), figure.first
    k = clause.verb
    while parse.tag(chunks[k].first) == "X" and k > clause.first:
        earlier = next((j for j in range(k - 1, clause.first - 1, -1) if chunks[j].kind == "V"), -1)
        if earlier < 0:
            break
        k = earlier
    verb = chunks[clause.verb]
    if clause.figure_is_subject:
        return chunks[k].first, min(verb.last + 2, parse.end - 1)
    return chunks[k].first, max(verb.last, figure.first - 1)


def _reporting_span(parse: Parse, clause: Clause) -> tuple[int, int]:
    """The tokens before the "that" which opens the clause: the verb or noun that reports it."""
    first = parse.chunks[clause.first].first
    if first - 1 < parse.first or parse.tokens.lower[first - 1] != "that":
        return first, first - 1
    return max(parse.first, first - 5), first - 2


def _cues(parse: Parse, first: int, last: int, lexicon: Lexicon) -> set[str]:
    """The standings that words of the tokens `first`..`last` stand for."""
    lower = parse.tokens.lower
    found: set[str] = set()
    for t in range(first, last + 1):
        for words, standing in lexicon.standing.get(lower[t], ()):
            if tuple(lower[t : t + len(words)]) == words:
                found.add(standing)
                break
    return found
