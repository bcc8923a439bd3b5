"""No text wears a reader out: what it costs grows no faster than the text, and not at all beyond a story."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from flows.answers import BRIEF, STORY, mentions, read, topic, urgent
from flows.answers.products import LONGEST as LONGEST_PRODUCT
from flows.model import Kind, Rejected, Understood
from tests.flows.answers.asking import BY_KEY, asked, catalogue
from tests.flows.answers.counting import counting
from tests.flows.answers.endless import LONGEST, endless

# So many texts are tried that following each line would cost more than reading them; others go through the lines.
pytestmark = pytest.mark.no_cover
Reads = Callable[[str], object]
SHORT = 512
LOOKED_AT = {Kind.PRODUCT: LONGEST_PRODUCT, **dict.fromkeys(BRIEF, STORY)}
"""Characters of an answer that are looked at, by kind of question."""
WHOLE: dict[str, Reads] = {
    "topic": topic,
    "urgent": urgent,
    "mentions": lambda text: mentions(text, catalogue()),
    **{key: partial(lambda text, key: read(text, asked(key)), key=key) for key in ("name", "note", "phone")},
}
"""What looks at a whole message."""
BOUNDED = [key for key, question in BY_KEY.items() if question.kind in LOOKED_AT]
AT_MOST = 250_000
"""Units of work for the longest answer that is looked at: five hundred for each of its characters."""


@pytest.mark.parametrize("name", WHOLE)
def test_what_looks_at_a_whole_message_takes_as_long_as_the_message(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reads = WHOLE[name]
    reads("so that what is loaded once is there")
    with counting(monkeypatch) as cost:
        for short, long in zip(endless(SHORT), endless(LONGEST), strict=True):
            few, many = cost(partial(reads, short)), cost(partial(reads, long))
            assert many < 2 * few * LONGEST / SHORT + 1000, long[:40]


@pytest.mark.parametrize("key", BOUNDED)
def test_an_answer_of_any_length_takes_no_longer_than_a_short_story(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read("so that what is loaded once is there", asked(key))
    length = LOOKED_AT[BY_KEY[key].kind]
    with counting(monkeypatch) as cost:
        for short, long in zip(endless(length), endless(LONGEST), strict=True):
            assert cost(partial(read, short, asked(key))) < AT_MOST, short[:40]
            assert cost(partial(read, long, asked(key))) < 500, long[:40]


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_every_endless_text_is_read_or_not(key: str) -> None:
    for text in (*endless(), *endless(LOOKED_AT.get(BY_KEY[key].kind, SHORT))):
        assert isinstance(read(text, asked(key)), Understood | Rejected)


def test_work_is_counted_in_calls_and_in_characters_handed_to_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    topic("how much?")
    with counting(monkeypatch) as cost:
        few = cost(lambda: topic("how much?"))
        assert few == cost(lambda: topic("how much?")) > 0
        assert cost(lambda: topic("how much?" * 100)) > few + 800
