"""Places and parties around a figure: where from, where to, where, and by whom."""

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause, is_passive
from reconcile.extract.reading.subjects import is_nominal
from reconcile.extract.reading.syntax import LABEL, Parse
from reconcile.facts import Roles

_SLOTS = {
    **dict.fromkeys(("from",), "from"),
    **dict.fromkeys(("to", "into", "towards", "toward", "onto", "for"), "to"),
    **dict.fromkeys(
        ("in", "at", "near", "across", "outside", "inside", "around", "off", "within", "over", "on", "throughout",
        "along", "under",
         "between"),
        "in",
    ),
    "by": "by",
}  # fmt: skip

Found = list[tuple[str, str]]
"""Roles with a name each."""

_NONE = Roles()


def roles(parse: Parse, clause: Clause, figures: tuple[int, ...], lexicon: Lexicon) -> Roles:
    """Places and parties around a figure. `figures` are the chunks of all figures of the sentence: a phrase belongs to
    the figure it follows, and what stands before the first figure belongs to all of them unless they have their own."""
    others = tuple([k for k in figures if k != clause.chunk])
    found: Found = []
    shared: Found = []
    first_figure = not others or min(others) > clause.chunk
    for k in parse.phrases_from(clause.first, min(_until(parse, clause, others), clause.last - 1)):
        slot = _slot(parse, k, lexicon)
        if slot is not None:
            own = k > clause.chunk or first_figure
            names = _names(parse, k + 1, clause.last if own else k + 1)
            (found if own else shared).extend([(slot, name) for name in names])
    found += _of_subject(parse, clause, lexicon)
    if not found and not shared:
        return _NONE
    named = _by_slot(shared) | _by_slot(found)
    return Roles(*[tuple(named.get(slot, ())) for slot in ("from", "to", "in", "by")])


def _by_slot(found: Found) -> dict[str, dict[str, None]]:
    """The names in each role, each once."""
    named: dict[str, dict[str, None]] = {}
    for slot, name in found:
        named.setdefault(slot, {})[name] = None
    return named


def _until(parse: Parse, clause: Clause, others: tuple[int, ...]) -> int:
    """The last chunk whose phrases may belong to the figure: before the next figure, and before an afterthought that a
    comma cuts off."""
    last = min([clause.last, *[k - 1 for k in others if k > clause.chunk]])
    for k in range(clause.chunk + 1, last):
        if parse.kinds[k] == "," and parse.kinds[k + 1] in "JN":
            return k
    return last


def _names(parse: Parse, k: int, last: int) -> list[str]:
    """The name in phrase `k`, and the second of two that "and" joins."""
    names = [role_name(parse, k)]
    if k + 2 <= last and parse.kinds[k + 1] == "C" and parse.kinds[k + 2] == "N" and not parse.has_figure(k + 2):
        names.append(role_name(parse, k + 2))
    return [name for name in names if name]


def _slot(parse: Parse, k: int, lexicon: Lexicon) -> str | None:
    """The role that preposition `k` gives to the phrase behind it, None where the phrase is no place and no party."""
    word = parse.openings[k]
    slot = _SLOTS.get(word)
    if slot is None or parse.has_figure(k + 1) or parse.tokens.lower[parse.chunks[k].first - 1] == "according":
        return None
    named = parse.has_tag(k + 1, "E")
    if slot == "by":
        return slot if named or _is_party(parse, k + 1, lexicon) else None
    return slot if named or word in ("from", "to") else None


def _is_party(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Does a noun phrase without a name stand for somebody who acts: "the government", "rescuers"?"""
    head = lexicon.lemma(parse.tokens.lower[parse.chunks[k].last])
    return head in lexicon.persons or head in lexicon.groups or head in lexicon.tables.get("speakers.nouns", ())


def _of_subject(parse: Parse, clause: Clause, lexicon: Lexicon) -> Found:
    """Roles that stand without a preposition: "Estonia's 300", "Romania 1,200", "Poland: 1,900", "Romania will receive
    1,200"."""
    _, first, last = parse.chunks[clause.chunk]
    owners = range(first, last) if "EG" in parse.tags_of(first, last) else ()
    found = [
        ("in", parse.tokens.surface[t])
        for t in owners
        if parse.tags_of(t, t + 1) == "EG" and is_place(parse, t, t, lexicon)
    ]
    label = clause.chunk - 2 if parse.kinds[clause.chunk - 1] in LABEL else clause.chunk - 1
    if parse.kinds[label] == "N" and parse.kinds[label - 1] != "P" and names_place(parse, label, lexicon):
        found.append(("in", role_name(parse, label)))
    elif clause.subject >= 0 and clause.verb >= 0 and not clause.figure_is_subject:
        slot = _slot_of_agent(parse, clause, lexicon)
        found += [(slot, role_name(parse, clause.subject))] if slot else []
    return found


def _slot_of_agent(parse: Parse, clause: Clause, lexicon: Lexicon) -> str | None:
    """The role of the named subject of the figure's verb: the receiver, the place that has something, or who does
    it."""
    verb = parse.verbs[clause.verb]
    if names_place(parse, clause.subject, lexicon):
        if verb in lexicon.tables["scope.receiving"]:
            return "to"
        if verb in lexicon.tables["scope.having"]:
            return "in"
    return "by" if parse.has_tag(clause.subject, "E") and not is_passive(parse, clause.verb, lexicon) else None


def names_place(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is a noun phrase the name of a place the rules know?"""
    chunk = parse.chunks[k]
    first = chunk.first + (chunk.first < chunk.last and parse.tag(chunk.first) == "D")
    return is_place(parse, first, chunk.last, lexicon)


def is_place(parse: Parse, first: int, last: int, lexicon: Lexicon) -> bool:
    """Are tokens `first`..`last` the name of a place the rules know?"""
    return bool(lexicon.places.of(*parse.tokens.surface[first : last + 1]))


def role_name(parse: Parse, k: int) -> str:
    """A noun phrase as a role, without its article; empty where it holds no noun."""
    chunk = parse.chunks[k]
    first = chunk.first
    while first < chunk.last and parse.tag(first) == "D":
        first += 1
    return parse.text(first, chunk.last) if is_nominal(parse, k) else ""
