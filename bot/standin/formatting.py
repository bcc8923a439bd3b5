"""Texts as Telegram measures and stores them: plain characters plus entities counted in UTF-16 units."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.standin.refusal import JSON, Refused, bad_request

COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?")


def units(text: str) -> int:
    """The length in UTF-16 code units, the measure of every offset and limit at Telegram."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass
class Text:
    """A text under construction: what is shown and the entities over it."""

    shown: str = ""
    entities: list[JSON] = field(default_factory=list)

    def mark(self, kind: str, since: int, **extra: Any) -> None:
        """Put an entity over everything from `since` (UTF-16 units) to the end; an empty one is dropped."""
        length = units(self.shown) - since
        if length > 0:
            self.entities.append({"type": kind, "offset": since, "length": length, **extra})

    def trimmed(self) -> Text:
        """The text without white space around it, its entities moved and cut to fit."""
        shown = self.shown.strip()
        before, length = units(self.shown[: len(self.shown) - len(self.shown.lstrip())]), units(shown)
        moved = []
        for entity in self.entities:
            start, end = max(entity["offset"] - before, 0), entity["offset"] + entity["length"] - before
            if min(end, length) > start:
                moved.append({**entity, "offset": start, "length": min(end, length) - start})
        return Text(shown, sorted(moved, key=lambda entity: (entity["offset"], -entity["length"])))

    def as_json(self, key: str = "text") -> JSON:
        content: JSON = {key: self.shown}
        if self.entities:
            content["entities" if key == "text" else "caption_entities"] = self.entities
        return content


def unparsable(what: str) -> Refused:
    return bad_request(f"can't parse entities: {what}")


def with_commands(text: str) -> Text:
    """A client's own text, its slash commands marked."""
    marked = Text(text)
    for found in COMMAND.finditer(text):
        start = units(text[: found.start()])
        marked.entities.append({"type": "bot_command", "offset": start, "length": units(found[0])})
    return marked
