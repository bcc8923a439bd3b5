"""YES_NO: only a plain no is no; use in part, in the past or by name is yes; contradictions are asked again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.answers import meanings
from flows.answers.asked import Asked
from flows.answers.conditions_named import names_condition, tells_condition
from flows.answers.denied_lists import names_undenied
from flows.answers.finding import Clause, clauses_of
from flows.answers.health_named import asks
from flows.answers.matching import exactly
from flows.answers.mild_no_words import ABOUT_PRODUCTS, ABOUT_SKIN, THINGS
from flows.answers.mild_noes import mildly_no
from flows.answers.phrases import NO, RIGHT, WRONG
from flows.answers.wording import is_asking, plain, vocabulary, words
from flows.model import NOT_SURE, ProductClass, Reading, Rejected, Understood

LONGEST: Final = 400
"""Characters; a longer text is a story, neither a yes nor a no."""
ORAL: Final = frozenset({ProductClass.ISOTRETINOIN, ProductClass.ORAL_RETINOID})
ASKED_FOR: Final[Mapping[str, frozenset[ProductClass]]] = {
    "retinoid": frozenset({ProductClass.RETINOID, ProductClass.UNCLEAR}) | ORAL,
    "exfoliant": frozenset({ProductClass.EXFOLIANT, ProductClass.UNCLEAR}),
    "procedure": frozenset({ProductClass.PROCEDURE, ProductClass.EXFOLIANT, ProductClass.UNCLEAR}),
}
"""What a name must count as to be a yes at a question; at any other question every name is none."""
EVERY: Final = frozenset(ProductClass) - {ProductClass.NEITHER}

_USES_IT: Final = re.compile(
    r"\b(?:i (?:do )?use|i used|ive used|i put|im using|i had|i did|i got|had) (?:that|it|those|them|one|some|"
    r"this)\b|"
    r"\b(?:l[oa]s? (?:uso|use|utilizo|tomo|aplico)|me l[oa]s? (?:pongo|puse|aplico|hice))\b"
)
_BEGUN: Final = re.compile(
    r"\b(?:(?:just|recently|i|ive|only) started|has me on|put me on|have me on|been (?:on|using|doing)|"
    r"was prescribed|dabbled|experimented|(?:ive|i have|i) tried|prescribed me|"
    r"gave me|acabo de empezar|apenas empece|empece|comence|me recet\w+|recetaron|recetada|recetado)\b"
)
_HAD: Final = re.compile(
    r"\b(?:i had|ive had|i got|i did|had|got|did) (?:an?|my|some|the|two|one)\b|\bme (?:hice|hicieron|puse|"
    r"pusieron|hago|inyect\w+)\b|"
    r"\b(?:botox|dysport|xeomin|fillers?|rellenos?|juvederm|restylane|prp|threads|hilos|microblad\w*|"
    r"micropigment\w*)\b"
)
_BUT: Final = re.compile(
    r"\b(?:but|except|just|only|besides|other than|apart from|although|though|however|pero|excepto|sino|solo|"
    r"solamente|nomas|aunque|salvo|"
    r"menos|nada mas|fuera de)\b"
)
"""What takes a denial back."""
_AFTER_ALL: Final = re.compile(
    r"(?:no|nope|nah)\b(?: \w+){0,2}? (?:wait|actually|i mean|lol|sorry|bueno|digo|perdon|mentira|espere|espera|"
    r"mas bien)\b.{0,20}?"
    r"\b(?:yes|yeah|yep|si)\b(?: i do| a veces| i did| i have)?"
)
_NOT_LIKE: Final = re.compile(r"\b(?:(?:its|it is|is|es) (?:not|no) like|cant say i (?:dont|havent)|no es que)\b")
"""A denial of a denial is no no."""
_QUESTION: Final = vocabulary(
    """
    what whats how why when where who which does do is are can could should would will may if count counts counted
    consider considered called mean safe okay ok right like same que como cual cuales cuando donde por quien puedo
    puede cuenta cuentan sirve sirven es son significa seguro verdad igual
    """
)
"""With one of these a question mark is a question's."""
_MARKS: Final = re.compile(r"[?\u061f\u00bf]")
_SENTENCE: Final = re.compile(r"[^.!?\n]*[.!?\n]*")


def read_yes_no(text: str, asked: Asked) -> Reading:
    """Yes, no, or not sure where the question has it."""
    if len(text) > LONGEST:
        return Rejected()
    asking = is_asking(text)
    if choice := exactly(text, asked) or _plainly(text, asked):
        return _doubtful(choice) if asking else Understood(choice)
    if meanings.says_unsure(text):
        return Understood(NOT_SURE) if asked.offers(NOT_SURE) else Rejected()
    if not asking and mildly_no(text, asked):
        return Understood("no", sure=False)
    return _from_sentence(text, asked, asking)


def _plainly(text: str, asked: Asked) -> str | None:
    """A yes or a no from the first word to the last; where there is no third choice, also to what was read back."""
    bare = not asked.offers(NOT_SURE)
    if meanings.says_yes(text) or (bare and plain(text) in RIGHT):
        return "yes"
    return "no" if meanings.says_no(text) or (bare and plain(text) in WRONG) else None


def _doubtful(choice: str) -> Reading:
    """A choice followed by a question mark: a "no?" is no answer."""
    return Rejected() if choice == "no" else Understood(choice, sure=False)


def _from_sentence(text: str, asked: Asked, asking: bool) -> Reading:
    if asking and len(words(text)) > 2:
        return _unsurely(text, asked) if _QUESTION.isdisjoint(words(text)) else _beside_a_question(text, asked)
    told = plain(text)
    if meanings.hedged(text) and not (asked.offers(NOT_SURE) and meanings.lightly_hedged(text)):
        return Understood(NOT_SURE, sure=False) if asked.offers(NOT_SURE) else Rejected()
    named = clauses_of(text, asked.catalogue, asked=False)
    if meanings.another_story(text) and not _names(text, named, asked):
        return Rejected()
    if _NOT_LIKE.search(told) or _AFTER_ALL.fullmatch(told):
        return Understood("yes", sure=False)
    if meanings.past_use(text) or meanings.some_use(text):
        return _told_of_use(text, asked, asking)
    if meanings.denies(meanings.bare(text)):
        return _denied(text, named, asked)
    if meanings.begins_with_yes(text):
        return Understood("yes", sure=_plain_habit(text, asked, asking))
    return Understood("yes", sure=False) if not asks(told) and _tells(text, named, asked) else Rejected()


def _tells(text: str, named: list[Clause], asked: Asked) -> bool:
    told, key = plain(text), asked.question.key
    if _USES_IT.search(told) or _BEGUN.search(told) or (key == "procedure" and _HAD.search(told)):
        return True
    return _names(text, named, asked) or (key in ABOUT_PRODUCTS and names_undenied(THINGS[key], told))


def _unsurely(text: str, asked: Asked) -> Reading:
    """What is told with a question mark for want of certainty: "a little?", and never a no."""
    reading = read_yes_no(_MARKS.sub(" ", text), asked)
    if isinstance(reading, Rejected) or reading.value == "no":
        return Rejected()
    return Understood(reading.value, sure=False)


def _beside_a_question(text: str, asked: Asked) -> Reading:
    """What is told beside a question: never a no, and the rest to be confirmed."""
    rest = " ".join(sentence for sentence in _SENTENCE.findall(text) if not is_asking(sentence))
    reading = read_yes_no(rest, asked) if plain(rest) else Rejected()
    if isinstance(reading, Rejected) or reading.value == "no":
        return Rejected()
    return Understood(reading.value, sure=False)


def _told_of_use(text: str, asked: Asked, asking: bool) -> Reading:
    """Use in the past, or now and then: never a no. "Nothing lately" may be nothing in months: asked again."""
    if asked.question.key == "procedure" and meanings.denies(meanings.bare(text)) and not meanings.some_use(text):
        return Rejected()
    return Understood("yes", sure=_plain_habit(text, asked, asking))


def _plain_habit(text: str, asked: Asked, asking: bool) -> bool:
    """Nothing but how often and where; a question without a third choice takes no more than a plain yes for sure."""
    return meanings.only_habits(text) and asked.offers(NOT_SURE) and not (asking or meanings.past_use(text))


def _denied(text: str, named: list[Clause], asked: Asked) -> Reading:
    """One clause that denies what it names is a no to be confirmed; what a "but" brings is a yes to be confirmed."""
    parts = [clause for clause in named if " ".join(clause.words) not in NO]
    if _BUT.search(plain(text)) and _names(text, named, asked):
        return Understood("yes", sure=False)
    if len(parts) != 1 or not parts[0].named or parts[0].used:
        return Rejected()
    counts = {found.entry.counts_as for found in parts[0].named}
    return Understood("no", sure=False) if counts <= _asked_for(asked) else Rejected()


def _asked_for(asked: Asked) -> frozenset[ProductClass]:
    return ASKED_FOR.get(asked.question.key, EVERY)


def _names(text: str, named: list[Clause], asked: Asked) -> bool:
    """Whether what the question asks for is named and not denied."""
    if asked.question.key in ABOUT_SKIN and (tells_condition(text) or _named_condition(text)):
        return True
    return any(found.entry.counts_as in _asked_for(asked) for clause in named for found in clause.used)


def _named_condition(text: str) -> bool:
    return names_condition(text) and not meanings.denies(text)
