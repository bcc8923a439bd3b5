"""Texts are measured and trimmed in UTF-16 units."""

from __future__ import annotations

from bot.standin.formatting import Text, units, with_commands


def test_a_character_beyond_the_basic_plane_counts_twice() -> None:
    assert units("a\N{WAVING HAND SIGN}b") == 4


def test_trimming_moves_entities_along() -> None:
    text = Text("  \N{WAVING HAND SIGN} bold  ", [{"type": "bold", "offset": 5, "length": 4}])
    trimmed = text.trimmed()
    assert trimmed.shown == "\N{WAVING HAND SIGN} bold"
    assert trimmed.entities == [{"type": "bold", "offset": 3, "length": 4}]


def test_trimming_cuts_an_entity_that_reaches_into_the_white_space() -> None:
    trimmed = Text(" x ", [{"type": "bold", "offset": 0, "length": 3}]).trimmed()
    assert trimmed.entities == [{"type": "bold", "offset": 0, "length": 1}]


def test_an_entity_over_white_space_alone_is_dropped() -> None:
    assert Text("x  ", [{"type": "bold", "offset": 1, "length": 2}]).trimmed().entities == []


def test_an_empty_entity_is_never_made() -> None:
    text = Text("ab")
    text.mark("bold", 2)
    assert text.entities == []


def test_entities_of_a_caption_have_a_name_of_their_own() -> None:
    text = Text("x", [{"type": "bold", "offset": 0, "length": 1}])
    assert set(text.as_json("caption")) == {"caption", "caption_entities"}


def test_a_slash_command_is_marked_wherever_it_stands() -> None:
    text = with_commands("\N{WAVING HAND SIGN} /help or /start@purone_bot")
    assert text.entities == [
        {"type": "bot_command", "offset": 3, "length": 5},
        {"type": "bot_command", "offset": 12, "length": 17},
    ]


def test_a_slash_inside_a_word_is_no_command() -> None:
    assert with_commands("and/or 1/2").entities == []
