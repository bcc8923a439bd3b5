"""Words that sound like an emergency, a crisis or a bad reaction; in doubt they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from flows.answers import alarm_sayings, alarm_words, collapse_words, crisis_words, despair_words, reaction_words
from flows.answers.alarms import ALARMS, TREATED, Alarm
from flows.answers.said import once
from flows.answers.signs import Phrases, Sentence, Slips, phrases_of, sentences, without
from flows.answers.spanish import alarm_sayings as spanish_sayings
from flows.answers.spanish import alarm_words as spanish_words
from flows.answers.spanish import collapse_words as spanish_collapse
from flows.answers.spanish import crisis_words as spanish_crisis
from flows.answers.spanish import despair_words as spanish_despair
from flows.answers.spanish import reaction_words as spanish_reactions
from flows.answers.supposing import NEGATIONS, denied, long_past, only_asked, supposed
from flows.answers.wording import vocabulary
from flows.model import Mention

SEVEREST_FIRST: Final = (Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL)
_BREAKS: Final = vocabulary("but however though although except instead pero aunque")
WORDS: Final = (
    alarm_words.WORDS,
    collapse_words.WORDS,
    crisis_words.WORDS,
    despair_words.WORDS,
    reaction_words.WORDS,
    spanish_words.WORDS,
    spanish_collapse.WORDS,
    spanish_crisis.WORDS,
    spanish_despair.WORDS,
    spanish_reactions.WORDS,
)
"""What words mean, in both languages; a meaning told in several tables has the words of them all."""
_NEAR: Final = 16
"""Words between a bad sign and the treatment that it is tied to, in one sentence."""
_SAYINGS: Final = (alarm_sayings, spanish_sayings)

Spans = Mapping[str, Mapping[int, int]]


def urgent(text: str) -> Mention | None:
    """The most severe thing that the text sounds like, or None."""
    found = urgencies(text)
    return next((mention for mention in SEVEREST_FIRST if mention in found), None)


@once
def urgencies(text: str) -> frozenset[Mention]:
    """Everything urgent that the text sounds like."""
    told = [_read(sentence) for sentence in dict.fromkeys(sentences(text, _BREAKS))]
    return frozenset(
        mention
        for place, read in enumerate(told)
        for mention in _of_sentence(read, any(map(_tells_a_treatment, told[max(place - 1, 0) : place + 2])))
    )


@dataclass(frozen=True, slots=True)
class _Read:
    words: tuple[str, ...]
    asked: bool
    found: Spans


def _read(sentence: Sentence) -> _Read:
    words = _mended(without(sentence.words, _idioms()))
    return _Read(words, sentence.asked, _signs().found(words))


def _tells_a_treatment(read: _Read) -> bool:
    return TREATED in read.found and not read.asked and not long_past(read.words)


def _of_sentence(read: _Read, after_treatment: bool) -> Iterator[Mention]:
    alarming = _alarming(read.found, read.words)
    past = bool(read.found) and long_past(read.words)
    for alarm in ALARMS:
        if alarm.first not in read.found or (alarm.tied and not (after_treatment or TREATED in read.found)):
            continue
        if TREATED not in read.found and not read.found.keys().isdisjoint(alarm.unless):
            continue
        if past and alarm.mention is not Mention.CRISIS:
            continue
        if any(_meant(alarm, start, end, read, alarming) for start, end in _places(alarm, read.found, read.words)):
            yield alarm.mention


def _places(alarm: Alarm, found: Spans, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    firsts, seconds = found.get(alarm.first, {}), found.get(alarm.second, {})
    if not alarm.second:
        yield from firsts.items()
        return
    yield from _together(firsts, seconds, alarm.gap, words)
    if alarm.either:
        yield from _together(seconds, firsts, alarm.gap, words)


def _together(
    firsts: Mapping[int, int], seconds: Mapping[int, int], gap: int, words: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Where one stands at most `gap` words before the other, with no negation between."""
    for start, end in firsts.items():
        for place in range(end, end + gap + 1):
            if place in seconds and NEGATIONS.isdisjoint(words[end:place]):
                yield start, seconds[place]


def _meant(alarm: Alarm, start: int, end: int, read: _Read, alarming: frozenset[int]) -> bool:
    if alarm.tied and not _is_near(read.found.get(TREATED, {}), start, end):
        return False
    if denied(read.words, start, end, alarming):
        return False
    if alarm.mention is Mention.CRISIS:
        return True
    if alarm.tied and only_asked(read.words, start, end, read.asked):
        return False
    return not supposed(read.words, start, end, read.asked)


def _is_near(treated: Mapping[int, int], start: int, end: int) -> bool:
    """Whether one of the treatments of the sentence stands near; there need be none in it."""
    return not treated or any(place in treated for place in range(start - _NEAR, end + _NEAR))


def _alarming(found: Spans, words: tuple[str, ...]) -> frozenset[int]:
    """The places of words that belong to some alarm: "no fever, chills or pus" denies all three."""
    spans = (span for each in found.values() for span in each.items())
    return frozenset(
        place for start, end in spans for place in range(start, end) if end - start > 1 or _tells(words[start])
    )


def _tells(word: str) -> bool:
    return word not in NEGATIONS


def _mended(words: tuple[str, ...]) -> tuple[str, ...]:
    known, slips = _signs().known, _slips()
    return tuple(word if word in known or word in _ordinary() else slips.mended(word) for word in words)


@cache
def _signs() -> Phrases:
    return phrases_of(pair for words in WORDS for pair in words.items())


@cache
def _idioms() -> Phrases:
    return phrases_of(("idiom", language.IDIOMS) for language in _SAYINGS)


@cache
def _slips() -> Slips:
    return Slips(name for language in _SAYINGS for name in language.MISSPELT_LONG)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for language in _SAYINGS for word in language.ORDINARY)
