"""HTML style is read as strictly as Telegram reads it."""

from __future__ import annotations

import pytest

from bot.standin.html_text import parse_html
from bot.standin.refusal import Refused


def test_nested_tags_become_entities() -> None:
    text = parse_html("<b>a<i>b</i></b>c")
    assert text.shown == "abc"
    assert text.entities == [
        {"type": "italic", "offset": 1, "length": 1},
        {"type": "bold", "offset": 0, "length": 2},
    ]


def test_references_become_characters_and_strange_ones_stay() -> None:
    assert parse_html("&lt;&amp;&gt;&quot;&#33;&#x21;&nbsp;").shown == '<&>"!!&nbsp;'


def test_a_lone_ampersand_stays_what_it_is() -> None:
    assert parse_html("a & b &").shown == "a & b &"
    assert parse_html("&").shown == "&"


def test_letters_beyond_the_first_plane_count_twice() -> None:
    assert parse_html("\U0001f600 <b>\U0001f600x</b>").entities == [{"type": "bold", "offset": 3, "length": 3}]


def test_a_link_keeps_its_address() -> None:
    assert parse_html('<a href="https://x.test/?a=1&amp;b">x</a>').entities == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://x.test/?a=1&b"}
    ]


def test_a_link_without_address_is_plain_text() -> None:
    text = parse_html("<a>x</a>")
    assert (text.shown, text.entities) == ("x", [])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("\u00e9</b>", "Unexpected end tag at byte offset 2"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ],
)
def test_what_telegram_refuses_is_refused(source: str, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"
