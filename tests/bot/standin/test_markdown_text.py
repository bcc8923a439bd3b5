"""MarkdownV2 is read as strictly as Telegram reads it."""

from __future__ import annotations

import pytest

from bot.standin.markdown_text import parse_markdown
from bot.standin.refusal import Refused


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("*x*", "bold"),
        ("_x_", "italic"),
        ("__x__", "underline"),
        ("~x~", "strikethrough"),
        ("||x||", "spoiler"),
        ("`x`", "code"),
        ("```x```", "pre"),
        (">x", "blockquote"),
    ],
)
def test_each_marker_makes_its_entity(source: str, kind: str) -> None:
    text = parse_markdown(source)
    assert (text.shown, text.entities) == ("x", [{"type": kind, "offset": 0, "length": 1}])


def test_an_escaped_character_is_itself() -> None:
    assert parse_markdown(r"1\. \*not bold\* \\").shown == "1. *not bold* \\"


def test_reserved_characters_are_free_inside_code() -> None:
    assert parse_markdown("`a.b-c`").shown == "a.b-c"


def test_a_quote_ends_with_its_line() -> None:
    text = parse_markdown(">one\ntwo\n>three")
    assert text.shown == "one\ntwo\nthree"
    assert [(entity["offset"], entity["length"]) for entity in text.entities] == [(0, 3), (8, 5)]


def test_a_link_keeps_its_address() -> None:
    assert parse_markdown("[x](https://x.test)").entities == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://x.test"}
    ]


def test_entities_may_nest() -> None:
    assert [entity["type"] for entity in parse_markdown("*a _b_*").entities] == ["italic", "bold"]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("1. one", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("x]", "Character ']' is reserved and must be escaped with the preceding '\\'"),
        ("\u00e9 *x", "Can't find end of Bold entity at byte offset 3"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
        ("*a _b* c_", "Can't find end of Italic entity at byte offset 3"),
        ("[x] y", "Can't find end of a URL at byte offset 2"),
        ("[x](y", "Can't find end of a URL at byte offset 2"),
    ],
)
def test_what_telegram_refuses_is_refused(source: str, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_markdown(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"
