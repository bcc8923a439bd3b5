"""Words that sound like an emergency, a crisis or a bad reaction; in doubt they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from flows.answers import alarm_sayings, alarm_words, crisis_words
from flows.answers.alarms import ALARMS, TREATED, Alarm
from flows.answers.signs import Phrases, Sentence, Slips, sentences, without
from flows.answers.spanish import alarm_sayings as spanish_sayings
from flows.answers.spanish import alarm_words as spanish_words
from flows.answers.spanish import crisis_words as spanish_crisis
from flows.answers.supposing import NEGATIONS, denied, long_past, supposed
from flows.answers.wording import vocabulary
from flows.model import Mention

SEVEREST_FIRST: Final = (Mention.EMERGENCY, Mention.CRISIS, Mention.CLINICAL)
_BREAKS: Final = vocabulary("but however though although except instead pero aunque")
_WORDS: Final = (alarm_words.WORDS, crisis_words.WORDS, spanish_words.WORDS, spanish_crisis.WORDS)
_SAYINGS: Final = (alarm_sayings, spanish_sayings)

Spans = Mapping[str, Mapping[int, int]]


def urgent(text: str) -> Mention | None:
    """The most severe thing that the text sounds like, or None."""
    found = urgencies(text)
    return next((mention for mention in SEVEREST_FIRST if mention in found), None)


def urgencies(text: str) -> frozenset[Mention]:
    """Everything urgent that the text sounds like."""
    return frozenset(
        mention for sentence in dict.fromkeys(sentences(text, _BREAKS)) for mention in _of_sentence(sentence)
    )


def _of_sentence(sentence: Sentence) -> Iterator[Mention]:
    words = _mended(without(sentence.words, _idioms()))
    found = _signs().found(words)
    alarming = _alarming(found, words)
    for alarm in ALARMS:
        if alarm.first not in found or (TREATED not in found and not found.keys().isdisjoint(alarm.unless)):
            continue
        if any(
            _meant(alarm, start, end, words, alarming, sentence.asked) for start, end in _places(alarm, found, words)
        ):
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


def _meant(alarm: Alarm, start: int, end: int, words: tuple[str, ...], alarming: frozenset[int], asked: bool) -> bool:
    if denied(words, start, end, alarming):
        return False
    if alarm.mention is Mention.CRISIS:
        return True
    return not (supposed(words, start, end, asked) or long_past(words))


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
    signs = Phrases()
    for words in _WORDS:
        for meaning, table in words.items():
            signs.add(meaning, table)
    return signs


@cache
def _idioms() -> Phrases:
    idioms = Phrases()
    for language in _SAYINGS:
        idioms.add("idiom", language.IDIOMS)
    return idioms


@cache
def _slips() -> Slips:
    return Slips(name for language in _SAYINGS for name in language.MISSPELT_LONG)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for language in _SAYINGS for word in language.ORDINARY)
