"""Which way a clause looks: does "Friday" mean the last one or the next?"""

from reconcile.extract.dates.calendar import EITHER, FUTURE, PAST
from reconcile.extract.dates.scene import Scene

Look = tuple[int, str]
"""Which way (PAST, EITHER, FUTURE) and the rule that says so ("" for EITHER)."""

_REACH = 14
_STOPS = frozenset(';:()\u2014\u2013\u201c\u201d"') | {"--", "..."}


def look(scene: Scene, first: int, last: int) -> Look:
    """The way the clause around tokens `first` to `last` looks, from the nearest cue before it, else after it."""
    begin, end = scene.tokens.sentences[scene.tokens.sentence_of(first)]
    lead = first - 1
    while lead > begin and (scene.lower[lead] == "the" or scene.lower[lead] in scene.rules.parts):
        lead -= 1
    lead = _before_edge(scene, lead)
    if scene.lower[max(begin, lead - 1) : lead + 1] == ["at", "least"]:
        lead = max(begin, lead - 2)  # until at least Thursday
    if (lead >= begin and scene.has("forward.always", lead)) or scene.has("forward.modals", last + 1):
        return _told(scene, FUTURE)
    way = _back(scene, lead, max(begin, first - _REACH), leading=scene.has("forward.leading", lead))
    if way == EITHER:
        way = _ahead(scene, last + 1, min(end, last + _REACH))
    if way == EITHER and lead >= begin and scene.has("forward.leading", lead) and not scene.has("forward.unsure", lead):
        way = FUTURE
    return _told(scene, way)


def _before_edge(scene: Scene, lead: int) -> int:
    """The token before "the end of", which opens the date and tells nothing of the clause's time."""
    opens = scene.word(lead) == "of" and scene.word(lead - 1) in scene.rules.edges and scene.word(lead - 2) == "the"
    return lead - 3 if opens else lead


def _told(scene: Scene, way: int) -> Look:
    return way, scene.rules.ids.get({FUTURE: "forward", PAST: "backward"}.get(way, ""), "")


def _back(scene: Scene, start: int, stop: int, *, leading: bool) -> int:
    """The nearest cue at or before `start`; a comma ends the search once a word has stood between."""
    for i in range(start, stop - 1, -1):
        word = scene.lower[i]
        if word in _STOPS or (word == "," and i < start):
            return EITHER
        if leading and (scene.has("forward.announcing", i) or (word == "to" and i < start and scene.plain_word(i + 1))):
            return FUTURE
        way = _cue(scene, i)
        if way != EITHER:
            return way
    return EITHER


def _ahead(scene: Scene, start: int, stop: int) -> int:
    """The nearest cue from `start` on; a comma directly after the date is skipped."""
    for i in range(start, stop):
        word = scene.lower[i]
        if word in _STOPS or (word == "," and i > start):
            return EITHER
        way = _cue(scene, i)
        if way != EITHER:
            return way
    return EITHER


def _cue(scene: Scene, i: int) -> int:
    """What token `i` alone says of the clause's time."""
    word = scene.lower[i]
    way = scene.rules.cues.get(word, EITHER)
    if word == "could" and scene.word(i + 1) == "not":
        return PAST  # "could not be reached on Thursday"
    if way == FUTURE or (word == "to" and scene.has("forward.be", i - 1)):
        return FUTURE
    if way == EITHER and not (len(word) > 3 and word.endswith(scene.rules.past_endings)):
        return EITHER
    if scene.has("backward.not_after", i - 1) or (scene.word(i + 1) == "to" and scene.has("forward.be", i)):
        return EITHER
    return PAST
