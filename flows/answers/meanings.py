"""What a whole text says of use: a plain no, a plain yes, past use, use now and then, doubt."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.phrases import NO, NONE, UNSURE, YES
from flows.answers.wording import plain, vocabulary, words

_DOING: Final = (
    r"(?:use|used|using|take|taken|taking|took|do|done|had|have|got|get|tried|apply|applied|wear|need|am|"
    r"been on|been|on|did)"
)
_THING: Final = (
    r"(?:any|anything|it|them|that|those|these|this|one|none|nothing|of|like (?:that|this|those|these)|ones|"
    r"things|thing|products|"
    r"product|stuff|the|above|apply)"
)
PLAIN_NO: Final = re.compile(
    rf"(?:(?:no|nope|nah|none|never) )?(?:i )?(?:i )?(?:dont|do not|havent|have not|have never|ive never|"
    rf"never|didnt|did not|never have|never did|am not|im not|aint)"
    rf"(?: ever)?(?! like)(?: {_DOING}){{0,2}}(?: {_THING}){{0,5}}(?: at all| ever| before| whatsoever| in my life)?"
)
"""A denial from its first word to its last, with nothing in it that could take it back."""

_HEDGES: Final = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|idk|dunno|not sure|unsure|no idea|no clue|i think|i guess|i believe|might|"
    r"dont think|do not think|doubt|not really|not that i know|not that im aware|not to my knowledge|hopefully|i hope|"
    r"(?:dont|do not|cant|cannot) (?:know|remember|recall|tell)|hard to say|depends|not certain|could be|"
    r"kind of|kinda|sort of|i suppose)\b"
)
_PAST_USE: Final = re.compile(
    r"\b(?:used to|quit|stopped|stop|finished|ran out|anymore|any more|no longer|any longer|not since|off it|came off|"
    r"in the past|previously|formerly|not lately|not recently|gave up|years ago|months ago|weeks ago|days "
    r"ago|ago|last (?:night|week|month|year|time))\b"
)
_SOME_USE: Final = re.compile(
    r"\b(?:sometimes|(?<!last )(?<!this )weekends?|occasionally|once in a while|now and then|every now "
    r"and|rarely|seldom|hardly ever|a little|a bit|a few times|"
    r"not yet today|not today|not daily|not every|not often|not always|not much|not a lot|not all the time|"
    r"every other|once|twice|"
    r"times a (?:week|month|day)|(?:every|each) (?:night|day|morning|evening|week|month)|daily|nightly|"
    r"weekly|some days|some nights|here and there|"
    r"mostly|usually|often|all the time|from time to time|when i (?:remember|can|break)|still|currently)\b"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:was|were) (?:at|in|sick|ill|away|there|out|swimming|travel\w*|on (?:vacation|holiday|a trip))\b|"
    r"\b(?:went|visited|travel+ed|flew|swam|moved)\b"
)
_DENIAL: Final = vocabulary(
    """
    no not nope nah never none nothing dont doesnt didnt isnt arent wasnt havent hasnt neither nor cant wont
    without
    """
)


HABITS: Final = vocabulary(
    """
    yes y ye yea yeah yep yup ya sure ok okay i do did am have ive im use used using it that one on my the our face skin
    neck     cheeks forehead chin area every each other night nights day days week weeks month morning mornings evening
    evenings weekend weekends daily nightly weekly monthly sometimes occasionally often usually mostly rarely seldom
    regularly always all time times once twice few couple a an little bit lot only just about around per in at of or
    now and then still currently from here there some most when can remember please thanks maam sir all over both
    """
)
"""Words that a yes, or use now and then, may be told with, and that tell nothing else."""


def only_habits(text: str) -> bool:
    """Whether nothing is said but how often, and where."""
    return all(word in HABITS or word.isdigit() for word in words(text))


def says_no(text: str) -> bool:
    """Whether the text is nothing but a no."""
    told = plain(text)
    return told in NO or told in NONE or PLAIN_NO.fullmatch(told) is not None


def says_yes(text: str) -> bool:
    """Whether the text is nothing but a yes."""
    return plain(text) in YES


def says_unsure(text: str) -> bool:
    """Whether the text is nothing but "I don't know"."""
    return plain(text) in UNSURE


def hedged(text: str) -> bool:
    """Whether doubt is voiced anywhere."""
    return _HEDGES.search(plain(text)) is not None


def past_use(text: str) -> bool:
    """Whether use in the past is told, however it begins: "not anymore" was use."""
    return _PAST_USE.search(plain(text)) is not None


def another_story(text: str) -> bool:
    """Whether something is told that happened and is no use of anything: "I was at the lake last week"."""
    return _ELSEWHERE.search(plain(text)) is not None


def some_use(text: str) -> bool:
    """Whether use now and then is told: never a no."""
    return _SOME_USE.search(plain(text)) is not None


def denies(text: str) -> bool:
    """Whether any word denies anything."""
    return not _DENIAL.isdisjoint(words(text))


def begins_with_yes(text: str) -> bool:
    """Whether the text opens with a yes."""
    told = words(text)
    return any(" ".join(told[:count]) in YES for count in (1, 2, 3) if told)
