"""What a whole text says of use: a plain no, a plain yes, past use, use now and then, doubt. Both languages at once."""

from __future__ import annotations

import re
from typing import Final

from flows.answers.phrases import NO, NONE, UNSURE, YES
from flows.answers.said import once
from flows.answers.slips import spelt
from flows.answers.spanish import meanings as spanish
from flows.answers.wording import plain, vocabulary, words

_DOING: Final = (
    r"(?:use|used|using|take|taken|taking|took|do|done|doing|had|have|having|got(?! (?:it|that|this|what))|tried|try|"
    r"apply|applied|put|wear|need|am|been on|been|on|did)"
)
_THING: Final = (
    r"(?:any|anything|it|them|that|those|these|this|one|none|nothing|of|like (?:that|this|those|these)|ones|"
    r"things|thing|products|kind|sort|such|done|"
    r"product|stuff|the|above|apply|listed|mentioned|em|(?<=anything )on my (?:face|skin))"
)
_OPENING: Final = (
    r"(?:(?:no|nope|nah|naw|none|never|nothing|not me|hell no|heck no|nunca|jamas|nada|para nada|nop|nel) ){0,3}"
)
PLAIN_NO: Final = re.compile(
    rf"{_OPENING}(?:(?:i )?(?:i )?(?:dont|do not|havent|have not|have never|ive never|"
    rf"never|didnt|did not|never have|never did|am not|im not|aint|havent ever|ive not|not(?= (?:using|taking|"
    rf"doing|on) (?:any|anything|none)\b))"
    rf"(?: ever)?(?! like)(?: {_DOING}){{0,2}}(?: {_THING}){{0,5}}(?: at all| ever| before| whatsoever| in my life|"
    rf" either){{0,2}}|"
    rf"{spanish.PLAIN_NO})(?: (?:no|nope|nada|nunca|never))?"
)
"""A denial from its first word to its last, with nothing in it that could take it back."""

_HEDGES: Final = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|idk|dunno|not sure|unsure|no idea|no clue|i think|i guess|i believe|"
    r"i assume|might|"
    r"dont think|do not think|dont believe(?! in)|do not believe(?! in)|doubt|not really|not that i|not that ive|"
    r"not that im aware|"
    r"not to my knowledge|hopefully|i hope|as far as i|far as i know|afaik|hard to (?:say|tell)|(?:pretty|fairly|"
    r"almost|quite|reasonably) (?:sure|certain|positive)|casi segur[oa]|(?:none|nothing|nada) really|(?:cant|cannot|"
    r"couldnt) say|"
    r"(?:dont|do not|cant|cannot|wouldnt|couldnt) (?:really |even |quite |actually |honestly )?(?:know|remember|"
    r"recall|tell)\b|"
    r"depends|not certain|could be|not (?:too |so |very |entirely |100 |totally |completely )*(?:sure|certain|"
    r"positive)|"
    r"(?:on|by) (?:purpose|accident)|intentionally|purposely|deliberately|knowingly|havent (?:really )?noticed|"
    r"how (?:would|should|do|can) i|not exactly|not technically|technically|not necessarily|i suppose|may have|"
    rf"{spanish.HEDGES})\b"
)
_LIGHTLY: Final = re.compile(
    r"\b(?:maybe|probably|perhaps|i think|i guess|i believe|creo que|quizas?|tal vez|a lo mejor)\b"
)
_PAST_USE: Final = re.compile(
    r"\b(?:used to|quit|stopped|stop|finished|ran out|anymore|any more|no longer|any longer|not since|off it|"
    r"came off|"
    r"in the past|previously|formerly|not lately|not recently|lately|recently|gave up|years ago|months ago|"
    r"weeks ago|days "
    r"ago|ago|a while back|(?:for|been) (?:a few|a couple|several|two|three|\d+) (?:days|weeks|months|years)|"
    r"no more(?= ?$)|back in|yesterday|last (?:mon|tues|wednes|thurs|fri|satur|sun)day|the other day|this morning|"
    r"in (?:\d+|a few|a couple|a couple of|two|three|four|several|over) (?:days|weeks|months)|in a (?:while|"
    r"minute|long time|hot minute)|in (?:ages|forever|months|weeks|days)|"
    r"for (?:a while|months|weeks|ages)|"
    r"(?:past|last) (?:few |couple |couple of |\d+ |two |three )?(?:nights?|days?|weeks?|months?|years?|times?|"
    r"summer|winter|"
    r"spring|fall|weekend)|taking a (?:break|pause)|took a break|on (?:a )?(?:break|pause)|on hold|paus(?:ed|ing)|"
    rf"until|till|{spanish.PAST_USE})\b"
)
_SOME_USE: Final = re.compile(
    r"\b(?:sometimes|(?<!last )(?<!this )weekends?|occasionally|occasional|once in a while|weeknights?|weekdays?|"
    r"when(?:ever)? (?:im|my|its|i|it)|now (?:and |n )?(?:then|"
    r"again)|"
    r"rarely|seldom|hardly|barely|scarcely|a little|a lil|a tiny|a bit|a smidge|a touch|a few(?! questions)|"
    r"few times|very few|"
    r"not yet today|not today|not tonight|not this (?:week|month|morning|weekend)|not daily|not every|not often|"
    r"not always|not much|"
    r"not a lot|not many|not all the time|not that (?:much|many|often)|not too (?:much|many|often)|not regularly|"
    r"not consistently|"
    r"every other|once|twice|2x|3x|more than|less than|at most|slightly|mildly|somewhat|little bit|lil bit|a tad|"
    r"kinda|"
    r"kind of|sort of|"
    r"times a (?:week|month|day)|(?:every|each) (?:\w+ )?(?:nights?|days?|mornings?|evenings?|weeks?|months?|"
    r"weekend|few|couple|so often)|"
    r"daily|nightly|(?:on|in the|during|only) (?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)days|"
    r"weekly|biweekly|monthly|some days|some nights|most (?:days|nights)|here and there|on and off|off and on|"
    r"on occasion|"
    r"(?:only|just) (?:in|on|when|at|before|after|for|during|as|around|under|if)|in the (?:summer|winter|shower)|"
    r"mostly|usually|often|all the time|from time to time|when(?:ever)? (?:i|my|it) (?:remember|can|break|need|"
    r"feel|want|get|have|skin|gets|is)|"
    rf"still|currently|{spanish.SOME_USE})\b"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:was|were) (?:at|in|sick|ill|away|there|out|swimming|travel\w*|on (?:vacation|holiday|a trip))\b|"
    rf"\b(?:went|visited|travel+ed|flew|swam|moved|{spanish.ELSEWHERE})\b"
)
_DENIAL: Final = spanish.DENIAL | vocabulary(
    """
    no not nope nah naw never none nothing dont doesnt didnt isnt arent wasnt havent hasnt neither nor cant wont
    without nay nada aint noo nooo
    """
)
_CARRYING_NOTHING: Final = re.compile(
    r"\b(?:de hecho|in fact|actually|la neta|en realidad|thank (?:god|goodness|you)|oh (?:god|lord|my god)|"
    r"la verdad|de verdad|gracias a dios|bendito dios|"
    r"muchas gracias|"
    r"to be honest|buen(?:as|os) (?:tardes|noches|dias)|good (?:morning|evening|afternoon)|por favor|who doesnt|"
    r"quien no)\b"
)
FILLERS: Final = spanish.FILLERS | vocabulary(
    """
    lol lmao haha hahaha hehe sorry thanks thx ty please pls maam mam sir miss hun hon dear girl sis bro dude man
    babe um uh uhh hmm well honestly tbh ugh oh hi hello hey unfortunately sadly luckily
    thankfully fortunately personally omg
    """
)
"""Words that carry no answer, wherever they stand."""
_STRETCHED: Final = re.compile(r"([a-z])\1{2,}")
_TWICE: Final = re.compile(r"\b(\w+)(?: \1\b)+")

_REFUSING: Final = re.compile(r"^(?:(?:no|nope|nah|naw|nop) )+(?=\w)")
CLOSING_YES: Final = frozenset({"yes", "yep", "yeah", "si"})

HABITS: Final = spanish.HABITS | vocabulary(
    """
    yes y ye yea yeah yep yup ya sure ok okay i do did am have ive im use used using it that one on my the our face skin
    neck     cheeks forehead chin area every each other night nights day days week weeks month morning mornings evening
    evenings weekend weekends daily nightly weekly monthly sometimes occasionally often usually mostly rarely seldom
    regularly always all time times once twice few couple a an little bit lot only just about around per in at of or
    now and then still currently from here there some most when can remember please thanks maam sir all over both
    """
)
"""Words that a yes, or use now and then, may be told with, and that tell nothing else."""


@once
def bare(text: str) -> str:
    """The plain text without greetings, thanks, laughter and whatever carries no answer, nor stretched letters."""
    told = _CARRYING_NOTHING.sub(" ", _STRETCHED.sub(r"\1", spelt(text)))
    left = " ".join(word for word in told.split() if word not in FILLERS) or " ".join(told.split())
    return _TWICE.sub(r"\1", left)


def only_habits(text: str) -> bool:
    """Whether nothing is said but how often, and where."""
    return all(word in HABITS or word.isdigit() for word in words(text))


def says_no(text: str) -> bool:
    """Whether the text is nothing but a no."""
    if says_unsure(text):
        return False
    told = bare(text)
    return any(_is_no(each) for each in (plain(text), told, _REFUSING.sub("", told)))


def _is_no(told: str) -> bool:
    return told in NO or told in NONE or PLAIN_NO.fullmatch(told) is not None


def says_yes(text: str) -> bool:
    """Whether the text is nothing but a yes."""
    return plain(text) in YES or bare(text) in YES


def says_unsure(text: str) -> bool:
    """Whether the text is nothing but "I don't know"."""
    return plain(text) in UNSURE or bare(text) in UNSURE


def hedged(text: str) -> bool:
    """Whether doubt is voiced anywhere."""
    return _HEDGES.search(spelt(text)) is not None


def _tells_use(text: str) -> bool:
    return some_use(text) or past_use(text) or begins_with_yes(text)


def lightly_hedged(text: str) -> bool:
    """Whether the doubt leaves the use itself untouched: "maybe once a month", "yes I think"."""
    return _HEDGES.search(_LIGHTLY.sub(" ", spelt(text))) is None and _tells_use(text) and not denies(text)


def past_use(text: str) -> bool:
    """Whether use in the past is told, however it begins: "not anymore" was use."""
    return _PAST_USE.search(spelt(text)) is not None


def another_story(text: str) -> bool:
    """Whether something is told that happened and is no use of anything: "I was at the lake last week"."""
    return _ELSEWHERE.search(spelt(text)) is not None


def some_use(text: str) -> bool:
    """Whether use now and then is told: never a no."""
    return _SOME_USE.search(spelt(text)) is not None


def denies(text: str) -> bool:
    """Whether any word denies anything."""
    return not _DENIAL.isdisjoint(words(text))


def begins_with_yes(text: str) -> bool:
    """Whether the text opens with a yes, or closes with one and denies nothing: "dark spots, yes"."""
    told = bare(text).split()
    if told and told[-1] in CLOSING_YES and not denies(text):
        return True
    return any(len(opening) > 1 and opening in YES for opening in (" ".join(told[:count]) for count in (1, 2, 3)))
