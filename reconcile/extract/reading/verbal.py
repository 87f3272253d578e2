"""Whether a word in the form of a verb is a verb where it stands, or a noun or an adjective after all.

The tags are those of `tagging`.
"""

from typing import NamedTuple
from unicodedata import category

from reconcile.extract.lexicon import Lexicon
from reconcile.extract.tokens import MARK, NUMBER, WORD, Tokens

NOMINAL = frozenset("NE")
_CLAUSE_ENDS = frozenset(',;:=CS"()')
_ATTRIBUTIVE = frozenset({"sales", "sports", "arms", "goods", "news", "parents", "savings", "customs", "operations"})
_PLURAL_ALONE = frozenset({"police", "people", "troops", "staff", "crew"})  # said in the plural as they stand
_SHARES = frozenset({"%", "percent", "cent", "pc"})
_REACH = 8  # words behind a noun in which the verb of its clause stands
_PARTICIPLES = ("ed", "en", "wn", "ght", "lt", "nt", "st", "ld")  # "took" and "rose" are none


class Place(NamedTuple):
    """A word in the form of a verb, and its surroundings."""

    tokens: Tokens
    at: int
    end: int
    previous: str  # the tag before, adverbs left out
    tags: list[str]  # all tags before
    lexicon: Lexicon

    @property
    def word(self) -> str:
        return self.tokens.lower[self.at]

    @property
    def is_noun(self) -> bool:
        """Is the word also known as a noun?"""
        lexicon, word = self.lexicon, self.word
        named = word in lexicon.singulars or word in lexicon.noun_class or word in lexicon.noun_event
        return named or word in lexicon.time_words or word in lexicon.tables["numbers.rates.times"]

    @property
    def opens_object(self) -> bool:
        """Does what follows look like the object or adverbial of a verb?"""
        after = self.at + 1
        if after >= self.end:
            return False
        if self.takes_amount:
            return True
        word = self.following
        return word == "that" or self.lexicon.pos.get(word) in ("D", "P", "O", "R")

    @property
    def takes_amount(self) -> bool:
        """Does a number or a sign of money follow, as behind a verb?"""
        after = self.at + 1
        if after >= self.end:
            return False
        if self.tokens.kind[after] == MARK:
            return category(self.tokens.surface[after][0]) == "Sc"
        signed = self.tokens.surface[after] in self.lexicon.signs
        return signed or self.tokens.kind[after] == NUMBER or self.following in self.lexicon.cardinals

    @property
    def before_noun(self) -> bool:
        """Does a noun or an adjective follow, not a verb whose subject the word is?"""
        after = self.at + 1
        return (
            after < self.end
            and not self.before_verb
            and self.tokens.kind[after] == WORD
            and self.lexicon.pos.get(self.tokens.lower[after], "N") in "NJ"
        )

    @property
    def counted(self) -> bool:
        """Does a figure stand before the noun or adjectives before the word, so that a plural is still to come?"""
        for tag in reversed(self.tags):
            if tag not in "NJRE":
                return tag == "#"
        return False

    @property
    def stands_for_people(self) -> bool:
        """Is the word what befell people, counted with an article and with no noun behind: "the 14 injured"?"""
        counted = self.tags[-2:] == ["D", "#"] and self._befalls_people(self.word)
        return counted and (not self.before_noun or self._only_verb(self.following))

    @property
    def says_of_people(self) -> bool:
        """Is the word the verb of people named by what befell them: "the 14 injured remain"?"""
        past = self.lexicon.verbs.get(self.word, ("", ""))[1] in ("d", "x") and not self.before_noun
        told = self.tags[-2:] == ["#", "J"] and (past or self._only_verb(self.word))
        return told and self._befalls_people(self.tokens.lower[self.at - 1])

    @property
    def links(self) -> bool:
        """Does the word link what is counted to its state: "57 remained missing"?"""
        return self.lexicon.verbs.get(self.word, ("", ""))[0] in self.lexicon.tables["verbs.linking"]

    def _befalls_people(self, word: str) -> bool:
        lexicon, lemma = self.lexicon, self.lexicon.verbs.get(word, ("", ""))[0]
        name = lexicon.adjective_event.get(word) or lexicon.verb_event.get(lemma)
        return name in lexicon.tables.get("scope.personal", ())

    def _only_verb(self, word: str) -> bool:
        """Is a word a verb in its plain form and no noun?"""
        lexicon = self.lexicon
        noun = word in lexicon.singulars or word in lexicon.noun_class or word in lexicon.noun_event
        return lexicon.verbs.get(word, ("", ""))[1] == "b" and not noun

    @property
    def after_several(self) -> bool:
        """Does a bare number that opens a clause stand before a word in the singular, which it cannot count: "135
        [turn] out for vigil", "Ferry sinks, 12 [face] trial"?"""
        tokens, at = self.tokens, self.at - 1
        alone = tokens.kind[at] == NUMBER or tokens.lower[at] in self.lexicon.cardinals
        opens = self.tags[-2:-1] in ([], [","], [":"], [";"], ["C"], ['"'])
        several = tokens.lower[at] not in ("one", "1") and not tokens.glued[self.at] and not tokens.glued[at]
        alike = self.lexicon.singulars.get(self.word) == self.word or self.word in self.lexicon.persons
        collective = alike or self.word in self.lexicon.groups or self.word in _PLURAL_ALONE  # 33,000 staff
        return alone and opens and several and self.opens_object and not collective

    @property
    def after_pronoun(self) -> bool:
        """Does "this" or "that" before the word stand alone, as it is no noun: "this [includes] 3 per cent"?"""
        return self.previous == "D" and not self.is_noun and self.tokens.lower[self.at - 1] in ("this", "that")

    @property
    def after_bare_number(self) -> bool:
        """Does a number without a unit stand right before, no subject in the singular: "raided 23 [addresses]",
        but "the search for the six [continues]"?"""
        alone = self.tokens.kind[self.at - 1] == NUMBER or self.tokens.lower[self.at - 1] in self.lexicon.cardinals
        governed = self.tags[-2:-1] in ([], [","], [":"], [";"]) or self._verb_before()
        return alone and governed and self.following != "that" and self.lexicon.pos.get(self.following) != "D"

    @property
    def after_share(self) -> bool:
        """Is the word the verb of a share of people, before an infinitive: "95 per cent [plan] to raise it"?"""
        return self.before_infinitive and self.leads

    @property
    def leads(self) -> bool:
        """Does the figure before stand alone, with no article, adjective or preposition before it?"""
        lead = next((tag for tag in reversed(self.tags) if tag != "#"), "")
        return lead not in ("D", "J", "P", "G")

    @property
    def after_people(self) -> bool:
        """Is the word before a plural for people, which seldom goes on with another noun ("people need", "residents
        fear")?"""
        word = self.tokens.lower[self.at - 1]
        if word in _PLURAL_ALONE and self.tags[-2:-1] in ([], [","], [":"], [";"], ["C"], ['"']):
            return self.takes_amount  # police arrest 12
        return self.after_plural and self.lexicon.lemma(word) in self.lexicon.persons

    @property
    def in_counted(self) -> bool:
        """Does the word stand in a counted phrase whose plural comes right behind it: "five car [washing] plants"?"""
        lexicon, before = self.lexicon, self.tokens.lower[self.at - 1]
        plural = lexicon.lemma(self.following) != self.following and self.following not in lexicon.verbs
        return plural and self.counted and before in lexicon.noun_class and lexicon.lemma(before) == before

    @property
    def before_infinitive(self) -> bool:
        """Does "to" with a verb follow: "the company [plans] to cut 1,500 jobs"?"""
        lexicon, lower = self.lexicon, self.tokens.lower
        if self.following != "to" or self.at + 2 >= self.end:
            return False
        form = lexicon.verbs.get(lower[self.at + 2], ("", ""))[1]
        return form in ("b", "x") and not self._verb_to_come(self.at + 3)

    @property
    def after_counted(self) -> bool:
        """Is the word before a counted plural, and what follows an object: "36 states [offer] tax breaks"?"""
        noun = self.tokens.lower[self.at - 1]
        plural = self.after_plural and noun.endswith("s") and noun not in _ATTRIBUTIVE
        return plural and self.counted and self.before_noun

    @property
    def heads_phrase(self) -> bool:
        """Is a word that is also a noun followed by a phrase and not by an object, in a clause with another verb:
        "house [prices] in Leeds rose", "saw the effect with carbon [levels] at 1,200 ppm"?"""
        if not self.is_noun or self.lexicon.pos.get(self.following) != "P":
            return False
        lemma = self.lexicon.verbs.get(self.word, ("", ""))[0]
        if lemma in self.lexicon.tables["verbs.intransitive"]:
            return False
        if self.following == "of" or (self.following in ("up", "down") and self._amount_behind()):
            return True
        return self._verb_before() or self._verb_to_come(self.at + 2)

    @property
    def has_verb_behind(self) -> bool:
        """Does a verb in its finite form follow at once, so that the word is its subject: "19 [fouls] proves it"?"""
        finite = self.lexicon.verbs.get(self.following, ("", ""))[1] in ("d", "s", "x")
        return finite or self.lexicon.pos.get(self.following) == "A"

    def _amount_behind(self) -> bool:
        """Does a number follow the word after: "wages up 4.8%"? A verb of movement keeps its adverb: "climbs up 4%"."""
        at, lexicon = self.at + 2, self.lexicon
        name = lexicon.verb_event.get(lexicon.verbs.get(self.word, ("", ""))[0])
        return at < self.end and self.tokens.kind[at] == NUMBER and name not in lexicon.moving

    def _verb_before(self) -> bool:
        """Does the clause have its verb already, one that does not open a reported clause?"""
        first = self.at - len(self.tags)
        for back, tag in enumerate(reversed(self.tags), 1):
            if tag == "V":
                lemma = self.lexicon.verbs.get(self.tokens.lower[self.at - back], ("", ""))[0]
                return lemma not in self.lexicon.reporting
            if tag in _CLAUSE_ENDS or self.at - back == first:
                return False
        return False

    def _verb_to_come(self, start: int) -> bool:
        """Does a verb in its finite form follow in the clause from token `start` on?"""
        lower, verbs, pos, kinds = self.tokens.lower, self.lexicon.verbs, self.lexicon.pos, self.tokens.kind
        for at in range(start, min(self.end, self.at + _REACH)):
            if pos.get(lower[at]) == "A" or verbs.get(lower[at], ("", ""))[1] in ("d", "x"):
                return True
            if (kinds[at] == MARK and lower[at] != "-") or pos.get(lower[at]) in ("C", "S"):
                return False
        return False

    @property
    def following(self) -> str:
        """The word after, in lower case; empty at the end of the sentence."""
        return self.tokens.lower[self.at + 1] if self.at + 1 < self.end else ""

    @property
    def before_verb(self) -> bool:
        """Does a verb in its finite form follow, so that the word is its subject?"""
        form = self.lexicon.verbs.get(self.following, ("", ""))[1]
        return self.lexicon.pos.get(self.following) == "A" or form in ("d", "x")

    @property
    def after_plural(self) -> bool:
        """Is the noun before a plural?"""
        if self.previous not in NOMINAL:
            return False
        word = self.tokens.lower[self.at - 1]
        if self.previous == "E":
            return self.lexicon.singulars.get(word, word) != word
        return self.lexicon.singulars.get(word, word) != word or (word.endswith("s") and not word.endswith("ss"))


def verb_form(place: Place) -> str:
    """V, N or J for a word that has the form of a verb."""
    known = place.lexicon.verbs.get(place.word)
    form = known[1] if known else "g" if place.word.endswith("ing") else "d"
    if place.previous == "X" or place.says_of_people:
        return "V"
    if place.previous == "A":
        return "N" if form == "s" else "V"
    if place.previous == "P" and form in "bx" and place.tokens.lower[place.at - 1] == "to":
        place.tags[-1] = "X"
        return "V"
    if form == "x":
        form = "b" if place.previous in ("P", "D", "G") else "d"  # a cost, its cut
    return {"d": _past, "g": _gerund, "s": _third_person, "b": _base}[form](place)


def _past(place: Place) -> str:
    if place.previous == "#" and place.stands_for_people:
        return "J"  # five of the 14 injured
    if place.previous == "#":
        shared = place.tokens.surface[place.at - 1] in _SHARES and place.leads  # 26% backed Labour
        modifies = place.before_noun and place.word.endswith(_PARTICIPLES) and not place.links and not shared
        return "J" if modifies else "V"
    return "J" if place.previous in ("D", "J", "G", "P") else "V"


def _gerund(place: Place) -> str:
    if place.previous in ("D", "J", "G") or (place.previous == "N" and place.in_counted):
        return "N"
    if place.previous in NOMINAL and place.word in place.lexicon.adjective_event:
        return "J"  # people still missing
    if place.previous in ("", ",", "C") and place.before_verb:
        return "N"
    if place.previous == "#":
        return "N" if place.before_noun else "V"
    if place.previous in ("N", "E", "T"):
        return "N" if place.is_noun and not place.after_plural else "V"
    if place.previous == "":
        return "V" if place.opens_object and place.lexicon.pos.get(place.tokens.lower[place.at + 1]) != "P" else "N"
    return "V"


def _third_person(place: Place) -> str:
    if place.previous in ("D", "J", "G", "P", ""):
        return "V" if place.after_pronoun else "N"
    if place.previous == "#" and not _is_no_noun(place):
        counted = place.is_noun or place.has_verb_behind or place.after_bare_number
        return "N" if counted and not place.takes_amount else "V"
    if place.previous == "O" or place.tokens.lower[place.at - 1] in ("which", "who"):
        return "V"
    if place.previous in NOMINAL and place.counted:
        return "V" if place.after_plural and place.opens_object and not place.is_noun else "N"
    if _is_no_noun(place):
        return "V"  # the union says, the sector gives
    if place.previous == "N":
        governs = place.before_infinitive or not place.heads_phrase
        return "V" if place.opens_object and not place.after_plural and governs else "N"
    if place.heads_phrase:
        return "N"
    return (
        "V" if place.previous in ("E", "S", ")", ",", '"', "C") and (place.opens_object or not place.is_noun) else "N"
    )


def _moves(place: Place) -> bool:
    """Is the word a verb of rising or falling, behind a date that no article opens?"""
    name = place.lexicon.verb_event.get(place.lexicon.verbs.get(place.word, ("", ""))[0])
    before = next((tag for tag in reversed(place.tags) if tag != "T"), "")
    return name in place.lexicon.moving and before == "P"


def _is_no_noun(place: Place) -> bool:
    """Is the word a form of a verb whose plain form is no noun, or of one of saying?"""
    lemma = place.lexicon.verbs.get(place.word, ("", ""))[0]
    only = lemma in place.lexicon.reporting or lemma in place.lexicon.tables.get("verbs.only", ())
    return only and not place.is_noun


def _base(place: Place) -> str:
    if place.previous in ("D", "J", "G", "P"):
        return "N"
    if place.previous == "O" or place.word in place.lexicon.tables.get("verbs.only", ()):
        return "V"
    if place.previous == "#" and (place.after_several or place.after_share or place.before_noun):
        return "V" if place.after_several or place.after_share else "J"
    if place.previous == "T" and place.following in ("to", "by") and _moves(place):
        return "V"  # saw the figures for April decrease to 12
    if place.previous == "" or (place.previous in _CLAUSE_ENDS and place.previous != "S" and place.before_verb):
        return "V" if place.lexicon.pos.get(place.following) == "D" and not place.is_noun else "N"
    if place.after_people or place.after_counted:
        return "V"
    if place.previous == "S" or place.after_plural:
        return "V" if place.opens_object or not place.is_noun else "N"
    return "N" if place.is_noun or place.previous in NOMINAL else "V"
