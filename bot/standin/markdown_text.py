"""Telegram's MarkdownV2 style: markers, escapes, and its refusal of every reserved character left bare."""

from __future__ import annotations

from bot.standin.formatting import Text, units, unparsable

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
MARKERS = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "*": "bold",
    "_": "italic",
    "~": "strikethrough",
    "`": "code",
    "[": "text_link",
}
NAMES = {"pre": "PreCode", "code": "Code", "text_link": "TextUrl", "blockquote": "BlockQuote"}


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.text = Text()
        self.open: list[tuple[str, int, int]] = []
        self.quote: int | None = None

    def offset(self, position: int) -> int:
        return len(self.source[:position].encode())

    def read(self) -> Text:
        while self.position < len(self.source):
            self._step()
        self._end_quote()
        if self.open:
            raise self._unfinished(*self.open[-1][::2])
        return self.text

    def _unfinished(self, marker: str, began: int) -> Exception:
        kind = MARKERS[marker]
        return unparsable(
            f"Can't find end of {NAMES.get(kind, kind.capitalize())} entity at byte offset {self.offset(began)}"
        )

    def _step(self) -> None:
        character = self.source[self.position]
        following = self.source[self.position + 1 : self.position + 2]
        if character == "\\" and following and 0 < ord(following) < 127:
            self._take(following, 2)
        elif character == "\n":
            self._end_quote()
            self._take(character, 1)
        elif character in RESERVED and not self._verbatim(character):
            self._reserved(character)
        else:
            self._take(character, 1)

    def _verbatim(self, character: str) -> bool:
        return bool(self.open) and self.open[-1][0] in {"`", "```"} and character != "`"

    def _take(self, shown: str, width: int) -> None:
        self.text.shown += shown
        self.position += width

    def _reserved(self, character: str) -> None:
        if character == ">" and self.source[: self.position][-1:] in {"", "\n"}:
            self.quote, self.position = units(self.text.shown), self.position + 1
        elif character == "]" and self.open and self.open[-1][0] == "[":
            self._link()
        else:
            self._marker(character)

    def _marker(self, character: str) -> None:
        marker = next((found for found in MARKERS if self.source.startswith(found, self.position)), "")
        if not marker:
            escape = "is reserved and must be escaped with the preceding '\\'"
            raise unparsable(f"Character '{character}' {escape}")
        began, self.position = self.position, self.position + len(marker)
        if self.open and self.open[-1][0] == marker:
            self.text.mark(MARKERS[marker], self.open.pop()[1])
        elif any(marker == opened for opened, _, _ in self.open):
            raise self._unfinished(*self.open[-1][::2])
        else:
            self.open.append((marker, units(self.text.shown), began))

    def _link(self) -> None:
        end = self.source.find(")", self.position)
        since = self.open.pop()[1]
        if not self.source.startswith("](", self.position) or end < 0:
            raise unparsable(f"Can't find end of a URL at byte offset {self.offset(self.position)}")
        self.text.mark("text_link", since, url=self.source[self.position + 2 : end])
        self.position = end + 1

    def _end_quote(self) -> None:
        if self.quote is not None:
            self.text.mark("blockquote", self.quote)
            self.quote = None


def parse_markdown(source: str) -> Text:
    """Read MarkdownV2; refuses what Telegram refuses: "can't parse entities: ..."."""
    return _Reader(source).read()
