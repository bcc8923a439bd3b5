"""Telegram's HTML style: which tags it takes and how it refuses the rest."""

from __future__ import annotations

import html
import re

from bot.standin.formatting import Text, units, unparsable

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "a": "text_link",
}
TAG = re.compile(r"<(/?)([A-Za-z-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
PLAIN = re.compile(r"[^<&]+")
REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)")


def parse_html(source: str) -> Text:
    """Read HTML style; refuses what Telegram refuses: "can't parse entities: ..."."""
    text = Text()
    open_tags: list[tuple[str, int, str]] = []
    position = 0
    while position < len(source):
        if source[position] == "<":
            position = _tag(source, position, text, open_tags)
        elif plain := PLAIN.match(source, position):
            text.shown += plain[0]
            position = plain.end()
        elif found := REFERENCE.match(source, position):
            text.shown += html.unescape(found[0])
            position = found.end()
        else:
            text.shown += source[position]
            position += 1
    if open_tags:
        raise unparsable(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return text


def _tag(source: str, position: int, text: Text, open_tags: list[tuple[str, int, str]]) -> int:
    found = TAG.match(source, position)
    offset = len(source[:position].encode())
    if not found:
        raise unparsable(f"Unclosed start tag at byte offset {offset}")
    closing, name, attributes = found[1], found[2].lower(), found[3]
    if closing:
        _close(name, offset, text, open_tags)
    elif name not in TAGS:
        raise unparsable(f'Unsupported start tag "{name}" at byte offset {offset}')
    else:
        open_tags.append((name, units(text.shown), attributes))
    return found.end()


def _close(name: str, offset: int, text: Text, open_tags: list[tuple[str, int, str]]) -> None:
    if not open_tags:
        raise unparsable(f"Unexpected end tag at byte offset {offset}")
    opened, since, attributes = open_tags.pop()
    if name not in {"", opened}:
        expected = f'expected "</{opened}>", found "</{name}>"'
        raise unparsable(f"Unmatched end tag at byte offset {offset}, {expected}")
    href = HREF.search(attributes)
    if TAGS[opened] != "text_link":
        text.mark(TAGS[opened], since)
    elif href:
        text.mark("text_link", since, url=html.unescape(href[1]))
