"""What a figure is about: the subject of its verb, or the phrase that the figure hangs on."""

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.reading.clauses import Clause, bounds, verb_before
from reconcile.extract.reading.syntax import NOMINAL, Parse

_RELATIVES = frozenset({"which", "who", "that", "whose"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "this", "that", "these", "those", "i", "we", "you"})
_MOVING = frozenset({"by", "to", "from", "at", "as", "up", "down"})  # between what moves and its figure
_APART = frozenset({"from", "to", "in", "by", "at", "with"})  # what stands behind these is not what is worth a sum
_LOCATING = ("in", "at", "to", "from", "near", "on")
_INSERTED = frozenset("VSPJT")  # what an insertion between commas starts with: ", valued at $750m,"


def with_subject(parse: Parse, clause: Clause, lexicon: Lexicon, *, counts: bool) -> Clause:
    """The clause with its subject; a count that is itself the subject has none besides."""
    at = clause.chunk
    near, apart = _nearest_phrase(parse, at, clause.first, lexicon)
    if clause.figure_is_subject:
        return clause._replace(subject=-1 if counts else near)
    left = clause.verb if clause.verb < at else -1
    if near >= 0 and (apart or left < 0):
        return clause._replace(subject=near)
    qualified = left > clause.first and "," not in parse.kinds[left:at] and _qualifies(parse, left, lexicon)
    own = _noun_of(parse, left) if qualified else _governing_subject(parse, left, clause.first, lexicon)
    own = -1 if own == 0 and _is_heading(parse) else own
    return clause._replace(subject=own if own >= 0 else _subject_to_come(parse, clause, lexicon))


def _is_heading(parse: Parse) -> bool:
    """Does the sentence open with the heading of its paragraph, which its words are not about: "Extent: Of our 17
    hospitals, 11 are affected", but not "Injured: 11"?"""
    return parse.kinds[1] == ":" and not parse.has_figure(2)


def _subject_to_come(parse: Parse, clause: Clause, lexicon: Lexicon) -> int:
    """The subject of the main clause, for a figure in the phrase that opens the sentence: "Rated at 940 horsepower,
    the coupe ..."."""
    if clause.first > 0 or (parse.kinds[0] != "V" and parse.openings[0] != "at"):
        return -1
    comma = next((k for k in range(clause.chunk, clause.last) if parse.kinds[k] == ","), -1)
    k = comma + 1
    led = comma >= 0 and parse.kinds[k] == "N" and not parse.has_figure(k) and not _tells_time(parse, k, lexicon)
    while led and parse.is_phrase_after(k + 1):
        k += 2
    return comma + 1 if led and parse.kinds[k + 1] == "V" else -1


def _governing_subject(parse: Parse, verb: int, first: int, lexicon: Lexicon) -> int:
    """The subject of the governing verb, or the noun that a relative clause hangs on, or, in a fragment, the subject
    of the clause before."""
    if verb >= 0 and _resumes_main_clause(parse, verb, first, lexicon):
        k = parse.kinds.rfind("N", 0, first)
        return _head_of_list(parse, k) if k >= 0 else k
    own = subject_before(parse, verb, first, lexicon) if verb >= 0 else -1
    if own >= 0:
        return _antecedent(parse, own, first, lexicon)
    return _from_outside(parse, first, lexicon)


def _qualifies(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Is verb group `verb` a participle that belongs to the noun right before it: "a home costing £61,500"?"""
    free = parse.kinds[verb - 1] == "N" and not parse.has_figure(verb - 1) and is_nominal(parse, verb - 1)
    return _is_participle(parse, verb, lexicon) and free and not _tells_time(parse, verb - 1, lexicon)


def _noun_of(parse: Parse, verb: int) -> int:
    """The noun that a participle belongs to: the one right before, or what that one only says the place of ("a plant in
    Ohio employing 300")."""
    k, chunk = verb - 1, parse.chunks[verb - 1]
    placed = parse.is_phrase_after(k - 1, *_LOCATING) and chunk.first == chunk.last
    return head_of_chain(parse, k) if placed else k


def _is_participle(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Is verb group `verb` an "-ing" form alone?"""
    chunk = parse.chunks[verb]
    form = lexicon.verbs.get(parse.openings[verb], ("", "g" if parse.openings[verb].endswith("ing") else ""))[1]
    return chunk.first == chunk.last and form == "g" and parse.openings[verb] not in lexicon.singulars


def _nearest_phrase(parse: Parse, at: int, first: int, lexicon: Lexicon) -> tuple[int, bool]:
    """The noun phrase before the figure with no verb in between, and whether it stands so apart that the figure is
    about it: behind a
    comma ("Unite Group, down 68p"), after "with" ("with its shares down 11.9%"), or is moved by or to it ("cut its
    workforce by 500")."""
    chunks = parse.chunks
    comma = False
    for k in range(at - 1, first - 1, -1):
        if chunks[k].kind == "V":
            break
        comma = comma or chunks[k].kind == ","
        if chunks[k].kind != "N" or parse.has_figure(k) or _is_no_thing(parse, k, lexicon):
            continue
        governor = parse.openings[k - 1] if parse.kinds[k - 1] == "P" else ""
        if parse.openings[at - 1] == "worth":
            return (head_of_chain(parse, k) if governor in _APART else k), True
        if governor == "with":
            return k, True
        if not governor:
            if _is_said_of_subject(parse, k, at, comma=comma):
                break
            moved = chunks[at - 1].kind == "P" and parse.openings[at - 1] in _MOVING
            extreme = k == at - 1 and parse.openings[at] == "as"  # a pitch as low as 0.9mm
            listed = k > 0 and chunks[k - 1].kind in "C,:" and k >= at - 2
            return k, comma or moved or listed or extreme
    return -1, False


def _is_no_thing(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is a noun phrase only a word for a number or for how little something differs: "a shade below 3.6%", "a more"?"""
    last = parse.tokens.lower[parse.chunks[k].last]
    dated = last in lexicon.tables["scope.periods"] and parse.kinds[k - 1] == "T"
    return dated or last in lexicon.tables["scope.slight"] or _sums_up(parse, k, lexicon)


def _sums_up(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is a noun phrase only a word for a number, as in "an average of 74 hours"?"""
    first, last = parse.chunks[k].first, parse.chunks[k].last
    counts = last - first < 2 and lexicon.lemma(parse.tokens.lower[last]) in lexicon.tables["scope.totals"]
    return counts and parse.is_phrase_after(k + 1, "of") and parse.has_figure(k + 2)


def _is_said_of_subject(parse: Parse, k: int, at: int, *, comma: bool) -> bool:
    """Is the phrase before the figure the complement of "be" ("was flat at $1.34"), or, before "up from" and "down
    from", the object of a verb ("has diabetes, up from one in 11"), so that the figure is about the subject?"""
    if parse.kinds[k - 1] != "V":
        return False
    if not comma or parse.verbs[k - 1] == "be":
        return not comma and parse.verbs[k - 1] == "be"
    return parse.kinds[k + 1] == "," and parse.openings[k + 2] in ("up", "down") and at > k + 2


def _antecedent(parse: Parse, k: int, first: int, lexicon: Lexicon) -> int:
    """What a pronoun subject stands for within its sentence: "Cayman Airways said it was grounding two jets"."""
    if not is_pronoun(parse, k):
        return k
    verb = verb_before(parse, k, first)
    if verb >= 0:
        own = subject_before(parse, verb, first, lexicon)
        return own if own >= 0 else k
    outside = _from_outside(parse, first, lexicon)
    return outside if outside >= 0 else k


def is_pronoun(parse: Parse, k: int) -> bool:
    """Is chunk `k` a pronoun and nothing else?"""
    chunk = parse.chunks[k]
    return chunk.first == chunk.last and parse.tokens.lower[chunk.first] in _PRONOUNS


def _resumes_main_clause(parse: Parse, verb: int, first: int, lexicon: Lexicon) -> bool:
    """Does the verb go on with the clause that a relative one interrupts: "the quake that flattened villages [killed]
    87"?"""
    if parse.kinds[first - 1] != "S" or parse.openings[first - 1] not in ("that", "which", "who"):
        return False
    if parse.kinds[first] != "V" or verb == first or lexicon.verbs.get(parse.openings[verb], ("", ""))[1] == "b":
        return False  # "which saw exports [decrease]"
    return parse.kinds[verb - 1] == "," or "C" not in parse.kinds[first:verb]


def subject_before(parse: Parse, verb: int, first: int, lexicon: Lexicon) -> int:
    """The subject of a verb group inside the clause: the free noun phrase of the run before it. Verbs in a chain share
    theirs ("took seven years, heard 380 witnesses and cost £40m"), so that their own figures are passed over."""
    verb = _controlling(parse, verb, first)
    best, k = -1, _before_insertion(parse, verb, first, lexicon)
    chained = parse.kinds[verb - 1] == "C"
    crossed = not chained
    while k >= first:
        kind = parse.kinds[k]
        if chained and kind == "V":
            best, crossed = -1, True  # what stood behind it is its own object: "is the first model and offers 536 hp"
        if best >= 0 and (kind == "V" or (kind in ",C" and crossed)):
            break
        if (
            kind == "V"
            and parse.verbs[k] in lexicon.reporting
            and parse.kinds[k - 1] == "N"
            and parse.kinds[k - 2] == ","
        ):
            k -= 3  # an attribution put in: "The number is growing, the insurer said, and reached 61,000"
            continue
        listed = _listed_in_phrase(parse, k, first, lexicon) if kind == "N" else -1
        if listed >= 0:
            k = listed  # the first of the list, which stands behind the preposition
        free = kind == "N" and parse.kinds[k - 1] != "P"
        if free and _may_act(parse, k) and not _tells_time(parse, k, lexicon):
            best = k
        k -= 1
    return best if best >= 0 else _unmarked(parse, verb, first)


def _controlling(parse: Parse, verb: int, first: int) -> int:
    """The verb group that an infinitive hangs on: the was of "was due to cost"."""
    k = verb - 1 - (parse.kinds[verb - 1] == "J")
    infinitive = parse.tag(parse.chunks[verb].first) == "X"
    return k if infinitive and k >= first and parse.kinds[k] == "V" else verb


def _listed_in_phrase(parse: Parse, k: int, first: int, lexicon: Lexicon) -> int:
    """The first of several noun phrases behind one preposition where `k` is the last of them, the oil of "shipments of
    oil and gas"; else -1."""
    if parse.kinds[k - 1] != "C" or parse.kinds[k - 2] != "N":
        return -1
    if any(parse.kinds[at] == "V" and not _is_participle(parse, at, lexicon) for at in range(first, k)):
        return -1  # exports fell in the month and imports rose
    j = k - 2
    while j - 2 > first and parse.kinds[j - 1] == "," and parse.kinds[j - 2] == "N":
        j -= 2
    hangs = j - 2 >= first and parse.kinds[j - 1] == "P" and parse.kinds[j - 2] in "NV"  # officers crawling through it
    if not hangs:
        return -1
    return j if parse.openings[j - 1] == "between" or parse.tag(parse.chunks[k].first) != "D" else -1


def _unmarked(parse: Parse, verb: int, first: int) -> int:
    """The phrase that opens the clause and leads straight to its verb, where no comma sets its subject off: "In Europe
    Germany's DAX fell 0.4 per cent"."""
    opens = verb - 2 == first and parse.is_phrase_after(first) and not parse.has_figure(verb - 1)
    several = parse.chunks[verb - 1].last > parse.chunks[verb - 1].first
    return verb - 1 if opens and several and parse.verbs[verb] != "be" else -1


def _may_act(parse: Parse, k: int) -> bool:
    """Can a noun phrase be a subject: one without a figure, or one thing that a figure describes ("the 23km line")?"""
    if not parse.has_figure(k):
        return True
    chunk = parse.chunks[k]
    one = parse.tag(chunk.first) == "D" and parse.tag(chunk.last) in NOMINAL
    return one and not parse.tokens.lower[chunk.last].endswith("s")


def _before_insertion(parse: Parse, verb: int, first: int, lexicon: Lexicon) -> int:
    """The last chunk before a verb group; before a whole insertion where one stands there: "The firm, valued at $750m,
    has ..."."""
    k = verb - 1
    if parse.kinds[k] != ",":
        return k
    opening = k - 1
    while opening > first and parse.kinds[opening] != ",":
        opening -= 1
    inserted = opening > first and parse.kinds[opening - 1] == "N" and _starts_insertion(parse, opening + 1, lexicon)
    return opening - 1 if inserted else k


def _starts_insertion(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    second = parse.chunks[k].first + 1
    ranked = (
        parse.openings[k] in ("the", "its") and parse.tokens.lower[second] in lexicon.ordinals
    )  # the ninth in a year
    return parse.kinds[k] in _INSERTED or parse.openings[k] == "whose" or ranked


def _tells_time(parse: Parse, k: int, lexicon: Lexicon) -> bool:
    """Is a noun phrase a stretch of time ("a year ago", "last season"), which does nothing?"""
    chunk = parse.chunks[k]
    return parse.tokens.lower[chunk.last] in lexicon.time_words and not parse.has_tag(k, "G")


def _from_outside(parse: Parse, first: int, lexicon: Lexicon) -> int:
    """The subject of a clause that has none of its own: the antecedent of "which", else the subject of the clause
    before."""
    k = first - 1
    if parse.kinds[k] == ";":
        opening = parse.kinds.find("V")
        own = subject_before(parse, opening, 0, lexicon) if 0 <= opening < k else -1
        if own >= 0 and not is_pronoun(parse, own):
            return own  # the carmaker recalled 239,382 cars; it knew of 887 claims
    relative = parse.kinds[k] == "S" and parse.openings[k] in _RELATIVES
    while k >= 0 and parse.kinds[k] not in "NV":
        k -= 1
    if k < 0:
        return -1
    if relative and parse.kinds[k] == "N":
        head = next((at for at in (head_of_chain(parse, k), k) if not _is_amount(parse, at)), -1)
        if head >= 0:
            return head
    return _subject_around(parse, k, lexicon)


def _is_amount(parse: Parse, k: int) -> bool:
    """Is chunk `k` an amount without a thing behind it: "$4.07bn"?"""
    return parse.has_figure(k) and parse.tag(parse.chunks[k].last) == "#"


def _head_of_list(parse: Parse, k: int) -> int:
    """The first noun phrase of a chain whose last part may be one of two: the risk of "the risk of heart attack and
    stroke"."""
    k = head_of_chain(parse, k)
    pair = k > 4 and parse.kinds[k - 4 : k] == "NPNC" and parse.tag(parse.chunks[k].first) != "D"
    return head_of_chain(parse, k - 2) if pair else k


def head_of_chain(parse: Parse, k: int) -> int:
    """The first noun phrase of a chain that prepositions tie together: the report of "the report of the panel on
    safety"."""
    while k >= 2 and parse.kinds[k - 1] == "P":
        qualified = parse.kinds[k - 2] == "J" or (parse.kinds[k - 2] == "V" and not parse.has_tag(k - 2, "A"))
        before = k - 2 - qualified
        if before < 0 or parse.kinds[before] != "N":
            break
        k = before
    return k


def _subject_around(parse: Parse, k: int, lexicon: Lexicon) -> int:
    """The subject of the clause that ends with chunk `k`, or its first noun phrase, or what that clause itself hangs
    on."""
    start, _ = bounds(parse, k, k)
    verb = verb_before(parse, k + 1, start)
    own = subject_before(parse, verb, start, lexicon) if verb >= 0 else -1
    if own >= 0:
        return own
    for j in range(start, k + 1):
        if parse.kinds[j] == "N" and not parse.has_figure(j) and not _tells_time(parse, j, lexicon):
            return j
    return _from_outside(parse, start, lexicon) if start > 0 else -1


def phrase_with_of(parse: Parse, k: int) -> tuple[int, int]:
    """The tokens of noun phrase `k` together with the "of", "for" or "in" phrases that follow it directly."""
    first, last = parse.chunks[k].first, parse.chunks[k].last
    while parse.is_phrase_after(k + 1, "of", "for", "in", "on", "from") and not parse.has_figure(k + 2):
        last = parse.chunks[k + 2].last
        k += 2
    return first, last


def is_nominal(parse: Parse, k: int) -> bool:
    """Does chunk `k` hold a noun or a name?"""
    chunk = parse.chunks[k]
    return not NOMINAL.isdisjoint(parse.tags_of(chunk.first, chunk.last))
