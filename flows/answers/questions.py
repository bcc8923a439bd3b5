"""Questions that clients ask in the middle of the form: whether a text asks, what, and what about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Final

from flows.answers import openers as english
from flows.answers import topics as english_topics
from flows.answers.said import beginning, once
from flows.answers.signs import COMMA, Sentence, sentences
from flows.answers.spanish import openers as spanish
from flows.answers.spanish import topics as spanish_topics
from flows.answers.tongues import language_of, mended
from flows.answers.wording import plain, words

OTHER: Final = "other"
THINGS: Final = frozenset({OTHER, "retinoids", "medical", "aftercare"})
"""Topics that a name or a day with a question mark may sound like."""
DOINGS: Final = frozenset({"sun", "exercise", "make_up", "what_it_treats", "results"})
"""The same, when it is as short as a name."""
AGO: Final = re.compile(r"\b(?:ago|last|hace|pasad[oa])\b")
"""A treatment a while ago sounds like a topic."""
AROUND: Final = frozenset({"after", "before", "despues", "antes", "ok", "okay", "fine", "allowed"})
GIVEN_WITH_A_MARK: Final = re.compile(
    r"^(?:my|the|a(?! l[oa]s?\b| mi\b| que\b)|an|some|this|that|just|maybe|probably|last|about|around|like|"
    r"yesterday|i think|el|la|los|las|mi|un|una|creo|hace|como|tal vez|quiza|ayer)\b"
)
"""How an answer with a question mark for want of certainty begins."""
LOOKED_AT: Final = 1600
"""Characters of a text that are searched for questions; a longer one is a story."""
MOST_SENTENCES: Final = 24
_PRICE_SIGN: Final = re.compile(r"\$+(?!\s?\d)")
LONGEST_QUESTION: Final = 240
"""Characters of a question that are looked at."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in plain words without their commas, what led up to it, and in which language."""

    text: str
    lead: str
    language: ModuleType

    @property
    def topic(self) -> str:
        """What it is about, by its own words or else by those that lead up to it."""
        return _topic_of(self.text if self.speaks_for_itself else self.whole, self.language)

    @property
    def whole(self) -> str:
        """Its words and those that lead up to it."""
        return f"{self.lead} {self.text}"

    @property
    def speaks_for_itself(self) -> bool:
        """Whether its own words tell what it is about."""
        return not self.lead or _topic_of(self.text, self.language) != OTHER


@once
def topic(text: str) -> str | None:
    """What a text asks about; None when it is no question, or only a name with a question mark."""
    text = beginning(text, LOOKED_AT)
    found = questions(text)
    if not found:
        return None
    topics = [question.topic for question in found]
    first = next((name for name in topics if name != OTHER), OTHER)
    if first == OTHER and len(words(text)) <= 30:
        return _topic_of(plain(text)[:LONGEST_QUESTION], found[0].language)
    return first


@once
def questions(text: str) -> list[Question]:
    """The questions of a text, in their order."""
    text = beginning(text, LOOKED_AT)
    text = _PRICE_SIGN.sub(" price ", text) if "$" in text else text
    language = language_of(text)
    return _asked_in(text, language) or _asked_in(text, english if language is spanish else spanish)


def _asked_in(text: str, language: ModuleType) -> list[Question]:
    strong = language is spanish and spanish.STRONG.search(text) is not None
    found = (_asked(each, language, strong) for each in sentences(text)[:MOST_SENTENCES])
    return [question for several in found for question in several]


def about(told: str, topic: str) -> bool:
    """Whether plain words hold those of one topic, in either language."""
    tables = (*_compiled(english), *_compiled(spanish))
    return any(tells.search(told) for name, tells, _ in tables if name == topic)


def opens_a_question(text: str) -> bool:
    """Whether a text begins as questions do and goes on."""
    language = language_of(text)
    told = " ".join(mended(tuple(words(text)[:40]), language))
    return _opening(told, language) is not None and len(words(text)) >= 2


def asked_within(sentence: str) -> tuple[str, str]:
    """What stands before a question in one sentence, without the joining words, and the question; none is empty."""
    first, second = (english, spanish) if language_of(sentence) is english else (spanish, english)
    said = tuple(words(beginning(sentence, LOOKED_AT)))
    for language in (first, second):
        told = " ".join(mended(said, language))
        place = _opening(told, language)
        if place is not None:
            before = told[:place].split()
            while before and before[-1] in language.JOINS:
                before.pop()
            return " ".join(before), told[place:]
    return "", ""


def _asked(sentence: Sentence, language: ModuleType, strong: bool) -> Iterator[Question]:
    told = " ".join(mended(sentence.words[:60], language))
    place = _opening(told, language)
    if place is None:
        yield from _unopened(told, sentence, language)
        return
    lead, asks = _bare(told[:place]), told[place:]
    if not _goes_on(_bare(asks), lead, sentence.asked or strong, language):
        yield from _unopened(told, sentence, language)
        return
    for part in _parts(asks, language):
        yield Question(_bare(part), lead, language)


def _opening(told: str, language: ModuleType) -> int | None:
    """Where the question begins: at the beginning, or where its words can be nothing else."""
    start = language.START.match(told)
    if start is not None and not language.NO_OPENERS.match(told, start.start("asks")):
        return int(start.start("asks"))
    middle = language.MIDDLE.search(told)
    if middle is None or language.NO_OPENERS.match(told, middle.start("asks")):
        return None
    return int(middle.start("asks"))


def _goes_on(asks: str, lead: str, asked: bool, language: ModuleType) -> bool:
    """Whether enough follows on the opener: a word or two only with a mark, or about something known."""
    if len(asks.split()) < 2:
        return asks in language.ALONE or (language is spanish and _topic_of(lead, language) != OTHER)
    if language is english and asked and len(asks.split()) < 3:
        return _topic_of(asks, language) != OTHER
    return asked or language.SURE.match(asks) is not None or _topic_of(f"{lead} {asks}", language) != OTHER


def _unopened(told: str, sentence: Sentence, language: ModuleType) -> Iterator[Question]:
    """A sentence with a mark and no opener: "price?", "and the gym after?", "you guys do weekends?"."""
    bare = _bare(told)
    if not sentence.asked or not bare:
        return
    name, count = _topic_of(bare, language), len(bare.split())
    given = GIVEN_WITH_A_MARK.match(bare) is not None
    short = count < (4 if given else 3) and AROUND.isdisjoint(bare.split())
    if (given and (name in THINGS or AGO.search(bare)) and AROUND.isdisjoint(bare.split())) or (
        name in THINGS | DOINGS and short
    ):
        return
    if name != OTHER or (count >= 4 and not given and not language.ASKING_OF.isdisjoint(bare.split())):
        yield Question(bare, "", language)


def _parts(asks: str, language: ModuleType) -> list[str]:
    """The questions that one sentence joins: "how many sessions and how far apart"."""
    found, begins, join = list[str](), 0, 0
    for match in re.finditer(r"[^ ]+", asks):
        if match[0] in language.JOINS or match[0] == COMMA:
            join = match.end() + 1
        elif match.start() == join > 0 and language.START.match(asks[join : join + 80]):
            found.append(asks[begins:join])
            begins = join
    return [*found, asks[begins:]]


def _bare(told: str) -> str:
    return " ".join(word for word in told.split() if word != COMMA)[:LONGEST_QUESTION]


def _topic_of(told: str, language: ModuleType) -> str:
    first, second = (_compiled(language), _compiled(english if language is spanish else spanish))
    for table in (first, second):
        for name, tells, tells_not in table:
            if tells.search(told) and not (tells_not and tells_not.search(told)):
                return name
    return OTHER


@cache
def _compiled(language: ModuleType) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    table = (spanish_topics if language is spanish else english_topics).TOPICS
    return tuple(
        (name, re.compile(rf"\b(?:{tells})(?:\b|$)"), re.compile(rf"\b(?:{tells_not})\b") if tells_not else None)
        for name, tells, tells_not in table
    )
