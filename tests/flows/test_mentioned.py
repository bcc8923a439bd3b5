"""What the words of an input are to the readers of one Turn, and that nothing of it is left afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from flows import machine
from flows.answers.said import Said
from flows.mentioned import heard, words_of
from flows.model import Command, Edited, Input, MediaSent, Step, Tapped, Typed
from tests.flows.given import CASE, TAPS, Chat
from tests.journeys.form import IN_WORDS

SAID = {
    "name": "call me Dr. Ana, I took Accutane in May",
    "retinoid": "yes, tretinoin. does it hurt?",
    "retinoid_product": "tretinoin 0.05% and something from Grandma",
    "retinoid_last": "about a week ago",
    "procedure": "yes",
    "procedure_note": "a peel in October",
    "pigment": "yes",
    "sun_last": "a few days ago",
    "health_stop": "gibberish",
    "series": "continuing",
    "series_last": "in August",
    "wish": "the 20th of December",
    "note": "I have melasma",
    "phone": "my number is 314-555-0123",
    "best_time": "mornings",
}


def within(value: object) -> Iterator[object]:
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        parts = [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, Mapping):
        parts = [*value, *value.values()]
    else:
        parts = list(value) if isinstance(value, tuple | list | set | frozenset) else []
    for part in parts:
        yield from within(part)


@pytest.mark.parametrize(
    ("given", "words"),
    [(Typed("hi", 1), "hi"), (Edited("hi", 1), "hi"), (MediaSent("photo", None, 1, "hi"), "hi")],
)
def test_words_are_a_text_that_remembers_what_was_found(given: Input, words: str) -> None:
    assert isinstance(words_of(heard(given)), Said)
    assert heard(given) == given
    assert words_of(given) == words


@pytest.mark.parametrize("given", [Tapped(CASE, 1, "skip", 1), Command("help", "me", 1)])
def test_what_holds_no_words_is_left_as_it_is(given: Input) -> None:
    assert heard(given) is given
    assert words_of(given) == ""


@pytest.mark.parametrize("words", [SAID, *IN_WORDS.values()], ids=["much", *IN_WORDS])
def test_nothing_that_readers_remember_outlives_the_step(chat: Chat, words: Mapping[str, str]) -> None:
    chat.start()
    while chat.state != machine.FINISHED and chat.number < 300:
        usual = TAPS[chat.state]
        chat.do(usual if chat.intake.tries else words.get(chat.state, usual))
        assert not remembering(chat.step), chat.state
    assert chat.state == machine.FINISHED
    chat.edit(next(answer.message_id for answer in chat.intake.answers.values() if answer.said) or 0, "since Monday")
    assert not remembering(chat.step)


def remembering(step: Step) -> list[object]:
    return [each for each in within(step) if isinstance(each, Said)]
