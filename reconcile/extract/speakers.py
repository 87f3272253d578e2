"""Who says a figure, and how sure they are: speaker and standing."""

from reconcile.extract.clauses import Clause, verb_lemma
from reconcile.extract.lexicon import Lexicon
from reconcile.extract.syntax import Chunk, Parse
from reconcile.facts.claim import Standing

_QUOTE = '"'
_WH = frozenset({"that", "which", "who", "whom", "whose"})


def find_speaker(parse: Parse, lexicon: Lexicon) -> str | None:
    """Whom a sentence attributes its content to: "the ministry said", "said X", "according to X"; None when nobody is named."""
    return _according(parse, lexicon) or _reported(parse, lexicon)


def _according(parse: Parse, lexicon: Lexicon) -> str | None:
    lower = parse.tokens.lower
    for t in range(parse.first, parse.end):
        for words, _ in lexicon.attributions.get(lower[t], ()):
            end = t + len(words)
            if end < parse.end and tuple(lower[t:end]) == words:
                chunk = parse.chunks[parse.chunk_at(end)]
                if chunk.kind == "N":
                    return _name(parse, chunk)
    return None


def _reported(parse: Parse, lexicon: Lexicon) -> str | None:
    chunks = parse.chunks
    for k, chunk in enumerate(chunks):
        if chunk.kind != "V":
            continue
        if verb_lemma(parse, chunk, lexicon) not in lexicon.reporting:
            continue
        after = chunks[k + 1] if k + 1 < len(chunks) else None
        before = _before(parse, k)
        inverted = k > 0 and chunks[k - 1].kind in (",", _QUOTE) and after is not None and after.kind == "N" and _no_figure(parse, after)
        if inverted and after is not None:
            return _name(parse, after)
        if before is not None:
            return _name(parse, before)
    return None


def _before(parse: Parse, k: int) -> Chunk | None:
    """The noun phrase a reporting verb has for its subject, over an apposition or a date if need be."""
    chunks = parse.chunks
    at = k - 1
    while at >= 0 and chunks[at].kind in "T)" + ",":
        at -= 1
    if at < 0 or chunks[at].kind != "N" or not _no_figure(parse, chunks[at]):
        return None
    while at >= 2 and chunks[at - 1].kind == "P" and chunks[at - 2].kind == "N":
        at -= 2
    return chunks[at]


def _no_figure(parse: Parse, chunk: Chunk) -> bool:
    return all(parse.tag(t) != "#" for t in range(chunk.first, chunk.last + 1))


def _name(parse: Parse, chunk: Chunk) -> str:
    return parse.text(chunk.first, chunk.last)


def find_standing(parse: Parse, clause: Clause, hedge_note: str, lexicon: Lexicon) -> Standing:
    """How sure a claim is: denied, hypothetical, planned, estimated, or plainly asserted."""
    lower = parse.tokens.lower
    chunks = parse.chunks
    first, last = chunks[clause.first].first, chunks[clause.last].last
    found: set[str] = set()
    for t in range(first, last + 1):
        for words, standing in lexicon.standing.get(lower[t], ()):
            if tuple(lower[t : t + len(words)]) == words and t + len(words) - 1 <= last:
                found.add(standing)
                break
    if clause.verb >= 0:
        verb = chunks[clause.verb]
        group = lower[verb.first : verb.last + 1]
        if "not" in group or any(word.endswith(("n't", "n\u2019t")) for word in group):
            found.add("denied")
    if "denied" in found:
        return "denied"
    if first > parse.first and lower[first - 1] in ("if", "unless"):
        return "hypothetical"
    if "planned" in found:
        return "planned"
    if "hypothetical" in found:
        return "hypothetical"
    if "estimat" in hedge_note or "estimated" in found:
        return "estimated"
    return "asserted"
