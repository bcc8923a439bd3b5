"""Every reader, on any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.answers import READERS, mentions, read, topic, urgent
from flows.model import Interval, Kind, Rejected, Understood
from tests.flows.answers.asking import BY_KEY, TODAY, asked, catalogue

PIECES = st.sampled_from(
    [
        "no",
        "not",
        "never",
        "yes",
        "maybe",
        "3",
        "11/2",
        "days",
        "ago",
        "last",
        "week",
        "Nov",
        "31",
        "tretinoin",
        "accutane",
        "since",
        "before",
        "or",
        "the",
        "first",
        "one",
        ",",
        ".",
        "?",
        "!",
        "\n",
        "-",
        "–",
        "half",
        "a",
        "couple",
        "stopped",
        "still",
        "18",
        "20s",
        "all",
        "none",
        "face",
        "and",
        "#2",
        "9999",
        "0",
        "in",
        "for",
        "months",
        "year",
        "\x00",
        "\u202e",
        "١",
        "½",
        "👍",
    ]
)
COUNTS = st.sampled_from([2, 9, 80, 4096])
SENTENCES = st.lists(PIECES, max_size=12).map(" ".join)
REPEATED = st.builds(lambda piece, count: (piece * count)[:4096], st.one_of(SENTENCES, st.text(max_size=20)), COUNTS)
TEXTS = st.one_of(SENTENCES, st.text(max_size=80), REPEATED)


def test_every_kind_has_a_reader() -> None:
    assert set(READERS) == set(Kind)


@settings(deadline=None)
@given(text=TEXTS, key=st.sampled_from(sorted(BY_KEY)))
def test_no_text_makes_a_reader_raise_and_a_text_is_read_one_way(text: str, key: str) -> None:
    first = read(text, asked(key))
    assert first == read(text, asked(key))
    assert isinstance(first, Understood | Rejected)
    if isinstance(first, Understood) and isinstance(first.value, Interval) and key != "wish":
        assert first.value.latest <= TODAY
        assert first.value.earliest is None or first.value.earliest <= first.value.latest
    if isinstance(first, Understood) and BY_KEY[key].kind in (Kind.CHOICE, Kind.YES_NO):
        assert first.value in BY_KEY[key].choices


@settings(deadline=None)
@given(text=TEXTS)
def test_no_text_makes_the_others_raise(text: str) -> None:
    assert mentions(text, catalogue()) == mentions(text, catalogue())
    assert urgent(text) is urgent(text)
    assert topic(text) == topic(text)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 2048,
        "1/" * 2048,
        "\x00" * 4096,
        "not " * 1024,
        "accutan " * 512,
        "," * 4096,
        "\u05d0" * 4096,
        "3 days ago " * 370,
    ],
)
@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_the_longest_messages_are_read_as_well(text: str, key: str) -> None:
    assert isinstance(read(text, asked(key)), Understood | Rejected)


@settings(deadline=None)
@given(
    word=st.sampled_from(["no", "nope", "never", "none"]), rest=st.text(alphabet="abcdefghij ", min_size=4, max_size=20)
)
def test_a_no_with_anything_else_behind_it_is_never_a_sure_no(word: str, rest: str) -> None:
    for key, mild in (("retinoid", "no"), ("health_stop", "none"), ("isotretinoin", "never")):
        result = read(f"{word} {rest} zzz", asked(key))
        assert result != Understood(mild)


@pytest.mark.parametrize(
    ("key", "text"), [("retinoid", "no"), ("retinoid_last", "yesterday"), ("goals", "acne scars"), ("wish", "Dec 24")]
)
def test_a_story_is_asked_for_again_in_few_words(key: str, text: str) -> None:
    assert isinstance(read(text + " " * 200, asked(key)), Understood)
    assert read(text + " " * 600, asked(key)) == Rejected()


def test_a_long_story_of_isotretinoin_is_asked_for_again_too() -> None:
    assert read("I stopped 3 days ago. " * 20, asked("isotretinoin")) == Rejected()
