"""Who says a figure: the speaker that a sentence, or the sentence next to a quotation, attributes it to."""

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.extract.figures.figure import Figure
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import is_passive
from reconcile.extract.reading.subjects import head_of_chain, is_nominal
from reconcile.extract.reading.syntax import Parse, with_tag

_QUOTE = '"'
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_NOBODY = frozenset({"i", "we", "you", "who", "which", "that", "this", "there", "these", "those"})
_SKIPPED = frozenset("T)RJ")  # what may stand between a speaker and the verb of saying
_AFTER_INVERSION = frozenset((",", ".", _QUOTE, "P", "T", "S", ";", "!", "?", ")", "-"))


class Speaker(NamedTuple):
    """Who says something, as written, and the rule that tells so."""

    name: str
    rule: str

    @property
    def is_pronoun(self) -> bool:
        """Does the name only point back to one named before?"""
        return self.name.lower() in _PRONOUNS


def find_tellers(parse: Parse, lexicon: Lexicon) -> tuple[int, ...]:
    """The chunks of a sentence that may attribute what it says: verbs of saying and naming, and the beginnings of
    phrases like "according to"."""
    openings = zip(range(len(parse.chunks)), parse.openings, strict=False)  # which go on behind the last chunk
    leading = {k for k, word in openings if word in lexicon.attributions}
    return tuple(sorted(leading.union([k for k in with_tag(parse.kinds, "V") if _says(parse, k, lexicon)])))


def _says(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is verb group `k` of a verb that may have a speaker for its subject?"""
    verb = _verb_of_saying(parse, k, lexicon)
    return verb in lexicon.reporting or verb in lexicon.tables["speakers.naming"]


def find_speaker(parse: Parse, figure: Figure, tellers: Sequence[int], lexicon: Lexicon) -> Speaker | None:
    """Whom the sentence attributes a figure to: "the ministry said", "said X", "according to X"; None when nobody is
    named.

    `tellers` are the chunks that may attribute (see `find_tellers`). Each part of a sentence between semicolons has
    its own speakers. Of several, the nearest one before the figure
    counts, else the first behind it.
    """
    at = parse.chunk_at(figure.number)
    gapped = _gapped(parse, at, figure, lexicon)
    if gapped:
        return gapped
    if not tellers:
        return None
    first, behind = parse.kinds.rfind(";", 0, at) + 1, parse.kinds.find(";", at)
    told = [k for k in tellers if first <= k and (k < behind or behind < 0)]
    for k in (*[k for k in reversed(told) if k <= at], *[k for k in told if k > at]):
        speaker = _attribution(parse, k, figure, lexicon)
        if speaker:
            return speaker
    return None


def _gapped(parse: Parse, at: int, figure: Figure, lexicon: Lexicon) -> Speaker | None:
    """Who says the second of two figures that share a verb: "Police put the crowd at 30,000, the organisers at
    120,000"."""
    linked = (
        parse.kinds[at - 1] == "P"
        and parse.openings[at - 1] == "at"
        and parse.kinds[at - 2] == "N"
        and parse.kinds[at - 3] in (",", "C")
    )
    if not linked or parse.has_figure(at - 2) or figure.first != parse.chunks[at].first:
        return None
    naming = lexicon.tables.get("speakers.naming", ())
    earlier = any(parse.verbs[k] in naming and parse.verbs[k] for k in range(at - 3))
    return _speaker(_name(parse, at - 2), "speakers.naming") if earlier else None


def speaker_of_sentence(parse: Parse, lexicon: Lexicon) -> Speaker | None:
    """The last one whom a sentence names as speaking, whatever he says."""
    for k in reversed(find_tellers(parse, lexicon)):
        speaker = _attribution(parse, k, None, lexicon)
        if speaker:
            return speaker
    return None


def _attribution(parse: Parse, k: int, figure: Figure | None, lexicon: Lexicon) -> Speaker | None:
    """The speaker that chunk `k` names, when it attributes something: after "according to", or with a reporting
    verb."""
    named = _after_phrase(parse, k, lexicon)
    if named or parse.kinds[k] != "V" or is_passive(parse, k, lexicon):
        return named
    lemma = _verb_of_saying(parse, k, lexicon)
    if lemma in lexicon.tables.get("speakers.naming", ()):
        leads = figure is not None and _names_figure(parse, k, figure)
        return _speaker(_before(parse, k), "speakers.naming") if leads else None
    if lemma not in lexicon.reporting:
        return None
    return _speaker(_inverted(parse, k, lemma) or _before(parse, k), "speakers.verbs")


def _verb_of_saying(parse: Parse, k: int, lexicon: Lexicon) -> str:
    """The verb of saying that a group starts with ("claimed to have taken"), else its main verb."""
    _, first, last = parse.chunks[k]
    at = parse.tags.find("V", first - parse.first, last + 1 - parse.first)
    verb = parse.tokens.lower[parse.first + at if at >= 0 else last]
    lemma = lexicon.verbs.get(verb, ("", ""))[0]
    return lemma if lemma in lexicon.reporting else parse.verbs[k]


def _after_phrase(parse: Parse, k: int, lexicon: Lexicon) -> Speaker | None:
    """The speaker behind "according to" and the like, when chunk `k` begins such a phrase."""
    lower, first = parse.tokens.lower, parse.chunks[k].first
    for words, rule in lexicon.attributions.starting(lower, first):
        end = first + len(words)
        if end < parse.end:
            at = parse.chunk_at(end)
            if parse.kinds[at] == "N" and not parse.has_figure(at):
                return _speaker(_name(parse, at), rule)
    return None


def _speaker(name: str | None, rule: str) -> Speaker | None:
    return Speaker(name, rule) if name else None


def _names_figure(parse: Parse, k: int, figure: Figure) -> bool:
    """ "put the damage at €6m", "gave the number as 74", "wrote that 41 ...": does the verb in chunk `k` lead to the
    figure?"""
    lower, last = parse.tokens.lower, parse.chunks[k].last
    if "that" in lower[last + 1 : figure.first]:
        return True
    return last < figure.first and (
        lower[figure.first - 1] in ("at", "as", "of", "down", "to") or figure.first == last + 1
    )


def _inverted(parse: Parse, k: int, lemma: str) -> str | None:
    """Who speaks behind the verb of saying: '"...", said the minister'."""
    quoted = parse.kinds[k - 1] in (",", _QUOTE)
    if not quoted or lemma == "tell" or parse.kinds[k + 1] != "N" or parse.has_figure(k + 1):
        return None
    ends = k + 2 >= len(parse.chunks) or parse.kinds[k + 2] in _AFTER_INVERSION
    return _name(parse, k + 1) if ends and not _resumes(parse, k) else None


def _resumes(parse: Parse, k: int) -> bool:
    """Does the comma before verb `k` end an insertion behind its subject: "The agency, which counts the votes, said
    the turnout ..."?"""
    at = _before_insertion(parse, k - 1)
    return at != k - 1


def _before(parse: Parse, k: int) -> str | None:
    """The noun phrase a reporting verb has for its subject, over a date, a relative clause or a prepositional phrase
    if need be."""
    at = _before_insertion(parse, k - 1)
    while at >= 0 and (parse.kinds[at] in _SKIPPED or parse.kinds[at] == ","):
        at -= 1
    if parse.kinds[at] == "S" and parse.openings[at] in ("who", "which"):
        at -= 1 + (parse.kinds[at - 1] == ",")
    if parse.kinds[at] != "N" or (parse.has_figure(at) and not _counts_people(parse, at)):
        return None
    return _name(parse, head_of_chain(parse, at))


def _before_insertion(parse: Parse, at: int) -> int:
    """The chunk before a relative clause or an apposition between commas that ends with chunk `at`; `at` itself where
    there is none."""
    if parse.kinds[at] != ",":
        return at
    opening = at - 1
    while opening > 0 and parse.kinds[opening] != ",":
        opening -= 1
    relative = parse.openings[opening + 1] in ("who", "which", "whose")
    apposed = opening == at - 2 or (opening == at - 4 and parse.kinds[at - 2] == "P")
    named = parse.kinds[opening - 1] == "N" and parse.has_tag(opening - 1, "E")
    return opening - 1 if opening > 0 and parse.kinds[opening - 1] == "N" and (relative or (apposed and named)) else at


def _counts_people(parse: Parse, k: int) -> bool:
    """ "Two officials said": a counted speaker is a speaker."""
    chunk = parse.chunks[k]
    return parse.tag(chunk.first) == "#" and parse.tag(chunk.last) in "NE"


def _name(parse: Parse, k: int) -> str | None:
    chunk = parse.chunks[k]
    if parse.openings[k] in _NOBODY or not (is_nominal(parse, k) or parse.openings[k] in _PRONOUNS):
        return None
    last, at = chunk.last, k + 1
    while parse.tag(last) == "E" and parse.is_phrase_after(at, "of", "for") and _is_named(parse, at + 1):
        last, at = parse.chunks[at + 1].last, at + 2
    return parse.text(chunk.first, last)


def _is_named(parse: Parse, k: int) -> bool:
    """Is a phrase all names, as the second half of "the Department of Energy" is?"""
    chunk = parse.chunks[k]
    return all(parse.tag(t) == "E" for t in range(chunk.first, chunk.last + 1))
