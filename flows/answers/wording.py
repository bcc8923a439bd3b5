"""Texts made comparable: one plain spelling for whatever a person typed, and what a negation reaches."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from flows.answers.said import alike, once

LONGEST: Final = 4096
"""Characters of a text that are looked at; Telegram sends no more in one message."""

_APOSTROPHES: Final = frozenset("'`\u2018\u2019\u02bc\u00b4")
_CONTROLS: Final = dict.fromkeys((*range(10), *range(11, 32), 127))
_WORD: Final = re.compile(r"[^\W_]+")
_SIGNS: Final = {
    "\u2122": " ",
    "\u00ae": " ",
    "\u00a9": " ",
    "\u00b4": "",
    "\U0001f44d": " yes ",
    "\u2705": " yes ",
    "\u2714": " yes ",
    "\U0001f44c": " yes ",
    "\U0001f44e": " no ",
    "\u274c": " no ",
    "\U0001f937": " not sure ",
    "\U0001f914": " not sure ",
    "\U0001f645": " no ",
    "\U0001f6ab": " no ",
    "\U0001f4af": " yes ",
}
_CLAUSE: Final = re.compile(
    r"(?<!\bst)(?<!\bdr)[.!?;,\n]+(?!\d)|"
    r"\b(?:but|except|just|only|instead|however|though|although|"
    r"pero|sino|excepto|salvo|aunque|solo|solamente|unicamente|nomas)\b"
)


def vocabulary(text: str) -> frozenset[str]:
    """The words of a table written as plain text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a table written as plain text, parted by commas."""
    return frozenset(" ".join(part.split()) for part in text.split(",") if part.strip())


@once
def clean(text: str) -> str:
    """The text without control and formatting characters, trimmed; line breaks become spaces only at the ends."""
    if text.isascii():
        return text.translate(_CONTROLS).strip()
    unseen = {char for char in set(text) - {"\n"} if unicodedata.category(char).startswith("C")}
    return _without(text, unseen).strip()


@once
def soft(text: str) -> str:
    """Lower case, no accents, no apostrophes, thumbs as words; punctuation stays."""
    return alike(text, _softened(text))


def _softened(text: str) -> str:
    text = clean(text.replace("\t", " ").replace("\r", "\n"))[:LONGEST]
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    if not _SIGNS.keys().isdisjoint(text):
        for sign, told in _SIGNS.items():
            text = text.replace(sign, told)
    # A single letter of some alphabets is eighteen of another's.
    bare = unicodedata.normalize("NFKD", text.casefold())[: 2 * LONGEST].casefold()
    letters = set(bare)
    marks = {char for char in letters if unicodedata.combining(char)} | (letters & _APOSTROPHES)
    return _without(bare, marks)[:LONGEST]


def _without(text: str, letters: set[str]) -> str:
    return text.translate(dict.fromkeys(map(ord, letters))) if letters else text


@once
def plain(text: str) -> str:
    """Words and digits with single spaces between: what two texts that say the same have in common."""
    return " ".join(words(text))


@once
def words(text: str) -> list[str]:
    """The words and numbers of a text in their plain spelling."""
    return _WORD.findall(soft(text))


@once
def clauses(text: str) -> list[list[str]]:
    """The words of a text, part by part, each part once; a negation does not reach beyond its part."""
    return [found for part in dict.fromkeys(_CLAUSE.split(soft(text))) if (found := _WORD.findall(part))]


def is_asking(text: str) -> bool:
    """Whether a question mark stands in the text."""
    return "?" in text or "\u061f" in text


def without_fillers(text: str, fillers: frozenset[str]) -> str:
    """The plain text without words that carry no answer."""
    return " ".join(word for word in words(text) if word not in fillers)
