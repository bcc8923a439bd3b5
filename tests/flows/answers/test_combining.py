"""Tests of phrases made of parts."""

from flows.answers.combining import combined
from flows.answers.wording import phrases


def test_each_wording_of_one_part_goes_with_each_of_the_next() -> None:
    assert sorted(combined("my, the", "-, whole", "face")) == ["my face", "my whole face", "the face", "the whole face"]


def test_tables_are_joined_with_each_other_and_with_what_is_listed() -> None:
    joined = combined("so, very", "ill") | phrases("dizzy, faint") | combined("in", "pain") | phrases("sore")
    assert sorted(joined) == ["dizzy", "faint", "in pain", "so ill", "sore", "very ill"]


def test_it_can_be_gone_through_again() -> None:
    table = combined("a, b", "c") | phrases("d")
    assert list(table) == list(table) != []
