"""One numeric claim: a figure, what it counts, who says so, and how it was read."""

from dataclasses import dataclass
from typing import Literal

from reconcile.facts.quantity import Quantity
from reconcile.facts.text import Sentence
from reconcile.facts.when import When

Kind = Literal["count", "money", "percent", "measure", "duration", "date", "rank", "ratio", "score", "age"]
Change = Literal["none", "up", "down"]
Scope = Literal["total", "part", "additional", "level", "change"]
Standing = Literal["asserted", "planned", "estimated", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Places and parties around the figure, as written: where from, where to, where, by whom."""

    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    in_: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reading: which rule read which stretch of the text, and what it made of it."""

    rule: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a figure, lemmatised and with figures masked: what alignment compares.

    `head` is the lemma of the counted or measured noun and `modifiers` the words that qualify it; `verb` the lemma of
    the governing verb; `subject` the content words of what the figure is about; `clause` those of the figure's clause,
    `sentence` those of the rest of its sentence, `before` those of the preceding sentence of its paragraph; `names` the
    proper names of the sentence; `classes` the classes (rules/en/nouns, rules/en/events) they evoke, nearest first;
    `paragraph` the ordinal of its paragraph; `words` the content words of the whole sentence, each with the code point
    at which it starts.
    """

    head: str = ""
    modifiers: tuple[str, ...] = ()
    verb: str = ""
    subject: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    paragraph: int = 0
    words: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A numeric claim. `start`/`end` are code points into its source's text: `source.text[start:end] == text`.

    A date's days stand in `when`; its `quantity` has the unit "date" and no figures. `equivalent_of` names the claim
    whose amount this one gives again in another unit. `noun` is the counted thing, `measure` its lexical class,
    `subject` what the figure is about, `event` the class of what happens to it.
    """

    id: str
    source: str
    kind: Kind
    start: int
    end: int
    text: str
    sentence: Sentence
    quantity: Quantity
    change: Change = "none"
    noun: str | None = None
    measure: str | None = None
    subject: str | None = None
    event: str | None = None
    roles: Roles = Roles()
    scope: Scope = "total"
    when: When | None = None
    as_of: str | None = None
    speaker: str | None = None
    standing: Standing = "asserted"
    equivalent_of: str | None = None
    trail: tuple[Step, ...] = ()
    context: Context = Context()
